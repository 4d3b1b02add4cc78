"""Values that no database, no JSON and no file name can hold are refused, and never break anything."""

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.review.api.office import Office, announce, draft, put, running, settings_in, verified, version_of
from tests.servers import Postgres

NASTY: tuple[str, ...] = (
    '"\\u0000"',
    '"a\\u0000b"',
    '"\\ud800"',
    '"\\udfff\\ud800"',
    '"\\u001b[31m"',
    "NaN",
    "Infinity",
    "-1e999",
    "1e308",
    "9" * 5000,
    "18446744073709551616",
    "-1",
    "null",
    "true",
    '""',
    '"   "',
    "[]",
    "{}",
    "[" * 100_000,
    '{"a":' * 5_000 + "1" + "}" * 5_000,
    json.dumps("长" * 100_000),
    '"\\u202e\\u2066"',
    '{"__proto__": {"x": 1}, "\\u0000": 1}',
)
BODIES = {
    "/submissions": [
        '{"round": %s}',
        '{"round": "2026", "recommender": %s}',
        '{"round": "2026", "organization": {"name": %s}}',
        '{"round": "2026", "organization": {"name": "x", "address": %s}}',
        '{"round": "2026", "application": %s}',
        '{"application": {"round": "2026", "organization": {"name": "x"}, "claims": [], "more": %s}}',
        '{"application": {"round": "2026", "organization": {"name": "x"}, "claims": [{"criterion": "2.6", "points": %s}]}}',
        '{"round": "2026", "batch": %s}',
        "%s",
    ],
    "/submissions/{draft}/files": [
        '{"path": %s, "sha256": "' + "0" * 64 + '", "size": 1}',
        '{"path": "a", "sha256": %s, "size": 1}',
        '{"path": "a", "sha256": "' + "0" * 64 + '", "size": %s}',
    ],
    "/submissions/{draft}/withdraw": ['{"reason": %s, "more": 1}', "%s"],
    "/submissions/{verified}/decisions": [
        '{"outcome": %s}',
        '{"outcome": "amend", "criterion": %s, "points": 1}',
        '{"outcome": "amend", "criterion": "2.6", "points": %s}',
        '{"outcome": "confirm", "criterion": "2.6", "comment": %s}',
    ],
    "/submissions/{verified}/rulings": [
        '{"fingerprint": %s, "outcome": "confirm"}',
        '{"fingerprint": "d-0", "outcome": %s}',
        '{"fingerprint": "d-0", "outcome": "ask", "reason": %s}',
        '{"fingerprint": "d-0", "outcome": "confirm", "seen": %s}',
    ],
    "/submissions/{verified}/supplements": ['{"due_on": %s}', '{"due_on": "2026-12-01", "note": %s}'],
    "/submissions/{verified}/moves": ['{"to": %s}', '{"to": "recommended", "reason": %s}'],
    "/webhooks": ['{"url": %s}', '{"url": "https://example.org/%%00", "states": %s}'],
}
QUERIES = ("round", "state", "after", "limit", "criterion", "verdict", "severity", "wait", "since", "link")
VALUES = ("%00", "%ff", "%ed%a0%80", "'", "-1", "9" * 400, "", "null", "NaN", "%0a", "٣")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office on each database: one of them takes what the other refuses."""
    folder: Path = tmp_path_factory.mktemp("office")
    more: dict[str, object] = {}
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("postgres")
        more["database_url"] = server.new_database()
    with running(settings_in(folder, **more)) as office:
        yield office


@pytest.mark.parametrize("path", BODIES)
def test_no_value_in_a_body_breaks_the_service(office: Office, path: str) -> None:
    person = "reviewer" if "verified" in path else "admin" if path == "/webhooks" else "applicant"
    json_type = {"Content-Type": "application/json"}
    with office.client("applicant") as applicant, office.client(person) as client:
        made = {"draft": draft(applicant)["id"], "verified": verified(office, applicant)}
        place = path.format(**made)
        for template, value in itertools.product(BODIES[path], NASTY):
            if "withdraw" in path:
                made["draft"] = draft(applicant)["id"]
                place = path.format(**made)
            about = "verified" if "verified" in path else "draft"
            headers = json_type | version_of(applicant, made[about])
            answer = client.post(place, content=(template % value).encode(), headers=headers)
            assert answer.status_code < 500, (template, value[:60], answer.text)
            if answer.is_success:
                assert client.get("/submissions" if path != "/webhooks" else path).status_code == 200


def test_no_query_breaks_the_service(office: Office) -> None:
    with office.client("applicant") as client:
        submission = verified(office, client)
        put(client, draft(client)["id"], "a", b"content")
        places = (
            "",
            f"/{submission}",
            *(f"/{submission}/{name}" for name in ("status", "findings", "discrepancies", "files")),
        )
        for place, query, value in itertools.product(places, QUERIES, VALUES):
            answer = client.get(
                httpx.URL(f"{office.url}/api/v1/submissions{place}?{query}={value}"), timeout=90
            )
            assert answer.status_code < 500, (place, query, value)


def test_no_number_breaks_the_service(office: Office) -> None:
    numbers = ("9" * 5000, "9" * 20, "-1", "1e3", "0x1", "+1", "1_0", "9223372036854775808")
    with office.client("auditor") as auditor, office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"numbers").json()["location"]
        for number in numbers:
            assert auditor.get("/trail", params={"after": number, "limit": number}).status_code < 500
            assert auditor.get("/trail", params={"after": number}).status_code < 500
            headers = {"Content-Type": "application/partial-upload", "Upload-Offset": number}
            answer = client.patch(location.removeprefix("/api/v1"), content=b"x", headers=headers)
            assert answer.status_code in {400, 409}, number
            place = f"/submissions/{draft(client)['id']}/submit"
            assert client.post(place, headers={"If-Match": f'"{number}"'}).status_code < 500


def test_no_path_breaks_the_service(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        for value in (
            *VALUES[:3],
            "..%2f..%2fetc%2fpasswd",
            "%2e%2e/%2e%2e/a",
            "a" * 3000,
            "%0d%0aX: y",
            "a%5c..%5cb",
            "CON",
        ):
            for method in ("GET", "PUT", "DELETE"):
                url = httpx.URL(f"{office.url}/api/v1/submissions/{submission}/files/{value}")
                assert client.request(method, url).status_code < 500, (method, value)
            assert client.get(httpx.URL(f"{office.url}/api/v1/submissions/{value}")).status_code in {404, 422}
        kept = {each["path"] for each in client.get(f"/submissions/{submission}/files").json()}
        assert not [path for path in kept if ".." in path or path.startswith("/")]


def test_no_header_breaks_the_service(office: Office) -> None:
    chance = random.Random(2)
    noise = [bytes(chance.randrange(0x21, 0x100) for _ in range(chance.randint(1, 60))) for _ in range(40)]
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        for name in (
            b"Authorization",
            b"If-Match",
            b"Idempotency-Key",
            b"Content-Type",
            b"X-Request-ID",
            b"Accept",
        ):
            for value in noise:
                answer = client.post(f"/submissions/{submission}/submit", headers=[(name, value)])
                assert answer.status_code < 500, (name, value)
        for value in noise:
            headers = [(b"Content-Digest", value), (b"Upload-Offset", value)]
            assert (
                client.put(f"/submissions/{submission}/files/a", content=b"1", headers=headers).status_code
                < 500
            )
