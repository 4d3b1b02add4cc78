from pathlib import Path
from typing import Any

from benchmarks.accuracy_report import code_rates
from benchmarks.failures import failures
from benchmarks.made import ROOT, MadeSubmission
from benchmarks.submission_scores import ScoredSubmission, codes
from dossier.finding import Code, Discrepancy, Finding, Rule, Severity, Verdict
from dossier.report import Report, RubricReference, Score
from dossier.submission import Organization, SubmissionSummary

FOLDER = ROOT / "build" / "bench" / "0001"


def _alarm(code: str, severity: str = "major", criterion: str | None = "2.6") -> Discrepancy:
    return Discrepancy(
        code=Code(code), severity=Severity(severity), criterion=criterion, document=None, message="说明"
    )


def _finding(low: float, verdict: str = "uncertain", criterion: str = "2.6") -> Finding:
    return Finding(
        criterion=criterion, check="grade", verdict=Verdict(verdict), claimed=6, supported=(low, 6),
        explanation="说明", rule=Rule(clause="三(二)", source="通知"), no_evidence="没有",
    )  # fmt: skip


def _scored(
    expected: list[str], alarms: list[Discrepancy], findings: list[Finding], **carried: float
) -> ScoredSubmission:
    summary = SubmissionSummary.model_validate(
        {
            "id": "1", "round": "2026", "organization": Organization(name="甲"), "recommender": "乙",
            "submitted_at": None, "as_of": "2026-11-15",
        }
    )  # fmt: skip
    report = Report(
        submission=summary,
        rubric=RubricReference(id="r", version="1", sha256="0" * 64, provisional=True),
        documents=(), facts=(), findings=tuple(findings), discrepancies=tuple(alarms),
        score=Score(claimed=6, claimed_sum=6, supported=(0, 6), threshold=80, eligible="review"),
        extractor="e",
    )  # fmt: skip
    truth: dict[str, Any] = {
        "honest": not expected,
        "expected": [{"code": code, "criterion": "2.6", "document": "a.jpg"} for code in expected],
        "eligible": ["no"],
        "carried": {"2.6": carried.get("grade")},
        "documents": [],
    }
    return ScoredSubmission(MadeSubmission(Path(FOLDER), truth), (), report)


def test_a_fault_that_nothing_flags_is_a_false_clear() -> None:
    scored = _scored(["grade_expired"], [], [])
    assert [each.criterion for each in scored.false_clears] == ["2.6"]


def test_a_fault_that_another_code_or_an_open_finding_tells_is_no_false_clear() -> None:
    assert not _scored(["grade_expired"], [_alarm("grade_overstated")], []).false_clears
    assert not _scored(["grade_expired"], [], [_finding(0)]).false_clears
    assert _scored(["grade_expired"], [], [_finding(0, "contradicted")]).false_clears


def test_more_points_proven_than_the_evidence_carries_is_a_false_clear() -> None:
    assert (
        len(_scored(["grade_expired"], [_alarm("grade_expired")], [_finding(6)], grade=4).false_clears) == 1
    )
    assert not _scored(["grade_expired"], [_alarm("grade_expired")], [_finding(4)], grade=4).false_clears


def test_codes_are_counted_by_submission_with_info_apart() -> None:
    scored = [
        _scored(["grade_expired", "term_overdue"], [_alarm("grade_expired"), _alarm("grade_expired")], []),
        _scored(["grade_expired"], [_alarm("grade_expired", "info"), _alarm("uscc_invalid")], []),
        _scored([], [_alarm("grade_expired", "info")], []),
    ]
    counted = codes(scored)
    assert counted["grade_expired"].found == counted["grade_expired"].noted == 1
    assert (counted["term_overdue"].missed, counted["uscc_invalid"].wrong) == (1, 1)
    assert code_rates(counted.values()) == (1 / 2, 2 / 3)


def test_open_claims_are_left_to_a_person() -> None:
    scored = _scored([], [], [_finding(0), _finding(0, "unreadable"), _finding(0, "contradicted")])
    assert (scored.decided, len(scored.claims)) == (1, 3)


def test_what_was_let_pass_is_the_worst_failure() -> None:
    """Then eligibility, then the code that is missing, then a false alarm."""
    found = failures([], [_scored(["grade_expired"], [_alarm("uscc_invalid", criterion="2.1")], [])])
    assert [each.weight for each in found] == sorted((each.weight for each in found), reverse=True)
    assert "let pass" in found[0].what
    assert "uscc_invalid" in found[-1].what
