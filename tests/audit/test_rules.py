"""The round's rules, each kept, at its edge, and broken."""

from datetime import date

import pytest

from audit.audit import audit
from audit.model import Breach, BreachSort
from tests.audit.rounds import HELD, RUBRIC, empty, submission

RECOMMENDED = {"state": "recommended", "recommended_on": date(2026, 11, 30)}


def broken(*rows: dict[str, object], **more: list[dict[str, object]]) -> list[Breach]:
    found = audit(empty(submissions=list(rows), **more), HELD, RUBRIC, as_of=date(2026, 12, 1), seed="s")
    return list(found.breaches)


def sorts(*rows: dict[str, object], **more: list[dict[str, object]]) -> list[str]:
    return [each.sort.value for each in broken(*rows, **more)]


def test_two_of_a_city_and_one_of_an_industry_are_within_their_quotas() -> None:
    industry = {"city": None, "recommender": "江苏省教育科技工会"}
    kept = [
        submission(1, **RECOMMENDED),
        submission(2, **RECOMMENDED),
        submission(3, **RECOMMENDED, **industry),
    ]
    assert sorts(*kept) == []
    (breach,) = broken(*kept, submission(4, **RECOMMENDED))
    assert (breach.sort, breach.place, breach.clause) == (BreachSort.QUOTA, "南京市", "四2")
    assert breach.submissions == ("S00001", "S00002", "S00004")
    assert "超出 1 家" in breach.message
    (breach,) = broken(*kept, submission(4, **RECOMMENDED, **industry))
    assert breach.place == "江苏省教育科技工会"


def test_quotas_are_those_that_the_office_set_for_the_round() -> None:
    held = HELD.model_copy(update={"days": HELD.days.model_copy(update={"city_quota": 1})})
    rows = [submission(1, **RECOMMENDED), submission(2, **RECOMMENDED)]
    found = audit(empty(submissions=rows), held, RUBRIC, as_of=date(2026, 12, 1), seed="s")
    assert [each.sort for each in found.breaches] == [BreachSort.QUOTA]


@pytest.mark.parametrize(
    ("day", "told"), [(date(2026, 11, 20), []), (date(2026, 11, 21), ["late_application"]), (None, [])]
)
def test_the_last_day_of_applications_is_still_in_time(day: date | None, told: list[str]) -> None:
    assert sorts(submission(1, submitted_on=day)) == told


def test_a_recommendation_after_the_last_day_is_late() -> None:
    late = RECOMMENDED | {"recommended_on": date(2026, 12, 1)}
    assert sorts(submission(1, **RECOMMENDED)) == []
    assert sorts(submission(1, **late)) == ["late_recommendation"]


def test_a_recommendation_below_the_threshold_is_told() -> None:
    assert sorts(submission(1, **RECOMMENDED, high=80.0, low=60.0)) == []
    assert sorts(submission(1, **RECOMMENDED, high=79.5, low=60.0)) == ["below_threshold"]
    assert sorts(submission(1, **RECOMMENDED, claimed=79.0)) == ["below_threshold"]
    assert sorts(submission(1, **RECOMMENDED, verified=False, high=0.0, low=0.0)) == []


def test_a_gate_that_fails_is_told_unless_two_people_overruled_it() -> None:
    gate: dict[str, object] = {"submission": "S00001", "code": "penalty_in_window", "severity": "gate", "criterion": "2.8", "document": "a.pdf", "message": "罚款"}  # fmt: skip
    ruling = gate | {"outcome": "overrule", "by": "u", "name": "甲", "agreed": True}
    row = submission(1, **RECOMMENDED, gates=1)
    (breach,) = broken(row, discrepancies=[gate])
    assert breach.sort is BreachSort.GATE
    assert "2.8" in breach.message
    assert sorts(row, discrepancies=[gate], rulings=[ruling]) == []
    assert sorts(row, discrepancies=[gate], rulings=[ruling | {"agreed": False}]) == ["gate"]
    assert sorts(row, discrepancies=[gate], rulings=[ruling | {"message": "另一笔罚款"}]) == ["gate"]


def test_one_with_more_proven_points_that_was_passed_over_is_named() -> None:
    chosen = submission(1, **RECOMMENDED, low=82.0)
    better, gated, elsewhere, withdrawn = (
        submission(2, low=88.0),
        submission(3, low=95.0, gates=1),
        submission(4, low=99.0, city="苏州市", recommender="苏州市总工会"),
        submission(5, low=70.0, state="returned"),
    )
    (breach,) = broken(chosen, better, gated, elsewhere, withdrawn)
    assert (breach.sort, breach.submissions) == (BreachSort.PASSED_OVER, ("S00001", "S00002"))
    assert "第2服务中心（88 分）" in breach.message
    assert sorts(chosen, submission(2, low=82.0)) == []
    assert sorts(chosen, submission(2, low=88.0, eligible="no")) == []
    assert sorts(chosen, submission(2, low=88.0, state="received", verified=False)) == []
    many = broken(chosen, *(submission(number, low=80.0 + number) for number in range(3, 9)))
    assert "等 6 家" in many[0].message
