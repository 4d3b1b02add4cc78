"""Cells of a row under the headings of its table, by their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.geometry import Box
from extractors.layout import Row
from extractors.text import Fragment, Text


def heading_above(rows: Sequence[Row], number: int, words: str) -> Row | None:
    """The nearest row above (or at the head of the list) with a cell that matches, and at least two cells."""
    return next(
        (row for row in reversed(rows[:number]) if len(row.fragments) >= 2 and _headed(row, words)), None
    )


def _headed(row: Row, words: str) -> Fragment | None:
    """The first cell of a row that matches."""
    return next((each for each in row.fragments if re.search(words, Text.of(each).compact.string)), None)


def cell_under(heading: Row, row: Row, words: str) -> Text | None:
    """The cell of a row that stands under the heading's cell that matches; None where there is none."""
    head = _headed(heading, words)
    if head is None:
        return None
    below = [each for each in row.fragments if head.place.horizontal_overlap(each.place) > _MOSTLY]
    cells = below or [each for each in row.fragments if nearest(each, heading) is head]
    return Text.join("", [Text.of(cell).compact for cell in cells]) if cells else None


_MOSTLY = 0.5
"""Share of the narrower width from which a cell stands under a heading."""


def nearest(cell: Fragment, heading: Row) -> Fragment:
    """The heading's cell whose middle stands nearest."""
    return min(heading.fragments, key=lambda each: abs(each.place.centre[0] - cell.place.centre[0]))


def whole_cell(heading: Row, rows: Sequence[Row], number: int, words: str) -> Text | None:
    """As `cell_under`, with the lines of the cell that stand over and under its row's middle.

    Rows are told apart by the numbers in the first column: a line is of the row whose number stands nearest, unless a
    line of another row follows as close as if it were the same cell's; then the row's own line is all that is given.
    """
    own = cell_under(heading, rows[number], words)
    head = _headed(heading, words)
    page = rows[number].fragments[0].page
    anchors = [row.fragments[0] for row in rows if row.fragments[0].page is page and _opens(heading, row)]
    if head is None or not anchors:
        return own
    mine = _of_row(rows[number].place, anchors)
    column = [
        each
        for row in rows[max(0, number - _LINES) : number + _LINES + 1]
        for each in row.fragments
        if row is not heading
        and each.page is page
        and each.place.y0 > heading.place.y1
        and head.place.horizontal_overlap(each.place) > _MOSTLY
        and nearest(each, heading) is head
    ]
    column.sort(key=lambda each: each.place.centre[1])
    lines = [each for each in column if _of_row(each.place, anchors) is mine]
    others = [each for each in column if each not in lines]
    close = any(
        max(other.place.y0 - line.place.y1, line.place.y0 - other.place.y1) < _TIGHT * line.place.height
        for other in others
        for line in lines
    )
    return own if close or not lines else Text.join("", [Text.of(line).compact for line in lines])


_LINES = 5
"""Rows of lines over and under a row's middle among which the other lines of its cells stand."""

_TIGHT = 0.35
"""Line heights between the lines of one cell at most, where other rows' keep further away."""


def _opens(heading: Row, row: Row) -> bool:
    """Whether a row begins with its number, under the first heading."""
    first = row.fragments[0]
    numbered = re.fullmatch(r"\d{1,4}", Text.of(first).compact.string)
    return (
        bool(numbered) and row.place.y0 > heading.place.y1 and nearest(first, heading) is heading.fragments[0]
    )


def _of_row(line: Box, anchors: Sequence[Fragment]) -> Fragment:
    """The row's number that a line stands nearest to."""
    return min(anchors, key=lambda each: abs(each.place.centre[1] - line.centre[1]))
