"""Titles of pages."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout import arrange
from extractors.titles import find_title
from tests.extractors.pages import Row, heading, page


def title(rows: Sequence[Row]) -> str:
    return find_title([arrange(page(rows))]).compact.string


def test_a_title_broken_over_lines_comes_together() -> None:
    rows = [
        heading("关于命名2021年度全市职工服务品牌示范单位等", 0.06, 24),
        heading("先进典型的通报", 0.1, 24),
    ]

    assert (
        title([*rows, (0.1, 0.2, "各有关单位：")])
        == "关于命名2021年度全市职工服务品牌示范单位等先进典型的通报"
    )


def test_lines_of_a_certificate_vary_in_size() -> None:
    rows = [heading("社会组织评估", 0.15, 40), heading("证书", 0.2, 50)]

    assert (
        title([*rows, (0.1, 0.4, "南京市快递协会："), (0.1, 0.44, "确定等级为三级。")]) == "社会组织评估证书"
    )


def test_where_all_letters_are_of_one_size_the_title_is_the_line_under_the_body() -> None:
    rows = [
        "宿迁市社区发展中心",
        "2024年重点工作安排",
        "围绕服务职工这一中心，形成如下内容。",
        "（一）加强学习。",
        "（二）走访职工。",
    ]

    assert title(rows) == "2024年重点工作安排"


def test_a_version_in_brackets_belongs_to_the_title() -> None:
    assert (
        title(
            [heading("南京市快递协会章程"), (0.42, 0.1, "（草案修订稿）"), "第一条　本会的名称是快递协会。"]
        )
        == "南京市快递协会章程（草案修订稿）"
    )


def test_the_day_of_passing_in_brackets_does_not() -> None:
    rows = [heading("岗位职责"), (0.35, 0.1, "（经2025年9月28日理事会审议通过）"), "一、主持日常工作。"]

    assert title(rows) == "岗位职责"


def test_a_labelled_number_is_no_red_headers() -> None:
    rows = [
        heading("基层工会组织组建审批表"),
        (0.1, 0.12, "编号：宿总工组字〔2017〕43号"),
        "单位名称\t宿迁市烹饪协会",
    ]

    assert title(rows) == "基层工会组织组建审批表"


def test_a_page_of_sentences_has_no_title() -> None:
    assert title([(0.1, 0.06, "上述事项已经理事会研究。", 17), (0.1, 0.1, "特此说明，请予审查。")]) == ""


def test_the_trail_to_a_sites_page_is_no_title() -> None:
    rows = [
        (0.05, 0.04, "首页 / 信息公开 / 组织章程"),
        (0.05, 0.06, "宿迁市烹饪协会章程"),
        (0.05, 0.08, "1．本会的名称是宿迁市烹饪协会。"),
    ]

    assert title(rows) == "宿迁市烹饪协会章程"
