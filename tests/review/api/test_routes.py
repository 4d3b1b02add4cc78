"""Every route: without a token, with each scope, on one's own and on others' things. A new route has to stand here."""

from collections.abc import Callable
from typing import NamedTuple

import httpx
import pytest

from dossier.principal import Scope
from review.api.app import create_app
from tests.review.api.office import Office, announce, draft, kind_of, put, verified

Made = dict[str, str]


class Route(NamedTuple):
    """What a route asks for, and what it answers to its owner."""

    scope: Scope | None
    """None: for anybody."""
    status: int = 200
    """On one's own thing."""
    on: str = ""
    """Which of `THINGS` it is asked on; empty: on none, so that nobody can ask for another's."""
    body: object = None
    by: str = "applicant"
    stranger: str = "other"
    """Who may ask for such a thing, but not for this one; empty: whoever has the scope sees all."""


DECISION = {"outcome": "confirm", "criterion": "2.6"}
RULING = {"fingerprint": "d-000000000000", "outcome": "confirm"}
SUPPLEMENT = {"due_on": "2020-01-01"}
FILE = {"path": "b", "sha256": "0" * 64, "size": 4}
REVIEW = ("reviewer", "elsewhere")
ADMIN = ("admin", "admin2")
S = "/api/v1/submissions"

ROUTES = {
    ("POST", S): Route(Scope.SUBMIT, 201, body={"round": "2026"}),
    ("GET", S): Route(Scope.READ),
    ("GET", f"{S}/{{submission}}"): Route(Scope.READ, on="draft"),
    ("DELETE", f"{S}/{{submission}}"): Route(Scope.SUBMIT, on="draft"),
    ("POST", f"{S}/{{submission}}/submit"): Route(Scope.SUBMIT, on="draft"),
    ("POST", f"{S}/{{submission}}/withdraw"): Route(Scope.SUBMIT, on="draft", body={"reason": "不报了"}),
    ("POST", f"{S}/{{submission}}/reopen"): Route(Scope.SUBMIT, 409, on="draft"),
    ("GET", f"{S}/{{submission}}/status"): Route(Scope.READ, on="draft"),
    ("GET", f"{S}/{{submission}}/files"): Route(Scope.READ, on="draft"),
    ("POST", f"{S}/{{submission}}/files"): Route(Scope.SUBMIT, 201, on="draft", body=FILE),
    ("GET", f"{S}/{{submission}}/files/{{path}}"): Route(Scope.READ, on="draft"),
    ("PUT", f"{S}/{{submission}}/files/{{path}}"): Route(Scope.SUBMIT, 409, on="draft", body=b"other"),
    ("DELETE", f"{S}/{{submission}}/files/{{path}}"): Route(Scope.SUBMIT, 204, on="draft"),
    ("HEAD", "/api/v1/uploads/{upload}"): Route(Scope.SUBMIT, 204, on="draft"),
    ("PATCH", "/api/v1/uploads/{upload}"): Route(Scope.SUBMIT, 204, on="draft", body=b"x"),
    ("DELETE", "/api/v1/uploads/{upload}"): Route(Scope.SUBMIT, 204, on="draft"),
    ("GET", f"{S}/{{submission}}/reports"): Route(Scope.READ, on="verified"),
    ("GET", f"{S}/{{submission}}/report.{{format}}"): Route(Scope.READ, on="verified"),
    ("GET", f"{S}/{{submission}}/findings"): Route(Scope.READ, on="verified"),
    ("GET", f"{S}/{{submission}}/discrepancies"): Route(Scope.READ, on="verified"),
    ("GET", f"{S}/{{submission}}/decisions"): Route(Scope.READ, on="verified"),
    ("POST", f"{S}/{{submission}}/decisions"): Route(Scope.REVIEW, 201, "verified", DECISION, *REVIEW),
    ("GET", f"{S}/{{submission}}/rulings"): Route(Scope.READ, 200, "verified", None, *REVIEW),
    ("POST", f"{S}/{{submission}}/rulings"): Route(Scope.REVIEW, 404, "verified", RULING, *REVIEW),
    ("GET", f"{S}/{{submission}}/supplements"): Route(Scope.READ, on="verified"),
    ("POST", f"{S}/{{submission}}/supplements"): Route(Scope.REVIEW, 422, "verified", SUPPLEMENT, *REVIEW),
    ("POST", f"{S}/{{submission}}/moves"): Route(Scope.REVIEW, 200, "verified", {"to": "received"}, *REVIEW),
    ("POST", "/api/v1/webhooks"): Route(Scope.ADMIN, 422, "", {"url": "http://127.0.0.1/x"}, *ADMIN),
    ("GET", "/api/v1/webhooks"): Route(Scope.ADMIN, 200, "", None, *ADMIN),
    ("DELETE", "/api/v1/webhooks/{webhook}"): Route(Scope.ADMIN, 204, "webhook", None, *ADMIN),
    ("GET", "/api/v1/trail"): Route(Scope.AUDIT, by="auditor"),
    ("GET", f"{S}/{{submission}}/trail"): Route(Scope.AUDIT, on="draft", by="auditor", stranger=""),
    ("GET", "/healthz"): Route(None),
    ("GET", "/readyz"): Route(None),
}

SINGLE = {
    Scope.SUBMIT: "applicant",
    Scope.READ: "applicant",
    Scope.REVIEW: "reviewer",
    Scope.ADMIN: "admin",
    Scope.AUDIT: "auditor",
}
"""Somebody whose role has the scope, so that a token can be good for it alone."""


def _draft(office: Office) -> Made:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a", b"content")
        upload = announce(client, submission, "c", b"what will be sent " + submission.encode()).json()
    return {"submission": submission, "path": "a", "upload": upload["location"].rpartition("/")[2]}


def _verified(office: Office) -> Made:
    with office.client("applicant") as client:
        return {"submission": verified(office, client), "format": "pdf"}


def _webhook(office: Office) -> Made:
    office.token("admin")
    admin = office.service.records.user("admin")
    made = office.service.records.add_webhook(admin, "https://example.org/", secret="whsec_AAAA")  # noqa: S106
    return {"webhook": made.id}


THINGS: dict[str, Callable[[Office], Made]] = {
    "": lambda _: {},
    "draft": _draft,
    "verified": _verified,
    "webhook": _webhook,
}
NOBODYS = {
    "submission": "S" + "0" * 26,
    "upload": "U" + "0" * 26,
    "webhook": "W" + "0" * 26,
    "path": "a",
    "format": "pdf",
}


def _has_strangers(key: object) -> bool:
    return any(key == each and route.on and route.stranger for each, route in ROUTES.items())


CASES = [pytest.param(key, id=" ".join(key)) for key in ROUTES]


def _ask(office: Office, key: tuple[str, str], made: Made, token: str | None) -> httpx.Response:
    method, template = key
    body = ROUTES[key].body
    headers = {"If-Match": '"1"'}
    with office.client("applicant") as reader:
        if "submission" in made and made["submission"] != NOBODYS["submission"]:
            headers["If-Match"] = reader.get(f"/submissions/{made['submission']}").headers["ETag"]
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    if method == "PATCH":
        headers |= {"Content-Type": "application/partial-upload", "Upload-Offset": "0"}
    url = office.url + template.format(**made)
    if isinstance(body, bytes):
        return httpx.request(method, url, content=body, headers=headers)
    return httpx.request(method, url, json=body, headers=headers)


def test_every_route_stands_in_the_table(office: Office) -> None:
    described = create_app(office.service).openapi()["paths"]
    found = {(method.upper(), path) for path, methods in described.items() for method in methods}
    assert found == set(ROUTES)


@pytest.mark.parametrize("key", CASES)
def test_without_a_token_nothing_is_told(office: Office, key: tuple[str, str]) -> None:
    made = THINGS[ROUTES[key].on](office)
    for token in (None, "hz_t0_wrong", "nonsense"):
        answer = _ask(office, key, made, token)
        if ROUTES[key].scope is None:
            assert answer.status_code == ROUTES[key].status
        else:
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"] == "Bearer"
            assert key[0] == "HEAD" or kind_of(answer) == "unauthenticated"


@pytest.mark.parametrize("key", CASES)
def test_a_token_of_any_other_scope_alone_is_refused(office: Office, key: tuple[str, str]) -> None:
    made = THINGS[ROUTES[key].on](office)
    for scope, person in SINGLE.items():
        if ROUTES[key].scope in {None, scope}:
            continue
        answer = _ask(office, key, made, office.token(person, frozenset({scope})))
        assert answer.status_code == 403, scope
        assert key[0] == "HEAD" or kind_of(answer) == "forbidden"


@pytest.mark.parametrize("key", [case for case in CASES if _has_strangers(case.values[0])])
def test_what_is_anothers_is_as_if_it_were_not_there(office: Office, key: tuple[str, str]) -> None:
    """The answers on another's thing and on nothing are the same but for the name that was asked for."""
    route = ROUTES[key]
    made = THINGS[route.on](office)
    nobodys = {name: NOBODYS[name] for name in made}
    token = office.token(route.stranger)
    theirs, nothing = _ask(office, key, made, token), _ask(office, key, nobodys, token)
    assert theirs.status_code == nothing.status_code == 404
    told = theirs.text
    for name, value in made.items():
        told = told.replace(value, nobodys[name])
    assert told == nothing.text
    assert set(theirs.headers) == set(nothing.headers)


@pytest.mark.parametrize("key", CASES)
def test_with_its_scope_a_route_answers_the_owner(office: Office, key: tuple[str, str]) -> None:
    route = ROUTES[key]
    scopes = frozenset({route.scope}) if route.scope is not None else None
    answer = _ask(office, key, THINGS[route.on](office), office.token(route.by, scopes))
    assert answer.status_code == route.status, answer.text
