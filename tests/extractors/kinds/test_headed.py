"""A name that stands alone over a record: on a telephone's card, with its state behind it, broken over lines."""

from __future__ import annotations

import pytest

from tests.extractors.pages import Row, facts_of, read

CODE = "51320100MJ5000123W"
OURS = "盐城市沐光社工服务中心"
LONG = "盐城市盐都区沐光职工心理健康社工服务中心"

LISTS: list[Row] = [
    (0.1, 0.32, "行政处罚"),
    (0.8, 0.32, "0条"),
    (0.1, 0.36, "严重失信主体名单"),
    (0.8, 0.36, "0条"),
    (0.1, 0.4, "活动异常名录"),
    (0.8, 0.4, "0条"),
    (0.1, 0.5, "查询时间：2026-03-01 10:22"),
]

CARDS: dict[str, tuple[list[Row], str]] = {
    "its state behind it": (
        [(0.4, 0.07, "信用中国"), (0.1, 0.12, f"{OURS} 存续", 22.0), (0.1, 0.16, f"统一社会信用代码 {CODE}")],
        OURS,
    ),
    "its state in brackets": (
        [(0.4, 0.07, "信用中国"), (0.1, 0.12, f"{OURS}（正常）", 22.0), (0.1, 0.16, CODE)],
        OURS,
    ),
    "broken over two lines": (
        [
            (0.4, 0.07, "信用信息"),
            (0.1, 0.12, LONG[:14], 22.0),
            (0.1, 0.15, LONG[14:], 22.0),
            (0.6, 0.153, "正常"),
            (0.1, 0.19, f"统一社会信用代码：{CODE}"),
        ],
        LONG,
    ),
    "a badge beside it and its sort over the code": (
        [
            (0.4, 0.07, "企业详情"),
            (0.05, 0.12, "沐光"),
            (0.2, 0.12, OURS, 22.0),
            (0.2, 0.15, "在册"),
            (0.3, 0.15, "社会组织"),
            (0.2, 0.19, CODE),
        ],
        OURS,
    ),
    "under the rows of a menu": (
        [
            (0.1, 0.02, "信用中国"),
            *((0.1, 0.04 + 0.015 * number, word) for number, word in enumerate(("首页", "信用动态", "政策法规", "关联查询结果", "信用信息概览", "点击查看"))),
            (0.1, 0.19, OURS, 22.0),
            (0.1, 0.23, f"统一社会信用代码：{CODE}"),
        ],
        OURS,
    ),
    "another body in small letters over it": (
        [(0.1, 0.05, "南京信用服务有限公司"), (0.1, 0.12, OURS, 24.0), (0.1, 0.16, CODE)],
        OURS,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("card", "name"), CARDS.values(), ids=CARDS)
def test_the_name_over_a_credit_record_is_its_bodys(card: list[Row], name: str) -> None:
    document = read([(0.1, 0.005, "9:41"), *card, *LISTS])

    assert document.document.kind == "credit_record"
    assert facts_of(document)["organization_name"] == name


def test_an_office_over_a_record_is_not_the_one_it_is_about() -> None:
    card: list[Row] = [(0.1, 0.12, "盐城市民政局", 24.0), (0.1, 0.16, f"统一社会信用代码：{CODE}")]

    assert "organization_name" not in facts_of(read([*card, *LISTS]))


def test_another_ones_name_is_not_made_whole_with_what_stands_over_it() -> None:
    card: list[Row] = [(0.1, 0.12, "社会组织信用信息", 24.0), (0.1, 0.15, OURS, 16.0), (0.1, 0.19, CODE)]

    assert facts_of(read([*card, *LISTS]))["organization_name"] == OURS
