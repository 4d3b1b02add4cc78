"""What every page has: the policy, the layout, the way errors are told."""

import httpx
import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from review.site.assets import FOLDER, asset_url
from tests.review.api.office import Office
from tests.review.site.chromium import DESK, PHONE, barriers, opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_first_page_opens_without_error_or_barrier(
    office: Office, browser: Browser, size: ViewportSize
) -> None:
    with opened(browser, office.url, size=size) as page:
        page.goto("/")
        assert page.get_by_role("link", name="登录").is_visible()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_did_not_arrive_is_told_in_passing(office: Office, browser: Browser) -> None:
    with opened(browser, office.url) as page:
        page.goto("/")
        page.evaluate("document.body.dispatchEvent(new Event('htmx:sendError', {bubbles: true}))")
        expect(page.get_by_role("status")).to_have_text("网络断开，操作没有送达，请稍后再试。")


def test_a_path_that_is_not_there_is_told_as_a_page_and_to_programs_as_a_problem(office: Office) -> None:
    answer = httpx.get(f"{office.url}/nowhere", trust_env=False)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "没有找到" in answer.text
    answer = httpx.get(f"{office.url}/api/v1/nowhere", trust_env=False)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_page_runs_no_script_and_takes_no_style_but_ours(office: Office) -> None:
    policy = httpx.get(office.url, trust_env=False).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_assets_stay_with_their_content(office: Office) -> None:
    for name in ("site.css", "site.js", "vendor/htmx.min.js", "icon.svg"):
        answer = httpx.get(office.url + asset_url(name), trust_env=False)
        assert answer.content == (FOLDER / name).read_bytes()
        assert "immutable" in answer.headers["cache-control"]
    assert httpx.get(f"{office.url}/static/000000000000/site.css", trust_env=False).status_code == 404
    with pytest.raises(LookupError):
        asset_url("../app.py")
