"""The tables of accounts. Of secrets that are only compared, no more than a hash is kept."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vault.records.schema import SHA256, Base


class AccountRow(Base):
    """How a user comes in. A user without such a row can't yet."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), primary_key=True)
    password: Mapped[str | None]
    """As argon2 writes it: parameters, salt and hash."""
    issuer: Mapped[str | None]
    """Who vouches for the user at the portal's sign-in, and under which name."""
    subject: Mapped[str | None]
    totp: Mapped[str | None]
    """The secret that is shared with the user's device, in base 32: codes are computed from it, so no hash would do."""
    totp_proposed: Mapped[str | None]
    """One that the user has been shown and hasn't confirmed."""
    totp_step: Mapped[int] = mapped_column(default=0)
    """The last half minute of which a code was taken: none is taken twice."""
    last_seen_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]


class SessionRow(Base):
    """A session in a browser."""

    __tablename__ = "sessions"

    sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    stage: Mapped[str]
    agent: Mapped[str]
    begun_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class InvitationRow(Base):
    """A link with which a user sets a password, once."""

    __tablename__ = "invitations"

    sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class RecoveryCodeRow(Base):
    """A code that stands in for the second factor, once."""

    __tablename__ = "recovery_codes"

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)


class AttemptRow(Base):
    """Failed attempts of late: at an account, from an address, at a second factor."""

    __tablename__ = "sign_in_attempts"

    key: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(index=True)
    locked_until: Mapped[datetime | None]
