"""No move but those of dossier/state.py, by whichever way."""

import re

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from dossier.principal import Principal
from dossier.state import FINAL, INITIAL, MOVES, State, may_move
from tests.vault.records.office import (
    ADMINISTRATOR,
    APPLICANT,
    EVERYONE,
    OFFICE,
    REVIEWER,
    brought_to,
    draft,
    execute,
)
from vault.records import Records
from vault.records.access import MOVERS, OWNERS_MOVES
from vault.records.errors import IllegalMoveError, NotAllowedError, RecordsError, StaleError

PAIRS = [(before, after) for before in State for after in State if before is not after]
REACHED = [state for state in State if state is not State.VERIFIED]
"""A submission passes `verified` within one transaction."""


def force(records: Records, submission: str, state: State) -> None:
    """Puts a submission into a state, whatever the triggers say."""
    disable, enable = triggers(records)
    execute(records, *disable)
    execute(records, f"UPDATE submissions SET state = '{state}' WHERE id = '{submission}'")
    execute(records, *enable)


def triggers(records: Records) -> tuple[list[str], list[str]]:
    """Statements that put the guard of moves out of force, and back."""
    if not records.database.sqlite:
        return (
            ["ALTER TABLE submissions DISABLE TRIGGER submissions_moves"],
            ["ALTER TABLE submissions ENABLE TRIGGER submissions_moves"],
        )
    with records.database.engine.connect() as connection:
        sql = connection.execute(
            text("SELECT sql FROM sqlite_master WHERE name = 'submissions_moves'")
        ).scalar_one()
    return ["DROP TRIGGER submissions_moves"], [sql]


def guard(records: Records) -> str:
    """What the database says that its guard of moves is."""
    query = "SELECT sql FROM sqlite_master WHERE name = 'submissions_moves'"
    if not records.database.sqlite:
        query = "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'submissions_moves'"
    with records.database.engine.connect() as connection:
        return connection.execute(text(query)).scalar_one()


def test_every_pair_of_states_in_raw_sql(records: Records) -> None:
    submission = draft(records).id
    for before, after in PAIRS:
        force(records, submission, before)
        statement = f"UPDATE submissions SET state = '{after}' WHERE id = '{submission}'"
        if may_move(before, after):
            execute(records, statement)
            assert records.get(OFFICE, submission).state is after
        else:
            with pytest.raises(DBAPIError, match="illegal move"):
                execute(records, statement)
            assert records.get(OFFICE, submission).state is before


def test_the_triggers_hold_just_the_moves(records: Records) -> None:
    found = set(re.findall(r"'(\w+)>(\w+)'", guard(records)))
    assert found == {(before.value, after.value) for before, after in MOVES}


def test_an_unknown_state_is_refused(records: Records) -> None:
    with pytest.raises(DBAPIError, match="illegal move"):
        execute(records, f"UPDATE submissions SET state = 'approved' WHERE id = '{draft(records).id}'")


@pytest.mark.parametrize("state", [state for state in State if state is not INITIAL])
def test_no_submission_begins_but_as_a_draft(records: Records, state: State) -> None:
    columns = "round, version, priority, owner, created_at, updated_at, attempts, fence"
    submission = draft(records).id
    copied = f"SELECT 'S-copy', '{state}', {columns} FROM submissions WHERE id = '{submission}'"
    with pytest.raises(DBAPIError, match="illegal first state"):
        execute(records, f"INSERT INTO submissions (id, state, {columns}) {copied}")


def test_no_submission_is_removed(records: Records) -> None:
    made = records.create(APPLICANT, round="2026")
    with pytest.raises(DBAPIError, match="submissions stay"):
        execute(records, f"DELETE FROM submissions WHERE id = '{made.id}'")


@pytest.mark.parametrize("before", REACHED)
def test_every_pair_of_states_through_the_records(records: Records, before: State) -> None:
    """Each principal tries each move: it comes about just where the table has it and the role may."""
    there = brought_to(records, before)
    for principal in EVERYONE:
        for after in State:
            if expected(principal, before, after):
                moved = records.move(principal, there.id, after, there.version)
                assert (moved.state, moved.version) == (after, there.version + 1)
                there = brought_to(records, before)
            else:
                with pytest.raises(RecordsError) as caught:
                    records.move(principal, there.id, after, there.version)
                legal = may_move(before, after)
                seen = isinstance(caught.value, NotAllowedError | IllegalMoveError)
                assert not seen or isinstance(caught.value, NotAllowedError if legal else IllegalMoveError)
                assert records.get(OFFICE, there.id) == there


def expected(principal: Principal, before: State, after: State) -> bool:
    """Whether `move` should do it."""
    if not may_move(before, after):
        return False
    if (before, after) in OWNERS_MOVES:
        return principal in (APPLICANT, OFFICE, ADMINISTRATOR)
    return principal.role in MOVERS.get((before, after), frozenset())


def test_final_states_lead_nowhere(records: Records) -> None:
    assert {State.WITHDRAWN, State.RECOMMENDED, State.RETURNED} == FINAL
    for state in FINAL:
        there = brought_to(records, state)
        for after in State:
            with pytest.raises(IllegalMoveError):
                records.move(OFFICE, there.id, after, there.version)


def test_whoever_saw_an_older_version_is_told(records: Records) -> None:
    there = brought_to(records, State.DECIDED)
    records.move(REVIEWER, there.id, State.IN_REVIEW, there.version)
    again = records.get(OFFICE, there.id)
    with pytest.raises(StaleError) as caught:
        records.withdraw(OFFICE, there.id, there.version)
    assert caught.value.advice == "请重新打开后再操作。"
    assert records.get(OFFICE, there.id) == again
