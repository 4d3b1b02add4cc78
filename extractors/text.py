"""Text that knows where each of its characters stands on the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dossier.fact import Evidence
from dossier.geometry import Box, Point, Quad
from dossier.page import Line, Page

_ENOUGH_TO_MEASURE = 4
"""Wide characters from which a line's length tells the size of its letters."""

SPACES = " \t\n\u3000\xa0"

HAN = "〇\u3400-\u9fff\U00020000-\U0003ffff"
"""Chinese characters for a pattern's class, with the rare ones that people's names have."""


def glyph_width(character: str) -> float:
    """Advance width of a character in em: 1 for wide ones, 0.5 for the rest."""
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


@dataclass(frozen=True, eq=False)
class Fragment:
    """A line on its page, with its place in the straightened layout (see `extractors.layout`)."""

    page: Page
    line: Line
    place: Box
    """The line's box after skew is taken out; for comparing places, not for evidence."""
    down: bool = False
    """Whether the text is set downwards, its characters one under the other, on a page of lines that lie."""

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Where each character begins and the last ends, in fractions of the line's length."""
        widths = [glyph_width(character) for character in self.line.text] or [1.0]
        total = sum(widths)
        edges, at = [0.0], 0.0
        for width in widths:
            at += width
            edges.append(at / total)
        return tuple(edges)

    @property
    def em(self) -> float:
        """Height of the letters in fractions of the page's height."""
        return self.place.width * self.page.width / self.page.height if self.down else self.place.height

    @cached_property
    def size(self) -> float:
        """Size of the letters in fractions of the page's height: from the line's length where it is long enough,
        for detected boxes of one font differ in height by a third.
        """
        if self.down:
            return self.em
        units = sum(glyph_width(character) for character in self.line.text)
        if units < _ENOUGH_TO_MEASURE:
            return self.place.height * 0.95
        return self.place.width / units * self.page.width / self.page.height

    @property
    def em_wide(self) -> float:
        """Width of a wide character in fractions of the page's width."""
        return self.em * self.page.height / self.page.width

    def part(self, start: int, end: int) -> Box:
        """The box of characters start to end on the upright page."""
        if start <= 0 and end >= len(self.line.text):
            return self.line.quad.box
        left, right = self.edges[start], self.edges[end]
        top_left, top_right, bottom_right, bottom_left = self.line.quad
        return Quad(
            _between(top_left, top_right, left),
            _between(top_left, top_right, right),
            _between(bottom_left, bottom_right, right),
            _between(bottom_left, bottom_right, left),
        ).box


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


class Source(NamedTuple):
    """Where a character comes from."""

    fragment: Fragment
    offset: int


@dataclass(frozen=True, eq=False)
class Text:
    """A string and, for each character, its source (None for separators that we put in)."""

    string: str
    sources: tuple[Source | None, ...]

    def __len__(self) -> int:
        return len(self.string)

    def __bool__(self) -> bool:
        return bool(self.string)

    def __str__(self) -> str:
        return self.string

    def __getitem__(self, part: slice) -> Text:
        return Text(self.string[part], self.sources[part])

    def __add__(self, other: Text) -> Text:
        return Text(self.string + other.string, self.sources + other.sources)

    @classmethod
    def of(cls, fragment: Fragment) -> Text:
        """The text of one fragment."""
        return cls(fragment.text, tuple(Source(fragment, offset) for offset in range(len(fragment.text))))

    @classmethod
    def join(cls, separator: str, texts: Sequence[Text]) -> Text:
        """Texts one after the other with a separator between."""
        strings: list[str] = []
        sources: list[Source | None] = []
        for position, text in enumerate(texts):
            if position:
                strings.append(separator)
                sources.extend([None] * len(separator))
            strings.append(text.string)
            sources.extend(text.sources)
        return cls("".join(strings), tuple(sources))

    def strip(self, characters: str = SPACES) -> Text:
        """Without the characters at both ends."""
        start, end = 0, len(self.string)
        while start < end and self.string[start] in characters:
            start += 1
        while end > start and self.string[end - 1] in characters:
            end -= 1
        return self[start:end]

    @cached_property
    def compact(self) -> Text:
        """Without white space: words broken over lines come together again."""
        kept = [position for position, character in enumerate(self.string) if character not in SPACES]
        return Text(
            "".join(self.string[position] for position in kept),
            tuple(self.sources[position] for position in kept),
        )

    def search(self, pattern: str | re.Pattern[str]) -> re.Match[str] | None:
        """The first match in the string."""
        return re.search(pattern, self.string)

    def finditer(self, pattern: str | re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches in the string."""
        return re.finditer(pattern, self.string)

    def runs(self) -> Iterator[tuple[Fragment, int, int]]:
        """Runs of characters that stand together in one fragment: fragment, start, end."""
        run: tuple[Fragment, int, int] | None = None
        for source in self.sources:
            if source is None:
                continue
            if run is not None and run[0] is source.fragment:
                run = (run[0], min(run[1], source.offset), max(run[2], source.offset + 1))
                continue
            if run is not None:
                yield run
            run = (source.fragment, source.offset, source.offset + 1)
        if run is not None:
            yield run

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """The fragments that the characters come from, in order."""
        return tuple(fragment for fragment, _, _ in self.runs())

    @property
    def confidence(self) -> float:
        """The least confidence of the lines that it comes from."""
        return min((fragment.line.confidence for fragment in self.fragments), default=0.0)

    def evidence(self) -> tuple[Evidence, ...]:
        """The places of the characters, one for each line that they stand on."""
        found: list[Evidence] = []
        for fragment, start, end in self.runs():
            words = fragment.text[start:end]
            if not words.strip(SPACES):
                continue
            found.append(
                Evidence(
                    page=fragment.page.number,
                    box=fragment.part(start, end) if fragment.page.rendered else None,
                    text=words,
                    locator=None if fragment.page.rendered else (fragment.line.locator or "全文"),
                )
            )
        return tuple(found)


EMPTY = Text("", ())
