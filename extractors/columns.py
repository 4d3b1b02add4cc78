"""Reading order in columns, as on a newspaper's page: recursive cuts along the white between blocks."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.text import Fragment, Text

_SAME_HEIGHT = 0.6

_FEWEST = 3
"""A block of fewer lines is not cut any more."""


def column_text(fragments: Sequence[Fragment]) -> Text:
    """The fragments' text, column by column, a line each."""
    return Text.join("\n", [Text.of(fragment) for fragment in _ordered(list(fragments))])


def _ordered(block: list[Fragment]) -> list[Fragment]:
    if len(block) > _FEWEST:
        for halves in (_beside(block), _below(block)):
            if halves:
                return _ordered(halves[0]) + _ordered(halves[1])
    return _by_rows(block)


def _by_rows(block: list[Fragment]) -> list[Fragment]:
    """Top to bottom; those that share a height left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(block, key=lambda each: each.place.centre[1]):
        if rows and fragment.place.vertical_overlap(rows[-1][0].place) > _SAME_HEIGHT:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [fragment for row in rows for fragment in sorted(row, key=lambda each: each.place.x0)]


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
