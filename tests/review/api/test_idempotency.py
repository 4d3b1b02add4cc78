"""A request that is sent again with its key is answered again, and done once."""

import threading
from typing import Any

import httpx
import pytest

from review.api import idempotency
from tests.review.api.office import Office, draft, kind_of, put, version_of

BODY = {"round": "2026", "recommender": "南京市总工会"}


def _create(client: httpx.Client, key: str, body: object = None) -> httpx.Response:
    return client.post("/submissions", json=body or BODY, headers={"Idempotency-Key": key})


def _count(client: httpx.Client) -> int:
    return len(client.get("/submissions", params={"limit": 200}).json()["items"])


def test_the_same_request_again_makes_nothing_new_and_is_answered_alike(office: Office) -> None:
    with office.client("applicant") as client:
        first = _create(client, "key-1")
        before = _count(client)
        again = _create(client, "key-1")
        assert (again.status_code, again.json()) == (201, first.json())
        assert again.headers["Idempotent-Replayed"] == "true"
        assert "Idempotent-Replayed" not in first.headers
        for name in ("ETag", "Location", "Content-Type"):
            assert again.headers[name] == first.headers[name]
        assert _count(client) == before


def test_the_same_key_with_another_request_is_refused(office: Office) -> None:
    with office.client("applicant") as client:
        submission = _create(client, "key-2").json()["id"]
        other = _create(client, "key-2", {"round": "2027"})
        assert (other.status_code, kind_of(other)) == (422, "idempotency-reused")
        place = f"/submissions/{submission}/withdraw"
        elsewhere = client.post(place, headers={"Idempotency-Key": "key-2", "If-Match": '"1"'})
        assert kind_of(elsewhere) == "idempotency-reused"


def test_a_key_is_its_senders_own(office: Office) -> None:
    with office.client("applicant") as client, office.client("other") as other:
        first, second = _create(client, "key-3"), _create(other, "key-3")
        assert first.json()["id"] != second.json()["id"]


def test_a_submission_is_handed_in_once_however_often_it_is_sent(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a", b"content")
        headers = {"Idempotency-Key": "hand-in", **version_of(client, submission)}
        answers = [client.post(f"/submissions/{submission}/submit", headers=headers) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 200]
        assert office.triggered.count(submission) == 1


def test_a_refusal_is_replayed_too(office: Office) -> None:
    with office.client("applicant") as client:
        first, again = _create(client, "key-4", {"round": ""}), _create(client, "key-4", {"round": ""})
        assert first.status_code == again.status_code == 422
        assert kind_of(again) == "invalid"


def test_many_at_once_do_it_once(office: Office) -> None:
    answers: list[httpx.Response] = []

    def send() -> None:
        with office.client("applicant") as client:
            answers.append(_create(client, "key-5"))

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert len(made) == 1
    running = [answer for answer in answers if answer.status_code != 201]
    assert all(kind_of(answer) == "idempotency-running" for answer in running)
    assert all(answer.headers["Retry-After"] for answer in running)


def test_a_failure_of_the_service_may_be_tried_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    records = type(office.service.records)
    create = records.create

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("the first time fails")

    with office.client("applicant") as client:
        monkeypatch.setattr(records, "create", fail)
        assert _create(client, "key-6").status_code == 500
        monkeypatch.setattr(records, "create", create)
        assert _create(client, "key-6").status_code == 201


@pytest.mark.parametrize("key", ["", "a b", "x" * 201])
def test_what_is_no_key_is_refused(office: Office, key: str) -> None:
    with office.client("applicant") as client:
        assert kind_of(_create(client, key)) == "invalid"


def test_a_key_without_a_good_token_does_nothing(office: Office) -> None:
    answer = httpx.post(
        f"{office.url}/api/v1/submissions",
        json=BODY,
        headers={"Idempotency-Key": "key-7", "Authorization": "Bearer hz_t0_wrong"},
    )
    assert (answer.status_code, kind_of(answer)) == (401, "unauthenticated")


def test_the_fingerprint_holds_all_that_decides_what_a_request_does() -> None:
    from starlette.datastructures import Headers

    def of(body: bytes = b"{}", path: str = "/a", query: bytes = b"", match: str = '"1"') -> str:
        scope = {"method": "POST", "path": path, "query_string": query}
        return idempotency._fingerprint(scope, Headers({"if-match": match}), body)

    assert len({of(), of(b"[]"), of(path="/b"), of(query=b"x"), of(match='"2"')}) == 5
    assert of() == of()
