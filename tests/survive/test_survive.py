"""Nothing that was accepted is lost, doubled or stuck, whatever is killed, stopped, filled up or told twice.

`SURVIVE_SEED` chooses other faults, `SURVIVE_ROUNDS` more of them.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.finding import Code
from dossier.state import State
from dossier.work import UnitState
from flows.deployment import client_of, ensure_deployment
from tests.survive.campaign import Campaign, campaign, strike
from tests.survive.client import Applicant, Ledger
from tests.survive.faults import trigger
from tests.survive.looking import look, the_one_report
from tests.survive.material import EVILS
from tests.survive.programs import Program
from tests.survive.standing import OFFICER, Kind
from vault.records.schema import RunRow, SubmissionRow, UnitRow

SEED = int(os.environ.get("SURVIVE_SEED", "20261124"))
ROUNDS = int(os.environ.get("SURVIVE_ROUNDS", "1"))
FAULTS = 4

pytestmark = pytest.mark.slow


@contextmanager
def told(kind: Kind, folder: Path) -> Generator[Campaign]:
    with campaign(kind, folder, SEED) as made:
        yield made
        print(f"\n{made.table()}")  # noqa: T201 - the counts are what the suite is for


@pytest.fixture(scope="module")
def on_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Generator[Campaign]:
    """An office of one host: SQLite and a folder."""
    with told("folder", tmp_path_factory.mktemp("office")) as made:
        yield made


@pytest.fixture(scope="module")
def on_servers(tmp_path_factory: pytest.TempPathFactory) -> Generator[Campaign]:
    """An office of many hosts: PostgreSQL and an object store."""
    with told("servers", tmp_path_factory.mktemp("office")) as made:
        yield made


def test_an_office_of_one_host_survives_what_is_drawn_by_lot(on_a_folder: Campaign) -> None:
    for _ in range(ROUNDS):
        on_a_folder.play(FAULTS)


def test_files_that_kill_or_hang_reading_processes_are_named_and_the_rest_goes_on(
    on_a_folder: Campaign,
) -> None:
    ledger = on_a_folder.play([strike("kill worker", after=20)], poisoned=True)
    office = on_a_folder.office
    (poisoned,) = [each for each, material in ledger.submitted.items() if set(EVILS) <= set(material.files)]
    report = office.records.report(OFFICER, poisoned)
    unread = {each.document for each in report.discrepancies if each.code is Code.UNREADABLE_DOCUMENT}
    assert unread == set(EVILS)
    assert {each.path for each in report.documents if not each.pages} == set(EVILS)


def test_a_full_disk_is_told_and_waited_out(on_a_folder: Campaign) -> None:
    if "full disk" not in on_a_folder.sorts:
        pytest.skip("only root can have a small disk")
    on_a_folder.play([strike("full disk", seed, after=3) for seed in range(2)])


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


def test_nothing_is_left_to_be_read(on_a_folder: Campaign, on_servers: Campaign) -> None:
    for made in (on_a_folder, on_servers):
        made.office.wait(lambda made=made: made.office.records.open_units() == 0, "no page waits")
        with made.office.records.database.read() as transaction:
            units = transaction.session.query(UnitRow).filter_by(state=UnitState.ASIDE).count()
        assert units == 0, "pages were set aside that nothing is wrong with"
