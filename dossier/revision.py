"""Facts as people corrected them."""

from datetime import datetime
from typing import Self

from pydantic import Field, JsonValue, model_validator

from dossier.fact import Evidence
from dossier.kinds import Kind
from dossier.model import Noun


class RevisedFact(Noun):
    """What a person says that a document says."""

    document: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Of the document's content."""
    segment: int = Field(ge=0)
    kind: Kind
    name: str = Field(min_length=1)
    was: str | None
    """What the fact printed (`raw`) before; None: there was no such fact."""
    value: JsonValue = None
    raw: str = ""
    """As it was typed."""
    removed: bool = False
    """The document doesn't say this."""
    evidence: Evidence
    """Where it stands; its text is `raw`."""

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if self.removed and self.was is None:
            raise ValueError("what isn't there can't be removed")
        if not self.removed and not self.raw:
            raise ValueError("a fact needs its words")
        return self


class Revision(Noun):
    """A correction of a fact, by whom and why. Revisions are only ever added, and count in their order."""

    number: int
    """Counts from 1 within the submission."""
    at: datetime
    by: str
    name: str
    """The person's name at that time."""
    role: str
    fact: RevisedFact
    reason: str
    report: str
    """sha256 of the report.json that was corrected."""
