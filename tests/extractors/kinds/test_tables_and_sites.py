"""Notices on offices' sites, tables whose headings read like labels, numbers behind No., periods without 至."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import facts_of, heading, read

PAPERS = [
    Wording(
        "an office's notice of results under a table of its particulars",
        """
索引号 | 0143522619/2022-00391 | 发布机构 | 江苏省民政厅
文号 | 苏民〔2022〕37号 | 成文日期 | 2022-07-15
# 关于公布2021年度江苏慈善奖认定结果的通知
各有关单位：
根据评选办法，经审核研究，现将结果予以公布。
镇江市出租汽车行业协会
盐城市七彩职工济难基金会
苏州市吴中区护工服务协会
""",
        {
            "honor_title": "江苏慈善奖",
            "document_number": "苏民〔2022〕37号",
            "issue_date": "2022-07-15",
            "issuing_authority": "江苏省民政厅",
            "recipient": "盐城市七彩职工济难基金会",
        },
        organization="盐城市七彩职工济难基金会",
        kind="award",
    ),
    Wording(
        "a page's kind of honour over its title",
        """
# 奖状
CERTIFICATE OF HONOR
南京市五一劳动奖状
受表彰单位：南京市家政服务业协会
> 南京市总工会
> 2023年4月28日
""",
        {"honor_title": "南京市五一劳动奖状", "recipient": "南京市家政服务业协会"},
        kind="award",
    ),
    Wording(
        "a registry that did not issue the grade",
        """
# 社会组织评估等级查询
苏州市相城区平安志愿者协会
评估等级：AAA
评估机构：苏州市民政局
登记机关：苏州市相城区民政局
证书编号：P20200890
""",
        {"grade": "3A", "issuing_authority": "苏州市民政局"},
        kind="grade_certificate",
    ),
    Wording(
        "a number with No. behind its label, a period joined by 起",
        """
# 社会组织评估等级证书
机构名称 | 淮安市社会心理服务学会
评估等级 | AAA级
证书编号 | NO.793779
有效期限 | 2022.04.25起2027.04.24止
颁发单位 | 淮安市民政局
""",
        {"certificate_number": "NO.793779", "valid_from": "2022-04-25", "valid_until": "2027-04-24"},
        kind="grade_certificate",
    ),
    Wording(
        "a number with No. under its heading",
        """
# 社会组织评估等级证书
机构名称：淮安市社会心理服务学会
评估等级 | 证书编号
AAAA级 | NO.411555
颁发单位：淮安市民政局
""",
        {"certificate_number": "NO.411555", "grade": "4A"},
        kind="grade_certificate",
    ),
    Wording(
        "a table that says of a penalty without a fine that it is 0",
        """
行政处罚信息公示
行政处罚决定书文号 | 宿民罚〔2023〕2号
行政相对人名称 | 宿迁市青柠社会工作中心
处罚类别 | 警告
罚款金额（万元） | 0
处罚机关 | 宿迁市民政局
处罚决定日期 | 2023-03-14
""",
        {"penalty_types": ["警告"], "decision_date": "2023-03-14"},
        absent=("amount",),
        kind="penalty_decision",
    ),
    Wording(
        "a contract whose parties are columns",
        """
# 政府购买服务合同
 | 购买方（甲方） | 承接方（乙方）
名称 | 南通市总工会 | 南通市职工服务中心
地址 | 行政中心3号楼 | 世纪路311号
1.服务项目：职工法律援助项目。乙方按照实施方案提供服务。
2.服务期限：2026年1月16日至2028年1月15日。
""",
        {"party_a": "南通市总工会", "party_b": "南通市职工服务中心", "subject": "职工法律援助项目"},
        kind="contract",
    ),
    Wording(
        "a query's table with one year",
        """
江苏社会组织网·年检结果查询
社会组织名称[无锡市梁溪区行知社区公益发展中心] | 年度[全部] | 查询
序号 | 名称 | 年度 | 检查结论 | 公布日期
1 | 无锡市梁溪区行知中心 | 2024 | 合格 | 2025-04-08
""",
        {"year": 2024, "conclusion": "合格", "issue_date": "2025-04-08"},
        kind="annual_report",
    ),
    Wording(
        "counts in a notice on a board",
        """
# 公示
方舟社会组织服务中心2025年服务测评已完成。职工满意率为96.43%：应答职工28人，打“满意”及以上的27人，提出批评意见的1人。
> 金湖县方舟社会组织服务中心
> 2025年8月27日
""",
        {"respondents": 28, "satisfied": 27, "rate": 0.9643},
        kind="satisfaction_survey",
    ),
    Wording(
        "a decision that a site's notice breaks over two rows",
        """
# 盱眙县民政局对盱眙县蓝领人才促进会作出行政处罚
日前，我局查明盱眙县蓝领人才促进会向会员强制收取评比表彰费用，
于2026年5月29日作出盱民罚决字[2026]第071号处罚决定：责令限期停
止活动30日。
""",
        {"penalty_types": ["限期停止活动"], "decision_date": "2026-05-29"},
        kind="penalty_decision",
    ),
]


@pytest.mark.parametrize("wording", PAPERS, ids=str)
def test_reads_the_paper(wording: Wording) -> None:
    check(wording, wording.kind)


def test_the_next_heading_is_no_recipient() -> None:
    """`单位名称 | 推荐地区` heads a table; nobody of that name was honoured."""
    found = facts_of(
        read(
            [
                heading("关于授予“服务职工先锋团队”等称号的决定"),
                "经评选，决定对名单所列集体予以授牌颁证（名单附后）。",
                "单位名称\t推荐地区",
                "镇江市护工服务协会\t省直",
                (0.6, 0.6, "徐州市总工会"),
                (0.6, 0.64, "2021年8月6日"),
            ]
        )
    )
    assert "recipient" not in found


def test_a_numbered_row_of_a_list_is_no_title() -> None:
    """A list's page over the turn begins with a row: it opens no paper of the kind that a name's words suggest."""
    names = [f"{number}\t徐州市某工会干部联谊会\t徐州市" for number in range(3, 12)]
    document = read(
        [
            heading("关于授予“服务职工先锋团队”称号的决定"),
            "经评选，决定对名单所列集体予以授牌颁证（名单附后）。",
            (0.6, 0.4, "徐州市总工会"),
            (0.6, 0.44, "2021年8月6日"),
        ],
        [heading("服务职工先锋团队名单"), *names],
        names,
    )
    assert [segment.kind.value for segment in document.document.segments] == ["award"]
