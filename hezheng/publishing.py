"""Where the steps and the reports are put together: what `hezheng verify`, the service and the flows publish with."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dossier.report import Report
from review.reports import CriterionTitle, PageSource, ReportFiles, titles_of, write_reports
from rubric import Rubric
from rubric.notice_text import clause_texts


class PublishedReport(NamedTuple):
    """Where the report lies, and what its criteria are called."""

    files: ReportFiles
    titles: Mapping[str, CriterionTitle]


def publish(
    report: Report, out: Path, *, pages: PageSource, rubric: Rubric, notice: Path | None = None
) -> PublishedReport:
    """Writes the four files of the report into `out`, with the words of the notice where the office has a copy."""
    titles = titles_of(rubric, report.submission.as_of, clause_texts=clause_texts(rubric, notice))
    return PublishedReport(write_reports(report, out, pages=pages, titles=titles), titles)
