import pytest

from benchmarks.values import same


@pytest.mark.parametrize(
    ("found", "true"),
    [
        ("南京市总工会(本级)", "南京市总工会（本级）"),
        ("苏 工发〔2024〕3号", "苏工发〔2024〕3号"),
        (30000, 30000.0),
        (0.9666, 0.9667),
        (["警告", "罚款"], ["罚款", "警告"]),
        ([{"criterion": "1.1", "points": 3}], [{"criterion": "1.1", "points": 3.0}]),
        (None, None),
        (True, True),
    ],
)
def test_values_that_say_the_same_are_the_same(found: object, true: object) -> None:
    assert same(found, true)


@pytest.mark.parametrize(
    ("found", "true"),
    [
        ("2024-05", "2024-05-03"),
        ("汤琴风", "汤琴凤"),
        (30000.0, 30001.0),
        (True, 1),
        (False, 0),
        (None, ""),
        ("2024", 2024),
        (["警告"], ["警告", "罚款"]),
    ],
)
def test_values_that_differ_are_not_the_same(found: object, true: object) -> None:
    assert not same(found, true)
