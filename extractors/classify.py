"""Kind of a document from its title and words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from dossier.glyphs import SIMPLIFIED
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.kinds import checkers
from extractors.layout import Layout
from extractors.titles import find_title, is_numbered, is_title_like, row_height

_LEAST = 4.0
"""A score below this names no kind."""

_HEAD = 6
"""Rows at the top of the first page that may be headings."""

_LONGEST = 40
"""Characters of a heading at most."""

_HEADING = 0.5
"""Share of a title pattern's weight in a heading that isn't the title."""


@dataclass(frozen=True)
class Guess:
    """A kind with the share of the evidence that speaks for it."""

    kind: Kind
    confidence: float
    title_score: float
    title: str = ""


def classify(layouts: Sequence[Layout]) -> Guess:
    """The kind of a document; OTHER where nothing speaks for any kind."""
    title = find_title(layouts).compact.string.translate(SIMPLIFIED)
    bare = _MAKER.sub("", title)
    headings = [each.translate(SIMPLIFIED) for each in _headings(layouts[0])] if layouts else []
    text = "".join(layout.text.compact.string for layout in layouts).translate(SIMPLIFIED)
    scores: dict[Kind, tuple[float, float]] = {}
    for kind, checker in checkers().items():
        of_title = checker.cues.of_title(bare)
        looks = checker.look(layouts) if checker.look and layouts else 0.0
        at_top = max(of_title, _of_headings(checker.cues, headings))
        scores[kind] = (at_top + checker.cues.of_text(text) + looks, of_title)
    kind, (best, of_title) = max(scores.items(), key=lambda item: item[1][0])
    if best < _LEAST:
        return Guess(Kind.OTHER, 0.5, 0.0, title)
    second = max((score for other, (score, _) in scores.items() if other is not kind), default=0.0)
    return Guess(kind, _confidence(best, best - second), of_title, title)


_MAKER = re.compile(
    r"^(?:(?!关于|授予|表彰|同意|成立|聘)[\u4e00-\u9fa5（）()]){3,30}?(?:协会|学会|研究会|促进会|商会|基金会|联谊会|联合会|总会|公会|联盟|研究院|俱乐部|学校|幼儿园|事务所|公司|服务社|服务站|(?:培训|服务|发展|援助|指导|活动)中心)(?=.{3,})"
)
"""The body at a title's head. What it does (`职业培训学校`, `志愿服务中心`) says nothing about the paper."""


def _headings(layout: Layout) -> list[str]:
    """Short lines at a page's top that are no sentences, and a title broken over lines: its lines together."""
    usual = median(row_height(row) for row in layout.rows) if layout.rows else 0.0
    top = [
        row
        for number, row in enumerate(layout.rows[:_HEAD])
        if not is_numbered(row) and (number < 2 or row_height(row) > _LARGER * usual)
    ]
    lines = [words for row in top if not re.search("[，。；]", words := row.text.compact.string)]
    whole = "".join(row.text.compact.string for row in top if is_title_like(row))
    return [line for line in (*lines, whole) if len(line) <= _LONGEST]


_LARGER = 1.08
"""Lines after the second count as headings only where their letters are so many times the usual size."""


def _of_headings(cues: Cues, headings: Sequence[str]) -> float:
    return max((cues.of_title(heading) for heading in headings), default=0.0) * _HEADING


def _confidence(score: float, margin: float) -> float:
    """How often so high a score, so far ahead of the next kind's, is right: fitted by eye to corpus counts, on the low side."""
    return round((1 - 0.35 * math.exp(-margin / 1.5)) * (1 - 0.6 * math.exp(-score / 2)), 4)
