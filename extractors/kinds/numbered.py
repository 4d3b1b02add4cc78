"""Numbers of papers: a document's, as in 苏工发〔2024〕12号, and a certificate's."""

from __future__ import annotations

import re

from dossier.fact import Fact
from extractors.fields import Field, first
from extractors.paper import Paper
from extractors.text import Text


def certificate_number(paper: Paper, fields: list[Field]) -> list[Fact]:
    """A labelled certificate number."""
    field = first(fields, "certificate_number")
    if field is None:
        return _bare_number(paper)
    compact = field.cell if re.search(r"\d", field.cell.string) else field.text.compact
    match = re.search(
        r"[A-Za-z0-9\u4e00-\u9fa5〔〕\[\]（）()\-—/第.．]*\d[A-Za-z0-9〔〕\[\]（）()\-—/号]*", compact.string
    )
    if match is None:
        return []
    number = compact[match.start() : match.end()]
    if _DAY.fullmatch(number.string):
        return []
    return [paper.fact("certificate_number", number.string, number, sure=0.95)]


_DAY = re.compile(r"(?:19|20)\d\d[年./—-]\d{1,2}[月./—-]\d{1,2}日?")
"""A day, which is no number but another label's value."""

_BARE_NUMBER = re.compile(r"(?:N[oOº°][.．:：]?|№)\s*([A-Z0-9][A-Z0-9\-—]{3,24})(?![A-Z0-9])")


def _bare_number(paper: Paper) -> list[Fact]:
    """A number behind `No.` that no label stands before, in a short line of its own or at a line's end."""
    for row in paper.rows:
        compact = row.text.compact
        match = _BARE_NUMBER.search(compact.string)
        if match and match.end() == len(compact) and len(compact) <= _NUMBER_LINE:
            number = compact[match.start(1) : match.end(1)]
            return [paper.fact("certificate_number", number.string, number, sure=0.85)]
    return []


_NUMBER_LINE = 40


def document_number(paper: Paper, text: Text | None = None) -> list[Fact]:
    """The first document number, as in 苏工发〔2024〕12号. A bare 第12号 is another's, such as a certificate's."""
    from extractors.language.numbers import find_document_numbers

    cells = (
        [Text.of(each).compact for row in paper.rows[:12] for each in row.fragments] if text is None else []
    )
    for alone in cells:
        if NUMBER_ALONE.fullmatch(alone.string):
            return [_number_fact(paper, alone)]
    compact = (text or paper.text).compact
    for found in find_document_numbers(compact.string):
        if text is not None or found.confidence >= _TELLING:
            return [_number_fact(paper, compact[found.start : found.end])]
    return []


_TELLING = 0.6
"""How sure a number is of being a document's where no label says so."""

_OPEN, _CLOSE = "〔﹝[［【（(", "〕﹞]］】）)"
NUMBER_ALONE = re.compile(
    rf"[\u4e00-\u9fa5]{{1,14}}[{re.escape(_OPEN)}]\d{{4}}[{re.escape(_CLOSE)}]第?\d{{1,5}}号"
)
"""A document's number that is all that its line holds."""


def _number_fact(paper: Paper, place: Text) -> Fact:
    return paper.fact("document_number", tidy_number(place), place, sure=0.97)


def tidy_number(place: Text) -> str:
    """A document's number as printed. Read from pixels, two brackets that are no pair are made 〔〕, round ones full width.

    OCR takes one of two brackets for another kind now and then, hardly ever both.
    """
    if all(fragment.line.origin == "text" for fragment in place.fragments):
        return place.string
    return _YEAR.sub(_paired, place.string)


_YEAR = re.compile(rf"([{re.escape(_OPEN)}])(\d{{4}})([{re.escape(_CLOSE)}])")
_PAIRS = {"[]": "[]", "［］": "[]", "【】": "【】", "﹝﹞": "〔〕"}


def _paired(found: re.Match[str]) -> str:
    opening, year, closing = found.groups()
    pair = _PAIRS.get(opening + closing, "〔〕")
    if opening in "（(" and closing in "）)":
        pair = "（）"
    return f"{pair[0]}{year}{pair[1]}"
