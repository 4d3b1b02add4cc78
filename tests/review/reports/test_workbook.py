"""report.xlsx, opened with another library."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from dossier.report import Report
from review.reports import ReportFiles
from review.reports.places import gather
from review.reports.view import lay_out
from review.reports.workbook import LONGEST_CELL, render_workbook
from tests.review.reports.drawn import DrawnPages
from tests.review.reports.sample import NAME, TITLES

LISTS = {"差异": 12, "逐项核验": 23, "材料": 16, "事实": 29}


@pytest.fixture(scope="module")
def book(files: ReportFiles) -> Workbook:
    return openpyxl.load_workbook(files.xlsx)


def test_the_sheets_are_those_that_were_agreed(book: Workbook):
    assert book.sheetnames == ["概览", *LISTS]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_filters_and_a_frozen_head(book: Workbook, name: str):
    sheet = book[name]
    assert sheet.max_row == LISTS[name] + 1
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.freeze_panes == "B2"


def test_the_overview_tells_claimed_and_supported_points_as_numbers(book: Workbook):
    told = {row[0]: row[1] for row in book["概览"].iter_rows(values_only=True) if row[0]}
    assert told["单位"] == NAME
    assert told["自评总分"] == 92
    assert told["证据支持（下限）（暂定分值）"] == 61.5
    assert told["推荐条件"] == "不符合推荐条件"


def test_points_and_shares_are_numbers_in_their_format(book: Workbook):
    finding, document = book["逐项核验"], book["材料"]
    assert (finding["D2"].value, finding["D2"].number_format) == (3, "0.##")
    assert (document["C3"].value, document["C3"].number_format) == (0.99, "0%")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "http://", "{=", '=HYPERLINK("x","y")'])
def test_what_looks_like_a_formula_stays_text(report: Report, pages: DrawnPages, start: str):
    nasty = report.discrepancies[0].model_copy(update={"message": f"{start}1+1"})
    changed = report.model_copy(update={"discrepancies": (nasty,)})
    written = render_workbook(lay_out(changed, TITLES, gather(changed, pages)), TITLES, "X")
    cell = openpyxl.load_workbook(io.BytesIO(written))["差异"]["E2"]
    assert cell.data_type == "s"
    assert cell.value == f"{start}1+1"
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "worksheets" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets


def test_a_text_longer_than_a_cell_is_cut(report: Report, pages: DrawnPages):
    long = report.discrepancies[0].model_copy(update={"message": "长" * 40_000})
    changed = report.model_copy(update={"discrepancies": (long,)})
    written = render_workbook(lay_out(changed, TITLES, gather(changed, pages)), TITLES, "X")
    assert openpyxl.load_workbook(io.BytesIO(written))["差异"]["E2"].value == "长" * LONGEST_CELL


def test_the_day_of_making_is_the_reference_date(book: Workbook):
    assert book.properties.created is not None
    assert book.properties.created.date().isoformat() == "2026-11-15"
