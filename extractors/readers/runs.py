"""Characters with places become runs of text: on one baseline, up to a wide gap or a vertical rule."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from dossier.geometry import Box

_WIDE_GAP = 1.2
"""Gap, in em, that ends a run."""

_SPREAD_GAP = 4.0
"""Gap, in em, up to which single characters spread evenly are one run (登 记 证 书)."""

Mark = tuple[int, int, bool]


class Glyph(NamedTuple):
    """A character in points of the page, y down; its box is one em high. `mark` is carried along."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    mark: Mark = (0, 0, True)


@dataclass(slots=True)
class Run:
    """Glyphs from left to right on one baseline."""

    glyphs: list[Glyph] = field(default_factory=list)
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0

    @property
    def em(self) -> float:
        """Height of the type in points."""
        return max(self.y1 - self.y0, 0.1)

    @property
    def spelled(self) -> tuple[str, list[tuple[float, float]]]:
        """The characters, with a space where Latin words or numbers stand apart, and each one's left and right edge."""
        text: list[str] = []
        places: list[tuple[float, float]] = []
        previous: Glyph | None = None
        apart = 0.22 * self.em
        for glyph in self.glyphs:
            far = previous is not None and glyph.x0 - previous.x1 > apart
            if previous is not None and far and _latin(previous.text) and _latin(glyph.text):
                text.append(" ")
                places.append((previous.x1, glyph.x0))
            text.append(glyph.text)
            places.append((glyph.x0, glyph.x1))
            previous = glyph
        return "".join(text), places

    def add(self, glyph: Glyph) -> None:
        """Puts a glyph to the end."""
        if not self.glyphs:
            self.x0, self.y0, self.x1, self.y1 = glyph.x0, glyph.y0, glyph.x1, glyph.y1
        else:
            self.x0, self.y0 = min(self.x0, glyph.x0), min(self.y0, glyph.y0)
            self.x1, self.y1 = max(self.x1, glyph.x1), max(self.y1, glyph.y1)
        self.glyphs.append(glyph)


def runs_of(glyphs: Sequence[Glyph], rules: Sequence[Box]) -> list[Run]:
    """The runs, top to bottom and left to right. `rules` are vertical rules, in the glyphs' points."""
    pieces = _without_doubles(_pieces(glyphs, rules))
    runs: list[Run] = []
    for row in _rows(pieces):
        runs.extend(_spread(_merged(row, rules), rules))
    return runs


def _pieces(glyphs: Sequence[Glyph], rules: Sequence[Box]) -> list[Run]:
    """Runs in the order of the file: cheap, and right for nearly all."""
    pieces: list[Run] = []
    run = Run()
    for glyph in glyphs:
        if glyph.text.isspace():
            continue
        if run.glyphs:
            last = run.glyphs[-1]
            em = max(run.y1 - run.y0, glyph.y1 - glyph.y0, 0.1)
            shift = abs((glyph.y0 + glyph.y1) - (run.y0 + run.y1)) / 2
            gap = glyph.x0 - last.x1
            if (
                shift > 0.3 * em
                or gap > _WIDE_GAP * em
                or gap < -0.6 * em
                or (rules and gap > 0.08 * em and _ruled(last.x1, glyph.x0, (glyph.y0 + glyph.y1) / 2, rules))
            ):
                pieces.append(run)
                run = Run()
        run.add(glyph)
    if run.glyphs:
        pieces.append(run)
    return pieces


def _ruled(left: float, right: float, y: float, rules: Sequence[Box]) -> bool:
    """Whether a vertical rule stands between two characters."""
    low, high = min(left, right) - 1, max(left, right) + 1
    return any(low <= (rule.x0 + rule.x1) / 2 <= high and rule.y0 - 1 <= y <= rule.y1 + 1 for rule in rules)


def _without_doubles(pieces: list[Run]) -> list[Run]:
    """The pieces without those drawn twice at nearly the same place, as word processors do for bold."""
    seen: set[tuple[str, bool, int, int]] = set()
    kept: list[Run] = []
    for run in pieces:
        text = "".join(glyph.text for glyph in run.glyphs)
        visible, x, y = run.glyphs[0].mark[2], round(run.x0 / 2), round(run.y0 / 2)
        if any((text, visible, x + i, y + j) in seen for i in (-1, 0, 1) for j in (-1, 0, 1)):
            continue
        seen.add((text, visible, x, y))
        kept.append(run)
    return kept


def _rows(pieces: list[Run]) -> list[list[Run]]:
    rows: list[list[Run]] = []
    for run in sorted(pieces, key=lambda run: run.y0 + run.y1):
        centre = (run.y0 + run.y1) / 2
        if rows:
            last = rows[-1][-1]
            if abs((last.y0 + last.y1) / 2 - centre) < 0.35 * min(last.em, run.em):
                rows[-1].append(run)
                continue
        rows.append([run])
    for row in rows:
        row.sort(key=lambda run: run.x0)
    return rows


def _merged(row: list[Run], rules: Sequence[Box]) -> list[Run]:
    """Neighbours on a row that the file gave in another order, or in pieces, joined."""
    merged: list[Run] = []
    for run in row:
        if merged:
            last = merged[-1]
            em = max(last.em, run.em)
            gap = run.x0 - last.x1
            alike = min(last.em, run.em) > 0.6 * em
            near = -0.5 * em <= gap <= _WIDE_GAP * em
            if near and alike and not _ruled(last.x1, run.x0, (run.y0 + run.y1) / 2, rules):
                for glyph in run.glyphs:
                    last.add(glyph)
                continue
        merged.append(run)
    return merged


def _spread(row: list[Run], rules: Sequence[Box]) -> list[Run]:
    """The row with characters set far apart put together: 登 记 证 书, or 姓 名：."""
    result: list[Run] = []
    index = 0
    while index < len(row):
        end = index + 1
        while (
            end < len(row)
            and len(row[end - 1].glyphs) == 1
            and _hanzi(row[end - 1].glyphs[0].text)
            and _hanzi(row[end].glyphs[0].text)
            and (len(row[end].glyphs) == 1 or _ends_label(row[end]))
            and row[end].x0 - row[end - 1].x1 <= _SPREAD_GAP * row[end].em
            and not _ruled(row[end - 1].x1, row[end].x0, (row[end].y0 + row[end].y1) / 2, rules)
        ):
            end += 1
        joined = row[index]
        if end - index > 1 and _even(row[index:end]):
            for run in row[index + 1 : end]:
                for glyph in run.glyphs:
                    joined.add(glyph)
            index = end
        else:
            index += 1
        result.append(joined)
    return result


def _ends_label(run: Run) -> bool:
    return len(run.glyphs) > 1 and run.glyphs[1].text in "：:"


def _even(row: list[Run]) -> bool:
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    return max(gaps) - min(gaps) < 0.5 * row[0].em


def _hanzi(text: str) -> bool:
    return "\u4e00" <= text[0] <= "\u9fff"


_LATIN = re.compile(r"[!-~À-ɏ]")


def _latin(text: str) -> bool:
    return _LATIN.match(text[-1:]) is not None
