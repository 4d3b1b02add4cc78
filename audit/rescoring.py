"""What another standard would change in a round: who would pass, who would fall, and which rule does it.

Rescored is rescore.json: canonical, the same inputs give the same bytes. Points are as in a report; `eligible` is what is
compared: `yes` passes, `review` and `no` don't.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from audit import rescoring_messages as messages
from dossier.finding import Discrepancy, Finding, Verdict
from dossier.model import Noun
from dossier.report import RubricReference, Score
from dossier.state import State
from rubric.differences import Change, differences
from rubric.messages import FIELDS
from rubric.model import Rubric, id_order
from rubric.scorer import gate_states

_TINY = 1e-6
_IDLE = frozenset(
    FIELDS[name] for name in ("title", "version", "provisional", "source", "notice", "cases", "examples")
)
"""What parts of a standard that decide nothing are called."""


class Outcome(StrEnum):
    """What becomes of a submission under another standard."""

    PASSES = "passes"
    """It may go forward, which it might not before."""
    FALLS = "falls"
    """It may not, or not before a person looked, which it might before."""
    OTHERWISE = "otherwise"
    """It may not either way, but for another reason: a person looks now, or needn't any more."""
    POINTS = "points"
    """Only points or single findings are others."""
    SAME = "same"


class Judged(Noun):
    """What is said of a criterion. `supported` is [low, high] points."""

    verdict: Verdict
    claimed: float
    supported: tuple[float, float]


class CriterionChange(Noun):
    """A criterion of which another thing is said. None: the standard doesn't have it. The finding is `?finding=` of the workbench."""

    criterion: str
    title: str
    clause: str
    before: Judged | None
    after: Judged | None
    rules: tuple[str, ...]
    """What of the rule is another, in words."""
    explanation: str
    """The finding's own, under the new standard where that has the criterion."""


class SubmissionChange(Noun):
    """A submission under another standard."""

    submission: str
    organization: str
    recommender: str | None
    city: str | None
    state: State
    """Where it stands now: what people decided isn't undone by this."""
    outcome: Outcome
    before: Score
    after: Score
    reasons: tuple[str, ...]
    """Why it may or may not go forward now, where that is another."""
    criteria: tuple[CriterionChange, ...]
    raised: tuple[str, ...]
    """Codes of discrepancies that are new."""
    settled: tuple[str, ...]
    """Codes of those that are gone."""


class RuleChange(Noun):
    """A field of a criterion, or of the standard as a whole (`criterion` None), that is another. None: it isn't there."""

    criterion: str | None
    title: str
    field: str
    path: str
    before: str | None
    after: str | None


class WhatIf(Noun):
    """The round under one standard. `rules` are told against the standard by which most reports were made."""

    file: str
    title: str
    rubric: RubricReference
    rules: tuple[RuleChange, ...]
    counts: dict[Outcome, int]
    submissions: tuple[SubmissionChange, ...]


class Remark(Noun):
    """What is to be known of a submission, and why."""

    submission: str
    organization: str | None
    reason: str


class Rescored(Noun):
    """The round under other standards. `before` is always what this program says under the standard of the report."""

    round: str
    own: tuple[RubricReference, ...]
    """The standards by which the reports were made, the one of most reports first."""
    rescored: int
    what_ifs: tuple[WhatIf, ...]
    left_out: tuple[Remark, ...]
    """Not rescored."""
    altered: tuple[Remark, ...]
    """Rescored, but a report of this program would be another one under its own standard already."""


class Standing(Noun):
    """A submission under one standard."""

    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]
    score: Score


class Who(Noun):
    """Whose submission it is."""

    submission: str
    organization: str
    recommender: str | None
    city: str | None
    state: State


class Comparison:
    """Two standards, and what each rule of the one says in the other."""

    def __init__(self, own: Rubric, new: Rubric) -> None:
        self.own = own
        self.new = new
        self._differences = differences(own, new)

    @property
    def rules(self) -> Iterator[RuleChange]:
        """What is another, field by field."""
        for difference in self._differences:
            for change in difference.changes:
                yield RuleChange(criterion=difference.criterion, title=difference.title, **change._asdict())

    def compare(self, who: Who, before: Standing, after: Standing) -> SubmissionChange:
        """What becomes of a submission that stands so under its own standard and so under the new one."""
        was, now = ({found.code.value for found in each.discrepancies} for each in (before, after))
        same = _points(before) == _points(after) and before.findings == after.findings and was == now
        return SubmissionChange(
            **who.model_dump(),
            outcome=Outcome.SAME if same else _outcome(before.score.eligible, after.score.eligible),
            before=before.score,
            after=after.score,
            reasons=tuple(self._reasons(before, after)),
            criteria=tuple(self._criteria(before, after)),
            raised=tuple(sorted(now - was)),
            settled=tuple(sorted(was - now)),
        )

    def _reasons(self, before: Standing, after: Standing) -> Iterator[str]:
        """What stands in the way now and didn't, and what did and doesn't."""
        if before.score.eligible == after.score.eligible:
            return
        was, now = dict(_obstacles(before, self.own)), dict(_obstacles(after, self.new))
        yield from (messages.NEW.format(obstacle=text) for key, text in now.items() if key not in was)
        yield from (messages.GONE.format(obstacle=text) for key, text in was.items() if key not in now)

    def _criteria(self, before: Standing, after: Standing) -> Iterator[CriterionChange]:
        was = {found.criterion: found for found in before.findings}
        now = {found.criterion: found for found in after.findings}
        for criterion in sorted(was.keys() | now.keys(), key=id_order):
            old, young = was.get(criterion), now.get(criterion)
            shown = young or old
            if shown is not None and _judged(old) != _judged(young):
                yield CriterionChange(
                    criterion=criterion,
                    title=_title(criterion, self.new) or _title(criterion, self.own),
                    clause=shown.rule.clause,
                    before=_judged(old),
                    after=_judged(young),
                    rules=self._rules(criterion),
                    explanation=shown.explanation,
                )

    def _rules(self, criterion: str) -> tuple[str, ...]:
        """What of the criterion's rule is another, else of what all criteria share, in words."""
        told: list[str] = []
        for difference in self._differences:
            if difference.criterion == criterion:
                if difference.sort != "changed":
                    return (messages.ADDED if difference.sort == "added" else messages.REMOVED,)
                told += [_told(change) for change in difference.changes if change.field not in _IDLE]
        shared = [
            messages.SHARED_ONE.format(rule=_told(change))
            for difference in self._differences
            if difference.criterion is None
            for change in difference.changes
            if change.field not in _IDLE
        ]
        return tuple(told or shared)


def what_if(
    file: str, rubric: Rubric, rules: Iterable[RuleChange], changes: Sequence[SubmissionChange]
) -> WhatIf:
    """The round under a standard. `rules`: what of it is another than in the standard of most reports."""
    counted = Counter(change.outcome for change in changes)
    return WhatIf(
        file=file,
        title=rubric.title,
        rubric=reference(rubric),
        rules=tuple(rules),
        counts={outcome: counted[outcome] for outcome in Outcome},
        submissions=tuple(sorted(changes, key=lambda change: change.submission)),
    )


def reference(rubric: Rubric) -> RubricReference:
    """By what a report names a standard."""
    return RubricReference(
        id=rubric.id, version=rubric.version, sha256=rubric.sha256, provisional=rubric.provisional
    )


def _points(standing: Standing) -> Score:
    """The score but for the threshold, which alone changes nothing for a submission far from it."""
    return standing.score.model_copy(update={"threshold": 0.0})


def _outcome(before: str, after: str) -> Outcome:
    if before == after:
        return Outcome.POINTS
    if after == "yes":
        return Outcome.PASSES
    return Outcome.FALLS if before == "yes" else Outcome.OTHERWISE


def _judged(finding: Finding | None) -> Judged | None:
    if finding is None:
        return None
    return Judged(verdict=finding.verdict, claimed=finding.claimed, supported=finding.supported)


def _title(criterion: str, rubric: Rubric) -> str:
    return next((each.title for each in rubric.criteria if each.id == criterion), "")


def _told(change: Change) -> str:
    text = messages.RULE_AT if change.path else messages.RULE
    before, after = (messages.NOTHING if each is None else each for each in (change.before, change.after))
    return text.format(field=change.field, path=change.path, before=before, after=after)


def _obstacles(standing: Standing, rubric: Rubric) -> Iterator[tuple[str, str]]:
    """What stands in the way of a recommendation: a key for each, and words. As the scorer decides it."""
    for criterion, state in gate_states(rubric, standing.findings).items():
        if text := messages.GATES.get(state):
            yield f"{state} {criterion}", text.format(id=criterion, title=_title(criterion, rubric))
    score = standing.score
    told = {
        "claimed": score.claimed,
        "high": score.supported[1],
        "threshold": score.threshold,
    }
    if max(score.claimed, score.claimed_sum) < score.threshold - _TINY:
        yield "claimed", messages.CLAIMED.format(**told)
    elif min(score.claimed, score.claimed_sum) < score.threshold - _TINY:
        yield "differs", messages.CLAIMED_DIFFERS.format(**told)
    if score.supported[1] < score.threshold - _TINY:
        yield "supported", messages.SUPPORTED.format(**told)
