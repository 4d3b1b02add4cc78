"""A standard from a file that somebody handed over: YAML, or the office's workbook."""

from collections.abc import Iterator
from typing import cast

import yaml

from rubric import messages
from rubric.errors import RubricError, RubricProblem
from rubric.model import Rubric
from rubric.reader import LOADER, read
from rubric.sheet_reading import from_workbook

MOST_BYTES = 2 << 20
"""What a YAML file may weigh."""
_ZIP = b"PK\x03\x04"


def from_file(content: bytes, name: str) -> tuple[Rubric, bytes]:
    """The standard, and the YAML that it is kept as: a YAML file's own bytes. Raises RubricError with every fault."""
    if content.startswith(_ZIP):
        return from_workbook(content, name)
    if len(content) > MOST_BYTES:
        raise RubricError(name, (RubricProblem(None, *messages.too_large(), f"{len(content)} bytes"),))
    _refuse_aliases(content, name)
    return read(content, name), content


def _refuse_aliases(content: bytes, name: str) -> None:
    """A few aliases of aliases unfold to more than a machine holds, and a standard needs none."""
    try:
        for event in cast("Iterator[object]", yaml.parse(content, LOADER)):  # pyright: ignore[reportUnknownMemberType]
            if isinstance(event, yaml.AliasEvent):
                problem = RubricProblem(None, *messages.alias(event.start_mark.line + 1), "an alias")
                raise RubricError(name, (problem,))
    except yaml.YAMLError:
        return  # the reader says what is wrong with it
