"""Samples: the seed alone decides, risk weighs, and the bound holds."""

import math
import random

import pytest

from audit.model import Stratum
from audit.sampling import RISK, Look, Passed, draw, estimate, most_wrong, shares

STRATA = tuple(RISK)


def population(count: int) -> list[Passed]:
    return [
        Passed(f"S{number // 9:04d}", "某中心", "南京市", f"2.{number % 9}", 4.0, STRATA[number % 3])
        for number in range(count)
    ]


def test_a_seed_draws_the_same_whatever_the_order_of_the_rows() -> None:
    passed = population(900)
    sample = draw(passed, "2026-甲", {})
    random.Random(1).shuffle(passed)
    assert draw(passed, "2026-甲", {}) == sample
    assert draw(passed, "2026-乙", {}).drawn != sample.drawn


def test_a_finding_more_or_less_hardly_changes_who_is_drawn() -> None:
    passed = population(900)
    before = {(each.submission, each.criterion) for each in draw(passed, "s", {}).drawn}
    after = {(each.submission, each.criterion) for each in draw(passed[:-3], "s", {}).drawn}
    assert len(before & after) >= len(before) - 3


def test_every_finding_of_a_stratum_has_the_same_chance() -> None:
    passed = [each._replace(stratum="low") for each in population(60)]
    drawn = [
        (each.submission, each.criterion)
        for seed in range(600)
        for each in draw(passed, str(seed), {}, 6).drawn
    ]
    counts = [drawn.count((each.submission, each.criterion)) for each in passed]
    assert sum(counts) == 3600
    spread = sum((each - 60) ** 2 / 60 for each in counts)
    assert spread < 100, "chi-squared of 59 degrees exceeds 100 once in two thousand"


@pytest.mark.parametrize(
    ("sizes", "size"),
    [((10, 100, 1000), 120), ((0, 0, 5), 120), ((3, 3, 3), 4), ((1000, 1, 1), 7), ((0, 0, 0), 9)],
)
def test_as_many_are_drawn_as_can_be(sizes: tuple[int, int, int], size: int) -> None:
    told = dict(zip(STRATA, sizes, strict=True))
    wanted = shares(told, size)
    assert sum(wanted.values()) == min(size, sum(sizes))
    assert all(0 <= wanted[name] <= told[name] for name in told)


def test_a_higher_risk_is_drawn_from_more_densely() -> None:
    assert shares(dict.fromkeys(STRATA, 100), 130) == {"high": 90, "middle": 30, "low": 10}


def test_the_bound_of_a_stratum_is_the_largest_number_that_is_not_too_unlikely() -> None:
    def likely(of: int, looked: int, wrong: int, bad: int) -> float:
        ways = sum(math.comb(bad, each) * math.comb(of - bad, looked - each) for each in range(wrong + 1))
        return ways / math.comb(of, looked)

    for of, looked, wrong in [(50, 10, 0), (50, 10, 2), (200, 40, 0), (30, 30, 4), (7, 1, 1)]:
        bound = most_wrong(of, looked, wrong, 0.05)
        possible = [
            bad for bad in range(wrong, of - looked + wrong + 1) if likely(of, looked, wrong, bad) > 0.05
        ]
        assert bound == max(possible, default=wrong)


def test_the_bound_holds_as_often_as_it_says() -> None:
    chance = random.Random(3)
    held = 0
    for _ in range(300):
        strata = []
        bad_in_all = 0
        for name, of, bad, looked in (("high", 40, 6, 20), ("middle", 150, 10, 30), ("low", 600, 12, 60)):
            wrong = sum(each < bad for each in chance.sample(range(of), looked))
            bad_in_all += bad
            strata.append(Stratum(name=name, title=name, of=of, drawn=looked, looked=looked, wrong=wrong))
        held += estimate(strata, 0.95).most >= bad_in_all
    assert held >= 285


def test_an_estimate_waits_until_all_were_looked_at() -> None:
    passed = population(300)
    sample = draw(passed, "s", {}, 30)
    looks = {(each.submission, each.criterion): Look(right=True, by="a", note="") for each in sample.drawn}
    assert sample.estimate is None
    assert draw(passed, "s", dict(list(looks.items())[:-1]), 30).estimate is None
    done = draw(passed, "s", looks, 30)
    assert done.estimate is not None
    assert done.estimate == sample.planned
    assert done.estimate.wrong == 0
    first = next(iter(looks))
    worse = draw(passed, "s", looks | {first: Look(right=False, by="a", note="印章不符")}, 30)
    assert worse.estimate is not None
    assert worse.estimate.most > done.estimate.most
    assert worse.estimate.wrong > 0
    assert next(each for each in worse.drawn if each.right is False).note == "印章不符"


def test_all_looked_at_leaves_no_doubt() -> None:
    passed = population(30)
    sample = draw(passed, "s", {}, 30)
    assert sample.planned.most == 0
    assert draw([], "s", {}).planned.most == 0
