"""Moves are told to those who asked: signed, at least once, over failures and restarts, and to nobody inside."""

import json
import random
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from review.api import addresses, sending
from review.api.delivering import deliver_due
from tests.review.api.office import Office, draft, kind_of, running, settings_in, verified
from tests.review.api.receiver import Receiver, receiving


@pytest.fixture
def open_office(tmp_path: Path) -> Iterator[Office]:
    """An office that may tell programs on this host."""
    with running(settings_in(tmp_path, webhook_private=True)) as office:
        yield office


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A program on this host."""
    with receiving() as receiver:
        yield receiver


def _add(office: Office, url: str, *states: str) -> str:
    with office.client("admin") as client:
        answer = client.post("/webhooks", json={"url": url, "states": states})
        assert answer.status_code == 201, answer.text
        return answer.json()["secret"]


def _withdrawn(office: Office) -> str:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        client.delete(f"/submissions/{submission}", headers={"If-Match": '"1"'})
        return submission


def test_every_move_is_told_signed_and_in_order(open_office: Office, receiver: Receiver) -> None:
    secret = _add(open_office, f"{receiver.url}/hook?a=b")
    with open_office.client("applicant") as client:
        submission = verified(open_office, client)
    deliver_due(open_office.service)
    told = [json.loads(each.body) for each in receiver.received]
    states = {each["data"]["version"]: each["data"]["state"] for each in told}
    assert [states[version] for version in sorted(states)] == ["received", "reading", "verified", "in_review"]
    assert {each["type"] for each in told} == {f"submission.{state}" for state in states.values()}
    assert {each["data"]["submission"] for each in told} == {submission}
    assert all(each.is_signed_with(secret) for each in receiver.received)
    assert not receiver.received[0].is_signed_with("whsec_AAAA")
    assert {each.path for each in receiver.received} == {"/hook?a=b"}
    assert len({each.headers["webhook-id"] for each in receiver.received}) == 4
    assert abs(int(receiver.received[0].headers["webhook-timestamp"]) - time.time()) < 60
    assert deliver_due(open_office.service) == 0, "what was delivered isn't sent again"


def test_only_the_states_that_were_asked_for_are_told(open_office: Office, receiver: Receiver) -> None:
    _add(open_office, receiver.url, "in_review")
    with open_office.client("applicant") as client:
        verified(open_office, client)
    deliver_due(open_office.service)
    assert [json.loads(each.body)["type"] for each in receiver.received] == ["submission.in_review"]


def test_what_fails_is_sent_again_later_under_the_same_id(
    open_office: Office, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiver.statuses = [500, 429, 200]
    monkeypatch.setattr(sending, "FIRST_PAUSE", 0.05)
    _add(open_office, receiver.url)
    _withdrawn(open_office)
    until = time.monotonic() + 10
    while len(receiver.received) < 3 and time.monotonic() < until:
        deliver_due(open_office.service)
        time.sleep(0.02)
    assert len(receiver.received) == 3
    assert len({each.headers["webhook-id"] for each in receiver.received}) == 1
    time.sleep(0.5)
    assert deliver_due(open_office.service) == 0


def test_a_receiver_that_never_answers_well_is_given_up(
    open_office: Office, receiver: Receiver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    receiver.statuses = [500]
    monkeypatch.setattr(sending, "LONGEST_PAUSE", 0.0)
    _add(open_office, receiver.url)
    _withdrawn(open_office)
    until = time.monotonic() + 60
    while deliver_due(open_office.service):
        assert time.monotonic() < until
    assert len(receiver.received) == sending.ATTEMPTS
    assert "given up" in caplog.text


def test_a_redirect_is_not_followed(open_office: Office, receiver: Receiver) -> None:
    with receiving() as inner:
        receiver.statuses, receiver.location = [307], f"{inner.url}/secret"
        _add(open_office, receiver.url)
        _withdrawn(open_office)
        assert deliver_due(open_office.service) == 1
        assert len(receiver.received) == 1
        assert inner.received == []


def test_what_was_not_delivered_outlives_the_service(tmp_path: Path, receiver: Receiver) -> None:
    settings = settings_in(tmp_path, webhook_private=True)
    with running(settings) as office:
        _add(office, receiver.url)
        submission = _withdrawn(office)
    with running(settings) as office:
        deliver_due(office.service)
    assert [json.loads(each.body)["data"]["submission"] for each in receiver.received] == [submission]


def test_a_receiver_that_is_gone_holds_up_nobody_else(open_office: Office, receiver: Receiver) -> None:
    _add(open_office, "http://127.0.0.1:9/")
    _add(open_office, receiver.url)
    _withdrawn(open_office)
    deliver_due(open_office.service)
    assert len(receiver.received) == 1


def test_addresses_inside_are_refused_when_set_and_again_when_sent(
    office: Office, receiver: Receiver
) -> None:
    """The name may have led elsewhere when the webhook was made: it is judged before each delivery."""
    with office.client("admin") as client:
        answer = client.post("/webhooks", json={"url": receiver.url})
        assert (answer.status_code, kind_of(answer)) == (422, "address-refused")
    admin = office.service.records.user("admin")
    made = office.service.records.add_webhook(admin, receiver.url, secret="whsec_AAAA")  # noqa: S106
    _withdrawn(office)
    assert deliver_due(office.service) == 1
    assert receiver.received == []
    office.service.records.remove_webhook(admin, made.id)


def test_a_webhook_that_was_removed_is_told_nothing_more(open_office: Office, receiver: Receiver) -> None:
    _add(open_office, receiver.url)
    _withdrawn(open_office)
    with open_office.client("admin") as client:
        made = client.get("/webhooks").json()
        assert [each["url"] for each in made] == [receiver.url]
        assert "secret" not in made[0]
        assert client.delete(f"/webhooks/{made[0]['id']}").status_code == 204
        assert client.get("/webhooks").json() == []
    assert deliver_due(open_office.service) == 0
    assert receiver.received == []


def _certificate(folder: Path, name: str) -> Path:
    """A certificate that vouches for itself, with its key, in one file."""
    made = folder / f"{name}.pem"
    command = [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    files = ["-keyout", str(made), "-out", str(folder / "certificate.pem")]
    subject = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    subprocess.run(["openssl", *command, *files, *subject], check=True, capture_output=True)
    made.write_bytes(made.read_bytes() + (folder / "certificate.pem").read_bytes())
    return made


@pytest.mark.parametrize(
    ("name", "trusted", "delivered"),
    [("hooks.example", True, True), ("hooks.example", False, False), ("other.example", True, False)],
)
def test_over_tls_the_certificate_has_to_be_the_hosts_own_though_the_address_is_pinned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, trusted: bool, delivered: bool
) -> None:
    certificate = _certificate(tmp_path, name)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    sending._trust.cache_clear()
    here = socket.getaddrinfo("127.0.0.1", 0, type=socket.SOCK_STREAM)
    with receiving(certificate) as receiver:
        port = receiver.url.rpartition(":")[2]
        with monkeypatch.context() as names:
            names.setattr(addresses.socket, "getaddrinfo", lambda *_, **__: here)
            target = addresses.judge(f"https://hooks.example:{port}/", allow_private=True)
        monkeypatch.setattr(addresses, "judge", lambda *_, **__: target)
        outcome = sending.send(
            "https://hooks.example/", "whsec_AAAA", identity="D1", timestamp=1, body=b"{}", allow_private=True
        )
    sending._trust.cache_clear()
    assert outcome.delivered is delivered, outcome.problem
    assert [each.headers["host"] for each in receiver.received] == [f"hooks.example:{port}"] * delivered
    assert delivered or "certificate" in outcome.problem.lower()


def test_pauses_grow_and_are_spread() -> None:
    chance = random.Random(1)
    for attempt, middle in ((1, 5), (2, 20), (3, 80), (9, 21_600), (50, 21_600)):
        pauses = [sending.pause_after(attempt, jitter=chance) for _ in range(200)]
        assert 0.75 * middle <= min(pauses) < 0.85 * middle
        assert 1.15 * middle < max(pauses) <= 1.25 * middle
