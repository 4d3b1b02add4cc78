"""One document as the kinds see it: its pages as rows, its text, its labelled values, and how facts are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import JsonValue

from dossier.fact import Fact
from dossier.kinds import Kind
from dossier.submission import Organization
from extractors.fields import Field, Labels, find_fields
from extractors.layout import Layout, Row
from extractors.text import Text


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
        """A fact with its evidence. `sure` (0 to 1) is how far the rule that found it can be trusted on clear text."""
        places = [at] if isinstance(at, Text) else list(at)
        evidence = tuple(found for place in places for found in place.evidence())
        return Fact(
            document=self.path,
            segment=self.segment,
            kind=self.kind,
            name=name,
            value=value,
            raw=raw if raw is not None else "".join(place.compact.string for place in places),
            confidence=round(sure * min((place.confidence for place in places), default=0.0), 4),
            evidence=evidence,
            note=note,
        )

