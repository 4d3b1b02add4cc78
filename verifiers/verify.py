"""The whole check: every criterion of the standard, then the submission as such."""

from collections.abc import Sequence
from datetime import date

from dossier.document import ReadDocument
from dossier.finding import Discrepancy, Finding, Rule, Severity, Verdict
from dossier.model import Noun
from dossier.page import Signal
from dossier.submission import Submission
from rubric.model import Criterion, Rubric
from verifiers import arithmetic, messages, numbers, operators, reuse, tampering, unreadable, window
from verifiers.engine import Raised, conclude, told_once
from verifiers.exhibits import Exhibit, exhibits_of
from verifiers.matter import Matter
from verifiers.registry import judge
from verifiers.selection import Demand, demand_for, select

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


class Verification(Noun):
    """What the checks say: one finding for each criterion, and the discrepancies, heaviest first."""

    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]


def verify(
    submission: Submission, documents: Sequence[ReadDocument], rubric: Rubric, as_of: date
) -> Verification:
    """Checks every claim against the facts. Facts are numbered over all documents in order.

    Every gate is checked whether it is claimed or not; other criteria only where points are claimed.
    """
    operators.load()
    exhibits = exhibits_of(documents)
    signals = {read.document.path: read.reading.signals for read in documents}
    criteria = rubric.in_force(as_of)
    demands = {criterion.id: demand_for(criterion.id, submission.claims) for criterion in criteria}
    taken = _taken(criteria, demands, exhibits)
    findings: list[Finding] = []
    raised: list[Raised] = []
    for criterion in criteria:
        matter = _matter(criterion, demands[criterion.id], exhibits, taken, submission, as_of)
        finding, found = _one(rubric, matter, signals)
        findings.append(finding)
        raised += found
    discrepancies = [
        *told_once(raised),
        *arithmetic.check(submission, rubric),
        *window.check(submission, rubric),
        *unreadable.check(documents),
        *reuse.check(documents),
        *numbers.check(exhibits),
        *tampering.check(documents, exhibits),
    ]
    discrepancies.sort(key=lambda found: _WEIGHT[found.severity])
    return Verification(findings=tuple(findings), discrepancies=tuple(discrepancies))


def _one(
    rubric: Rubric, matter: Matter, signals: dict[str, tuple[Signal, ...]]
) -> tuple[Finding, list[Raised]]:
    if matter.criterion.gate is None and matter.demand.points <= 0:
        return _unclaimed(rubric, matter.criterion), []
    return conclude(rubric, matter, judge(matter), signals)


def _unclaimed(rubric: Rubric, criterion: Criterion) -> Finding:
    return Finding(
        criterion=criterion.id,
        check=criterion.check.operator,
        verdict=Verdict.NOT_APPLICABLE,
        claimed=0.0,
        supported=(0.0, 0.0),
        explanation=messages.explanation(criterion, 0.0, ()),
        rule=Rule(clause=criterion.clause.place, source=rubric.source),
        no_evidence=messages.NOT_CLAIMED,
    )


def _matter(
    criterion: Criterion,
    demand: Demand,
    exhibits: tuple[Exhibit, ...],
    taken: dict[str, dict[str, str]],
    submission: Submission,
    as_of: date,
) -> Matter:
    elsewhere = {path: other for other, paths in taken.items() if other != criterion.id for path in paths}
    return Matter(
        criterion=criterion,
        demand=demand,
        selection=select(demand.files, exhibits),
        everything=exhibits,
        taken_elsewhere=elsewhere,
        applicant=submission.organization,
        as_of=as_of,
    )


def _taken(
    criteria: Sequence[Criterion], demands: dict[str, Demand], exhibits: tuple[Exhibit, ...]
) -> dict[str, dict[str, str]]:
    """For each criterion the paths that its claim singles out and whose kind it takes."""
    found: dict[str, dict[str, str]] = {}
    for criterion in criteria:
        chosen = select(demands[criterion.id].files, exhibits)
        found[criterion.id] = {
            exhibit.path: criterion.id
            for exhibit in chosen.exhibits
            if exhibit.path in chosen.singled_out and exhibit.kind in criterion.kinds
        }
    return found
