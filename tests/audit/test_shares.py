"""Intervals against their definition, shrinkage, and how often chance alone is called unusual."""

import math
import random
from itertools import pairwise

import pytest

from audit.model import Stance
from audit.shares import Count, compare, fisher, interval, prior, share_of


def tail(of: int, share: float, counts: range) -> float:
    return sum(math.comb(of, each) * share**each * (1 - share) ** (of - each) for each in counts)


@pytest.mark.parametrize(("count", "of"), [(1, 2), (3, 3), (0, 7), (5, 40), (39, 40), (17, 200)])
def test_an_interval_ends_where_what_was_seen_becomes_too_unlikely(count: int, of: int) -> None:
    low, high = interval(count, of)
    assert low <= count / of <= high
    if count > 0:
        assert tail(of, low, range(count, of + 1)) == pytest.approx(0.025)
    if count < of:
        assert tail(of, high, range(count + 1)) == pytest.approx(0.025)


def test_two_of_three_says_next_to_nothing() -> None:
    low, high = interval(2, 3)
    assert low < 0.1
    assert high > 0.99
    first, *_ = compare([Count(2, 3), Count(10, 100)])
    assert first.stance is Stance.TOO_FEW


def test_a_group_that_is_far_from_the_others_stands_out_and_the_others_do_not() -> None:
    groups = [Count(5, 50)] * 12 + [Count(30, 50)]
    found = [each.stance for each in compare(groups)]
    assert found == [Stance.USUAL] * 12 + [Stance.ABOVE]
    assert compare([Count(20, 40)] * 8 + [Count(0, 40)])[-1].stance is Stance.BELOW


def test_chance_alone_is_hardly_ever_called_unusual() -> None:
    chance = random.Random(7)
    rounds = [
        [Count(sum(chance.random() < 0.3 for _ in range(30)), 30) for _ in range(13)] for _ in range(120)
    ]
    alarms = sum(any(each.stance is not Stance.USUAL for each in compare(counts)) for counts in rounds)
    assert alarms <= 0.08 * len(rounds)


def test_smaller_groups_are_drawn_further_towards_the_others() -> None:
    drawn_to = prior([Count(10, 100), Count(30, 100), Count(20, 100), Count(1, 100)])
    mean = drawn_to[0] / sum(drawn_to)
    assert mean == pytest.approx(0.1525)
    shrunk = [share_of(Count(each, each), drawn_to).shrunk for each in (1, 5, 50)]
    assert all(first < second for first, second in pairwise([mean, *shrunk, 1.0]))


def test_the_distribution_that_groups_come_from_is_found_again() -> None:
    """Pairs in the numbers that the beta-binomial distribution of 2 and 6 gives: 42, 24 and 6 of 72."""
    counts = [Count(0, 2)] * 4200 + [Count(1, 2)] * 2400 + [Count(2, 2)] * 600
    assert prior(counts) == (pytest.approx(2, rel=0.01), pytest.approx(6, rel=0.01))


@pytest.mark.parametrize("counts", [[], [Count(0, 0)], [Count(3, 4)], [Count(0, 5)] * 3, [Count(5, 5)] * 3])
def test_groups_that_say_nothing_do_not_break_it(counts: list[Count]) -> None:
    assert all(0 <= each.share.shrunk <= 1 for each in compare(counts))


def test_fishers_test_is_that_of_the_textbook() -> None:
    assert fisher(Count(3, 4), Count(1, 4)) == pytest.approx(0.4857142857)  # the lady tasting tea, two-sided
