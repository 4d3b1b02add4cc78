"""From findings to the score: what is claimed, what is supported, and whether the submission may go forward."""

from collections.abc import Iterable, Sequence
from math import fsum, isfinite
from typing import Literal

from dossier.finding import Finding, Verdict
from dossier.report import Score
from dossier.submission import Submission
from rubric.model import Criterion, Rubric

GateState = Literal["passes", "fails", "open"]

_TINY = 1e-6
_OPEN = frozenset({Verdict.UNCERTAIN, Verdict.UNREADABLE, Verdict.NOT_APPLICABLE})


def score(rubric: Rubric, submission: Submission, findings: Sequence[Finding]) -> Score:
    """The score of a submission's findings.

    `claimed` is the applicant's own total, its claims' sum where it gave none. `eligible`: `no` where a gate fails or
    less than the threshold is claimed; `review` where a gate stays open, the supported high misses the threshold,
    or total and sum lie on either side of it; else `yes`.
    """
    claimed_sum = fsum(claim.points for claim in submission.claims if isfinite(claim.points))
    claimed = claimed_sum if submission.claimed_total is None else submission.claimed_total
    low = fsum(finding.supported[0] for finding in findings)
    high = fsum(finding.supported[1] for finding in findings)
    threshold = rubric.round.threshold
    return Score(
        claimed=_round(claimed),
        claimed_sum=_round(claimed_sum),
        supported=(_round(low), _round(high)),
        threshold=threshold,
        eligible=_eligible(gate_states(rubric, findings), (claimed, claimed_sum), high, threshold),
    )


def gate_states(rubric: Rubric, findings: Iterable[Finding]) -> dict[str, GateState]:
    """Each gate that was checked, with how it stands."""
    gates = {criterion.id: criterion for criterion in rubric.gates}
    return {
        finding.criterion: gate_state(gates[finding.criterion], finding)
        for finding in findings
        if finding.criterion in gates
    }


def gate_state(criterion: Criterion, finding: Finding) -> GateState:
    """How a gate stands by its finding. A claim that is only too high is no failed gate."""
    if finding.verdict in _OPEN:
        return "open"
    if finding.verdict is Verdict.MISSING:
        return "fails" if criterion.gate and criterion.gate.missing == "fails" else "open"
    if finding.verdict is Verdict.CONTRADICTED and finding.supported[1] <= _TINY:
        return "fails"
    return "passes"


def _eligible(
    states: dict[str, GateState], claimed: tuple[float, float], high: float, threshold: float
) -> Literal["yes", "no", "review"]:
    if "fails" in states.values() or max(claimed) < threshold - _TINY:
        return "no"
    if "open" in states.values() or high < threshold - _TINY or min(claimed) < threshold - _TINY:
        return "review"
    return "yes"


def _round(points: float) -> float:
    """Points without the dust of binary fractions."""
    return round(points, 6)
