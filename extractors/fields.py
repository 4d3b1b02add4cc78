"""Labels and their values by position: `名　　称：…`, cells of a table, a header over a column.

A label stands at the beginning of a fragment, after a gap, or before a colon. Its value is what stands right
of it up to the next label; else what stands under it. Lines without a label of their own belong to the value
or the empty label that they stand closest to, so that a value broken over lines comes back whole, whether its
label stands at its top or in its middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dossier.geometry import Box
from extractors.labels import COLONS, GAP, ONLY_NUMBERING, OTHER_NAME, TRIM, Labels, spans_of
from extractors.layout import Layout, Row
from extractors.overhead import values_over
from extractors.text import SPACES, Text

_NEAR = 1.1
"""A continuation stands at most this many line heights away."""

_NEAR_UNFINISHED = 2.2
_GOES_ON_AFTER = ("、", "；", "，", ";", ",")
"""The same of what a mark says is not at its end."""


@dataclass(frozen=True, eq=False)
class Field:
    """A label with the unit or explanation in brackets behind it, and its value; `text` holds its lines, a newline between."""

    name: str
    label: Text
    text: Text
    below: bool = False
    """Whether the value stood under its label, as in a table with a header row."""

    @property
    def value(self) -> str:
        """The value without white space."""
        return self.text.compact.string

    @property
    def cell(self) -> Text:
        """The first cell of the value, without white space."""
        match = re.search(r"[\t\n]", self.text.string)
        return (self.text[: match.start()] if match else self.text).compact


@dataclass(eq=False)
class _Label:
    name: str
    text: Text
    place: Box
    parts: list[Text] = field(default_factory=list)
    reach: Box | None = None
    """The box around the value so far."""
    below: bool = False
    colon: bool = False
    """Whether a colon stands behind it."""
    cut: bool = False
    """Whether its explanation in brackets is broken, so that its end stands on the next row."""

    def take(self, part: Text, place: Box, *, first: bool = False) -> None:
        self.parts.insert(0 if first else len(self.parts), part)
        self.reach = place if self.reach is None else self.reach.union(place)


@dataclass(frozen=True, eq=False)
class _Orphan:
    text: Text
    place: Box
    wide: float
    """Width of a wide character, in fractions of the page's width."""
    heads: bool = False
    """Whether other cells stand right of it, as they do of a label that isn't sought."""
    foreign: bool = False
    """Whether its row has a label of its own, so that no value above goes on in it."""

    @classmethod
    def of(cls, part: Text, *, heads: bool = False, foreign: bool = False) -> _Orphan:
        return cls(part, _place(part), part.fragments[0].em_wide, heads, foreign)


def find_fields(layout: Layout, labels: Labels) -> list[Field]:
    """All labelled values of a page, in reading order of their labels."""
    found: list[_Label] = []
    orphans: list[_Orphan] = []
    margin = max((row.place.x1 for row in layout.rows), default=1.0)
    over = values_over(layout.rows, labels)
    taken = {id(each) for pair in over for each in (pair.label, *pair.lines)}
    for row in layout.rows:
        left = Row(tuple(each for each in row.fragments if id(each) not in taken)) if taken else row
        if left.fragments:
            _cut(left, labels, found, orphans)
    for orphan in orphans:
        _adopt(orphan, found, margin)
    return [
        *(Field(pair.name, Text.of(pair.label), pair.text.strip(TRIM)) for pair in over if pair.name),
        *(
            Field(label.name, label.text, Text.join("\n", label.parts).strip(TRIM), label.below)
            for label in found
            if label.name and label.parts
        ),
    ]


def _cut(row: Row, labels: Labels, found: list[_Label], orphans: list[_Orphan]) -> None:
    """Cuts a row into labels, the values right of them, and orphans."""
    spans = spans_of(row.text.string, labels)
    head = row.text[: spans[0][1]] if spans else row.text
    parts = list(_cells(head))
    table = not spans and len(parts) >= _TABLE
    foreign = table or (not spans and len(parts) > 1 and _is_other_label(parts[0], found))
    for position, part in enumerate(parts):
        if position == 0 and ONLY_NUMBERING.fullmatch(part.string):
            continue
        heads = position == 0 and len(parts) > 1
        orphans.append(_Orphan.of(part, heads=heads, foreign=foreign))
    for position, (name, start, end) in enumerate(spans):
        words = row.text[start:end]
        stop = spans[position + 1][1] if position + 1 < len(spans) else len(row.text)
        value = _without_unit(row.text[end:stop])
        unit = row.text[end : stop - len(value)]
        whole = words + unit if unit.string.strip(SPACES).startswith(("（", "(")) else words
        value = value.strip(TRIM)
        cut = _CUT_LABEL.match(value.string)
        value = value[cut.end() :].strip(TRIM) if cut else value
        colon = row.text.string[end:].lstrip(SPACES).startswith(tuple(COLONS))
        label = _Label(name, whole, _place(words), colon=colon, cut=bool(cut))
        if "\t" in row.text.string[end:stop] and _heads(found, value):
            orphans.extend(map(_Orphan.of, _cells(value)))
        elif value.string.strip(TRIM + "（()）"):
            own, others = _of_other_columns(value, label, found)
            label.take(own, _place(own))
            orphans.extend(map(_Orphan.of, others))
        found.append(label)


_TABLE = 4
"""Cells from which a row without labels is a table's, not the next line of values."""


def _of_other_columns(value: Text, label: _Label, found: Sequence[_Label]) -> tuple[Text, list[Text]]:
    """A value's own cells, and those that go on with the value of a label further right in a row above."""
    first, *others = _cells(value)
    if not _CLAUSE.match(first.string):
        clause = next((place for place, part in enumerate(others) if _CLAUSE.match(part.string)), None)
        if clause is not None:
            return Text.join("\t", [first, *others[:clause]]), []
    for position, part in enumerate(others):
        if not _JOINS.match(part.string) and any(_goes_on(part, other, label) for other in found):
            kept = [first, *others[:position]]
            return Text.join("\t", kept), others[position:]
    return value, []


_CLAUSE = re.compile(r"[一二三四五六七八九十]{1,2}、")
"""How a clause of the notes begins that a certificate bears on its facing page: no value beside it goes on so."""

_JOINS = re.compile(r"[至到止\-—~～]")
"""How the second half of a period begins, which belongs to the first however far it stands."""


def _goes_on(part: Text, other: _Label, label: _Label) -> bool:
    place, wide = _place(part), part.fragments[0].em_wide
    if other.reach is None or other.below or other.place.x0 < label.place.x1:
        return False
    aligned = abs(place.x0 - other.reach.x0) < wide or abs(place.x0 - other.place.x0) < wide
    return aligned and 0 <= place.y0 - other.reach.y1 < _NEAR * place.height


def _is_other_label(part: Text, found: Sequence[_Label]) -> bool:
    """Whether a row's first cell is a label that isn't sought: short, in the column of labels with values beside them."""
    place, wide = _place(part), part.fragments[0].em_wide
    return bool(_LABEL_WORDS.fullmatch(part.compact.string)) and any(
        label.parts and not label.below and abs(label.place.x0 - place.x0) < wide / 2 for label in found
    )


_LABEL_WORDS = re.compile(r"[\u4e00-\u9fa5]{2,8}(?:[（(][^（）()]{1,6}[）)])?")


def _heads(found: Sequence[_Label], value: Text) -> bool:
    """Whether a value stands right under an empty label, their left edges in line, as in a form of two columns."""
    if not value:
        return False
    place, wide = _place(value), value.fragments[0].em_wide
    return any(
        not label.parts
        and abs(label.place.x0 - place.x0) < wide
        and 0 <= place.y0 - label.place.y1 < _UNDER * place.height
        for label in found
    )


_UNDER = 1.6
"""A value stands right under its label at most so many line heights away."""


def _without_unit(value: Text) -> Text:
    """Drops an explanation in brackets right after the label, as in `注册资金（万元）：`."""
    match = OTHER_NAME.match(value.string) or re.match(
        rf"{GAP}[（(][^（）()]{{1,14}}[)）]{GAP}(?=[{COLONS}\t]|$)", value.string
    )
    return value[match.end() :] if match else value


def _cells(text: Text) -> Iterator[Text]:
    """The parts between tabs."""
    start = 0
    for match in [*re.finditer("\t", text.string), None]:
        end = match.start() if match else len(text)
        part = text[start:end].strip(TRIM)
        if part:
            yield part
        start = end + 1


def _place(text: Text) -> Box:
    """The straightened box of a part of a row."""
    place: Box | None = None
    for fragment, start, end in text.runs():
        length = fragment.place.width
        box = Box(
            fragment.place.x0 + length * fragment.edges[start],
            fragment.place.y0,
            fragment.place.x0 + length * fragment.edges[end],
            fragment.place.y1,
        )
        place = box if place is None else place.union(box)
    if place is None:
        raise AssertionError("a part of a row stands on the page")
    return place


def _adopt(orphan: _Orphan, found: Sequence[_Label], margin: float) -> None:
    """Gives an orphan to the value or empty label that it stands closest to, if any is close."""
    best: tuple[float, _Label] | None = None
    own = _LABELLED.match(orphan.text.compact.string) and not any(
        _heads_alone(label, orphan) for label in found
    )
    if own or _ends_a_label(orphan, found):
        return
    for label in found:
        if (
            orphan.foreign
            and label.parts
            and not label.below
            and not orphan.place.vertical_overlap(label.place)
        ):
            continue
        distance = _distance(orphan, label, margin)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, label)
    if best is None:
        return
    label = best[1]
    if not label.parts:
        label.below = orphan.place.x0 < label.place.x1 - orphan.wide / 2
    label.take(orphan.text, orphan.place)


def _heads_alone(label: _Label, orphan: _Orphan) -> bool:
    """Whether an empty label without a colon stands over a line, their left edges in line: the line is its value."""
    gap = orphan.place.y0 - label.place.y1
    aligned = abs(orphan.place.x0 - label.place.x0) < orphan.wide / 2
    return not label.parts and not label.colon and aligned and 0 <= gap < _UNDER * orphan.place.height


def _ends_a_label(orphan: _Orphan, found: Sequence[_Label]) -> bool:
    """Whether a row's part is the end of a label above it: its brackets are broken, or its last character."""
    words = orphan.text.compact.string
    if words in _LAST and any(
        not label.parts
        and orphan.place.horizontal_overlap(label.place) > 0.5
        and orphan.place.y0 - label.place.y1 < 0.5 * orphan.place.height
        for label in found
    ):
        return True
    return bool(_LABELS_END.fullmatch(words)) and any(
        label.cut and 0 <= orphan.place.y0 - label.place.y0 < _NEAR_UNFINISHED * orphan.place.height
        for label in found
    )


_CUT_LABEL = re.compile(r"[（(][^（()）\t]{1,8}(?:\t|$)")
_LAST = frozenset("数额称关位期限码址")
"""What a label that is broken over two rows may leave for the second: its value stands beside it all the same."""

_LABELS_END = re.compile(r"[^（(]{0,4}[）)]")
"""A label's explanation in brackets that is broken over two rows: what stands in the first, and in the second."""

_LABELLED = re.compile(rf"[\u4e00-\u9fa5（）()]{{1,12}}[{COLONS}]")
"""A line that a label of its own opens, though not one that is sought."""


def _distance(orphan: _Orphan, label: _Label, margin: float) -> float | None:
    """Line heights between the orphan and the label's value, or the empty label; None where it can't belong."""
    place, wide = orphan.place, orphan.wide
    em = place.height
    if label.reach is None:
        return _distance_to_empty(orphan, label)
    gap = (place.y0 - label.reach.y1) / em
    unfinished = label.parts[-1].string.rstrip(SPACES).endswith(_GOES_ON_AFTER)
    if not -0.6 <= gap <= (_NEAR_UNFINISHED if unfinished else _NEAR):
        return None
    if unfinished and not label.below and place.x0 >= label.place.x0 - wide and place.x0 <= label.reach.x1:
        return max(0.0, gap)
    aligned = (
        label.reach.x0 - 2.5 * wide <= place.x0 <= label.reach.x0 + 3 * wide and place.x0 > label.place.x0
    )
    centred = not label.below and abs(place.centre[0] - label.reach.centre[0]) < 2 * wide
    hanging = (
        not label.below
        and not orphan.heads
        and label.reach.x1 > margin - 3 * wide
        and label.place.x0 - 3 * wide <= place.x0 <= label.reach.x0
    )
    flush = (
        not label.below
        and not orphan.heads
        and abs(place.x1 - label.reach.x1) < wide / 2
        and place.x0 > label.reach.x0 > label.place.x1 + 2 * wide
        and gap < _TIGHT
    )
    if label.below:
        aligned = place.horizontal_overlap(label.place.union(label.reach)) > 0.5
    return max(0.0, gap) if aligned or hanging or centred or flush else None


_TIGHT = 0.6
"""Line heights between the lines of a value that is set against the right margin at most."""


def _distance_to_empty(orphan: _Orphan, label: _Label) -> float | None:
    place, wide = orphan.place, orphan.wide
    em = place.height
    right = label.place.x1 - wide / 2 <= place.x0 <= label.place.x1 + 14 * wide
    apart = max(0.0, place.y0 - label.place.y1, label.place.y0 - place.y1) / em
    if right:
        beside = place.vertical_overlap(label.place) > 0
        near = apart <= _NEAR_ROW and em <= _AS_LARGE * label.place.height
        return (apart if beside else apart + _OTHER_ROW) if near else None
    gap = (place.y0 - label.place.y1) / em
    under = place.horizontal_overlap(label.place) > 0.5
    return gap + 0.3 if under and -0.2 <= gap <= 2.5 else None


_NEAR_ROW = 0.6
"""Line heights from its label's row to a value's line that stands right of it, over or under its middle, at most."""

_OTHER_ROW = 0.4
"""What is added to the distance of such a line, so that a heading right above it wins."""

_AS_LARGE = 1.5
"""A value right of its label has letters at most so many times as large: larger ones are a heading above it."""


def first(fields: Iterable[Field], name: str) -> Field | None:
    """The first field of that name."""
    return next((field for field in fields if field.name == name), None)
