"""Nothing that was accepted is lost, doubled or stuck in an office of many hosts, whatever befalls it.

`SURVIVE_SEED` chooses other faults, `SURVIVE_ROUNDS` more of them.
"""

from collections.abc import Generator

import pytest

from dossier.state import State
from flows.deployment import client_of, ensure_deployment
from tests.survive.campaign import Campaign, strike
from tests.survive.client import Applicant, Ledger
from tests.survive.faults import trigger
from tests.survive.looking import look, the_one_report
from tests.survive.playing import FAULTS, ROUNDS, nothing_is_left, told
from tests.survive.programs import Program
from vault.records.schema import RunRow, SubmissionRow

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def on_servers(tmp_path_factory: pytest.TempPathFactory) -> Generator[Campaign]:
    """An office of many hosts: PostgreSQL and an object store."""
    with told("servers", tmp_path_factory.mktemp("office")) as made:
        yield made


def test_an_office_of_many_hosts_survives_what_is_drawn_by_lot(on_servers: Campaign) -> None:
    for _ in range(ROUNDS):
        on_servers.play(FAULTS)


def test_servers_that_are_killed_are_waited_for(on_servers: Campaign) -> None:
    on_servers.play([strike("kill PostgreSQL", after=8), strike("kill store", after=4)])


def test_a_worker_that_wakes_up_after_its_lease_is_fenced_off(on_servers: Campaign) -> None:
    """It stands still while it has a submission; another takes that over; its own writes count for nothing."""
    office, ledger = on_servers.office, Ledger()
    material = on_servers.materials[0].numbered(999_001)
    applicant = Applicant(office.url, office.token, ledger)
    submission = applicant.hand_in(material, batch=False)
    applicant.close()
    held: list[Program] = []

    def caught() -> bool:
        with office.records.database.read() as transaction:
            row = transaction.session.get_one(SubmissionRow, submission)
            held.extend(each for each in office.workers if f"-{each.pid}-" in (row.worker or ""))
        for each in held:
            each.hold()
        return row.state == State.IN_REVIEW or bool(held)

    try:
        office.wait(caught, "a worker has it")
        on_servers.settle(ledger)
        report = the_one_report(office, submission)
    finally:
        for each in held:
            each.go_on()
    with office.records.database.read() as transaction:
        runs = transaction.session.query(RunRow).filter_by(submission_id=submission).all()
    outcomes = [run.outcome for run in sorted(runs, key=lambda run: run.fence)]
    assert outcomes in (["lost", "finished"], ["finished"])
    if outcomes[0] == "lost":
        office.wait(lambda: f"of {submission}" in held[0].said(200_000), "it knows that it lost")
    assert the_one_report(office, submission) == report
    look(office, ledger, on_servers.undisturbed)


def test_triggers_that_come_many_times_do_nothing_twice(on_servers: Campaign) -> None:
    office, ledger = on_servers.office, Ledger()
    applicant = Applicant(office.url, office.token, ledger)
    made = [
        applicant.hand_in(on_servers.materials[number].numbered(999_010 + number), batch=bool(number))
        for number in range(2)
    ]
    applicant.close()
    with client_of(office.prefect_url) as client:
        deployment = ensure_deployment(client, office.settings.work_pool)
        for number in range(12):
            trigger(client, deployment, made[number % 2], ("interactive", "batch")[number % 3 % 2])
    on_servers.settle(ledger)
    look(office, ledger, on_servers.undisturbed)


def test_nothing_is_left_to_be_read(on_servers: Campaign) -> None:
    nothing_is_left(on_servers)
