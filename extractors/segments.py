"""Where in a file one document ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from dossier.kinds import Kind
from extractors.classify import Guess, classify
from extractors.layout import Layout, Row
from extractors.titles import find_title, goes_on, row_height

_ENOUGH = 2.5
"""So much must speak for it that a page opens a new document."""

_TELLING = 7.0
"""A title that scores this for some kind is a document's title, not a chapter's."""

_OWN_TITLE = 9.0
"""A title that scores this begins another document of a kind that runs over many pages, as in a volume of policies."""

_SURE = 0.8
"""Confidence from which a page's own kind counts."""

_CLEAR = 0.6
"""Below this a page's telling title doesn't count, for two kinds claim it."""

_FOLIO = re.compile(r"[-—–·.第共页/\d\s]{1,12}|第.{1,4}页(?:[,，]?共.{1,4}页)?")
_ANNEX = re.compile(r"^附(?:件|表|录)[\d一二三四五六七八九十]{0,2}(?:[:：]|$)|^附[:：]")
_DATE_UNDER = re.compile(r"(?:20\d\d|二[〇○零0Oo]..)\s*[年./-].{1,6}[月./-].{1,4}日?(?:印发)?$")
_UNDER = 4
"""Rows at a page's end among which its date may stand: a note may follow it."""

_SIGNED = 30
"""Characters of a row with the date under a document at most; the body that signs may stand beside it."""

_CHAPTER = re.compile(
    r"^(第[一二三四五六七八九十\d]+[章节条编部]|[（(]?[一二三四五六七八九十]{1,2}[)）、.．]|[（(]?\d{1,2}[)）、.．](?!\d))"
)

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


@dataclass(frozen=True, eq=False)
class _Leaf:
    """A page as the search for boundaries sees it."""

    layout: Layout

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Its rows without page numbers."""
        return tuple(row for row in self.layout.rows if not _FOLIO.fullmatch(row.text.compact.string))

    @cached_property
    def guess(self) -> Guess:
        """Its kind, were it alone."""
        return classify([self.layout])

    @property
    def empty(self) -> bool:
        """Whether it bears its number at most."""
        return not self.rows

    @cached_property
    def titled(self) -> bool:
        """Whether its title stands out near its top: letters larger than the rest, or a line in the middle."""
        title = find_title([self.layout])
        if not title or _CHAPTER.match(title.compact.string):
            return False
        first = title.fragments[0]
        place, size = first.place, max(fragment.size for fragment in title.fragments)
        usual = median(row_height(row) for row in self.rows) if self.rows else size
        centred = abs(place.centre[0] - 0.5) < 0.06 and place.width < 0.7
        return place.y0 < 0.45 and (size > 1.2 * usual or (centred and first is self.rows[0].fragments[0]))

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as documents do: a date under it, or much white."""
        if not self.rows:
            return True
        under = [row.text.compact.string for row in self.rows[-_UNDER:]]
        dated = any(_DATE_UNDER.search(words) and len(words) <= _SIGNED for words in under)
        return dated or bool(_DATE_UNDER.search(under[-1])) or self.rows[-1].place.y1 < 0.6

    def unlike(self, other: _Leaf) -> bool:
        """Whether the sheets differ in shape or in how they came into the file."""
        one, two = self.layout.page, other.layout.page
        shape = (one.width / one.height) / (two.width / two.height)
        return not 0.96 < shape < 1.04 or {one.origin, two.origin} == {"text", "ocr"}


def split(layouts: Sequence[Layout]) -> list[tuple[Guess, tuple[Layout, ...]]]:
    """The documents of a file: a page with a title of its own begins a new one, others go on.

    A page that bears nothing but its number stands alone between two documents, and belongs to the one that it lies in.
    """
    parts: list[list[_Leaf]] = []
    heads: list[Guess] = []
    for leaf in map(_Leaf, layouts):
        before = next(
            (number for number in range(len(parts) - 1, -1, -1) if not parts[number][0].empty), None
        )
        if not parts or (leaf.empty and leaf.layout.rows) or before is None:
            opens = not parts or not parts[-1][0].empty or not leaf.empty
        else:
            opens = not leaf.empty and _opens(leaf, parts[before], heads[before])
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
    return [(classify(part), part) for part in found]


def _opens(leaf: _Leaf, part: Sequence[_Leaf], head: Guess) -> bool:
    """Whether a page begins another document than the part before it."""
    if leaf.guess.title and leaf.guess.title in head.title:
        return leaf.guess.title == head.title and head.kind in _SHORT and leaf.guess.kind is head.kind
    guess = leaf.guess
    previous = next(each for each in reversed(part) if not each.empty)
    own = not _CHAPTER.match(guess.title) and not guess.title.endswith(("。", "；"))
    telling = own and guess.title_score >= _TELLING and guess.confidence >= _CLEAR
    annex = bool(_ANNEX.match(leaf.rows[0].text.compact.string))
    if guess.kind is head.kind and (annex or not _is_another(guess, titled=leaf.titled)):
        return False
    telling = telling or (own and guess.kind is Kind.OTHER and guess.confidence >= _SURE)
    speaking = 2.0 if telling else 1.0 if leaf.titled else -1.0
    speaking += 1.0 if telling and guess.kind is head.kind else 0.0
    speaking += 1.0 if previous.ended else 0.0
    speaking += 1.0 if leaf.unlike(previous) else 0.0
    speaking += 1.0 if guess.kind is not head.kind and guess.confidence >= _SURE else 0.0
    speaking -= 2.0 if goes_on(leaf.rows[0]) else 0.0
    speaking -= 1.5 if annex else 0.0
    return speaking >= _ENOUGH


def _is_another(guess: Guess, *, titled: bool) -> bool:
    """Whether a page of the same kind as the part before it may be another document of that kind."""
    if guess.kind is Kind.OTHER:
        return titled
    if guess.kind in _LONG or _CHAPTER.match(guess.title):
        return guess.title_score >= _OWN_TITLE
    return True
