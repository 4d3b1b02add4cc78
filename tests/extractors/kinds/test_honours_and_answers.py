"""Honours told in other words, answers given by boxes, names under headings, and what belongs to no value."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import facts_of, heading, read

CODE = "52320205MJ60123457"

PAPERS = [
    Wording(
        "good news",
        """
# 喜报
热烈祝贺苏州市暖阳公益基金会荣获苏州市总工会颁发的“2024年度职工信赖的社会组织”荣誉称号！
> 2024年12月30日
""",
        {
            "recipient": "苏州市暖阳公益基金会",
            "honor_title": "职工信赖的社会组织",
            "issuing_authority": "苏州市总工会",
        },
        kind="award",
    ),
    Wording(
        "praise in a notice",
        """
中共徐州市委社会工作部文件
徐社工〔2025〕6号
# 关于对2024年度优秀社会组织予以通报表扬的通知
各县（市、区）委社会工作部：
为树立先进典型，决定对徐州市快递行业协会等15家优秀社会组织予以通报表扬。
> 中共徐州市委社会工作部
> 2025年2月25日
""",
        {"honor_title": "优秀社会组织", "recipient": "徐州市快递行业协会", "authority_level": "prefecture"},
        organization="徐州市快递行业协会",
        kind="award",
    ),
    Wording(
        "a medal for a project",
        """
# 荣誉证书
镇江市职工心理关爱协会：
你单位申报的“心灵驿站”项目，在第三届江苏省志愿服务展示交流会中荣获金奖。
> 江苏省文明办江苏省民政厅
> 2023年12月5日
""",
        {
            "honor_title": "金奖",
            "issuing_authority": "江苏省文明办、江苏省民政厅",
            "authority_level": "provincial",
        },
        kind="award",
    ),
    Wording(
        "a plaque of few words",
        """
# 模范职工之家
> 中华全国总工会
> 二〇二一年十二月
""",
        {"honor_title": "模范职工之家", "authority_level": "national", "issue_date": "2021-12"},
        kind="award",
    ),
    Wording(
        "a winner as a sentence's subject, a giver that is an association",
        """
# 荣誉证书
常州市慈善义工协会荣获“2023年度最佳公益伙伴”。
> 江苏省社会组织联合会
> 2023年12月20日
""",
        {
            "recipient": "常州市慈善义工协会",
            "issuing_authority": "江苏省社会组织联合会",
            "authority_level": "other",
        },
        kind="award",
    ),
    Wording(
        "boxes for yes and no",
        """
# 社会组织信用信息查询结果
社会组织名称 | 无锡市滨湖区晨曦社工服务中心
查询日期 | 2025年11月6日
是否列入活动异常名录 | ☑是 □否
是否列入严重违法失信名单 | □是 ☑否
行政处罚记录 | 无
""",
        {"abnormal_listed": True, "seriously_illegal_listed": False, "penalty_count": 0},
        kind="credit_record",
    ),
    Wording(
        "boxes that nobody ticked",
        """
# 社会组织信用信息查询结果
社会组织名称 | 无锡市滨湖区晨曦社工服务中心
查询日期 | 2025年11月6日
是否列入活动异常名录 | □是 □否
严重违法失信名单 | 否
""",
        {"seriously_illegal_listed": False},
        absent=("abnormal_listed",),
        kind="credit_record",
    ),
    Wording(
        "names that run on under the conclusions",
        """
# 昆山市民政局关于2022年度社会组织年度检查情况的通报
一、年检合格单位（3家）
昆山市志愿者协会、昆山市慈善总会、昆山市律师协会
二、年检基本合格单位（2家）
昆山市棋类协会、昆山市武术协会
三、年检不合格单位（1家）
昆山市信鸽协会
> 昆山市民政局
> 2023年9月28日
""",
        {"organization_name": "昆山市棋类协会", "year": 2022, "conclusion": "基本合格"},
        organization="昆山市棋类协会",
        kind="annual_report",
    ),
    Wording(
        "a party's line over a line with a label of its own",
        f"""
# 行政处罚决定书
当事人：江阴市启明职业培训学校
主体资格证照名称：民办非企业单位登记证书
统一社会信用代码：{CODE}
经查，当事人发布虚假广告。决定处罚如下：罚款人民币24000元。
> 无锡市滨湖区市场监督管理局
> 2022年5月20日
""",
        {"organization_name": "江阴市启明职业培训学校", "uscc": CODE, "amount": 24000.0},
        kind="penalty_decision",
    ),
    Wording(
        "a table's last row over the signature",
        """
# 税务行政处罚决定书（简易）
被处罚人名称 | 无锡市滨湖区晨曦社工服务中心
处罚决定 | 罚款200元
处罚地点 | 办税服务厅
> 国家税务总局无锡市滨湖区税务局
> 2024年7月2日
""",
        {"issuing_authority": "国家税务总局无锡市滨湖区税务局", "amount": 200.0},
        kind="penalty_decision",
    ),
    Wording(
        "a scope that goes on after a gap",
        """
# 民办非企业单位登记证书
名称 | 无锡市滨湖区晨曦社工服务中心
业务范围 | 承接政府委托的社会工作服务；社区公益项目；
 | 社会工作专业培训与督导。
发证机关 | 无锡市滨湖区民政局
""",
        {"business_scope": "承接政府委托的社会工作服务；社区公益项目；社会工作专业培训与督导。"},
        kind="registration_certificate",
    ),
    Wording(
        "a label of one character that isn't sought",
        """
# 民办学校办学许可证
名称：江阴市启明培训学校有限公司
地址：江阴市澄江街道人民中路66号
校 | 长：蒋丽华
发证机关：江阴市教育局
""",
        {"address": "江阴市澄江街道人民中路66号"},
        kind="business_licence",
    ),
    Wording(
        "a certificate of a post that somebody has taken since",
        """
# 任职证明
兹证明孟祥林同志（徐州市快递行业协会会长）自2022年5月起担任徐州市交通运输工会联合会兼职副主席。
> 徐州市交通运输工会联合会
> 2025年10月20日
""",
        {"person": "孟祥林", "body": "徐州市交通运输工会联合会", "position": "兼职副主席"},
        kind="appointment",
    ),
]


@pytest.mark.parametrize("wording", PAPERS, ids=str)
def test_reads_the_paper(wording: Wording) -> None:
    check(wording, wording.kind)


def test_a_heading_over_a_value_is_nearer_than_the_label_under_it() -> None:
    """In a table of tight rows, headings over values, each value is its own heading's."""
    step = 0.0155
    rows = [
        heading("社会团体法人登记证书", 0.03),
        *[
            (0.05 + 0.3 * column, 0.1 + step * row, cell, 15.0)
            for row, cells in enumerate(
                [
                    ("名称", "法定代表人", "注册资金"),
                    ("徐州市快递行业协会", "孟祥林", "10万元"),
                    ("住所", "业务主管单位", "有效期限"),
                    ("徐州市和平路57号", "徐州市邮政管理局", "2021年12月20日至2026年12月19日"),
                ]
            )
            for column, cell in enumerate(cells)
        ],
    ]
    found = facts_of(read(rows))
    assert (found["organization_name"], found["legal_representative"]) == ("徐州市快递行业协会", "孟祥林")
    assert (found["registered_capital"], found["supervisory_body"]) == (100_000, "徐州市邮政管理局")
    assert (found["valid_from"], found["valid_until"]) == ("2021-12-20", "2026-12-19")


def test_each_count_is_its_nearest_headings() -> None:
    """Narrow columns stand close: a count belongs to the heading that it is nearest to, whatever its heading says."""
    heads = [(0.10, "调查总人数"), (0.24, "很满意"), (0.33, "满意"), (0.40, "基本满意"), (0.50, "不满意")]
    counts = [(0.12, "120"), (0.255, "78"), (0.335, "30"), (0.42, "10"), (0.52, "2")]
    found = facts_of(
        read(
            [
                heading("职工服务项目满意度调查统计表"),
                *((x, 0.2, words) for x, words in heads),
                *((x, 0.24, words) for x, words in counts),
            ]
        )
    )
    assert (found["respondents"], found["satisfied"]) == (120, 118)
