"""What is said of a fact's sureness: more for more, and never across the line from which facts decide."""

from __future__ import annotations

import pytest

from extractors.confidence import at_its_word
from verifiers.thresholds import FACT_SURE


def test_what_is_said_grows_with_what_it_rests_on() -> None:
    said = [at_its_word(number / 200) for number in range(201)]

    assert said == sorted(set(said))
    assert (said[0], said[-1]) == (0.0, 0.995)


@pytest.mark.parametrize("product", [0.3, 0.5, 0.79, 0.7999, 0.8, 0.81, 0.9, 1.0])
def test_no_fact_begins_or_ceases_to_decide(product: float) -> None:
    assert (at_its_word(product) >= FACT_SURE) == (product >= FACT_SURE)


def test_a_fact_of_clear_text_is_said_to_be_right_as_often_as_it_is() -> None:
    assert at_its_word(0.9) == pytest.approx(0.97)
    assert at_its_word(0.6) == pytest.approx(0.6)
