"""Documents that flow over pages: headings, paragraphs, tables, signatures; also kept as blocks for docx, html and xlsx."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tests.corpus import marks
from tests.corpus.page import A4, BLACK, Colour, Page, Type, wrap

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class Cell:
    """A table cell; `columns` and `rows` are how many it spans."""

    text: str
    columns: int = 1
    rows: int = 1
    align: Literal["left", "center", "right"] = "center"
    bold: bool = False
    fill: Colour | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or table as an office program would keep it."""

    kind: Literal["heading", "paragraph", "table", "right"]
    text: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    widths: tuple[float, ...] = ()
    level: int = 1


Row = Sequence[Cell | str]


def _cells(rows: Sequence[Row]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows)


@dataclass
class Flow:
    """A cursor that runs over pages. `margins` are left, top, right, bottom in points."""

    body: Type
    size: tuple[float, float] = A4
    margins: tuple[float, float, float, float] = (80, 78, 74, 72)
    colour: Colour = (255, 255, 255)
    numbered: str | None = None
    header: str | None = None
    pages: list[Page] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    y: float = 0.0

    def __post_init__(self) -> None:
        """Starts the first page."""
        self.new_page()

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def left(self) -> float:
        """Left edge of the text."""
        return self.margins[0]

    @property
    def width(self) -> float:
        """Width of the text."""
        return self.size[0] - self.margins[0] - self.margins[2]

    @property
    def bottom(self) -> float:
        """Lowest y that text may reach."""
        return self.size[1] - self.margins[3]

    def new_page(self) -> None:
        """Begins a page."""
        self.pages.append(Page(*self.size, colour=self.colour))
        self.y = self.margins[1]
        small = self.body.but(size=9.0, bold=False, tracking=0.0)
        if self.header:
            self.page.text(self.size[0] / 2, 40, self.header, small, "center")
            self.page.line(self.left, 46, self.left + self.width, 46, (90, 90, 90), 0.5)
        if self.numbered:
            number = self.numbered.format(len(self.pages))
            self.page.text(self.size[0] / 2, self.size[1] - 36, number, small, "center")

    def room(self, needed: float) -> None:
        """Begins a page unless `needed` points are left on this one."""
        if self.y + needed > self.bottom and self.y > self.margins[1]:
            self.new_page()

    def space(self, points: float) -> None:
        """Leaves white."""
        self.y += points

    def heading(
        self, text: str, type_: Type, *, align: str = "center", after: float = 8.0, level: int = 1
    ) -> None:
        """A title or heading, kept in one piece."""
        self.blocks.append(Block("heading", text, level=level))
        lines = len(wrap(text, type_, self.width))
        self.room(lines * type_.size * type_.leading + 20)
        self.y = self.page.paragraph(self.left, self.y, self.width, text, type_, align=align) + after

    def paragraph(
        self,
        text: str,
        type_: Type | None = None,
        *,
        indent: float = 2.0,
        align: str = "left",
        after: float = 0.0,
        justify: bool = False,
    ) -> None:
        """A paragraph, broken over pages where it must be."""
        type_ = type_ or self.body
        for part in text.split("\n"):
            self.blocks.append(Block("right" if align == "right" else "paragraph", part))
            lines = wrap(part, type_, self.width, indent * type_.size)
            step = type_.size * type_.leading
            first = indent
            while lines:
                self.room(step)
                fits = max(1, int((self.bottom - self.y) / step))
                chunk, lines = lines[:fits], lines[fits:]
                joined = "".join(_remarked(line.characters) for line in chunk)
                self.y = self.page.paragraph(
                    self.left, self.y, self.width, joined, type_, indent=first, align=align, justify=justify
                )
                first = 0.0
        self.y += after

    def signature(
        self,
        lines: Sequence[str],
        *,
        seal: "Image | None" = None,
        seal_text: str = "",
        seal_size: float = 116.0,
        type_: Type | None = None,
        centre: float = 0.72,
    ) -> None:
        """Body and date at the end, centred on one axis on the right, a seal over them."""
        type_ = type_ or self.body
        step = type_.size * type_.leading
        self.room(step * len(lines) + 60)
        self.y += 24
        axis = self.left + self.width * centre
        widest = max(type_.width(marks.plain(line)) for line in lines)
        axis = min(axis, self.left + self.width - widest / 2)
        top = self.y
        for line in lines:
            self.blocks.append(Block("right", line))
            self.page.text(axis, self.y + type_.size, line, type_, "center")
            self.y += step
        if seal is not None:
            self.page.seal(seal, (axis, top + step * len(lines) / 2 - 4), seal_size, seal_text)
        self.y += 20

    def table(
        self,
        rows: Sequence[Row],
        widths: Sequence[float],
        type_: Type | None = None,
        *,
        ruled: bool = True,
        padding: float = 4.0,
        least: float = 0.0,
        rule: Colour = BLACK,
        rule_width: float = 0.6,
    ) -> None:
        """A table; `widths` are parts of the text width. It goes on over pages, row by row."""
        type_ = type_ or self.body
        cells = _cells(rows)
        self.blocks.append(Block("table", rows=cells, widths=tuple(widths)))
        scale = self.width / sum(widths)
        columns = [width * scale for width in widths]
        placed = grid(cells, len(columns))
        heights = _heights(placed, columns, type_, padding, least, len(cells))
        start = 0
        while start < len(cells):
            end = start
            y = self.y
            while end < len(cells) and (
                y + heights[end] <= self.bottom or (end == start and self.y <= self.margins[1] + 1)
            ):
                y += heights[end]
                end += 1
            if end == start:
                self.new_page()
                continue
            self._rows(placed, columns, heights, (start, end), type_, padding, (ruled, rule, rule_width))
            start = end
            if start < len(cells):
                self.new_page()
        self.y += 6

    def _rows(
        self,
        placed: "list[Placed]",
        columns: list[float],
        heights: list[float],
        span: tuple[int, int],
        type_: Type,
        padding: float,
        rules: tuple[bool, Colour, float],
    ) -> None:
        start, end = span
        ruled, rule, rule_width = rules
        tops = [self.y]
        for height in heights[start:end]:
            tops.append(tops[-1] + height)
        for item in placed:
            if not start <= item.row < end:
                continue
            x0 = self.left + sum(columns[: item.column])
            x1 = x0 + sum(columns[item.column : item.column + item.cell.columns])
            y0, y1 = tops[item.row - start], tops[min(item.row + item.cell.rows, end) - start]
            if ruled or item.cell.fill:
                self.page.rect((x0, y0, x1, y1), rule if ruled else None, rule_width, item.cell.fill)
            set_in = type_.but(bold=True) if item.cell.bold else type_
            inner = x1 - x0 - 2 * padding
            tall = len(wrap(item.cell.text, set_in, inner)) * set_in.size * set_in.leading
            top = y0 + max(padding / 2, (y1 - y0 - tall) / 2)
            self.page.paragraph(x0 + padding, top, inner, item.cell.text, set_in, align=item.cell.align)
        self.y = tops[-1]


@dataclass(frozen=True)
class Placed:
    """A cell at its row and column."""

    row: int
    column: int
    cell: Cell


def grid(cells: Sequence[Sequence[Cell]], columns: int) -> list[Placed]:
    """Where each cell of a table with spans begins."""
    taken: set[tuple[int, int]] = set()
    placed: list[Placed] = []
    for row, line in enumerate(cells):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            if column + cell.columns > columns:
                raise ValueError(f"row {row} of the table is wider than its {columns} columns")
            placed.append(Placed(row, column, cell))
            for below in range(cell.rows):
                for beside in range(cell.columns):
                    taken.add((row + below, column + beside))
            column += cell.columns
    return placed


def _heights(
    placed: list[Placed], columns: list[float], type_: Type, padding: float, least: float, count: int
) -> list[float]:
    heights = [max(least, type_.size * type_.leading + 2 * padding)] * count
    for item in sorted(placed, key=lambda one: one.cell.rows):
        inner = sum(columns[item.column : item.column + item.cell.columns]) - 2 * padding
        lines = len(wrap(item.cell.text, type_, inner))
        needed = lines * type_.size * type_.leading + 2 * padding
        have = sum(heights[item.row : item.row + item.cell.rows])
        if needed > have:
            heights[item.row + item.cell.rows - 1] += needed - have
    return heights


def _remarked(characters: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    out, run, names = "", "", ()
    for character, has in (*characters, ("", ("\0",))):
        if has != names:
            out += marks.mark("|".join(names), run) if names and run else run
            run, names = "", has
        run += character
    return out
