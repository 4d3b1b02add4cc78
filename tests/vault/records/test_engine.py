"""Transactions: whole or not at all, and clear words where the database doesn't do as asked."""

import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import StatementError

from dossier.state import State
from tests.vault.records.office import APPLICANT, OFFICE, Place, opened, received
from vault.blobs import Blobs
from vault.records import Records, engine, open_records
from vault.records.errors import DatabaseBusyError, DatabaseFullError, DatabaseUnreachableError
from vault.records.schema import SubmissionRow, TrailRow, UserRow
from vault.records.verifying import verify_trail


def test_what_fails_midway_leaves_nothing(records: Records) -> None:
    def fail() -> None:
        with records.database.write() as transaction:
            transaction.insert_new(UserRow, id="u", name="u", role="office", created_at=transaction.now)
            transaction.note("u", "user.add", "u")
            raise RuntimeError("power")

    with pytest.raises(RuntimeError, match="power"):
        fail()
    assert records.users() == ()
    assert records.trail(OFFICE) == ()


def test_a_reader_sees_one_moment(records: Records) -> None:
    first = received(records)
    with records.database.read() as transaction:
        query = select(SubmissionRow.id)
        assert transaction.session.scalars(query).all() == [first.id]
        received(records)
        assert transaction.session.scalars(query).all() == [first.id]
    assert len(records.list(OFFICE).items) == 2


def test_a_lock_that_is_held_too_long_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 1)
    records = opened(url)
    with records.database.write() as transaction:
        transaction.note("a", "note", "x")
        transaction.seal()
        with pytest.raises(DatabaseBusyError) as caught:
            records.note("b", "note", "y")
    assert caught.value.lines == ("数据库正忙，没有完成。", "请稍后再试；已保存的数据没有改动。")
    assert [each.actor for each in records.trail(OFFICE)] == ["a"]
    records.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_whoever_stands_still_in_a_transaction_holds_nobody_up_for_long(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "IDLE_SECONDS", 1)
    still, other = opened(url), opened(url)

    def stand_still() -> None:
        with still.database.write() as transaction:
            transaction.note("a", "note", "x")
            transaction.seal()
            other.note("b", "note", "x")
            transaction.session.execute(select(1))

    with pytest.raises(DatabaseUnreachableError):
        stand_still()
    assert [entry.actor for entry in other.trail(OFFICE)] == ["b"]
    still.close()
    other.close()


def test_a_full_disk_is_told_and_keeps_what_was_kept(tmp_path: Path, blobs: Blobs) -> None:
    records = opened(f"sqlite:///{tmp_path / 'records.db'}")
    with records.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    records.database.engine.dispose()
    event.listen(
        records.database.engine,
        "connect",
        lambda connection, _: connection.execute(f"PRAGMA max_page_count={pages + 50}"),
    )

    def fill() -> None:
        for number in range(1000):
            records.note("a", "note", str(number), text="x" * 1000)

    with pytest.raises(DatabaseFullError) as caught:
        fill()
    assert caught.value.lines[0] == "数据库所在的磁盘已满，没有保存。"
    verdict = verify_trail(records, blobs)
    assert verdict.faults == ()
    assert verdict.rows > 10
    records.close()


def test_writers_of_one_process_take_turns(records: Records, blobs: Blobs) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: records.note("a", "note", str(number)), range(80)))
    verdict = verify_trail(records, blobs)
    assert (verdict.rows, verdict.faults) == (80, ())


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_only_the_owner_may_read_the_file(records: Records, tmp_path: Path) -> None:
    received(records)
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.glob("records.db*")}
    del modes["records.db.lock"]
    assert modes["records.db"] == 0o600
    assert set(modes.values()) == {0o600}


def test_a_time_without_its_zone_is_refused(records: Records) -> None:
    naive = datetime(2026, 11, 24, 12, 0)  # noqa: DTZ001 - what is refused
    with pytest.raises(StatementError, match="without its zone"), records.database.read() as transaction:
        transaction.session.scalars(select(TrailRow).where(TrailRow.at < naive)).all()


def test_the_clock_is_the_databases(records: Records) -> None:
    with records.database.read() as transaction:
        assert abs((transaction.now - datetime.now(UTC)).total_seconds()) < 5
        assert transaction.now is transaction.now


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_connections_that_the_server_dropped_are_made_anew(records: Records, url: str) -> None:
    made = received(records)
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert records.get(APPLICANT, made.id) == made
    assert received(records).state is State.RECEIVED


def hand_in(url: str, told: Connection) -> None:
    """Hands submissions in for ever, and tells of each as soon as that was promised."""
    records = open_records(Place(url))
    while True:
        told.send(received(records).id)


def test_what_was_promised_outlives_a_kill(url: str, blobs: Blobs) -> None:
    opened(url).close()
    context = multiprocessing.get_context("forkserver")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=hand_in, args=(url, theirs), daemon=True)
    process.start()
    theirs.close()
    promised = [ours.recv() for _ in range(12)]
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    while ours.poll():
        try:
            promised.append(ours.recv())
        except EOFError:
            break
    records = opened(url)
    for submission in promised:
        assert records.get(OFFICE, submission).state is State.RECEIVED
        assert len(records.documents(OFFICE, submission)) == 1
    assert verify_trail(records, blobs).faults == ()
    assert received(records).state is State.RECEIVED
    records.close()
