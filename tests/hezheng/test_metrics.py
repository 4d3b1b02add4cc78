"""What the service tells Prometheus: figures of the queue from the database, the rest of its own process."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import psycopg
import pytest
from prometheus_client.parser import text_string_to_metric_families
from psycopg.sql import SQL, Identifier

from dossier.errors import HezhengError
from dossier.principal import SCOPES, Principal, Role
from dossier.queue import QueueFigures
from dossier.state import State
from dossier.work import UnitKey
from flows import metrics
from vault.records import Records, open_records

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"
OFFICE = Principal(id="office", name="省总工会", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])


@pytest.fixture(params=["sqlite", "postgresql"])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Empty records, in each of the two databases."""

    class Chosen:
        records_url = f"sqlite:///{tmp_path / 'hezheng.db'}"

    if request.param == "postgresql":
        Chosen.records_url = request.getfixturevalue("postgres").new_database()
    opened = open_records(Chosen())
    yield opened
    opened.close()


def submitted(records: Records, *, batch: bool = False) -> str:
    """A submission that waits for a worker."""
    draft = records.create(OFFICE, round="2026", batch=batch)
    records.add_document(OFFICE, draft.id, "a.pdf", sha256="ab" * 32, size=3)
    return records.submit(OFFICE, draft.id, draft.version).id


def scraped(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Sample and labels → value."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(name: str, **labels: str) -> float:
    return scraped(metrics.exposition().decode())[name, tuple(sorted(labels.items()))]


def test_an_empty_database_has_a_figure_of_0_for_every_state(records: Records) -> None:
    figures = records.queue_figures()
    assert set(figures.submissions) == {(s, p) for s in State for p in ("interactive", "batch")}
    assert set(figures.submissions.values()) == {0}
    assert figures.oldest_waiting_seconds == {"interactive": 0, "batch": 0}
    assert figures.units == {"open": 0, "taken": 0, "aside": 0}


def test_submissions_and_units_are_counted_where_they_stand(records: Records) -> None:
    first, second = submitted(records), submitted(records)
    submitted(records, batch=True)
    assert records.take(second, "w1", 60) is not None
    records.want([UnitKey(sha256="cd" * 32, reader="r", first=n, last=n) for n in (1, 2, 3)], "interactive")
    [taken] = records.take_units("w1", 1, 60)
    assert taken.key.first == 1
    figures = records.queue_figures()
    assert {at: count for at, count in figures.submissions.items() if count} == {
        ("received", "interactive"): 1,
        ("received", "batch"): 1,
        ("reading", "interactive"): 1,
    }
    assert figures.units == {"open": 2, "taken": 1, "aside": 0}
    assert all(0 < seconds < 60 for seconds in figures.oldest_waiting_seconds.values())
    assert records.take(first, "w1", 60) is not None
    assert records.queue_figures().oldest_waiting_seconds["interactive"] == 0


def test_a_scrape_shows_the_queue_as_the_database_has_it_now(records: Records) -> None:
    metrics.watch_queue(records.queue_figures)
    assert value("hezheng_submissions", state="received", priority="batch") == 0
    submitted(records, batch=True)
    assert value("hezheng_submissions", state="received", priority="batch") == 1
    assert value("hezheng_database_up") == 1


def test_without_a_database_a_scrape_tells_so_and_counts_it() -> None:
    class GoneError(HezhengError):
        pass

    def gone() -> QueueFigures:
        raise GoneError("数据库连不上", cause="connection refused")

    metrics.watch_queue(gone)
    shown = scraped(metrics.exposition().decode())
    assert shown["hezheng_database_up", ()] == 0
    assert not any(name == "hezheng_submissions" for name, _ in shown)
    assert value("hezheng_database_errors_total", error="GoneError") >= 1


def test_pages_and_steps_are_counted_and_timed() -> None:
    before = scraped(metrics.exposition().decode())
    metrics.count_page("ocr", 3.0)
    metrics.count_page("ocr", 0.2)
    with pytest.raises(ZeroDivisionError), metrics.step("facts"):
        _ = 1 / 0
    labels = (("origin", "ocr"),)
    for name, more in (
        ("hezheng_pages_read_total", 2),
        ("hezheng_page_read_seconds_sum", 3.2),
        ("hezheng_page_read_seconds_count", 2),
    ):
        told = scraped(metrics.exposition().decode())[name, labels] - before.get((name, labels), 0)
        assert told == pytest.approx(more)
    assert value("hezheng_run_step_seconds_count", step="facts") >= 1


def test_a_worker_answers_scrapes_on_its_port() -> None:
    port = metrics.listen("127.0.0.1", 0)
    with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/plain")
        shown = scraped(answer.read().decode())
    assert shown["process_resident_memory_bytes", ()] > 1e6


def test_a_port_that_is_taken_is_told_with_the_setting() -> None:
    port = metrics.listen("127.0.0.1", 0)
    with pytest.raises(metrics.MetricsPortTakenError) as raised:
        metrics.listen("127.0.0.1", port)
    assert "HEZHENG_METRICS_PORT" in raised.value.advice


def families() -> dict[str, tuple[str, str]]:
    """Name, as it is scraped, → type and description of every figure of ours."""
    metrics.watch_queue(QueueFigures)
    found: dict[str, tuple[str, str]] = {}
    for family in metrics.REGISTRY.collect():
        if family.name.startswith("hezheng_"):
            name = family.name + ("_total" if family.type == "counter" else "")
            found[name] = family.type, family.documentation
    return found


def test_names_follow_prometheus_conventions() -> None:
    for name, (kind, told) in families().items():
        assert re.fullmatch(r"hezheng_[a-z]+(_[a-z]+)*", name)
        assert told
        if kind == "histogram":
            assert name.endswith("_seconds")
        assert name.endswith("_total") == (kind == "counter")


def test_the_documented_list_is_the_real_one() -> None:
    rows = re.findall(
        r"^\| `(hezheng_\w+)` \| (\w+) \| (.*?) \|$", OPERATIONS.read_text("utf-8"), re.MULTILINE
    )
    assert {name: (kind, told) for name, kind, told in rows} == families()


def test_errors_of_the_store_are_counted_and_absent_contents_are_not(tmp_path: Path) -> None:
    from flows.counted import CountedBlobs
    from vault.blobs import BlobMissingError, StoreUnreachableError
    from vault.blobs_folder import FolderBlobs

    (tmp_path / "originals").write_text("a file where a folder should be")
    store = CountedBlobs(FolderBlobs(tmp_path))
    before = scraped(metrics.exposition().decode())
    key = "originals/ab/" + "ab" * 32
    with pytest.raises(BlobMissingError):
        store.get(key)
    with pytest.raises(StoreUnreachableError):
        store.put(key, BytesIO(b"abc"), size=3)
    after = scraped(metrics.exposition().decode())
    changed = {at: after[at] - before.get(at, 0) for at in after if at[0] == "hezheng_store_errors_total"}
    assert {labels: more for (_, labels), more in changed.items() if more} == {
        (("error", "StoreUnreachableError"),): 1
    }


def test_a_database_that_goes_away_is_counted(postgres: Any) -> None:
    class Chosen:
        records_url = postgres.new_database()

    told: list[str] = []
    records = open_records(Chosen())
    records.database.watch(told.append)
    records.queue_figures()
    name = Chosen.records_url.rpartition("/")[2]
    with psycopg.connect(postgres._dsn("postgres"), autocommit=True) as administrator:
        administrator.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(Identifier(name)))
        administrator.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
    with pytest.raises(HezhengError):
        records.queue_figures()
    records.close()
    assert told
    assert set(told) <= {"OperationalError", "ObjectNotInPrerequisiteState", "AdminShutdown"}


def test_the_counted_store_does_all_that_a_store_does(tmp_path: Path) -> None:
    from datetime import date

    from flows.counted import CountedBlobs
    from vault.blobs import BlobLockedError
    from vault.blobs_folder import FolderBlobs

    store, key = CountedBlobs(FolderBlobs(tmp_path)), "originals/ab/" + "ab" * 32
    store.put(key, BytesIO(b"abc"), size=3, keep_until=date.max.replace(year=2999))
    with store.open(key) as stream:
        assert stream.read() == store.get(key) == b"abc"
    assert (store.size(key), list(store.keys("originals/"))) == (3, [key])
    assert store.kept_until(key) == date.max.replace(year=2999)
    local = store.local(key)
    assert local is not None
    assert local.read_bytes() == b"abc"
    assert store.link(key, seconds=1, name="a") is None
    with pytest.raises(BlobLockedError):
        store.delete(key)


def test_a_finished_run_counts_its_verdicts_and_discrepancies() -> None:
    from tests.review.reports.sample import drawn_pages, sample_report

    report = sample_report(drawn_pages())
    assert report.findings
    assert report.discrepancies
    before = scraped(metrics.exposition().decode())
    metrics.count_report(report)
    after = scraped(metrics.exposition().decode())

    def more(name: str) -> float:
        return sum(value - before.get(at, 0) for at, value in after.items() if at[0] == name)

    assert more("hezheng_verdicts_total") == len(report.findings)
    assert more("hezheng_discrepancies_total") == len(report.discrepancies)
