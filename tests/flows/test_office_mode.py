"""The same over PostgreSQL and a bucket, as an office has them: workers on many hosts, servers that go away."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.state import State
from extractors.readers import ReaderPool
from flows import desk, kept
from flows.kept import Outcome, verify_kept
from flows.reconciler import Reconciler
from tests.flows.office import OFFICER, Office
from tests.servers import ObjectStore, Postgres, run_object_store, run_postgres
from vault.blobs_minio import open_minio

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(2) as made:
        yield made


@pytest.fixture(scope="module")
def object_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStore]:
    """This file's own, since it is killed."""
    yield from run_object_store(tmp_path_factory.mktemp("seaweed"))


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """This file's own, since it is killed."""
    yield from run_postgres()


@pytest.fixture
def hosts(tmp_path: Path, postgres: Postgres, object_store: ObjectStore) -> Iterator[tuple[Office, Office]]:
    """Two hosts of one office: they share the database and the bucket, and no folder."""
    database, bucket = postgres.new_database(), object_store.new_bucket()
    made: list[Office] = []
    for name in ("one", "two"):
        store = open_minio(
            object_store.endpoint, bucket, object_store.access_key, object_store.secret_key, secure=False
        )
        made.append(Office.open(tmp_path / name, store, database=database, lease_seconds=2))
    yield made[0], made[1]
    for office in made:
        office.records.close()


def documents(office: Office, submission: str) -> dict[str, str]:
    content = json.loads(office.report(submission))
    return {each["path"]: each["sha256"] for each in content["documents"]}


def test_hosts_share_the_pages_of_one_submission(
    submission: Path, hosts: tuple[Office, Office], pool: ReaderPool
) -> None:
    one, two = hosts
    made = one.submit(submission)
    with one.bench(pool, "one") as bench, two.bench(pool, "two"):
        assert verify_kept(made, bench) is Outcome.FINISHED
    assert two.record(made).state is State.IN_REVIEW
    assert "附件.zip!/会议记录.txt" in documents(two, made)


def test_hosts_do_each_submission_once(
    submission: Path, hosts: tuple[Office, Office], pool: ReaderPool
) -> None:
    one, two = hosts
    made = [one.submit(submission) for _ in range(4)]
    outcomes: list[Outcome] = []

    def work(office: Office, name: str) -> None:
        with office.bench(pool, name) as bench:
            outcomes.extend(verify_kept(each, bench) for each in made)

    threads = [threading.Thread(target=work, args=each, daemon=True) for each in ((one, "one"), (two, "two"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == [Outcome.FINISHED] * 4 + [Outcome.IDLE] * 4
    assert [len(one.records.reports(OFFICER, each)) for each in made] == [1] * 4


def finished(office: Office, submission: str, bench: kept.Bench, seconds: float = 90) -> bool:
    """Works as a worker and its reconciler do, until the submission is verified."""
    late = time.monotonic() + seconds
    while time.monotonic() < late:
        try:
            Reconciler(office.records, office.settings).turn()
            if verify_kept(submission, bench) is Outcome.FINISHED:
                return True
        except kept.RecordsError:
            pass  # the database is away: a worker's loops log it and go on
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("which", ["object_store", "postgres"])
def test_a_server_that_is_killed_while_pages_are_read_is_waited_for(
    submission: Path,
    hosts: tuple[Office, Office],
    pool: ReaderPool,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    which: str,
) -> None:
    monkeypatch.setattr(kept, "FIRST_DELAY", 0.1)
    monkeypatch.setattr(desk, "PAUSE_SECONDS", 0.2)
    server: ObjectStore | Postgres = request.getfixturevalue(which)
    office = hosts[0]
    made = office.submit(submission)
    inspect, begun = ReaderPool.inspect, threading.Event()

    def noted(pool: ReaderPool, path: Path, name: str | None = None):  # noqa: ANN202
        begun.set()
        return inspect(pool, path, name)

    monkeypatch.setattr(ReaderPool, "inspect", noted)

    def kill() -> None:
        if not begun.wait(60):
            return
        server.kill()
        time.sleep(3)
        server.start()

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    try:
        with office.bench(pool) as bench:
            assert finished(office, made, bench)
    finally:
        killer.join()
    assert begun.is_set()
    assert len(office.records.reports(OFFICER, made)) == 1
