"""The tables of the reviewers' queue and of the rounds."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vault.records.schema import Base


class StandingRow(Base):
    """How a submission's newest report reads in the queue, so that a list need not count discrepancies."""

    __tablename__ = "standings"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    claimed: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    threshold: Mapped[float]
    eligible: Mapped[str]
    gates: Mapped[int]
    majors: Mapped[int]
    traces: Mapped[int]


class RoundRow(Base):
    """A round: its days by the office's calendar, and how many a recommender may put forward."""

    __tablename__ = "rounds"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    closes_on: Mapped[date]
    recommend_by: Mapped[date]
    appeals_until: Mapped[date | None]
    city_quota: Mapped[int]
    industry_quota: Mapped[int]
    version: Mapped[int]
    created_at: Mapped[datetime]


class ViewRow(Base):
    """What somebody keeps the queue's address for."""

    __tablename__ = "views"

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    query: Mapped[str]
