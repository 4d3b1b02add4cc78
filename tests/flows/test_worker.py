"""`hezheng worker` on a real Prefect server, killed and stopped in the middle: no submission is lost or done twice."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from prefect import Task, flow
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterTags

from dossier.state import State
from extractors.readers import READER_VERSION
from flows import steps
from flows.announcing import Announcer
from flows.deployment import client_of
from flows.server import server_url
from flows.service_flow import as_task
from tests.flows import publishers
from tests.flows.office import OFFICER, Office
from tests.servers import free_ports, prefect_server

ROOT = Path(steps.__file__).resolve().parents[1]
PATIENCE = 300.0
"""Seconds that anything may take on a machine that does a lot besides."""

Server = Any
"""The fixture's, whose class can't be imported from conftest.py."""


@pytest.fixture
def office(tmp_path: Path, server: Server) -> Iterator[Office]:
    made = Office.open(tmp_path / "data", prefect_api_url=server.url, work_pool=f"pool-{uuid4().hex}")
    yield made
    made.records.close()


@contextlib.contextmanager
def worker(
    office: Office, publisher: str = publishers.PLAIN, lease_seconds: int = 60
) -> Generator[subprocess.Popen[bytes]]:
    """A worker's process with its log in the data folder; killed at the end, if it still lives."""
    told = {
        "HEZHENG_DATA": str(office.settings.data),
        "HEZHENG_PREFECT_API_URL": str(office.settings.prefect_api_url),
        "HEZHENG_WORK_POOL": office.settings.work_pool,
        "HEZHENG_WORKERS": "1",
        "HEZHENG_LEASE_SECONDS": str(lease_seconds),
        "HEZHENG_RECONCILE_SECONDS": "0.5",
    }
    with (
        (office.settings.data / "worker.log").open("ab") as log,
        subprocess.Popen(
            [sys.executable, "-m", "tests.flows.run_worker", publisher],
            cwd=ROOT,
            env=os.environ | told,
            stdout=log,
            stderr=log,
        ) as process,
    ):
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def wait(until: Callable[[], bool], office: Office) -> None:
    """Waits until something is so."""
    late = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > late:
            log = (office.settings.data / "worker.log").read_text("utf-8", errors="replace")
            pytest.fail(f"it never came to that:\n{log[-8000:]}")
        time.sleep(0.05)


def wait_for(office: Office, submission: str, state: State) -> None:
    wait(lambda: office.record(submission).state is state, office)


def announce(office: Office) -> None:
    Announcer(office.records, str(office.settings.prefect_api_url), office.settings.work_pool).announce()


def fences(office: Office, submission: str) -> list[int]:
    """The runs whose reports were kept."""
    return [each.fence for each in office.records.reports(OFFICER, submission)]


@pytest.mark.slow
def test_a_worker_verifies_what_waits_and_leaves_all_four_files(submission: Path, office: Office) -> None:
    made = office.submit(submission)
    with worker(office, "hezheng.publishing:publish") as process:
        wait_for(office, made, State.IN_REVIEW)
        process.terminate()
        assert process.wait(PATIENCE) == 0
    (report,) = office.records.reports(OFFICER, made)
    assert set(report.files) == {"json", "html", "pdf", "xlsx"}
    mine = FlowRunFilter(tags=FlowRunFilterTags(all_=[f"submission:{made}"]))
    with client_of(str(office.settings.prefect_api_url)) as client:
        (run,) = client.read_flow_runs(flow_run_filter=mine)
    assert run.state_name == "Completed"


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing(submission: Path, office: Office) -> None:
    made = office.submit(submission)
    with worker(office, publishers.KILLED, lease_seconds=2) as killed:
        assert killed.wait(PATIENCE) == -signal.SIGKILL
    assert office.record(made).state is State.READING
    kept = sorted((office.settings.data / "readings" / READER_VERSION).rglob("*.json.gz"))
    times = [path.stat().st_mtime_ns for path in kept]
    assert kept
    with worker(office) as other:
        wait_for(office, made, State.IN_REVIEW)
        other.terminate()
        assert other.wait(PATIENCE) == 0
    assert fences(office, made) == [2]
    assert [path.stat().st_mtime_ns for path in kept] == times, "what was read is not read again"
    assert list((office.settings.data / steps.WORK).iterdir()) == []


@pytest.mark.slow
def test_two_workers_do_each_submission_once(submission: Path, office: Office) -> None:
    made = [office.submit(submission) for _ in range(6)]
    with worker(office), worker(office):
        for _ in range(5):
            announce(office)
        for each in made:
            wait_for(office, each, State.IN_REVIEW)
    assert [fences(office, each) for each in made] == [[1]] * len(made)


@pytest.mark.slow
def test_a_worker_told_to_stop_gives_back_what_it_can_not_finish(submission: Path, office: Office) -> None:
    made = office.submit(submission)
    with worker(office, "tests.flows.publishers:slow") as process:
        wait_for(office, made, State.READING)
        process.terminate()
        time.sleep(1)
        process.terminate()  # told twice: at once
        assert process.wait(PATIENCE) == 0
    record = office.record(made)
    assert record.state in {State.RECEIVED, State.IN_REVIEW}
    assert all(unit.worker is None for unit in office.records.units_of(hashes(office, made), READER_VERSION))


def hashes(office: Office, submission: str) -> list[str]:
    return [each.sha256 for each in office.records.documents(OFFICER, submission)]


@pytest.mark.slow
def test_urgent_submissions_are_taken_before_others(submission: Path, office: Office) -> None:
    later = [office.submit(submission, batch=True) for _ in range(4)]
    sooner = office.submit(submission)
    announce(office)
    with worker(office):
        for each in (*later, sooner):
            wait_for(office, each, State.IN_REVIEW)
    entries = office.records.trail(OFFICER)
    taken = [each.subject for each in entries if '"to":"reading"' in each.detail]
    assert sooner in taken[:2], "as many as are under way at once"


@pytest.mark.slow
def test_submissions_wait_while_there_is_no_server_and_go_on_when_there_is(
    submission: Path, tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    office = Office.open(tmp_path / "data", prefect_api_url=server_url(port))
    first = office.submit(submission)
    with worker(office) as process:
        log = office.settings.data / "worker.log"
        wait(lambda: "goes on asking" in log.read_text("utf-8"), office)
        with prefect_server(office.settings.data, port):
            wait_for(office, first, State.IN_REVIEW)
        second = office.submit(submission)
        time.sleep(5)
        assert office.record(second).state is State.RECEIVED
        with prefect_server(office.settings.data, port):
            wait_for(office, second, State.IN_REVIEW)
        assert process.poll() is None


def test_a_step_is_walked_once_whatever_becomes_of_prefect(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(task: Task[..., Any]) -> None:
        raise ConnectionError(f"no server for {task.name}")

    def broken_after(task: Task[..., Any]) -> None:
        task.fn()
        raise ConnectionError(f"no server for {task.name}")

    for way in (broken, broken_after):
        walked: list[int] = []
        monkeypatch.setattr(Task, "__call__", way)
        as_task("step", lambda walked=walked: walked.append(1))
        assert walked == [1]


def test_what_a_step_raises_is_raised(server: Server) -> None:
    _ = server

    def fail() -> None:
        raise ZeroDivisionError

    @flow(persist_result=False)
    def walk() -> int:
        with pytest.raises(ZeroDivisionError):
            as_task("step", fail)
        return as_task("step", lambda: 3)

    assert walk() == 3
