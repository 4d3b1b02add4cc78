"""User administration, over HTTP and in Chromium."""

import re

import httpx
import pytest
from playwright.sync_api import Browser, ViewportSize

from dossier.principal import Principal, Role
from tests.review.api.office import Office
from tests.review.site.chromium import DESK, PHONE, barriers
from tests.review.site.people import WORD, client_of, csrf, person_in, session_of, signed_in
from tests.review.site.test_signin import sign_in


def post(client: httpx.Client, address: str, **data: str) -> httpx.Response:
    """Sends a form of a page of that client's."""
    return client.post(address, data={"csrf": csrf(client.get("/account")), **data})


def test_a_user_is_added_and_comes_in_by_the_link(office: Office) -> None:
    with client_of(office, "admin") as admin, client_of(office, None) as fresh:
        answer = post(
            admin,
            "/admin/people",
            user="wang.fang",
            name="王芳",
            role="reviewer",
            region="无锡",
            organization="",
        )
        link = re.search(r">(http://\S+/invitation/[\w-]+)<", answer.text)
        assert link, answer.text
        form = fresh.get(link[1])
        fresh.post(link[1], data={"csrf": csrf(form), "password": WORD, "again": WORD})
        assert "王芳" in fresh.get("/account").text
        found = office.service.records.account("wang.fang")
        assert (found.user.role, found.user.region) == (Role.REVIEWER, "无锡市")
        assert "王芳" in admin.get("/admin/people?search=无锡&role=reviewer").text
        assert "没有这样的用户" in admin.get("/admin/people?search=无锡&role=office").text
    with client_of(office, None) as fresh:
        assert sign_in(fresh, "wang.fang").status_code == 303


@pytest.mark.parametrize(
    "typed",
    [
        {"user": "applicant"},
        {"user": "有汉字"},
        {"user": "x"},
        {"user": "A"},
        {"name": " "},
        {"role": "worker"},
        {"role": "nothing"},
        {"region": ""},
        {"region": "某地"},
    ],
    ids=str,
)
def test_what_can_not_be_is_said_and_nothing_is_lost(office: Office, typed: dict[str, str]) -> None:
    person_in(office, "applicant")
    before = office.service.records.accounts()
    good = {"user": "new.one", "name": "新人", "role": "reviewer", "region": "南京市", "organization": "甲"}
    with client_of(office, "admin") as admin:
        before = office.service.records.accounts()
        answer = post(admin, "/admin/people", **good | typed)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert 'value="甲"' in answer.text
    assert office.service.records.accounts() == before


def test_another_role_or_region_ends_sessions_another_name_does_not(office: Office) -> None:
    secret = session_of(office, "elsewhere")
    with client_of(office, "admin") as admin:
        told = {"name": "新名", "role": "reviewer", "region": "苏州市", "organization": ""}
        assert post(admin, "/admin/people/elsewhere", **told).status_code == 303
        assert office.service.records.session_of(secret, idle_minutes=60) is not None
        post(admin, "/admin/people/elsewhere", **told | {"region": "无锡市"})
        assert office.service.records.session_of(secret, idle_minutes=60) is None
        assert "无锡市" in admin.get("/admin/people/elsewhere?done=person_change").text


def test_a_disabled_user_is_out_at_once_with_tokens_and_links(office: Office) -> None:
    records = office.service.records
    secret, link = session_of(office, "other"), records.invite("test", "other")
    with (
        client_of(office, "admin") as admin,
        office.client("other") as program,
        client_of(office, None) as fresh,
    ):
        assert program.get("/submissions").status_code == 200
        assert post(admin, "/admin/people/other/disable").status_code == 303
        assert program.get("/submissions").status_code == 401
        assert records.session_of(secret, idle_minutes=60) is None
        assert fresh.get(f"/invitation/{link}").status_code == 404
        assert "停用" in admin.get("/admin/people/other").text
        post(admin, "/admin/people/other/enable")
        assert program.get("/submissions").status_code == 200


def test_nobody_shuts_themselves_out(office: Office) -> None:
    with client_of(office, "admin") as admin:
        assert post(admin, "/admin/people/admin/disable").status_code == 422
        answer = post(admin, "/admin/people/admin", name="x", role="auditor", region="", organization="")
        assert answer.status_code == 422
        assert "另一位管理员" in answer.text
        assert admin.get("/admin/people").status_code == 200


def test_lost_devices_and_sessions_are_taken_away(office: Office) -> None:
    secret = session_of(office, "auditor")
    with client_of(office, "admin") as admin:
        post(admin, "/admin/people/auditor/sessions")
        assert office.service.records.session_of(secret, idle_minutes=60) is None
        secret = session_of(office, "auditor")
        post(admin, "/admin/people/auditor/factor/remove")
        assert office.service.records.session_of(secret, idle_minutes=60) is None
        assert admin.get("/admin/people/nobody").status_code == 404
        for way in ("sessions", "disable", "enable", "invitation", "factor/remove"):
            assert post(admin, f"/admin/people/nobody/{way}").status_code == 404


def test_every_change_is_in_the_trail_under_the_administrator(office: Office) -> None:
    with client_of(office, "admin") as admin:
        post(admin, "/admin/people", user="trailed", name="某", role="auditor", region="", organization="")
        for way in ("disable", "enable", "sessions", "factor/remove", "invitation"):
            post(admin, f"/admin/people/trailed/{way}")
    auditor = Principal(id="auditor", name="审计", role=Role.AUDITOR)
    rows = office.service.records.trail(auditor, limit=10_000)
    told = [(each.actor, each.action) for each in rows if each.subject == "trailed"]
    assert told == [
        ("admin", f"user.{action}" if "." not in action else action)
        for action in (
            "add",
            "invite",
            "disable",
            "enable",
            "session.end_all",
            "second_factor_removed",
            "invite",
        )
    ]


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_an_administrator_adds_a_user_with_the_keyboard_alone(
    office: Office, browser: Browser, size: ViewportSize
) -> None:
    with signed_in(office, browser, "admin", size=size) as page:
        page.goto("/admin/people")
        assert page.locator(".ways [aria-current]").all_inner_texts() == ["用户"]
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("n")
        page.get_by_label("账号").focus()
        page.keyboard.type(f"zhao-{size['width']}")
        page.keyboard.press("Tab")
        page.keyboard.type("赵工")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.type("南京市")
        assert barriers(page) == []
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="设置密码的链接").wait_for()
        assert barriers(page) == []
        page.get_by_role("link", name="完成").press("Enter")
        page.get_by_role("heading", name="赵工").wait_for()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert office.service.records.user(f"zhao-{size['width']}").region == "南京市"
