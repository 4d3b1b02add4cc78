"""Text that is set downwards: characters one under the other, as on plaques and in headlines beside their article.

A reader gives such text character by character, and characters of neighbouring columns that stand on one height as
one run with a wide gap. Here they become columns again, each a line that is read from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from dossier.geometry import Box, Point, Quad
from dossier.page import Line, Page
from extractors.text import glyph_width

_LEAST = 4
_LEAST_LOOSE = 3
"""Characters of a column at least; on a page that has hardly any other text a person's name may be one."""

_CLOSE = 1.45
"""A column's characters follow each other at most so many ems, from middle to middle."""

_APART = 1.15
"""A run of several columns is at least so many times as wide as its characters."""

_UNEVEN = 0.7
"""Share of the larger character's size that those of a run of several columns have on average at least."""

_LOOSE = 1.9
"""The same on a page that has hardly any other text."""

_MOSTLY = 0.6
"""Share of a page's characters from which it is set downwards, and of a column's that are no figures."""

_USUAL_STEP = 1.15
"""Ems from one character to the next, where none stands alone to be measured."""

_SAME_EDGE = 0.35
_ON_ONE_LINE = 0.006
"""How far edges may lie apart that are one column's: in shares of its width, or of the page's."""

_FEWEST_GAPS = 2

_MOST_COLUMNS = 8
"""Characters at most of a run that a reader made of several columns."""

_SAME_COLUMN = 0.3
"""Share of a character's width that its middle may lie off its column's."""

_BREAK = 2
"""Steps after which what follows in a column is another text."""

_FEW_KINDS = 2
"""A table's column of 男 and 女, or of 是 and 否, has so few different characters."""


@dataclass(frozen=True)
class Column:
    """A text set downwards: the line as it is read, and the lines that it is made of."""

    line: Line
    box: Box
    letters: int


@dataclass(frozen=True)
class _Glyph:
    text: str
    line: Line
    y: float
    sure: bool
    """Whether it is a line by itself, so that its height on the page is known."""


@dataclass
class _Stack:
    """Characters whose middles lie on one upright line; `wide` and `high` are one em in fractions of the page."""

    x: float
    wide: float
    high: float
    glyphs: list[_Glyph] = field(default_factory=list)

    def _step(self) -> float:
        """From one character's middle to the next's: that of which their distances are most nearly multiples."""
        ys = sorted((glyph.y, glyph.sure) for glyph in self.glyphs)
        pairs = [(low - high, 3 if one and other else 1) for (high, one), (low, other) in pairwise(ys)]
        choices = [self.high * (0.98 + 0.01 * number) for number in range(round(100 * (_LOOSE - 0.98)) + 1)]
        return min(
            choices,
            key=lambda step: sum(weight * abs(gap / step - round(gap / step)) for gap, weight in pairs),
        )

    def placed(self) -> dict[int, _Glyph]:
        """The characters by their places in the column's even steps; those whose height is doubtful fill the gaps."""
        first, step = min(glyph.y for glyph in self.glyphs), self._step()
        reach = len(self.glyphs)
        places: dict[int, _Glyph] = {}
        for glyph in sorted(self.glyphs, key=lambda each: (not each.sure, each.y)):
            at = (glyph.y - first) / step
            free = [place for place in range(int(at) - reach, int(at) + reach + 1) if place not in places]
            places[min(free, key=lambda place: abs(place - at))] = glyph
        return places


def find_columns(page: Page) -> tuple[list[Column], list[Line]]:
    """The texts that are set downwards, and the lines that are not part of any."""
    lines = [line for line in page.lines if line.text.strip()]
    upright = [line for line in lines if _is_upright(page, line)]
    whole = [_whole(line) for line in upright]
    lines = [line for line in lines if line not in upright]
    single = [line for line in lines if _is_letter(page, line)]
    han = [line for line in single if _is_han(_letters(line))]
    if len(han) < _LEAST_LOOSE:
        return whole, lines
    stacks = _stacks(page, single)
    tall = median(_tallness(page, line) for line in han)
    mixed = [line for line in lines if _spans_columns(page, line, tall)]
    if sum(len(_letters(line)) for line in (*single, *mixed)) > _MOSTLY * sum(
        len(_letters(line)) for line in lines
    ):
        _add_edges(page, stacks, mixed)
        for line in mixed:
            _deal_out(line, stacks)
        known = [stack for stack in stacks if len(stack.glyphs) > 1]
        for line in lines:
            if line not in mixed and _spans_columns(page, line, tall / _UNEVEN):
                _deal_out(line, known)
        runs = [(stack, run) for stack in stacks for run in _runs(stack) if len(run) >= _LEAST_LOOSE]
    else:
        runs = [(stack, run) for stack in stacks for run in _close_runs(stack) if len(run) >= _LEAST]
    runs = [(stack, run) for stack, run in runs if _is_text(run)]
    used = {id(glyph.line) for _, run in runs for glyph in run}
    columns = [*whole, *(_column(stack, run) for stack, run in runs)]
    return columns, [line for line in lines if id(line) not in used]


def _is_upright(page: Page, line: Line) -> bool:
    """Whether a reader gave a whole column as one line, much higher than wide."""
    box = line.box
    return (
        len(_letters(line)) >= _LEAST_LOOSE and box.height * page.height > _UPRIGHT * box.width * page.width
    )


_UPRIGHT = 1.5
"""Heights over widths from which a line of several characters is set downwards."""


def _whole(line: Line) -> Column:
    return Column(line.model_copy(update={"quad": _downwards(line.box)}), line.box, len(_letters(line)))


def _downwards(box: Box) -> Quad:
    """The corners of a text that is read from a box's top to its foot."""
    return Quad(Point(box.x1, box.y0), Point(box.x1, box.y1), Point(box.x0, box.y1), Point(box.x0, box.y0))


def _is_text(run: Sequence[_Glyph]) -> bool:
    """Whether a column's characters may be a text, rather than the figures or marks of a table's column."""
    letters = [glyph.text for glyph in run]
    return len(set(letters)) > _FEW_KINDS and sum(map(_is_han, letters)) > _MOSTLY * len(letters)


def _is_han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fa5" or letter == "〇"


def _letters(line: Line) -> str:
    return "".join(line.text.split())


def _is_letter(page: Page, line: Line) -> bool:
    """Whether a line is one character, no wider than high."""
    box = line.box
    return len(_letters(line)) == 1 and box.width * page.width < 1.5 * box.height * page.height


def _tallness(page: Page, line: Line) -> float:
    """How much higher than wide a character's box is: some fonts' boxes hold the line's leading."""
    return line.box.height * page.height / (line.box.width * page.width)


def _spans_columns(page: Page, line: Line, tall: float) -> bool:
    """Whether a run is of a few characters so far apart that each may be of a column of its own."""
    letters = _letters(line)
    natural = sum(map(glyph_width, letters)) * line.box.height * page.height / tall
    return 2 <= len(letters) <= _MOST_COLUMNS and line.box.width * page.width > _APART * natural


def _stacks(page: Page, lines: Iterable[Line]) -> list[_Stack]:
    """Single characters gathered by where their middles lie."""
    stacks: list[_Stack] = []
    for line in sorted(lines, key=lambda each: -each.box.width):
        x, y = line.box.centre
        home = next((stack for stack in stacks if abs(stack.x - x) < _SAME_COLUMN * stack.wide), None)
        if home is None:
            wide = line.box.width
            home = _Stack(x, wide, wide * page.width / page.height)
            stacks.append(home)
        home.glyphs.append(_Glyph(_letters(line), line, y, True))
    return stacks


def _add_edges(page: Page, stacks: list[_Stack], lines: Sequence[Line]) -> None:
    """Columns that no character stands alone in: where several runs begin, or end, on one upright line."""
    for side in (-1, 1):
        edges = [((line.box.x0 if side < 0 else line.box.x1), line.box.centre[1]) for line in lines]
        for edge, _ in edges:
            if any(_at_edge(stack, edge, side) for stack in stacks):
                continue
            ys = sorted(y for other, y in edges if abs(other - edge) < _ON_ONE_LINE)
            gaps = [low - high for high, low in pairwise(ys)]
            if len(gaps) >= _FEWEST_GAPS:
                high = min(gaps) / _USUAL_STEP
                wide = high * page.height / page.width
                stacks.append(_Stack(edge - side * wide / 2, wide, high))


def _deal_out(line: Line, stacks: Sequence[_Stack]) -> None:
    """Gives a run's characters to the columns that it spans: the outer ones by its edges, those between by its height."""
    letters, box = _letters(line), line.box
    y = box.centre[1]
    first = next((stack for stack in stacks if _at_edge(stack, box.x0, -1)), None)
    last = next((stack for stack in stacks if _at_edge(stack, box.x1, 1)), None)
    if first is None or last is None or first is last:
        return
    between = [
        stack for stack in stacks if first.x < stack.x < last.x and stack.glyphs and _reaches(stack, y)
    ]
    between.sort(key=lambda stack: stack.x)
    if len(letters) == _OUTER:
        between = []
    elif len(between) != len(letters) - _OUTER:
        between = [stack for stack in between if _is_vacant(stack, y)]
    if len(between) == len(letters) - _OUTER:
        for letter, stack in zip(letters, [first, *between, last], strict=True):
            stack.glyphs.append(_Glyph(letter, line, y, False))


_OUTER = 2
"""Columns that a run begins and ends in."""


def _at_edge(stack: _Stack, edge: float, side: int) -> bool:
    return abs(stack.x + side * stack.wide / 2 - edge) < _SAME_EDGE * stack.wide


def _is_vacant(stack: _Stack, y: float) -> bool:
    return not any(glyph.sure and abs(glyph.y - y) < 0.5 * stack.high for glyph in stack.glyphs)


def _reaches(stack: _Stack, y: float) -> bool:
    ys = [glyph.y for glyph in stack.glyphs]
    return min(ys) - _BREAK * stack.high < y < max(ys) + _BREAK * stack.high


def _runs(stack: _Stack) -> Iterator[list[_Glyph]]:
    """A column's texts: where several places are empty, another begins."""
    if not stack.glyphs:
        return
    places = stack.placed()
    run: list[_Glyph] = []
    last = min(places)
    for place in sorted(places):
        if place - last > _BREAK:
            yield run
            run = []
        run.append(places[place])
        last = place
    yield run


def _close_runs(stack: _Stack) -> Iterator[list[_Glyph]]:
    """Characters that follow each other as closely as in a text, among lines that lie: a table's are further apart."""
    run: list[_Glyph] = []
    for glyph in sorted(stack.glyphs, key=lambda each: each.y):
        if run and glyph.y - run[-1].y > _CLOSE * stack.high:
            yield run
            run = []
        run.append(glyph)
    yield run


def _column(stack: _Stack, run: Sequence[_Glyph]) -> Column:
    ys = [glyph.y for glyph in run]
    box = Box(
        max(0.0, stack.x - stack.wide / 2),
        max(0.0, min(ys) - stack.high / 2),
        min(1.0, stack.x + stack.wide / 2),
        min(1.0, max(ys) + stack.high / 2),
    )
    line = Line(
        text="".join(glyph.text for glyph in run),
        quad=_downwards(box),
        confidence=min(glyph.line.confidence for glyph in run),
        origin=run[0].line.origin,
        locator=run[0].line.locator,
    )
    return Column(line, box, len(run))


def turned(page: Page, columns: Sequence[Column], lines: Sequence[Line]) -> list[tuple[Line, Box]]:
    """A page that is set downwards, as if its columns were rows: the rightmost is the first.

    Lines that lie stay in front of the columns where they stand above their middle, else behind them.
    """
    middle = median(column.box.centre[1] for column in columns)
    above = [line for line in lines if line.box.centre[1] < middle]
    below = [line for line in lines if line.box.centre[1] >= middle]
    start = max((line.box.y1 for line in above), default=0.0)
    shape = page.width / page.height
    placed = [(line, line.box) for line in above]
    top, left = start, 1.0
    for column in sorted(columns, key=lambda each: -each.box.centre[0]):
        box = column.box
        if box.centre[0] < left:
            top = max(each.y1 for _, each in placed) + box.width * shape / 2 if placed else start
            left = box.x0
        placed.append((column.line, Box(box.y0 / shape, top, box.y1 / shape, top + box.width * shape)))
    end = max(box.y1 for _, box in placed)
    for line in below:
        box = line.box
        placed.append((line, Box(box.x0, end + box.y0, box.x1, end + box.y1)))
    return placed


def is_set_downwards(columns: Sequence[Column], lines: Sequence[Line]) -> bool:
    """Whether most of a page's characters are set downwards."""
    letters = sum(column.letters for column in columns)
    return letters > sum(len(_letters(line)) for line in lines)
