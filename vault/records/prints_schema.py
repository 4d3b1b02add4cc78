"""The tables of page prints, and of the telephone numbers on pages."""

from sqlalchemy import BigInteger, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from vault.records.schema import SHA256, Base


class PrintRow(Base):
    """What a page of a content is found again by."""

    __tablename__ = "prints"

    sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    reader: Mapped[str] = mapped_column(primary_key=True)
    """Version of the readers whose page it is."""
    page: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bits: Mapped[int | None] = mapped_column(BigInteger)
    """As a signed number."""
    sketch: Mapped[bytes | None] = mapped_column(LargeBinary)
    marks: Mapped[bytes | None] = mapped_column(LargeBinary)


class TelephoneRow(Base):
    """A telephone number that a page of a content bears. What has prints has its numbers here, too."""

    __tablename__ = "telephones"

    sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    reader: Mapped[str] = mapped_column(primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str] = mapped_column(primary_key=True)
    contact: Mapped[bool]
