"""The table of second looks. Triggers refuse to change or remove its rows."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vault.records.schema import Base


class LookRow(Base):
    """What a person found on looking again at a finding that had been passed."""

    __tablename__ = "looks"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    name: Mapped[str]
    criterion: Mapped[str]
    right: Mapped[bool]
    note: Mapped[str]
    seed: Mapped[str]
    """Of the sample that the finding was drawn in."""
