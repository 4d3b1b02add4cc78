"""A licence among the pictures of a volume, and charts of who does what in a union."""

from __future__ import annotations

import pytest

from extractors.layout import arrange
from extractors.titles import find_title
from tests.extractors.pages import Row, facts_of, heading, page, read

OURS = "南京市家政服务业协会"
CODE = "51320100MJ5000123W"

COVER: list[Row] = [heading("2025年度工作影像资料", 0.3, 34.0), (0.35, 0.5, OURS)]
CARD: list[Row] = [
    (0.2, 0.5, "社会团体法人登记证书", 22.0),
    (0.15, 0.56, f"统一社会信用代码：{CODE}", 12.0),
    (0.15, 0.59, f"名称：{OURS}", 12.0),
    (0.15, 0.62, "法定代表人：王小明", 12.0),
    (0.15, 0.65, "业务主管单位：南京市商务局", 12.0),
    (0.15, 0.68, "有效期限：自2023年5月1日至2028年4月30日", 12.0),
    (0.15, 0.71, "登记管理机关：南京市民政局", 12.0),
]


def _pictures(title: str, *captions: str) -> list[Row]:
    rows: list[Row] = [heading(title, 0.05, 20.0)] if title else []
    return rows + [(0.3, 0.45 + 0.42 * number, caption) for number, caption in enumerate(captions)]


@pytest.mark.parametrize("title", ["活动照片", "工作剪影", ""])
@pytest.mark.parametrize("alone", [True, False], ids=["on a page of its own", "under a picture"])
def test_a_card_among_pictures_is_a_certificate_of_one_page(title: str, alone: bool) -> None:
    before = [] if alone else _pictures(title, "图3 2025年5月1日，慰问一线职工")
    document = read(
        COVER,
        _pictures(title, "图1 2025年3月12日，法律志愿者走进快递站", "图2 组织职工技能培训"),
        [*before, *CARD],
        _pictures(title, "图5 2025年6月1日，关爱职工子女", "图6 年度总结会"),
        _pictures(title, "图7 2025年7月1日，高温慰问", "图8 义诊进工地"),
    )
    (segment,) = [each for each in document.document.segments if each.kind == "registration_certificate"]
    found = {fact.name: fact.value for fact in document.facts if fact.kind == "registration_certificate"}

    assert segment.pages == (3, 3)
    assert (found["organization_name"], found["valid_until"]) == (OURS, "2028-04-30")
    assert "issue_date" not in found


def test_what_stands_under_a_picture_is_no_title() -> None:
    assert not find_title([arrange(page(_pictures("", "图1 年度工作总结", "图2 工会工作计划")))])
    assert find_title([arrange(page(["图书阅览制度"]))]).string == "图书阅览制度"


CHART: list[Row] = [
    (0.35, 0.06, "组织网络图", 26.0),
    (0.3, 0.15, f"{OURS}工会"),
    (0.42, 0.2, "工会主席"),
    (0.42, 0.22, "王小明"),
    (0.2, 0.3, "组织委员"),
    (0.2, 0.32, "李四光"),
    (0.6, 0.3, "经审委员"),
    (0.6, 0.32, "陈静"),
    (0.1, 0.4, "第一工会小组"),
    (0.35, 0.4, "第二工会小组"),
]


def test_a_chart_of_a_unions_posts_is_its_roster() -> None:
    document = read(CHART, organization=OURS)

    assert document.document.kind == "union_roster"
    assert facts_of(document)["title"] == "组织网络图"


def test_a_chart_of_the_bodys_own_departments_is_none() -> None:
    chart: list[Row] = [
        heading(f"{OURS}组织架构图"),
        (0.4, 0.2, "会员大会"),
        (0.4, 0.27, "理事会"),
        (0.4, 0.34, "会长 王小明"),
        (0.2, 0.4, "秘书处"),
        (0.4, 0.4, "会员服务部"),
        (0.8, 0.4, "工会委员会"),
    ]

    assert read(chart, organization=OURS).document.kind == "other"
