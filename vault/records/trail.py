"""The trail, as it is read and as the day's head is told of it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from pydantic import JsonValue
from sqlalchemy import select

from dossier.dates import CHINA
from dossier.principal import Principal
from dossier.trail import Head, TrailEntry, TrailFilter
from vault.blobs import lock_ends
from vault.records import access, chain
from vault.records.engine import Transaction
from vault.records.part import Part
from vault.records.schema import TrailRow


class TrailRecords(Part):
    """What happened, in the order in which it did."""

    def note(self, actor: str, action: str, subject: str, **detail: JsonValue) -> None:
        """Appends what changes no record, such as a login or a download."""
        with self._database.write() as transaction:
            transaction.note(actor, action, subject, **detail)

    def history(self, principal: Principal, submission: str) -> tuple[TrailEntry, ...]:
        """The rows on one submission, oldest first, for those who see it. NotFoundError."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            query = select(TrailRow).where(TrailRow.subject == submission).order_by(TrailRow.seq)
            return tuple(entry_of(row) for row in transaction.session.scalars(query))

    def trail(self, principal: Principal, *, after: int = 0, limit: int = 200) -> tuple[TrailEntry, ...]:
        """Rows behind `after`, oldest first. NotAllowedError unless the role audits."""
        access.check_audits(principal)
        query = select(TrailRow).where(TrailRow.seq > after).order_by(TrailRow.seq).limit(limit)
        with self._database.read() as transaction:
            return tuple(entry_of(row) for row in transaction.session.scalars(query))

    def trail_page(
        self, principal: Principal, wanted: TrailFilter, *, before: int | None = None, limit: int = 50
    ) -> tuple[TrailEntry, ...]:
        """Rows that fit, newest first, of those ahead of `before`. NotAllowedError unless the role audits."""
        access.check_audits(principal)
        query = select(TrailRow).order_by(TrailRow.seq.desc()).limit(limit)
        if before is not None:
            query = query.where(TrailRow.seq < before)
        if wanted.subject:
            query = query.where(TrailRow.subject.startswith(wanted.subject, autoescape=True))
        if wanted.actor:
            query = query.where(TrailRow.actor == wanted.actor)
        if wanted.action:
            query = query.where(TrailRow.action.startswith(wanted.action, autoescape=True))
        if wanted.day is not None:
            ends = lock_ends(wanted.day)
            query = query.where(TrailRow.at >= ends - timedelta(days=1), TrailRow.at < ends)
        with self._database.read() as transaction:
            return tuple(entry_of(row) for row in transaction.session.scalars(query))

    def heads(self, known: frozenset[date]) -> tuple[Head, ...]:
        """The heads of all days of the office that are over, but for those known. No row will be added to such a day."""
        with self._database.write() as transaction:
            tip = chain.lock_tip(transaction.session)
            tip.at = max(tip.at, transaction.now)
            return tuple(_heads(transaction, tip.at, known))


def entry_of(row: TrailRow) -> TrailEntry:
    """The noun of a row."""
    return TrailEntry.model_validate({name: getattr(row, name) for name in TrailEntry.model_fields})


def _heads(transaction: Transaction, now: datetime, known: frozenset[date]) -> Iterator[Head]:
    first = transaction.session.scalar(select(TrailRow.at).order_by(TrailRow.seq).limit(1))
    if first is None:
        return
    day, today = office_day(first), office_day(now)
    while day < today:
        if day not in known:
            query = (
                select(TrailRow)
                .where(TrailRow.at < lock_ends(day))
                .order_by(TrailRow.at.desc(), TrailRow.seq.desc())
            )
            row = transaction.session.scalars(query.limit(1)).one()
            yield Head(day=day, seq=row.seq, hash=row.hash)
        day += timedelta(days=1)


def office_day(at: datetime) -> date:
    """The day of the office in which a moment lies."""
    return at.astimezone(CHINA).date()
