"""The whole check: every criterion of the standard, then the submission as such."""

from collections.abc import Iterator, Sequence
from datetime import date

from dossier.document import ReadDocument
from dossier.errors import HezhengError
from dossier.finding import Discrepancy, Finding, Rule, Severity, Verdict
from dossier.model import Noun
from dossier.submission import Submission
from rubric.model import Criterion, Rubric
from verifiers import (
    arithmetic,
    messages,
    numbers,
    operators,
    reuse,
    seals,
    tampering,
    unreadable,
    versions,
    window,
)
from verifiers.adjust import Signals
from verifiers.citations import Citations
from verifiers.engine import Raised, conclude, told_once
from verifiers.exhibits import Exhibit, exhibits_of
from verifiers.matter import Matter
from verifiers.ownership import Owners
from verifiers.registry import judge
from verifiers.selection import demand_for, select

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


class NoStandardError(HezhengError):
    """The standard has no criterion in force on the reference date."""


class Verification(Noun):
    """What the checks say: one finding for each criterion, and the discrepancies, heaviest first."""

    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]


def verify(
    submission: Submission, documents: Sequence[ReadDocument], rubric: Rubric, as_of: date
) -> Verification:
    """Checks every claim against the facts. Facts are numbered over all documents in order.

    Every gate is checked whether it is claimed or not; other criteria only where points are claimed.
    Raises NoStandardError where the standard is not in force on that day.
    """
    operators.load()
    criteria = rubric.in_force(as_of)
    if not criteria:
        raise NoStandardError(messages.no_standard(as_of), cause=f"no criterion is in force on {as_of}")
    exhibits = exhibits_of(documents)
    signals = {read.document.path: read.reading.signals for read in documents}
    findings: list[Finding] = []
    raised: list[Raised] = []
    matters = list(_matters(submission, exhibits, rubric, criteria, as_of))
    for matter in matters:
        finding, found = _one(matter, signals)
        findings.append(finding)
        raised += found
    of_documents = (
        *unreadable.check(documents),
        *reuse.check(documents),
        *numbers.check(exhibits),
        *tampering.check(documents),
        *seals.check(exhibits, submission),
        *versions.check(documents, exhibits),
    )
    discrepancies = [
        *told_once(raised),
        *arithmetic.check(submission, rubric),
        *window.check(submission, rubric),
        *Citations(matters).place(of_documents),
    ]
    discrepancies.sort(key=lambda found: _WEIGHT[found.severity])
    return Verification(findings=tuple(findings), discrepancies=tuple(discrepancies))


def _one(matter: Matter, signals: Signals) -> tuple[Finding, list[Raised]]:
    if matter.criterion.gate is None and matter.demand.points <= 0:
        return _unclaimed(matter.criterion, matter.rubric), []
    return conclude(matter, judge(matter), signals)


def _unclaimed(criterion: Criterion, rubric: Rubric) -> Finding:
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


def _matters(
    submission: Submission,
    exhibits: tuple[Exhibit, ...],
    rubric: Rubric,
    criteria: Sequence[Criterion],
    as_of: date,
) -> Iterator[Matter]:
    """A matter for each criterion, in order."""
    owners = Owners(submission.organization)
    demands = {criterion.id: demand_for(criterion.id, submission.claims) for criterion in criteria}
    selections = {criterion.id: select(demands[criterion.id].files, exhibits) for criterion in criteria}
    for criterion in criteria:
        taken = {
            exhibit.path: other.id
            for other in criteria
            for exhibit in selections[other.id].exhibits
            if other.id != criterion.id
            and exhibit.path in selections[other.id].singled_out
            and exhibit.kind in other.kinds
        }
        yield Matter(
            rubric=rubric,
            criterion=criterion,
            demand=demands[criterion.id],
            selection=selections[criterion.id],
            everything=exhibits,
            taken_elsewhere=taken,
            owners=owners,
            as_of=as_of,
        )
