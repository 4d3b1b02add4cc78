# pyright: standard
"""The distributions that audits rest on, from the library that computes them, which has no types of its own."""

from collections.abc import Sequence
from typing import cast

from scipy import stats


def beta_quantile(share: float, first: float, second: float) -> float:
    """The value below which that share of a beta distribution lies."""
    return float(stats.beta.ppf(share, first, second))


def fisher_exact(table: Sequence[Sequence[int]]) -> float:
    """The two-sided p of Fisher's exact test on a table of two by two."""
    return float(cast("float", stats.fisher_exact(table)[1]))


def adjusted(probabilities: Sequence[float]) -> list[float]:
    """The p of many tests, so that a bound on them bounds the share of false discoveries (Benjamini, Hochberg)."""
    return [float(each) for each in stats.false_discovery_control(probabilities)] if probabilities else []


def at_most_wrong(found: int, of: int, wrong: int, looked: int) -> float:
    """How likely it is to find so many wrong ones or fewer, looking at some of all of which so many are wrong."""
    return float(stats.hypergeom.cdf(found, of, wrong, looked))
