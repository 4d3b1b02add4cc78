"""Supplements: asked, answered, taken back, over."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from dossier.record import Outcome
from dossier.ruling import Ruled, Settlement
from dossier.state import State
from tests.vault.records.office import (
    APPLICANT,
    AUDITOR,
    LEASE,
    OFFICE,
    REVIEWER,
    SHA,
    asked,
    execute,
    in_review,
)
from tests.vault.records.reports import report
from tests.vault.records.test_rulings import rule, stands
from vault.records import Records
from vault.records.errors import (
    DeadlineError,
    HandedInStaysError,
    IllegalMoveError,
    NoAnswerError,
    NotAllowedError,
    NothingAskedError,
    UnsettledError,
)
from vault.records.trail import office_day

TODAY = office_day(datetime.now(UTC))


def days(number: int) -> timedelta:
    """So many days."""
    return timedelta(days=number)


def test_all_questions_are_put_with_a_last_day(records: Records) -> None:
    there = in_review(records)
    with pytest.raises(NothingAskedError):
        records.ask(REVIEWER, there.id, there.version, due_on=TODAY + days(7))
    rule(records, REVIEWER, there.id, Ruled.ASK, reason="请补登记证书")
    rule(records, REVIEWER, there.id, Ruled.CONFIRM, at=1)
    with pytest.raises(UnsettledError, match="1 处已请申报单位补正"):
        records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RETURN)
    for day in (TODAY, TODAY + days(61)):
        with pytest.raises(DeadlineError):
            records.ask(REVIEWER, there.id, there.version, due_on=day)
    with pytest.raises(NotAllowedError):
        records.ask(AUDITOR, there.id, there.version, due_on=TODAY + days(7))
    there = records.ask(REVIEWER, there.id, there.version, due_on=TODAY + days(7), note="请尽快")
    assert (there.state, there.reason) == (State.SUPPLEMENT, "请尽快")
    (told,) = records.supplements(APPLICANT, there.id)
    assert (told.number, told.name, told.due_on) == (1, "reviewer", TODAY + days(7))
    assert [(each.criterion, each.asks) for each in told.questions] == [("1.1", "请补登记证书")]
    assert records.asked_criteria(there.id) == {"1.1"}
    actions = [row.action for row in records.history(OFFICE, there.id)]
    assert actions[-2:] == ["supplement.ask", "submission.move"]
    with pytest.raises(IllegalMoveError):
        rule(records, REVIEWER, there.id, Ruled.CONFIRM)


def test_the_applicant_adds_files_and_takes_out_only_those(records: Records) -> None:
    there = asked(records)
    with pytest.raises(HandedInStaysError):
        records.remove_document(APPLICANT, there.id, "申报表.xlsx")
    records.remove_document(APPLICANT, there.id, "登记证书.jpg")
    with pytest.raises(NoAnswerError):
        records.submit(APPLICANT, there.id, there.version)
    records.add_document(APPLICANT, there.id, "证书二.jpg", sha256=SHA, size=10)
    before = records.get(APPLICANT, there.id).submitted_at
    after = records.submit(APPLICANT, there.id, there.version)
    assert (after.state, after.attempts, after.submitted_at) == (State.RECEIVED, 0, before)


def test_the_next_report_answers_what_was_asked(records: Records) -> None:
    there = asked(records)
    rule_before = stands(records, there.id)
    there = records.submit(APPLICANT, there.id, there.version)
    run = records.take(there.id, "w", LEASE)
    assert run is not None
    records.finish(run, report(there.id, extractor="readers-4"), {})
    assert (rule_before, stands(records, there.id)) == (Settlement.ASKED, Settlement.OPEN)
    rule(records, REVIEWER, there.id, Ruled.CONFIRM)
    there = records.get(OFFICE, there.id)
    records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RETURN)


@pytest.mark.parametrize(("came", "after"), [(True, State.RECEIVED), (False, State.IN_REVIEW)])
def test_when_the_day_is_over_what_came_is_verified(records: Records, came: bool, after: State) -> None:
    there = asked(records)
    if not came:
        records.remove_document(APPLICANT, there.id, "登记证书.jpg")
    assert records.close_supplements() == ()
    execute(records, *let_days_pass(records))
    assert records.close_supplements() == (there.id,)
    found = records.get(OFFICE, there.id)
    assert (found.state, found.reason) == (after, "补正期限已到。")
    assert records.close_supplements() == ()
    assert stands(records, there.id) is Settlement.ASKED


def test_reviewers_take_it_back(records: Records) -> None:
    there = asked(records)
    with pytest.raises(NotAllowedError):
        records.move(APPLICANT, there.id, State.IN_REVIEW, there.version)
    assert records.move(REVIEWER, there.id, State.IN_REVIEW, there.version).state is State.IN_REVIEW
    rule(records, REVIEWER, there.id, Ruled.CONFIRM)


def test_what_was_asked_is_neither_changed_nor_removed(records: Records) -> None:
    asked(records)
    for statement in ("UPDATE supplements SET note = 'x'", "DELETE FROM supplements"):
        with pytest.raises(DBAPIError, match="append-only"):
            execute(records, statement)


def let_days_pass(records: Records) -> list[str]:
    """Statements that put the last day of all supplements to yesterday, past the guard."""
    yesterday = f"UPDATE supplements SET due_on = '{TODAY - days(1)}'"
    if records.database.sqlite:
        return ["DROP TRIGGER supplements_no_update", yesterday]
    return [
        "ALTER TABLE supplements DISABLE TRIGGER supplements_no_update",
        yesterday,
        "ALTER TABLE supplements ENABLE TRIGGER supplements_no_update",
    ]
