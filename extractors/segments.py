"""Where in a file one document ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.kinds import Kind
from extractors.blocks import blocks, rivals
from extractors.classify import Guess, classify
from extractors.layout import Layout
from extractors.leaves import CHAPTER, Leaf
from extractors.titles import goes_on

_ENOUGH = 2.5
"""So much must speak for it that a page opens a new document."""

_TELLING = 7.0
"""A title that scores this for some kind is a document's title, not a chapter's."""

_OWN_TITLE = 9.0
"""A title that scores this begins another document of a kind that runs over many pages, as in a volume of policies."""

_SURE = 0.8
"""Confidence from which a page's own kind counts."""

_PLAIN = 0.95
"""Confidence from which a page's own kind speaks louder."""

_CLEAR = 0.6
"""Below this a page's telling title doesn't count, for two kinds claim it."""

_MIXED = 0.5
"""Confidence at most of a kind where one page bears two certificates that can't be told apart."""

_ANNEX = re.compile(
    r"^附(?:件|表|录)[\d一二三四五六七八九十]{0,2}(?:[:：]|$)|^附件\d{1,2}(?=[\u4e00-\u9fa5])|^附[:：]"
)
_LONG = {
    Kind.CHARTER,
    Kind.POLICY_DOCUMENT,
    Kind.CONTRACT,
    Kind.OFFICE_PROOF,
    Kind.MEDIA_CLIPPING,
    Kind.APPLICATION_FORM,
    Kind.CREDIT_RECORD,
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

_SHEETS = _SHORT | {Kind.AWARD, Kind.APPOINTMENT, Kind.UNION_APPROVAL}
"""Kinds whose documents may say all that they have to say in a few lines, as a cover does."""


def split(layouts: Sequence[Layout]) -> list[tuple[Guess, tuple[Layout, ...]]]:
    """The documents of a file: a page with a title of its own begins a new one, others go on.

    Certificates that lie on one page are documents of their own. A page that bears nothing but its number stands alone between two documents, and belongs to the one that it lies in.
    """
    parts: list[list[Leaf]] = []
    heads: list[Guess] = []
    leaves = [(Leaf(block), number > 0) for layout in layouts for number, block in enumerate(blocks(layout))]
    for leaf, beside in leaves:
        before = next(
            (number for number in range(len(parts) - 1, -1, -1) if not parts[number][0].empty), None
        )
        if not parts or (leaf.empty and leaf.layout.rows) or before is None:
            opens = not parts or not parts[-1][0].empty or not leaf.empty
        else:
            opens = beside or (not leaf.empty and _opens(leaf, parts[before], heads[before]))
        if opens:
            parts.append([leaf])
            heads.append(leaf.guess)
            continue
        home = len(parts) - 1 if before is None or leaf.empty else before
        for later in parts[home + 1 :]:
            parts[home].extend(later)
        del parts[home + 1 :], heads[home + 1 :]
        parts[home].append(leaf)
        if not leaf.empty and leaf.guess.title_score > heads[home].title_score:
            heads[home] = leaf.guess
    found = [tuple(leaf.layout for leaf in part) for part in parts]
    return [(_kind_of(part, head), part) for part, head in zip(found, heads, strict=True)]


def _kind_of(part: Sequence[Layout], head: Guess) -> Guess:
    """The kind of a document; where its pages together tell none, that of the page with the most telling title."""
    whole = classify(part)
    if whole.kind is Kind.OTHER and not whole.title_score:
        whole = head
    if any(map(rivals, part)):
        return replace(whole, confidence=min(whole.confidence, _MIXED))
    return whole


def _opens(leaf: Leaf, part: Sequence[Leaf], head: Guess) -> bool:
    """Whether a page begins another document than the part before it."""
    guess = leaf.guess
    if guess.title and guess.title in head.title:
        return _repeats(leaf, part, head)
    previous = next(each for each in reversed(part) if not each.empty)
    if leaf.pictured and not previous.pictured and head.kind in _SHEETS:
        return True
    own = not CHAPTER.match(guess.title) and not guess.title.endswith(("。", "；")) and not leaf.buried
    telling = own and guess.title_score >= _TELLING and guess.confidence >= _CLEAR
    annex = bool(_ANNEX.match(leaf.rows[0].text.compact.string))
    if annex and any(_announces(each, leaf) for each in part):
        return False
    onward = goes_on(leaf.rows[0]) or bool(CHAPTER.match(leaf.rows[0].text.compact.string))
    same = guess.kind is head.kind
    if same and leaf.numbered_after(previous):
        return False
    if same and (annex or onward or _goes_inside(part, head) or not _is_another(leaf, part)):
        return False
    telling = telling or (own and guess.kind is Kind.OTHER and guess.confidence >= _SURE)
    telling = telling or (leaf.screen and (not previous.screen or leaf.differs(part)))
    speaking = 2.0 if telling else 1.0 if leaf.titled else -1.0
    speaking += 0.5 if telling and leaf.large and guess.title_score >= _OWN_TITLE else 0.0
    speaking += 1.0 if previous.ended else 0.0
    speaking += 1.0 if leaf.unlike(previous) else 0.0
    if same:
        speaking += (1.0 if telling else 0.0) + (1.0 if leaf.differs(part) else 0.0)
        speaking += 1.0 if guess.kind is Kind.MEDIA_CLIPPING and leaf.datelined else 0.0
    else:
        speaking += 1.0 if guess.confidence >= _SURE else 0.0
        speaking += 0.5 if guess.confidence >= _PLAIN else 0.0
        speaking += 1.5 if {guess.kind, head.kind} <= _SHORT else 0.0
    speaking -= 2.0 if onward else 0.0
    speaking -= 1.5 if annex else 0.0
    return speaking >= _ENOUGH


def _repeats(leaf: Leaf, part: Sequence[Leaf], head: Guess) -> bool:
    """Whether a page with the same title as the part before it is another document rather than what a cover or a
    notice announces, or a page with a running head.
    """
    previous = next(each for each in reversed(part) if not each.empty)
    same = leaf.guess.kind is head.kind
    if leaf.screen and not previous.screen:
        return True
    if leaf.numbered_after(previous):
        return False
    if not same or not leaf.titled or _goes_inside(part, head) or _announces(part[0], leaf):
        return False
    if head.kind in _SHORT and leaf.guess.title == head.title:
        return True
    return leaf.large and previous.ended and (leaf.differs(part) or (leaf.begins and part[0].begins))


def _goes_inside(part: Sequence[Leaf], head: Guess) -> bool:
    """Whether only a cover lies before a page."""
    return len(part) == 1 and part[0].cover and head.kind not in _SHEETS


def _announces(leaf: Leaf, other: Leaf) -> bool:
    """Whether a notice issues, or sends as an annex, what has the other page's title."""
    words, title = leaf.layout.text.compact.string, re.escape(other.guess.title)
    return bool(
        re.search(rf"(?:印发|颁发|下发|发布|现将|附件?[:：]?)[^。]{{0,20}}[《〈：:.．]{title}", words)
    )


def _is_another(leaf: Leaf, part: Sequence[Leaf]) -> bool:
    """Whether a page of the same kind as the part before it may be another document of that kind."""
    guess = leaf.guess
    if guess.kind is Kind.OTHER:
        return leaf.titled
    if guess.kind is Kind.MEDIA_CLIPPING:
        return leaf.datelined and leaf.differs(part)
    if guess.kind in _LONG or CHAPTER.match(guess.title):
        return guess.title_score >= _OWN_TITLE
    return True
