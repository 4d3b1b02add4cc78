"""People who are signed in to the pages, in Chromium or by bare HTTP, and the password that all of them have."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx
from playwright.sync_api import Browser, Page, ViewportSize

from dossier.account import Stage
from tests.review.api.office import PEOPLE, Office
from tests.review.site.chromium import DESK, opened

WORD = "松下问童子 言师采药去"
"""The password of everyone."""


def person_in(office: Office, person: str) -> str:
    """That person's id, who is known to the office from now on."""
    return office.service.records.put_user("test", PEOPLE[person]).id


def with_password(office: Office, person: str) -> str:
    """That person's id, with the password set anew: sessions that they had are over."""
    user = person_in(office, person)
    office.service.records.set_password("test", user, WORD)
    return user


def session_of(office: Office, person: str) -> str:
    """The secret of a new session of that person's, whose sign-in is behind them."""
    return office.service.records.begin_session(person_in(office, person), Stage.WHOLE, hours=1)


@contextmanager
def signed_in(office: Office, browser: Browser, person: str, *, size: ViewportSize = DESK) -> Iterator[Page]:
    """A page of Chromium in which that person is signed in, watched as `opened` does."""
    with opened(browser, office.url, size=size) as page:
        host = urlsplit(office.url).hostname or ""
        page.context.add_cookies(
            [
                {
                    "name": "hezheng",
                    "value": session_of(office, person),
                    "domain": host,
                    "path": "/",
                    "httpOnly": True,
                }
            ]
        )
        yield page


@contextmanager
def client_of(office: Office, person: str | None) -> Iterator[httpx.Client]:
    """A client with that person's session cookie, or with nobody's. It doesn't follow redirects."""
    cookies = {"hezheng": session_of(office, person)} if person else {}
    with httpx.Client(base_url=office.url, cookies=cookies, timeout=30, trust_env=False) as client:
        yield client


def csrf(answer: httpx.Response) -> str:
    """The token of the forms on a page."""
    found = re.search(r'name="csrf" value="(\w+)"', answer.text)
    assert found, answer.text
    return found[1]
