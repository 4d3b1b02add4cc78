"""Values that stand over their labels, as on the cards of an app: the value in large letters, its label small under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.labels import TRIM, Labels, spans_of
from extractors.layout import Row
from extractors.text import Fragment, Text

_LEAST = 3
"""Labels with their values over them from which a page is taken to be laid out so."""

_CLOSER = 0.6
"""A value over its label stands at most so far off, as a share of how far the next thing under the label does."""

_GAP = 1.0
"""Line heights between a value and the label under it at most."""


@dataclass(frozen=True, eq=False)
class Overhead:
    """A label with the value over it; `name` is empty where the label's value isn't sought."""

    name: str
    label: Fragment
    lines: tuple[Fragment, ...]

    @property
    def text(self) -> Text:
        """The value's lines, a newline between."""
        return Text.join("\n", [Text.of(line) for line in self.lines])


def values_over(rows: Sequence[Row], labels: Labels) -> list[Overhead]:
    """Labels whose values stand over them; empty unless nearly all labels of the page that fill a cell are such."""
    cells = [each for row in rows for each in row.fragments]
    named = {id(each): name for each in cells if (name := _name_of(each, labels)) is not None}
    found = list[Overhead]()
    under = 0
    for label in cells:
        if id(label) not in named:
            continue
        lines = _over(label, cells, named)
        if lines:
            found.append(Overhead(named[id(label)], label, lines))
        elif any(_aligned(label, each) and each.place.y0 >= label.place.y1 for each in cells):
            under += 1
    return found if len(found) >= _LEAST and len(found) > _LEAST * under else []


def _name_of(cell: Fragment, labels: Labels) -> str | None:
    """What a cell labels that holds nothing but a label; None for any other cell."""
    words = cell.text.strip(TRIM)
    spans = spans_of(words, labels)
    return spans[0][0] if len(spans) == 1 and spans[0][1:] == (0, len(words)) else None


def _over(label: Fragment, cells: Sequence[Fragment], named: dict[int, str]) -> tuple[Fragment, ...]:
    """The lines of the value that stands closer over a label than anything stands under it."""
    column = [each for each in cells if each is not label and _aligned(label, each)]
    above = sorted(
        (each for each in column if each.place.y1 <= label.place.centre[1]), key=_top, reverse=True
    )
    if not above or id(above[0]) in named:
        return ()
    gap = label.place.y0 - above[0].place.y1
    below = min(
        (each.place.y0 - label.place.y1 for each in column if each.place.y0 >= label.place.y1), default=1.0
    )
    if gap > _GAP * label.place.height or gap > _CLOSER * below:
        return ()
    lines = [above[0]]
    for each in above[1:]:
        if id(each) in named or lines[-1].place.y0 - each.place.y1 > max(gap, 0.0):
            break
        lines.append(each)
    return tuple(reversed(lines))


def _aligned(label: Fragment, other: Fragment) -> bool:
    """Whether two cells begin, or have their middles, on one line downwards."""
    wide = label.em_wide
    return other is not label and (
        abs(other.place.x0 - label.place.x0) < wide / 2
        or abs(other.place.centre[0] - label.place.centre[0]) < wide / 2
    )


def _top(cell: Fragment) -> float:
    return cell.place.y0
