"""What a report needs to know of each criterion, so that it can be written without the rubric at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from rubric.model import Rubric


@dataclass(frozen=True)
class CriterionTitle:
    """A criterion as the report names it. `section` is its heading, `clause` its place in the notice."""

    title: str
    maximum: float
    clause: str = ""
    section: str = ""
    gate: Literal["fails", "review"] | None = None
    """For a gate: what it means that there is no proof. None: the criterion is no gate."""
    asks: str = ""
    """What the clause asks, paraphrased."""
    clause_text: str | None = None
    """The clause's own words, where the office has laid its copy of the notice beside the rubric."""


def titles_of(
    rubric: Rubric, day: date, *, clause_texts: Mapping[str, str] | None = None
) -> dict[str, CriterionTitle]:
    """The titles of the criteria in force on a day. `clause_texts`: criterion id to its clause's words."""
    sections = {section.id: section.title for section in rubric.sections}
    texts = clause_texts or {}
    return {
        criterion.id: CriterionTitle(
            title=criterion.title,
            maximum=float(criterion.points),
            clause=criterion.clause.place,
            section=sections.get(criterion.section, ""),
            gate=criterion.gate.missing if criterion.gate else None,
            asks=criterion.clause.asks,
            clause_text=texts.get(criterion.id),
        )
        for criterion in rubric.in_force(day)
    }


def criterion_titles(path: Path | None, day: date) -> Mapping[str, CriterionTitle]:
    """The titles of a standard's file, None: the shipped one's; read again when the file changes. RubricError."""
    try:
        written = path.stat().st_mtime_ns if path is not None else 0
    except OSError:
        return _read(path, day)  # says what is the matter with the file
    return _kept(path, written, day)


@lru_cache(maxsize=8)
def _kept(path: Path | None, _written: int, day: date) -> Mapping[str, CriterionTitle]:
    return _read(path, day)


def _read(path: Path | None, day: date) -> Mapping[str, CriterionTitle]:
    from rubric import load

    return titles_of(load(path), day)
