"""Where the gates stand: the criteria that a submission must pass whatever its points."""

from collections.abc import Mapping
from typing import Literal

from dossier.finding import Discrepancy, Finding, Severity, Verdict
from dossier.report import Report
from review.reports.titles import CriterionTitle

GateState = Literal["pass", "fail", "open", "none"]


def gate_states(report: Report, titles: Mapping[str, CriterionTitle]) -> dict[str, GateState]:
    """The state of each gate, in the order of the standard. What can't be told is left open."""
    found = {finding.criterion: finding for finding in report.findings}
    return {
        criterion: _state(found.get(criterion), criterion, report.discrepancies)
        for criterion, title in titles.items()
        if title.gate
    }


def _state(finding: Finding | None, criterion: str, discrepancies: tuple[Discrepancy, ...]) -> GateState:
    if any(told.severity is Severity.GATE and told.criterion == criterion for told in discrepancies):
        return "fail"
    if finding is None:
        return "open"
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return "none"
    carried = finding.verdict is Verdict.CONTRADICTED and finding.supported[0] > 0
    return "pass" if finding.verdict is Verdict.SUPPORTED or carried else "open"
