"""An office whose API runs in a thread of the tests, over real HTTP, on a folder and SQLite or on what is given."""

import hashlib
import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from dossier.principal import Principal, Role, Scope
from hezheng.service import Service
from hezheng.settings import Settings
from review.web import create_web
from tests.review.reports.sample import drawn_pages, sample_report
from tests.servers import serving

PEOPLE = {
    "applicant": Principal(id="applicant", name="甲中心", role=Role.APPLICANT),
    "other": Principal(id="other", name="乙中心", role=Role.APPLICANT),
    "reviewer": Principal(id="reviewer", name="南京审核", role=Role.REVIEWER, region="南京市"),
    "elsewhere": Principal(id="elsewhere", name="苏州审核", role=Role.REVIEWER, region="苏州市"),
    "expert": Principal(id="expert", name="评审专家", role=Role.EXPERT),
    "office": Principal(id="office", name="省总", role=Role.OFFICE),
    "admin": Principal(id="admin", name="管理员", role=Role.ADMINISTRATOR),
    "admin2": Principal(id="admin2", name="另一管理员", role=Role.ADMINISTRATOR),
    "auditor": Principal(id="auditor", name="审计", role=Role.AUDITOR),
}


@dataclass
class Office:
    """The API's address, the parts behind it, and people with tokens."""

    url: str
    service: Service
    triggered: list[str] = field(default_factory=list)
    tokens: dict[tuple[str, frozenset[Scope] | None], str] = field(default_factory=dict)

    def token(self, person: str, scopes: frozenset[Scope] | None = None) -> str:
        """A token of that person, made once."""
        if (person, scopes) not in self.tokens:
            self.service.records.put_user("test", PEOPLE[person])
            made = self.service.records.add_token("test", person, name="test", scopes=scopes)
            self.tokens[person, scopes] = made.secret
        return self.tokens[person, scopes]

    def client(self, person: str, scopes: frozenset[Scope] | None = None) -> httpx.Client:
        """A client with that person's token."""
        headers = {"Authorization": f"Bearer {self.token(person, scopes)}"}
        return httpx.Client(base_url=f"{self.url}/api/v1", headers=headers, timeout=30, trust_env=False)


@contextmanager
def running(settings: Settings) -> Iterator[Office]:
    """The office, while it serves."""
    triggered: list[str] = []
    service = Service.open(settings, trigger=triggered.append)
    with closing(service), serving(create_web(service)) as url:
        yield Office(url, service, triggered)


def settings_in(folder: Path, **more: object) -> Settings:
    """Settings that know nothing of this machine's own."""
    return Settings(_env_file=None, data=folder, rate_per_second=10_000, **more)  # pyright: ignore[reportArgumentType, reportCallIssue]


def draft(client: httpx.Client, **more: object) -> dict[str, Any]:
    """A new draft for 南京市."""
    answer = client.post("/submissions", json={"round": "2026", "recommender": "南京市总工会", **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


def announce(client: httpx.Client, submission: str, path: str, content: bytes) -> httpx.Response:
    """Says that a file of that content will come."""
    body = {"path": path, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    return client.post(f"/submissions/{submission}/files", json=body)


def put(client: httpx.Client, submission: str, path: str, content: bytes) -> httpx.Response:
    """Hands in a small file in one request."""
    return client.put(f"/submissions/{submission}/files/{path}", content=content)


def append(client: httpx.Client, location: str, at: int, content: bytes, **headers: str) -> httpx.Response:
    """One part of an upload."""
    return client.patch(
        location.removeprefix("/api/v1"),
        content=content,
        headers={"Content-Type": "application/partial-upload", "Upload-Offset": str(at), **headers},
    )


def content_of(seed: int, size: int) -> bytes:
    """So many bytes, the same for a seed."""
    return random.Random(seed).randbytes(size)


def fetched(office: Office, submission: str, path: str) -> bytes:
    """The applicant's file, as it is handed out."""
    with office.client("applicant") as client:
        answer = client.get(f"/submissions/{submission}/files/{path}")
        assert answer.status_code == 200
        return answer.content


def kind_of(answer: httpx.Response) -> str:
    """The kind of a problem; it has all that a problem has."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    body = answer.json()
    assert body["status"] == answer.status_code
    assert body["title"]
    assert body["detail"]
    return body["type"].rpartition(":")[2]


def verified(office: Office, client: httpx.Client) -> str:
    """A submission of that client's that a worker has verified: it lies before the reviewers."""
    submission = draft(client)["id"]
    put(client, submission, "申报表.xlsx", b"form of " + submission.encode())
    answer = client.post(f"/submissions/{submission}/submit", headers={"If-Match": '"1"'})
    assert answer.status_code == 200, answer.text
    run = office.service.records.take(submission, "test", 60)
    assert run is not None
    report = sample_report(drawn_pages())
    contents = {
        "json": report.to_json().encode(),
        "html": b"<!doctype html>",
        "pdf": b"%PDF-1.7",
        "xlsx": b"PK",
    }
    files = {name: office.service.reports.put(content) for name, content in contents.items()}
    office.service.records.finish(run, report, files)
    return submission


def version_of(client: httpx.Client, submission: str) -> dict[str, str]:
    """The header that names the version as it stands."""
    return {"If-Match": client.get(f"/submissions/{submission}").headers["ETag"]}
