"""Units of reading: each is read once, by whoever."""

from dossier.work import Unit, UnitKey, UnitState
from tests.vault.records.office import let_leases_end, move_leases
from vault.records import Records
from vault.records.units import MOST_LOSSES

READER = "readers-3"


def keys(count: int, sha256: str = "a" * 64) -> list[UnitKey]:
    """Single pages of a content."""
    return [UnitKey(sha256=sha256, reader=READER, first=page, last=page) for page in range(1, count + 1)]


def pages(units: tuple[Unit, ...]) -> list[int]:
    """Their first pages."""
    return [unit.key.first for unit in units]


def states(records: Records) -> list[UnitState]:
    """How the units of the one content stand, by page."""
    return [unit.state for unit in records.units_of(["a" * 64], READER)]


def test_wanting_twice_is_wanting_once(records: Records) -> None:
    records.want(keys(3), "batch")
    records.want([*keys(4), *keys(4)], "batch")
    assert states(records) == [UnitState.OPEN] * 4
    records.want([], "batch")


def test_more_units_than_one_statement_holds(records: Records) -> None:
    records.want(keys(1203), "batch")
    assert records.open_units() == 1203
    assert len(records.take_units("w1", 2000, 60)) == 1203


def test_urgent_units_go_first_and_a_wanted_one_can_become_urgent(records: Records) -> None:
    records.want(keys(4), "batch")
    records.want(keys(4)[2:3], "interactive")
    records.want(keys(4)[2:3], "batch")
    assert pages(records.take_units("w1", 2, 60)) == [3, 1]
    assert pages(records.take_units("w2", 9, 60)) == [2, 4]
    assert records.take_units("w3", 9, 60) == ()


def test_what_is_done_stays_done(records: Records) -> None:
    records.want(keys(2), "batch")
    first, second = records.take_units("w1", 2, 60)
    records.units_done([first.key])
    records.units_done([first.key, second.key])
    assert states(records) == [UnitState.DONE, UnitState.DONE]
    records.want(keys(2), "interactive")
    assert records.take_units("w1", 9, 60) == ()
    assert records.unit_failed(first.key, "w1", "late") is None


def test_a_unit_that_fails_twice_is_set_aside_with_its_problem(records: Records) -> None:
    records.want(keys(1), "batch")
    (unit,) = records.take_units("w1", 1, 60)
    assert records.unit_failed(unit.key, "w1", "killed by signal 9") is UnitState.OPEN
    assert records.unit_failed(unit.key, "w1", "again") is None
    (unit,) = records.take_units("w2", 1, 60)
    assert (unit.tries, unit.problem) == (1, "killed by signal 9")
    assert records.unit_failed(unit.key, "w1", "not its own") is None
    assert records.unit_failed(unit.key, "w2", "hung for 60 s") is UnitState.ASIDE
    assert records.take_units("w2", 1, 60) == ()
    (aside,) = records.units_of(["a" * 64], READER)
    assert (aside.state, aside.tries, aside.problem) == (UnitState.ASIDE, 2, "hung for 60 s")


def test_units_of_a_vanished_worker_are_opened_and_in_the_end_set_aside(records: Records) -> None:
    records.want(keys(2), "batch")
    for _ in range(MOST_LOSSES - 1):
        assert pages(records.take_units("w1", 9, 60)) == [1, 2]
        assert records.reopen_units() == 0
        let_leases_end(records)
        assert records.reopen_units() == 2
    assert pages(records.take_units("w1", 1, 60)) == [1]
    let_leases_end(records)
    assert records.reopen_units() == 1
    assert states(records) == [UnitState.ASIDE, UnitState.OPEN]


def test_units_are_opened_whose_leases_end_in_hours_since_a_clock_was_set_back(records: Records) -> None:
    records.want(keys(2), "batch")
    records.take_units("w1", 2, 60)
    move_leases(records, "+2 hours")
    assert records.reopen_units() == 2


def test_a_beat_keeps_units(records: Records) -> None:
    records.want(keys(2), "batch")
    records.take_units("w1", 1, 60)
    records.take_units("w2", 1, 60)
    let_leases_end(records)
    records.beat_units("w1", keys(2), 60)
    assert records.reopen_units() == 1
    assert states(records) == [UnitState.TAKEN, UnitState.OPEN]


def test_released_units_are_open_at_once_and_have_not_failed(records: Records) -> None:
    records.want(keys(2), "batch")
    records.take_units("w1", 2, 60)
    records.release_units("w2", keys(2))
    assert states(records) == [UnitState.TAKEN, UnitState.TAKEN]
    records.release_units("w1", keys(1))
    assert states(records) == [UnitState.OPEN, UnitState.TAKEN]
    assert records.units_of(["a" * 64], READER)[0].tries == 0


def test_units_are_forgotten_once_none_is_under_way(records: Records) -> None:
    records.want(keys(2), "batch")
    first, _ = records.take_units("w1", 2, 60)
    records.units_done([first.key])
    records.forget_units(["a" * 64], READER)
    assert len(states(records)) == 2
    records.units_done(keys(2))
    records.forget_units(["a" * 64], READER)
    assert states(records) == []
