"""Several certificates on one sheet: a photograph of two that lie side by side, or one over the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from dossier.kinds import Kind
from extractors.kinds import checkers
from extractors.layout import Layout, Row
from extractors.leaves import Leaf
from extractors.text import Text
from extractors.titles import find_title, row_height

CERTIFICATES = frozenset(
    {
        Kind.REGISTRATION_CERTIFICATE,
        Kind.BUSINESS_LICENCE,
        Kind.GRADE_CERTIFICATE,
        Kind.ANNUAL_REPORT,
        Kind.PENALTY_DECISION,
        Kind.AWARD,
        Kind.APPOINTMENT,
        Kind.UNION_APPROVAL,
    }
)
"""Kinds of which several may lie on one sheet; of other papers a sheet holds parts, not several."""

_TITLE = 7.0
"""Score of a title from which a block has one of its own."""

_SURE = 0.85
"""Confidence from which a block's kind counts."""

_OWN_TITLE = 10.0
_LONGEST = 16
_STANDS_OUT = 1.3
"""Words that name a certificate by themselves: how much they score, how many they are, how large they stand."""

_TOP = 4
"""Rows among which a certificate's title stands: a line of the issuer's may stand over it."""

_LARGE = 1.1
"""Its letters are so many times as large as the block's usual."""

_ROWS = 3
"""Rows that a certificate has at least."""

_MARGIN = 0.25
"""The line between two certificates stands no closer to the sheet's edge than this share of it."""

_GUTTER = 0.015
"""Width of the white between two that lie side by side, in fractions of the page, at least."""

_GAP = 2.0
"""Line heights of the white between two, one over the other, at least."""


def blocks(layout: Layout) -> tuple[Layout, ...]:
    """The page itself; or its two blocks, where each is a certificate with a title and values of its own."""
    for one, other in (*_beside(layout), *_stacked(layout)):
        if _are_two(Leaf(one), Leaf(other)):
            return *blocks(one), *blocks(other)
    return (layout,)


def rivals(layout: Layout) -> bool:
    """Whether a page bears the large titles of two certificates all the same, so that their values may be mixed."""
    usual = median(row_height(row) for row in layout.rows) if layout.rows else 0.0
    large = [f for row in layout.rows for f in row.fragments if f.size > _STANDS_OUT * usual]
    words = [each for fragment in large if _named(each := Text.of(fragment).compact.string)]
    return len({_named(each) for each in words}) > 1 or len(set(words)) < len(words)


def _named(words: str) -> Kind | None:
    """The certificate whose title the words are by themselves."""
    if len(words) > _LONGEST:
        return None
    scores = {kind: checkers()[kind].cues.of_title(words) for kind in sorted(CERTIFICATES)}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= _OWN_TITLE else None


def _are_two(one: Leaf, other: Leaf) -> bool:
    """Whether both blocks are certificates of different kinds, or of one kind with different days or numbers."""
    if not (_is_certificate(one) and _is_certificate(other)):
        return False
    return one.guess.kind is not other.guess.kind or (one.differs([other]) and other.differs([one]))


def _is_certificate(leaf: Leaf) -> bool:
    """Whether a block has a certificate's title in large letters at its top, and is surely of that kind."""
    guess = leaf.guess
    if guess.kind not in CERTIFICATES or guess.title_score < _TITLE or guess.confidence < _SURE:
        return False
    title = find_title([leaf.layout])
    heads = [row for row in leaf.rows[:_TOP] if any(each in title.fragments for each in row.fragments)]
    usual = median(row_height(row) for row in leaf.rows)
    return any(row_height(row) > _LARGE * usual and not _has_cells(row) for row in heads)


def _has_cells(row: Row) -> bool:
    """Whether a label and its value stand in a row, rather than a title, its letters set apart or a number beside it."""
    sizes = [fragment.size for fragment in row.fragments if len(fragment.text.strip()) > 1]
    return sum(size > 0.8 * max(sizes) for size in sizes) > 1


def _beside(layout: Layout) -> Iterator[tuple[Layout, Layout]]:
    """The page cut along its widest upright white, if there is one."""
    places = sorted((f.place.x0, f.place.x1) for row in layout.rows for f in row.fragments)
    reach, gutters = 0.0, list[tuple[float, float]]()
    for left, right in places:
        middle = (reach + left) / 2
        if left - reach >= _GUTTER and _MARGIN < middle < 1 - _MARGIN:
            gutters.append((left - reach, middle))
        reach = max(reach, right)
    if gutters:
        _, middle = max(gutters)
        yield from _both(
            layout, _rows(layout, before=True, middle=middle), _rows(layout, before=False, middle=middle)
        )


def _rows(layout: Layout, *, before: bool, middle: float) -> tuple[Row, ...]:
    kept = (tuple(f for f in row.fragments if (f.place.x0 < middle) is before) for row in layout.rows)
    return tuple(Row(fragments) for fragments in kept if fragments)


def _stacked(layout: Layout) -> Iterator[tuple[Layout, Layout]]:
    """The page cut across where white parts what stands above from what stands below, lowest first: the lowest cut
    that leaves the lower one its title takes nothing from the upper one.
    """
    for number, (upper, lower) in reversed(list(enumerate(pairwise(layout.rows), start=1))):
        white = (lower.place.y0 - upper.place.y1) / layout.em
        if white >= _GAP and _MARGIN < lower.place.y0 < 1 - _MARGIN:
            yield from _both(layout, layout.rows[:number], layout.rows[number:])


def _both(layout: Layout, one: tuple[Row, ...], other: tuple[Row, ...]) -> Iterator[tuple[Layout, Layout]]:
    if min(len(one), len(other)) >= _ROWS:
        yield Layout(layout.page, one), Layout(layout.page, other)
