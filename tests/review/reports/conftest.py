"""The sample report, and its four files written once."""

import pytest

from dossier.report import Report
from review.reports import ReportFiles, write_reports
from tests.review.reports.drawn import DrawnPages
from tests.review.reports.sample import TITLES, drawn_pages, sample_report


@pytest.fixture(scope="session")
def pages() -> DrawnPages:
    return drawn_pages()


@pytest.fixture(scope="session")
def report(pages: DrawnPages) -> Report:
    return sample_report(pages)


@pytest.fixture(scope="session")
def files(report: Report, pages: DrawnPages, tmp_path_factory: pytest.TempPathFactory) -> ReportFiles:
    return write_reports(report, tmp_path_factory.mktemp("report"), pages=pages, titles=TITLES)
