"""Workbooks: xlsx by openpyxl, xls by xlrd. Values as printed; no formula is evaluated; hidden rows are left out."""

import datetime as dt
import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.page import Problem, ProblemCode
from extractors.readers import limits, messages
from extractors.readers.cell_text import cell_text
from extractors.readers.errors import CorruptFile, EncryptedFile
from extractors.readers.laid_out import LaidOutSource, Picture
from extractors.readers.layout import Cell, Row, paragraph, width_of
from extractors.readers.office import check_office
from extractors.readers.packed import Package, parse_xml

Object = Any
"""A workbook, sheet or cell of openpyxl or xlrd, neither of which has types."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A printed cell: row and column from 0, and how many columns it spans where it is merged."""

    row: int
    column: int
    span: int
    text: str


def open_xlsx(path: Path) -> LaidOutSource:
    """The workbook's visible sheets as rows, and its pictures."""
    problems: list[Problem] = []
    with Package(path) as package:
        check_office(package)
        pictures = [
            Picture(package.data(name), f"第{number}张图片")
            for number, name in enumerate(
                (name for name in package.names if name.startswith("xl/media/")), start=1
            )
        ]
        boxes = list(_text_boxes(package))
    rows: list[Row] = []
    budget = limits.MAX_CELLS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import openpyxl

        # By its name openpyxl would refuse a workbook that an applicant calls otherwise.
        with path.open("rb") as file:
            book: Object = openpyxl.load_workbook(file, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        cells = _xlsx_cells(sheet, budget)
        budget -= len(cells)
        rows.extend(_rows(sheet.title, cells))
    book.close()
    rows.extend(paragraph(text, "文本框") for text in boxes)
    if budget <= 0:
        problems.append(_too_many())
    return LaidOutSource(rows, pictures, problems)


def _too_many() -> Problem:
    message = messages.TOO_MANY_CELLS.format(limit=limits.MAX_CELLS)
    return Problem(code=ProblemCode.TOO_LARGE, message=message, fatal=False)


def _text_boxes(package: Package) -> Iterable[str]:
    for name in package.names:
        if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
            for element in parse_xml(package.data(name)).iter(f"{_A}p"):
                text = "".join(part.text or "" for part in element.iter(f"{_A}t"))
                if text.strip():
                    yield text


def _xlsx_cells(sheet: Object, budget: int) -> list[SheetCell]:
    hidden_rows = {number for number, size in sheet.row_dimensions.items() if size.hidden}
    hidden_columns = _hidden_columns(sheet)
    spans = {
        (area.min_row, area.min_col): area.max_col - area.min_col + 1 for area in sheet.merged_cells.ranges
    }
    cells: list[SheetCell] = []
    # Not iter_rows, which makes each cell up to the last: one far out would make millions.
    for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001
        if cell.value is None or row in hidden_rows or column in hidden_columns:
            continue
        if len(cells) >= budget:
            return cells
        text = cell_text(cell.value, cell.number_format or "General").strip()
        if text:
            cells.append(SheetCell(row - 1, column - 1, spans.get((row, column), 1), text))
    return cells


def _hidden_columns(sheet: Object) -> set[int]:
    hidden: set[int] = set()
    for size in sheet.column_dimensions.values():
        if size.hidden and size.min is not None:
            hidden.update(range(size.min, min(size.max or size.min, 1000) + 1))
    return hidden


def open_xls(path: Path) -> LaidOutSource:
    """The old workbook's visible sheets as rows."""
    import xlrd

    try:
        try:
            book = xlrd.open_workbook(str(path), formatting_info=True, logfile=_Silent())
        except (NotImplementedError, AssertionError, IndexError, KeyError):
            book = xlrd.open_workbook(str(path), logfile=_Silent())
    except xlrd.biffh.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise EncryptedFile(messages.ENCRYPTED_OFFICE) from error
        raise CorruptFile(messages.CORRUPT) from error
    rows: list[Row] = []
    budget = limits.MAX_CELLS
    for sheet in book.sheets():
        if sheet.visibility == 0:
            cells = _xls_cells(book, sheet, budget)
            budget -= len(cells)
            rows.extend(_rows(sheet.name, cells))
    return LaidOutSource(rows, [], [_too_many()] if budget <= 0 else [])


class _Silent:
    """Takes what xlrd has to say."""

    def write(self, _: str) -> None:
        """Drops it."""

    def flush(self) -> None:
        """Nothing to do."""


def _xls_cells(book: Object, sheet: Object, budget: int) -> list[SheetCell]:
    import xlrd

    spans = {(top, left): right - left for top, _, left, right in sheet.merged_cells}
    cells: list[SheetCell] = []
    for row in range(sheet.nrows):
        if row in sheet.rowinfo_map and sheet.rowinfo_map[row].hidden:
            continue
        for column in range(sheet.row_len(row)):
            if len(cells) >= budget:
                return cells
            cell = sheet.cell(row, column)
            if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
                continue
            if column in sheet.colinfo_map and sheet.colinfo_map[column].hidden:
                continue
            text = _xls_text(book, cell).strip()
            if text:
                cells.append(SheetCell(row, column, spans.get((row, column), 1), text))
    return cells


def _xls_text(book: Object, cell: Object) -> str:
    import xlrd

    shape = "General"
    if book.formatting_info and cell.xf_index is not None:
        found = book.format_map.get(book.xf_list[cell.xf_index].format_key)
        shape = found.format_str if found is not None else "General"
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            moment: dt.datetime = xlrd.xldate_as_datetime(cell.value, book.datemode)
        except (ValueError, OverflowError, xlrd.xldate.XLDateError):
            return cell_text(float(cell.value), "General")
        return cell_text(moment, shape if shape != "General" else "yyyy-mm-dd")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return cell_text(bool(cell.value), shape)
    return cell_text(cell.value, shape)


def _rows(title: str, cells: list[SheetCell]) -> list[Row]:
    """The cells as rows; columns are as wide as their text asks for, empty columns have no width."""
    if not cells:
        return []
    widths: dict[int, float] = {}
    for cell in cells:
        longest = max(width_of(line) for line in cell.text.split("\n"))
        wanted = min(30.0, max(4.0, longest + 1)) / cell.span
        for column in range(cell.column, cell.column + cell.span):
            widths[column] = max(widths.get(column, 0.0), wanted)
    total = sum(widths.values())
    edges: dict[int, tuple[float, float]] = {}
    at = 0.0
    for column in sorted(widths):
        edges[column] = (at / total, (at + widths[column]) / total)
        at += widths[column]
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        locator = f"表“{title}”{column_name(cell.column)}{cell.row + 1}"
        start, end = edges[cell.column][0], edges[cell.column + cell.span - 1][1]
        rows.setdefault(cell.row, []).append(Cell(cell.text, locator, start, end, ruled=True))
    return [tuple(rows[row]) for row in sorted(rows)]


def column_name(column: int) -> str:
    """The letters of a column counted from 0: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
