"""What the claim itself, and traces on the pages, change in a judgement before its verdict is taken."""

from collections.abc import Mapping
from dataclasses import replace

from dossier.fact import Evidence
from dossier.finding import Code, Verdict
from dossier.page import Signal, SignalCode
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.matter import Matter

Signals = Mapping[str, tuple[Signal, ...]]
"""The signals of each document, by its path."""

TINY = 1e-9
OPEN = frozenset({Verdict.UNCERTAIN, Verdict.UNREADABLE})
_LOCATED = frozenset(
    {
        SignalCode.FOREIGN_FONT_RUN,
        SignalCode.IMAGE_PATCH,
        SignalCode.REVISED_AFTER_SIGNING,
        SignalCode.PAGE_REVISED,
    }
)


def adjusted(matter: Matter, judgement: Judgement, signals: Signals) -> Judgement:
    """The judgement with all of it taken into account."""
    judgement = replace(judgement, assays=_excused(matter, judgement.assays))
    judgement = _altered(matter, _elsewhere(matter, judgement), signals)
    return replace(judgement, assays=(*judgement.assays, *_of_the_claim(matter, judgement)))


def _excused(matter: Matter, assays: tuple[Assay, ...]) -> tuple[Assay, ...]:
    """Where no file is named, a paper about something else is nobody's fault: the proof is just missing."""
    if matter.demand.named:
        return assays
    rest = tuple(one for one in assays if matter.outcome(one).code is not Code.EVIDENCE_UNRELATED)
    if rest or not assays:
        return rest
    return (assay("missing", None, values={"kinds": matter.kind_names}),)


def _elsewhere(matter: Matter, judgement: Judgement) -> Judgement:
    """A gate that is proven by papers which its claim doesn't name: for the reviewer to join."""
    if not (matter.criterion.gate and matter.demand.named and matter.demand.points and judgement.low > 0):
        return judgement
    cited = {exhibit.path for exhibit in matter.selection.exhibits}
    carrying = [one for one in judgement.assays if one.low > 0]
    if not carrying or any(place.document in cited for one in carrying for place in one.evidence):
        return judgement
    first = carrying[0]
    values = {**first.values, "files": messages.listing(matter.demand.files), "what": first.document or ""}
    told = replace(first, outcome="elsewhere", low=0.0, high=judgement.high, values=values)
    return Judgement(0.0, judgement.high, (told,))


def _altered(matter: Matter, judgement: Judgement, signals: Signals) -> Judgement:
    """A fact that stands where the page shows a trace of editing carries no claim by itself."""
    touched = [
        one
        for one in judgement.assays
        if matter.outcome(one).verdict is Verdict.SUPPORTED
        and any(
            _lies_on(signal, place)
            for place in one.evidence
            for signal in signals.get(place.document or "", ())
        )
    ]
    if not touched:
        return judgement
    clean = [one for one in judgement.assays if one not in touched]
    changed = [replace(one, outcome="altered", low=0.0) for one in touched]
    if judgement.additive:
        low = judgement.low - sum(one.low for one in touched)
    else:
        low = max((one.low for one in clean), default=0.0)
    return replace(judgement, low=max(0.0, low), assays=(*clean, *changed))


def _lies_on(signal: Signal, place: Evidence) -> bool:
    """Whether a located trace lies on the place."""
    if signal.code not in _LOCATED or signal.box is None or place.box is None or signal.page != place.page:
        return False
    return signal.box.vertical_overlap(place.box) > 0 and signal.box.horizontal_overlap(place.box) > 0


def _of_the_claim(matter: Matter, judgement: Judgement) -> list[Assay]:
    """Files that aren't there; more claimed than the criterion has, or than the proof's own tier carries."""
    found: list[Assay] = []
    demand = matter.demand
    if demand.points > matter.criterion.points + TINY:
        found.append(assay("over_maximum", None))
    if matter.selection.absent and all(one.outcome != "file_missing" for one in judgement.assays):
        absent = messages.listing(matter.selection.absent)
        found.append(replace(assay("file_absent", None, values={"files": absent}), stays=True))
    outcomes = [matter.outcome(one) for one in judgement.assays]
    told = any(outcome.code is not None or outcome.verdict is not Verdict.SUPPORTED for outcome in outcomes)
    if demand.points and judgement.high < matter.need - TINY and judgement.assays and not told:
        best = max(judgement.assays, key=lambda one: one.high)
        found.append(replace(best, outcome="overclaimed", low=0.0, high=judgement.high))
    return found
