"""The report laid out for a reader: what page, PDF and workbook show, in the order they show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from dossier.document import Document
from dossier.fact import Evidence, Fact
from dossier.finding import Discrepancy, Finding, Severity
from dossier.kinds import KIND_NAMES, Kind
from dossier.report import Report
from review.reports import messages, words
from review.reports.places import Place, Places
from review.reports.summary import Summary, summarise
from review.reports.titles import CriterionTitle

SEVERITY_ORDER = {severity: position for position, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Shown:
    """A place as it is shown with one discrepancy or finding: which file, and where its own row is."""

    place: Place
    document_anchor: str | None
    kind: str
    claims: bool
    """Whether the place is in the application: what is claimed, not what proves it."""


@dataclass(frozen=True)
class DiscrepancyView:
    """A discrepancy with its number (heaviest first), its criterion and its places."""

    number: int
    told: Discrepancy
    severity: str
    name: str
    criterion: str
    clause: str
    asks: str
    clause_text: str | None
    points: tuple[str, str] | None
    """Claimed and supported points of its criterion."""
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class FindingView:
    """The verdict on a criterion, ready for a row."""

    found: Finding
    title: str
    maximum: float | None
    gate: bool
    verdict: str
    claimed: str
    supported: str
    clause: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class FactView:
    """A fact with its page, and the anchor where that page can be looked at."""

    fact: Fact
    name: str
    value: str
    raw: str
    confidence: str
    page: int
    locator: str | None
    anchor: str | None


@dataclass(frozen=True)
class DocumentView:
    """A document, and what was read from it."""

    anchor: str
    document: Document
    kind: str
    confidence: str
    origin: str
    segments: tuple[str, ...]
    problems: tuple[str, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class ReportView:
    """All that is shown."""

    report: Report
    summary: Summary
    discrepancies: tuple[DiscrepancyView, ...]
    findings: tuple[FindingView, ...]
    documents: tuple[DocumentView, ...]
    places: Places

    @property
    def severities(self) -> tuple[tuple[str, str, int], ...]:
        """Severity, its name and how many there are, heaviest first; those that don't occur are left out."""
        counts = dict.fromkeys(Severity, 0)
        for view in self.discrepancies:
            counts[view.told.severity] += 1
        return tuple(
            (severity.value, messages.SEVERITY_NAMES[severity], count)
            for severity, count in counts.items()
            if count
        )

    @property
    def verdicts(self) -> tuple[tuple[str, str, int], ...]:
        """Verdict, its name and how many findings have it, in the order in which they first occur."""
        counts: dict[str, int] = {}
        for view in self.findings:
            counts[view.found.verdict.value] = counts.get(view.found.verdict.value, 0) + 1
        names = {verdict.value: name for verdict, name in messages.VERDICT_NAMES.items()}
        return tuple((verdict, names[verdict], count) for verdict, count in counts.items())


def lay_out(report: Report, titles: Mapping[str, CriterionTitle], places: Places) -> ReportView:
    """The report for a reader, with the places that it points at."""
    anchors = {document.path: f"d{number}" for number, document in enumerate(report.documents, 1)}
    kinds = {document.path: document.kind for document in report.documents}
    points = {
        found.criterion: (words.number(found.claimed), words.interval(found.supported))
        for found in report.findings
        if found.claimed or found.supported[1]
    }

    def shown(evidence: tuple[Evidence, ...], document: str | None) -> tuple[Shown, ...]:
        found = dict.fromkeys(places.of(item, document) for item in evidence)
        return tuple(_shown(place, anchors.get(place.document), kinds.get(place.document)) for place in found)

    def told_view(number: int, told: Discrepancy) -> DiscrepancyView:
        title = titles.get(told.criterion or "")
        return DiscrepancyView(
            number=number,
            told=told,
            severity=messages.SEVERITY_NAMES[told.severity],
            name=messages.CODE_NAMES[told.code],
            criterion=f"{told.criterion} {title.title}" if title else told.criterion or "",
            clause=title.clause if title else "",
            asks=title.asks if title else "",
            clause_text=title.clause_text if title else None,
            points=points.get(told.criterion or ""),
            shown=shown(told.evidence, told.document),
        )

    return ReportView(
        report=report,
        summary=summarise(report, titles),
        discrepancies=tuple(
            told_view(number, told) for number, told in enumerate(by_weight(report.discrepancies), 1)
        ),
        findings=tuple(_finding(found, titles, shown(found.evidence, None)) for found in report.findings),
        documents=tuple(
            _document(document, anchors[document.path], report, places) for document in report.documents
        ),
        places=places,
    )


def by_weight(discrepancies: tuple[Discrepancy, ...]) -> list[Discrepancy]:
    """The heaviest first; those of one severity stay in the order in which they were found."""
    return sorted(discrepancies, key=lambda told: SEVERITY_ORDER[told.severity])


def _shown(place: Place, anchor: str | None, kind: Kind | None) -> Shown:
    claims = kind is Kind.APPLICATION_FORM or (
        kind is None and PurePosixPath(place.document).stem in messages.APPLICATION_STEMS
    )
    return Shown(place, anchor, messages.CLAIM if claims else KIND_NAMES[kind] if kind else "", claims)


def _finding(found: Finding, titles: Mapping[str, CriterionTitle], shown: tuple[Shown, ...]) -> FindingView:
    title = titles.get(found.criterion)
    return FindingView(
        found=found,
        title=title.title if title else "",
        maximum=title.maximum if title else None,
        gate=bool(title and title.gate),
        verdict=messages.VERDICT_NAMES[found.verdict],
        claimed=words.number(found.claimed),
        supported=words.interval(found.supported),
        clause=found.rule.clause,
        shown=shown,
    )


def _document(document: Document, anchor: str, report: Report, places: Places) -> DocumentView:
    shown_pages = {(page.document, page.page): page.id for page in places.pages}
    segments = tuple(
        f"{words.pages(*segment.pages)} {KIND_NAMES[segment.kind]}" for segment in document.segments
    )
    return DocumentView(
        anchor=anchor,
        document=document,
        kind=KIND_NAMES[document.kind],
        confidence=words.percent(round(document.kind_confidence, 2)),
        origin=messages.ORIGIN_NAMES[document.origin],
        segments=segments if len(segments) > 1 else (),
        problems=tuple(
            messages.PROBLEM_NAMES[problem.code]
            + (f"（第{problem.page}页）" if problem.page else "")
            + f"：{problem.message}"
            for problem in document.problems
        ),
        facts=tuple(
            _fact(fact, places, shown_pages) for fact in report.facts if fact.document == document.path
        ),
    )


def _fact(fact: Fact, places: Places, shown_pages: Mapping[tuple[str, int], str]) -> FactView:
    first = fact.evidence[0]
    place = places.find(first, fact.document)
    on_page = place.id if place is not None and place.on_page else None
    return FactView(
        fact=fact,
        name=messages.fact_name(fact.name),
        value=words.fact_value(fact.name, fact.value, fact.raw),
        raw=fact.raw,
        confidence=words.percent(round(fact.confidence, 2)),
        page=first.page,
        locator=first.locator,
        anchor=on_page or shown_pages.get((fact.document, first.page)),
    )
