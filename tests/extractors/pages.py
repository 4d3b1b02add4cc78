"""Pages for tests: rows of text set on a sheet, as a reader would have read them."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.document import ReadDocument
from dossier.geometry import Box, Quad
from dossier.page import Line, Page, Reading
from dossier.submission import Organization
from extractors.facts import extract
from extractors.text import glyph_width

WIDTH, HEIGHT = 800.0, 1130.0
LETTER = 16.0
"""Size of a usual letter in pixels."""

Row = str | tuple[float, float, str] | tuple[float, float, str, float]
"""Text alone (set under the row before, at the left margin), or x, y in fractions, text, and the letters' size."""


def line(x: float, y: float, text: str, size: float = LETTER) -> Line:
    """A line whose upper left corner stands at x, y."""
    wide = sum(glyph_width(character) for character in text) * size / WIDTH
    quad = Quad.from_box(Box(x, y, min(0.999, x + wide), y + size / HEIGHT))
    return Line(text=text, quad=quad, confidence=1.0, origin="text")


def page(rows: Sequence[Row], number: int = 1) -> Page:
    """A page of rows. A tab in a text alone begins another cell."""
    lines: list[Line] = []
    y = 0.06
    for row in rows:
        if not isinstance(row, str):
            size = row[3] if len(row) == 4 else LETTER
            lines.append(line(row[0], row[1], row[2], size))
            y = row[1] + 2 * LETTER / HEIGHT
            continue
        cells = row.split("\t")
        for position, cell in enumerate(cells):
            lines.append(line(0.1 + position * 0.8 / len(cells), y, cell))
        y += 2 * LETTER / HEIGHT
    return Page(number=number, width=WIDTH, height=HEIGHT, origin="text", lines=tuple(lines))


def heading(text: str, y: float = 0.06, size: float = 26.0) -> Row:
    """A title: large, in the middle."""
    wide = sum(glyph_width(character) for character in text) * size / WIDTH
    return (0.5 - wide / 2, y, text, size)


def read(*pages: Sequence[Row], organization: str | None = None) -> ReadDocument:
    """What is read from a file of these pages."""
    reading = Reading(
        sha256="0" * 64,
        reader="test",
        media_type="application/pdf",
        pages=tuple(page(rows, number) for number, rows in enumerate(pages, start=1)),
    )
    return extract(reading, "test.pdf", Organization(name=organization) if organization else None)


def facts_of(document: ReadDocument) -> dict[str, object]:
    """The facts by name; of several of one name the first."""
    found: dict[str, object] = {}
    for fact in document.facts:
        found.setdefault(fact.name, fact.value)
    return found
