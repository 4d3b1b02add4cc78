"""Sessions. The browser holds a secret of 256 bits; the database its hash, so that a copy of it opens no session."""

import secrets
from datetime import timedelta

from sqlalchemy import delete, select

from dossier.account import Session, Stage
from vault.records.accounts import locked_account
from vault.records.accounts_errors import SignInError
from vault.records.accounts_schema import AccountRow, SessionRow
from vault.records.engine import Transaction
from vault.records.errors import NotFoundError
from vault.records.identifiers import digest
from vault.records.part import Part
from vault.records.schema import UserRow
from vault.records.users import end_sessions, principal_of_row

SEEN_AGAIN = timedelta(minutes=1)
"""A use is noted when the last one that was is older than this."""
UNFINISHED = timedelta(minutes=15)
"""How long a session waits for a second factor."""
_AGENT = 200


class SessionRecords(Part):
    """Who is signed in, in which browsers."""

    def begin_session(self, user: str, stage: Stage, *, hours: float, agent: str = "") -> str:
        """The secret of a new session, which ends after `hours` whatever happens. SignInError where the account is disabled."""
        secret = secrets.token_urlsafe(32)
        with self._database.write() as transaction:
            account = locked_account(transaction, user)
            if account.disabled_at is not None:
                raise SignInError(f"{user} is disabled")
            now = transaction.now
            transaction.session.execute(delete(SessionRow).where(SessionRow.expires_at <= now))
            lasts = timedelta(hours=hours) if stage is Stage.WHOLE else UNFINISHED
            transaction.session.add(
                SessionRow(
                    sha256=digest(secret),
                    user_id=user,
                    stage=stage.value,
                    agent=agent[:_AGENT],
                    begun_at=now,
                    seen_at=now,
                    expires_at=now + lasts,
                )
            )
            if stage is Stage.WHOLE:
                account.last_seen_at = now
                transaction.note(user, "session.begin", user)
        return secret

    def session_of(self, secret: str, *, idle_minutes: float) -> Session | None:
        """The session that a browser holds the secret of. None where it is over: ended, past its time, or not used for so long."""
        idle = timedelta(minutes=idle_minutes)
        with self._database.read() as transaction:
            row = transaction.session.get(SessionRow, digest(secret))
            if row is None or min(row.expires_at, row.seen_at + idle) <= transaction.now:
                return None
            account = transaction.session.get(AccountRow, row.user_id)
            if account is None or account.disabled_at is not None:
                return None
            found = _session_of(transaction, row)
            stale = transaction.now - row.seen_at >= SEEN_AGAIN
        if stale:
            self._note_seen(found.id)
        return found

    def sessions(self, user: str) -> tuple[Session, ...]:
        """A user's sessions, the newest first."""
        query = select(SessionRow).where(SessionRow.user_id == user).order_by(SessionRow.begun_at.desc())
        with self._database.read() as transaction:
            rows = transaction.session.scalars(query.where(SessionRow.expires_at > transaction.now))
            return tuple(_session_of(transaction, row) for row in rows)

    def end_session(self, actor: str, session: str) -> None:
        """Ends a session by its id. Twice is once."""
        with self._database.write() as transaction:
            row = transaction.session.get(SessionRow, session, with_for_update=True)
            if row is not None:
                transaction.session.delete(row)
                transaction.note(actor, "session.end", row.user_id)

    def end_sessions(self, actor: str, user: str, *, keep: str | None = None) -> None:
        """Ends all sessions of a user but `keep`. NotFoundError."""
        with self._database.write() as transaction:
            if transaction.session.get(UserRow, user) is None:
                raise NotFoundError(user)
            end_sessions(transaction, user, keep=keep)
            transaction.note(actor, "session.end_all", user)

    def _note_seen(self, session: str) -> None:
        with self._database.write() as transaction:
            row = transaction.session.get(SessionRow, session, with_for_update=True)
            if row is not None and transaction.now - row.seen_at >= SEEN_AGAIN:
                row.seen_at = transaction.now


def _session_of(transaction: Transaction, row: SessionRow) -> Session:
    return Session(
        id=row.sha256,
        user=principal_of_row(transaction.session.get_one(UserRow, row.user_id)),
        stage=Stage(row.stage),
        agent=row.agent,
        begun_at=row.begun_at,
        seen_at=row.seen_at,
        expires_at=row.expires_at,
    )
