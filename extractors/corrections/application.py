"""Applies corrections to what was read of a document: a pure function of the facts, the lines and the rows in force.

A row counts where it was in force on the document's own day; on the reference date, where the document bears none.
What the page prints (`raw`) and where (`evidence`) stay; a changed fact says by its note who decided so and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.document import ReadDocument, Segment
from dossier.fact import Evidence, Fact
from dossier.kinds import Kind
from dossier.name_parts import fold_name
from dossier.regions import leading
from dossier.submission import Organization
from extractors.corrections.model import Correction, Corrections
from extractors.language.authorities import Level, LevelValue, plain_name, single_level
from extractors.language.levels import authority_level
from extractors.language.outlets import spellings

_BODIES = {
    "authority_level": "issuing_authority",
    "organizer_level": "organizer",
    "party_a_level": "party_a",
    "approving_union_level": "approving_union",
    "outlet_level": "outlet",
}
"""Facts that are levels, and the fact that names whose level it is."""
_NAMES = frozenset(
    {"organization_name", "recipient", "party_a", "party_b", "organizer", "owner", "tenant", "body"}
)
"""Facts that may be the name of an organization."""
_DAYS = ("issue_date", "publish_date", "decision_date", "sign_date", "date")
_GOVERNMENT = "人民政府"
"""A body that stands as high as its region, whatever the region is."""
_UNCERTAIN = 0.5
_FOUND = 0.75
"""How sure an outlet is that only stands on the page, in a line of few other words."""
_SHARE = 0.3


def apply(
    read: ReadDocument, corrections: Corrections, organization: Organization | None, as_of: date
) -> ReadDocument:
    """The document with its facts corrected; the same object where nothing applies."""
    if not corrections.rows:
        return read
    facts = list(read.facts)
    for number, segment in enumerate(read.document.segments):
        own = [fact for fact in facts if fact.segment == number]
        one = _Part(read, number, segment, own, corrections, organization, _day(own, as_of))
        changed = {id(fact): one.corrected(fact) for fact in own}
        facts = [changed.get(id(fact), fact) for fact in facts] + list(one.added())
    return read if tuple(facts) == read.facts else read.model_copy(update={"facts": tuple(facts)})


def _day(facts: Sequence[Fact], as_of: date) -> date:
    """The day that the document bears (the first of a month that bears no day), else the reference date."""
    for name in _DAYS:
        for fact in facts:
            if fact.name == name and isinstance(fact.value, str):
                try:
                    return date.fromisoformat(fact.value if len(fact.value) > 7 else f"{fact.value}-01")
                except ValueError:
                    continue
    return as_of


@dataclass(frozen=True)
class _Part:
    """One segment of a document, with what applies to it."""

    read: ReadDocument
    number: int
    segment: Segment
    facts: Sequence[Fact]
    corrections: Corrections
    organization: Organization | None
    day: date

    def corrected(self, fact: Fact) -> Fact:
        """The fact as the rows have it; itself where none says anything of it."""
        if fact.name == "mentions_organization":
            return self._mention(fact)
        if fact.name in _NAMES and isinstance(fact.value, str):
            row = self.corrections.find("names", fact.value, self.day)
            return fact.model_copy(update={"value": row.meaning, "note": row.note}) if row else fact
        if fact.name not in _BODIES:
            return fact
        level = self._outlet(fact) if fact.name == "outlet_level" else self._authority(fact.raw)
        if level is None:
            return fact
        body = next((each for each in self.facts if each.name == _BODIES[fact.name]), fact)
        sure = round(body.confidence * (1.0 if level.certain else _UNCERTAIN), 4)
        return fact.model_copy(update={"value": level.value, "confidence": sure, "note": level.reason})

    def added(self) -> Iterator[Fact]:
        """An outlet that only the rows know, where the clipping names no other."""
        if self.segment.kind is not Kind.MEDIA_CLIPPING or any(fact.name == "outlet" for fact in self.facts):
            return
        for row in self.corrections.in_force("outlets", self.day):
            found = self._line(row.key, share=_SHARE)
            if found is not None:
                evidence, sure = found
                values = (("outlet", row.name), ("outlet_level", row.meaning))
                for name, value in values:
                    yield Fact(
                        document=self.read.document.path, segment=self.number, kind=self.segment.kind,
                        name=name, value=value, raw=row.name, confidence=round(_FOUND * sure, 4),
                        evidence=(evidence,), note=row.note,
                    )  # fmt: skip
                return

    def _mention(self, fact: Fact) -> Fact:
        """A clipping that names the applicant by another name of its own does name it."""
        if fact.value is not False or self.organization is None:
            return fact
        applicant = fold_name(self.organization.name)
        for row in self.corrections.in_force("names", self.day):
            found = self._line(row.key) if fold_name(row.meaning) == applicant else None
            if found is not None:
                evidence, sure = found
                return fact.model_copy(
                    update={
                        "value": True, "raw": row.name, "confidence": round(sure, 4),
                        "evidence": (evidence,), "note": row.note,
                    }
                )  # fmt: skip
        return fact

    def _outlet(self, fact: Fact) -> Level | None:
        named = [str(each.value) for each in self.facts if each.name == "outlet"][:1]
        for spelling in (each for name in (*named, fact.raw) for each in spellings(name)):
            row = self.corrections.find("outlets", spelling, self.day)
            if row is not None:
                return _as_level(row)
        return None

    def _authority(self, issuers: str) -> Level | None:
        """The level of issuers, one of whom a row knows; None where no row says anything."""
        used: list[Correction] = []

        def single(name: str, region: str | None) -> Level:
            found = self._single(name, region)
            if found is None:
                return single_level(name, region)
            used.append(found[0])
            return found[1]

        region = None if self.organization is None else self.organization.name
        level = single(issuers, region)
        if not used:
            level = authority_level(issuers, region, single=single)
        return level if used else None

    def _single(self, name: str, region: str | None) -> tuple[Correction, Level] | None:
        plain = plain_name(name)
        row = self.corrections.find("authorities", plain, self.day)
        if row is not None:
            return row, _as_level(row)
        end = leading(plain).end or int(plain[:1] in {"省", "市", "区", "县"})
        row = self.corrections.find("departments", plain[end:], self.day) if end else None
        if row is None:
            return None
        level = single_level(plain[:end] + _GOVERNMENT, region)
        return row, Level(level.value, level.certain, f"{level.reason}；{row.note}", level.region)

    def _line(self, key: str, share: float = 0.0) -> tuple[Evidence, float] | None:
        """The first line of the segment that has the name, which is at least that share of it; and how sure its text is."""
        first, last = self.segment.pages
        for page in self.read.reading.pages:
            if not first <= page.number <= last:
                continue
            for line in page.lines:
                folded = fold_name(line.text)
                if key in folded and len(key) >= share * len(folded):
                    placed = page.rendered or line.locator is None
                    place = Evidence(
                        page=page.number,
                        box=line.box if placed else None,
                        text=line.text,
                        locator=line.locator,
                    )
                    return place, line.confidence
        return None


def _as_level(row: Correction) -> Level:
    value: LevelValue = row.meaning  # type: ignore[assignment]
    return Level(value, True, row.note)
