"""Searches that list nothing, plaques of any words, names in cells and sentences, labels that are broken or joined."""

from __future__ import annotations

import pytest

from dossier.geometry import Box, Quad
from dossier.page import Line, Page
from extractors.layout import arrange
from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import facts_of, heading, page, read

OURS = "宿迁市青柠社会工作发展中心"
CODE = "51320100MJ5000123W"

PAPERS = [
    Wording(
        "empty tables under searches",
        """
中国社会组织政务服务平台信用信息查询
首页 > 信用信息 > 活动异常名录
关键词：宿迁市青柠社会工作发展中心
序号 | 社会组织名称 | 列入日期 | 列入原因
没有找到符合条件的记录
首页 > 信用信息 > 严重违法失信名单
没有找到符合条件的记录
首页 > 信用信息 > 行政处罚
没有找到符合条件的记录
查询时间：2025-11-09 15:26:40
""",
        {"abnormal_listed": False, "seriously_illegal_listed": False, "penalty_count": 0},
        organization=OURS,
        kind="credit_record",
    ),
    Wording(
        "counts in brackets behind headings",
        f"""
# 法人和非法人组织公共信用信息报告
主体名称：连云港市电商行业协会
统一社会信用代码：{CODE}
报告生成日期：2025年11月03日
2.行政处罚信息（共2条）
二、严重失信主体名单信息（共0条）
三、经营（活动）异常名录（状态）信息（共0条）
""",
        {"abnormal_listed": False, "seriously_illegal_listed": False, "penalty_count": 2},
        kind="credit_record",
    ),
    Wording(
        "a sentence and a table that both name us",
        """
# 江苏省民政厅公告
江苏省家政学会等3家获得5A评估等级；江苏省节能环保促进会等2家获得4A评估等级。
> 江苏省民政厅
> 2023年12月29日
等级 | 社会组织名称
5A | 江苏省家政学会
5A | 江苏省会计学会
5A | 江苏省护理学会
4A | 江苏省节能环保促进会
""",
        {"organization_name": "江苏省节能环保促进会", "grade": "4A"},
        organization="江苏省节能环保促进会",
        kind="grade_certificate",
    ),
    Wording(
        "a project of four characters is nobody's name",
        f"""
# 关于公布全省工会优秀项目评选结果的通知
苏工办〔2023〕51号
> 江苏省总工会办公室
> 2023年10月8日
项目名称 | 承接单位 | 奖项
青工婚恋 | 苏州市旅游协会 | 一等奖
心灵港湾 | {OURS} | 二等奖
助残就业 | 泰州市助残服务社 | 三等奖
红色讲堂 | 南京市物业协会 | 三等奖
""",
        {"recipient": OURS, "recipient_type": "organization", "honor_title": "二等奖"},
        organization=OURS,
        kind="award",
    ),
    Wording(
        "an office and a day under one label",
        f"""
行政处罚详情
行政处罚决定文书号 | 宿民罚〔2023〕2号
被处罚的法人或其他组织名称 | {OURS}
行政处罚的种类和依据 | 警告；登记管理条例第二十五条
作出处罚的机关名称和日期 | 宿迁市民政局 2023年3月14日
""",
        {
            "organization_name": OURS,
            "document_number": "宿民罚〔2023〕2号",
            "penalty_types": ["警告"],
            "issuing_authority": "宿迁市民政局",
            "decision_date": "2023-03-14",
        },
        kind="penalty_decision",
    ),
    Wording(
        "a certificate that names its holder in a sentence",
        """
# 社会团体法人登记证书
连云港市电商行业协会符合社会团体登记的有关规定，准予注册登记。
法定代表人（负责 | 贺建军
人)
注册资金：伍万元
> 连云港市民政局
> 二〇二一年八月十六日
""",
        {
            "organization_name": "连云港市电商行业协会",
            "registered_capital": 50000.0,
            "legal_representative": "贺建军",
        },
        kind="registration_certificate",
    ),
    Wording(
        "who does what in a union, by name",
        """
# 工会委员会委员分工表
职务 | 姓名 | 主要职责
工会主席 | 柏道远 | 主持全面工作
经审委员 | 柏冬至 | 负责经费收支的审查监督
> 无锡市惠山区初心社区中心工会
> 2025年5月22日
""",
        {"date": "2025-05-22"},
        kind="union_roster",
    ),
    Wording(
        "a licence without its title",
        """
企业名称
江苏乐助环境卫生管理所
企业类型
普通合伙企业
法定代表人/经营者
姚莉莉
经营场所
泰州市靖江市江海南路11号
注册资本
10万元
营业期限
2009-11-20至长期
登记机关
靖江市行政审批局
""",
        {
            "organization_name": "江苏乐助环境卫生管理所",
            "legal_representative": "姚莉莉",
            "valid_until": None,
        },
        kind="business_licence",
    ),
]


@pytest.mark.parametrize("wording", PAPERS, ids=str)
def test_reads_the_paper(wording: Wording) -> None:
    check(wording, wording.kind)


def test_a_plaque_says_its_honour_by_size() -> None:
    """Whatever the words: one large line over a body that signs and a day is what a plaque honours with."""
    found = read(
        [
            heading("放心消费示范窗口", 0.2, 60.0),
            (0.4, 0.5, "宿迁市消费者权益保护委员会", 20.0),
            (0.45, 0.56, "二〇二三年十二月", 18.0),
        ]
    )
    assert found.document.kind == "award"
    assert facts_of(found)["honor_title"] == "放心消费示范窗口"


def test_a_column_that_a_reader_gave_whole_is_set_downwards() -> None:
    """Recognition reads a column as one line, in a box much higher than wide; it is a headline of its own row."""
    tall = Line(
        text="夜校课堂点亮职工梦",
        quad=Quad.from_box(Box(0.9, 0.15, 0.93, 0.6)),
        confidence=0.98,
        origin="ocr",
    )
    made: Page = page(["本报讯 每周三晚七点，职工夜校准时开课。", "剪纸、书法，一门门课程让职工有了好去处。"])
    made = made.model_copy(update={"lines": (*made.lines, tall)})
    rows = [row for row in arrange(made).rows if row.fragments[0].down]
    assert [row.text.string for row in rows] == ["夜校课堂点亮职工梦"]
    assert rows[0].text[:1].evidence()[0].box == pytest.approx((0.9, 0.15, 0.93, 0.2), abs=0.01)


@pytest.mark.parametrize("words", ["热烈庆祝中国共产党成立103周年", "全市工会工作会议", "职工法律援助站"])
def test_no_cover_or_banner_is_a_plaque(words: str) -> None:
    """Other papers of few words have a body and a day, too: an honour needs a word that honours."""
    document = read(
        [heading(words, 0.3, 46.0), (0.4, 0.6, "南京市总工会", 22.0), (0.42, 0.66, "2024年12月", 18.0)]
    )
    assert document.document.kind != "award"
