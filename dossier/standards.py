"""Versions of the standard as the office keeps them, and from when which of them is in force."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from dossier.model import Noun


class StandardVersion(Noun):
    """A standard that was handed over and holds up. Its content never changes; `sha256` is that of its file."""

    sha256: str
    id: str
    version: str
    title: str
    provisional: bool
    file: str
    """What the file was called that it came in."""
    by: str
    name: str
    """Of who handed it over."""
    at: datetime


class Answer(StrEnum):
    """What became of a proposal."""

    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Enactment(Noun):
    """That a version be in force from a day on: proposed by one person, and so once another one has agreed."""

    number: int
    sha256: str
    since: date
    reason: str
    by: str
    name: str
    at: datetime
    answer: Answer | None = None
    answered_by: str | None = None
    answered_name: str | None = None
    answered_at: datetime | None = None

    @property
    def agreed(self) -> bool:
        """Whether it counts."""
        return self.answer is Answer.AGREED


class Proposal(Noun):
    """What is said when a version is proposed."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    since: date
    reason: str = Field(min_length=1, max_length=500)


class ListVersion(Noun):
    """A list of the office's corrections as it stood since a change: its rows as a file of tabs."""

    list: str
    number: int
    """Counts the list's changes from 1 on."""
    content: str
    note: str
    by: str
    name: str
    at: datetime
