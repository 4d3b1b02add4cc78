"""Filled forms: ours, and those laid out otherwise."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from openpyxl import Workbook, load_workbook

from extractors.readers import ReaderPool, grids
from flows import errors
from flows.form_template import write_forms
from flows.intake import load_submission

NAME = "南京市蓝海职工服务中心"
FIELDS = {
    "申报单位": NAME,
    "统一社会信用代码": "52320100MJ0000000X",
    "组织类型": "民办非企业单位",
    "法定代表人": "王建国",
    "地址": "南京市鼓楼区中山北路1号",
    "推荐单位": "南京市总工会",
    "申报年度": "2026",
    "申报日期": "2026年11月15日",
}


@pytest.fixture
def standard(criteria: Any) -> Any:
    """The standard that forms are written for."""
    full = [SimpleNamespace(id=each.id, title=each.title, points=6.0) for each in criteria]
    return SimpleNamespace(
        versions=lambda: [(each.id, [each]) for each in full], round=SimpleNamespace(total=100.0)
    )


@pytest.fixture
def materials(tmp_path: Path) -> Path:
    """A folder with evidence and no application yet."""
    root = tmp_path / "材料"
    (root / "组织建设").mkdir(parents=True)
    (root / "组织建设" / "评估等级证书.jpg").write_bytes(b"jpeg")
    (root / "满意度调查.pdf").write_bytes(b"pdf")
    return root


def _check(submission: Any) -> None:
    assert submission.origin == "form"
    assert submission.organization.name == NAME
    assert submission.organization.uscc == "52320100MJ0000000X"
    assert submission.organization.type == "民办非企业单位"
    assert submission.organization.legal_representative == "王建国"
    assert submission.organization.address == "南京市鼓楼区中山北路1号"
    assert submission.recommender == "南京市总工会"
    assert submission.round == "2026"
    assert submission.submitted_at == datetime.fromisoformat("2026-11-15T00:00:00+08:00")
    assert [(claim.criterion, claim.points) for claim in submission.claims] == [("2.6", 6.0), ("6.1", 4.5)]
    assert submission.claims[0].statement == "5A级社会组织"
    assert submission.claims[0].files == ("组织建设/评估等级证书.jpg",)
    assert submission.claims[1].files == ("满意度调查.pdf", "没有.pdf")


def _fill_xlsx(path: Path) -> None:
    workbook = load_workbook(path)
    sheet: Any = workbook.worksheets[0]
    for row in sheet.iter_rows():
        label = row[0].value
        if label in FIELDS:
            row[2].value = FIELDS[label]
        if label == "2.6":
            row[3].value, row[4].value, row[5].value = 6, "5A级社会组织", "评估等级证书.jpg"
        if label == "6.1":
            row[3].value, row[5].value = "4.5分", "满意度调查、没有.pdf"
    workbook.save(path)


def test_our_xlsx_form_comes_back_as_it_was_filled(materials: Path, standard: Any, criteria: Any) -> None:
    written = write_forms(standard, materials)
    written[0].unlink()
    _fill_xlsx(written[1])
    submission, files = load_submission(materials, criteria)
    _check(submission)
    assert submission.application == "申报表.xlsx"
    assert "申报表.xlsx" in [name for name, _ in files]


def test_our_docx_form_comes_back_as_it_was_filled(materials: Path, standard: Any, criteria: Any) -> None:
    written = write_forms(standard, materials)
    written[1].unlink()
    document = docx.Document(str(written[0]))
    about, table = document.tables
    for row in about.rows:
        row.cells[1].text = FIELDS[row.cells[0].text]
    for row in table.rows:
        if row.cells[0].text == "2.6":
            row.cells[3].text, row.cells[4].text, row.cells[5].text = "6", "5A级社会组织", "评估等级证书"
        if row.cells[0].text == "6.1":
            row.cells[3].text, row.cells[5].text = "4.5", "满意度调查.pdf\n没有.pdf"
        if row.cells[0].text == "自评总分":
            row.cells[3].text = "10.5分"
    document.save(str(written[0]))
    submission, _ = load_submission(materials, criteria)
    _check(submission)
    assert submission.claimed_total == 10.5


def test_the_forms_are_found_by_content_under_any_name(materials: Path, standard: Any, criteria: Any) -> None:
    written = write_forms(standard, materials)
    written[0].unlink()
    _fill_xlsx(written[1])
    written[1].rename(materials / "表格 (1).xlsx")
    Workbook().save(materials / "名册.xlsx")
    assert load_submission(materials, criteria)[0].application == "表格 (1).xlsx"


def test_forms_never_overwrite(materials: Path, standard: Any) -> None:
    write_forms(standard, materials)
    with pytest.raises(errors.FormExistsError, match=r"申报表\.docx"):
        write_forms(standard, materials)


def _sheet(materials: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> None:
    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for span in merged:
        sheet.merge_cells(span)
    workbook.save(materials / "申报表.xlsx")


OTHER_LAYOUT: list[list[object]] = [
    ["2026年服务职工优秀社会组织申报表"],
    ["单 位 名 称", NAME, None, "社会信用代码：", "52320100MJ0000000X"],
    ["类  型", "民办非企业单位", None, "法人代表", "王建国"],
    ["住所", "南京市鼓楼区中山北路1号", None, "推荐工会", "南京市总工会"],
    ["一级指标", "评估内容", "分值", "自评得分", "佐证材料", "情况说明"],
    ["二、组织建设", None, 25, 6, None, None],
    ["组织建设", "评估等级达到3A以上", 6, "６", "评估等级证书.jpg", "5A级社会组织"],
    ["组织建设", "有固定的办公场所", 3, None, None, None],
    ["六、社会影响", None, 20, 4.5, None, None],
    ["社会影响", "职工满意度达到70%以上", 5, 4.5, "满意度调查.pdf；没有.pdf", None],
    ["合  计", None, 100, 10.5, None, None],
    ["填表时间：2026.11.15"],
]


def test_a_form_laid_out_otherwise_is_read_by_its_labels(materials: Path, criteria: Any) -> None:
    _sheet(materials, OTHER_LAYOUT, ["A1:F1", "B2:C2", "B3:C3", "B4:C4", "A6:B6", "A11:B11"])
    submission, _ = load_submission(materials, criteria)
    _check(submission)
    assert submission.claimed_total == 10.5


def test_labels_above_their_values_are_read_too(materials: Path, criteria: Any) -> None:
    rows: list[list[object]] = [
        ["申报单位（盖章）", "申报年度", "申报日期"],
        [NAME, "2026年度", datetime(2026, 11, 15)],  # noqa: DTZ001 - a workbook's dates have no zone
        ["编号", "标准", "自评分"],
        [2.6, "评估等级", 6],
    ]
    _sheet(materials, rows)
    submission, _ = load_submission(materials, criteria)
    assert submission.organization.name == NAME
    assert submission.round == "2026"
    assert submission.submitted_at is not None
    assert submission.submitted_at.isoformat() == "2026-11-15T00:00:00+08:00"
    assert submission.claims[0].criterion == "2.6"


def test_labels_in_paragraphs_are_read(materials: Path, criteria: Any) -> None:
    document = docx.Document()
    document.add_paragraph(f"申报单位：{NAME}    推荐单位：南京市总工会")
    document.add_paragraph("填报日期：2026年11月15日")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("序号", "评选标准", "自评分"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("1", "设区市级以上主流媒体的正面报道", "5"), strict=True):
        cell.text = text
    document.save(str(materials / "申报表.docx"))
    submission, _ = load_submission(materials, criteria)
    assert (submission.organization.name, submission.recommender) == (NAME, "南京市总工会")
    assert submission.round == "2026"
    assert [claim.criterion for claim in submission.claims] == ["6.3"]


def _change(row: int, column: int, value: object) -> list[list[object]]:
    rows = [list(each) for each in OTHER_LAYOUT]
    rows[row][column] = value
    return rows


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (_change(6, 3, "六分"), "第 7 行：应为数字，现为文字“六分”"),
        (_change(6, 3, -6), "第 7 行：不能是负数"),
        (_change(6, 1, "其他工作突出"), "第 7 行：认不出对应哪一条标准（“其他工作突出”）"),
        (_change(9, 1, "评估等级达3A以上"), "标准 2.6 申报了两次（另一处：Sheet第 7 行）"),
        (_change(11, 0, "填表时间：2026.15.40"), "申报日期：时间写法不对"),
    ],
)
def test_mistakes_in_a_form_are_told_by_row(
    materials: Path, criteria: Any, rows: list[list[object]], told: str
) -> None:
    _sheet(materials, rows)
    with pytest.raises(errors.ApplicationInvalidError) as caught:
        load_submission(materials, criteria)
    assert told in caught.value.where


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (_change(1, 1, None), "找不到申报单位名称"),
        (_change(4, 3, "备用"), "找不到自评打分表"),
    ],
)
def test_a_form_without_its_heart_is_refused(
    materials: Path, criteria: Any, rows: list[list[object]], what: str
) -> None:
    _sheet(materials, rows)
    with pytest.raises(errors.ApplicationInvalidError, match=what):
        load_submission(materials, criteria)


def _encrypted(path: Path) -> None:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [_encrypted, _empty])
def test_a_form_that_can_not_be_opened_is_told(
    materials: Path, criteria: Any, spoil: Callable[[Path], None]
) -> None:
    spoil(materials / "申报表.xlsx")
    with pytest.raises(errors.ApplicationBrokenError, match="打不开"):
        load_submission(materials, criteria)


def test_a_form_is_opened_by_a_reading_process_alone(
    materials: Path, standard: Any, criteria: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = write_forms(standard, materials)
    written[0].unlink()
    _fill_xlsx(written[1])
    monkeypatch.setattr(grids, "read_grids", lambda _: pytest.fail("the program opened it itself"))
    with ReaderPool(1) as pool:
        _check(load_submission(materials, criteria, pool=pool)[0])
