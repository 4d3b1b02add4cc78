"""A service that runs, seen from outside: its figures, who may ask for them, its requests' ids and its log."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from dossier.principal import Role, Scope
from tests.hezheng.served import Served
from tests.review.api.office import Office, announce, draft, put, running, settings_in
from tests.review.api.wire import Wire
from tests.servers import free_ports

PERSON = "张三丰"
IDENTITY = "320102199001011234"
TELEPHONE = "13812345678"
NAME = "南京市玄武区某某职工服务中心"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with running(settings_in(tmp_path_factory.mktemp("office"))) as office:
        yield office


def scrape(url: str, **headers: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    answer = httpx.get(url, headers=headers, trust_env=False)
    assert answer.status_code == 200, answer.text
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def at(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    return name, frozenset(labels.items())


def test_a_scrape_of_the_running_service_counts_its_requests_and_shows_its_queue(office: Office) -> None:
    before = scrape(f"{office.url}/metrics")
    with office.client("applicant") as client:
        submission = draft(client, batch=True)["id"]
        client.get(f"/submissions/{submission}")
        client.get("/submissions/S00000000000000000000000000")
        client.get("/no/such/path")
    after = scrape(f"{office.url}/metrics")

    def more(name: str, **labels: str) -> float:
        return after[at(name, **labels)] - before.get(at(name, **labels), 0)

    route = "/api/v1/submissions/{submission}"
    assert more("hezheng_http_requests_total", method="GET", route=route, status="200") == 1
    assert more("hezheng_http_requests_total", method="GET", route=route, status="404") == 1
    assert more("hezheng_http_requests_total", method="GET", route="other", status="404") == 1
    assert more("hezheng_http_request_seconds_count", method="GET", route=route) == 2
    assert more("hezheng_submissions", state="draft", priority="batch") == 1
    assert after[at("hezheng_database_up")] == 1


def test_an_upload_that_breaks_off_is_not_told_as_a_fault_of_the_service(office: Office) -> None:
    content = b"x" * 500_000
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "a.pdf", content).json()["location"]
    wire = Wire(office.url, office.token("applicant"), location)

    def answered() -> dict[str, float]:
        found: dict[str, float] = {}
        for (name, labels), value in scrape(f"{office.url}/metrics").items():
            if name == "hezheng_http_requests_total" and ("method", "PATCH") in labels:
                status = dict(labels)["status"]
                found[status] = found.get(status, 0) + value
        return found

    before = answered()
    with wire.connect() as sending:
        sending.sendall(wire.head(0, len(content), complete=True) + content[:200_000])
    until = time.monotonic() + 20
    while (after := answered()) == before:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert {status for status in after if after[status] > before.get(status, 0)} == {"499"}


def test_no_label_is_without_bound(office: Office) -> None:
    with office.client("applicant") as client:
        for number in range(3):
            submission = draft(client)["id"]
            put(client, submission, f"{PERSON}{number}.pdf", b"%PDF-1.7")
    values = {value for _, labels in scrape(f"{office.url}/metrics") for _, value in labels}
    assert not [value for value in values if re.search(r"S[0-9A-Z]{26}|[一-鿿]|[0-9a-f]{64}", value)]


def test_this_host_may_ask_and_who_comes_through_a_proxy_needs_a_token(office: Office) -> None:
    url = f"{office.url}/metrics"
    assert httpx.get(url, trust_env=False).status_code == 200
    for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
        assert httpx.get(url, headers={name: "203.0.113.9"}, trust_env=False).status_code == 401


@pytest.mark.parametrize(
    ("person", "scopes", "status"),
    [
        ("admin", None, 200),
        ("auditor", None, 200),
        ("auditor", frozenset({Scope.READ}), 403),
        ("applicant", None, 403),
        ("reviewer", None, 403),
    ],
)
def test_a_token_needs_the_scope_to_administer_or_audit(
    office: Office, person: str, scopes: frozenset[Scope] | None, status: int
) -> None:
    headers = {"Authorization": f"Bearer {office.token(person, scopes)}", "X-Forwarded-For": "203.0.113.9"}
    assert httpx.get(f"{office.url}/metrics", headers=headers, trust_env=False).status_code == status


def test_a_token_that_is_none_is_refused_on_this_host_too(office: Office) -> None:
    headers = {"Authorization": "Bearer nonsense"}
    assert httpx.get(f"{office.url}/metrics", headers=headers, trust_env=False).status_code == 401


def test_every_answer_has_an_id_and_a_sound_one_of_the_clients_is_kept(office: Office) -> None:
    url = f"{office.url}/healthz"
    first, second = (httpx.get(url, trust_env=False).headers["X-Request-ID"] for _ in range(2))
    assert first != second
    for given, kept in (
        ("abcd-1234-efgh", True),
        ("x", False),
        ("a b c d e f g h", False),
        ("y" * 65, False),
    ):
        told = httpx.get(url, headers={"X-Request-ID": given}, trust_env=False).headers["X-Request-ID"]
        assert (told == given) is kept


def lines_of(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl*"))
        for line in path.read_text("utf-8").splitlines()
    ]


@pytest.mark.slow
def test_a_submission_is_followed_by_its_id_and_no_person_is_in_the_log(tmp_path: Path) -> None:
    """Through serve, Prefect and a worker, with debug lines and all."""
    (port,) = free_ports(1)
    served = Served(tmp_path, metrics_port=str(port), log_level="DEBUG", workers="1")
    served.start()
    token = served.token("applicant", Role.APPLICANT)
    application = {
        "round": "2026",
        "organization": {"name": NAME, "legal_representative": PERSON},
        "recommender": "南京市总工会",
        "claims": [{"criterion": "2.6", "points": 6, "statement": f"{PERSON}负责"}],
    }
    try:
        headers = {"Authorization": f"Bearer {token}"}
        with httpx.Client(base_url=f"{served.url}/api/v1", headers=headers, timeout=60) as client:
            submission = draft(client, application=application)["id"]
            content = f"{PERSON}，身份证号 {IDENTITY}，电话 {TELEPHONE}。".encode()
            assert put(client, submission, f"{PERSON}证明.txt", content).is_success
            assert put(client, submission, f"{PERSON}坏文件.pdf", b"%PDF-1.7 broken").is_success
            version = client.get(f"/submissions/{submission}").headers["ETag"]
            answer = client.post(f"/submissions/{submission}/submit", headers={"If-Match": version})
            assert answer.status_code == 200, answer.text
            until = time.monotonic() + 180
            while client.get(f"/submissions/{submission}").json()["state"] != "in_review":
                assert time.monotonic() < until
                time.sleep(0.5)
        worker = scrape(f"http://127.0.0.1:{port}/metrics")
        serving = scrape(f"{served.url}/metrics")
    finally:
        served.stop(90)

    assert worker[at("hezheng_runs_total", outcome="finished")] == 1
    assert worker[at("hezheng_pages_read_total", origin="text")] == 1
    for step in ("intake", "read", "check", "publish", "finish"):
        assert worker[at("hezheng_run_step_seconds_count", step=step)] == 1
    assert sum(value for (name, _), value in worker.items() if name == "hezheng_verdicts_total") > 0
    in_review = at("hezheng_submissions", state="in_review", priority="interactive")
    assert worker[in_review] == serving[in_review] == 1

    said = lines_of(tmp_path / "hezheng-data" / "logs")
    of_submission = {line["service"] for line in said if line.get("submission") == submission}
    assert of_submission == {"serve", "worker"}
    assert any(line["logger"].startswith("prefect") for line in said)
    text = json.dumps(said, ensure_ascii=False)
    for secret in (PERSON, NAME, IDENTITY, TELEPHONE, token, token.rpartition("_")[2]):
        assert secret not in text
    assert not re.search("[一-鿿]", text)
