"""Token buckets refill with time, and forget what they need not know."""

import pytest

from review.api.limits import Buckets, Rate


class Clock:
    """A clock that a test winds on."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_passes_and_then_the_rate_holds() -> None:
    clock = Clock()
    buckets = Buckets(Rate(per_second=2, burst=5), clock=clock)
    assert [buckets.take("a") for _ in range(5)] == [0.0] * 5
    assert buckets.take("a") == pytest.approx(0.5)
    clock.now += 0.5
    assert buckets.take("a") == 0.0
    assert buckets.take("a") > 0


def test_waiting_is_told_until_the_next_token_not_from_the_last_refusal() -> None:
    clock = Clock()
    buckets = Buckets(Rate(per_second=1, burst=1), clock=clock)
    assert buckets.take("a") == 0.0
    clock.now += 0.4
    assert buckets.take("a") == pytest.approx(0.6)
    clock.now += 0.6
    assert buckets.take("a") == 0.0, "a refusal costs nothing"


def test_one_client_does_not_use_up_another_ones_tokens() -> None:
    buckets = Buckets(Rate(per_second=0.001, burst=1))
    assert buckets.take("a") == 0.0
    assert buckets.take("a") > 0
    assert buckets.take("b") == 0.0


def test_many_clients_do_not_fill_the_memory() -> None:
    buckets = Buckets(Rate(per_second=1, burst=1), kept=10)
    for number in range(1000):
        buckets.take(str(number))
    assert len(buckets._buckets) == 10
