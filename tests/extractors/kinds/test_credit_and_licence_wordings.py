"""Credit pages and licences as platforms print them: tabs with counts, tables that end in a count, labels above their values."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

CREDIT = [
    Wording(
        "tabs with counts",
        """
# 信用信息查询
苏州市姑苏区蓝领人才促进会
社会信用代码：51320508501066446P
查询时间：2026年5月22日
行政处罚(3) | 活动异常名录(0) | 严重违法失信名单(1)
""",
        {
            "penalty_count": 3,
            "abnormal_listed": False,
            "seriously_illegal_listed": True,
            "query_date": "2026-05-22",
        },
    ),
    Wording(
        "a table that ends in its count",
        """
# 中国社会组织政务服务平台
社会组织名称 | 无锡市锦程青年职工成长服务社
活动异常名录信息
暂无数据
严重违法失信名单信息
暂无数据
行政处罚信息
序号 | 决定书文号 | 种类 | 日期
1 | 民罚字〔2026〕44号 | 警告 | 2026-04-20
2 | 民罚字〔2026〕51号 | 警告 | 2026-05-20
共2条
查询日期：2026-08-13
""",
        {"penalty_count": 2, "abnormal_listed": False, "seriously_illegal_listed": False},
    ),
]

LICENCES = [
    Wording(
        "labels above their values, with another name after a slash",
        """
# 电子营业执照
企业名称
江苏爱之翼轴承制造集团有限公司
法定代表人/经营者
冯浩
注册资本
600万元
登记机关
盐城市行政审批局
""",
        {
            "organization_name": "江苏爱之翼轴承制造集团有限公司",
            "legal_representative": "冯浩",
            "registered_capital": 6_000_000,
            "registration_authority": "盐城市行政审批局",
        },
    ),
]

SURVEYS = [
    Wording(
        "a rate in per cent, written out",
        """
# 证明
经我会随机抽样，90名职工参加满意度测评，88名表示满意，满意率百分之97.78。
> 无锡市滨湖区总工会
> 2025年6月11日
""",
        {"respondents": 90, "satisfied": 88, "rate": 0.9778},
    ),
]


@pytest.mark.parametrize("wording", CREDIT, ids=str)
def test_reads_what_a_credit_page_says(wording: Wording) -> None:
    check(wording, "credit_record")


@pytest.mark.parametrize("wording", LICENCES, ids=str)
def test_reads_what_a_licence_says(wording: Wording) -> None:
    check(wording, "business_licence")


@pytest.mark.parametrize("wording", SURVEYS, ids=str)
def test_reads_what_a_survey_says(wording: Wording) -> None:
    check(wording, "satisfaction_survey")
