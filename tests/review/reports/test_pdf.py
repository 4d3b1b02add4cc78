"""report.pdf, read with other eyes."""

import logging
import time

import pypdfium2
import pytest
from weasyprint.urls import FatalURLFetchingError

from dossier.report import Report
from review.reports import ReportFiles, report_number
from review.reports.page import render_page
from review.reports.pdf import render_pdf
from review.reports.places import gather
from review.reports.view import lay_out
from tests.review.reports.drawn import DrawnPages
from tests.review.reports.sample import NAME, TITLES


@pytest.fixture(scope="module")
def texts(files: ReportFiles) -> list[str]:
    document = pypdfium2.PdfDocument(files.pdf)
    return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def test_the_summary_fits_on_the_first_page(texts: list[str]):
    for words in (NAME, "不符合推荐条件", "61.5–78", "先看这些", "否决项", "各部分得分", "未检出"):
        assert words in texts[0]
    assert "差异 12 项" in texts[1].replace("\n", " ")


def test_a_typical_report_takes_eight_to_fifteen_pages(texts: list[str]):
    assert 8 <= len(texts) <= 15


def test_every_page_says_whose_report_it_is_and_which_page(texts: list[str], report: Report):
    for number, text in enumerate(texts, 1):
        assert f"第 {number} 页，共 {len(texts)} 页" in text
        assert NAME in text
        assert report_number(report) in text


def test_a_discrepancy_stands_on_one_page(texts: list[str], report: Report):
    for told in report.discrepancies:
        page = next(text for text in texts[1:] if told.message in text.replace("\n", ""))
        for item in told.evidence:
            assert f"第{item.page}页" in page


def test_the_head_of_a_table_is_repeated(texts: list[str]):
    assert sum("说明与依据" in text for text in texts) >= 2


def test_weasyprint_understands_every_rule_and_is_quick(
    report: Report, pages: DrawnPages, caplog: pytest.LogCaptureFixture
):
    view = lay_out(report, TITLES, gather(report, pages))
    paper = render_page(view, "0123456789AB", paper=True)
    pictures = [
        picture
        for place in view.places.by_key.values()
        for picture in (place.crop, place.strip, place.thumbnail)
        if picture
    ]
    with caplog.at_level(logging.WARNING, "weasyprint"):
        began = time.process_time()
        render_pdf(paper, pictures, "0123456789AB")
        taken = time.process_time() - began
    assert caplog.messages == []
    assert taken < 5, "about 1.2 s where it was measured"


def test_a_page_that_names_something_outside_is_refused():
    with pytest.raises(FatalURLFetchingError, match="passwd") as caught:
        render_pdf('<img src="file:///etc/passwd">', [], "X")
    assert "needs nothing from outside" in str(caught.value.__cause__)
