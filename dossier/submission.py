"""What an applicant hands in."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from dossier.model import Noun


class Organization(Noun):
    """The applicant as it describes itself."""

    name: str = Field(min_length=1)
    uscc: str | None = None
    type: str | None = None
    legal_representative: str | None = None
    address: str | None = None


class Claim(Noun):
    """Points claimed for one criterion. No files named: every document counts for it."""

    criterion: str
    points: float
    statement: str | None = None
    files: tuple[str, ...] = ()


class Submission(Noun):
    """The application. Files are told apart by their path within the submission."""

    id: str
    round: str
    organization: Organization
    recommender: str | None = None
    submitted_at: datetime | None = None
    claims: tuple[Claim, ...]
    claimed_total: float | None = None
    application: str
    """Path of the file that the application was read from."""
    origin: Literal["json", "form"] = "json"


class SubmissionSummary(Noun):
    """The application as the report names it."""

    id: str
    round: str
    organization: Organization
    recommender: str | None
    submitted_at: datetime | None
    as_of: date
