"""The rules of a round: quotas, days, thresholds, gates, and who was passed over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit import messages
from audit.model import Breach, BreachSort, Entry
from dossier.rounds import RoundDays
from dossier.state import State
from rubric.model import RoundRules

TINY = 1e-6
MOST_NAMED = 3
"""Organizations that a message names; the others are counted."""
_NOT_RECOMMENDED = frozenset({State.IN_REVIEW, State.DECIDED, State.RETURNED})
"""States of verified submissions that somebody could have recommended instead."""


@dataclass(frozen=True)
class Days:
    """When a submission was handed in and recommended, by the office's calendar; None: it wasn't."""

    submitted: date | None
    recommended: date | None


def breaches(
    entries: Sequence[Entry],
    days: Mapping[str, Days],
    open_gates: Mapping[str, Sequence[str]],
    *,
    held: RoundDays,
    rules: RoundRules,
) -> Iterator[Breach]:
    """What isn't kept. `open_gates`: criteria of gates that fail and weren't overruled, by submission."""
    recommended = [each for each in entries if each.state is State.RECOMMENDED]
    yield from _quotas(recommended, held, rules)
    for entry in entries:
        submitted = days[entry.submission].submitted
        if submitted is not None and submitted > held.closes_on:
            told = messages.LATE_APPLICATION.format(
                organization=entry.organization, day=submitted, last=held.closes_on
            )
            yield _breach(BreachSort.LATE_APPLICATION, rules.window.place, told, [entry])
    for entry in recommended:
        day = days[entry.submission].recommended
        if day is not None and day > held.recommend_by:
            told = messages.LATE_RECOMMENDATION.format(
                organization=entry.organization, day=day, last=held.recommend_by
            )
            yield _breach(BreachSort.LATE_RECOMMENDATION, rules.window.place, told, [entry])
        if entry.verified:
            yield from _unfit(entry, open_gates.get(entry.submission, ()), rules)
    yield from _passed_over(entries, rules)


def _quotas(recommended: Iterable[Entry], held: RoundDays, rules: RoundRules) -> Iterator[Breach]:
    for (city, place), found in sorted(
        _by_place(recommended).items(), key=lambda each: (each[0][0] is None, each[0][1] or "")
    ):
        quota = held.city_quota if city is not None else held.industry_quota
        if len(found) > quota:
            told = messages.QUOTA.format(
                place=place or messages.NOBODY, count=len(found), quota=quota, over=len(found) - quota
            )
            yield _breach(BreachSort.QUOTA, rules.quotas.place, told, found)


def _unfit(entry: Entry, gates: Sequence[str], rules: RoundRules) -> Iterator[Breach]:
    told = entry.model_dump()
    if entry.high < entry.threshold - TINY:
        text = messages.BELOW_THRESHOLD.format(**told)
        yield _breach(BreachSort.BELOW_THRESHOLD, rules.threshold_place, text, [entry])
    elif entry.claimed < entry.threshold - TINY:
        text = messages.CLAIMED_BELOW.format(**told)
        yield _breach(BreachSort.BELOW_THRESHOLD, rules.threshold_place, text, [entry])
    if gates:
        text = messages.GATE.format(organization=entry.organization, criteria="、".join(gates))
        yield _breach(BreachSort.GATE, rules.threshold_place, text, [entry])


def _passed_over(entries: Iterable[Entry], rules: RoundRules) -> Iterator[Breach]:
    for (city, place), found in _by_place(entries).items():
        if place is None:
            continue
        rivals = [each for each in found if each.state in _NOT_RECOMMENDED and _may_pass(each)]
        for entry in found:
            if entry.state is not State.RECOMMENDED or not entry.verified:
                continue
            better = sorted(
                (each for each in rivals if each.low > entry.low + TINY),
                key=lambda each: (-each.low, each.submission),
            )
            if better:
                told = messages.PASSED_OVER.format(
                    place=city or place, organization=entry.organization, low=entry.low, others=_named(better)
                )
                yield _breach(BreachSort.PASSED_OVER, rules.quotas.place, told, [entry, *better])


def _may_pass(entry: Entry) -> bool:
    return entry.verified and entry.eligible != "no" and not entry.gates


def _by_place(entries: Iterable[Entry]) -> dict[tuple[str | None, str | None], list[Entry]]:
    found: defaultdict[tuple[str | None, str | None], list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.city, entry.city or entry.recommender].append(entry)
    return dict(found)


def _named(entries: Sequence[Entry]) -> str:
    told = "、".join(
        messages.PASSED_OVER_ONE.format(organization=each.organization, low=each.low)
        for each in entries[:MOST_NAMED]
    )
    return told + (messages.AND_MORE.format(count=len(entries)) if len(entries) > MOST_NAMED else "")


def _breach(sort: BreachSort, clause: str, message: str, entries: Sequence[Entry]) -> Breach:
    return Breach(
        sort=sort,
        clause=clause,
        message=message,
        place=entries[0].city or entries[0].recommender,
        submissions=tuple(each.submission for each in entries),
    )
