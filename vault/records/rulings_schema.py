"""The tables of rulings, supplements and corrections. Triggers refuse to change or remove their rows."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from vault.records.schema import SHA256, Base


class RulingRow(Base):
    """What a person said of a discrepancy."""

    __tablename__ = "rulings"
    __table_args__ = (Index("ix_rulings_submission_id_fingerprint", "submission_id", "fingerprint"),)

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    fingerprint: Mapped[str]
    code: Mapped[str]
    severity: Mapped[str]
    criterion: Mapped[str | None]
    document: Mapped[str | None]
    message: Mapped[str]
    outcome: Mapped[str]
    reason: Mapped[str]
    report: Mapped[str] = mapped_column(SHA256)


class SupplementRow(Base):
    """What the applicant was asked, and until when."""

    __tablename__ = "supplements"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    name: Mapped[str]
    due_on: Mapped[date]
    note: Mapped[str]
    questions: Mapped[list[Any]]
    report: Mapped[str] = mapped_column(SHA256)


class RevisionRow(Base):
    """A fact that a person corrected."""

    __tablename__ = "revisions"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    fact: Mapped[dict[str, Any]]
    reason: Mapped[str]
    report: Mapped[str] = mapped_column(SHA256)
