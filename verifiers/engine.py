"""From a judgement to the finding on a criterion, and the discrepancies that it raises."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dossier.fact import Evidence
from dossier.finding import Code, Discrepancy, Finding, Rule, Severity, Verdict
from dossier.page import Signal, SignalCode
from rubric.base import number
from rubric.model import Outcome, Rubric
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.matter import Matter

_TINY = 1e-9
_OPEN = frozenset({Verdict.UNCERTAIN, Verdict.UNREADABLE})
_WEIGHT = {Severity.GATE: 0, Severity.MAJOR: 1, Severity.MINOR: 2, Severity.INFO: 3}
_TOUCHING = frozenset({SignalCode.FOREIGN_FONT_RUN, SignalCode.IMAGE_PATCH})
"""Signals with a place: where a fact stands in it, the fact no longer carries a claim by itself."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A discrepancy with the key by which one cause is told once."""

    cause: tuple[Code, str]
    discrepancy: Discrepancy


def conclude(
    rubric: Rubric, matter: Matter, judgement: Judgement, signals: dict[str, tuple[Signal, ...]]
) -> tuple[Finding, list[Raised]]:
    """The finding, and what it raises."""
    return _Conclusion(rubric, matter, signals).of(judgement)


@dataclass(frozen=True)
class _Conclusion:
    rubric: Rubric
    matter: Matter
    signals: dict[str, tuple[Signal, ...]]

    def of(self, judgement: Judgement) -> tuple[Finding, list[Raised]]:
        judgement = self._doubt_altered(self._mind_the_claim(judgement))
        verdict, shown = self._verdict(judgement)
        cap = min(self.matter.demand.points, self.matter.criterion.points)
        supported = (min(judgement.low, cap), min(judgement.high, cap))
        if verdict in {Verdict.CONTRADICTED, Verdict.MISSING} and judgement.low == judgement.high == 0:
            supported = (0.0, 0.0)
        return self._finding(verdict, supported, shown), list(self._raised(judgement, verdict, shown))

    # --- verdict ---

    def _outcome(self, one: Assay) -> Outcome:
        return self.rubric.outcome(self.matter.criterion, one.outcome)

    def _verdict(self, judgement: Judgement) -> tuple[Verdict, list[Assay]]:
        """The verdict, and the assays that are told, the deciding one first."""
        assays = list(judgement.assays)
        over = [one for one in assays if one.outcome == "over_maximum"]
        rest = [one for one in assays if one.outcome != "over_maximum"]
        good, open_, bad = self._sorted(rest)
        if self.matter.criterion.points == 0:
            order = [*_contradicting(self, bad), *open_, *good, *bad]
            order = list(dict.fromkeys(map(id, order)))
            chosen = [one for key in order for one in rest if id(one) == key]
            head = self._outcome(chosen[0]).verdict
            return head, [*(chosen if head is not Verdict.SUPPORTED else good), *over]
        enough = judgement.low >= self.matter.need - _TINY or (not self.matter.demand.points and judgement.low > 0)
        if enough and judgement.low > 0:
            kept = [*good, *(one for one in rest if one.stays and one not in good)]
            return (Verdict.CONTRADICTED if over else Verdict.SUPPORTED), [*over, *kept]
        if open_ and judgement.high > judgement.low and judgement.high >= self.matter.need - _TINY:
            return self._outcome(open_[0]).verdict, [*open_, *bad, *good, *over]
        if bad:
            return self._outcome(bad[0]).verdict, [*bad, *open_, *good, *over]
        if open_:
            return self._outcome(open_[0]).verdict, [*open_, *good, *over]
        return Verdict.CONTRADICTED, [*good, *over]

    def _sorted(self, assays: Sequence[Assay]) -> tuple[list[Assay], list[Assay], list[Assay]]:
        good = [one for one in assays if self._outcome(one).verdict is Verdict.SUPPORTED]
        open_ = [one for one in assays if self._outcome(one).verdict in _OPEN]
        bad = [one for one in assays if one not in good and one not in open_]
        bad.sort(key=lambda one: _WEIGHT.get(self._outcome(one).severity or Severity.INFO, 9))
        return good, open_, bad

    # --- what the claim itself adds ---

    def _mind_the_claim(self, judgement: Judgement) -> Judgement:
        """More points claimed than the criterion has, or than the proof's own tier carries; files that are not there."""
        matter, demand = self.matter, self.matter.demand
        added: list[Assay] = []
        maximum = matter.criterion.points
        if demand.points > maximum + _TINY:
            added.append(assay("over_maximum", None))
        known = {one.outcome for one in judgement.assays}
        if matter.selection.absent and "file_missing" not in known:
            absent = messages.listing(matter.selection.absent)
            added.append(replace(assay("file_absent", None, files=absent), stays=True))
        assays = self._collapse(judgement.assays)
        judgement = self._elsewhere(replace(judgement, assays=assays))
        _, open_, bad = self._sorted(judgement.assays)
        short = judgement.high < matter.need - _TINY and demand.points > 0
        if short and not bad and not open_:
            good = judgement.assays[0]
            added.insert(0, replace(good, outcome="overclaimed", low=0.0, high=0.0))
        return replace(judgement, assays=(*judgement.assays, *added))

    def _collapse(self, assays: tuple[Assay, ...]) -> tuple[Assay, ...]:
        """Where no file is named, a paper about something else is not the applicant's fault: the proof is missing."""
        if self.matter.demand.named:
            return assays
        other = [one for one in assays if self._outcome(one).code is Code.EVIDENCE_UNRELATED]
        rest = [one for one in assays if one not in other]
        if not other:
            return assays
        if rest:
            return tuple(rest)
        return (assay("missing", None, kinds=self.matter.kind_names),)

    def _elsewhere(self, judgement: Judgement) -> Judgement:
        """A gate that is proven by papers which its claim doesn't name: for the reviewer to join."""
        matter = self.matter
        if not (matter.criterion.gate and matter.demand.named and matter.demand.points and judgement.low > 0):
            return judgement
        cited = {exhibit.path for exhibit in matter.selection.exhibits}
        good = [one for one in judgement.assays if one.low > 0 or self._outcome(one).verdict is Verdict.SUPPORTED]
        if any(one.document in cited for one in good) or not good:
            return judgement
        first = good[0]
        told = replace(
            first,
            outcome="elsewhere",
            low=0.0,
            high=judgement.high,
            values={**first.values, "files": messages.listing(matter.demand.files), "what": first.document or ""},
        )
        return Judgement(0.0, judgement.high, (told,))

    def _doubt_altered(self, judgement: Judgement) -> Judgement:
        """A fact that stands where the page shows a trace of editing carries no claim by itself."""
        if judgement.low <= 0 and self.matter.criterion.points > 0:
            return judgement
        touched = [one for one in judgement.assays if self._is_touched(one)]
        if not touched:
            return judgement
        changed = tuple(
            replace(one, outcome="altered", low=0.0, stays=True) if one in touched else one
            for one in judgement.assays
        )
        return Judgement(judgement.low - sum(one.low for one in touched), judgement.high, changed)

    def _is_touched(self, one: Assay) -> bool:
        if self._outcome(one).verdict is not Verdict.SUPPORTED:
            return False
        return any(touches(signal, place) for place in one.evidence for signal in self.signals.get(place.document or "", ()))

    # --- words ---

    def _finding(self, verdict: Verdict, supported: tuple[float, float], shown: Sequence[Assay]) -> Finding:
        matter = self.matter
        told = [self._say(one) for one in _distinct(shown)]
        evidence = tuple(dict.fromkeys(place for one in shown for place in one.evidence))
        facts = tuple(dict.fromkeys(held.position for one in shown for held in one.held))
        return Finding(
            criterion=matter.criterion.id,
            check=matter.criterion.check.operator,
            verdict=verdict,
            claimed=matter.demand.points,
            supported=supported,
            explanation=messages.explanation(matter.criterion, matter.demand.points, told),
            rule=Rule(clause=matter.criterion.clause.place, source=self.rubric.source),
            facts=facts,
            evidence=evidence,
            no_evidence=None if evidence else messages.NO_PROOF_FOUND,
        )

    def _say(self, one: Assay, *, places: tuple[Evidence, ...] | None = None) -> str:
        criterion, demand = self.matter.criterion, self.matter.demand
        values = {
            "claimed": number(demand.points),
            "maximum": number(criterion.points),
            "points": number(min(one.high, demand.points or one.high)),
            "title": criterion.title,
            **one.values,
        }
        text = self._outcome(one).say.format_map(messages.Words(values))
        return text + one.note + messages.where(one.evidence if places is None else places)

    def _raised(self, judgement: Judgement, verdict: Verdict, shown: Sequence[Assay]) -> Iterable[Raised]:
        criterion = self.matter.criterion
        may_stand = verdict in _OPEN and judgement.high >= self.matter.need - _TINY
        by_code: dict[Code, list[Assay]] = {}
        for one in shown:
            code = self._outcome(one).code
            if code is not None:
                by_code.setdefault(code, []).append(one)
        for code, same in by_code.items():
            outcome = self._outcome(same[0])
            severity = outcome.severity or Severity.INFO
            if may_stand and _WEIGHT[severity] < _WEIGHT[Severity.MINOR]:
                severity = Severity.MINOR
            evidence = tuple(dict.fromkeys(place for one in same for place in one.evidence))
            words = "".join(self._say(one) for one in _distinct(same))
            cause = same[0].cause or (same[0].document if code in ABOUT_A_DOCUMENT else None) or criterion.id
            yield Raised(
                (code, cause),
                Discrepancy(
                    code=code,
                    severity=severity,
                    criterion=criterion.id,
                    document=same[0].document,
                    message=messages.discrepancy(criterion, self.matter.demand.points, words),
                    evidence=evidence,
                ),
            )


ABOUT_A_DOCUMENT = frozenset(
    {
        Code.IDENTITY_MISMATCH,
        Code.MEDIA_NEGATIVE,
        Code.MEDIA_NOT_ABOUT_ORGANIZATION,
        Code.AWARD_TO_PERSON,
        Code.CREDIT_RECORD_STALE,
        Code.USCC_MISMATCH,
        Code.USCC_INVALID,
    }
)
"""Codes that tell a document's own fault, whichever criterion meets it."""


def touches(signal: Signal, place: Evidence) -> bool:
    """Whether the signal's trace lies on the place."""
    if signal.code not in _TOUCHING or signal.box is None or place.box is None or signal.page != place.page:
        return False
    return signal.box.vertical_overlap(place.box) > 0 and signal.box.horizontal_overlap(place.box) > 0


def _contradicting(conclusion: _Conclusion, assays: Sequence[Assay]) -> list[Assay]:
    return [one for one in assays if conclusion._outcome(one).verdict is Verdict.CONTRADICTED]  # noqa: SLF001


def _distinct(assays: Sequence[Assay]) -> list[Assay]:
    """Assays that say the same of the same document are told once."""
    seen: dict[object, Assay] = {}
    for one in assays:
        seen.setdefault((one.outcome, one.document, tuple(sorted(one.values.items()))), one)
    return list(seen.values())


def told_once(raised: Iterable[Raised]) -> list[Discrepancy]:
    """One discrepancy for each cause, the heaviest; in order of appearance."""
    kept: dict[tuple[Code, str], Discrepancy] = {}
    for one in raised:
        before = kept.get(one.cause)
        if before is None or _WEIGHT[one.discrepancy.severity] < _WEIGHT[before.severity]:
            kept[one.cause] = one.discrepancy
    return list(kept.values())
