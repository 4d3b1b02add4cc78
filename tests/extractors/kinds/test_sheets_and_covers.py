"""Covers, tables of many, charts, and papers that tell in a sentence what others label."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import facts_of, heading, read

PAPERS = [
    Wording(
        "a list of penalties with a row of ours",
        """
# 2025年第三季度行政处罚案件公示表
决定书文号 | 被处罚单位 | 处罚内容 | 处罚机关 | 决定日期
常民罚决〔2025〕10号 | 张家港市联谊会 | 警告 | 常熟市民政局 | 2025.09.16
常民罚决〔2025〕40号 | 常熟市义工协会 | 罚款500元 | 常熟市民政局 | 2025.09.26
常民罚决〔2025〕41号 | 昆山市商会 | 撤销登记 | 常熟市民政局 | 2025.09.28
""",
        {
            "organization_name": "常熟市义工协会",
            "document_number": "常民罚决〔2025〕40号",
            "penalty_types": ["罚款"],
            "amount": 500.0,
            "issuing_authority": "常熟市民政局",
            "decision_date": "2025-09-26",
        },
        organization="常熟市义工协会",
        kind="penalty_decision",
    ),
    Wording(
        "the minutes of an election that the registry agreed to",
        """
# 镇江市园林花木产业协会换届选举大会会议纪要
时间：二〇二四年一月十六日上午9:30
届次：第6届
会议听取了上一届工作报告，以举手表决方式通过财务报告。
本次换届已报镇江市丹徒区民政局同意。
""",
        {"session": 6, "date": "2024-01-16", "approving_body": "镇江市丹徒区民政局"},
        kind="term_change",
    ),
    Wording(
        "a committee of several units' union",
        """
# 关于同意成立丹阳市社会心理服务学会联合工会委员会的批复
丹工组〔2023〕9号
丹阳市社会心理服务学会：
经研究，同意成立丹阳市社会心理服务学会联合工会委员会。
> 丹阳市总工会
> 2023年3月1日
""",
        {"union_name": "丹阳市社会心理服务学会联合工会委员会"},
        kind="union_approval",
    ),
    Wording(
        "a certificate that a committee rated and an office issued",
        """
# 社会组织评估等级证书
组织名称：南京市沐光社工服务中心
评估等级：4A
评定机构：南京市社会组织评估委员会
证书编号：NO.881758
> 南京市民政局
> 2023年12月8日
""",
        {"issuing_authority": "南京市民政局", "certificate_number": "NO.881758", "grade": "4A"},
        kind="grade_certificate",
    ),
    Wording(
        "a sheet of attendance",
        """
# 徐州市铜山区工会干部联谊会员工考勤表
考勤月份：2026年7月份 | √出勤 △请假
姓名 | 1 | 2 | 3 | 出勤
华鹤鸣 | √ | √ | △ | 19
计传芳 | √ | √ | √ | 20
""",
        {"people": ["华鹤鸣", "计传芳"], "period": "2026-07/2026-07"},
        kind="staff_proof",
    ),
    Wording(
        "a budget with its day among other words over the table",
        """
# 2023年度预算表
单位：淮安市洪泽区邻聚公益服务中心 | 2023-02-16 | 金额单位：元
收入项目 | 预算数 | 支出项目 | 预算数
会费收入 | 55,000 | 人员经费 | 12,000
""",
        {"title": "2023年度预算表", "date": "2023-02-16"},
        kind="budget",
    ),
    Wording(
        "a course's timetable",
        """
# 工会主席履职能力提升班
日程安排
承办：灌南县橙心社会组织服务中心 | 日期：2026.07.10 | 规模：121人
时段 | 内容 | 主讲
08:30—09:00 | 签到、领取资料 | 时守成
""",
        {
            "title": "工会主席履职能力提升班",
            "organizer": "灌南县橙心社会组织服务中心",
            "date": "2026-07-10",
            "participants": 121,
        },
        kind="training_record",
    ),
]


@pytest.mark.parametrize("wording", PAPERS, ids=str)
def test_reads_the_paper(wording: Wording) -> None:
    check(wording, wording.kind)


def test_labels_on_a_contracts_cover_may_lack_their_gap() -> None:
    """A reader that loses the white space runs labels and values together: on a cover they are still told apart."""
    document = read(
        [
            heading("合作协议书", 0.2),
            (0.2, 0.45, "项目名称2024年度“流动书屋”项目"),
            (0.2, 0.49, "委托方无锡市总工会"),
            (0.2, 0.53, "受托方无锡市惠山区社会心理服务学会"),
            (0.2, 0.57, "签约日期二〇二四年八月十六日"),
        ],
        ["经友好协商，双方达成如下协议：", "一、协议有效期自2024年8月16日起，至2025年8月15日止。"],
    )
    found = facts_of(document)
    assert found["subject"] == "2024年度“流动书屋”项目"
    assert (found["party_a"], found["sign_date"]) == ("无锡市总工会", "2024-08-16")


def test_numbers_over_a_charts_bars_are_its_counts() -> None:
    """Each answer's count is the nearest number above it."""
    found = facts_of(
        read(
            [
                heading("职工满意度测评结果"),
                (0.20, 0.40, "46"),
                (0.40, 0.50, "31"),
                (0.60, 0.64, "7"),
                (0.80, 0.65, "6"),
                (0.17, 0.74, "非常满意"),
                (0.39, 0.74, "满意"),
                (0.57, 0.74, "基本满意"),
                (0.77, 0.74, "不满意"),
                (0.05, 0.87, "样本：徐州市某船舶公司等单位职工90人"),
            ]
        )
    )
    assert (found["respondents"], found["satisfied"]) == (90, 84)


def test_pages_numbered_on_under_one_running_head_are_one_report() -> None:
    """A report's cover and its second page bear the same head; the page's number says that it goes on."""
    head = (0.3, 0.03, "法人公共信用信息查询报告")
    document = read(
        [
            head,
            heading("法人公共信用信息查询报告", 0.2),
            "机构名称：无锡市梁溪区园林协会",
            "报告编号：JS20251222789292",
            "报告生成日期：2025年12月22日",
            (0.47, 0.94, "第1页"),
        ],
        [
            head,
            "一、信用信息概要",
            "（一）行政处罚：未查询到相关信息。",
            "（二）经营（活动）异常名录信息：未查询到相关信息。",
            "（三）严重失信主体名单信息：未查询到相关信息。",
            (0.47, 0.94, "第2页"),
        ],
    )
    assert [segment.pages for segment in document.document.segments] == [(1, 2)]
    assert facts_of(document)["abnormal_listed"] is False
