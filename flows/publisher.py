"""Who makes files of a report. The steps don't know what a report looks like: that is given to them from outside.

    def publish(report, out, *, pages, rubric, notice): ...

    steps.verify_submission(path, ..., publish=publish)

A flow run on another machine can't be given a function; it is given its import path, and `find_publisher` finds it.
"""

from __future__ import annotations

import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from dossier.report import Report

if TYPE_CHECKING:
    from PIL.Image import Image

    from rubric import Rubric

DEFAULT_PUBLISHER = "hezheng.publishing:publish"

Published = TypeVar("Published")
Published_co = TypeVar("Published_co", covariant=True)


class PageSource(Protocol):
    """Where the upright images of the submission's pages come from."""

    def image(self, document_path: str, page: int) -> Image | None:
        """The upright page (from 1), or None where it can't be drawn."""
        ...


class Publisher(Protocol[Published_co]):
    """Writes a report's files into the folder `out`, and gives what there is to say of them.

    `notice` is the office's own copy of the notice. Publishing the same report again leaves the same files.
    """

    def __call__(
        self, report: Report, out: Path, *, pages: PageSource, rubric: Rubric, notice: Path | None
    ) -> Published_co:
        """Publish."""
        ...


def find_publisher(name: str) -> Publisher[object]:
    """The publisher of that import path, such as `hezheng.publishing:publish`.

    Raises ImportError, AttributeError or ValueError where there is none, TypeError where it can't be called.
    """
    found = pkgutil.resolve_name(name)
    if not callable(found):
        raise TypeError(f"{name} is no publisher: {found!r} can't be called")
    return cast("Publisher[object]", found)
