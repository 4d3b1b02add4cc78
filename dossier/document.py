"""A document of a submission: the file, what kind it is, what it holds."""

from typing import Self

from pydantic import Field, model_validator

from dossier.fact import Fact
from dossier.kinds import Kind
from dossier.model import Noun
from dossier.page import Origin, Problem, Reading


class Segment(Noun):
    """A run of pages that is one document of one kind. `pages` is first and last, inclusive."""

    kind: Kind
    pages: tuple[int, int]
    kind_confidence: float = Field(default=1.0, ge=0, le=1)

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if not 1 <= self.pages[0] <= self.pages[1]:
            raise ValueError(f"a segment's pages run forward from 1, not {self.pages}")
        return self


class Document(Noun):
    """A file as the report tells it. `path` is within the submission, `archive.zip!/inner.pdf` inside an archive."""

    path: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    kind: Kind
    kind_confidence: float = Field(ge=0, le=1)
    pages: int = Field(ge=0)
    origin: Origin
    segments: tuple[Segment, ...]
    problems: tuple[Problem, ...] = ()


class ReadDocument(Noun):
    """A document with all that was read from it: what the verifiers work on."""

    document: Document
    reading: Reading
    facts: tuple[Fact, ...]
