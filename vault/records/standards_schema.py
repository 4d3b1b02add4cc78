"""The tables of the office's standards and corrections. Triggers refuse to change or remove rows of any of them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from vault.records.schema import COUNTER, SHA256, Base


class StandardRow(Base):
    """A version of the standard, with its file."""

    __tablename__ = "standards"

    sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    standard: Mapped[str]
    version: Mapped[str]
    title: Mapped[str]
    provisional: Mapped[bool]
    file: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    by: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime]


class EnactmentRow(Base):
    """That a version be in force from a day on."""

    __tablename__ = "enactments"

    number: Mapped[int] = mapped_column(COUNTER, primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256, ForeignKey("standards.sha256"))
    since: Mapped[date]
    reason: Mapped[str]
    by: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime]


class EnactmentAnswerRow(Base):
    """What became of it."""

    __tablename__ = "enactment_answers"

    number: Mapped[int] = mapped_column(
        COUNTER, ForeignKey("enactments.number"), primary_key=True, autoincrement=False
    )
    answer: Mapped[str]
    by: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime]


class ListRow(Base):
    """A list of corrections after a change."""

    __tablename__ = "correction_lists"

    list: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[str]
    note: Mapped[str]
    by: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime]
