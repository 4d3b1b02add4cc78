"""A fact's value with how far it can be relied on, and its readings as date, number, text or list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import JsonValue

from dossier.dates import PartialDate, parse_period

if TYPE_CHECKING:
    from verifiers.exhibits import Held


_LARGEST = 1e12
_YEARS = range(1900, 2101)
"""What lies outside was misread."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a document says under one name. Absent facts have no `held`; `sure` facts may decide."""

    raw_value: JsonValue
    raw: str
    sure: bool
    held: tuple[Held, ...]
    conflict: bool = False
    """Whether the document says several things under the name."""

    @classmethod
    def absent(cls) -> Value:
        """What a document says that doesn't have the fact."""
        return cls(None, "", sure=False, held=())

    @property
    def present(self) -> bool:
        """Whether the document has the fact at all, be its value null."""
        return bool(self.held)

    @property
    def confidence(self) -> float:
        """Confidence of the best fact; 0 where absent."""
        return max((held.fact.confidence for held in self.held), default=0.0)

    @property
    def text(self) -> str | None:
        """As text, else None."""
        return self.raw_value if isinstance(self.raw_value, str) and self.raw_value.strip() else None

    @property
    def number(self) -> float | None:
        """As a number that a document can mean, else None."""
        value = self.raw_value
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(value) if abs(value) <= _LARGEST else None

    @property
    def flag(self) -> bool | None:
        """As yes or no, else None."""
        return self.raw_value if isinstance(self.raw_value, bool) else None

    @property
    def names(self) -> tuple[str, ...]:
        """As a list of texts; one text is a list of one."""
        value = self.raw_value
        found = value if isinstance(value, list) else [value]
        return tuple(each for each in found if isinstance(each, str) and each.strip())

    @property
    def date(self) -> PartialDate | None:
        """As a date of our time, else None."""
        try:
            found = None if self.text is None else PartialDate.parse(self.text)
        except ValueError:
            return None
        return found if found is not None and found.year in _YEARS else None

    @property
    def period(self) -> tuple[PartialDate, PartialDate] | None:
        """As a period of our time, else None."""
        try:
            found = None if self.text is None else parse_period(self.text)
        except ValueError:
            return None
        return found if found is not None and all(end.year in _YEARS for end in found) else None

    @property
    def endless(self) -> bool:
        """Whether it is an end that never comes (长期)."""
        return self.present and self.raw_value is None
