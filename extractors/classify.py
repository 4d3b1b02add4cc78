"""Kind of a document from its title and words, and where in a file one document ends and the next begins."""

from __future__ import annotations

import math
import re
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


@dataclass(frozen=True)
class Guess:
    """A kind with the share of the evidence that speaks for it."""

    kind: Kind
    confidence: float
    title_score: float


def classify(layouts: Sequence[Layout]) -> Guess:
    """The kind of a document; OTHER where nothing speaks for any kind."""
    title = find_title(layouts).compact.string
    head = "".join(
        words
        for row in (layouts[0].rows[:6] if layouts else ())
        if _is_heading(words := row.text.compact.string)
    )
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
    second = max((score for other, (score, _) in scores.items() if other is not kind), default=0.0)
    return Guess(kind, _confidence(best, best - second), of_title)


def _is_heading(words: str) -> bool:
    """Whether a row may be a heading: short, and no part of a sentence."""
    return len(words) <= _LONGEST_HEADING and not re.search("[，。；]", words)


_LONGEST_HEADING = 30


def _confidence(score: float, margin: float) -> float:
    """How often so high a score, so far ahead of the next kind's, is right: fitted by eye to corpus counts, on the low side."""
    return round((1 - 0.35 * math.exp(-margin / 1.5)) * (1 - 0.6 * math.exp(-score / 2)), 4)


def split(layouts: Sequence[Layout]) -> list[tuple[Guess, tuple[Layout, ...]]]:
    """The documents of a file: a page with a telling title of its own begins a new one, other pages go on."""
    if not layouts:
        return []
    parts: list[list[Layout]] = []
    opened: Guess | None = None
    for layout in layouts:
        guess = classify([layout])
        annex = bool(layout.rows) and layout.rows[0].text.compact.string.startswith("附件")
        ended = bool(parts) and _ended(parts[-1][-1])
        telling = guess.title_score >= _OPENING or (
            ended and guess.kind is not Kind.OTHER and bool(find_title([layout]))
        )
        fresh = not annex and telling and guess.confidence >= _CLEAR and bool(layout.rows)
        if not parts or (opened is not None and fresh and _differs(guess, opened, layout, parts[-1])):
            parts.append([layout])
            opened = guess
        else:
            parts[-1].append(layout)
            opened = opened if opened and opened.title_score >= guess.title_score else guess
    return [(classify(part), tuple(part)) for part in parts]


_CLEAR = 0.6


def _ended(layout: Layout) -> bool:
    """Whether a page ends as documents do, with a date under it (a page number may follow)."""
    rows = [row for row in layout.rows if not _PAGE_NUMBER.fullmatch(row.text.compact.string)]
    return bool(rows) and bool(_DATE_UNDER.search(rows[-1].text.compact.string))


_PAGE_NUMBER = re.compile(r"[-—–·第共页/\d\s]{1,9}")
_DATE_UNDER = re.compile(r"(?:20\d\d|二[〇○零0Oo]..)\s*[年./-].{1,6}[月./-].{1,4}日?$")


def _differs(guess: Guess, opened: Guess, layout: Layout, part: Sequence[Layout]) -> bool:
    """Whether a page with a title belongs to another document than the one before."""
    title = find_title([layout]).compact.string
    before = find_title(part).compact.string
    if not title:
        return False
    if guess.kind is not opened.kind:
        return title not in before
    if guess.kind in _LONG or _CHAPTER.match(title):
        return guess.title_score >= _OWN_TITLE and title not in before
    return title != before or guess.kind in _SHORT


_OWN_TITLE = 9.0
"""A title that scores this begins another document of a kind that runs over many pages, as in a volume of policies."""

_CHAPTER = re.compile(r"^(第[一二三四五六七八九十\d]+[章节条编]|[（(]?[一二三四五六七八九十]{1,2}[)）、.．])")

_LONG = {
    Kind.CHARTER,
    Kind.POLICY_DOCUMENT,
    Kind.CONTRACT,
    Kind.OFFICE_PROOF,
    Kind.MEDIA_CLIPPING,
    Kind.APPLICATION_FORM,
}
"""Kinds whose later pages may carry headings of their own."""

_SHORT = {
    Kind.REGISTRATION_CERTIFICATE,
    Kind.BUSINESS_LICENCE,
    Kind.GRADE_CERTIFICATE,
    Kind.ANNUAL_REPORT,
    Kind.TRAINING_RECORD,
    Kind.PENALTY_DECISION,
}
"""Kinds whose documents are short: the same title again is another one, such as the next year's."""
