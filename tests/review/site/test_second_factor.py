"""The second factor: set up, asked for, lost; over HTTP, and once in Chromium as a person does it."""

import re
import time

import httpx
import pytest
from playwright.sync_api import Browser, ViewportSize, expect
from pyotp.totp import TOTP

from tests.review.api.office import Office
from tests.review.site.chromium import DESK, PHONE, barriers, opened
from tests.review.site.people import WORD, client_of, csrf, signed_in, with_password
from tests.review.site.test_signin import sign_in


def now(secret: str, steps: int = 0) -> str:
    """The code that a device shows, or did or will some half minutes from now."""
    return TOTP(secret).at(int(time.time()) + 30 * steps)


def enrolled(office: Office, person: str) -> tuple[str, tuple[str, ...]]:
    """The person's secret and recovery codes, with a password and a device set up a while ago."""
    user = with_password(office, person)
    office.service.records.remove_factor("test", user)
    secret = office.service.records.propose_factor(user)
    return secret, office.service.records.confirm_factor(user, now(secret, -1))


def code(client: httpx.Client, value: str, way: str = "/") -> httpx.Response:
    """Sends a code."""
    form = client.get("/signin/code")
    return client.post("/signin/code", data={"csrf": csrf(form), "code": value, "way": way})


def test_a_password_alone_opens_nothing(office: Office) -> None:
    secret, _ = enrolled(office, "office")
    with client_of(office, None) as client:
        answer = sign_in(client, "office", way="/queue")
        assert answer.headers["location"] == "/signin/code?next=/queue"
        assert "退出" not in client.get("/").text
        assert client.get("/account").headers["location"] == "/signin?next=/account"
        assert client.get("/signin/factor").headers["location"] == "/"
        half = client.cookies["hezheng"]
        answer = code(client, now(secret), "/queue")
        assert answer.headers["location"] == "/queue"
        assert client.cookies["hezheng"] != half
        assert client.get("/account").status_code == 200
        assert client.get("/signin/code").headers["location"] == "/"
    assert office.service.records.session_of(half, idle_minutes=60) is None


def test_a_code_is_taken_once_and_only_near_its_time(office: Office) -> None:
    secret, _ = enrolled(office, "office")
    with client_of(office, None) as client:
        sign_in(client, "office")
        for wrong in (now(secret, -4), now(secret, 4), "", "000000x", "码" * 6):
            assert code(client, wrong).status_code == 422
    secret, _ = enrolled(office, "elsewhere")
    used = now(secret)
    for status in (303, 422):
        with client_of(office, None) as client:
            sign_in(client, "elsewhere")
            assert code(client, f"{used[:3]} {used[3:]}").status_code == status


def test_guessing_codes_is_stopped_even_with_the_right_one(office: Office) -> None:
    secret, _ = enrolled(office, "auditor")
    with client_of(office, None) as client:
        sign_in(client, "auditor")
        answers = [code(client, "000000").status_code for _ in range(7)]
        assert answers == [422] * 5 + [429] * 2
        answer = code(client, now(secret))
        assert answer.status_code == 429
        assert re.search(r"请 1\d 秒后再试", answer.text)


def test_a_recovery_code_stands_in_once(office: Office) -> None:
    _, codes = enrolled(office, "reviewer")
    assert len(set(codes)) == 10
    for typed, status in ((codes[0].upper().replace("-", " "), 303), (codes[0], 422), (codes[1], 303)):
        with client_of(office, None) as client:
            sign_in(client, "reviewer")
            assert code(client, typed).status_code == status
    assert office.service.records.codes_left("reviewer") == 8


def test_a_role_that_needs_a_device_is_asked_to_set_one_up_first(office: Office) -> None:
    user = with_password(office, "admin")
    office.service.records.remove_factor("test", user)
    with client_of(office, None) as client:
        assert sign_in(client, "admin").headers["location"] == "/signin/factor?next=/"
        assert client.get("/admin/people").status_code == 303
        form = client.get("/signin/factor")
        found = re.search(r'class="typed">([A-Z2-7 ]+)<', form.text)
        assert found
        secret = found[1].replace(" ", "")
        assert client.post("/signin/factor", data={"csrf": csrf(form), "code": "123"}).status_code == 422
        assert secret in client.get("/signin/factor").text.replace(" ", "")
        answer = client.post("/signin/factor", data={"csrf": csrf(form), "code": now(secret)})
        assert answer.status_code == 200
        assert len(re.findall(r"<code>\w{5}-\w{5}-\w{5}</code>", answer.text)) == 10
        assert client.get("/admin/people").status_code == 200
    with client_of(office, None) as client:
        assert sign_in(client, "admin").headers["location"] == "/signin/code?next=/"


def test_changing_a_way_in_asks_for_the_password_once_more(office: Office) -> None:
    with_password(office, "applicant")
    with client_of(office, "applicant") as client:
        token = csrf(client.get("/account"))
        for address in ("/account/factor", "/account/codes", "/account/factor/remove", "/account/password"):
            data = {"csrf": token, "old": "wrong", "password": WORD + "!", "again": WORD + "!"}
            answer = client.post(address, data=data)
            assert answer.status_code == 422
            assert "现在的密码不对" in answer.text
        office.service.records.check_password("applicant", WORD, address="127.0.0.1")
        form = client.post("/account/factor", data={"csrf": token, "old": WORD})
        secret = re.search(r'class="typed">([A-Z2-7 ]+)<', form.text)
        assert secret
        data = {"csrf": token, "code": now(secret[1].replace(" ", ""))}
        assert client.post("/account/factor/confirm", data=data).status_code == 200
        answer = client.post("/account/codes", data={"csrf": token, "old": WORD})
        assert "备用码" in answer.text
        answer = client.post("/account/factor/remove", data={"csrf": token, "old": WORD})
        assert answer.status_code == 303
        assert client.get("/account").status_code == 303
    assert not office.service.records.account("applicant").has_second_factor


def test_who_needs_a_device_cannot_do_without(office: Office) -> None:
    enrolled(office, "office")
    with client_of(office, "office") as client:
        page = client.get("/account")
        assert "关闭二次验证" not in page.text
        answer = client.post("/account/factor/remove", data={"csrf": csrf(page), "old": WORD})
        assert answer.status_code == 403


def test_a_new_password_leaves_this_browser_in_and_puts_others_out(office: Office) -> None:
    with_password(office, "other")
    with client_of(office, "other") as here, client_of(office, "other") as there:
        data = {"csrf": csrf(here.get("/account")), "old": WORD, "password": WORD + "!", "again": WORD + "!"}
        assert here.post("/account/password", data=data).headers["location"] == "/account?done=password"
        assert here.get("/account").status_code == 200
        assert there.get("/account").status_code == 303
    with client_of(office, "other") as here, client_of(office, "other") as there:
        assert "退出其他浏览器" in here.get("/account").text
        here.post("/account/sessions", data={"csrf": csrf(here.get("/account"))})
        assert here.get("/account").status_code == 200
        assert there.get("/account").status_code == 303


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_person_sets_a_device_up_with_the_keyboard_alone(
    office: Office, browser: Browser, size: ViewportSize
) -> None:
    user = with_password(office, "admin2")
    office.service.records.remove_factor("test", user)
    with opened(browser, office.url, size=size) as page:
        page.goto("/signin")
        expect(page.get_by_label("账号")).to_be_focused()
        page.keyboard.type("admin2")
        page.keyboard.press("Tab")
        page.keyboard.type(WORD)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="设置二次验证").wait_for()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        secret = page.locator(".typed").inner_text().replace(" ", "")
        page.get_by_label("验证码", exact=True).focus()
        page.keyboard.type(now(secret))
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="备用码").wait_for()
        assert barriers(page) == []
        page.get_by_role("link", name="继续").click()
        page.get_by_role("link", name="另一管理员").click()
        page.get_by_role("heading", name="我的账号").wait_for()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    office.service.records.remove_factor("test", user)
    with signed_in(office, browser, "admin2", size=size) as page:
        page.goto("/account")
        page.get_by_text("更改密码").first.click()
        assert barriers(page) == []
