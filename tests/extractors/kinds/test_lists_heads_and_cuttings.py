"""Unions in lists and boxes, rules under document control, cuttings glued on sheets, forms that collect cases."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import facts_of, heading, read

UNIONS = [
    Wording(
        "one of many in a list",
        """
# 关于批准2024年第二批新建工会的批复
泰工组〔2024〕15号
各有关单位：
经审核，下列单位符合建会条件，准予成立：
1.泰州市园林绿化协会工会委员会
2.泰州市家庭教育学会工会委员会
3.泰州市粮食行业协会工会委员会
> 泰州市总工会
> 2024年6月3日
""",
        {
            "union_name": "泰州市家庭教育学会工会委员会",
            "approving_union": "泰州市总工会",
            "issue_date": "2024-06-03",
        },
        organization="泰州市家庭教育学会",
    ),
    Wording(
        "a box of the union above",
        """
# 基层工会组建审批表
单位名称 | 泰州市家庭教育学会
职工人数 | 12
主管工会审核意见 | 同意组建。泰州市总工会（盖章）2024年6月5日
""",
        {"approving_union": "泰州市总工会", "issue_date": "2024-06-05"},
        organization="泰州市家庭教育学会",
    ),
]
OTHERS = [
    Wording(
        "a controlled document's head",
        """
泰州市家庭教育学会 | 文件编号 | ZD-07
志愿者管理细则 | 版次 | A/1
 | 施行日期 | 2024年3月1日
1 目的
规范志愿者的招募、培训和激励。
2 适用范围
适用于本会组织的全部志愿服务。
""",
        {"title": "志愿者管理细则", "date": "2024-03-01", "organization_name": "泰州市家庭教育学会"},
        kind="policy_document",
        organization="泰州市家庭教育学会",
    ),
    Wording(
        "a form that collects cases",
        """
# 职工服务品牌案例征集表
案例名称 | “夜读灯”职工书屋
报送单位 | 泰州市家庭教育学会
报送日期 | 2024年5月20日
品牌背景 | 夜班职工想看书没有去处。
""",
        {"title": "“夜读灯”职工书屋", "date": "2024-05-20"},
        kind="brand_material",
    ),
    Wording(
        "a cutting glued on a sheet",
        """
# 宣传报道剪贴
刊物名称 | 见报日期 | 版次 | 收集人
泰州晚报 | 2024-05-21 | 第6版 | 周敏
# 一盏夜读灯 照亮夜班路
本报讯 记者从泰州市家庭教育学会获悉，夜班职工有了自己的书屋。
书屋每天开到零点，藏书三千册。
""",
        {"outlet": "泰州晚报", "publish_date": "2024-05-21", "title": "一盏夜读灯照亮夜班路"},
        kind="media_clipping",
    ),
    Wording(
        "an account's name beside the button to follow it",
        """
# 一盏夜读灯照亮夜班路
银杏树下 | 关注
2024-05-21 09:30 发布于江苏
记者从泰州市家庭教育学会获悉，夜班职工有了自己的书屋。
责编：周敏
""",
        {"outlet": "银杏树下", "publish_date": "2024-05-21", "outlet_level": "other"},
        kind="media_clipping",
    ),
]


@pytest.mark.parametrize("wording", [*UNIONS, *OTHERS], ids=str)
def test_reads_the_paper(wording: Wording) -> None:
    check(wording, "union_approval")


def test_a_title_that_breaks_behind_a_unions_name_is_whole() -> None:
    rows = [
        heading("关于建立泰州市家庭教育学会工会委员会", 0.08, 26),
        heading("及选举结果的批复", 0.115, 26),
        *[(0.1, 0.2 + 0.04 * number, words) for number, words in enumerate(_REPLY)],
    ]
    document = read(rows, organization="泰州市家庭教育学会")
    assert document.document.kind == "union_approval"
    assert facts_of(document)["union_name"] == "泰州市家庭教育学会工会委员会"


_REPLY = (
    "泰州市家庭教育学会：",
    "选举程序合法，结果有效。批准建立泰州市家庭教育学会工会委员会，由周敏任主席。",
    "泰州市总工会",
    "2024年6月4日",
)
