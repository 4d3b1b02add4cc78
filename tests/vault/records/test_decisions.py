"""Decisions of people."""

import pytest
from sqlalchemy.exc import DBAPIError

from dossier.record import Outcome
from dossier.state import State
from tests.vault.records.office import EXPERT, OFFICE, REVIEWER, brought_to, decided, execute, in_review
from vault.records import Records
from vault.records.errors import IllegalMoveError, OutcomeUnusableError, StaleError


def test_criteria_are_decided_one_by_one_and_then_the_whole(records: Records) -> None:
    there = in_review(records)
    (report,) = records.reports(OFFICE, there.id)
    decide = records.decide
    decide(REVIEWER, there.id, there.version, outcome=Outcome.CONFIRM, criterion="2.6", points=6)
    kept = decide(
        EXPERT, there.id, there.version, outcome=Outcome.AMEND, criterion="1.1", points=2.5, comment="见原件"
    )
    assert kept == there
    after = decide(REVIEWER, there.id, there.version, outcome=Outcome.RECOMMEND, comment="同意")
    assert (after.state, after.reason) == (State.DECIDED, "同意")
    found = records.decisions(OFFICE, there.id)
    assert [(each.number, each.by, each.outcome, each.criterion, each.points) for each in found] == [
        (1, "reviewer", Outcome.CONFIRM, "2.6", 6),
        (2, "expert", Outcome.AMEND, "1.1", 2.5),
        (3, "reviewer", Outcome.RECOMMEND, None, None),
    ]
    assert {each.report for each in found} == {report.sha256}
    assert found[1].comment == "见原件"


def test_decisions_are_made_in_review_on_what_was_seen(records: Records) -> None:
    there = in_review(records)
    with pytest.raises(StaleError):
        records.decide(REVIEWER, there.id, there.version - 1, outcome=Outcome.RETURN)
    done = decided(records)
    with pytest.raises(IllegalMoveError):
        records.decide(REVIEWER, done.id, done.version, outcome=Outcome.RETURN)
    made = brought_to(records, State.RECEIVED)
    with pytest.raises(IllegalMoveError):
        records.decide(REVIEWER, made.id, made.version, outcome=Outcome.CONFIRM, criterion="1.1")


@pytest.mark.parametrize(
    ("outcome", "criterion"), [(Outcome.RECOMMEND, "1.1"), (Outcome.RETURN, "1.1"), (Outcome.AMEND, None)]
)
def test_outcomes_of_a_criterion_and_of_the_whole_are_not_mixed(
    records: Records, outcome: Outcome, criterion: str | None
) -> None:
    there = in_review(records)
    with pytest.raises(OutcomeUnusableError):
        records.decide(REVIEWER, there.id, there.version, outcome=outcome, criterion=criterion)
    assert records.decisions(OFFICE, there.id) == ()


@pytest.mark.parametrize(
    "statement", ["UPDATE decisions SET comment = 'x'", "DELETE FROM decisions", "TRUNCATE decisions"]
)
def test_a_decision_is_neither_changed_nor_removed(records: Records, statement: str) -> None:
    there = decided(records)
    if records.database.sqlite and statement.startswith("TRUNCATE"):
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DBAPIError, match="append-only"):
        execute(records, statement)
    assert len(records.decisions(OFFICE, there.id)) == 1


def test_reopened_it_is_decided_again(records: Records) -> None:
    there = decided(records)
    again = records.move(OFFICE, there.id, State.IN_REVIEW, there.version, reason="复核")
    after = records.decide(REVIEWER, there.id, again.version, outcome=Outcome.RETURN)
    assert after.state is State.DECIDED
    assert [each.number for each in records.decisions(OFFICE, there.id)] == [1, 2]
