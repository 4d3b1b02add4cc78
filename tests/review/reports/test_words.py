"""Values as a reviewer reads them, and that everything has a Chinese name."""

from enum import StrEnum

import pytest

from dossier.finding import Code, Severity, Verdict
from dossier.page import ProblemCode
from review.reports import messages, words


@pytest.mark.parametrize(
    ("name", "value", "raw", "shown"),
    [
        ("valid_until", None, "长期", "长期"),
        ("abnormal_listed", False, "", "否"),
        ("rate", 0.925, "", "92.5%"),
        ("year", 2024, "", "2024"),
        ("session", 3, "", "第3届"),
        ("amount", 300000.0, "", "300,000 元"),
        ("respondents", 1186, "", "1,186"),
        ("authority_level", "prefecture", "", "设区市级"),
        ("recipient_type", "person", "", "个人"),
        ("penalty_types", ["警告", "没收违法所得"], "", "警告、没收违法所得"),
        ("claims", [{"criterion": "2.6", "points": 6}], "", "2.6：6分"),
        ("people", [{"name": "周明远"}], "", "name：周明远"),
        ("issue_date", "2024-05", "", "2024-05"),
    ],
)
def test_a_fact_is_told_in_chinese(name: str, value: object, raw: str, shown: str):
    assert words.fact_value(name, value, raw) == shown  # type: ignore[arg-type]


def test_numbers_carry_no_needless_decimals():
    assert [words.number(value) for value in (6, 4.5, 0.25, 1200)] == ["6", "4.5", "0.25", "1,200"]
    assert words.interval((6, 6)) == "6"
    assert words.interval((61.5, 78)) == "61.5–78"


@pytest.mark.parametrize(
    ("names", "values"),
    [
        (messages.CODE_NAMES, Code),
        (messages.SEVERITY_NAMES, Severity),
        (messages.VERDICT_NAMES, Verdict),
        (messages.PROBLEM_NAMES, ProblemCode),
    ],
)
def test_everything_that_can_be_told_has_a_name_of_its_own(names: dict[StrEnum, str], values: type[StrEnum]):
    assert list(names) == list(values)
    assert len(set(names.values())) == len(names)


def test_a_fact_that_the_catalogue_lacks_is_told_by_its_own_name():
    assert messages.fact_name("something_new") == "something_new"
