"""What the tests on a folder and those on servers have in common."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from dossier.work import UnitState
from tests.survive.campaign import Campaign, campaign
from tests.survive.standing import Kind
from vault.records.schema import UnitRow

SEED = int(os.environ.get("SURVIVE_SEED", "20261124"))
ROUNDS = int(os.environ.get("SURVIVE_ROUNDS", "1"))
FAULTS = 4


@contextmanager
def told(kind: Kind, folder: Path) -> Generator[Campaign]:
    """A campaign over an office of that kind; its counts are printed in the end."""
    with campaign(kind, folder, SEED) as made:
        yield made
        print(f"\n{made.table()}")  # noqa: T201 - the counts are what the suite is for


def nothing_is_left(made: Campaign) -> None:
    """Waits until no page waits. AssertionError where pages were set aside that nothing is wrong with."""
    made.office.wait(lambda: made.office.records.open_units() == 0, "no page waits")
    with made.office.records.database.read() as transaction:
        units = transaction.session.query(UnitRow).filter_by(state=UnitState.ASIDE).count()
    assert units == 0, "pages were set aside that nothing is wrong with"
