"""Characters of a PDF page on the upright page, row by row: what the traces in text are looked for in."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dossier.geometry import Box
from extractors.readers.frame import Frame
from extractors.readers.pdf_text import Character


class Placed(NamedTuple):
    """A visible upright character; its box is in points of the upright page, y down."""

    text: str
    box: Box
    font: int
    order: int

    @property
    def em(self) -> float:
        """Height of the type in points."""
        return max(self.box.height, 0.1)


def placed(found: Iterable[Character], frame: Frame) -> list[Placed]:
    """The characters that can be seen and stand upright."""
    return [
        Placed(one.text, Box(*frame.box(one.left, one.bottom, one.right, one.top)), one.font, one.order)
        for one in found
        if one.visible and not one.text.isspace() and one.direction == frame.turn % 360
    ]


def rows_of(found: Sequence[Placed]) -> list[list[Placed]]:
    """The characters row by row, each from left to right."""
    rows: list[list[Placed]] = []
    for one in sorted(found, key=lambda one: one.box.centre[1]):
        last = rows[-1][-1] if rows else None
        if last is not None and abs(last.box.centre[1] - one.box.centre[1]) < 0.3 * min(last.em, one.em):
            rows[-1].append(one)
        else:
            rows.append([one])
    for row in rows:
        row.sort(key=lambda one: one.box.x0)
    return rows


def on_page(box: Box, frame: Frame) -> Box:
    """The part of a box in points that lies on the page, in fractions."""
    width, height = frame.size
    x0, x1 = (min(1.0, max(0.0, x / width)) for x in (box.x0, box.x1))
    y0, y1 = (min(1.0, max(0.0, y / height)) for y in (box.y0, box.y1))
    return Box(x0, y0, max(x0, x1), max(y0, y1))
