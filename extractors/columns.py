"""Reading order in columns, as on a newspaper's page: recursive cuts along the white between blocks."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout import Layout
from extractors.text import Fragment, Text

_SAME_HEIGHT = 0.6

_FEWEST = 3
"""A block of fewer lines is not cut any more."""

_BRIDGES = 4
"""Rows at the head or foot of a block that may span its columns close by: a headline, a subtitle, a line of editors."""


def column_text(fragments: Sequence[Fragment]) -> Text:
    """The fragments' text, column by column, a line each."""
    return Text.join("\n", [Text.of(fragment) for fragment in _ordered(list(fragments))])


def in_columns(layouts: Sequence[Layout]) -> Text:
    """All that the pages say, column after column: a headline may span fewer columns than its article."""
    return Text.join(
        "\n", [column_text([each for row in layout.rows for each in row.fragments]) for layout in layouts]
    )


def _ordered(block: list[Fragment]) -> list[Fragment]:
    if len(block) > _FEWEST:
        for cut in (_beside, _below, _past_bridges):
            halves = cut(block)
            if halves:
                return _ordered(halves[0]) + _ordered(halves[1])
    return [fragment for row in _rows(block) for fragment in row]


def _rows(block: list[Fragment]) -> list[list[Fragment]]:
    """Top to bottom; those that share a height left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(block, key=lambda each: each.place.centre[1]):
        if rows and fragment.place.vertical_overlap(rows[-1][0].place) > _SAME_HEIGHT:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda each: each.place.x0) for row in rows]


def _beside(block: list[Fragment]) -> tuple[list[Fragment], list[Fragment]] | None:
    """Left and right of the widest white column, where both sides have several lines."""
    ordered = sorted(block, key=lambda fragment: fragment.place.x0)
    reach, best, at = ordered[0].place.x1, 0.0, 0
    for index, fragment in enumerate(ordered[1:], start=1):
        gap = fragment.place.x0 - reach
        if gap > max(best, 0.4 * fragment.em_wide):
            best, at = gap, index
        reach = max(reach, fragment.place.x1)
    left, right = ordered[:at], ordered[at:]
    return (left, right) if min(len(left), len(right)) >= 2 else None


def _below(block: list[Fragment]) -> tuple[list[Fragment], list[Fragment]] | None:
    """Above and below the highest white row."""
    ordered = sorted(block, key=lambda fragment: fragment.place.y0)
    reach, best, at = ordered[0].place.y1, 0.0, 0
    for index, fragment in enumerate(ordered[1:], start=1):
        gap = fragment.place.y0 - reach
        if gap > max(best, 0.8 * fragment.em):
            best, at = gap, index
        reach = max(reach, fragment.place.y1)
    return (ordered[:at], ordered[at:]) if at else None


def _past_bridges(block: list[Fragment]) -> tuple[list[Fragment], list[Fragment]] | None:
    """Rows that span columns with little white, and the columns below them; or the columns and the rows at their foot."""
    rows = _rows(block)
    for count in range(1, min(_BRIDGES, len(rows) - 1) + 1):
        for cut, columns in ((count, rows[count:]), (len(rows) - count, rows[:-count])):
            if len(columns) >= _FEWEST and _beside([fragment for row in columns for fragment in row]):
                head, foot = rows[:cut], rows[cut:]
                return [each for row in head for each in row], [each for row in foot for each in row]
    return None
