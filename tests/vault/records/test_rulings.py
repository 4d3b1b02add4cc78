"""Rulings on discrepancies, and who must agree."""

import pytest
from sqlalchemy.exc import DBAPIError

from dossier.finding import Severity
from dossier.principal import Principal
from dossier.record import Outcome
from dossier.ruling import Ruled, Ruling, Settlement, settlement
from dossier.state import State
from tests.vault.records.office import (
    APPLICANT,
    AUDITOR,
    EXPERT,
    LEASE,
    OFFICE,
    REVIEWER,
    brought_to,
    discrepancy,
    execute,
    in_review,
    verified,
)
from tests.vault.records.reports import report
from vault.records import Records
from vault.records.errors import (
    IllegalMoveError,
    NotAllowedError,
    NotFoundError,
    RulingUnusableError,
    StaleError,
    UnsettledError,
)


def rule(
    records: Records,
    who: Principal,
    submission: str,
    outcome: Ruled,
    *,
    at: int = 0,
    reason: str = "见原件",
    seen: int | None = None,
) -> Ruling:
    """Rules on a discrepancy of the newest report, having seen all that was said of it."""
    fingerprint = discrepancy(records, submission, at)
    before = records.rulings(OFFICE, submission).get(fingerprint, ())
    return records.rule(
        who,
        submission,
        records.get(OFFICE, submission).version,
        fingerprint=fingerprint,
        outcome=outcome,
        reason=reason,
        seen=seen if seen is not None else before[-1].number if before else 0,
    )


def stands(records: Records, submission: str, at: int = 0) -> Settlement:
    """How far one of the newest report's discrepancies is settled."""
    told = records.report(OFFICE, submission).discrepancies[at]
    made = records.reports(OFFICE, submission)[0]
    on_it = records.rulings(OFFICE, submission).get(told.fingerprint, ())
    return settlement(told.severity, on_it, made.sha256)


def test_one_person_confirms_what_is_no_gate(records: Records) -> None:
    there = in_review(records)
    assert stands(records, there.id) is Settlement.OPEN
    told = rule(records, REVIEWER, there.id, Ruled.CONFIRM, reason="")
    assert stands(records, there.id) is Settlement.SETTLED
    assert (told.number, told.by, told.severity, told.message) == (
        1,
        "reviewer",
        Severity.MAJOR,
        "缺少登记证书。",
    )
    assert records.get(OFFICE, there.id) == there
    (row,) = [each for each in records.history(OFFICE, there.id) if each.action == "ruling.add"]
    assert (row.actor, told.fingerprint in row.detail) == ("reviewer", True)
    assert records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RECOMMEND).state is State.DECIDED


@pytest.mark.parametrize("outcome", [Ruled.OVERRULE, Ruled.ASK])
def test_overruling_and_asking_need_a_reason(records: Records, outcome: Ruled) -> None:
    there = in_review(records)
    with pytest.raises(RulingUnusableError):
        rule(records, REVIEWER, there.id, outcome, reason="  ")
    assert records.rulings(OFFICE, there.id) == {}


def test_an_overruling_needs_another_person(records: Records) -> None:
    there = in_review(records)
    rule(records, REVIEWER, there.id, Ruled.OVERRULE)
    with pytest.raises(RulingUnusableError):
        rule(records, REVIEWER, there.id, Ruled.OVERRULE)
    assert stands(records, there.id) is Settlement.SECOND
    with pytest.raises(UnsettledError, match="1 处“不成立”的认定待另一人同意"):
        records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RECOMMEND)
    rule(records, OFFICE, there.id, Ruled.OVERRULE)
    assert stands(records, there.id) is Settlement.SETTLED
    records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RECOMMEND)


def test_a_gate_needs_two_who_say_the_same(records: Records) -> None:
    there = records.get(OFFICE, verified(records, gates=1))
    with pytest.raises(UnsettledError, match="1 处否决项差异未经两人认定一致"):
        records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RETURN)
    rule(records, REVIEWER, there.id, Ruled.CONFIRM)
    rule(records, EXPERT, there.id, Ruled.OVERRULE)
    assert stands(records, there.id) is Settlement.SECOND
    with pytest.raises(UnsettledError):
        records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RETURN)
    rule(records, OFFICE, there.id, Ruled.CONFIRM)
    assert stands(records, there.id) is Settlement.SETTLED
    records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RETURN)


def test_who_did_not_see_the_last_word_is_told(records: Records) -> None:
    there = in_review(records)
    rule(records, REVIEWER, there.id, Ruled.OVERRULE)
    with pytest.raises(StaleError):
        rule(records, OFFICE, there.id, Ruled.CONFIRM, seen=0)
    with pytest.raises(StaleError):
        records.rule(
            OFFICE,
            there.id,
            there.version - 1,
            fingerprint=discrepancy(records, there.id),
            outcome=Ruled.CONFIRM,
            seen=1,
        )


def test_only_deciders_rule_on_what_is_there_and_in_review(records: Records) -> None:
    there = in_review(records)
    for who in (APPLICANT, AUDITOR):
        with pytest.raises(NotAllowedError):
            rule(records, who, there.id, Ruled.CONFIRM)
    with pytest.raises(NotFoundError):
        records.rule(OFFICE, there.id, there.version, fingerprint="d-0", outcome=Ruled.CONFIRM)
    done = brought_to(records, State.DECIDED)
    with pytest.raises(IllegalMoveError):
        rule(records, OFFICE, done.id, Ruled.CONFIRM)


@pytest.mark.parametrize("statement", ["UPDATE rulings SET reason = 'x'", "DELETE FROM rulings"])
def test_a_ruling_is_neither_changed_nor_removed(records: Records, statement: str) -> None:
    there = in_review(records)
    rule(records, REVIEWER, there.id, Ruled.CONFIRM)
    with pytest.raises(DBAPIError, match="append-only"):
        execute(records, statement)


def test_a_ruling_holds_for_the_next_report_that_says_the_same(records: Records) -> None:
    there = in_review(records)
    rule(records, REVIEWER, there.id, Ruled.CONFIRM, at=0)
    rule(records, REVIEWER, there.id, Ruled.CONFIRM, at=1)
    there = records.move(OFFICE, there.id, State.RECEIVED, there.version)
    run = records.take(there.id, "w", LEASE)
    assert run is not None
    made = report(there.id)
    first, second = made.discrepancies
    otherwise = second.model_copy(update={"message": "合计少了 2 分。"})
    records.finish(run, made.model_copy(update={"discrepancies": (first, otherwise)}), {})
    assert [stands(records, there.id, at) for at in (0, 1)] == [Settlement.SETTLED, Settlement.OPEN]
