"""Cells of a row under the headings of its table, by their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layout import Row
from extractors.text import Fragment, Text


def heading_above(rows: Sequence[Row], number: int, words: str) -> Row | None:
    """The nearest row above (or at the head of the list) with a cell that matches, and at least two cells."""
    pattern = re.compile(words)
    for row in reversed(rows[:number]):
        if len(row.fragments) >= 2 and any(
            pattern.search(Text.of(each).compact.string) for each in row.fragments
        ):
            return row
    return None


def cell_under(heading: Row, row: Row, words: str) -> Text | None:
    """The cell of a row that stands under the heading's cell that matches; None where there is none."""
    pattern = re.compile(words)
    head = next((each for each in heading.fragments if pattern.search(Text.of(each).compact.string)), None)
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
