"""report.html in Chromium: quiet, offline, sortable, and readable on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from review.reports import ReportFiles

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(params=[(1366, 768), (390, 844)], ids=["office", "phone"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param


def open_report(browser: Browser, files: ReportFiles, size: tuple[int, int]) -> tuple[Page, list[str]]:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url))
    page.goto(files.html.as_uri())
    return page, told


@pytest.fixture
def page(browser: Browser, files: ReportFiles) -> Iterator[Page]:
    opened, _ = open_report(browser, files, (1366, 768))
    yield opened
    opened.close()


def column(page: Page, table: str, number: int) -> list[str]:
    return page.locator(f"{table} tbody tr td:nth-child({number})").all_inner_texts()


def test_it_opens_quietly_without_the_network(browser: Browser, files: ReportFiles, size: tuple[int, int]):
    page, told = open_report(browser, files, size)
    page.locator("#pages").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert {entry for entry in told if not entry.startswith("data:")} == {files.html.as_uri()}
    page.close()


def test_nothing_runs_over_the_edge(browser: Browser, files: ReportFiles, size: tuple[int, int]):
    page, _ = open_report(browser, files, size)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    page.close()


def test_the_first_view_shows_where_the_submission_stands(page: Page):
    for selector in (".outcome .say", ".bar", ".first li:nth-child(5)", ".gates li:last-child"):
        box = page.locator(selector).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 768, selector


def test_a_table_is_sorted_by_its_head_and_back_again(page: Page):
    before = column(page, ".findings", 2)
    head = page.locator(".findings button.sort", has_text="自评")
    head.click()
    rising = [float(text.split("/")[0]) for text in column(page, ".findings", 2)]
    assert rising == sorted(rising)
    assert page.locator(".findings th[aria-sort=ascending]").inner_text() == "自评"
    head.click()
    falling = [float(text.split("/")[0]) for text in column(page, ".findings", 2)]
    assert falling == sorted(falling, reverse=True)
    page.locator(".findings button.sort", has_text="指标").click()
    assert column(page, ".findings", 2) == before


def test_a_table_is_sorted_from_the_keyboard(page: Page):
    page.locator(".documents button.sort", has_text="页数").focus()
    page.keyboard.press("Enter")
    pages = [int(text) for text in column(page, ".documents", 4)]
    assert pages == sorted(pages)


def test_discrepancies_are_filtered_by_severity(page: Page):
    page.locator("[data-filters=severity] button", has_text="重大").click()
    assert page.locator("article.disc:visible").count() == 6
    page.locator("[data-filters=severity] button", has_text="全部").click()
    assert page.locator("article.disc:visible").count() == 12


def test_a_link_to_a_discrepancy_that_is_filtered_away_shows_it(page: Page):
    page.locator("[data-filters=severity] button", has_text="提示").click()
    page.locator(".first a[href='#x1']").click()
    assert page.locator("#x1").is_visible()


def test_a_crop_opens_its_page_with_the_place_marked(page: Page):
    page.locator("#x2 a.crop").nth(1).click()
    viewer = page.locator("#viewer")
    assert viewer.is_visible()
    assert viewer.locator(".viewer-title").inner_text() == "组织建设/IMG_2041.jpg 第1页"
    mark = viewer.locator(".mark.on")
    assert mark.count() == 1
    sheet, box = viewer.locator(".sheet").bounding_box(), mark.bounding_box()
    assert sheet is not None
    assert box is not None
    assert sheet["y"] < box["y"] < sheet["y"] + sheet["height"]
    page.keyboard.press("Escape")
    assert not viewer.is_visible()


def test_print_from_the_browser_leaves_the_controls_out(page: Page):
    page.emulate_media(media="print")
    for selector in (".nav", ".filters", "#pages"):
        assert not page.locator(selector).first.is_visible()
