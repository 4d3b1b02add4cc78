"""What a new standard changes, told field by field."""

from typing import Any

import rubric
from rubric.differences import Change, differences
from tests.rubric.builders import changed, criterion

SHIPPED = rubric.load()


def test_a_standard_differs_in_nothing_from_itself():
    assert differences(SHIPPED, SHIPPED) == ()


def test_changed_points_outcomes_and_cases_are_told():
    def change(data: dict[str, Any]) -> None:
        data["version"] = "2027.1"
        data["round"]["threshold"] = 85
        one = criterion(data, "6.2")
        one["points"], one["check"]["tiers"]["national"] = 5, 5
        one["outcomes"]["to_person"]["say"] = "授予个人的不算。"
        for case in one["cases"]:
            case["expect"]["supported"] = [min(each, 5) for each in case["expect"]["supported"]]
        criterion(data, "6.3")["points"] = 6
        criterion(data, "6.3")["check"]["tiers"] = {"national": 6, "provincial": 5, "prefecture": 4}

    whole, award, media = differences(SHIPPED, changed(change))
    assert whole.criterion is None
    assert set(whole.changes) == {
        Change("版本", "", "2023.1", "2027.1"),
        Change("申报门槛分", "", "80", "85"),
    }
    assert (award.criterion, award.sort) == ("6.2", "changed")
    assert Change("分值", "", "6", "5") in award.changes
    assert Change("参数", "tiers/national", "6", "5") in award.changes
    assert any((each.field, each.path) == ("结果", "to_person/say") for each in award.changes)
    assert Change("参数", "tiers/national", "5", "6") in media.changes


def test_a_further_version_is_added_and_the_old_one_ends():
    def change(data: dict[str, Any]) -> None:
        first = criterion(data, "2.5")
        first["effective"]["until"] = "2026-12-31"
        data["criteria"].append({**first, "effective": {"since": "2027-01-01"}})

    ended, added = differences(SHIPPED, changed(change))
    assert (ended.sort, ended.changes) == ("changed", (Change("失效日", "", None, "2026-12-31"),))
    assert (added.criterion, added.sort) == ("2.5", "added")
    removed = differences(changed(change), SHIPPED)[1]
    assert removed.sort == "removed"
