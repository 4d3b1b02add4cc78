"""Signing in and out with a password, over HTTP and in Chromium."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from dossier.account import Stage
from dossier.principal import Principal, Role
from review.site.signing import way_on
from tests.review.api.office import Office
from tests.review.site.chromium import DESK, PHONE, barriers, opened
from tests.review.site.people import WORD, client_of, csrf, person_in, session_of, with_password

COOKIE = "hezheng"


def sign_in(client: httpx.Client, user: str, password: str = WORD, **more: str) -> httpx.Response:
    """Opens the form and sends it."""
    token = csrf(client.get("/signin"))
    return client.post("/signin", data={"csrf": token, "user": user, "password": password, **more})


def test_a_password_opens_a_session_whose_secret_the_database_does_not_hold(office: Office) -> None:
    with_password(office, "applicant")
    with client_of(office, None) as client:
        answer = sign_in(client, "applicant", way="/static/../my?x=1")
        assert (answer.status_code, answer.headers["location"]) == (303, "/static/../my?x=1")
        cookie = next(each for each in answer.headers.get_list("set-cookie") if each.startswith("hezheng="))
        assert "HttpOnly; SameSite=Lax" in cookie
        secret = client.cookies[COOKIE]
        assert "退出" in client.get("/").text
        kept = office.service.records.sessions("applicant")
        assert secret not in str(kept)
        answer = client.post("/signout", data={"csrf": csrf(client.get("/"))})
        assert answer.headers["location"] == "/signin"
    with httpx.Client(base_url=office.url, cookies={COOKIE: secret}, trust_env=False) as thief:
        assert "退出" not in thief.get("/").text


def test_what_was_wrong_is_not_told(office: Office) -> None:
    with_password(office, "applicant")
    person_in(office, "other")
    told = set[str]()
    with client_of(office, None) as client:
        for user, password in (
            ("applicant", "wrong"),
            ("nobody", WORD),
            ("other", WORD),
            ("", ""),
            ("applicant", "x" * 600),
        ):
            answer = sign_in(client, user, password)
            assert answer.status_code == 422
            assert COOKIE not in client.cookies
            told.add(answer.text.partition('role="alert"')[2].partition("<form")[0])
    assert len(told) == 1


def test_a_new_session_takes_the_place_of_the_old_one(office: Office) -> None:
    with_password(office, "applicant")
    with client_of(office, None) as client:
        sign_in(client, "applicant")
        first = client.cookies[COOKIE]
        token = csrf(client.get("/"))
        client.post("/signin", data={"csrf": token, "user": "applicant", "password": WORD})
        assert client.cookies[COOKIE] != first
    assert office.service.records.session_of(first, idle_minutes=60) is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_a_form_of_another_site_does_nothing_even_with_the_token(
    office: Office, headers: dict[str, str]
) -> None:
    with client_of(office, "applicant") as client:
        token = csrf(client.get("/"))
        answer = client.post("/signout", data={"csrf": token}, headers=headers)
        assert answer.status_code == 403
        assert "退出" in client.get("/").text


def test_a_form_needs_the_token_of_its_own_browser(office: Office) -> None:
    with client_of(office, "applicant") as client, client_of(office, "other") as other:
        theirs = csrf(other.get("/"))
        for data in ({}, {"csrf": ""}, {"csrf": theirs}, {"csrf": "词"}):
            assert client.post("/signout", data=data).status_code == 403
        assert client.post("/signout", json={"csrf": csrf(client.get("/"))}).status_code == 403
        assert "退出" in client.get("/").text
        answer = client.post("/signout", headers={"X-CSRF-Token": csrf(client.get("/"))})
        assert answer.status_code == 303


def test_signing_in_needs_a_token_too(office: Office) -> None:
    with_password(office, "applicant")
    with client_of(office, None) as client:
        answer = client.post("/signin", data={"user": "applicant", "password": WORD})
        assert answer.status_code == 401
        answer = client.post("/signin", data={"csrf": csrf(client.get("/signin")), "user": "x" * 40_000})
        assert answer.status_code == 401


def test_a_form_that_would_fill_the_memory_is_not_read(office: Office) -> None:
    with client_of(office, "applicant") as client:
        data = {"csrf": csrf(client.get("/account")), "old": "x" * (1 << 20)}
        assert client.post("/account/codes", data=data).status_code == 413

        def endless() -> Iterator[bytes]:
            yield b"old=x"

        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert client.post("/account/codes", content=endless(), headers=headers).status_code == 413


def test_an_idle_or_old_session_is_over(office: Office) -> None:
    records = office.service.records
    secret = session_of(office, "applicant")
    assert records.session_of(secret, idle_minutes=1) is not None
    assert records.session_of(secret, idle_minutes=0) is None
    short = records.begin_session("applicant", Stage.WHOLE, hours=0)
    assert records.session_of(short, idle_minutes=60) is None


def test_a_new_password_and_a_closed_account_end_sessions(office: Office) -> None:
    admin = office.service.records.put_user(
        "test", Principal(id="boss", name="主管", role=Role.ADMINISTRATOR)
    )
    with_password(office, "applicant")
    secret = session_of(office, "applicant")
    with_password(office, "applicant")
    assert office.service.records.session_of(secret, idle_minutes=60) is None
    secret = session_of(office, "applicant")
    office.service.records.disable_account(admin, "applicant")
    assert office.service.records.session_of(secret, idle_minutes=60) is None
    with client_of(office, None) as client:
        assert sign_in(client, "applicant").status_code == 422
    office.service.records.enable_account(admin, "applicant")
    with client_of(office, None) as client:
        assert sign_in(client, "applicant").status_code == 303


def test_a_link_sets_a_first_password_once(office: Office) -> None:
    person_in(office, "elsewhere")
    secret = office.service.records.invite("test", "elsewhere")
    with client_of(office, None) as client:
        form = client.get(f"/invitation/{secret}")
        assert "苏州审核" in form.text
        for password, again in (("short", "short"), (WORD, WORD + "x"), ("elsewhere1234", "elsewhere1234")):
            data = {"csrf": csrf(form), "password": password, "again": again}
            answer = client.post(f"/invitation/{secret}", data=data)
            assert answer.status_code == 422
            assert 'role="alert"' in answer.text
        data = {"csrf": csrf(form), "password": WORD, "again": WORD}
        assert client.post(f"/invitation/{secret}", data=data).status_code == 303
        assert "苏州审核" in client.get("/").text
        assert client.get(f"/invitation/{secret}").status_code == 404
    with client_of(office, None) as client:
        assert sign_in(client, "elsewhere").status_code == 303
        assert client.get("/invitation/nonsense").status_code == 404


def test_over_tls_no_other_host_can_set_the_cookie(office: Office) -> None:
    with_password(office, "applicant")
    with client_of(office, None) as client:
        client.headers["X-Forwarded-Proto"] = "https"
        form = client.get("/signin")
        visit = form.headers["set-cookie"].partition(";")[0]
        data = {"csrf": csrf(form), "user": "applicant", "password": WORD}
        answer = client.post("/signin", data=data, headers={"Cookie": visit})
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-hezheng=")
        assert cookie.endswith("Path=/; HttpOnly; SameSite=Lax; Secure")


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "",
        "queue",
        "/a\nb",
        "/\t/x",
    ],
)
def test_after_signing_in_one_stays_here(wanted: str) -> None:
    assert way_on(wanted) == "/"
    assert way_on("/queue?state=in_review") == "/queue?state=in_review"


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_one_signs_in_and_out_with_the_keyboard_alone(
    office: Office, browser: Browser, size: ViewportSize
) -> None:
    with_password(office, "reviewer")
    with opened(browser, office.url, size=size) as page:
        page.goto("/signin")
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(page.get_by_label("账号")).to_be_focused()
        page.keyboard.type("reviewer")
        page.keyboard.press("Tab")
        page.keyboard.type(WORD)
        page.keyboard.press("Enter")
        page.get_by_role("button", name="退出").wait_for()
        assert page.get_by_text("南京审核").is_visible()
        assert barriers(page) == []
        page.get_by_role("button", name="退出").focus()
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="登录").wait_for()
