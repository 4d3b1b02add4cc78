"""Checks of many organizations, tiles on a telephone and entries of penalties: the applicant's own answers, and no other's."""

from dossier.kinds import Kind
from tests.extractors.pages import Row, facts_of, heading, read

NAME = "扬州市暖心职工服务中心"
CODES = ("51321000MJ5830000Y", "52321000MJ5830001Y", "51321000MJ58300025", "52321000MJ58300035")


COLUMNS = (0.04, 0.1, 0.36, 0.56, 0.71, 0.88)


def _sheet(rows: list[str], asked: str = "列入活动异常名录") -> list[Row]:
    """A table of small letters, for its cells are long."""
    lines = [
        f"序号\t单位名称\t统一社会信用代码\t{asked}\t列入严重失信名单\t行政处罚",
        *rows,
    ]
    cells = [
        (x, 0.2 + 0.03 * number, cell, 10.0)
        for number, row in enumerate(lines)
        for x, cell in zip(COLUMNS, row.split("\t"), strict=True)
    ]
    return [heading("推荐单位信用情况核查表"), "核查日期：2024年3月5日", *cells]


def test_reads_the_row_of_the_applicant() -> None:
    """Name, code and answers stand in its row, not in the first."""
    rows = [f"{n}\t{n}号职工互助协会\t{code}\t否\t否\t0" for n, code in enumerate(CODES[:3], 1)]
    rows.append(f"4\t{NAME}\t{CODES[3]}\t是\t否\t2次")
    document = read(_sheet(rows), organization=NAME)
    facts = facts_of(document)
    assert document.document.kind is Kind.CREDIT_RECORD
    assert facts["organization_name"] == NAME
    assert facts["uscc"] == CODES[3]
    assert facts["abnormal_listed"] is True
    assert facts["seriously_illegal_listed"] is False
    assert facts["penalty_count"] == 2
    assert facts["query_date"] == "2024-03-05"


def test_a_check_that_does_not_name_the_applicant_tells_nothing_of_it() -> None:
    """Neither code nor answers of others are taken."""
    rows = [f"{n}\t{n}号职工互助协会\t{code}\t否\t否\t0" for n, code in enumerate(CODES, 1)]
    assert set(facts_of(read(_sheet(rows), organization=NAME))) <= {"query_date"}


def test_a_column_asked_the_other_way_round_is_left_out() -> None:
    """`是` under 无异常 would be good news."""
    rows = [
        f"{n}\t{NAME if n == 2 else f'{n}号职工互助协会'}\t{code}\t是\t否\t0"
        for n, code in enumerate(CODES, 1)
    ]
    table = _sheet(rows, "未列入异常名录")
    assert "abnormal_listed" not in facts_of(read(table, organization=NAME))


def test_a_tile_bears_its_number_over_its_name() -> None:
    """Tiles of one row, each a number over a name."""
    facts = facts_of(
        read(
            [
                heading("社会组织信用信息查询"),
                NAME,
                "8\t1\t3\t0",
                "年报\t评估\t处罚\t表彰",
                "活动异常名录\t未列入",
                "严重违法失信名单\t未列入",
            ],
            organization=NAME,
        )
    )
    assert facts["penalty_count"] == 3


def test_an_entry_on_a_telephone_is_a_decision() -> None:
    """Labels with the value under each."""
    document = read(
        [
            "处罚详情",
            "决定书文号",
            "扬民罚决字〔2023〕8号",
            "被处罚对象",
            NAME,
            "处罚种类",
            "警告",
            "作出决定机关",
            "扬州市民政局",
            "作出决定日期",
            "2023-05-06",
        ],
        organization=NAME,
    )
    facts = facts_of(document)
    assert document.document.kind is Kind.PENALTY_DECISION
    assert facts["penalty_types"] == ["警告"]
    assert facts["issuing_authority"] == "扬州市民政局"
    assert facts["decision_date"] == "2023-05-06"
    assert facts["document_number"] == "扬民罚决字〔2023〕8号"
