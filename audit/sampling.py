"""A second look at what was passed without one: which findings to draw, and what they say of the others.

The draw is stratified by risk and hangs on the seed and the findings' names alone: each has a place in line by the hash of
seed, submission and criterion, and the first of each stratum are drawn. What is concluded is exact: the number of wrong ones
in a stratum has the hypergeometric distribution, and the strata's bounds are added at a confidence divided among them
(Bonferroni), so that the sum holds at the sample's own.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from audit import messages
from audit.distributions import at_most_wrong
from audit.model import Drawn, Estimate, Sample, Stratum

CONFIDENCE = 0.95
SIZE = 120
"""Findings to look at again: a day's work of two people."""


class Passed(NamedTuple):
    """A finding that was called supported and that nobody looked at."""

    submission: str
    organization: str
    city: str | None
    criterion: str
    points: float
    stratum: str


class Look(NamedTuple):
    """What a person found on looking again."""

    right: bool
    by: str
    note: str


RISK = {"high": 9, "middle": 3, "low": 1}
"""How much more densely a stratum is drawn from than the lowest, heaviest first."""


def draw(
    passed: Sequence[Passed],
    seed: str,
    looks: Mapping[tuple[str, str], Look],
    size: int = SIZE,
    confidence: float = CONFIDENCE,
) -> Sample:
    """The sample of a seed, with what came back so far by submission and criterion."""
    strata = {
        name: sorted((each for each in passed if each.stratum == name), key=_line(seed)) for name in RISK
    }
    wanted = shares({name: len(found) for name, found in strata.items()}, size)
    chosen = [each for name, found in strata.items() for each in found[: wanted[name]]]
    drawn = tuple(_drawn(each, looks.get((each.submission, each.criterion))) for each in chosen)
    told = tuple(_stratum(name, len(found), drawn) for name, found in strata.items() if found)
    of, done = len(passed), all(each.right is not None for each in drawn)
    clean = [each.model_copy(update={"looked": each.drawn, "wrong": 0}) for each in told]
    return Sample(
        seed=seed,
        confidence=confidence,
        of=of,
        strata=told,
        drawn=drawn,
        planned=estimate(clean, confidence),
        estimate=estimate(told, confidence) if drawn and done else None,
    )


def shares(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many to draw of each stratum, denser where the risk is higher; never more than there are."""
    wanted = dict.fromkeys(sizes, 0)
    left = min(size, sum(sizes.values()))
    while left:
        open_ones = {name: RISK[name] * sizes[name] for name in sizes if wanted[name] < sizes[name]}
        total = sum(open_ones.values())
        given = {
            name: min(sizes[name] - wanted[name], int(Fraction(left * weight, total)))
            for name, weight in open_ones.items()
        }
        if not any(given.values()):
            # What is left over by rounding goes to the highest risk that has room.
            given = {next(iter(open_ones)): 1}
        for name, more in given.items():
            wanted[name] += more
        left -= sum(given.values())
    return wanted


def estimate(strata: Sequence[Stratum], confidence: float) -> Estimate:
    """How many are wrong among all, by what was found among those that were looked at (each stratum with one at least)."""
    filled = [each for each in strata if each.looked]
    of = sum(each.of for each in strata)
    wrong = sum(each.of * each.wrong / each.looked for each in filled)
    unseen = sum(each.of for each in strata if not each.looked)
    risk = (1 - confidence) / max(1, len(filled))
    most = unseen + sum(most_wrong(each.of, each.looked, each.wrong, risk) for each in filled)
    share = wrong / of if of else 0.0
    words = messages.BOUND.format(
        confidence=f"{confidence:.0%}", of=of, most=most, share=f"{most / of:.1%}" if of else "0%"
    )
    return Estimate(wrong=wrong, share=share, most=most, words=words)


def most_wrong(of: int, looked: int, wrong: int, risk: float) -> int:
    """The largest number of wrong ones among `of` with which so few among `looked` are as likely as `risk`. Exact."""
    low, high = wrong, of - (looked - wrong)
    while low < high:
        middle = (low + high + 1) // 2
        if at_most_wrong(wrong, of, middle, looked) > risk:
            low = middle
        else:
            high = middle - 1
    return low


def _line(seed: str) -> Callable[[Passed], bytes]:
    """What gives each finding its place in the line of a seed."""

    def place(passed: Passed) -> bytes:
        return hashlib.sha256(f"{seed}\0{passed.submission}\0{passed.criterion}".encode()).digest()

    return place


def _drawn(passed: Passed, look: Look | None) -> Drawn:
    return Drawn(
        submission=passed.submission,
        organization=passed.organization,
        city=passed.city,
        criterion=passed.criterion,
        stratum=passed.stratum,
        points=passed.points,
        right=look.right if look else None,
        by=look.by if look else None,
        note=look.note if look else "",
    )


def _stratum(name: str, of: int, drawn: Sequence[Drawn]) -> Stratum:
    mine = [each for each in drawn if each.stratum == name]
    return Stratum(
        name=name,
        title=messages.STRATA[name],
        of=of,
        drawn=len(mine),
        looked=sum(each.right is not None for each in mine),
        wrong=sum(each.right is False for each in mine),
    )
