"""Nothing that was accepted is lost, doubled or stuck in an office of one host, whatever befalls it.

`SURVIVE_SEED` chooses other faults, `SURVIVE_ROUNDS` more of them.
"""

from collections.abc import Generator

import pytest

from dossier.finding import Code
from tests.survive.campaign import Campaign, strike
from tests.survive.material import EVILS
from tests.survive.playing import FAULTS, ROUNDS, nothing_is_left, told
from tests.survive.standing import OFFICER

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def on_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Generator[Campaign]:
    """An office of one host: SQLite and a folder."""
    with told("folder", tmp_path_factory.mktemp("office")) as made:
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


def test_nothing_is_left_to_be_read(on_a_folder: Campaign) -> None:
    nothing_is_left(on_a_folder)
