"""The trail in the pages: looked through, narrowed, and checked."""

import re

import pytest
from playwright.sync_api import Browser, ViewportSize

from dossier.principal import Principal, Role
from tests.review.api.office import Office
from tests.review.site.chromium import DESK, PHONE, barriers
from tests.review.site.people import client_of, signed_in
from tests.review.site.test_people import post


def numbers(page: str) -> list[int]:
    """The rows that a page shows."""
    return [int(each) for each in re.findall(r'<tr><td class="num">(\d+)</td>', page)]


def test_rows_are_shown_newest_first_page_by_page(office: Office) -> None:
    for number in range(60):
        office.service.records.note("someone", "submission.look", f"S{number:02}")
    with client_of(office, "auditor") as auditor:
        first = auditor.get("/trail?subject=S&actor=someone").text
        older = re.search(r'href="(/trail\?[^"]*before=\d+)"', first)
        assert older
        rest = auditor.get(older[1].replace("&amp;", "&")).text
        found = numbers(first) + numbers(rest)
        assert len(found) == 60
        assert found == sorted(found, reverse=True)
        assert numbers(auditor.get("/trail?subject=S05").text) == [found[54]]
        assert numbers(auditor.get("/trail?day=2020-01-01").text) == []
        assert numbers(auditor.get("/trail?day=nonsense&actor=someone").text)
        assert auditor.get("/trail?before=0").status_code == 422


def test_what_was_written_by_people_stands_as_text(office: Office) -> None:
    office.service.records.note("someone", "submission.look", "<b>x</b>", detail="<script>1</script>")
    with client_of(office, "office") as officer:
        page = officer.get("/trail?subject=<b>").text
    assert "<script>1" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_it_is_checked_and_the_check_is_in_it(office: Office) -> None:
    with client_of(office, "auditor") as auditor:
        assert "首尾相接" in post(auditor, "/trail/check").text
    reader = Principal(id="auditor", name="审计", role=Role.AUDITOR)
    assert office.service.records.trail(reader, limit=10_000)[-1].action == "trail.check"


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_it_is_narrowed_in_the_browser(office: Office, browser: Browser, size: ViewportSize) -> None:
    with signed_in(office, browser, "auditor", size=size) as page:
        page.goto("/trail")
        assert barriers(page) == []
        page.get_by_label("什么事").select_option(label="登录")
        page.get_by_role("button", name="查找").click()
        page.wait_for_url("**action=session.**")
        assert "session.begin" in page.locator("tbody").inner_text()
        page.get_by_role("button", name="核对").click()
        page.get_by_text("首尾相接").wait_for()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
