"""What the criteria are called, by the standard in force or by the one that a report was made by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dossier.report import Report
from flows.in_force import read_standard, today
from review.reports.titles import CriterionTitle, criterion_titles, titles_of

if TYPE_CHECKING:
    from review.api.parts import Parts


def titles_today(parts: Parts) -> Mapping[str, CriterionTitle]:
    """The criteria that applications of today are about. RubricError."""
    content = parts.records.standard_on(today())
    return _titles(parts, content, date.max)


def titles_in(parts: Parts, report: Report) -> Mapping[str, CriterionTitle]:
    """The criteria of a report: by its own standard where that is kept, else by the one of its day. RubricError."""
    day = report.submission.as_of
    content = parts.records.standard_file(report.rubric.sha256) or parts.records.standard_on(day)
    return _titles(parts, content, day)


def _titles(parts: Parts, content: bytes | None, day: date) -> Mapping[str, CriterionTitle]:
    return criterion_titles(parts.settings.rubric, day) if content is None else _kept(content, day)


@lru_cache(maxsize=8)
def _kept(content: bytes, day: date) -> Mapping[str, CriterionTitle]:
    return titles_of(read_standard(content), day)
