import pytest

from benchmarks.calibration import bins, expected_error, least_sure, sides


def test_bins_hold_what_was_stated_in_their_range() -> None:
    found = bins([(0.05, False), (0.95, True), (0.97, False), (1.0, True)])
    assert [(each.low, each.count) for each in found] == [(0.0, 1), (0.9, 3)]
    assert found[1].right == pytest.approx(2 / 3)


def test_confidence_that_is_always_true_has_no_error() -> None:
    assert expected_error(bins([(0.75, True)] * 3 + [(0.75, False)])) == pytest.approx(0)


def test_the_error_is_weighed_by_how_often_a_confidence_is_stated() -> None:
    assert expected_error(bins([(0.9, True)] * 3 + [(0.5, True)])) == pytest.approx(0.75 * 0.1 + 0.25 * 0.5)


def test_nothing_stated_has_no_error() -> None:
    assert expected_error(bins([])) == 0


def test_a_threshold_has_two_sides() -> None:
    both = sides([(0.8, True), (0.9, False), (0.5, False)], 0.8)
    assert (both.above, both.right_above, both.below, both.right_below) == (2, 0.5, 1, 0.0)


def test_the_threshold_lies_above_the_first_step_that_fails() -> None:
    stated = [(0.97, True)] * 20 + [(0.92, True)] * 20 + [(0.83, False)] * 20 + [(0.72, True)] * 20
    assert least_sure(stated, 0.9) == pytest.approx(0.9)


def test_a_thin_step_is_judged_with_the_next() -> None:
    stated = [(0.97, True)] * 20 + [(0.92, False)] * 2 + [(0.88, True)] * 30
    assert least_sure(stated, 0.9) == pytest.approx(0.85)


def test_no_threshold_is_found_where_even_the_surest_fail() -> None:
    assert least_sure([(0.99, False)] * 20, 0.9) is None
