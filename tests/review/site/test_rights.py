"""Every route of the pages × every person × one's own object and another's, against the table in rights.py."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from fastapi.routing import APIRoute

from review.site.app import ROUTERS
from rubric import SHIPPED
from tests.review.api.office import PEOPLE, Office, verified
from tests.review.site.people import client_of, csrf
from tests.review.site.rights import ELSEWHERE, HALFWAY, MISSING, OWN, PERSONS, SEEING, TABLE, VALUES

NOT_THERE = "S" + "0" * 26
REFUSED = {401, 403, 404}


def routes() -> set[str]:
    """All that the pages answer to, as `GET /path/{parameter}`."""
    found = set[str]()
    for module in ROUTERS:
        for route in module.router.routes:
            assert isinstance(route, APIRoute), f"{module.__name__}: {route} can't be looked into"
            found |= {f"{method} {route.path}" for method in route.methods or ()}
    return found


def test_every_route_is_in_the_table() -> None:
    assert routes() - set(TABLE) == set(), "say in rights.py who gets through"
    assert set(TABLE) - routes() == set(), "no such routes any more"


def address(template: str, submission: str) -> str:
    """The path with its parameters filled in."""
    values = VALUES | {"submission": submission}
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda found: values[found[1]], template)


LATE = {"round.rescore"}
"""What a trial of a standard notes on a thread of its own, some time after somebody who may has begun it."""


@contextmanager
def asked(office: Office, person: str, route: str, submission: str) -> Iterator[httpx.Response]:
    """What a person is answered at a route, in a session of its own."""
    method, _, template = route.partition(" ")
    with client_of(office, None if person == "nobody" else person) as client:
        path = address(template, submission)
        if method == "GET":
            yield client.get(path)
        else:
            token = csrf(client.get("/signin" if person == "nobody" else "/"))
            form = {"csrf": token, **TABLE[route].form}
            yield client.request(method, path, data=form)


def is_let(answer: httpx.Response) -> bool:
    """Whether an answer isn't a refusal, nor the way to the sign-in."""
    assert answer.status_code < 500, answer.text
    return answer.status_code not in REFUSED and not answer.headers.get("location", "").startswith("/signin?")


@pytest.fixture(scope="module")
def owner(office: Office) -> Iterator[httpx.Client]:
    """The applicant's client; all others are known as well."""
    for person in PERSONS:
        office.service.records.put_user("test", PEOPLE[person])
    office.service.records.put_user("test", PEOPLE["other"].model_copy(update={"id": "somebody"}))
    office.service.records.add_standard(
        PEOPLE["office"],
        SHIPPED.read_bytes(),
        id="jiangsu",
        version="1",
        title="标准",
        provisional=True,
        file="标准.yaml",
    )
    with office.client("applicant") as client:
        yield client


@pytest.fixture(scope="module")
def submission(office: Office, owner: httpx.Client) -> str:
    """The applicant's, of 南京市; what is refused leaves it as it is."""
    return verified(office, owner)


@pytest.mark.parametrize("route", sorted(set(TABLE) - ELSEWHERE - HALFWAY - MISSING - OWN))
def test_a_route_lets_those_through_whom_the_table_names(
    office: Office, owner: httpx.Client, submission: str, route: str
) -> None:
    rule = TABLE[route]
    records = office.service.records
    before = records.trail(PEOPLE["auditor"], limit=100_000)
    for person in ("nobody", *PERSONS):
        if rule.lets(person):
            continue
        with asked(office, person, route, submission) as answer:
            assert not is_let(answer), f"{person} got through: {answer.status_code}"
            if person == "nobody" and route.startswith("GET "):
                assert answer.headers["location"].startswith("/signin?next=")
            elif person == "nobody":
                assert answer.status_code == 401
    after = records.trail(PEOPLE["auditor"], after=before[-1].seq, limit=100_000)
    late = set() if "what-if" in route else LATE
    assert {each.action for each in after} - late <= {"session.begin"}, "what was refused did something"
    for person in ("nobody", *PERSONS):
        if rule.lets(person):
            changes = rule.about == "submission" and not route.startswith("GET ")
            own = verified(office, owner) if changes else submission
            with asked(office, person, route, own) as answer:
                assert is_let(answer), f"{person} was refused: {answer.status_code} {answer.text[-600:]}"


@pytest.mark.parametrize(
    "route", sorted(route for route, rule in TABLE.items() if rule.about == "submission")
)
def test_another_s_submission_can_not_be_told_from_none(office: Office, submission: str, route: str) -> None:
    blind = TABLE[route].who - set(SEEING)
    assert blind
    for person in blind:
        with (
            asked(office, person, route, submission) as foreign,
            asked(office, person, route, NOT_THERE) as none,
        ):
            assert foreign.status_code == none.status_code == 404
            assert told(foreign, submission) == told(none, NOT_THERE)


def told(answer: httpx.Response, submission: str) -> str:
    """The page without what differs from one asking to the next."""
    return re.sub(r"[0-9a-f]{64}", "", answer.text.replace(submission, ""))


@pytest.mark.parametrize("route", sorted(MISSING))
def test_what_is_not_there_is_not_there_for_anybody(office: Office, submission: str, route: str) -> None:
    for person in ("nobody", *PERSONS):
        with asked(office, person, route, submission) as answer:
            assert answer.status_code == 404


@pytest.mark.parametrize("route", sorted(HALFWAY))
def test_a_whole_session_is_led_away_from_the_steps_of_signing_in(
    office: Office, submission: str, route: str
) -> None:
    for person in ("nobody", *PERSONS):
        with asked(office, person, route, submission) as answer:
            assert answer.status_code == 303
            assert answer.headers["location"] == ("/signin" if person == "nobody" else "/")


def test_no_change_comes_without_its_token(office: Office, submission: str) -> None:
    for route in TABLE:
        method, _, template = route.partition(" ")
        if method == "GET":
            continue
        for person in ("nobody", "admin", "applicant"):
            with client_of(office, None if person == "nobody" else person) as client:
                answer = client.request(method, address(template, submission), data={"csrf": "0" * 64})
                assert answer.status_code == (401 if person == "nobody" else 403), (route, person)
