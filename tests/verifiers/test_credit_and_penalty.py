"""2.7 and 2.8: lists and penalties."""

from datetime import date
from typing import Any

import pytest

from dossier.finding import Severity, Verdict
from dossier.geometry import Box, Quad
from dossier.page import Line
from tests.verifiers.builders import DROP, OTHER_NAME, check, claim, credit, penalty


def test_both_lists_are_two_causes():
    outcome = check([credit(abnormal_listed=True, seriously_illegal_listed=True)], [])
    assert sorted(outcome.codes("2.7")) == ["listed_abnormal", "listed_seriously_illegal"]
    assert outcome.score.eligible == "no"


def test_a_record_marked_as_a_specimen_opens_no_gate():
    good = credit()
    page = good.reading.pages[0]
    across = Line(text="样本", quad=Quad.from_box(Box(0.2, 0.3, 0.8, 0.7)), confidence=0.98, origin="text")
    marked = page.model_copy(update={"lines": (*page.lines, across)})
    specimen = good.model_copy(update={"reading": good.reading.model_copy(update={"pages": (marked,)})})
    assert check([good], []).finding("2.7").verdict is Verdict.SUPPORTED
    assert check([specimen], []).finding("2.7").verdict is Verdict.UNCERTAIN


@pytest.mark.parametrize(("day", "stale"), [("2026-08-17", False), ("2026-08-16", True)])
def test_a_record_counts_for_ninety_days(day: str, stale: bool):
    outcome = check([credit(query_date=day)], [])
    assert (outcome.finding("2.7").verdict is Verdict.UNCERTAIN) == stale
    assert outcome.codes().count("credit_record_stale") == int(stale)


def test_a_stale_record_is_told_once_for_both_gates():
    outcome = check([credit(query_date="2026-01-10")], [])
    assert outcome.told("credit_record_stale").severity is Severity.MINOR
    assert outcome.told("credit_record_stale").criterion == "2.7"
    assert outcome.finding("2.8").verdict is Verdict.UNCERTAIN


def test_no_record_is_told_once_for_both_gates():
    outcome = check([], [])
    missing = [one for one in outcome.verification.discrepancies if one.criterion in {"2.7", "2.8"}]
    assert [(one.code, one.criterion) for one in missing] == [("evidence_missing", "2.7")]
    assert outcome.finding("2.8").verdict is Verdict.MISSING


def test_the_newest_record_decides():
    old = credit("旧记录.pdf", query_date="2026-09-01", abnormal_listed=True)
    assert check([old, credit()], []).codes("2.7") == []
    new = credit("新记录.pdf", query_date="2026-11-01", abnormal_listed=True)
    assert check([credit(), new], []).codes("2.7") == ["listed_abnormal"]


def test_records_of_one_day_that_disagree_leave_it_open():
    outcome = check([credit(), credit("另一份.pdf", abnormal_listed=True)], [])
    assert outcome.finding("2.7").verdict is Verdict.UNCERTAIN


def test_another_bodys_record_is_told_once():
    outcome = check([credit(organization_name=OTHER_NAME)], [])
    assert outcome.codes().count("identity_mismatch") == 1


def test_a_record_without_the_second_list_is_open():
    assert check([credit(seriously_illegal_listed=DROP)], []).finding("2.7").verdict is Verdict.UNCERTAIN


def test_points_claimed_for_a_gate_without_points_are_over_the_maximum():
    outcome = check([credit()], [claim("2.7", 3)])
    assert outcome.codes("2.7") == ["points_over_maximum"]
    assert outcome.finding("2.7").verdict is Verdict.SUPPORTED
    assert outcome.finding("2.7").supported == (0, 0)


@pytest.mark.parametrize(
    ("decided", "codes"),
    [("2024-11-15", ["penalty_in_window"]), ("2024-11-14", []), ("2026-11-15", ["penalty_in_window"])],
)
def test_two_years_count_from_the_same_day(decided: str, codes: list[str]):
    assert check([credit(), penalty(decision_date=decided)], []).codes("2.8") == codes


def test_an_older_penalty_is_told_and_not_counted():
    outcome = check([credit(penalty_count=1), penalty(decision_date="2023-05-01")], [])
    assert outcome.finding("2.8").verdict is Verdict.SUPPORTED
    assert "2023年5月1日" in outcome.finding("2.8").explanation
    assert outcome.codes("2.8") == []


def test_a_month_without_day_at_the_edge_counts_in_favour_and_is_told():
    finding = check([credit(), penalty(decision_date="2024-11")], []).finding("2.8")
    assert finding.verdict is Verdict.SUPPORTED
    assert "最有利" in finding.explanation


def test_a_penalty_weighs_more_than_a_clean_record():
    outcome = check([credit(), penalty()], [])
    assert outcome.told("penalty_in_window").severity is Severity.GATE
    assert outcome.score.eligible == "no"


def test_another_bodys_penalty_is_nothing_to_the_applicant():
    outcome = check([credit(), penalty(organization_name=OTHER_NAME)], [])
    assert outcome.finding("2.8").verdict is Verdict.SUPPORTED


def test_penalties_that_a_record_only_counts_are_asked():
    outcome = check([credit(penalty_count=2)], [])
    assert outcome.finding("2.8").verdict is Verdict.UNCERTAIN
    assert outcome.told("penalty_in_window").severity is Severity.MINOR


@pytest.mark.parametrize("changes", [{"decision_date": DROP}, {"decision_date": "2027-01-01"}])
def test_a_penalty_without_a_usable_date_is_asked(changes: dict[str, Any]):
    outcome = check([credit(), penalty(**changes)], [])
    assert outcome.finding("2.8").verdict is Verdict.UNCERTAIN
    assert outcome.told("penalty_in_window").severity is Severity.MINOR


def test_29_february_counts_back_to_the_28th():
    outcome = check(
        [credit(query_date="2028-02-01"), penalty(decision_date="2026-02-28")], [], as_of=date(2028, 2, 29)
    )
    assert outcome.codes("2.8") == ["penalty_in_window"]
