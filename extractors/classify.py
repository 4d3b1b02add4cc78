"""Kind of a document from its title and words, and where in a file one document ends and the next begins."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.kinds import Kind
from extractors.kinds import checkers
from extractors.layout import Layout
from extractors.titles import find_title

_LEAST = 4.0
"""A score below this names no kind."""

_OPENING = 7.0
"""A page whose title alone scores this opens a new document."""

_SOFTNESS = 2.0


@dataclass(frozen=True)
class Guess:
    """A kind with the share of the evidence that speaks for it."""

    kind: Kind
    confidence: float
    title_score: float


def classify(layouts: Sequence[Layout]) -> Guess:
    """The kind of a document; OTHER where nothing speaks for any kind."""
    title = find_title(layouts).compact.string
    head = "".join(row.text.compact.string for row in layouts[0].rows[:6]) if layouts else ""
    text = "".join(layout.text.compact.string for layout in layouts)
    scores: dict[Kind, tuple[float, float]] = {}
    for kind, checker in checkers().items():
        of_title = checker.cues.of_title(title)
        of_head = checker.cues.of_title(head[:200]) * 0.5
        looks = checker.look(layouts) if checker.look and layouts else 0.0
        scores[kind] = (max(of_title, of_head) + checker.cues.of_text(text) + looks, of_title)
    kind, (best, of_title) = max(scores.items(), key=lambda item: item[1][0])
    if best < _LEAST:
        return Guess(Kind.OTHER, 0.5, 0.0)
    total = sum(math.exp(min(0.0, (score - best)) / _SOFTNESS) for score, _ in scores.values())
    strength = 1 - math.exp(-best / 4)
    return Guess(kind, round(strength / total, 4), of_title)


def split(layouts: Sequence[Layout]) -> list[tuple[Guess, tuple[Layout, ...]]]:
    """The documents of a file: a page with a telling title of its own begins a new one, other pages go on."""
    if not layouts:
        return []
    parts: list[list[Layout]] = []
    opened: Guess | None = None
    for layout in layouts:
        guess = classify([layout])
        annex = bool(layout.rows) and layout.rows[0].text.compact.string.startswith("附件")
        fresh = not annex and guess.title_score >= _OPENING and guess.confidence >= 0.6 and layout.rows
        if not parts or (opened is not None and fresh and _differs(guess, opened, layout, parts[-1])):
            parts.append([layout])
            opened = guess
        else:
            parts[-1].append(layout)
            opened = opened if opened and opened.title_score >= guess.title_score else guess
    return [(classify(part), tuple(part)) for part in parts]


def _differs(guess: Guess, opened: Guess, layout: Layout, part: Sequence[Layout]) -> bool:
    """Whether a page with a title belongs to another document than the one before."""
    title = find_title([layout]).compact.string
    if guess.kind is not opened.kind:
        return title not in find_title(part).compact.string or not title
    return title == find_title(part).compact.string and guess.kind in _ONE_PAGE


_ONE_PAGE = {
    Kind.REGISTRATION_CERTIFICATE,
    Kind.BUSINESS_LICENCE,
    Kind.GRADE_CERTIFICATE,
    Kind.AWARD,
}
"""Kinds whose documents fill one page: the same title again is another certificate."""
