"""The layout that we give to formats without pages: rows from top to bottom, cells side by side, 60 rows a page."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.geometry import Box, Quad
from dossier.page import Line, Origin, Page

WIDTH, HEIGHT = 1000.0, 1414.0
"""Size of a synthetic page: A4's shape. One unit is 0.21 mm."""

ROWS = 60
MARGIN = 50.0
ROW_HEIGHT = (HEIGHT - 2 * MARGIN) / ROWS
TYPE_HEIGHT = 0.8 * ROW_HEIGHT
BODY_POINTS = 12.0
MAX_TYPE_ROWS = 2.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in columns [start, end) of a row; `points` is the size of its type. Its line breaks start new lines."""

    text: str
    locator: str
    start: float = 0.0
    end: float = 1.0
    points: float = BODY_POINTS
    ruled: bool = False
    """Whether it is a cell of a table, which is drawn with a frame."""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell's place on a page, in units: what the drawing of the page goes by."""

    cell: Cell
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One synthetic page: its lines as they are read, and its cells as they are drawn."""

    page: Page
    placed: tuple[Placed, ...]


def paragraph(text: str, locator: str, points: float = BODY_POINTS) -> Row:
    """A row of one cell over the whole width; tabs and long blanks split it into cells side by side."""
    parts = [part for part in _split_wide(text) if part[2].strip()]
    if len(parts) < 2:
        return (Cell(text.strip(), locator, points=points),)
    total = max(1.0, parts[-1][1])
    scale = 1.0 / max(total, characters_a_row(1.0, points) * 0.98)
    return tuple(
        Cell(part.strip(), locator, min(0.98, start * scale), min(1.0, end * scale), points)
        for start, end, part in parts
    )


def _split_wide(text: str) -> list[tuple[float, float, str]]:
    """The stretches of a text between tabs and long blanks, each with where it starts and ends in em."""
    parts: list[tuple[float, float, str]] = []
    at = start = 0.0
    current = ""
    blank = 0.0
    for character in text.replace("\n", " "):
        size = 2.0 if character == "\t" else width_of(character)
        if character.isspace():
            blank += size
        else:
            if blank >= 2.0 and current:
                parts.append((start, at - blank, current))
                current = ""
            elif current and blank:
                current += " "
            if not current:
                start = at
            blank = 0.0
            current += character
        at += size
    if current:
        parts.append((start, at - blank, current))
    return parts


def width_of(text: str) -> float:
    """Width of a text in em."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def characters_a_row(share: float, points: float) -> float:
    """How many em fit into a share of the width."""
    return max(1.0, share * (WIDTH - 2 * MARGIN) / (TYPE_HEIGHT * type_rows(points)))


def type_rows(points: float) -> float:
    """Height of the type in rows."""
    return min(MAX_TYPE_ROWS, max(0.7, points / BODY_POINTS))


def lay_out(rows: Iterable[Row]) -> list[LaidOut]:
    """The pages of the rows. A cell's line keeps the height of its type, however many rows its text fills."""
    pages: list[LaidOut] = []
    lines: list[Line] = []
    placed: list[Placed] = []
    y = MARGIN

    def finish() -> None:
        nonlocal lines, placed, y
        number = len(pages) + 1
        origin: Origin = "text" if lines else "none"
        page = Page(
            number=number, width=WIDTH, height=HEIGHT, origin=origin, lines=tuple(lines), rendered=False
        )
        pages.append(LaidOut(page, tuple(placed)))
        lines, placed, y = [], [], MARGIN

    for row in rows:
        cells = [cell for cell in row if cell.text.strip()]
        if not cells:
            continue
        heights = [
            sum(_rows_of(text, cell) for text in cell.text.split("\n") if text.strip()) for cell in cells
        ]
        height = min(max(heights), ROWS) * ROW_HEIGHT
        if y + height > HEIGHT - MARGIN + 1 and lines:
            finish()
        for cell in cells:
            placed.append(Placed(cell, y, y + height))
            lines.extend(_lines(cell, y))
        y += height
    if lines or not pages:
        finish()
    return pages


def _rows_of(text: str, cell: Cell) -> float:
    wrapped = -(-width_of(text) // characters_a_row(cell.end - cell.start, cell.points))
    return max(1.0, wrapped) * type_rows(cell.points)


def _lines(cell: Cell, top: float) -> list[Line]:
    lines: list[Line] = []
    y = top
    height = TYPE_HEIGHT * type_rows(cell.points)
    inner = WIDTH - 2 * MARGIN
    x0 = MARGIN + cell.start * inner
    room = (cell.end - cell.start) * inner
    for text in (line.strip() for line in cell.text.split("\n")):
        if not text.strip():
            continue
        x1 = x0 + min(room * 0.98, max(4.0, width_of(text) * height))
        box = Box(x0 / WIDTH, min(y, HEIGHT - height) / HEIGHT, x1 / WIDTH, min(y + height, HEIGHT) / HEIGHT)
        lines.append(
            Line(text=text, quad=Quad.from_box(box), confidence=1.0, origin="text", locator=cell.locator)
        )
        y += _rows_of(text, cell) * ROW_HEIGHT
    return lines


def table_row(cells: Sequence[tuple[str, str, int, int]], columns: int) -> Row:
    """A row of a table: (text, locator, first column, columns spanned), all columns equally wide."""
    columns = max(columns, 1)
    return tuple(
        Cell(text, locator, start / columns, min(1.0, (start + span) / columns), ruled=True)
        for text, locator, start, span in cells
    )
