"""A report laid out for the workbench: what there is to settle, in order, and the places that each rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.document import Document
from dossier.fact import Evidence, Fact
from dossier.finding import Discrepancy, Finding, Verdict
from dossier.geometry import Box
from dossier.kinds import KIND_NAMES
from dossier.report import Report
from review.reports import messages as names
from review.reports import places, words
from review.reports.summary import Summary, summarise
from review.reports.titles import CriterionTitle
from review.reports.view import by_weight
from review.site import workbench_messages as messages
from review.site.workbench_sheet import corners


@dataclass(frozen=True)
class Spot:
    """A place in a document that can be stepped to. `box` is in fractions of the upright page."""

    document: str
    page: int
    box: Box | None
    locator: str | None
    text: str
    fact: str
    """Name of the fact that is found there, where it is one."""

    @property
    def corners(self) -> str:
        """The box as four numbers for the script; empty without one."""
        return corners(self.box)

    @property
    def where(self) -> str:
        """The page as people call it, or the locator where the format has no pages."""
        return self.locator or words.pages(self.page, self.page)


@dataclass(frozen=True)
class Item:
    """A discrepancy or a finding: one of what a reviewer steps through."""

    key: str
    """What the address calls it: a criterion, or the fingerprint of a discrepancy."""
    tone: str
    tag: str
    criterion: str
    name: str
    points: str
    told: str
    clause: str
    source: str
    asks: str
    spots: tuple[Spot, ...]
    no_spot: str
    document: str | None
    """What to show where there is no spot."""
    related: tuple[tuple[str, str], ...] = ()
    """Keys and names of the other items on the same criterion."""


@dataclass(frozen=True)
class Group:
    """Items under a heading."""

    title: str
    hint: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class DocumentEntry:
    """A document in the list of all."""

    document: Document
    kind: str
    troubled: bool
    cited: int
    """How many items have a spot in it."""


@dataclass(frozen=True)
class Workbench:
    """All that stands on the left."""

    report: Report
    summary: Summary
    discrepancies: tuple[Group, ...]
    findings: tuple[Group, ...]
    documents: tuple[DocumentEntry, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of the page."""
        return tuple(item for group in (*self.discrepancies, *self.findings) for item in group.items)


def lay_out(report: Report, titles: Mapping[str, CriterionTitle]) -> Workbench:
    """The workbench's left side."""
    by_criterion = {found.criterion: found for found in report.findings}
    told = [
        _of_discrepancy(each, report.facts, titles, by_criterion) for each in by_weight(report.discrepancies)
    ]
    found = [_of_finding(each, report.facts, titles) for each in report.findings]
    linked = _linked(told, found)
    told, found = linked[: len(told)], linked[len(told) :]
    return Workbench(
        report=report,
        summary=summarise(report, titles),
        discrepancies=tuple(
            Group(name, messages.SEVERITY_HINTS[severity], members)
            for severity, name in names.SEVERITY_NAMES.items()
            if (members := tuple(each for each in told if each.tone == severity))
        ),
        findings=_by_section(found, titles),
        documents=tuple(_entry(each, linked) for each in report.documents),
    )


def _of_discrepancy(
    told: Discrepancy,
    facts: Sequence[Fact],
    titles: Mapping[str, CriterionTitle],
    by_criterion: Mapping[str, Finding],
) -> Item:
    title, found = titles.get(told.criterion or ""), by_criterion.get(told.criterion or "")
    rested = [facts[index] for index in found.facts] if found else []
    spots = _spots(told.evidence, told.document, rested)
    missing = found is not None and found.verdict is Verdict.MISSING
    return Item(
        key=told.fingerprint,
        tone=told.severity.value,
        tag=names.SEVERITY_NAMES[told.severity],
        criterion=told.criterion or "",
        name=names.CODE_NAMES[told.code],
        points=_points(found) if found else "",
        told=told.message,
        clause=found.rule.clause if found else title.clause if title else "",
        source=found.rule.source if found else "",
        asks=title.asks if title else "",
        spots=spots,
        no_spot="" if spots else messages.NO_PLACE_MISSING if missing else messages.NO_PLACE,
        document=told.document,
    )


def _of_finding(found: Finding, facts: Sequence[Fact], titles: Mapping[str, CriterionTitle]) -> Item:
    title = titles.get(found.criterion)
    return Item(
        key=found.criterion,
        tone=found.verdict.value,
        tag=names.VERDICT_NAMES[found.verdict],
        criterion=found.criterion,
        name=title.title if title else "",
        points=_points(found),
        told=found.explanation,
        clause=found.rule.clause,
        source=found.rule.source,
        asks=title.asks if title else "",
        spots=_spots(found.evidence, None, [facts[index] for index in found.facts]),
        no_spot=found.no_evidence or "",
        document=None,
    )


def _points(found: Finding) -> str:
    if not found.claimed and not found.supported[1]:
        return ""
    return f"{words.number(found.claimed)} → {words.interval(found.supported)}"


def _spots(evidence: Sequence[Evidence], document: str | None, rested: Sequence[Fact]) -> tuple[Spot, ...]:
    """Each place once, named by the fact that is found there."""
    facts = {
        places.key(place, each.document): names.fact_name(each.name)
        for each in rested
        for place in each.evidence
    }
    spots: dict[places.PlaceKey, Spot] = {}
    for each in evidence:
        key = places.key(each, document)
        spots[key] = Spot(key[0], each.page, each.box, each.locator, each.text, facts.get(key, ""))
    return tuple(spots.values())


def _linked(told: Sequence[Item], found: Sequence[Item]) -> list[Item]:
    """The items, each with the others on its criterion."""
    by_criterion: dict[str, list[Item]] = {}
    for item in (*told, *found):
        if item.criterion:
            by_criterion.setdefault(item.criterion, []).append(item)
    return [
        replace(
            item,
            related=tuple(
                (other.key, f"{other.tag} {other.name}")
                for other in by_criterion.get(item.criterion, ())
                if other is not item
            ),
        )
        for item in (*told, *found)
    ]


def _by_section(found: Sequence[Item], titles: Mapping[str, CriterionTitle]) -> tuple[Group, ...]:
    sections: dict[str, list[Item]] = {}
    for item in found:
        title = titles.get(item.criterion)
        sections.setdefault(title.section if title else "", []).append(item)
    return tuple(Group(section, "", tuple(items)) for section, items in sections.items())


def _entry(document: Document, items: Sequence[Item]) -> DocumentEntry:
    return DocumentEntry(
        document=document,
        kind=KIND_NAMES[document.kind],
        troubled=bool(document.problems),
        cited=sum(any(spot.document == document.path for spot in item.spots) for item in items),
    )
