"""Prefect is told of what waits, on a real server: once, however often it is done, and again where it was in vain."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterTags
from prefect.client.schemas.objects import FlowRun
from prefect.states import Completed, Pending, Running

from flows import announcing
from flows.announcing import Announcer, PrefectUnreachableError
from flows.deployment import client_of
from flows.reconciler import Reconciler
from flows.trigger import Trigger
from tests.flows.office import OFFICER, Office

Server = Any
"""The fixture's, whose class can't be imported from conftest.py."""


@pytest.fixture
def office(tmp_path: Path, server: Server) -> Iterator[Office]:
    made = Office.open(tmp_path / "data", prefect_api_url=server.url, work_pool=f"pool-{uuid4().hex}")
    yield made
    made.records.close()


def announcer(office: Office) -> Announcer:
    assert office.settings.prefect_api_url is not None
    return Announcer(office.records, office.settings.prefect_api_url, office.settings.work_pool)


def flow_runs(office: Office, submission: str) -> list[FlowRun]:
    """The submission's flow runs, oldest first."""
    assert office.settings.prefect_api_url is not None
    mine = FlowRunFilter(tags=FlowRunFilterTags(all_=[f"submission:{submission}"]))
    with client_of(office.settings.prefect_api_url) as client:
        found = client.read_flow_runs(flow_run_filter=mine)
    return sorted(found, key=lambda run: run.created or run.expected_start_time)  # pyright: ignore[reportArgumentType, reportCallIssue]


def put_into(office: Office, run: FlowRun, state: Any) -> None:
    assert office.settings.prefect_api_url is not None
    with client_of(office.settings.prefect_api_url) as client:
        client.set_flow_run_state(run.id, state, force=True)


def test_a_submission_is_announced_once_whoever_does_it(submission: Path, office: Office) -> None:
    made = office.submit(submission)
    threads = [threading.Thread(target=announcer(office).announce) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (run,) = flow_runs(office, made)
    assert run.parameters == {"submission": made}
    assert run.state is not None
    assert run.state.is_scheduled()


def test_the_queue_is_that_of_the_priority(submission: Path, office: Office) -> None:
    urgent, other = office.submit(submission), office.submit(submission, batch=True)
    assert announcer(office).announce() == 2
    queues = [flow_runs(office, each)[0].work_queue_name for each in (urgent, other)]
    assert queues == ["interactive", "batch"]


def test_what_was_announced_a_moment_ago_is_not_asked_about(submission: Path, office: Office) -> None:
    office.submit(submission)
    one = announcer(office)
    assert (one.announce(), one.announce()) == (1, 0)


def test_a_flow_run_that_ended_over_a_waiting_submission_is_replaced(
    submission: Path, office: Office
) -> None:
    made = office.submit(submission)
    announcer(office).announce()
    put_into(office, flow_runs(office, made)[0], Completed())
    announcer(office).announce()
    announcer(office).announce()
    runs = flow_runs(office, made)
    assert [bool(run.state and run.state.is_scheduled()) for run in runs] == [False, True]


def test_a_flow_run_that_got_stuck_is_replaced(
    submission: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = office.submit(submission)
    announcer(office).announce()
    put_into(office, flow_runs(office, made)[0], Pending())
    announcer(office).announce()
    assert len(flow_runs(office, made)) == 1, "its worker may be about to begin"
    monkeypatch.setattr(announcing, "STUCK_SECONDS", 0.0)
    announcer(office).announce()
    runs = flow_runs(office, made)
    assert [run.state_name for run in runs] == ["Crashed", "Scheduled"]


def test_each_time_that_it_waits_it_is_announced_anew(submission: Path, office: Office) -> None:
    made = office.submit(submission)
    one = announcer(office)
    one.announce()
    run = office.records.take(made, "worker", 60)
    assert run is not None
    assert one.announce() == 0
    office.records.give_back(run, "还给队列")
    assert one.announce() == 1
    assert len(flow_runs(office, made)) == 2


def test_a_flow_run_whose_worker_was_killed_is_marked_when_its_submission_waits_again(
    submission: Path, office: Office
) -> None:
    made = office.submit(submission)
    announcer(office).announce()
    put_into(office, flow_runs(office, made)[0], Running())
    assert office.records.take(made, "killed", 0.0) is not None
    assert Reconciler(office.records, office.settings).turn().put_back == 1
    assert [run.state_name for run in flow_runs(office, made)] == ["Crashed", "Scheduled"]


def test_a_server_that_lost_its_memory_is_taught_again(submission: Path, office: Office) -> None:
    one = announcer(office)
    one.announce()
    made = office.submit(submission)
    one._deployment = uuid4()
    assert one.announce() == 1
    assert len(flow_runs(office, made)) == 1


def test_the_trigger_announces_at_once_and_never_fails(submission: Path, office: Office) -> None:
    made = office.submit(submission)
    Trigger(office.records, office.settings)(made)
    for _ in range(300):
        if flow_runs(office, made):
            break
        threading.Event().wait(0.1)
    assert len(flow_runs(office, made)) == 1


def test_a_server_that_is_away_is_told_by_one_error(submission: Path, office: Office) -> None:
    office.submit(submission)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/api"
        with pytest.raises(PrefectUnreachableError):
            Announcer(office.records, url, "pool").announce()


def test_the_reconciler_puts_back_what_dead_workers_held(submission: Path, office: Office) -> None:
    made = office.submit(submission)
    assert office.records.take(made, "dead", 0.0) is not None
    one, other = (Reconciler(office.records, office.settings) for _ in range(2))
    turns = (one.turn(), other.turn())
    assert [turn.put_back for turn in turns] == [1, 0]
    assert len(flow_runs(office, made)) == 1
    assert office.record(made).state == "received"


def test_a_submission_that_loses_workers_again_is_put_off(submission: Path, office: Office) -> None:
    made = office.submit(submission)
    reconciler = Reconciler(office.records, office.settings)
    for _ in range(2):
        assert office.records.take(made, "dead", 0.0) is not None
        assert reconciler.turn().put_back == 1
    assert office.records.take(made, "next", 60) is None
    assert office.record(made).state == "received"
    office.records.withdraw(OFFICER, made, office.record(made).version)


def test_without_prefect_the_reconciler_does_the_rest(submission: Path, tmp_path: Path) -> None:
    office = Office.open(tmp_path / "data")
    office.submit(submission)
    assert not any(Reconciler(office.records, office.settings).turn())
