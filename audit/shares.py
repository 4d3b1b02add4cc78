"""Shares of small groups, told fairly: exact intervals, shrinkage, and tests that know how many of them there are.

Clopper, Pearson 1934 (interval); Fisher 1922 (two groups); Benjamini, Hochberg 1995 (many tests); the beta-binomial by the
method of moments (Kleinman 1973) for what a small group's share is drawn towards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from audit.distributions import adjusted, beta_quantile, fisher_exact
from audit.model import Share, Stance

CONFIDENCE = 0.95
FALSE_DISCOVERIES = 0.05
"""Of the groups that a table calls unusual, at most this share is expected to be so by chance."""
FEWEST = 5
"""A group of fewer is told as too small, whatever its share."""


@dataclass(frozen=True, slots=True)
class Count:
    """`count` of `of`."""

    count: int
    of: int


class Comparison(NamedTuple):
    """A group against the others."""

    share: Share
    others: Share
    p: float
    stance: Stance


def interval(count: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact interval of a share; of nothing, anything is possible."""
    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else beta_quantile(tail, count, of - count + 1)
    high = 1.0 if count == of else beta_quantile(1 - tail, count + 1, of - count)
    return low, high


def compare(counts: Sequence[Count]) -> list[Comparison]:
    """Each group against all others together, in the order given."""
    whole = Count(sum(each.count for each in counts), sum(each.of for each in counts))
    others = [Count(whole.count - each.count, whole.of - each.of) for each in counts]
    return compare_to(counts, others, prior(counts))


def compare_to(
    counts: Sequence[Count], others: Sequence[Count], drawn_to: tuple[float, float]
) -> list[Comparison]:
    """Each against its own counterpart. `drawn_to`: the beta distribution that small groups are drawn towards."""
    told = [each.of >= FEWEST and other.of >= FEWEST for each, other in zip(counts, others, strict=True)]
    raw = [fisher(each, other) for each, other, told_of in zip(counts, others, told, strict=True) if told_of]
    left = iter(adjusted(raw))
    made: list[Comparison] = []
    for each, other, told_of in zip(counts, others, told, strict=True):
        p = next(left) if told_of else 1.0
        share, rest = share_of(each, drawn_to), share_of(other, drawn_to)
        made.append(Comparison(share, rest, p, _stance(share, rest, p, told=told_of)))
    return made


def fisher(group: Count, other: Count) -> float:
    """The probability of such a difference, or a larger one, where there is none (two-sided)."""
    return fisher_exact([[each.count, each.of - each.count] for each in (group, other)])


def prior(counts: Sequence[Count]) -> tuple[float, float]:
    """The beta distribution of the groups' shares: its two parameters. Uniform where nothing can be said."""
    filled = [each for each in counts if each.of]
    size = sum(each.of for each in filled)
    if len(filled) < 2 or size == 0:
        return 1.0, 1.0
    mean = sum(each.count for each in filled) / size
    spread = mean * (1 - mean)
    if spread == 0:
        return (0.5, size + 0.5) if mean == 0 else (size + 0.5, 0.5)
    # Between groups, weighted by their sizes; less than chance alone gives means that all share one.
    weighted = sum(each.of * (each.count / each.of - mean) ** 2 for each in filled)
    correction = size - sum(each.of**2 for each in filled) / size - (len(filled) - 1)
    between = max(0.0, (weighted - (len(filled) - 1) * spread) / correction) if correction > 0 else 0.0
    strength = min(max(spread / between - 1, 1.0), float(size)) if between > 0 else float(size)
    return mean * strength, (1 - mean) * strength


def share_of(count: Count, drawn_to: tuple[float, float]) -> Share:
    """A share with its interval, and as it is when drawn towards the others."""
    low, high = interval(count.count, count.of) if count.of else (0.0, 1.0)
    first, second = drawn_to
    return Share(
        count=count.count,
        of=count.of,
        share=count.count / count.of if count.of else 0.0,
        low=low,
        high=high,
        shrunk=(count.count + first) / (count.of + first + second),
    )


def _stance(share: Share, others: Share, p: float, *, told: bool) -> Stance:
    if not told:
        return Stance.TOO_FEW
    if p > FALSE_DISCOVERIES:
        return Stance.USUAL
    return Stance.ABOVE if share.share > others.share else Stance.BELOW
