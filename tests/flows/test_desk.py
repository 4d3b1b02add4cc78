"""The reading desk: every content once, by whoever is free, whatever becomes of workers and reading processes."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.page import ProblemCode, Reading
from dossier.record import Priority
from dossier.work import Unit, UnitKey, UnitState
from extractors.readers import READER_VERSION, Inspection, PageAnswer, ReaderPool, digest, read_file
from flows import desk as desk_module
from flows import steps
from flows.bench import Bench
from flows.lease import StoppedError
from flows.unit_reading import FIRST_PAGES
from tests.extractors.readers import making
from tests.flows.office import Office

PAGES = 20
ROOT = Path(steps.__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(2) as made:
        yield made


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document of many pages of text."""
    place = tmp_path_factory.mktemp("volume") / "volume"
    return making.pdf(place, *[making.certificate] * PAGES)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office.open(tmp_path / "data")
    yield made
    made.records.close()


def put(office: Office, *paths: Path) -> list[str]:
    """Keeps files as originals; their hashes."""
    hashes = [digest(path) for path in paths]
    for sha256, path in zip(hashes, paths, strict=True):
        office.originals.put(path, sha256=sha256, size=path.stat().st_size)
    return hashes


def text(tmp_path: Path, words: str) -> Path:
    path = tmp_path / f"{words}.txt"
    path.write_text(words, encoding="utf-8")
    return path


def read(
    bench: Bench, *contents: str, priority: Priority = "interactive", again: bool = False
) -> dict[str, Reading]:
    return bench.desk.read(contents, priority=priority, tell=lambda *_: None, check=lambda: None, again=again)


def units(office: Office, sha256: str) -> list[Unit]:
    return list(office.records.units_of([sha256], READER_VERSION))


@pytest.fixture
def read_pages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, int]]:
    """The content, first and last page of what reading processes are asked for from now on."""
    asked: list[tuple[str, int, int]] = []
    original = ReaderPool.read_pages

    def noted(pool: ReaderPool, path: Path, media_type: str, first: int, last: int) -> list[PageAnswer]:
        asked.append((path.name, first, last))
        return original(pool, path, media_type, first, last)

    monkeypatch.setattr(ReaderPool, "read_pages", noted)
    return asked


def test_a_long_document_is_read_in_units_and_is_the_same_as_without(
    volume: Path, office: Office, pool: ReaderPool
) -> None:
    (sha256,) = put(office, volume)
    with office.bench(pool) as bench:
        assert read(bench, sha256) == {sha256: read_file(volume)}
    of_volume = units(office, sha256)
    assert len(of_volume) > 1
    assert {each.state for each in of_volume} == {UnitState.DONE}
    assert steps.reading_store(office.settings.data).get(sha256) == read_file(volume)


def test_a_short_document_is_one_unit(office: Office, pool: ReaderPool, tmp_path: Path) -> None:
    (sha256,) = put(office, text(tmp_path, "好"))
    with office.bench(pool) as bench:
        read(bench, sha256)
    assert [each.state for each in units(office, sha256)] == [UnitState.DONE]


def test_a_content_is_read_once_for_all_who_want_it(
    volume: Path, office: Office, pool: ReaderPool, read_pages: list[tuple[str, int, int]]
) -> None:
    (sha256,) = put(office, volume)
    found: list[Reading] = []
    with office.bench(pool, "one") as one, office.bench(pool, "two") as two:
        threads = [
            threading.Thread(
                target=lambda bench=bench: found.append(read(bench, sha256)[sha256]), daemon=True
            )
            for bench in (one, one, two, two)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(found) == len(threads)
    assert all(each == found[0] for each in found)
    assert len(read_pages) == len(set(read_pages))


@pytest.mark.parametrize("blow", [signal.SIGSEGV, signal.SIGKILL], ids=["crash", "killed"])
def test_a_page_that_ends_reading_processes_is_set_aside_and_the_rest_goes_on(
    volume: Path, office: Office, tmp_path: Path, blow: int
) -> None:
    (sha256, other) = put(office, volume, text(tmp_path, "好"))
    page = FIRST_PAGES + 3
    with ReaderPool(2) as own, office.bench(own) as bench:
        over = threading.Event()
        threading.Thread(target=strike, args=(own, page, blow, over), daemon=True).start()
        try:
            found = read(bench, sha256, other)
        finally:
            over.set()
        problems = [(each.code, each.page) for each in found[sha256].problems]
        assert problems == [(ProblemCode.READER_FAILED, page)]
        assert [each.number for each in found[sha256].pages if not each.lines] == [page]
        assert not found[other].problems
        assert steps.reading_store(office.settings.data).get(sha256) is None, "another time may do better"
        assert read(bench, sha256) == {sha256: found[sha256]}, "a run that goes on takes what is there"
        assert not read(bench, sha256, again=True)[sha256].problems, "a new one has it read anew"


def strike(pool: ReaderPool, page: int, blow: int, over: threading.Event) -> None:
    """Sends a signal to whatever process reads that page."""
    while not over.is_set():
        for pid, _, number in pool.running():
            if number == page:
                os.kill(pid, blow)
        time.sleep(0.0002)


def test_an_original_that_is_gone_is_named_and_the_rest_goes_on(
    office: Office, pool: ReaderPool, tmp_path: Path
) -> None:
    gone, there = put(office, text(tmp_path, "坏"), text(tmp_path, "好"))
    office.blobs.delete(f"originals/{gone[:2]}/{gone}")
    with office.bench(pool) as bench:
        found = read(bench, gone, there)
    assert [each.code for each in found[gone].problems] == [ProblemCode.READER_FAILED]
    assert found[gone].problems[0].fatal
    assert found[there].pages
    assert [(each.state, each.tries) for each in units(office, gone)] == [(UnitState.ASIDE, 2)]


def test_parts_that_are_gone_are_read_again(volume: Path, office: Office, pool: ReaderPool) -> None:
    (sha256,) = put(office, volume)
    with office.bench(pool) as bench:
        read(bench, sha256)
        office.blobs.delete(f"readings/{READER_VERSION}/{sha256[:2]}/{sha256}.json.gz")
        assert read(bench, sha256) == {sha256: read_file(volume)}


def test_urgent_units_are_taken_before_others(
    office: Office, pool: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = put(office, *(text(tmp_path, f"后{number}") for number in range(3)))
    sooner = put(office, *(text(tmp_path, f"先{number}") for number in range(3)))
    office.records.want([first(each) for each in later], "batch")
    office.records.want([first(each) for each in sooner], "interactive")
    taken: list[str] = []
    take = office.records.take_units

    def noted(worker: str, count: int, lease_seconds: float) -> tuple[Unit, ...]:
        units = take(worker, count, lease_seconds)
        taken.extend(each.key.sha256 for each in units)
        return units

    monkeypatch.setattr(office.records, "take_units", noted)
    with office.bench(pool) as bench:
        read(bench, *later, *sooner, priority="batch")
    assert set(taken[:3]) == set(sooner)


def test_what_was_wanted_without_hurry_becomes_urgent_when_somebody_waits_for_it(
    office: Office, pool: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sha256,) = put(office, text(tmp_path, "好"))
    office.records.want([first(sha256)], "batch")
    take = office.records.take_units

    def once_urgent(worker: str, count: int, lease_seconds: float) -> tuple[Unit, ...]:
        urgent = units(office, sha256)[0].priority == "interactive"
        return take(worker, count, lease_seconds) if urgent else ()

    monkeypatch.setattr(office.records, "take_units", once_urgent)
    with office.bench(pool) as bench:
        assert read(bench, sha256, priority="interactive")[sha256].pages


def first(sha256: str) -> UnitKey:
    return UnitKey(sha256=sha256, reader=READER_VERSION, first=1, last=FIRST_PAGES)


def test_what_a_killed_worker_had_read_stays_and_the_rest_is_read_by_another(
    volume: Path, office: Office, pool: ReaderPool, tmp_path: Path, read_pages: list[tuple[str, int, int]]
) -> None:
    volumes = [volume, making.pdf(tmp_path / "other", *[making.certificate] * (PAGES + 1))]
    hashes = put(office, *volumes)
    command = [sys.executable, "-m", "tests.flows.killed_desk", str(office.settings.data), "2", *hashes]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if int(line.split()[0]) > 0:
                    break
        finally:
            process.kill()
    done = [unit.key for sha256 in hashes for unit in units(office, sha256) if unit.state is UnitState.DONE]
    before = {(key.sha256, key.first, key.last) for key in done}
    assert before
    with office.bench(pool, "other") as bench, reopening(office):
        found = read(bench, *hashes)
    assert found == {sha256: read_file(path) for sha256, path in zip(hashes, volumes, strict=True)}
    assert not before & set(read_pages)


@contextlib.contextmanager
def reopening(office: Office) -> Iterator[None]:
    """A reconciler on a thread of its own."""
    over = threading.Event()

    def reopen() -> None:
        while not over.wait(0.1):
            office.records.reopen_units()

    reconciler = threading.Thread(target=reopen, daemon=True)
    reconciler.start()
    try:
        yield
    finally:
        over.set()
        reconciler.join()


def test_a_unit_whose_workers_vanish_again_and_again_is_set_aside(
    office: Office, pool: ReaderPool, tmp_path: Path
) -> None:
    (sha256,) = put(office, text(tmp_path, "好"))
    office.records.want([first(sha256)], "interactive")
    deadline = time.monotonic() + 60
    while office.records.take_units("vanished", 1, 0.0):
        assert time.monotonic() < deadline
        time.sleep(0.01)
        office.records.reopen_units()
    with office.bench(pool) as bench:
        found = read(bench, sha256)[sha256]
    assert "失去联系" in found.problems[0].message
    assert not found.pages


def test_a_desk_that_closes_gives_back_what_it_has_not_read(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    inspect = ReaderPool.inspect

    def slow(pool: ReaderPool, path: Path, name: str | None = None) -> Inspection:
        begun.set()
        go_on.wait(30)
        return inspect(pool, path, name)

    monkeypatch.setattr(ReaderPool, "inspect", slow)
    (sha256,) = put(office, text(tmp_path, "好"))
    with ReaderPool(1) as own, office.bench(own):
        office.records.want([first(sha256)], "interactive")
        assert begun.wait(30)
    go_on.set()
    assert [(each.state, each.losses, each.tries) for each in units(office, sha256)] == [
        (UnitState.OPEN, 0, 0)
    ]


def test_waiting_ends_with_what_the_check_raises(office: Office, pool: ReaderPool) -> None:
    def stop() -> None:
        raise StoppedError

    with office.bench(pool) as bench, pytest.raises(StoppedError):
        bench.desk.read(["0" * 64], priority="batch", tell=lambda *_: None, check=stop)


def test_leases_are_put_off_while_a_unit_is_read(
    pool: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office.open(tmp_path / "data", lease_seconds=1)
    inspect = ReaderPool.inspect

    def slow(pool: ReaderPool, path: Path, name: str | None = None) -> Inspection:
        time.sleep(3)
        return inspect(pool, path, name)

    monkeypatch.setattr(ReaderPool, "inspect", slow)
    (sha256,) = put(office, text(tmp_path, "好"))
    with reopening(office), office.bench(pool) as bench:
        read(bench, sha256)
    assert [each.losses for each in units(office, sha256)] == [0]


def test_the_store_s_absence_is_waited_out(
    office: Office, pool: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "PAUSE_SECONDS", 0.2)
    (sha256,) = put(office, text(tmp_path, "好"))
    readings = office.settings.data / "readings"
    readings.write_text("a file where a folder should be")
    back = threading.Timer(1.0, readings.unlink)
    back.start()
    with office.bench(pool) as bench:
        done: list[dict[str, Reading]] = []
        waiting = threading.Thread(
            target=lambda: done.append(retried(lambda: read(bench, sha256))), daemon=True
        )
        waiting.start()
        waiting.join(30)
        assert not waiting.is_alive()
    assert done[0][sha256].pages
    assert [each.tries for each in units(office, sha256)] == [0]


def retried(attempt: Callable[[], dict[str, Reading]]) -> dict[str, Reading]:
    """The run's part: it is given back, and comes again."""
    from vault.blobs import StoreError

    while True:
        try:
            return attempt()
        except StoreError:
            time.sleep(0.1)
