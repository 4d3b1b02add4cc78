"""Where the gates stand: the criteria that a submission must pass whatever its points."""

from collections.abc import Mapping
from typing import Literal

from dossier.finding import Finding, Verdict
from dossier.report import Report
from review.reports.titles import CriterionTitle

GateState = Literal["passes", "fails", "open"]

_OPEN = frozenset({Verdict.UNCERTAIN, Verdict.UNREADABLE, Verdict.NOT_APPLICABLE})
_TINY = 1e-6


def gate_states(report: Report, titles: Mapping[str, CriterionTitle]) -> dict[str, GateState]:
    """The state of each gate, in the order of the standard: as the scorer decides it, told from the report alone."""
    found = {finding.criterion: finding for finding in report.findings}
    return {
        criterion: _state(title, found.get(criterion)) for criterion, title in titles.items() if title.gate
    }


def _state(title: CriterionTitle, finding: Finding | None) -> GateState:
    if finding is None or finding.verdict in _OPEN:
        return "open"
    if finding.verdict is Verdict.MISSING:
        return "fails" if title.gate == "fails" else "open"
    if finding.verdict is Verdict.CONTRADICTED and finding.supported[1] <= _TINY:
        return "fails"
    return "passes"
