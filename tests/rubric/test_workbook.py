"""The office's workbook: what is exported is read again as the same standard, and each fault names its cell."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

import rubric
from rubric import RubricError, RubricProblem
from rubric.flat import PathError, flatten, unflatten
from rubric.sheet_reading import from_workbook
from rubric.sheet_writing import to_workbook
from rubric.uploads import from_file
from tests.rubric.builders import changed, criterion

SHIPPED = rubric.load()
BOOK = to_workbook(SHIPPED)


def edited(change: Callable[[Any], object]) -> bytes:
    """The shipped standard's workbook after a change, saved as a spreadsheet program would."""
    book: Any = load_workbook(io.BytesIO(BOOK))
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def faults(change: Callable[[Any], object]) -> tuple[RubricProblem, ...]:
    with pytest.raises(RubricError) as refused:
        from_workbook(edited(change), "标准.xlsx")
    return refused.value.problems


def put(sheet: str, cell: str, value: object) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book[sheet][cell] = value

    return change


def test_what_is_exported_comes_back_as_it_was():
    found, text = from_workbook(BOOK, "标准.xlsx")
    assert found.model_copy(update={"sha256": SHIPPED.sha256}) == SHIPPED
    assert from_workbook(to_workbook(found), "标准.xlsx") == (found, text)
    assert from_file(text, "标准.yaml")[0] == found


def test_versions_and_odd_names_come_back_too():
    def change(data: dict[str, Any]) -> None:
        first = criterion(data, "2.5")
        first["effective"]["until"] = "2026-12-31"
        second = {**first, "effective": {"since": "2027-01-01"}, "title": "=SUM(1) 新版"}
        second["check"] = {**first["check"], "conclusions": {"合格/优": 4, "#1~": 2}}
        data["criteria"].insert(9, second)

    standard = changed(change)
    found, _ = from_workbook(to_workbook(standard), "标准.xlsx")
    assert found.model_copy(update={"sha256": standard.sha256}) == standard


def test_what_the_office_edits_is_what_is_read():
    def change(book: Any) -> None:
        rows = {row[0].value: row[0].row for row in book["条款"].iter_rows()}
        book["条款"].cell(rows["6.2"], 6).value = 5
        book["条款"].cell(rows["6.3"], 6).value = "6"
        book["条款"].cell(rows["6.2"], 8).value = date(2023, 2, 1)
        book["条款"].cell(rows["6.3"], 8).value = "2023/2/1"
        for row in book["参数"].iter_rows():
            if (row[0].value, row[1].value) == ("6.2", "tiers/national"):
                row[2].value = 5
            if (row[0].value, row[1].value) in {("6.3", "tiers/national"), ("6.3", "tiers/provincial")}:
                row[2].value = 6
        for row in book["样例"].iter_rows():
            if row[0].value in {"6.2", "6.3"} and isinstance(row[10].value, int | float):
                row[10].value = min(row[10].value, 5 if row[0].value == "6.2" else 6)
        book.create_sheet("备注")["A1"] = "本单位自己的话"
        book["部分"]["F1"] = "备注"

    found, _ = from_workbook(edited(change), "标准.xlsx")
    award, media = (next(each for each in found.criteria if each.id == name) for name in ("6.2", "6.3"))
    assert (award.points, media.points) == (5, 6)
    assert str(award.effective.since) == str(media.effective.since) == "2023-02-01"


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (put("条款", "F2", "六"), "“条款”表 F2 单元格", "应为数字"),
        (put("条款", "B2", None), "“条款”表 B2 单元格", "缺少这一项"),
        (put("条款", "J2", "guess"), "“条款”表", "没有判定方式“guess”"),
        (put("条款", "F2", 4), "", "第 1 部分各条合计 16 分"),
        (put("条款", "C2", "九"), "“条款”表第 2 行", "不在通知的条目之中"),
        (put("条款", "H2", "去年"), "“条款”表 H2 单元格", "应为日期"),
        (put("条款", "G2", "maybe"), "“条款”表 G2 单元格", "不在允许的取值"),
        (put("材料", "A2", "9.9"), "“材料”表 A2 单元格", "没有“9.9”"),
        (put("材料", "B3", "study_record"), "“材料”表 B3 单元格", "重复出现"),
        (put("材料", "B2", "novel"), "“材料”表 B2 单元格", "不在允许的取值"),
        (put("参数", "C2", "三"), "“参数”表 C2 单元格", "应为整数"),
        (put("参数", "B2", "a//b"), "“参数”表 B2 单元格", "写法不对"),
        (put("结果", "C2", "perhaps"), "“结果”表 C2 单元格", "不在允许的取值"),
        (put("结果", "B3", "supported"), "“结果”表 B3 单元格", "重复出现"),
        (put("样例", "D2", "good"), "“样例”表 D2 单元格", "不在允许的取值"),
        (put("样例", "B3", 1), "“样例”表 B3 单元格", "重复出现"),
        (put("样例材料", "B2", 9), "“样例材料”表 B2 单元格", "没有序号为“9”"),
        (put("样例材料", "E2", "a: ["), "“样例材料”表 E2 单元格", "事实写法不对"),
        (put("样例材料", "D2", "novel"), "“样例材料”表 D2 单元格", "不在允许的取值"),
        (put("部分", "D2", "多"), "“部分”表 D2 单元格", "应为数字"),
        (put("部分", "D1", "分"), "部分", "缺少列：分值"),
        (lambda book: book.remove(book["参数"]), "", "缺少“参数”表"),
    ],
)
def test_a_fault_names_the_sheet_and_the_cell(change: Callable[[Any], object], place: str, said: str) -> None:
    found = faults(change)
    assert any(place in problem.place and said in problem.line for problem in found), [
        each.line for each in found
    ]


def test_faults_of_the_workbook_and_of_its_cells_are_told_together():
    def change(book: Any) -> None:
        book["材料"]["A5"], book["条款"]["F2"], book["条款"]["B3"] = "9.9", "六", None

    found = faults(change)
    assert [each.place for each in found] == [
        "“材料”表 A5 单元格",
        "“条款”表 F2 单元格",
        "“条款”表 B3 单元格",
    ]


def test_what_is_no_workbook_is_refused_unopened():
    bomb = io.BytesIO()
    Workbook().save(bomb)
    for content in (b"PK\x03\x04 nothing", b"PK\x03\x04" + b"\0" * (5 << 20), bomb.getvalue()):
        with pytest.raises(RubricError):
            from_file(content, "标准.xlsx")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: &x [1]\nb: *x\n", "第 2 行用了 YAML 别名"),
        (b"# " + b"x" * (3 << 20), "文件太大"),
        (b"a: [", "不是有效的 YAML"),
    ],
)
def test_yaml_that_would_unfold_or_is_none_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(RubricError) as refused:
        from_file(content, "标准.yaml")
    assert said in refused.value.problems[0].line


@pytest.mark.parametrize(
    "value", [{"a/b": {"#": 1, "~": [{"x": 1.5}, {"x": "y"}]}, "words": ["甲", "乙"], "none": []}]
)
def test_rows_of_paths_are_the_value_again(value: dict[str, Any]) -> None:
    assert unflatten((path, each) for path, each in flatten(value).items()) == value


@pytest.mark.parametrize(
    "rows", [[("", 1)], [("a", 1), ("a", 2)], [("a", 1), ("a/b", 2)], [("a/#1", 1), ("a/b", 2)], [("#0", 1)]]
)
def test_paths_that_contradict_each_other_are_refused(rows: list[tuple[str, Any]]) -> None:
    with pytest.raises(PathError):
        unflatten(rows)
