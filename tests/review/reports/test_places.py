"""The places that a report points at."""

import pytest

from dossier.report import Report
from review.reports import places
from review.reports.places import gather
from tests.review.reports.drawn import DrawnPages


def test_places_follow_the_order_of_documents_and_pages(report: Report, pages: DrawnPages):
    found = gather(report, pages)
    order = [document.path for document in report.documents]
    cited = [(order.index(page.document), page.page) for page in found.pages]
    assert cited == sorted(cited)
    assert [place.id for place in found.by_key.values()] == [f"e{n}" for n in range(1, len(found.by_key) + 1)]


def test_a_place_that_is_cited_twice_is_drawn_once(report: Report, pages: DrawnPages):
    twice = report.model_copy(update={"findings": report.findings * 2})
    assert len(gather(twice, pages).by_key) == len(gather(report, pages).by_key)


def test_past_the_limit_a_place_keeps_its_crop_and_says_that_its_page_is_left_out(
    report: Report, pages: DrawnPages, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(places, "MOST_PAGES", 3)
    found = gather(report, pages)
    assert len(found.pages) == 3
    assert found.pages_left_out == 10
    apart = [place for place in found.by_key.values() if place.crop and not place.on_page]
    assert apart


def test_a_mark_is_told_in_percent_of_the_page(report: Report, pages: DrawnPages):
    marks = [place.style for page in gather(report, pages).pages for place in page.places]
    assert all(style.startswith("left:") and "%" in style for style in marks)


def test_evidence_in_a_file_that_the_report_does_not_list_is_placed_last(report: Report, pages: DrawnPages):
    documents = tuple(document for document in report.documents if document.path != "申报表.pdf")
    found = gather(report.model_copy(update={"documents": documents}), pages)
    assert next(reversed(found.by_key))[0] == "申报表.pdf"
