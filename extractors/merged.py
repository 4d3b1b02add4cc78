"""Which rows of a table a value in a merged cell speaks for, where the cell's own lines can't be seen.

A merged cell's text stands in its middle. So the cells of a column tile the table's rows: the first begins at the first
row and ends as far under its text as it began over it, the next begins there. Where the rows don't come out even, the
column isn't made so, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from dossier.geometry import Box
from extractors.layout import Row
from extractors.text import Fragment
from extractors.values import T, Value

_OFF = 0.22
"""Share of a row by which a text may lie off its cell's middle: one row more or less would move the middle by half."""

_SAME_COLUMN = 0.5
"""Share of the narrower width from which cells stand over each other."""

_GAP = 1.8
"""A table's rows follow each other at most so many times as far as its first two: notes may stand under it."""

_FEWEST = 2
"""Rows from which their usual distance is known."""


def merged_over(
    rows: Sequence[Row], name: Fragment, head: Fragment, values: Sequence[Value[T]]
) -> Value[T] | None:
    """The value under a heading whose cell spans the name's row; None where that can't be told.

    `rows` are the paper's, `values` those that may stand in the column under `head`.
    """
    below = [
        each
        for row in rows
        for each in row.fragments
        if each.page is name.page and each.place.y0 > head.place.y1
    ]
    names = [each for each in below if each.place.horizontal_overlap(name.place) > _SAME_COLUMN]
    names = _unbroken(sorted(names, key=lambda each: each.place.y0))
    under = set(map(id, (each for each in below if each.place.horizontal_overlap(head.place) > 0)))
    column = sorted(
        (value for value in values if id(value.text.fragments[0]) in under),
        key=lambda value: value.text.fragments[0].place.y0,
    )
    cells = tiles([each.place for each in names], [value.text.fragments[0].place for value in column])
    spans = zip(column, cells or [], strict=False)
    return next((value for value, cell in spans if name in names[cell.start : cell.stop]), None)


def _unbroken(column: list[Fragment]) -> list[Fragment]:
    kept = column[:2]
    for each in column[2:]:
        if each.place.y0 - kept[-1].place.y0 > _GAP * (kept[1].place.y0 - kept[0].place.y0):
            break
        kept.append(each)
    return kept


def tiles(rows: Sequence[Box], texts: Sequence[Box]) -> list[range] | None:
    """For each text, top to bottom, the rows of its cell, by their positions in `rows`; None where they don't come out even.

    Both are to be in order, and of one table on one page.
    """
    if len(rows) < max(_FEWEST, len(texts)):
        return None
    step = median(below.centre[1] - above.centre[1] for above, below in pairwise(rows))
    found: list[range] = []
    first = 0
    for text in texts:
        last = min(range(first, len(rows)), key=lambda number: _off(rows[first], rows[number], text))
        if _off(rows[first], rows[last], text) > _OFF * step:
            return None
        found.append(range(first, last + 1))
        first = last + 1
        if first == len(rows):
            break
    if len(found) < len(texts) or first < len(rows) or _may_be_aligned(found):
        return None
    return found


def _may_be_aligned(cells: Sequence[range]) -> bool:
    """Whether each text stands beside a row, and one at the table's end, as texts at the top or foot of their cells do."""
    odd = all(len(cell) % 2 for cell in cells)
    return odd and 1 in (len(cells[0]), len(cells[-1])) and any(len(cell) > 1 for cell in cells)


def _off(first: Box, last: Box, text: Box) -> float:
    """How far a text lies off the middle between its cell's first and last row."""
    return abs((first.y0 + last.y1) / 2 - text.centre[1])
