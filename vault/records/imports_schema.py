"""The table of what was taken from exports of the portal."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from vault.records.schema import Base


class ImportRow(Base):
    """A submission's folder or archive that was taken: each content once in a round."""

    __tablename__ = "imports"
    __table_args__ = (Index("ix_imports_round_entry", "round", "entry"),)

    round: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str] = mapped_column(primary_key=True)
    """What names and contents of all its files come to."""
    entry: Mapped[str]
    """What it is called in the export."""
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"))
    at: Mapped[datetime]
