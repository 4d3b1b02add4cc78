"""The tables. Rows stay in this package: everything outside is given nouns."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, validates

from dossier.record import Priority
from vault.records.columns import Json, Moment, Words
from vault.records.searching import search_words

COUNTER = BigInteger().with_variant(Integer, "sqlite")
"""A key that counts up; SQLite counts only in INTEGER."""
SHA256 = String(64)


class Base(DeclarativeBase):
    """The base of all rows. Constraints have names, so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        dict[str, Any]: Json,
        list[Any]: Json,
        str: Words,
    }


class UserRow(Base):
    """A person or program."""

    __tablename__ = "users"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    region: Mapped[str | None]
    organization: Mapped[str | None]
    created_at: Mapped[datetime]


class TokenRow(Base):
    """A token's hash and what it is good for."""

    __tablename__ = "tokens"

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(SHA256)
    scopes: Mapped[list[Any]]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class SubmissionRow(Base):
    """A submission, where it stands, and the lease of the run that is under way."""

    __tablename__ = "submissions"
    __table_args__ = (
        Index("ix_submissions_state_priority_submitted_at", "state", "priority", "submitted_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[str] = mapped_column(index=True)
    state: Mapped[str]
    version: Mapped[int]
    priority: Mapped[Priority] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(index=True)
    organization: Mapped[dict[str, Any] | None]
    recommender: Mapped[str | None]
    region: Mapped[str | None] = mapped_column(index=True)
    application: Mapped[dict[str, Any] | None]
    reason: Mapped[str | None]
    created_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    fence: Mapped[int] = mapped_column(default=0)
    worker: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    not_before: Mapped[datetime | None]
    pages_done: Mapped[int | None]
    pages_total: Mapped[int | None]
    search: Mapped[str] = mapped_column(default="", server_default="")
    """What it is found by; follows the organization."""
    assignee: Mapped[str | None] = mapped_column(index=True)
    """Id of the user who is to review it."""
    aside: Mapped[str | None]
    """Why it was set aside; None: it wasn't."""

    @validates("organization")
    def _keep_search(self, _key: str, organization: dict[str, Any] | None) -> dict[str, Any] | None:
        self.search = search_words(organization)
        return organization


class DocumentRow(Base):
    """A file that was handed in."""

    __tablename__ = "documents"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    size: Mapped[int] = mapped_column(BigInteger)
    added_at: Mapped[datetime]
    added_by: Mapped[str]


class RunRow(Base):
    """One attempt to verify a submission, and how it ended."""

    __tablename__ = "runs"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    fence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    worker: Mapped[str]
    taken_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    """finished, given_back, failed, lost, withdrawn; revised: a person corrected a fact, and nothing was read."""
    reason: Mapped[str | None]
    cause: Mapped[str | None]


class UnitRow(Base):
    """Pages to be read."""

    __tablename__ = "units"
    __table_args__ = (
        UniqueConstraint("sha256", "reader", "first", "last"),
        Index("ix_units_state_priority_id", "state", "priority", "id"),
    )

    id: Mapped[int] = mapped_column(COUNTER, primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256)
    reader: Mapped[str]
    first: Mapped[int]
    last: Mapped[int]
    priority: Mapped[int]
    """0 interactive, 1 batch."""
    state: Mapped[str]
    worker: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    losses: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None]


class ReportRow(Base):
    """A report: its score in columns, its files by hash. All that were ever made are kept."""

    __tablename__ = "reports"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    fence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(SHA256)
    files: Mapped[dict[str, Any]]
    summary: Mapped[dict[str, Any]]
    """The report's `submission`."""
    application: Mapped[dict[str, Any] | None]
    """The application with its claims, as it was understood; None where an earlier release made the report."""
    as_of: Mapped[date]
    rubric: Mapped[str]
    rubric_version: Mapped[str]
    rubric_sha256: Mapped[str] = mapped_column(SHA256)
    rubric_provisional: Mapped[bool]
    extractor: Mapped[str]
    claimed: Mapped[float]
    claimed_sum: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    threshold: Mapped[float]
    eligible: Mapped[str]


class ReportDocumentRow(Base):
    """A document of the newest report; those inside archives too."""

    __tablename__ = "report_documents"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    index: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    path: Mapped[str]
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    kind: Mapped[str]
    kind_confidence: Mapped[float]
    pages: Mapped[int]
    origin: Mapped[str]
    segments: Mapped[list[Any]]
    problems: Mapped[list[Any]]


class FactRow(Base):
    """A fact of the newest report."""

    __tablename__ = "facts"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    index: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document: Mapped[str]
    segment: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str] = mapped_column(index=True)
    value: Mapped[Any | None] = mapped_column(Json)
    raw: Mapped[str]
    confidence: Mapped[float]
    evidence: Mapped[list[Any]]
    note: Mapped[str | None]


class FindingRow(Base):
    """A finding of the newest report."""

    __tablename__ = "findings"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    index: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    criterion: Mapped[str] = mapped_column(index=True)
    check: Mapped[str]
    verdict: Mapped[str]
    claimed: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    explanation: Mapped[str]
    clause: Mapped[str]
    source: Mapped[str]
    facts: Mapped[list[Any]]
    evidence: Mapped[list[Any]]
    no_evidence: Mapped[str | None]


class DiscrepancyRow(Base):
    """A discrepancy of the newest report."""

    __tablename__ = "discrepancies"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    index: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(index=True)
    severity: Mapped[str]
    criterion: Mapped[str | None]
    document: Mapped[str | None]
    message: Mapped[str]
    evidence: Mapped[list[Any]]


class DecisionRow(Base):
    """What a person decided. Triggers refuse to change or remove it."""

    __tablename__ = "decisions"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    outcome: Mapped[str]
    criterion: Mapped[str | None]
    points: Mapped[float | None]
    comment: Mapped[str]
    report: Mapped[str | None] = mapped_column(SHA256)


class IdempotencyRow(Base):
    """A request that was seen, and the answer that it was given."""

    __tablename__ = "idempotency"

    principal: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    status: Mapped[int | None]
    body: Mapped[str | None]


class UploadRow(Base):
    """A file that is under way, in parts, which lie outside the database."""

    __tablename__ = "uploads"

    id: Mapped[str] = mapped_column(primary_key=True)
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), index=True)
    path: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(SHA256)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class WebhookRow(Base):
    """An address that wants to be told."""

    __tablename__ = "webhooks"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    url: Mapped[str]
    secret: Mapped[str]
    """In plain text, for the messages are signed with it."""
    events: Mapped[list[Any]]
    created_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class DeliveryRow(Base):
    """A message to an address."""

    __tablename__ = "deliveries"
    __table_args__ = (Index("ix_deliveries_state_next_at", "state", "next_at"),)

    id: Mapped[int] = mapped_column(COUNTER, primary_key=True)
    webhook_id: Mapped[str] = mapped_column(ForeignKey("webhooks.id"), index=True)
    event: Mapped[str]
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    state: Mapped[str]
    """open, delivered, given_up."""
    tries: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    """When it may be tried; while it is tried, when it may be tried again."""
    problem: Mapped[str | None]


class TrailRow(Base):
    """One row of the trail. Triggers refuse to change or remove it."""

    __tablename__ = "trail"

    seq: Mapped[int] = mapped_column(COUNTER, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    detail: Mapped[str]
    """Canonical JSON, as text so that it stays what was hashed."""
    previous: Mapped[str] = mapped_column(SHA256, unique=True)
    hash: Mapped[str] = mapped_column(SHA256)


class TipRow(Base):
    """The trail's last row, in a table of one row whose lock puts the appenders in a line."""

    __tablename__ = "trail_tip"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[str] = mapped_column(SHA256)
    at: Mapped[datetime]
