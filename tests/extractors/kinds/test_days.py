"""Days on papers: in English, with a time behind them, and beside days of printing, searching and updating."""

from __future__ import annotations

import pytest

from extractors.language.dates import find_dates
from extractors.layout import arrange
from extractors.values import date_in
from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import facts_of, heading, page, read


@pytest.mark.parametrize(
    "printed",
    [
        "12 March 2025",
        "12March2025",
        "Mar. 12, 2025",
        "Mar.12,2025",
        "March 12th, 2025",
        "March122025",
        "12-Mar-2025",
        "12/MAR/2025",
        "the 12th of March, 2025",
        "Date of issue March 12，2025",
        "DateofissueMarch12,2025",
    ],
)
def test_a_day_in_english_is_read(printed: str) -> None:
    assert [found.iso for found in find_dates(printed)] == ["2025-03-12"]


@pytest.mark.parametrize(
    "printed", ["March 2025", "32 March 2025", "Maybe 12, 2025", "12/03/25", "Summarch 12, 2025"]
)
def test_what_is_no_day_in_english_is_none(printed: str) -> None:
    assert find_dates(printed) == []


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("编辑：许静怡| 2023/3/2 8:20 |浏览量：8339", "2023-03-02"),
        ("2023/3/20 8:37", "2023-03-20"),
        ("2023-03-20 08:37:11", "2023-03-20"),
        ("2023年3月2日 8:20", "2023-03-02"),
    ],
)
def test_a_time_of_day_changes_no_day(printed: str, day: str) -> None:
    found = date_in(arrange(page([printed])).text)

    assert found is not None
    assert found.value == day


GRADED = """
# 社会组织评估等级证书
社会组织名称：盐城市钓鱼协会
评估等级：4A
发证机关：盐城市民政局
{}
"""


@pytest.mark.parametrize(
    "foot",
    [
        "发证日期：2024年3月5日\n打印日期：2026年1月8日",
        "打印日期：2026年1月8日\n发证日期：2024年3月5日",
        "发证日期：打印时间2026年1月8日 颁发于2024年3月5日",
        "发证日期：March 5, 2024\n更新日期：2026年1月8日",
        "发证日期：2024年3月5日\n更新日期\n2026年1月8日",
        "打印日期：2026年1月8日\n更新日期：2026年1月9日\n> 盐城市民政局\n> 2024年3月5日\n查询时间\n2026年1月9日",
    ],
)
def test_the_day_of_printing_is_not_that_of_issue(foot: str) -> None:
    check(Wording("issued", GRADED.format(foot), {"issue_date": "2024-03-05"}), "grade_certificate")


@pytest.mark.parametrize(
    "foot", ["更新日期：2026年1月8日", "更新日期\n2026年1月8日", "打印时间 | 2026年1月8日"]
)
def test_without_a_day_of_issue_none_is_taken_for_it(foot: str) -> None:
    check(Wording("printed", GRADED.format(foot), {}, ("issue_date",)), "grade_certificate")


def test_other_articles_under_one_have_days_of_their_own() -> None:
    check(
        Wording(
            "a site",
            """
您当前的位置：昆山日报>社会>正文
# “公益课堂”走进车间
编辑：付桂芳| 2022年7月29日 6:29 |浏览量：9284
记者从昆山市总工会获悉，社会组织把公益课堂送到了车间里，职工利用午休时间学习技能。
相关阅读
·全市首批充电驿站投用2022-07-25
·非遗剪纸走进社区课堂2022-07-27
版权所有 昆山日报 互联网新闻信息服务许可证
""",
            {"publish_date": "2022-07-29"},
        ),
        "media_clipping",
    )


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("总体满意率：81.75%　　统计人：纪树人　　2025年5月1日", "2025-05-01"),
        ("总体满意率：81.75%　　打印日期：　　2025年5月1日", None),
    ],
)
def test_a_day_behind_a_wide_gap_is_the_papers(foot: str, day: str | None) -> None:
    rows = ["有效问卷\t137", "很满意\t85", "满意\t27", "不满意\t25", foot]
    document = read([heading("职工满意度调查统计"), (0.1, 0.12, ""), *rows])

    assert facts_of(document).get("date") == day
