"""The form of a correction: which fact it is about, and the fact that comes of what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, Field

from dossier.document import Document
from dossier.fact import Evidence, Fact
from dossier.geometry import Box
from dossier.kinds import Kind
from dossier.page import Reading
from dossier.report import Report
from dossier.revision import RevisedFact
from flows.replaying import Kept
from flows.revisions import UNTYPED, value_of
from review.api.problems import Problem
from review.reports import words
from review.reports.messages import FACT_NAMES
from review.site import revisions_messages as messages


class Typed(BaseModel):
    """What the form says."""

    version: int = Field(ge=0)
    before: str = Field(pattern=r"^[0-9a-f]{64}$")
    """sha256 of the report that the reviewer saw."""
    fact: int | None = Field(default=None, ge=0)
    """Its position in that report; None: a new one."""
    document: str = Field(default="", max_length=2000)
    page: int = Field(default=1, ge=1)
    name: str = Field(default="", max_length=60)
    value: str = Field(default="", max_length=2000)
    box: str = Field(default="", max_length=100)
    """Four fractions of the upright page; empty: none was drawn."""
    removed: bool = False
    reason: str = Field(default="", max_length=2000)


@dataclass(frozen=True)
class Target:
    """What is corrected. `fact` None: one is added."""

    document: Document
    segment: int
    kind: Kind
    page: int
    index: int | None
    fact: Fact | None

    @property
    def name(self) -> str:
        """The fact's own name; empty for one that is added."""
        return self.fact.name if self.fact is not None else ""

    @property
    def title(self) -> str:
        """What people call the fact."""
        return FACT_NAMES.get(self.name, self.name)

    @property
    def shown(self) -> str:
        """The value as people read it."""
        fact = self.fact
        return words.fact_value(fact.name, fact.value, fact.raw) if fact is not None else ""


def correctable(kind: Kind) -> Sequence[str]:
    """The facts that a document of that kind may have, by their Chinese names."""
    from rubric.evidence import FACTS

    names = FACTS[kind] - UNTYPED
    return sorted(names, key=lambda each: FACT_NAMES.get(each, each))


def target_of(report: Report, fact: int | None, document: str, page: int) -> Target:
    """The fact at a position in the report, or the part of a document (empty: the first) to which one is added. Problem `not-found`."""
    if fact is not None:
        if fact >= len(report.facts) or report.facts[fact].name in UNTYPED:
            raise Problem("not-found", messages.NO_FACT)
        found = report.facts[fact]
        own = next(each for each in report.documents if each.path == found.document)
        return Target(own, found.segment, found.kind, found.evidence[0].page, fact, found)
    own = next((each for each in report.documents if document in {"", each.path}), None)
    if own is None or not 1 <= page <= own.pages:
        raise Problem("not-found", messages.NO_PAGE)
    for number, segment in enumerate(own.segments):
        if segment.pages[0] <= page <= segment.pages[1]:
            return Target(own, number, segment.kind, page, None, None)
    return Target(own, 0, own.kind, page, None, None)


def revised(kept: Kept, typed: Typed) -> RevisedFact:
    """The fact as corrected. ValueUnusableError; Problem `invalid` where something is missing, `not-found`."""
    target = target_of(kept.report, typed.fact, typed.document, typed.page)
    name = target.name or typed.name
    if name not in correctable(target.kind) and target.fact is None:
        raise Problem("invalid", messages.NO_NAME)
    raw = typed.value.strip()
    if not raw and not typed.removed:
        raise Problem("invalid", messages.NO_VALUE)
    reading = next(each.reading for each in kept.documents if each.document.path == target.document.path)
    return RevisedFact(
        document=target.document.path,
        sha256=target.document.sha256,
        segment=target.segment,
        kind=target.kind,
        name=name,
        was=target.fact.raw if target.fact is not None else None,
        value=None if typed.removed else value_of(name, raw),
        raw=raw,
        removed=typed.removed,
        evidence=_place(target, reading, typed, raw),
    )


def _place(target: Target, reading: Reading, typed: Typed, raw: str) -> Evidence:
    """Where it stands: the box that was drawn, or in a format without pages the line in it; else where the fact stood."""
    box = _box(typed.box)
    if box is None:
        if target.fact is None:
            raise Problem("invalid", messages.NO_BOX)
        place = target.fact.evidence[0]
        return place.model_copy(update={"text": raw or place.text})
    number = typed.page
    if not 1 <= number <= len(reading.pages):
        raise Problem("not-found", messages.NO_PAGE)
    page = reading.pages[number - 1]
    if page.rendered:
        return Evidence(page=number, box=box, text=raw)
    line = max(page.lines, key=lambda each: each.box.share_inside(box), default=None)
    if line is None or line.locator is None or line.box.share_inside(box) == 0:
        raise Problem("invalid", messages.NO_LINE)
    return Evidence(page=number, box=None, text=raw, locator=line.locator)


def _box(text: str) -> Box | None:
    if not text.strip():
        return None
    try:
        x0, y0, x1, y1 = (min(1.0, max(0.0, float(each))) for each in text.split())
    except ValueError:
        raise Problem("invalid", messages.NO_BOX) from None
    if not (x0 < x1 and y0 < y1):
        raise Problem("invalid", messages.NO_BOX)
    return Box(x0, y0, x1, y1)
