"""One page of a document laid out for looking at: lines, seals and traces with their places, and the facts read there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.document import Document
from dossier.fact import Evidence, Fact
from dossier.geometry import Box
from dossier.page import Line, Page, Reading
from dossier.report import Report
from review.reports import messages as names
from review.reports import words

UNITS = 1000
"""Width of a page in the units of its drawing."""
UNSURE = 0.8
"""Lines that were read with less confidence are drawn as such."""
_SAME = 0.5
"""A line and a fact's place are the same where so much of either lies in the other."""
_AROUND_SEAL = 0.02


@dataclass(frozen=True)
class Area:
    """A rectangle in the drawing's units."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class LineView:
    """A line of the page. `facts` are positions in the report's facts."""

    area: Area
    size: float
    """Of its letters, in the drawing's units."""
    text: str
    locator: str | None
    confidence: str
    unsure: bool
    facts: tuple[int, ...]


@dataclass(frozen=True)
class FactView:
    """A fact that is found on the page, and the findings that rest on it."""

    index: int
    name: str
    value: str
    raw: str
    confidence: str
    note: str | None
    corners: str
    locator: str | None
    findings: tuple[str, ...]


@dataclass(frozen=True)
class SealView:
    """A seal: where it is, what could be read of it, and the part of the page to show as its picture."""

    area: Area
    around: Area
    text: str
    confidence: str


@dataclass(frozen=True)
class TraceView:
    """A signal with its place, where it has one."""

    area: Area | None
    message: str
    text: str


@dataclass(frozen=True)
class Sheet:
    """A page. `height` is in the drawing's units."""

    document: Document
    page: Page
    height: float
    lines: tuple[LineView, ...]
    facts: tuple[FactView, ...]
    seals: tuple[SealView, ...]
    traces: tuple[TraceView, ...]
    problems: tuple[str, ...]
    origin: str


def lay_out(report: Report, document: Document, reading: Reading, number: int) -> Sheet:
    """The page, from 1. LookupError where the reading hasn't got it."""
    if not 1 <= number <= len(reading.pages):
        raise LookupError(f"{document.path} has no page {number}")
    page = reading.pages[number - 1]
    height = UNITS * page.height / page.width
    found = [
        (index, fact, place)
        for index, fact in enumerate(report.facts)
        if fact.document == document.path
        for place in fact.evidence
        if place.page == number
    ]
    return Sheet(
        document=document,
        page=page,
        height=round(height, 1),
        lines=tuple(_line(line, height, found) for line in page.lines),
        facts=_facts(found, report),
        seals=tuple(
            SealView(
                _area(seal.box, height),
                _area(_wider(seal.box), height),
                seal.text,
                words.percent(round(seal.confidence, 2)),
            )
            for seal in page.seals
        ),
        traces=tuple(
            TraceView(_area(each.box, height) if each.box else None, each.message, each.text)
            for each in reading.signals
            if each.page == number
        ),
        problems=problems_of(document, number),
        origin=names.ORIGIN_NAMES[page.origin],
    )


def problems_of(document: Document, page: int | None = None) -> tuple[str, ...]:
    """What stood in the way of reading the document as a whole, and this page of it."""
    return tuple(
        f"{names.PROBLEM_NAMES[problem.code]}：{problem.message}"
        for problem in document.problems
        if problem.page in {None, page}
    )


def corners(box: Box | None) -> str:
    """A box as four numbers for the script; empty without one."""
    return " ".join(f"{edge:g}" for edge in box) if box is not None else ""


def _facts(found: Sequence[tuple[int, Fact, Evidence]], report: Report) -> tuple[FactView, ...]:
    """Each fact once, at its first place on the page."""
    resting: dict[int, list[str]] = {}
    for finding in report.findings:
        for index in finding.facts:
            resting.setdefault(index, []).append(finding.criterion)
    views: dict[int, FactView] = {}
    for index, fact, place in found:
        views.setdefault(index, _fact(index, fact, place, resting))
    return tuple(views.values())


def _fact(index: int, fact: Fact, place: Evidence, resting: Mapping[int, list[str]]) -> FactView:
    return FactView(
        index=index,
        name=names.fact_name(fact.name),
        value=words.fact_value(fact.name, fact.value, fact.raw),
        raw=fact.raw,
        confidence=words.percent(round(fact.confidence, 2)),
        note=fact.note,
        corners=corners(place.box),
        locator=place.locator,
        findings=tuple(dict.fromkeys(resting.get(index, ()))),
    )


def _line(line: Line, height: float, found: Sequence[tuple[int, Fact, Evidence]]) -> LineView:
    box = line.box
    area = _area(box, height)
    upright = area.width >= area.height
    return LineView(
        area=area,
        size=round(0.82 * min(area.width, area.height), 1) if upright else round(0.9 * area.width, 1),
        text=line.text,
        locator=line.locator,
        confidence=words.percent(round(line.confidence, 2)),
        unsure=line.confidence < UNSURE,
        facts=tuple(dict.fromkeys(index for index, _, place in found if _same(line, box, place))),
    )


def _same(line: Line, box: Box, place: Evidence) -> bool:
    if place.box is not None:
        return max(place.box.share_inside(box), box.share_inside(place.box)) > _SAME
    return line.locator == place.locator and (place.text in line.text or line.text in place.text)


def _area(box: Box, height: float) -> Area:
    return Area(
        round(box.x0 * UNITS, 1),
        round(box.y0 * height, 1),
        round(box.width * UNITS, 1),
        round(box.height * height, 1),
    )


def _wider(box: Box) -> Box:
    return Box(
        max(0.0, box.x0 - _AROUND_SEAL),
        max(0.0, box.y0 - _AROUND_SEAL),
        min(1.0, box.x1 + _AROUND_SEAL),
        min(1.0, box.y1 + _AROUND_SEAL),
    )
