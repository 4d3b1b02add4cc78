"""What papers that nobody had seen before taught: kinds told by what a paper is for, facts told in other sentences.

The wordings here are others than those of the corpus.
"""

from __future__ import annotations

import pytest

from dossier.kinds import Kind
from extractors.kinds.honours import tidy_title
from tests.extractors.kinds.wordings import Wording, check, read_wording
from tests.extractors.pages import facts_of, heading, read

SURE = 0.8
"""A kind's confidence from which nobody asks."""

TWO = 2

KINDS = [
    Wording(
        "a cutting with a table over it",
        """
# 悦邻社工事务所新闻报道剪报
媒体 | 滨江生活周报 | 日期 | 2025年3月8日
版面 | 民生 | 收集人 | 陆云
# 夜校开到家门口
镇江市悦邻社工事务所的夜校开课了，记者看到二十多名职工在学插花。
""",
        {"outlet": "滨江生活周报", "publish_date": "2025-03-08"},
        organization="镇江市悦邻社工事务所",
        kind="media_clipping",
    ),
    Wording(
        "a claim line by line, with a grade among what is claimed",
        """
# 参评优秀组织中报表
1.1 思想引领（3分）……自评3分
1.2 建会入会（4分）……自评2分
2.5 年检合格（4分）……自评4分
2.6 评估等级4A级（6分）……自评6分
自评总分：15分
> 靖江市蓝天助学服务中心
> 2026年10月9日
""",
        {"claimed_total": 15.0},
        absent=("grade", "issue_date"),
        kind="application_form",
    ),
    Wording(
        "a slip on which a contract waits for signatures",
        """
# 采购合同会签单
合同名称 | 心理服务采购合同
对方 | 江阴市总工会
送签日期 | 2025年1月6日
法务意见
领导签字
""",
        {},
        absent=("sign_date", "amount", "subject"),
        kind="other",
    ),
    Wording(
        "a notice that reports are to be handed in",
        """
# 关于做好2024年度社会组织年报报送工作的通告
各社会团体：请在5月31日前登录平台填写年度工作报告。
年检结论分合格、基本合格和不合格，逾期的依法处理。
> 太仓市民政局
> 2025年3月3日
""",
        {},
        absent=("conclusion", "year", "issue_date"),
        kind="other",
    ),
    Wording("a sheet between two parts", "# 第二编 荣誉证书", {}, kind="other"),
    Wording(
        "a table of points for what was delivered",
        """
# 送教上门项目履约情况报告
服务方 | 兴化市暖阳助残中心
评价项目 | 满分 | 得分
过程管理 | 40 | 38
服务成效 | 60 | 55
""",
        {},
        kind="acceptance",
    ),
    Wording(
        "how the year's tasks went",
        """
# 2024年度目标任务推进情况
现将工作推进的过程报告如下：
一、上半年走访企业30家。
二、下半年开设讲堂12期。
> 东台市巾帼创业促进会
> 2024年12月20日
""",
        {},
        kind="implementation",
    ),
    Wording(
        "what is to be done in a year",
        """
# 2026年度工作推进计划
一、每月走访两家企业。
二、每季度办一次讲堂。
> 东台市巾帼创业促进会
> 2026年1月6日
""",
        {},
        kind="plan",
    ),
    Wording(
        "minutes of an election by another name",
        """
# 会议记录
会议名称：仪征市餐饮行业协会第三届换届会议
应到30人，实到28人
经投票，吴建国当选会长，任法定代表人。
换届方案报经仪征市民政局批准。
""",
        {"session": 3},
        kind="term_change",
    ),
    Wording(
        "a certificate in traditional letters",
        """
# 榮譽證書
海安市手语协会：
荣获“爱心服务团队”称号
> 海安市残疾人联合会
> 2023年5月20日
""",
        {"recipient": "海安市手语协会", "issue_date": "2023-05-20"},
        kind="award",
    ),
]


@pytest.mark.parametrize("wording", KINDS, ids=str)
def test_kind(wording: Wording) -> None:
    """Each is what it is, for all the words of other kinds in it, and what it isn't isn't read from it."""
    check(wording, wording.kind)


def test_form_that_is_approved_stays_a_claim() -> None:
    """审批 in a form's name makes no slip of it."""
    document = read_wording(Wording("", "# 优秀组织申报审批表\n单位名称 | 靖江市蓝天助学服务中心", {}))
    assert document.document.kind is Kind.APPLICATION_FORM


FACTS = [
    Wording(
        "a bulletin that tells of an outing",
        """
# 联 盟 通 讯
第12期
如东县职工文体协会 | 2024年9月30日
# 秋季健步走活动
如东县职工文体协会等五家单位参加。
""",
        {"title": "秋季健步走活动", "date": "2024-09-30"},
        organization="如东县职工文体协会",
        kind="activity_record",
    ),
    Wording(
        "praise of a member, not of its body",
        """
# 表彰通报
一年来，如东县职工文体协会葛小曼同志坚持送书上门。
经研究，决定授予其如东县优秀志愿工作者荣誉。
> 如东县总工会
> 2024年1月8日
""",
        {"recipient": "葛小曼", "recipient_type": "person", "honor_title": "如东县优秀志愿工作者"},
        organization="如东县职工文体协会",
        kind="award",
    ),
    Wording(
        "a letter that names the holder's body before the holder",
        """
# 聘书
如东县职工文体协会葛小曼同志：
兹聘请您担任如东县总工会人才库特邀集体协商指导员，聘期三年。
> 如东县总工会
> 2024年1月8日
""",
        {"person": "葛小曼", "body": "如东县总工会人才库", "position": "特邀集体协商指导员"},
        kind="appointment",
    ),
    Wording(
        "rooms that a neighbourhood vouches for",
        """
# 办公场所证明
如东县职工文体协会目前使用如东县掘港街道友谊路18号3楼的房屋办公，产权归瞿志明所有。
> 如东县掘港街道友谊社区居民委员会
> 2024年1月8日
""",
        {"address": "如东县掘港街道友谊路18号3楼", "owner": "瞿志明"},
        kind="office_proof",
    ),
    Wording(
        "a survey told in a sentence",
        """
# 职工满意度情况
共收回有效问卷80份，其中72人评价为“满意”及以上，满意率90%。
""",
        {"respondents": 80, "satisfied": 72, "rate": 0.9},
        kind="satisfaction_survey",
    ),
    Wording(
        "a panel's opinion with two bodies in one line",
        """
# 送教上门项目验收意见书
受评单位：兴化市暖阳助残中心委托方：兴化市总工会
专家组同意项目通过验收。
日期：2025年11月3日
""",
        {"organizer": "兴化市总工会", "date": "2025-11-03"},
        kind="acceptance",
    ),
    Wording(
        "a charter on a site, whose keeper held nothing",
        """
# 兴化市暖阳助残中心章程
第一章 总则
第一条 本中心的名称是兴化市暖阳助残中心。
主办：兴化市暖阳助残中心 网站地图 隐私政策
""",
        {},
        absent=("organizer",),
        kind="charter",
    ),
    Wording(
        "wages over three months",
        """
# 兴化市暖阳助残中心工资表
发放时段：2025.2 - 2025.4
序号 | 姓名 | 基本工资 | 实发
1 | 潘志远 | 4000 | 3800
""",
        {"period": "2025-02/2025-04"},
        organization="兴化市暖阳助残中心",
        kind="staff_proof",
    ),
    Wording(
        "a site's list, each row with its own number and day",
        """
# 现行评估等级查询
名称 | 等级 | 证书编号 | 颁发时间
海门区手语学会 | 4A | H-017 | 2021-04-02
海门区印花布协会 | 3A | H-018 | 2021-06-11
海门区山歌研究会 | 2A | H-019 | 2022-08-30
海门区沙地学会 | 5A | H-020 | 2022-09-16
公布部门：海门区民政局共4条
""",
        {
            "grade": "3A",
            "certificate_number": "H-018",
            "issue_date": "2021-06-11",
            "issuing_authority": "海门区民政局",
        },
        organization="海门区印花布协会",
        kind="grade_certificate",
    ),
    Wording(
        "a list by grades, each grade in a cell before its first number",
        """
# 社会组织评估等级结果
等级 | 序号 | 名称
4A | 1 | 海门区读写困难儿童互助会
 | 2 | 海门区印花布协会
3A | 3 | 海门区山歌研究会
 | 4 | 海门区沙地文化学会
""",
        {"grade": "4A"},
        organization="海门区印花布协会",
        kind="grade_certificate",
    ),
    Wording(
        "a penalty on a site, among boxes for other penalties",
        """
# 行政处罚公示
行政相对人 | 海门区山歌研究会
处罚内容 | 警告、罚款人民币贰仟元整
暂扣、吊销许可证名称及编号 | /
处罚机关 | 海门区民政局
处罚决定日期 | 2024年5月6日
""",
        {"penalty_types": ["警告", "罚款"]},
        kind="penalty_decision",
    ),
    Wording(
        "a certificate whose period a sentence tells",
        """
# 社会团体法人登记证书
名称：海门区山歌研究会
该证书有效期从2023年4月1日起至2027年3月31日
> 海门区民政局
> 2023年4月1日
""",
        {"valid_from": "2023-04-01", "valid_until": "2027-03-31"},
        kind="registration_certificate",
    ),
    Wording(
        "a record of learning by its topic",
        """
# 学习情况记录表
学习主题 | 新就业形态权益保障专题研讨
学习时间 | 2024年3月7日
组织部门 | 海门区山歌研究会
参学人员 | 全体职工
""",
        {"title": "新就业形态权益保障专题研讨", "organizer": "海门区山歌研究会", "date": "2024-03-07"},
        kind="study_record",
    ),
    Wording(
        "a course over its attendance",
        """
# 工会财务实务研修班
# 签到册
时间：2024年3月7日
主办单位：海门区山歌研究会
""",
        {"title": "工会财务实务研修班"},
        kind="training_record",
    ),
]


@pytest.mark.parametrize("wording", FACTS, ids=str)
def test_facts(wording: Wording) -> None:
    """Facts that other sentences and other labels tell."""
    check(wording, wording.kind)


def test_body_with_a_persons_honour_is_doubtful() -> None:
    """A title that only persons bear isn't surely a body's, whoever stands at the head of the paper."""
    document = read_wording(
        Wording(
            "",
            "# 荣誉证书\n如东县职工文体协会：\n被授予“优秀志愿工作者”称号\n> 如东县总工会\n> 2024年1月8日",
            {},
        )
    )
    told = [fact for fact in document.facts if fact.name == "recipient_type"]
    assert [fact.value for fact in told] == ["organization"]
    assert told[0].confidence < SURE


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("该集体模范班组荣誉", "模范班组"),
        ("其优秀宣讲员", "优秀宣讲员"),
        ("集体荣誉", "集体荣誉"),
        ("该奖", "该奖"),
    ],
)
def test_honour_without_pointing_words(printed: str, meant: str) -> None:
    """Words that point back are no part of an honour; short titles stay whole."""
    assert tidy_title(printed) == meant


def test_slide_with_its_title_beside_cards() -> None:
    """A title of two lines at the edge, where a card's smaller words share the first line's row."""
    slide = [
        (0.04, 0.26, "“小板凳”服务", 30.0),
        (0.5, 0.262, "走访一百户家庭", 16.0),
        (0.04, 0.31, "品牌介绍", 30.0),
        (0.5, 0.36, "办讲座二十场", 16.0),
        (0.04, 0.8, "如东县职工文体协会", 16.0),
    ]
    assert facts_of(read(slide))["title"] == "“小板凳”服务品牌介绍"


def test_penalties_on_a_tab() -> None:
    """A site's tab that counts its records in brackets counts penalties."""
    document = read(
        [
            heading("信用信息查询"),
            "通州区山歌研究会",
            "行政许可信息（0）\t行政处罚信息（2）",
            "活动异常名录\t未列入",
            "查询时间：2025-05-05",
        ]
    )
    assert facts_of(document)["penalty_count"] == TWO


def test_heading_alone_is_no_divider() -> None:
    """A certificate's name without a part's number is a certificate."""
    assert read([heading("荣誉证书")]).document.kind is Kind.AWARD
