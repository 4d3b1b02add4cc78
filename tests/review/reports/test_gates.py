"""Where the gates stand."""

from typing import Literal

import pytest

from dossier.fact import Evidence
from dossier.finding import Finding, Rule, Verdict
from dossier.report import Report
from review.reports import CriterionTitle
from review.reports.gates import GateState, gate_states
from rubric.model import Criterion, Gate
from rubric.scorer import gate_state

Missing = Literal["fails", "review"]


def _finding(verdict: Verdict, supported: tuple[float, float]) -> Finding:
    return Finding(
        criterion="2.6",
        check="grade",
        verdict=verdict,
        claimed=6,
        supported=supported,
        explanation="说明",
        rule=Rule(clause="三(二)", source="表"),
        evidence=(Evidence(document="a.jpg", page=1, box=None, text="4A", locator="第1行"),),
    )


def _stands(report: Report, findings: tuple[Finding, ...], missing: Missing) -> GateState:
    titles = {"2.6": CriterionTitle("评估等级在3A以上", 6, gate=missing), "1.1": CriterionTitle("宣传", 3)}
    states = gate_states(report.model_copy(update={"findings": findings}), titles)
    assert list(states) == ["2.6"]
    return states["2.6"]


@pytest.mark.parametrize("missing", ["fails", "review"])
@pytest.mark.parametrize("supported", [(0, 0), (0, 6), (5, 5)])
@pytest.mark.parametrize("verdict", Verdict)
def test_a_gate_stands_as_the_scorer_says(
    report: Report, verdict: Verdict, supported: tuple[float, float], missing: Missing
):
    finding = _finding(verdict, supported)
    criterion = Criterion.model_construct(id="2.6", gate=Gate(missing=missing))
    assert _stands(report, (finding,), missing) == gate_state(criterion, finding)


def test_a_gate_without_a_finding_is_open(report: Report):
    assert _stands(report, (), "fails") == "open"
