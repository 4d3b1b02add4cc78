"""Why a submission stands where it stands."""

import pytest

from dossier.report import Report, Score
from review.reports.summary import summarise
from tests.review.reports.sample import TITLES


@pytest.mark.parametrize(
    ("claimed", "claimed_sum", "told"),
    [
        (79, 79, "自评总分 79 低于申报门槛 80"),
        (81, 79, "自评总分 81 与分项合计 79 不符，且只有其一达到申报门槛 80"),
        (79, 80, "自评总分 79 与分项合计 80 不符，且只有其一达到申报门槛 80"),
        (80, 80, None),
    ],
)
def test_the_threshold_is_told_where_it_decides(
    report: Report, claimed: float, claimed_sum: float, told: str | None
):
    score = Score(
        claimed=claimed, claimed_sum=claimed_sum, supported=(80, 90), threshold=80, eligible="review"
    )
    reasons = summarise(report.model_copy(update={"score": score}), TITLES).reasons
    assert [reason for reason in reasons if reason.startswith("自评总分")] == ([told] if told else [])


def test_a_failed_gate_and_an_open_one_are_named(report: Report):
    reasons = summarise(report, TITLES).reasons
    assert reasons[0] == "否决项不通过：2.8 近两年无行政处罚"
    assert reasons[1] == "否决项待复核：2.7 未列入异常、失信名单"


def test_the_bar_ends_where_the_standard_does_or_what_is_claimed_past_it(report: Report):
    assert summarise(report, TITLES).bar.end == "100"
    over = report.score.model_copy(update={"claimed": 130})
    bar = summarise(report.model_copy(update={"score": over}), TITLES).bar
    assert (bar.end, bar.claimed) == ("130", 100)
