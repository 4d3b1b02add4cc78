"""Cells of several lines in the rows of a published list."""

from __future__ import annotations

from tests.extractors.pages import Row, facts_of, heading, read

OURS = "扬州市工会干部联谊会"
LONG = "南京市栖霞区手拉手社会组织培育发展中心"


def _entry(y: float, number: int, cells: dict[float, list[str]]) -> list[Row]:
    """A row whose cells' lines stand around its middle."""
    rows: list[Row] = [(0.06, y, str(number), 12.0)]
    for x, lines in cells.items():
        first = y - 0.015 * (len(lines) - 1) / 2
        rows += [(x, first + 0.015 * at, line, 12.0) for at, line in enumerate(lines)]
    return rows


HEADS: list[Row] = [
    (0.06, 0.14, "序号", 12.0),
    (0.12, 0.14, "决定书文号", 12.0),
    (0.32, 0.14, "被处罚单位", 12.0),
    (0.55, 0.14, "处罚内容", 12.0),
    (0.72, 0.14, "作出处罚的机关", 12.0),
    (0.88, 0.14, "决定日期", 12.0),
]


def _list(step: float) -> list[Row]:
    entries = [
        {0.12: ["扬民罚字〔2025〕178", "号"], 0.32: ["淮安市小巷劳模关爱", "基金会"], 0.55: ["撤销登记"]},
        {0.12: ["扬民罚决字", "〔2025〕第48号"], 0.32: [OURS], 0.55: ["没收违法所得、罚", "款500元"]},
        {0.12: ["扬民罚字〔2025〕123", "号"], 0.32: [LONG[:9], LONG[9:18], LONG[18:]], 0.55: ["警告并处", "罚款700元"]},
        {0.12: ["扬民罚字〔2025〕154号"], 0.32: ["宿迁市护工服务协会"], 0.55: ["罚款3200元"]},
    ]  # fmt: skip
    rows: list[Row] = [heading("2025年第二季度行政处罚案件公示表"), *HEADS]
    for number, entry in enumerate(entries):
        day = f"2025.05.2{number}"
        rows += _entry(0.2 + step * number, number + 1, {**entry, 0.72: ["扬州市民政局"], 0.88: [day]})
    return rows


def test_lines_over_and_under_a_rows_middle_are_its_cells() -> None:
    found = facts_of(read(_list(0.06), organization=OURS))

    assert found["document_number"] == "扬民罚决字〔2025〕第48号"
    assert found["penalty_types"] == ["没收违法所得", "罚款"]
    assert found["amount"] == 500.0
    assert found["decision_date"] == "2025-05-21"


def test_a_name_of_three_lines_finds_its_rows_cells() -> None:
    found = facts_of(read(_list(0.06), organization=LONG))

    assert found["document_number"] == "扬民罚字〔2025〕123号"
    assert found["penalty_types"] == ["警告", "罚款"]
    assert found["amount"] == 700.0


def test_another_rows_fine_is_never_taken_where_rows_stand_as_close_as_lines() -> None:
    for name, own in ((OURS, 500.0), (LONG, 700.0)):
        amount = facts_of(read(_list(0.031), organization=name)).get("amount")

        assert amount in (None, own)
