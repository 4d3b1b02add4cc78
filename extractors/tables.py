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
    cells = [each for each in row.fragments if _under(head, each, heading)]
    return Text.join("", [Text.of(cell).compact for cell in cells]) if cells else None


def _under(head: Fragment, cell: Fragment, heading: Row) -> bool:
    """Whether a cell overlaps the heading's cell, or stands nearer to it than to its neighbours."""
    if head.place.horizontal_overlap(cell.place) > 0.5:
        return True
    nearest = min(heading.fragments, key=lambda each: abs(each.place.centre[0] - cell.place.centre[0]))
    return nearest is head
