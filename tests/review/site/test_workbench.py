"""The workbench: a finding leads to its place, keys do all, and nobody sees what isn't theirs to see."""

import time
from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from dossier.finding import Code
from dossier.report import Report
from flows.kept_pages import Width
from tests.review.api.office import PEOPLE, Office
from tests.review.site.chromium import DESK, PHONE, barriers
from tests.review.site.people import client_of, signed_in
from tests.review.site.verified_submission import (
    BROKEN,
    CERTIFICATE,
    PACKED,
    PAGES,
    PLAN,
    ROSTER,
    verified_submission,
)

pytestmark = pytest.mark.browser
NEAR = 3
"""Pixels by which the mark's middle may be off the stage's."""


@pytest.fixture(scope="module")
def submission(office: Office, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A verified one of the applicant's, of 南京市."""
    return verified_submission(office, tmp_path_factory.mktemp("submission"))


@pytest.fixture(scope="module")
def report(office: Office, submission: str) -> Report:
    return office.service.records.report(PEOPLE["office"], submission)


@pytest.fixture
def page(office: Office, browser: Browser, submission: str) -> Iterator[Page]:
    """The workbench, as the city's reviewer sees it on a desk."""
    with signed_in(office, browser, "reviewer") as page:
        page.goto(f"/review/{submission}")
        yield page


def address(submission: str, report: Report, path: str, page: int = 1, width: int = Width.STRIP) -> str:
    """Of a page's picture."""
    sha256 = next(each.sha256 for each in report.documents if each.path == path)
    return f"/review/{submission}/pages/{sha256}/{page}.webp?width={width}"


def middle(place: Locator) -> tuple[float, float]:
    """Where the middle of something lies on the screen."""
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def expect_centred(page: Page) -> None:
    """The current mark lies in the stage's middle, on a page that is there."""
    expect(page.locator(".mark.current")).to_have_count(1)
    expect(page.locator(".sheet.there")).to_have_count(1, timeout=20_000)
    assert middle(page.locator(".mark.current")) == pytest.approx(middle(page.locator(".stage")), abs=NEAR)


def expect_spot(shown: Locator, place: str) -> None:
    """The item's place of that number is the one that is shown."""
    expect(shown.locator("[data-spot][aria-current]")).to_have_attribute("data-spot", place)


def item(page: Page, key: str) -> Locator:
    return page.locator(f'[data-item="{key}"]')


def test_a_finding_leads_to_its_place_zoomed_and_in_the_middle(page: Page) -> None:
    item(page, "2.6").locator("summary").click()
    expect(page.locator(".pane-document")).to_have_value(CERTIFICATE)
    expect_centred(page)
    spots = item(page, "2.6").locator("[data-spot]")
    assert spots.count() > 1
    spots.nth(1).click()
    expect(spots.nth(1)).to_have_attribute("aria-current", "true")
    expect_centred(page)
    mark = page.locator(".mark.current").bounding_box()
    assert mark is not None
    assert mark["height"] > 20, "large enough to be read"


def test_the_keys_do_all_that_the_mouse_does(page: Page) -> None:
    first = page.locator(".item[open]")
    expect(first).to_have_count(1)
    before = first.get_attribute("data-item")
    page.keyboard.press("j")
    expect(page.locator(".item[open]")).not_to_have_attribute("data-item", before or "")
    assert page.evaluate("document.activeElement.matches('.item[open] > summary')")
    page.keyboard.press("k")
    expect(page.locator(".item[open]")).to_have_attribute("data-item", before or "")

    item(page, "2.6").locator("summary").press("Enter")
    expect_centred(page)
    page.keyboard.press("n")
    expect_spot(item(page, "2.6"), "2")
    page.keyboard.press("p")
    expect_spot(item(page, "2.6"), "1")

    expect_centred(page)
    page.keyboard.press("r")
    expect_centred(page)
    page.keyboard.press("0")
    expect(page.locator(".pane-zoom")).to_have_text("100%")
    page.keyboard.press("+")
    expect(page.locator(".pane-zoom")).to_have_text("125%")
    page.keyboard.press("t")
    expect(page.locator(".line text").first).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="按键一览")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(item(page, "2.6")).to_have_attribute("open", "")


def test_pages_are_turned_and_only_those_in_sight_are_fetched(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda asked: fetched.append(asked.url) if "width=200" in asked.url else None)
    page.locator(".documents a", has_text=ROSTER).click()
    expect(page.locator(".strip button")).to_have_count(PAGES)
    expect(page.locator(".pane-page")).to_have_text(f"1 / {PAGES}")
    page.keyboard.press("]")
    expect(page.locator(".pane-page")).to_have_text(f"2 / {PAGES}")
    expect(page.locator(".line text")).to_contain_text(["会员名册第2页"])
    page.keyboard.press("[")
    expect(page.locator(".pane-page")).to_have_text(f"1 / {PAGES}")
    page.locator(".strip button").nth(2).click()
    expect(page.locator(".line text")).to_contain_text(["会员名册第3页"])
    assert 0 < len(fetched) < PAGES


def test_the_address_leads_a_colleague_to_the_same_place(
    office: Office, browser: Browser, page: Page, report: Report
) -> None:
    item(page, "2.6").locator("summary").click()
    expect_spot(item(page, "2.6"), "1")
    page.keyboard.press("n")
    expect_spot(item(page, "2.6"), "2")
    expect_centred(page)
    shown = page.url
    assert parse_qs(urlsplit(shown).query) == {"finding": ["2.6"], "place": ["2"]}
    with signed_in(office, browser, "office") as colleague:
        colleague.goto(shown)
        expect_centred(colleague)
        expect_spot(item(colleague, "2.6"), "2")
        told = report.discrepancies[0]
        query = f"?finding={told.fingerprint}&document={quote(ROSTER)}&page=3"
        colleague.goto(urlsplit(shown).path + query)
        expect(colleague.locator(".pane-page")).to_have_text(f"3 / {PAGES}")
        expect(item(colleague, told.fingerprint)).to_have_attribute("open", "")


def test_a_line_tells_the_facts_that_are_read_from_it_and_a_fact_shows_its_place(page: Page) -> None:
    item(page, "2.6").locator("summary").click()
    expect_centred(page)
    page.keyboard.press("0")
    page.locator(".line.told").first.locator("rect").click()
    expect(page.locator("p.picked")).to_contain_text("把握")
    expect(page.locator("[data-fact].picked").first).to_be_visible()
    page.locator("[data-fact]", has=page.locator("a", has_text="2.6")).first.locator("button.fact").click()
    expect_centred(page)


def test_a_page_is_dragged_and_zoomed_where_the_pointer_is(page: Page) -> None:
    item(page, "2.6").locator("summary").click()
    expect_centred(page)
    mark = page.locator(".mark.current")
    x, y = middle(mark)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    assert middle(mark) == pytest.approx((x + 40, y + 30), abs=NEAR)
    expect(page.locator("p.picked")).to_be_hidden()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    expect(page.locator(".pane-zoom")).not_to_have_text("190%")
    assert middle(mark) == pytest.approx((x + 40, y + 30), abs=NEAR)


def test_two_documents_lie_side_by_side(page: Page) -> None:
    item(page, "2.6").locator("summary").click()
    expect_centred(page)
    page.keyboard.press("c")
    expect(page.locator(".pane")).to_have_count(2)
    beside = page.locator(".pane").nth(1)
    assert beside.locator(".pane-document").input_value() != CERTIFICATE
    beside.locator(".pane-document").select_option(ROSTER)
    expect(beside.locator(".pane-page")).to_have_text(f"1 / {PAGES}")
    expect(beside.locator(".sheet.there")).to_have_count(1, timeout=20_000)
    assert barriers(page) == []
    beside.locator(".stage").focus()
    page.keyboard.press("]")
    expect(beside.locator(".pane-page")).to_have_text(f"2 / {PAGES}")
    expect(page.locator(".pane").first.locator(".pane-page")).to_have_text("1 / 1")
    assert "beside_page=2" in page.url
    page.keyboard.press("Escape")
    expect(page.locator(".pane")).to_have_count(1)


def test_two_papers_that_are_one_lie_side_by_side_each_with_its_mark(page: Page, report: Report) -> None:
    told = next(each for each in report.discrepancies if each.code is Code.EVIDENCE_REUSED)
    item(page, told.fingerprint).locator("summary").click()
    expect(page.locator(".sheet.there")).to_have_count(1, timeout=20_000)
    page.keyboard.press("c")
    expect(page.locator(".mark.current")).to_have_count(2)
    shown = {each.input_value() for each in page.locator(".pane-document").all()}
    assert shown == {each.document for each in told.evidence}
    for pane in page.locator(".pane").all():
        box = pane.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= DESK["width"]


def test_a_document_that_was_not_read_says_why_and_one_without_pages_shows_its_words(page: Page) -> None:
    page.locator(".documents a", has_text=BROKEN).click()
    expect(page.locator(".no-page")).to_contain_text("没有读出页面")
    expect(page.locator(".no-page li").first).to_be_visible()
    for path, words in ((PLAN, "2026年度工作计划"), (PACKED, "理事会会议记录")):
        page.locator(".documents a", has_text=path).click()
        expect(page.locator(".line text").first).to_contain_text(words)
        expect(page.locator(".about")).to_contain_text("此格式没有页面")


def test_what_has_no_place_says_why(page: Page, report: Report) -> None:
    missing = next(found for found in report.findings if not found.evidence)
    item(page, missing.criterion).locator("summary").click()
    expect(item(page, missing.criterion).locator(".no-spot")).to_have_text(missing.no_evidence or "")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_page_has_no_barrier_and_fits(
    office: Office, browser: Browser, submission: str, size: ViewportSize
) -> None:
    with signed_in(office, browser, "reviewer", size=size) as page:
        page.goto(f"/review/{submission}")
        page.wait_for_load_state("networkidle")
        item(page, "2.6").locator("summary").click()
        assert barriers(page) == []
        item(page, "2.6").locator("[data-spot]").first.click()
        expect_centred(page)
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_pictures_are_ours_kept_by_the_browser_and_never_the_upload(
    office: Office, submission: str, report: Report
) -> None:
    with client_of(office, "reviewer") as client:
        for path in (CERTIFICATE, PACKED):
            answer = client.get(address(submission, report, path))
            assert answer.status_code == 200, answer.text
            assert answer.headers["content-type"] == "image/webp"
            assert answer.content[8:12] == b"WEBP"
            assert "private" in answer.headers["cache-control"]
            assert "immutable" in answer.headers["cache-control"]
            again = client.get(
                address(submission, report, path), headers={"If-None-Match": answer.headers["etag"]}
            )
            assert (again.status_code, again.content) == (304, b"")
        assert client.get(address(submission, report, CERTIFICATE, page=9)).status_code == 422
        assert client.get(address(submission, report, CERTIFICATE, width=4000)).status_code == 422


def test_others_get_nothing_and_can_not_tell_it_from_what_is_not_there(
    office: Office, submission: str, report: Report
) -> None:
    paths = (f"/review/{submission}", f"/review/{submission}/sheet", address(submission, report, CERTIFICATE))
    for path in paths:
        with client_of(office, "elsewhere") as client:
            assert client.get(path).status_code == 404
        with client_of(office, "applicant") as client:
            assert client.get(path).status_code == 403
        with client_of(office, None) as client:
            assert client.get(path).status_code == 303
    with client_of(office, "reviewer") as client:
        foreign = address(submission, report, CERTIFICATE).replace("/pages/", "/pages/" + "0" * 8)
        assert client.get(foreign.replace(foreign.split("/")[4], "0" * 64)).status_code == 404
        assert client.get(f"/review/{submission}/sheet?document=nothing").status_code == 404


def test_the_page_is_small_and_quick(office: Office, submission: str) -> None:
    with client_of(office, "reviewer") as client:
        client.get(f"/review/{submission}")
        began = time.perf_counter()
        answer = client.get(f"/review/{submission}")
        assert time.perf_counter() - began < 1, "far above what is promised: this host may be busy"
        assert len(answer.content) < 150_000


def test_a_submission_that_is_not_verified_yet_says_where_it_stands(office: Office) -> None:
    records = office.service.records
    applicant = records.put_user("test", PEOPLE["applicant"])
    made = records.create(applicant, round="2026", recommender="南京市总工会")
    with client_of(office, "reviewer") as client:
        answer: httpx.Response = client.get(f"/review/{made.id}")
    assert answer.status_code == 200
    assert "草稿" in answer.text
