"""Work that is handed to workers: runs over submissions, and pages to be read."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from dossier.model import Noun
from dossier.record import Priority


class Due(NamedTuple):
    """A submission that waits for a worker."""

    id: str
    priority: Priority
    version: int
    """Of the submission: another one each time that it comes to wait."""


class Run(Noun):
    """One attempt to verify a submission. Whatever a run writes names its `fence`, and an older one is refused."""

    submission: str
    fence: int
    """Counts up with each attempt."""
    worker: str
    attempts: int
    """How many attempts there were since it was submitted, with this one."""
    priority: Priority
    submitted_at: datetime
    lease_seconds: float
    lease_until: datetime
    """By the database's clock; `beat` puts it off."""


class UnitState(StrEnum):
    """Where a unit of reading stands."""

    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    ASIDE = "aside"
    """Failed too often; `problem` says how."""


class UnitKey(Noun):
    """Pages `first` to `last`, from 1 and inclusive, of a content, as one version of the reader reads them."""

    sha256: str
    reader: str
    first: int = Field(ge=1)
    last: int = Field(ge=1)


class Unit(Noun):
    """A run of pages to be read by any worker. It is read once, whoever wants it."""

    key: UnitKey
    priority: Priority
    state: UnitState
    worker: str | None = None
    lease_until: datetime | None = None
    tries: int = 0
    """How often reading it failed."""
    losses: int = 0
    """How often its worker vanished."""
    problem: str | None = None
