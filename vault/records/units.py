"""Units of the reading desk: runs of pages that any worker may read, once."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, case, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from dossier.record import Priority
from dossier.work import Unit, UnitKey, UnitState
from vault.records import messages
from vault.records.part import Part, is_over
from vault.records.schema import UnitRow

MOST_TRIES = 2
"""A unit that failed so often is set aside."""
MOST_LOSSES = 3
"""A unit whose worker vanished so often is set aside. More than the tries: a host that dies takes all its units with it."""
_RANKS: dict[Priority, int] = {"interactive": 0, "batch": 1}
_AT_ONCE = 500
"""Units that go into one statement: SQLite limits the variables of one."""


class UnitRecords(Part):
    """Pages to be read. Nothing here is in the trail: what was read can be read again."""

    def want(self, units: Sequence[UnitKey], priority: Priority) -> None:
        """Has these read. Those known already stay as they are, and become urgent where they are wanted urgently."""
        rows = [
            {
                "sha256": key.sha256,
                "reader": key.reader,
                "first": key.first,
                "last": key.last,
                "priority": _RANKS[priority],
                "state": UnitState.OPEN,
                "tries": 0,
                "losses": 0,
            }
            for key in sorted(set(units), key=_order)
        ]
        upsert = sqlite.insert if self._database.sqlite else postgresql.insert
        with self._database.write() as transaction:
            for start in range(0, len(rows), _AT_ONCE):
                statement = upsert(UnitRow).values(rows[start : start + _AT_ONCE])
                more_urgent = UnitRow.priority > statement.excluded.priority
                transaction.session.execute(
                    statement.on_conflict_do_update(
                        index_elements=["sha256", "reader", "first", "last"],
                        set_={"priority": statement.excluded.priority},
                        where=more_urgent,
                    )
                )

    def take_units(self, worker: str, count: int, lease_seconds: float) -> tuple[Unit, ...]:
        """Takes up to `count` open units, urgent ones first, oldest first. No unit is ever given to two."""
        with self._database.write() as transaction:
            chosen = (
                select(UnitRow.id)
                .where(UnitRow.state == UnitState.OPEN)
                .order_by(UnitRow.priority, UnitRow.id)
                .limit(count)
                .with_for_update(skip_locked=True)
            )
            ids = transaction.session.scalars(chosen).all()
            if not ids:
                return ()
            taken = transaction.session.scalars(
                update(UnitRow)
                .where(UnitRow.id.in_(ids))
                .values(
                    state=UnitState.TAKEN,
                    worker=worker,
                    lease_until=transaction.now + timedelta(seconds=lease_seconds),
                )
                .returning(UnitRow)
            ).all()
            return tuple(_unit_of(row) for row in sorted(taken, key=lambda row: (row.priority, row.id)))

    def beat_units(self, worker: str, units: Sequence[UnitKey], lease_seconds: float) -> None:
        """Puts the leases off of those that the worker still holds."""
        with self._database.write() as transaction:
            until = transaction.now + timedelta(seconds=lease_seconds)
            for key in sorted(units, key=_order):
                transaction.session.execute(
                    update(UnitRow).where(*_held(key, worker)).values(lease_until=until)
                )

    def units_done(self, units: Sequence[UnitKey]) -> None:
        """What they gave is in the store. Told late or twice it is no less true."""
        if not units:
            return
        with self._database.write() as transaction:
            for key in sorted(units, key=_order):
                transaction.session.execute(
                    update(UnitRow)
                    .where(*_is(key))
                    .values(state=UnitState.DONE, worker=None, lease_until=None, problem=None)
                )

    def unit_failed(self, key: UnitKey, worker: str, problem: str) -> UnitState | None:
        """Reading it failed: it is open again, or set aside the second time. None: the worker doesn't hold it."""
        with self._database.write() as transaction:
            aside = UnitRow.tries + 1 >= MOST_TRIES
            after = transaction.session.scalars(
                update(UnitRow)
                .where(*_held(key, worker))
                .values(
                    state=case((aside, UnitState.ASIDE.value), else_=UnitState.OPEN.value),
                    tries=UnitRow.tries + 1,
                    problem=problem,
                    worker=None,
                    lease_until=None,
                )
                .returning(UnitRow.state)
            ).one_or_none()
            return None if after is None else UnitState(after)

    def release_units(self, worker: str, units: Sequence[UnitKey]) -> None:
        """Opens those that the worker holds, which it can't read now through no fault of theirs."""
        if not units:
            return
        with self._database.write() as transaction:
            for key in sorted(units, key=_order):
                transaction.session.execute(
                    update(UnitRow)
                    .where(*_held(key, worker))
                    .values(state=UnitState.OPEN, worker=None, lease_until=None)
                )

    def forget_units(self, sha256s: Sequence[str], reader: str) -> None:
        """Forgets the units of contents of which all are done or aside, so that they are wanted anew."""
        with self._database.write() as transaction:
            for sha256 in sorted(set(sha256s)):
                mine = (UnitRow.sha256 == sha256, UnitRow.reader == reader)
                under_way = select(UnitRow.id).where(
                    *mine, UnitRow.state.in_((UnitState.OPEN, UnitState.TAKEN))
                )
                if transaction.session.scalar(under_way.limit(1)) is None:
                    transaction.session.execute(delete(UnitRow).where(*mine))

    def reopen_units(self) -> int:
        """Opens units whose lease has ended by the database's clock; aside the third time. How many."""
        with self._database.write() as transaction:
            aside = UnitRow.losses + 1 >= MOST_LOSSES
            ended = (
                select(UnitRow.id)
                .where(UnitRow.state == UnitState.TAKEN, is_over(UnitRow.lease_until, transaction.now))
                .order_by(UnitRow.id)
                .with_for_update(skip_locked=True)
            )
            ids = transaction.session.scalars(ended).all()
            for start in range(0, len(ids), _AT_ONCE):
                transaction.session.execute(
                    update(UnitRow)
                    .where(UnitRow.id.in_(ids[start : start + _AT_ONCE]))
                    .values(
                        state=case((aside, UnitState.ASIDE.value), else_=UnitState.OPEN.value),
                        problem=case((aside, messages.UNIT_VANISHED), else_=UnitRow.problem),
                        losses=UnitRow.losses + 1,
                        worker=None,
                        lease_until=None,
                    )
                )
            return len(ids)

    def units_of(self, sha256s: Sequence[str], reader: str) -> tuple[Unit, ...]:
        """The units of these contents, by content and page."""
        contents = sorted(set(sha256s))
        found: list[Unit] = []
        with self._database.read() as transaction:
            for start in range(0, len(contents), _AT_ONCE):
                query = (
                    select(UnitRow)
                    .where(UnitRow.reader == reader, UnitRow.sha256.in_(contents[start : start + _AT_ONCE]))
                    .order_by(UnitRow.sha256, UnitRow.first, UnitRow.last)
                )
                found.extend(_unit_of(row) for row in transaction.session.scalars(query))
        return tuple(found)

    def open_units(self) -> int:
        """How many units wait or are being read."""
        with self._database.read() as transaction:
            query = select(func.count()).where(UnitRow.state.in_((UnitState.OPEN, UnitState.TAKEN)))
            return transaction.session.scalar(query) or 0


def _order(key: UnitKey) -> tuple[str, str, int, int]:
    """One order for all, so that transactions never wait for each other in a ring."""
    return key.sha256, key.reader, key.first, key.last


def _is(key: UnitKey) -> tuple[ColumnElement[bool], ...]:
    return (
        UnitRow.sha256 == key.sha256,
        UnitRow.reader == key.reader,
        UnitRow.first == key.first,
        UnitRow.last == key.last,
    )


def _held(key: UnitKey, worker: str) -> tuple[ColumnElement[bool], ...]:
    return (*_is(key), UnitRow.state == UnitState.TAKEN, UnitRow.worker == worker)


def _unit_of(row: UnitRow) -> Unit:
    return Unit(
        key=UnitKey(sha256=row.sha256, reader=row.reader, first=row.first, last=row.last),
        priority="interactive" if row.priority == _RANKS["interactive"] else "batch",
        state=UnitState(row.state),
        worker=row.worker,
        lease_until=row.lease_until,
        tries=row.tries,
        losses=row.losses,
        problem=row.problem,
    )
