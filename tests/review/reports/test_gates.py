"""Where the gates stand."""

import pytest

from dossier.fact import Evidence
from dossier.finding import Code, Discrepancy, Finding, Rule, Severity, Verdict
from dossier.report import Report
from review.reports import CriterionTitle
from review.reports.gates import gate_states

TITLES = {"2.6": CriterionTitle("评估等级在3A以上", 6, gate=True), "1.1": CriterionTitle("宣传", 3)}


def _finding(verdict: Verdict, low: float) -> Finding:
    return Finding(
        criterion="2.6",
        check="grade",
        verdict=verdict,
        claimed=6,
        supported=(low, 6),
        explanation="说明",
        rule=Rule(clause="三(二)", source="表"),
        evidence=(Evidence(document="a.jpg", page=1, box=None, text="4A", locator="第1行"),),
    )


@pytest.mark.parametrize(
    ("verdict", "low", "state"),
    [
        (Verdict.SUPPORTED, 6, "pass"),
        (Verdict.CONTRADICTED, 5, "pass"),
        (Verdict.CONTRADICTED, 0, "open"),
        (Verdict.MISSING, 0, "open"),
        (Verdict.UNREADABLE, 0, "open"),
        (Verdict.UNCERTAIN, 4, "open"),
        (Verdict.NOT_APPLICABLE, 0, "none"),
    ],
)
def test_a_gate_is_open_unless_its_proof_decides_it(report: Report, verdict: Verdict, low: float, state: str):
    changed = report.model_copy(update={"findings": (_finding(verdict, low),), "discrepancies": ()})
    assert gate_states(changed, TITLES) == {"2.6": state}


def test_a_discrepancy_of_the_gate_kind_fails_it_whatever_the_verdict(report: Report):
    told = Discrepancy(
        code=Code.GRADE_EXPIRED, severity=Severity.GATE, criterion="2.6", document=None, message="已过期"
    )
    changed = report.model_copy(
        update={"findings": (_finding(Verdict.SUPPORTED, 6),), "discrepancies": (told,)}
    )
    assert gate_states(changed, TITLES) == {"2.6": "fail"}


def test_a_gate_without_a_finding_is_open(report: Report):
    assert gate_states(report.model_copy(update={"findings": (), "discrepancies": ()}), TITLES) == {
        "2.6": "open"
    }
