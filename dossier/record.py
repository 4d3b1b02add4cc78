"""What the records tell of a submission: where it stands, its files, its decisions."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from dossier.model import Noun
from dossier.state import State
from dossier.submission import Organization

Priority = Literal["interactive", "batch"]


class Progress(Noun):
    """How many pages are read."""

    done: int = Field(ge=0)
    total: int = Field(ge=0)


class SubmissionRecord(Noun):
    """A submission as the records keep it. Times are UTC."""

    id: str
    round: str
    state: State
    version: int
    """Counts the moves: whoever acts names the version that they saw."""
    priority: Priority
    owner: str
    """Id of the user who created it."""
    organization: Organization | None
    recommender: str | None
    region: str | None
    """Prefecture of the recommender, by which a city's reviewers see it."""
    application: dict[str, JsonValue] | None
    """What submission.json holds, where the applicant sent it as data; else a file is the application."""
    reason: str | None
    """Why the last move was made, in Chinese, where there is something to say."""
    created_at: datetime
    submitted_at: datetime | None
    updated_at: datetime
    attempts: int
    """How often a worker began to verify it since it was submitted."""
    progress: Progress | None
    """Of the run that is under way."""


class SubmissionPage(Noun):
    """Some of a list, newest first. `after` asks for the rest; None: that was all."""

    items: tuple[SubmissionRecord, ...]
    after: str | None


class KeptDocument(Noun):
    """A file of a submission. `path` is NFC, relative and within the submission."""

    path: str
    sha256: str
    size: int
    """Bytes."""
    added_at: datetime


class Outcome(StrEnum):
    """What a reviewer says of one criterion (confirm, amend) or of the whole (recommend, return)."""

    CONFIRM = "confirm"
    AMEND = "amend"
    RECOMMEND = "recommend"
    RETURN = "return"


class Decision(Noun):
    """What a person decided. Decisions are only ever added; the latest on a criterion counts."""

    number: int
    """Counts from 1 within the submission."""
    at: datetime
    by: str
    name: str
    """The person's name at that time."""
    role: str
    outcome: Outcome
    criterion: str | None
    """None: the whole submission."""
    points: float | None
    comment: str
    report: str | None
    """sha256 of the report.json that was decided on."""


class Upload(Noun):
    """A file that is under way, in parts. What has come is for whoever takes it in to know."""

    id: str
    submission: str
    path: str
    size: int
    sha256: str
    expires_at: datetime


class KeptAnswer(Noun):
    """The answer that was given to a request before, to be given again."""

    status: int
    body: str


class ReportRecord(Noun):
    """A report as it was kept: one a run, the newest counts."""

    submission: str
    fence: int
    """The run that made it."""
    at: datetime
    sha256: str
    """Of report.json."""
    files: dict[str, str]
    """Format (json, html, pdf, xlsx) → sha256 of the bytes in the store."""
    rubric: str
    rubric_version: str
    rubric_sha256: str
    extractor: str
    claimed: float
    low: float
    high: float
    threshold: float
    eligible: Literal["yes", "no", "review"]
