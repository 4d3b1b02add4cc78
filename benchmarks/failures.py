"""What went wrong, worst first: faults let pass, false alarms on honest submissions, kinds and facts misread."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.fact_scores import ScoredDocument, ScoredFact
from benchmarks.made import FULL_KINDS, ROOT
from benchmarks.submission_scores import ScoredSubmission

LET_PASS, NOT_ELIGIBLE, MISSED, FALSE_ALARM, WRONG_KIND, WRONG_FACT = 100.0, 60.0, 50.0, 30.0, 12.0, 2.0
FULL = 1.5
"""A failure in a kind that is done in full weighs more."""


@dataclass(frozen=True)
class Failure:
    """One failure: how much it weighs, where, what."""

    weight: float
    where: str
    what: str


def failures(documents: Sequence[ScoredDocument], submissions: Sequence[ScoredSubmission]) -> list[Failure]:
    """All failures, the heaviest first."""
    found = [each for one in submissions for each in _of_submission(one)]
    found += [each for one in documents for each in _of_document(one)]
    return sorted(found, key=lambda each: (-each.weight, each.where))


def habits(documents: Sequence[ScoredDocument]) -> list[tuple[int, str, str]]:
    """What goes wrong most often: how many times, in which layout, which fact and how."""
    counted = Counter[tuple[str, str]]()
    for each in documents:
        layouts = [told["layout"] for told in each.made.truth["segments"]]
        place = layouts[0] if len(layouts) == 1 else "bound volumes"
        counted.update((place, f"{fact.name} {fact.result}") for fact in each.facts if fact.result != "right")
        if not each.kind_right:
            counted[place, "kind wrong"] += 1
    return [(count, place, what) for (place, what), count in counted.most_common()]


def _of_submission(scored: ScoredSubmission) -> Iterable[Failure]:
    where = str(scored.made.folder.relative_to(ROOT))
    for clear in scored.false_clears:
        yield Failure(LET_PASS, where, f"let pass, criterion {clear.criterion}: {clear.what}")
    if not scored.eligible_right:
        allowed = "/".join(scored.made.truth["eligible"])
        said = scored.report.score.eligible
        yield Failure(NOT_ELIGIBLE, where, f"eligible is said to be {said}, not {allowed}")
    for code in sorted(scored.expected - scored.raised - scored.noted):
        yield Failure(MISSED, where, f"{code} is not raised")
    for alarm in scored.false_alarms:
        weight = FALSE_ALARM if scored.honest else FALSE_ALARM / 2
        place = f"{where}/{alarm.document}" if alarm.document else where
        what = (
            f"false {alarm.code.value} ({alarm.severity.value}, criterion {alarm.criterion}): {alarm.message}"
        )
        yield Failure(weight, place, what)


def _of_document(scored: ScoredDocument) -> Iterable[Failure]:
    truth = scored.made.truth
    where = f"{scored.made.path.relative_to(ROOT)} [{truth['condition']}, {truth['layout']}]"
    factor = FULL if truth["kind"] in FULL_KINDS else 1.0
    wrong = [fact for fact in scored.facts if fact.result != "right"]
    weight = factor * (WRONG_FACT * len(wrong) + (0 if scored.kind_right else WRONG_KIND))
    if weight:
        told = [] if scored.kind_right else [f"kind {scored.kind} ({scored.kind_confidence:.2f})"]
        yield Failure(weight, where, "; ".join([*told, *map(_fact, wrong)]))


def _fact(fact: ScoredFact) -> str:
    if fact.result == "missed":
        return f"{fact.name} missed ({_short(fact.true)})"
    if fact.result == "extra":
        return f"{fact.name} made up ({_short(fact.found)})"
    return f"{fact.name} {_short(fact.found)} for {_short(fact.true)}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
