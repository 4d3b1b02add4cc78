"""What passes between the readers: inspections, read pages, and the opened file that gives them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from pydantic import Field

from dossier.model import Noun
from dossier.page import Page, Problem, Signal

if TYPE_CHECKING:
    from PIL.Image import Image


class MemberName(Noun):
    """A file in an archive, as a person would name it, and its unpacked size in bytes."""

    name: str
    size: int


class Inspection(Noun):
    """What a file is, told from its content before any page is read.

    `page_count` is 0 for an archive and for a file that can't be opened (then a problem is fatal).
    """

    media_type: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(ge=0)
    page_count: int = Field(ge=0)
    problems: tuple[Problem, ...] = ()
    members: tuple[MemberName, ...] = ()


class PageReading(Noun):
    """One page, with what went wrong on it and what it gave away."""

    page: Page
    problems: tuple[Problem, ...] = ()
    signals: tuple[Signal, ...] = ()


class Source(Protocol):
    """An opened file. Pages are asked for by index, from 0; the file is never written to."""

    @property
    def page_count(self) -> int:
        """How many pages can be read."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """What was found wrong on opening it, short of an error."""
        ...

    def read(self, index: int) -> PageReading:
        """The page's lines."""
        ...

    def render(self, index: int, dpi: int) -> "Image":
        """The page as RGB pixels, upright by the file's own account (EXIF, /Rotate) but not turned by OCR."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...
