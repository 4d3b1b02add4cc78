"""Writes the empty application forms, docx and xlsx, for a standard."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from flows import messages
from flows.errors import FormExistsError
from flows.form_labels import PLACE_NAMES

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell

    from rubric import Criterion, Rubric

STEM = "申报表"
TITLE = "服务职工优秀社会组织申报表"
HINT = "自评分填数字；证明材料填文件名，多个用顿号隔开；不申报的标准留空。"
TYPES = ("社会团体", "民办非企业单位", "基金会")
FIELDS = tuple(name for name in PLACE_NAMES if name != "claimed_total")
HEADINGS = ("序号", "标准", "满分", "自评分", "自评说明", "证明材料文件")
WIDTHS_XLSX = (8, 44, 8, 10, 34, 40)
WIDTHS_CM = (1.4, 6.2, 1.4, 1.8, 6.2, 7.6)
POINTS_COLUMN = 4


def write_forms(standard: "Rubric", folder: Path) -> tuple[Path, Path]:
    """The two files that were written, docx and xlsx. FormExistsError rather than overwrite one."""
    targets = folder / f"{STEM}.docx", folder / f"{STEM}.xlsx"
    for target in targets:
        if target.exists():
            raise FormExistsError(
                messages.FORM_EXISTS.format(path=target), advice=messages.FORM_EXISTS_ADVICE
            )
    folder.mkdir(parents=True, exist_ok=True)
    _write_docx(standard, targets[0])
    _write_xlsx(standard, targets[1])
    return targets


def latest_criteria(standard: "Rubric") -> Iterator["Criterion"]:
    """Each criterion in its newest version, in order of ids."""
    for _, versions in standard.versions():
        yield versions[-1]


def _write_xlsx(standard: "Rubric", target: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill, Side
    from openpyxl.styles.borders import Border
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = STEM
    thin = Side(style="thin", color="999999")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    wrap = Alignment(wrap_text=True, vertical="center")
    shade = PatternFill("solid", start_color="EDEDED")
    for column, width in enumerate(WIDTHS_XLSX, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.cell(1, 1, TITLE).font = Font(bold=True, size=16)
    sheet.cell(2, 1, HINT).alignment = wrap
    for row in (1, 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(HEADINGS))
    row = 3
    for name in FIELDS:
        sheet.cell(row, 1, PLACE_NAMES[name]).fill = shade
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=len(HEADINGS))
        sheet.cell(row, 3).number_format = "@"
        if name == "type":
            choice = DataValidation(type="list", formula1=f'"{",".join(TYPES)}"', allow_blank=True)
            sheet.add_data_validation(choice)
            choice.add(sheet.cell(row, 3))
        row += 1
    for column, heading in enumerate(HEADINGS, start=1):
        cell = sheet.cell(row, column, heading)
        cell.fill, cell.font = shade, Font(bold=True)
    first = row + 1
    for row, criterion in enumerate(latest_criteria(standard), start=first):
        sheet.cell(row, 1, criterion.id).number_format = "@"
        sheet.cell(row, 2, criterion.title)
        sheet.cell(row, 3, criterion.points)
        limit = DataValidation(
            type="decimal",
            operator="between",
            formula1="0",
            formula2=f"{criterion.points:g}",
            allow_blank=True,
        )
        sheet.add_data_validation(limit)
        limit.add(sheet.cell(row, POINTS_COLUMN))
    letter = get_column_letter(POINTS_COLUMN)
    sheet.cell(row + 1, 1, PLACE_NAMES["claimed_total"])
    sheet.merge_cells(start_row=row + 1, start_column=1, end_row=row + 1, end_column=2)
    sheet.cell(row + 1, 3, standard.round.total)
    sheet.cell(row + 1, POINTS_COLUMN, f"=SUM({letter}{first}:{letter}{row})")
    for cells in sheet.iter_rows(3, row + 1, 1, len(HEADINGS)):
        for cell in cells:
            cell.border, cell.alignment = border, wrap
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{first - 1}:{first - 1}"
    workbook.save(target)


def _write_docx(standard: "Rubric", target: Path) -> None:
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2.5)
    _set_font(document)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(TITLE)
    run.bold, run.font.size = True, Pt(16)
    document.add_paragraph(HINT)
    about = document.add_table(rows=0, cols=2, style="Table Grid")
    for name in FIELDS:
        label, value = about.add_row().cells
        label.text = PLACE_NAMES[name]
        label.width, value.width = Cm(5), Cm(19.6)
    document.add_paragraph()
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    _fill(table.rows[0].cells, HEADINGS)
    for criterion in latest_criteria(standard):
        _fill(table.add_row().cells, (criterion.id, criterion.title, f"{criterion.points:g}", "", "", ""))
    total = table.add_row().cells
    _fill(total, ("", "", f"{standard.round.total:g}", "", "", ""))
    total[0].merge(total[1]).text = PLACE_NAMES["claimed_total"]
    document.save(str(target))


def _fill(cells: "tuple[_Cell, ...]", texts: tuple[str, ...]) -> None:
    from docx.shared import Cm

    for cell, text, width in zip(cells, texts, WIDTHS_CM, strict=True):
        cell.text = text
        cell.width = Cm(width)


def _set_font(document: "WordDocument") -> None:
    """Chinese characters in 宋体: Word looks for their font in an attribute of its own."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = document.styles["Normal"]
    style.font.name = "Times New Roman"  # type: ignore[attr-defined]
    style.font.size = Pt(10.5)  # type: ignore[attr-defined]
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
