"""One document as the kinds see it: its pages as rows, its text, its labelled values, and how facts are made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import JsonValue

from dossier.fact import Fact
from dossier.kinds import Kind
from dossier.submission import Organization
from extractors.confidence import at_its_word
from extractors.fields import Field, find_fields
from extractors.labels import Labels
from extractors.layout import Layout, Row
from extractors.text import Fragment, Text


@dataclass(frozen=True, eq=False)
class Entity:
    """A labelled stretch of the text."""

    label: str
    text: Text


def _is_low(fragment: Fragment, page: int) -> bool:
    return fragment.page.number == page and fragment.place.centre[1] > _MIDDLE


_MIDDLE = 0.5

_RECIPIENTS = re.compile(r"\s*(?:抄|主|分)?[报送发]\s*[：:]")
"""How a line at a paper's foot begins that says to whom it goes: `报：…`, `抄送：…`."""


@dataclass(frozen=True, eq=False)
class Paper:
    """A document of one kind: the pages of one segment of a file."""

    path: str
    segment: int
    kind: Kind
    layouts: tuple[Layout, ...]
    organization: Organization | None = None

    @cached_property
    def text(self) -> Text:
        """All rows of all pages, a line each."""
        return Text.join("\n", [layout.text for layout in self.layouts])

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all pages."""
        return tuple(row for layout in self.layouts for row in layout.rows)

    @cached_property
    def title(self) -> Text:
        """The document's title, see `extractors.titles`."""
        from extractors.titles import find_title

        return find_title(self.layouts)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """What the language pipeline marks in the text: AUTHORITY, UNION, OUTLET, DATE, MONEY, DOCNO, USCC, DIVISION …"""
        from extractors.language import analyse
        from extractors.language.pipeline import SPANS

        compact = self.text.compact
        doc = analyse(compact.string)
        return tuple(
            Entity(span.label_, compact[span.start_char : span.end_char]) for span in doc.spans[SPANS]
        )

    def bodies_below(self, *labels: str) -> list[Text]:
        """Authorities and the like named in the lower half of the last page, lowest first; none to whom it went."""
        last = self.layouts[-1].page.number
        found = [entity.text for entity in self.entities if entity.label in labels]
        lower = [
            text
            for text in found
            if any(_is_low(fragment, last) for fragment in text.fragments)
            and not any(_RECIPIENTS.match(fragment.text) for fragment in text.fragments)
        ]
        return sorted(lower, key=lambda text: -text.fragments[0].place.y0)

    def fields(self, labels: Labels) -> list[Field]:
        """Labelled values on all pages, in reading order."""
        return [field for layout in self.layouts for field in find_fields(layout, labels)]

    def fact(
        self,
        name: str,
        value: JsonValue,
        at: Text | Sequence[Text],
        *,
        sure: float = 1.0,
        raw: str | None = None,
        note: str | None = None,
    ) -> Fact:
        """A fact with its evidence. `sure` (0 to 1) is how far the rule that found it can be trusted on clear text,
        as it seems to who wrote the rule (see `extractors.confidence`).
        """
        places = [at] if isinstance(at, Text) else list(at)
        evidence = tuple(found for place in places for found in place.evidence())
        return Fact(
            document=self.path,
            segment=self.segment,
            kind=self.kind,
            name=name,
            value=value,
            raw=raw if raw is not None else "".join(place.compact.string for place in places),
            confidence=at_its_word(sure * min((place.confidence for place in places), default=0.0)),
            evidence=evidence,
            note=note,
        )
