"""The summary on Prefect's page: what stands, and nothing of the applicant's that is markup."""

import json

import pytest

from dossier.report import Report
from flows.artifacts import SHOWN, summary_table


@pytest.fixture
def report(expected: bytes) -> Report:
    return Report.model_validate_json(expected)


def test_the_table_tells_points_threshold_and_discrepancies(report: Report) -> None:
    told = summary_table(report)
    for row in (
        "| 评优年度 | 2026 |",
        "| 推荐单位 | 南京市总工会 |",
        "| 基准日期 | 2026-11-15 |",
        "| 自评分 | 13（分项合计 13） |",
        "| 申报条件 | 不符合推荐条件 |",
        "| 轻重 | 指标 | 说明 |",
    ):
        assert row in told
    assert told.count("\n| 否决项 |") == sum(each.severity == "gate" for each in report.discrepancies)


def test_an_applicant_s_words_are_no_markup(report: Report) -> None:
    value = json.loads(report.to_json())
    value["submission"]["organization"]["name"] = "甲|乙\n<script>[x](y)"
    told = summary_table(Report.model_validate_json(json.dumps(value)))
    assert told.splitlines()[0].endswith(r"甲\|乙 \<script\>\[x\]\(y\)")


def test_a_clean_report_says_so(report: Report) -> None:
    told = summary_table(report.model_copy(update={"discrepancies": ()}))
    assert "| 差异 | 无 |" in told
    assert "| 轻重 |" not in told


def test_long_lists_are_cut(report: Report) -> None:
    many = report.discrepancies[:1] * (SHOWN + 5)
    told = summary_table(report.model_copy(update={"discrepancies": many}))
    assert told.count("\n| 否决项 |") == SHOWN
