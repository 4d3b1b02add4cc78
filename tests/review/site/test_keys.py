"""Tokens and webhooks in the pages: one's own, and those of all for who audits."""

import re

import httpx
import pytest
from playwright.sync_api import Browser

from tests.review.api.office import Office, running, settings_in
from tests.review.site.chromium import barriers
from tests.review.site.people import WORD, client_of, csrf, signed_in, with_password


def post(client: httpx.Client, address: str, **data: str | list[str]) -> httpx.Response:
    return client.post(address, data={"csrf": csrf(client.get("/account/keys")), **data})


def secret_in(page: str) -> str:
    found = re.search(r'<code class="secret">([^<]+)</code>', page)
    assert found, page
    return found[1]


def api(office: Office, token: str) -> int:
    """What the API answers to who comes with this token."""
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(f"{office.url}/api/v1/submissions", headers=headers, trust_env=False).status_code


def test_a_token_is_made_with_the_password_used_and_revoked(office: Office) -> None:
    with_password(office, "reviewer")
    with client_of(office, "reviewer") as reviewer:
        good = {"name": "门户对接", "scopes": ["read"], "days": "90"}
        for wrong in ({"old": "x"}, {"name": ""}, {"days": "9999"}, {"scopes": ["admin"]}, {"scopes": []}):
            answer = post(reviewer, "/account/keys/tokens", **{**good, "old": WORD, **wrong})
            assert answer.status_code == 422, wrong
        page = post(reviewer, "/account/keys/tokens", old=WORD, **good).text
        token = secret_in(page)
        assert api(office, token) == 200
        listed = reviewer.get("/account/keys").text
        assert "门户对接" in listed
        assert token not in listed
        found = office.service.records.tokens("reviewer")[-1]
        with client_of(office, "applicant") as other:
            assert post(other, f"/account/keys/tokens/{found.id}/revoke").status_code == 404
        assert post(reviewer, f"/account/keys/tokens/{found.id}/revoke").status_code == 303
        assert api(office, token) == 401


def test_an_administrator_sees_and_revokes_those_of_all(office: Office) -> None:
    token = office.token("applicant")
    made = office.service.records.tokens("applicant")[-1]
    for person, acts in (("admin", True), ("auditor", False)):
        with client_of(office, person) as viewer:
            page = viewer.get("/account/keys").text
            assert made.id in page
            assert token not in page
            assert (f"/account/keys/tokens/{made.id}/revoke" in page) is acts
    with client_of(office, "auditor") as auditor:
        assert post(auditor, f"/account/keys/tokens/{made.id}/revoke").status_code == 404
    with client_of(office, "admin") as admin:
        assert post(admin, f"/account/keys/tokens/{made.id}/revoke").status_code == 303
    assert api(office, token) == 401
    with client_of(office, "expert") as expert:
        assert made.id not in expert.get("/account/keys").text


def test_webhooks_go_to_public_addresses_and_are_ones_own(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with client_of(office, "admin") as admin:
        for url in ("", "nonsense", "http://127.0.0.1:1/"):
            assert post(admin, "/account/keys/webhooks", url=url).status_code == 422
    inside = settings_in(tmp_path_factory.mktemp("inside"), webhook_private=True)
    with (
        running(inside) as other,
        client_of(other, "admin") as admin,
        client_of(other, "admin2") as second,
        client_of(other, "reviewer") as reviewer,
    ):
        page = post(admin, "/account/keys/webhooks", url="http://127.0.0.1:1/x", states=["in_review"]).text
        assert secret_in(page).startswith("whsec_")
        seen = second.get("/account/keys").text
        assert "http://127.0.0.1:1/x" in seen
        assert "whsec_" not in seen
        (made,) = other.service.records.webhooks(other.service.records.user("admin"))
        assert post(second, f"/account/keys/webhooks/{made.id}/remove").status_code == 404
        assert post(reviewer, "/account/keys/webhooks", url="http://127.0.0.1:1/x").status_code == 403
        assert post(admin, f"/account/keys/webhooks/{made.id}/remove").status_code == 303
        assert "http://127.0.0.1:1/x" not in second.get("/account/keys").text


@pytest.mark.browser
def test_a_token_is_made_in_the_browser(office: Office, browser: Browser) -> None:
    with_password(office, "admin")
    office.token("applicant")
    with signed_in(office, browser, "admin") as page:
        page.goto("/account/keys")
        page.get_by_text("新建令牌").click()
        page.get_by_text("新建推送").click()
        assert barriers(page) == []
        page.get_by_label("用途").fill("试验")
        page.get_by_label("现在的密码").fill(WORD)
        page.get_by_role("button", name="新建").first.click()
        page.get_by_text("只显示这一次").wait_for()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
