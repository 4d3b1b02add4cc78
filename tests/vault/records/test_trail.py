"""The trail: who tampers with it is found out, and told where."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from dossier.trail import GENESIS, FaultKind, TrailEntry, canonical
from tests.vault.records.office import APPLICANT, OFFICE, decided, execute, received
from vault.blobs import Blobs
from vault.records import Records, chain
from vault.records.heads import publish_heads
from vault.records.schema import TipRow, TrailRow
from vault.records.trail import entry_of, office_day
from vault.records.verifying import verify_trail

DAYS_AGO = (4, 4, 4, 4, 3, 3, 3, 3, 1, 1, 1, 0)
"""When the twelve rows were written. Heads: rows 4, 8, 8 (a day on which nothing happened) and 11."""
Found = list[tuple[FaultKind, int, int]]


@pytest.fixture
def written(records: Records, blobs: Blobs) -> Records:
    """Twelve rows over some days, and the heads of the days that are over."""
    now = datetime.now(UTC)
    for number, days in enumerate(DAYS_AGO, start=1):
        entry = chain.Entry("zhang", "note", f"S{number}", {"名称": f"第{number}条", "points": number / 3})
        with records.database.write() as transaction:
            chain.append(transaction.session, now - timedelta(days=days), [entry])
    assert [head.seq for head in publish_heads(records, blobs)] == [4, 8, 8, 11]
    return records


def faults(records: Records, blobs: Blobs) -> Found:
    """What is found."""
    return [(each.kind, each.first, each.last) for each in verify_trail(records, blobs).faults]


def unguard(records: Records) -> None:
    """Drops the triggers, as someone who owns the database can."""
    on = "" if records.database.sqlite else " ON trail"
    verbs = ("update", "delete") if records.database.sqlite else ("update", "delete", "truncate")
    execute(records, *(f"DROP TRIGGER trail_no_{verb}{on}" for verb in verbs))


def entries(records: Records) -> list[TrailEntry]:
    """All rows."""
    with records.database.read() as transaction:
        rows = transaction.session.scalars(select(TrailRow).order_by(TrailRow.seq))
        return [entry_of(row) for row in rows]


def rewrite(records: Records, rows: list[TrailEntry]) -> None:
    """Makes the chain anew over these rows, numbered from 1, and sets the tip."""
    previous = GENESIS
    with records.database.engine.begin() as connection:
        connection.execute(delete(TrailRow))
        for seq, row in enumerate(rows, start=1):
            placed = row.model_copy(update={"seq": seq, "previous": previous})
            made = placed.model_copy(update={"hash": placed.digest()})
            connection.execute(insert(TrailRow).values(**made.model_dump()))
            previous = made.hash
        connection.execute(update(TipRow).values(seq=len(rows), hash=previous))


def move_rows(records: Records, *moves: tuple[int, int]) -> None:
    """Gives rows other numbers."""
    with records.database.engine.begin() as connection:
        for before, _ in moves:
            connection.execute(update(TrailRow).where(TrailRow.seq == before).values(seq=-before))
        for before, after in moves:
            connection.execute(update(TrailRow).where(TrailRow.seq == -before).values(seq=after))


def set_fields(records: Records, seq: int, *, rehash: bool, **fields: object) -> None:
    """Edits a row, with its hash made to fit if asked."""
    (entry,) = (each for each in entries(records) if each.seq == seq)
    edited = entry.model_copy(update=fields)
    if rehash:
        edited = edited.model_copy(update={"hash": edited.digest()})
    with records.database.engine.begin() as connection:
        connection.execute(update(TrailRow).where(TrailRow.seq == seq).values(**edited.model_dump()))


def forge_end(records: Records) -> None:
    """Sets the tip to the last row that is there."""
    last = entries(records)[-1]
    with records.database.engine.begin() as connection:
        connection.execute(update(TipRow).values(seq=last.seq, hash=last.hash))


def rewrite_edited(records: Records) -> None:
    """Edits row 6 and makes all behind it anew."""
    rows = entries(records)
    rows[5] = rows[5].model_copy(update={"detail": canonical({"points": 100})})
    rewrite(records, rows)


class Tampering(NamedTuple):
    """What was done, and what has to be found."""

    do: Callable[[Records], object]
    found: Found


EDITED, CUT, REORDERED, REWRITTEN = (
    FaultKind.EDITED,
    FaultKind.CUT,
    FaultKind.REORDERED,
    FaultKind.REWRITTEN,
)
EARLIER = datetime(2026, 1, 1, tzinfo=UTC)
TAMPERINGS = {
    "nothing": Tampering(lambda _: None, []),
    "edited detail": Tampering(lambda it: set_fields(it, 6, rehash=False, detail="{}"), [(EDITED, 6, 6)]),
    "edited actor": Tampering(lambda it: set_fields(it, 1, rehash=False, actor="li"), [(EDITED, 1, 1)]),
    "edited time": Tampering(lambda it: set_fields(it, 12, rehash=False, at=EARLIER), [(EDITED, 12, 12)]),
    "edited hash": Tampering(lambda it: set_fields(it, 6, rehash=False, hash="0" * 64), [(EDITED, 6, 6)]),
    "edited link": Tampering(lambda it: set_fields(it, 6, rehash=False, previous="1" * 64), [(EDITED, 6, 6)]),
    "edited with its hash": Tampering(
        lambda it: set_fields(it, 6, rehash=True, detail="{}"), [(REWRITTEN, 6, 7)]
    ),
    "edited two": Tampering(
        lambda it: (
            set_fields(it, 3, rehash=False, action="x"),
            set_fields(it, 9, rehash=False, subject="x"),
        ),
        [(EDITED, 3, 3), (EDITED, 9, 9)],
    ),
    "cut from the middle": Tampering(
        lambda it: execute(it, "DELETE FROM trail WHERE seq BETWEEN 5 AND 7"), [(CUT, 5, 7)]
    ),
    "cut at the start": Tampering(lambda it: execute(it, "DELETE FROM trail WHERE seq <= 3"), [(CUT, 1, 3)]),
    "cut at the end": Tampering(lambda it: execute(it, "DELETE FROM trail WHERE seq > 9"), [(CUT, 10, 12)]),
    "cut at the end, with the tip": Tampering(
        lambda it: (execute(it, "DELETE FROM trail WHERE seq > 9"), forge_end(it)), [(CUT, 10, 11)]
    ),
    "all gone": Tampering(
        lambda it: execute(it, "DELETE FROM trail", f"UPDATE trail_tip SET seq = 0, hash = '{GENESIS}'"),
        [(CUT, 1, 11)],
    ),
    "the tip gone": Tampering(lambda it: execute(it, "DELETE FROM trail_tip"), [(CUT, 12, 12)]),
    "swapped neighbours": Tampering(
        lambda it: move_rows(it, (6, 7), (7, 6)), [(REORDERED, 6, 6), (REORDERED, 7, 7)]
    ),
    "swapped far apart": Tampering(
        lambda it: move_rows(it, (2, 10), (10, 2)), [(REORDERED, 2, 2), (REORDERED, 10, 10)]
    ),
    "moved to the end": Tampering(
        lambda it: (move_rows(it, (6, 13)), execute(it, "UPDATE trail_tip SET seq = 13")),
        [(CUT, 6, 6), (REORDERED, 13, 13), (REWRITTEN, 13, 13)],
    ),
    "made anew from an edited row on": Tampering(rewrite_edited, [(REWRITTEN, 5, 8), (REWRITTEN, 5, 11)]),
    "made anew without a row": Tampering(
        lambda it: rewrite(it, [each for each in entries(it) if each.seq != 6]),
        [(REWRITTEN, 5, 8), (REWRITTEN, 5, 11)],
    ),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_found_and_the_rows_are_named(written: Records, blobs: Blobs, name: str) -> None:
    tampering = TAMPERINGS[name]
    unguard(written)
    tampering.do(written)
    found = list(dict.fromkeys(faults(written, blobs)))
    assert found == tampering.found


def test_faults_are_told_in_chinese(written: Records, blobs: Blobs) -> None:
    unguard(written)
    move_rows(written, (6, 7), (7, 6))
    execute(written, "DELETE FROM trail WHERE seq = 2")
    assert [each.message for each in verify_trail(written, blobs).faults] == [
        "中间缺少第 2 至 2 条。",
        "第 6 条原本是第 7 条，次序被改动过。",
        "第 7 条原本是第 6 条，次序被改动过。",
    ]


@pytest.mark.parametrize("statement", ["UPDATE trail SET actor = 'x'", "DELETE FROM trail", "TRUNCATE trail"])
def test_the_database_refuses_to_change_or_remove_rows(
    written: Records, blobs: Blobs, statement: str
) -> None:
    if written.database.sqlite and statement.startswith("TRUNCATE"):
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DBAPIError, match="append-only"):
        execute(written, statement)
    if written.database.sqlite:
        with pytest.raises(DBAPIError, match="append-only"):
            execute(written, "INSERT OR REPLACE INTO trail SELECT * FROM trail WHERE seq = 3")
    assert faults(written, blobs) == []


def test_a_missing_or_altered_head_is_told(written: Records, blobs: Blobs) -> None:
    today = office_day(datetime.now(UTC))
    keys = [f"trail/{today - timedelta(days=days)}.json" for days in (4, 3, 2, 1)]
    assert sorted(blobs.keys("trail/")) == keys
    blobs.delete(keys[1])
    assert faults(written, blobs) == [(FaultKind.HEAD_MISSING, 4, 4)]
    forged = b'{"day":"2026-01-01","seq":8,"hash":"x"}'
    blobs.put(keys[1], io.BytesIO(forged), size=len(forged))
    assert faults(written, blobs) == [(FaultKind.HEAD_MISSING, 4, 4)]


def test_heads_are_published_once(written: Records, blobs: Blobs) -> None:
    assert publish_heads(written, blobs) == ()
    verdict = verify_trail(written, blobs)
    assert (verdict.rows, verdict.heads, verdict.faults) == (12, 4, ())


def test_a_head_that_says_something_else_is_told_and_not_replaced(written: Records, blobs: Blobs) -> None:
    day = office_day(datetime.now(UTC)) - timedelta(days=1)
    heads = written.heads(frozenset())
    assert heads[-1].day == day
    blobs.delete(f"trail/{day}.json")
    forged = heads[-1].model_copy(update={"hash": "0" * 64}).model_dump_json().encode()
    blobs.put(f"trail/{day}.json", io.BytesIO(forged), size=len(forged))
    assert faults(written, blobs) == [(REWRITTEN, 9, 11)]
    assert publish_heads(written, blobs) == ()


def test_the_time_never_runs_backwards(written: Records) -> None:
    with written.database.write() as transaction:
        entry = chain.Entry("zhang", "note", "x", {})
        chain.append(transaction.session, datetime.now(UTC) - timedelta(days=9), [entry])
    times = [each.at for each in entries(written)]
    assert times == sorted(times)


def test_what_is_undone_leaves_no_row(records: Records, blobs: Blobs) -> None:
    made = received(records)
    before = len(entries(records))
    with pytest.raises(Exception, match="更新"):
        records.withdraw(APPLICANT, made.id, 99)
    assert len(entries(records)) == before
    assert faults(records, blobs) == []


def test_all_that_happens_to_a_submission_is_told(records: Records, blobs: Blobs) -> None:
    there = decided(records)
    records.note("zhang", "login", "zhang", address="127.0.0.1")
    told = [(each.actor, each.action) for each in records.history(OFFICE, there.id)]
    assert told == [
        ("applicant", "submission.create"),
        ("applicant", "document.add"),
        ("applicant", "submission.move"),
        ("worker:w1", "submission.move"),
        ("worker:w1", "submission.move"),
        ("worker:w1", "report.keep"),
        ("worker:w1", "submission.move"),
        ("reviewer", "decision.add"),
        ("reviewer", "submission.move"),
    ]
    assert entries(records)[-1].detail == '{"address":"127.0.0.1"}'
    assert faults(records, blobs) == []


def test_rows_survive_the_database_to_the_microsecond(written: Records) -> None:
    column = "strftime('%Y-%m-%d %H:%M:%f', at)" if written.database.sqlite else "at::text"
    with written.database.engine.connect() as connection:
        stored = connection.execute(text(f"SELECT {column} FROM trail WHERE seq = 12")).scalar_one()
    (last,) = entries(written)[-1:]
    assert stored.startswith(f"{last.at:%Y-%m-%d %H:%M:%S}")
    assert last.at.utcoffset() == timedelta(0)
    assert last.hash == last.digest()
