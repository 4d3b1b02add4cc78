"""Rows of a page."""

from __future__ import annotations

from dossier.geometry import Point, Quad
from dossier.page import Line, Page
from extractors.layout import arrange
from tests.extractors.pages import page


def leaning(x: float, y: float, text: str, slope: float) -> Line:
    """A line of a page that leans: its right end lies lower by slope times its length."""
    wide, high = 0.02 * len(text), 0.015
    left, right = y + slope * (x - 0.5), y + slope * (x + wide - 0.5)
    quad = Quad(Point(x, left), Point(x + wide, right), Point(x + wide, right + high), Point(x, left + high))
    return Line(text=text, quad=quad, confidence=1.0, origin="ocr")


def test_cells_of_one_height_are_one_row_left_to_right() -> None:
    rows = arrange(page([(0.6, 0.1, "右"), (0.1, 0.1, "左"), (0.1, 0.2, "下")])).rows

    assert [row.text.string for row in rows] == ["左\t右", "下"]


def test_a_leaning_page_is_straightened() -> None:
    lines = [
        leaning(x, 0.1 + 0.03 * n, words, 0.05)
        for n in range(6)
        for x, words in ((0.1, "单位名称和它的代码"), (0.6, "南京市快递行业协会"))
    ]
    sheet = Page(number=1, width=800, height=1130, origin="ocr", lines=tuple(lines))

    assert [len(row.fragments) for row in arrange(sheet).rows] == [2] * 6


def test_an_empty_page_has_no_rows() -> None:
    assert arrange(page([])).rows == ()
