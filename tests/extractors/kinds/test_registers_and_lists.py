"""Records of registers, lists of results, sheets of several years: what stands in cells, under headings, in sentences."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check, read_wording
from tests.extractors.pages import facts_of, heading, read
from verifiers.thresholds import FACT_SURE

OURS = "盐城市沐光社工服务中心"
CODE = "51320100MJ5000123W"

RECORDS = [
    Wording(
        "tiles of a telephone's screen",
        f"""
信用查询
< 常州市慈善义工协会
统一社会信用代码：{CODE}
活动异常名录 | 严重违法失信名单
无 | 无
行政处罚 | 行政许可
无 | 3条
查询时间 2025.10.30 08:15
""",
        {
            "organization_name": "常州市慈善义工协会",
            "abnormal_listed": False,
            "seriously_illegal_listed": False,
            "penalty_count": 0,
            "query_date": "2025-10-30",
        },
        kind="credit_record",
    ),
    Wording(
        "an entry of the list in a table",
        f"""
# 社会组织活动异常名录信息
社会组织名称：盐城市钓鱼协会
统一社会信用代码：{CODE}
列入日期 | 列入事由 | 列入机关 | 移出日期
2024-08-30 | 未按照规定时限报送年度工作报告 | 盐城市民政局
严重违法失信名单：未查询到相关记录
行政处罚：未查询到相关记录
查询日期：2025年10月15日
""",
        {"abnormal_listed": True, "seriously_illegal_listed": False, "penalty_count": 0},
        kind="credit_record",
    ),
    Wording(
        "a statement that names the one it is about before its code",
        f"""
# 证明
无锡市滨湖区晨曦社工服务中心（统一社会信用代码：{CODE}）系在我局登记的民办非企业单位。
经查，该单位未受到我局行政处罚，未被列入社会组织活动异常名录和严重违法失信名单。
> 无锡市滨湖区民政局
> 2025年10月9日
""",
        {
            "organization_name": "无锡市滨湖区晨曦社工服务中心",
            "uscc": CODE,
            "abnormal_listed": False,
            "seriously_illegal_listed": False,
            "penalty_count": 0,
        },
        kind="credit_record",
    ),
    Wording(
        "years as headings over their stamps",
        """
# 年度检查记录
2022年度 | 2023年度
年检合格 | 年检基本合格
南京市民政局 | 南京市民政局
""",
        {"year": 2022, "conclusion": "合格"},
        kind="annual_report",
    ),
    Wording(
        "boxes before the conclusions",
        """
# 社会团体年度检查报告书
（2024年度）
社会团体名称 | 徐州市快递行业协会
登记管理机关年检结论 | □不合格 □基本合格 ☑合格
审核日期 | 2025年5月30日
""",
        {"year": 2024, "conclusion": "合格", "issue_date": "2025-05-30"},
        kind="annual_report",
    ),
    Wording(
        "a row of a list of grades",
        """
# 2023年度全市社会组织等级评估结果名单
社会组织名称 | 评估等级 | 有效期
盐城市物流协会 | 5A | 2023.12.25-2028.12.24
盐城市沐光社工服务中心 | 3A | 2023.12.25-2028.12.24
东台市义工联合会 | 4A | 2023.12.25-2028.12.24
> 盐城市民政局
> 2023年12月25日
""",
        {
            "organization_name": OURS,
            "grade": "3A",
            "issuing_authority": "盐城市民政局",
            "valid_from": "2023-12-25",
            "valid_until": "2028-12-24",
        },
        organization=OURS,
        kind="grade_certificate",
    ),
    Wording(
        "a certificate that tells the grade in a sentence",
        """
No. 320400-2024-018
# 证书
常州市慈善义工协会在2023年度社会组织等级评估中，被评定为
五A级（★★★★★）
有效期至2029年1月
> 常州市社会组织评估委员会
> 常州市民政局
> 2024年1月15日
""",
        {
            "organization_name": "常州市慈善义工协会",
            "grade": "5A",
            "certificate_number": "320400-2024-018",
            "issuing_authority": "常州市社会组织评估委员会、常州市民政局",
            "valid_until": "2029-01",
        },
        kind="grade_certificate",
    ),
    Wording(
        "an announcement of a penalty that has a number of its own",
        """
# 宿迁市民政局关于对宿迁市休闲垂钓协会作出撤销登记行政处罚的公告
宿民告〔2025〕5号
宿迁市休闲垂钓协会连续三年未参加年度检查，情节严重。根据《社会团体登记管理条例》第三十条规定，
本机关于2025年2月17日对其作出撤销登记的行政处罚（宿民罚决〔2025〕2号）。
> 宿迁市民政局
> 2025年2月20日
""",
        {
            "organization_name": "宿迁市休闲垂钓协会",
            "document_number": "宿民罚决〔2025〕2号",
            "penalty_types": ["撤销登记"],
            "decision_date": "2025-02-17",
        },
        kind="penalty_decision",
    ),
    Wording(
        "a penalty on a credit platform",
        """
信用中国 > 行政处罚
# 东台市义工联合会
决定书文号 | 东民罚〔2022〕4号 | 处罚类别 | 警告，责令改正
处罚事由 | 未按规定办理变更登记 | 处罚结果 | 给予警告，责令限期改正
处罚机关 | 东台市民政局 | 处罚日期 | 2022/07/05
""",
        {
            "organization_name": "东台市义工联合会",
            "document_number": "东民罚〔2022〕4号",
            "issuing_authority": "东台市民政局",
            "decision_date": "2022-07-05",
        },
        kind="penalty_decision",
    ),
    Wording(
        "counts at a chart's slices",
        """
# 2025年职工满意度调查结果
非常满意 132人 | 比较满意 54人
一般 10人 | 不满意 4人
N=200满意度93%统计日期：2025年6月30日
""",
        {"respondents": 200, "satisfied": 186, "rate": 0.93, "date": "2025-06-30"},
        kind="satisfaction_survey",
    ),
]


@pytest.mark.parametrize("wording", RECORDS, ids=str)
def test_reads_the_record(wording: Wording) -> None:
    check(wording, wording.kind)


def test_the_end_of_a_licences_period_may_be_asterisks() -> None:
    """`至******` is a period without end: its first day is no last day."""
    found = facts_of(
        read_wording(
            Wording(
                "licence",
                """
# 营业执照
名称 | 无锡惠民家政服务有限公司 | 注册资本 | 500.000000万人民币
法定代表人 | 周海燕 | 营业期限 | 2019年05月27日至******
登记机关 | 无锡市新吴区行政审批局
""",
                {},
            )
        )
    )
    assert (found["valid_from"], found["valid_until"]) == ("2019-05-27", None)
    assert found["registered_capital"] == 5_000_000


def test_a_period_goes_on_in_its_own_column() -> None:
    """On a card of two columns the end of a period stands beside another label's value."""
    found = facts_of(
        read_wording(
            Wording(
                "card",
                """
# 社会服务机构登记证书
机构名称：江阴市启明职业培训学校 | 登记日期：2014年9月1日
机构住所：江阴市澄江街道人民中路66号 | 有效期限：2023年9月1日—
机构负责人：蒋丽华 | 2027年8月31日
开办资金：伍拾万元人民币 | 发证机关：江阴市民政局
""",
                {},
            )
        )
    )
    assert found["legal_representative"] == "蒋丽华"
    assert (found["valid_from"], found["valid_until"]) == ("2023-09-01", "2027-08-31")


def test_a_title_over_a_label_is_not_its_value() -> None:
    """Of a table whose first heading stands right under the title, the value is what stands under the heading."""
    found = facts_of(
        read_wording(
            Wording(
                "table",
                """
# 社会团体法人登记证书
名称 | 法定代表人 | 注册资金
徐州市快递行业协会 | 孟祥林 | 10万元
""",
                {},
            )
        )
    )
    assert found["organization_name"] == "徐州市快递行业协会"


def test_every_claim_in_running_text_has_its_own_points() -> None:
    """`1.1自评3分，1.2自评4分` are two claims; a sum is that which is called so."""
    found = facts_of(
        read_wording(
            Wording(
                "request",
                """
# 关于申报全省服务职工优秀社会组织的请示
徐州市总工会：
徐州市快递行业协会现申报服务职工优秀社会组织。其中1.1自评3分，1.2自评4分，
2.6自评5分，6.2自评4分，自评总分16分。
> 徐州市快递行业协会
> 2025年11月12日
""",
                {},
            )
        )
    )
    assert found["claims"] == [
        {"criterion": "1.1", "points": 3.0},
        {"criterion": "1.2", "points": 4.0},
        {"criterion": "2.6", "points": 5.0},
        {"criterion": "6.2", "points": 4.0},
    ]
    assert found["claimed_total"] == 16


def test_a_labels_last_character_on_the_next_row_is_no_value() -> None:
    """`专职工作人员` over `数` is one label; its number stands right of it, in the row of another label."""
    found = facts_of(
        read(
            [
                heading("2022年度民办非企业单位年度工作报告书"),
                (0.528, 0.316, "专职工作人员"),
                (0.145, 0.325, "从业人员总数"),
                (0.378, 0.325, "9人"),
                (0.572, 0.335, "数"),
                (0.745, 0.325, "5人"),
                (0.163, 0.374, "党员人数"),
                (0.378, 0.374, "2人"),
            ]
        )
    )
    assert found["full_time_staff"] == 5


def test_a_rule_that_a_sentence_cites_is_not_the_decisions_number() -> None:
    paper = read(
        [
            heading("行政处罚决定书"),
            "根据苏民规〔2019〕3号文件的规定，现将处罚决定送达如下：",
            "宁民〔2024〕12号",
            "当事人：南京市快递协会",
            "本机关决定给予警告的行政处罚。",
            "南京市民政局",
            "2024年3月5日",
        ]
    )
    assert facts_of(paper)["document_number"] == "宁民〔2024〕12号"


@pytest.mark.parametrize("column", [True, False], ids=["cell over many rows", "heading over its rows"])
def test_a_grade_set_in_the_middle_of_its_rows_is_not_taken_for_the_rows_below(column: bool) -> None:
    names = [
        "泰州市快递协会",
        "无锡市家政服务业协会",
        "宿迁市义工协会",
        "徐州市棋类协会",
        "镇江市书画协会",
        OURS,
    ]
    rows = [(0.35, 0.3 + 0.05 * number, name) for number, name in enumerate(names)]
    heads = [(0.12, 0.24, "等级"), (0.35, 0.24, "社会组织名称")] if column else []
    marks = (
        [(0.12, 0.375, "4A"), (0.12, 0.574, "2A")] if column else [(0.12, 0.27, "4A"), (0.12, 0.523, "2A")]
    )
    paper = read([heading("社会组织评估等级名单"), *heads, *rows, *marks], organization=OURS)
    (grade,) = [fact for fact in paper.facts if fact.name == "grade"]
    if column:
        assert grade.confidence < FACT_SURE
    else:
        assert (grade.value, grade.confidence >= FACT_SURE) == ("2A", True)
