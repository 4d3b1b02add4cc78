"""Rows of a page: the lines, straightened and put beside each other as a reader's eye would.

A photographed page leans and narrows. Its lines keep their quads on the upright page; for comparing places
they are straightened first: the slope of the long lines, as a linear function of height, is taken out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from dossier.geometry import Box
from dossier.page import Line, Page
from extractors.downwards import find_columns, is_set_downwards, turned
from extractors.text import Fragment, Text

_LEAST_SAMPLES = 4
_SAME_ROW = 0.5


@dataclass(frozen=True, eq=False)
class Row:
    """Fragments that stand on one height, left to right."""

    fragments: tuple[Fragment, ...]

    @cached_property
    def place(self) -> Box:
        """The box around them in the straightened layout."""
        place = self.fragments[0].place
        for fragment in self.fragments[1:]:
            place = place.union(fragment.place)
        return place

    @cached_property
    def text(self) -> Text:
        """Their texts, a tab between."""
        return Text.join("\t", [Text.of(fragment) for fragment in self.fragments])


@dataclass(frozen=True, eq=False)
class Layout:
    """A page as rows."""

    page: Page
    rows: tuple[Row, ...]

    @cached_property
    def text(self) -> Text:
        """The page's text, a row a line."""
        return Text.join("\n", [row.text for row in self.rows])

    @cached_property
    def em(self) -> float:
        """The usual line height, in fractions of the page's height."""
        return median([fragment.em for row in self.rows for fragment in row.fragments] or [0.02])


def arrange(page: Page) -> Layout:
    """The page's lines as rows, top to bottom; texts that are set downwards as rows of their own."""
    slope = _slope(page)
    columns, lines = find_columns(page)
    if columns and is_set_downwards(columns, lines):
        return Layout(
            page, tuple(_rows([Fragment(page, line, box) for line, box in turned(page, columns, lines)]))
        )
    rows = _rows([Fragment(page, line, _straight(page, line, slope)) for line in lines])
    rows += [Row((Fragment(page, column.line, column.box, down=True),)) for column in columns]
    return Layout(page, tuple(sorted(rows, key=_order) if columns else rows))


def _order(row: Row) -> tuple[float, float]:
    """A text set downwards is read where it begins, any other at its middle."""
    down = row.fragments[0].down
    return (row.place.y0 + row.fragments[0].em / 2 if down else row.place.centre[1], row.place.x0)


def _slope(page: Page) -> tuple[float, float]:
    """Slope of the lines in page fractions (dy/dx) as a + b·y, from the lines that are long for their height."""
    samples: list[tuple[float, float]] = []
    for line in page.lines:
        run = line.quad.top_right.x - line.quad.top_left.x
        drop = (
            line.quad.top_right.y - line.quad.top_left.y + line.quad.bottom_right.y - line.quad.bottom_left.y
        )
        height = line.quad.bottom_left.y - line.quad.top_left.y
        if run > 0 and run * page.width > 4 * abs(height) * page.height:
            samples.append((line.box.centre[1], drop / 2 / run))
    if len(samples) < _LEAST_SAMPLES:
        return (median(slope for _, slope in samples) if samples else 0.0), 0.0
    middle = median(slope for _, slope in samples)
    spread = median(abs(slope - middle) for _, slope in samples) or 1e-6
    kept = [(y, slope) for y, slope in samples if abs(slope - middle) <= 4 * spread + 0.01]
    mean_y = sum(y for y, _ in kept) / len(kept)
    mean_slope = sum(slope for _, slope in kept) / len(kept)
    variance = sum((y - mean_y) ** 2 for y, _ in kept)
    if variance < 1e-3 * len(kept):
        return mean_slope, 0.0
    rise = sum((y - mean_y) * (slope - mean_slope) for y, slope in kept) / variance
    return mean_slope - rise * mean_y, rise


def _straight(page: Page, line: Line, slope: tuple[float, float]) -> Box:
    quad = line.quad
    left_y = (quad.top_left.y + quad.bottom_left.y) / 2
    right_y = (quad.top_right.y + quad.bottom_right.y) / 2
    left_x = (quad.top_left.x + quad.bottom_left.x) / 2
    right_x = max(left_x, (quad.top_right.x + quad.bottom_right.x) / 2)
    middle_x, middle_y = (left_x + right_x) / 2, (left_y + right_y) / 2
    lean = slope[0] + slope[1] * middle_y
    height = max(1e-4, (quad.bottom_left.y - quad.top_left.y + quad.bottom_right.y - quad.top_right.y) / 2)
    y = middle_y - lean * (middle_x - 0.5)
    shift = lean * (page.height / page.width) ** 2 * (middle_y - 0.5)
    return Box(left_x + shift, y - height / 2, right_x + shift, y + height / 2)


def _rows(fragments: Sequence[Fragment]) -> list[Row]:
    """Groups of fragments that overlap by half of the lower's height with the row's middle part."""
    groups: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda each: each.place.centre[1]):
        home = next(
            (
                group
                for group in reversed(groups[-4:])
                if any(_side_by_side(fragment.place, other.place) for other in group)
                and all(_may_share(fragment.place, other.place) for other in group)
            ),
            None,
        )
        if home is None:
            groups.append([fragment])
        else:
            home.append(fragment)
    rows = [Row(tuple(sorted(group, key=lambda each: each.place.x0))) for group in groups]
    return sorted(rows, key=lambda row: (row.place.centre[1], row.place.x0))


def _side_by_side(one: Box, other: Box) -> bool:
    return one.vertical_overlap(other) >= _SAME_ROW


def _may_share(one: Box, other: Box) -> bool:
    """Two fragments that stand over each other are never in one row."""
    return one.horizontal_overlap(other) < 0.3
