"""6.1: satisfaction."""

from typing import Any

import pytest

from dossier.finding import Severity, Verdict
from tests.verifiers.builders import DROP, check, claim, survey

CLAIM = [claim("6.1", 5)]


@pytest.mark.parametrize(
    ("satisfied", "points"),
    [(180, 5), (179, 4), (160, 4), (159, 3), (140, 3)],
)
def test_the_tier_is_that_of_the_recomputed_rate(satisfied: int, points: float):
    outcome = check([survey(satisfied=satisfied, rate=satisfied / 200)], CLAIM)
    assert outcome.finding("6.1").supported == (points, points)
    assert outcome.codes("6.1") == ([] if points == 5 else ["points_overclaimed"])


def test_below_seventy_percent_fails_the_gate():
    outcome = check([survey(satisfied=139, rate=0.695)], CLAIM)
    assert outcome.codes("6.1") == ["satisfaction_below_threshold"]
    assert outcome.told("satisfaction_below_threshold").severity is Severity.GATE


def test_a_printed_rate_above_the_counts_is_arithmetic():
    outcome = check([survey(satisfied=170)], CLAIM)
    assert outcome.codes("6.1") == ["satisfaction_arithmetic"]
    assert outcome.finding("6.1").supported == (4, 4)


def test_a_wrong_rate_that_changes_no_points_is_minor():
    outcome = check([survey(satisfied=184)], CLAIM)
    assert outcome.told("satisfaction_arithmetic").severity is Severity.MINOR
    assert outcome.finding("6.1").verdict is Verdict.SUPPORTED


def test_a_printed_rate_above_counts_below_the_threshold_is_below_the_threshold():
    assert check([survey(satisfied=130)], CLAIM).codes("6.1") == ["satisfaction_below_threshold"]


def test_counts_that_say_more_than_the_printed_rate_are_asked():
    outcome = check([survey(rate=0.75)], CLAIM)
    assert outcome.finding("6.1").verdict is Verdict.UNCERTAIN
    assert outcome.finding("6.1").supported == (3, 5)
    assert outcome.told("satisfaction_arithmetic").severity is Severity.MINOR


@pytest.mark.parametrize(
    ("respondents", "satisfied", "rate", "raw"),
    [
        (120, 110, 0.917, "91.7%"),
        (120, 110, 0.92, "92%"),
        (120, 110, 0.916, "91.6%"),
        (3000, 2847, 0.949, "94.9%"),
    ],
)
def test_a_rounded_or_cut_rate_is_right(respondents: int, satisfied: int, rate: float, raw: str):
    outcome = check(
        [survey(respondents=respondents, satisfied=satisfied, rate=rate, raw={"rate": raw})], CLAIM
    )
    assert outcome.codes("6.1") == []


@pytest.mark.parametrize(("count", "small"), [(30, False), (29, True)])
def test_a_sample_below_thirty_goes_to_the_reviewer(count: int, small: bool):
    outcome = check([survey(respondents=count, satisfied=count, rate=1.0)], CLAIM)
    assert (outcome.codes("6.1") == ["satisfaction_sample_small"]) == small
    assert outcome.finding("6.1").supported == ((0, 5) if small else (5, 5))


def test_a_rate_without_counts_is_asked():
    finding = check([survey(respondents=DROP, satisfied=DROP)], CLAIM).finding("6.1")
    assert finding.verdict is Verdict.UNCERTAIN


def _levels(very: int, good: int, basic: int, bad: int) -> dict[str, Any]:
    return {"非常满意": very, "满意": good, "基本满意": basic, "不满意": bad}


def test_basic_satisfaction_counts_where_it_changes_no_tier():
    changes = {"levels": _levels(150, 36, 4, 10), "satisfied": DROP, "rate": DROP}
    assert check([survey(**changes)], CLAIM).finding("6.1").supported == (5, 5)


def test_basic_satisfaction_that_decides_the_tier_is_asked():
    changes = {"levels": _levels(100, 70, 20, 10), "satisfied": DROP, "rate": DROP}
    finding = check([survey(**changes)], CLAIM).finding("6.1")
    assert (finding.verdict, finding.supported) == (Verdict.UNCERTAIN, (4, 5))
    assert "基本满意" in finding.explanation


def test_basic_satisfaction_that_decides_nothing_of_the_claim_is_not_asked():
    changes = {"levels": _levels(100, 70, 20, 10), "satisfied": DROP, "rate": DROP}
    finding = check([survey(**changes)], [claim("6.1", 4)]).finding("6.1")
    assert (finding.verdict, finding.supported) == (Verdict.SUPPORTED, (4, 4))


def test_a_sheet_that_leaves_basic_satisfaction_out_is_followed():
    changes = {"levels": _levels(100, 70, 20, 10), "satisfied": 170, "rate": 0.85}
    outcome = check([survey(**changes)], CLAIM)
    assert outcome.finding("6.1").supported == (4, 4)
    assert outcome.codes("6.1") == ["points_overclaimed"]


def test_levels_that_do_not_add_up_to_the_respondents_are_asked():
    outcome = check([survey(levels=_levels(150, 40, 0, 30))], CLAIM)
    assert outcome.finding("6.1").verdict is Verdict.UNCERTAIN
    assert outcome.codes("6.1") == ["satisfaction_arithmetic"]


def test_more_satisfied_than_asked_is_asked():
    outcome = check([survey(satisfied=210)], CLAIM)
    assert outcome.finding("6.1").verdict is Verdict.UNCERTAIN
    assert outcome.told("satisfaction_arithmetic").severity is Severity.MINOR


def test_surveys_that_agree_are_one():
    assert check([survey(), survey("另一次.xlsx", respondents=100, satisfied=95)], CLAIM).codes("6.1") == []


def test_surveys_that_differ_count_by_the_worse_or_stay_open():
    papers = [survey(), survey("另一次.xlsx", satisfied=165, rate=0.825)]
    assert check(papers, [claim("6.1", 4)]).finding("6.1").verdict is Verdict.SUPPORTED
    assert check(papers, CLAIM).finding("6.1").verdict is Verdict.UNCERTAIN


def test_a_table_of_one_question_among_several_does_not_count_against_the_sheets_own_sum() -> None:
    changes = {
        "respondents": 120,
        "satisfied": 117,
        "rate": 0.975,
        "levels": {"满意": 115, "一般": 3, "不满意": 2},
    }
    outcome = check([survey(**changes)], CLAIM)
    assert outcome.finding("6.1").supported == (5, 5)
    assert outcome.codes("6.1") == []


def test_the_survey_that_the_claim_names_goes_before_others() -> None:
    papers = [survey(), survey("项目回访.xlsx", satisfied=130, rate=0.65)]
    assert check(papers, [claim("6.1", 5, "满意度.xlsx")]).finding("6.1").verdict is Verdict.SUPPORTED


def test_levels_alone_are_enough() -> None:
    outcome = check(
        [survey(respondents=DROP, satisfied=DROP, rate=DROP, levels=_levels(150, 40, 0, 10))], CLAIM
    )
    assert outcome.finding("6.1").supported == (5, 5)
