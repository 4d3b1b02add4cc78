"""What goes wrong is told as a problem: in Chinese, with an id where it is ours, and never with a traceback."""

import logging
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from review.api import limits, messages, problems
from review.api.guard import HEADERS
from tests.review.api.office import Office, draft, kind_of, put, running, settings_in


def test_every_kind_of_problem_has_a_status_and_a_title() -> None:
    assert set(problems.STATUS) | {"other"} == set(messages.TITLES)
    assert set(problems.KINDS.values()) <= set(problems.STATUS)


def test_an_error_that_nobody_foresaw_is_told_by_an_id_under_which_the_log_has_it(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("the secret within")

    monkeypatch.setattr(type(office.service.records), "list", fail)
    with office.client("applicant") as client, caplog.at_level(logging.ERROR):
        answer = client.get("/submissions")
    assert (answer.status_code, kind_of(answer)) == (500, "internal")
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.json()["id"] == answer.headers["X-Request-ID"]
    assert any(
        record.exc_info and "the secret within" in str(record.exc_info[1]) for record in caplog.records
    )


def test_paths_and_methods_that_are_not_there(office: Office) -> None:
    with office.client("applicant") as client:
        assert kind_of(client.get("/nothing")) == "not-found"
        answer = client.patch("/submissions")
        assert (answer.status_code, kind_of(answer)) == (405, "method-not-allowed")
        assert "GET" in answer.headers["Allow"] or "POST" in answer.headers["Allow"]
        assert kind_of(client.get("/submissions/none")) == "invalid"
        broken = client.post("/submissions", content=b"{", headers={"Content-Type": "application/json"})
        assert (broken.status_code, kind_of(broken)) == (422, "invalid")
        assert "errors" in client.post("/submissions", json={"round": 1}).json()


def test_security_headers_stand_on_every_answer(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a.html", b"<script>alert(1)</script>")
        answers = [
            client.get("/submissions"),
            client.get("/nothing"),
            client.get(f"/submissions/{submission}/files/a.html"),
            client.post("/submissions", json={}),
            httpx.get(f"{office.url}/healthz"),
            httpx.get(f"{office.url}/api/v1/submissions"),
        ]
    for answer in answers:
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert "set-cookie" not in answer.headers
        assert "Strict-Transport-Security" not in answer.headers, "this was no TLS"
    page = answers[2]
    assert page.headers["Content-Type"] == "application/octet-stream"
    assert page.headers["Content-Disposition"].startswith("attachment")


def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(office: Office) -> None:
    large = b" " * (limits.BODY_BYTES + 1)
    with office.client("applicant") as client:
        for content in (large, iter([large[: limits.BODY_BYTES], b"  "])):
            answer = client.post(
                "/submissions", content=content, headers={"Content-Type": "application/json"}
            )
            assert (answer.status_code, kind_of(answer)) == (413, "too-large")
        keyed = {"Content-Type": "application/json", "Idempotency-Key": "large"}
        assert kind_of(client.post("/submissions", content=iter([large]), headers=keyed)) == "too-large"


def test_who_asks_too_often_is_told_when_to_come_again(tmp_path: Path) -> None:
    settings = settings_in(tmp_path).model_copy(update={"rate_per_second": 1.0})
    with running(settings) as office, office.client("applicant") as client, office.client("other") as other:
        answers = [client.get("/submissions") for _ in range(6)]
        refused = [answer for answer in answers if answer.status_code == 429]
        assert [answer.status_code for answer in answers[:4]] == [200] * 4
        assert refused
        assert kind_of(refused[0]) == "too-many-requests"
        assert int(refused[0].headers["Retry-After"]) >= 1
        assert refused[0].headers["X-Content-Type-Options"] == "nosniff"
        assert other.get("/submissions").status_code == 200, "another token has its own allowance"
        assert httpx.get(f"{office.url}/healthz").status_code == 200
        strange = {"Authorization": "Bearer nonsense"}
        codes = {
            httpx.get(f"{office.url}/api/v1/submissions", headers=strange).status_code for _ in range(40)
        }
        assert codes == {401, 429}


def test_a_store_or_database_that_is_away_is_told_as_such(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vault.blobs import StoreFullError, StoreUnreachableError

    def away(*_: Any, **__: Any) -> None:
        raise StoreUnreachableError("存储没有应答。", cause="gone")

    def full(*_: Any, **__: Any) -> None:
        raise StoreFullError("存储已满。", cause="full")

    with office.client("applicant") as client:
        submission = draft(client)["id"]
        monkeypatch.setattr(type(office.service.originals), "put", away)
        answer = put(client, submission, "a", b"1")
        assert (answer.status_code, kind_of(answer)) == (503, "unavailable")
        assert answer.headers["Retry-After"]
        monkeypatch.setattr(type(office.service.originals), "put", full)
        assert kind_of(put(client, submission, "a", b"1")) == "store-full"
        monkeypatch.setattr(type(office.service.blobs), "size", away)
        ready = httpx.get(f"{office.url}/readyz")
        assert (ready.status_code, ready.json()["lacking"]) == (503, ["store"])
        assert httpx.get(f"{office.url}/healthz").status_code == 200


def test_an_original_that_was_altered_is_never_given_for_whole(office: Office) -> None:
    content = bytes(600_000)
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        sha256 = put(client, submission, "a", content).json()["sha256"]
        kept = office.service.settings.data / "originals" / sha256[:2] / sha256
        assert kept.is_file()
        kept.chmod(0o600)
        kept.write_bytes(content[:-1] + b"x")
        with pytest.raises(httpx.RemoteProtocolError):
            client.get(f"/submissions/{submission}/files/a")


def test_noise_instead_of_http_hurts_nobody(office: Office) -> None:
    parts = urlsplit(office.url)
    for noise in (
        b"\0" * 100,
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: \xff\r\n\r\n",
        b"A" * 100_000,
    ):
        with socket.create_connection((parts.hostname, parts.port), timeout=5) as wire:
            wire.sendall(noise)
            wire.shutdown(socket.SHUT_WR)
            # What the server didn't read before it hung up resets the connection.
            with suppress(ConnectionResetError):
                while wire.recv(4096):
                    pass
    assert httpx.get(f"{office.url}/healthz").status_code == 200
