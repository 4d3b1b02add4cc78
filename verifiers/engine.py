"""From a judgement to the finding on a criterion, and the discrepancies that it raises."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.fact import Evidence
from dossier.finding import Code, Discrepancy, Finding, Rule, Severity, Verdict
from rubric.base import number
from verifiers import messages
from verifiers.adjust import OPEN, TINY, Signals, adjusted
from verifiers.assay import Assay, Judgement
from verifiers.matter import Matter

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}
_MOST_TOLD = 6


@dataclass(frozen=True, slots=True)
class Raised:
    """A discrepancy with the key by which one cause is told once."""

    cause: tuple[Code, str]
    discrepancy: Discrepancy
    breadth: int
    """How many kinds the criterion takes: the one that asks for this very kind tells it best."""

    @property
    def rank(self) -> tuple[int, int]:
        """Lower tells it better."""
        return _WEIGHT[self.discrepancy.severity], self.breadth


@dataclass(frozen=True, slots=True)
class _Ruling:
    """The verdict, and the assays that are told, the deciding one first."""

    verdict: Verdict
    shown: tuple[Assay, ...]
    may_stand: bool
    """Whether the claim stands in full if every open question goes the applicant's way."""


def conclude(matter: Matter, judgement: Judgement, signals: Signals) -> tuple[Finding, list[Raised]]:
    """The finding on the criterion, and what it raises."""
    judgement = adjusted(matter, judgement, signals)
    ruling = _rule(matter, judgement)
    cap = min(matter.demand.points, matter.criterion.points)
    supported = (min(judgement.low, cap), min(judgement.high, cap))
    return _finding(matter, ruling, supported), list(_raised(matter, ruling))


# --- the verdict ---


def _rule(matter: Matter, judgement: Judgement) -> _Ruling:
    over = [one for one in judgement.assays if one.outcome == "over_maximum"]
    rest = [one for one in judgement.assays if one.outcome != "over_maximum"]
    good = [one for one in rest if matter.outcome(one).verdict is Verdict.SUPPORTED]
    open_ = [one for one in rest if matter.outcome(one).verdict in OPEN]
    open_.sort(key=lambda one: matter.outcome(one).verdict is not Verdict.UNREADABLE)
    bad = sorted(
        (one for one in rest if one not in good and one not in open_), key=lambda one: _weight(matter, one)
    )
    if matter.criterion.points == 0:
        return _rule_without_points(matter, good, open_, bad, over)
    if good and judgement.low > 0 and (judgement.low >= matter.need - TINY or not matter.demand.points):
        staying = [one for one in bad if one.stays]
        false = [one for one in staying if matter.outcome(one).verdict is Verdict.CONTRADICTED]
        verdict = Verdict.CONTRADICTED if over or false else Verdict.SUPPORTED
        return _Ruling(
            verdict, (*over, *false, *good, *(one for one in staying if one not in false)), may_stand=False
        )
    may_stand = bool(open_) and judgement.high > judgement.low and judgement.high >= matter.need - TINY
    order = (*open_, *bad, *good, *over) if may_stand or not bad else (*bad, *open_, *good, *over)
    if not bad and not open_:
        return _Ruling(Verdict.CONTRADICTED, order, may_stand=False)
    return _Ruling(matter.outcome(order[0]).verdict, order, may_stand)


def _rule_without_points(
    matter: Matter, good: list[Assay], open_: list[Assay], bad: list[Assay], over: list[Assay]
) -> _Ruling:
    """A gate that carries no points: what contradicts goes first, then what is open."""
    against = [one for one in bad if matter.outcome(one).verdict is Verdict.CONTRADICTED]
    missing = [one for one in bad if one not in against and not one.stays]
    order = [*against, *open_, *(good if not against and not open_ else ()), *missing]
    staying = [one for one in bad if one.stays and one not in order]
    verdict = matter.outcome(order[0]).verdict
    return _Ruling(verdict, (*order, *staying, *over), may_stand=verdict in OPEN)


def _weight(matter: Matter, one: Assay) -> int:
    return _WEIGHT[matter.outcome(one).severity or Severity.INFO]


# --- words ---


def _finding(matter: Matter, ruling: _Ruling, supported: tuple[float, float]) -> Finding:
    criterion = matter.criterion
    told = _distinct(ruling.shown)
    words = [_say(matter, one) for one in told[:_MOST_TOLD]]
    if len(told) > _MOST_TOLD:
        words.append(messages.and_more(len(told) - _MOST_TOLD))
    evidence = _places(ruling.shown)
    return Finding(
        criterion=criterion.id,
        check=criterion.check.operator,
        verdict=ruling.verdict,
        claimed=matter.demand.points,
        supported=supported,
        explanation=messages.explanation(criterion, matter.demand.points, words),
        rule=Rule(clause=criterion.clause.place, source=matter.rubric.source),
        facts=tuple(dict.fromkeys(held.position for one in ruling.shown for held in one.held)),
        evidence=evidence,
        no_evidence=None if evidence else messages.NO_PROOF_FOUND,
    )


def _say(matter: Matter, one: Assay) -> str:
    """An assay's sentence: the standard's template with what is known, and where it stands."""
    claimed = matter.demand.points
    values = {
        "claimed": number(claimed),
        "maximum": number(matter.criterion.points),
        "points": number(min(one.high, claimed) if claimed else one.high),
        "title": matter.criterion.title,
        **one.values,
    }
    text = matter.outcome(one).say.format_map(messages.Words(values))
    return messages.placed(text, one.evidence) + one.note


def _places(assays: Iterable[Assay]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(place for one in assays for place in one.evidence))


def _distinct(assays: Iterable[Assay]) -> list[Assay]:
    """Assays that say the same of the same document are told once."""
    seen: dict[object, Assay] = {}
    for one in assays:
        seen.setdefault((one.outcome, one.document, tuple(sorted(one.values.items()))), one)
    return list(seen.values())


# --- discrepancies ---

_ABOUT_A_DOCUMENT = frozenset(
    {
        Code.IDENTITY_MISMATCH,
        Code.MEDIA_NEGATIVE,
        Code.MEDIA_NOT_ABOUT_ORGANIZATION,
        Code.AWARD_TO_PERSON,
        Code.CREDIT_RECORD_STALE,
    }
)
"""Codes that tell a document's own fault, whichever criterion meets it."""


def _raised(matter: Matter, ruling: _Ruling) -> Iterator[Raised]:
    """One discrepancy for each code. What an open question may still bring is not told as missing."""
    by_code: dict[Code, list[Assay]] = {}
    for one in ruling.shown:
        outcome = matter.outcome(one)
        absent = ruling.may_stand and outcome.verdict is Verdict.MISSING and not one.stays
        if outcome.code is not None and not absent:
            by_code.setdefault(outcome.code, []).append(one)
    for code, same in by_code.items():
        first = same[0]
        severity = matter.outcome(first).severity or Severity.INFO
        if ruling.may_stand and _WEIGHT[severity] < _WEIGHT[Severity.MINOR]:
            severity = Severity.MINOR
        own = first.document if code in _ABOUT_A_DOCUMENT else None
        words = "".join(_say(matter, one) for one in _distinct(same))
        discrepancy = Discrepancy(
            code=code,
            severity=severity,
            criterion=matter.criterion.id,
            document=first.document,
            message=messages.discrepancy(matter.criterion, matter.demand.points, words),
            evidence=_places(same),
        )
        yield Raised(
            (code, first.cause or own or matter.criterion.id), discrepancy, len(matter.criterion.kinds)
        )


def told_once(raised: Sequence[Raised]) -> list[Discrepancy]:
    """One discrepancy for each cause, as it is told best; in order of appearance."""
    kept: dict[tuple[Code, str], Raised] = {}
    for one in raised:
        before = kept.get(one.cause)
        if before is None or one.rank < before.rank:
            kept[one.cause] = one
    return [one.discrepancy for one in kept.values()]
