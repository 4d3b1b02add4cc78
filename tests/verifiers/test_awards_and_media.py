"""6.2 and 6.3: awards and reports."""

from typing import Any

import pytest

from dossier.finding import Severity, Verdict
from tests.verifiers.builders import DROP, NAME, OTHER_NAME, award, check, claim, media

AWARD = [claim("6.2", 5, "荣誉.jpg")]
MEDIA = [claim("6.3", 5, "报道.pdf")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"authority_level": "county", "issuing_authority": "昆山市总工会"}, "authority_level_too_low"),
        ({"authority_level": "other", "issuing_authority": "江苏省物业协会"}, "authority_level_too_low"),
        ({"recipient": "周明远", "recipient_type": "person"}, "award_to_person"),
        ({"recipient": OTHER_NAME}, "identity_mismatch"),
        ({"issue_date": "2023-11-14"}, "out_of_period"),
    ],
)
def test_an_award_that_does_not_count_is_told_by_its_cause_alone(changes: dict[str, Any], code: str):
    outcome = check([award(**changes)], AWARD)
    assert outcome.codes("6.2") == [code]
    assert outcome.finding("6.2").supported == (0, 0)
    assert outcome.told(code).evidence


def test_an_award_of_the_same_day_three_years_ago_counts():
    assert check([award(issue_date="2023-11-15")], AWARD).codes("6.2") == []


def test_an_award_dated_to_the_month_counts_in_favour_and_is_told():
    finding = check([award(issue_date="2023-11")], AWARD).finding("6.2")
    assert finding.verdict is Verdict.SUPPORTED
    assert "最有利" in finding.explanation


def test_the_best_award_counts():
    lower = award("市级.jpg", issuing_authority="南京市总工会", authority_level="prefecture")
    assert check([lower, award()], [claim("6.2", 5)]).finding("6.2").supported == (5, 5)


def test_a_tier_higher_than_the_award_is_overclaimed():
    outcome = check([award()], [claim("6.2", 6, "荣誉.jpg")])
    assert outcome.codes("6.2") == ["points_overclaimed"]
    assert outcome.finding("6.2").supported == (5, 5)


def test_a_persons_award_beside_a_good_one_is_no_fault():
    person = award("个人.jpg", recipient="周明远", recipient_type="person")
    assert check([person, award()], [claim("6.2", 5)]).codes("6.2") == []


@pytest.mark.parametrize("changes", [{"authority_level_certain": False}, {"authority_level": DROP}])
def test_a_level_that_is_not_certain_is_asked(changes: dict[str, Any]):
    outcome = check([award(**changes)], AWARD)
    assert outcome.finding("6.2").verdict is Verdict.UNCERTAIN
    assert outcome.finding("6.2").supported == (0, 5)
    assert outcome.codes("6.2") == []


def test_an_open_award_beside_a_bad_one_weighs_minor_at_most():
    bad = award("县级.jpg", issuing_authority="昆山市总工会", authority_level="county")
    outcome = check([award(authority_level_certain=False), bad], [claim("6.2", 5)])
    assert outcome.finding("6.2").verdict is Verdict.UNCERTAIN
    assert outcome.told("authority_level_too_low").severity is Severity.MINOR


def test_a_name_that_may_be_the_applicants_is_asked():
    outcome = check([award(recipient="职工关爱服务促进会")], AWARD)
    assert outcome.finding("6.2").verdict is Verdict.UNCERTAIN
    assert outcome.codes("6.2") == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"mentions_organization": False}, "media_not_about_organization"),
        ({"stance": "negative"}, "media_negative"),
        ({"outlet": "昆山日报", "outlet_level": "county"}, "authority_level_too_low"),
        ({"publish_date": "2020-01-01"}, "out_of_period"),
        ({"outlet": "金陵资讯网", "outlet_level": DROP}, "outlet_not_listed"),
        ({"outlet": "金陵资讯网", "outlet_level": "other"}, "outlet_not_listed"),
    ],
)
def test_a_report_that_does_not_count_is_told_by_its_cause_alone(changes: dict[str, Any], code: str):
    assert check([media(**changes)], MEDIA).codes("6.3") == [code]


def test_an_unlisted_outlet_is_asked_not_accused():
    outcome = check([media(outlet="金陵资讯网", outlet_level=DROP)], MEDIA)
    assert outcome.finding("6.3").verdict is Verdict.UNCERTAIN
    assert outcome.told("outlet_not_listed").severity is Severity.MINOR


def test_a_neutral_report_is_asked():
    assert check([media(stance="neutral")], MEDIA).finding("6.3").verdict is Verdict.UNCERTAIN


def test_a_prefectures_paper_carries_its_own_tier():
    outcome = check([media(outlet="南京日报", outlet_level="prefecture")], MEDIA)
    assert outcome.codes("6.3") == ["points_overclaimed"]
    assert outcome.finding("6.3").supported == (4, 4)


def test_a_negative_report_that_three_criteria_meet_is_told_once_by_the_one_that_asks_for_reports():
    claims = [claim("1.1", 3), claim("5.3", 5), claim("6.3", 5)]
    outcome = check([media(stance="negative", text=["党建引领品牌"])], claims)
    assert outcome.told("media_negative").criterion == "6.3"


def test_a_report_without_the_flag_is_searched_for_the_name():
    outcome = check(
        [media(mentions_organization=DROP, text=[f"记者走进{NAME}，看到了志愿者的笑脸。"])], MEDIA
    )
    assert outcome.finding("6.3").verdict is Verdict.SUPPORTED


def test_a_report_that_does_not_say_whom_it_is_about_is_asked():
    outcome = check([media(mentions_organization=DROP)], MEDIA)
    assert outcome.finding("6.3").verdict is Verdict.UNCERTAIN


def test_a_report_said_to_be_about_another_that_names_the_applicant_is_asked_not_accused() -> None:
    outcome = check([media(mentions_organization=False, text=["近日，职工关爱服务促进会走进工地。"])], MEDIA)
    assert outcome.finding("6.3").verdict is Verdict.UNCERTAIN
    assert outcome.codes("6.3") == []
