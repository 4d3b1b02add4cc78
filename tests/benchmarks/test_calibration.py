import pytest

from benchmarks.calibration import bins, expected_error


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
