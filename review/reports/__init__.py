"""The report on one submission as files: json, html, pdf and xlsx."""

from review.reports.images import PageSource
from review.reports.outputs import ReportFiles, is_current, report_number, write_reports
from review.reports.titles import CriterionTitle, titles_of

__all__ = [
    "CriterionTitle",
    "PageSource",
    "ReportFiles",
    "is_current",
    "report_number",
    "titles_of",
    "write_reports",
]
