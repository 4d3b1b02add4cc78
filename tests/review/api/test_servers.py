"""The same API over PostgreSQL and an S3 store, and with two processes' worth of it at once."""

import json
import random
import threading
from collections.abc import Iterator

import httpx
import pytest

from hezheng.settings import Settings
from review.api.delivering import deliver_due
from tests.review.api.office import Office, announce, append, draft, put, running, settings_in, verified
from tests.review.api.receiver import receiving
from tests.review.api.wire import Wire
from tests.servers import ObjectStore, Postgres


@pytest.fixture(scope="module")
def shared(
    tmp_path_factory: pytest.TempPathFactory, postgres: Postgres, object_store: ObjectStore
) -> Settings:
    """Settings of an office with servers."""
    return settings_in(
        tmp_path_factory.mktemp("office"),
        database_url=postgres.new_database(),
        **object_store.settings(object_store.new_bucket()),
        webhook_private=True,
    )


@pytest.fixture(scope="module")
def offices(shared: Settings) -> Iterator[tuple[Office, Office]]:
    """Two APIs over the same servers."""
    with running(shared) as first, running(shared) as second:
        yield first, second


def test_a_file_comes_over_broken_connections_and_leaves_by_a_link(offices: tuple[Office, Office]) -> None:
    office, _ = offices
    chance = random.Random(3)
    content = chance.randbytes(2_500_000)
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "证书 1.pdf", content).json()["location"]
        Wire(office.url, office.token("applicant"), location).send_all(content, chance)
        place = f"/submissions/{submission}/files/证书 1.pdf"
        assert client.get(place).content == content
        link = client.get(place, params={"link": "true"}).json()
        assert link["seconds"] > 0
        fetched = httpx.get(link["url"])
        assert fetched.content == content
        assert "attachment" in fetched.headers["Content-Disposition"]


def test_two_processes_take_parts_of_one_upload_in_order(offices: tuple[Office, Office]) -> None:
    first, second = offices
    content = random.Random(4).randbytes(3_000_000)
    token = first.token("applicant")
    with first.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "a", content).json()["location"].removeprefix("/api/v1")

    def push(office: Office, seed: int) -> None:
        chance = random.Random(seed)
        headers = {"Authorization": f"Bearer {token}"}
        with httpx.Client(base_url=f"{office.url}/api/v1", headers=headers, timeout=60) as mine:
            while (found := mine.head(location)).status_code != 404:
                at = int(found.headers["Upload-Offset"])
                append(mine, location, at, content[at : at + chance.randint(1, 200_000)])

    threads = [
        threading.Thread(target=push, args=(office, n), daemon=True)
        for n, office in enumerate((first, second) * 2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
        assert not thread.is_alive()
    with first.client("applicant") as client:
        assert client.get(f"/submissions/{submission}/files/a").content == content


def test_a_key_holds_in_every_process(offices: tuple[Office, Office]) -> None:
    token = offices[0].token("applicant")
    made: list[httpx.Response] = []

    def create(office: Office) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        headers["Idempotency-Key"] = "over-two-processes"
        made.append(httpx.post(f"{office.url}/api/v1/submissions", json={"round": "2026"}, headers=headers))

    threads = [threading.Thread(target=create, args=(office,), daemon=True) for office in offices * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({answer.json()["id"] for answer in made if answer.status_code == 201}) == 1
    assert {answer.status_code for answer in made} <= {201, 409}


def test_only_one_of_two_who_hand_in_at_once_moves_it(offices: tuple[Office, Office]) -> None:
    token = offices[0].token("applicant")
    with offices[0].client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a", b"content")
    found: list[int] = []

    def submit(office: Office) -> None:
        headers = {"Authorization": f"Bearer {token}", "If-Match": '"1"'}
        url = f"{office.url}/api/v1/submissions/{submission}/submit"
        found.append(httpx.post(url, headers=headers, timeout=60).status_code)

    threads = [threading.Thread(target=submit, args=(office,), daemon=True) for office in offices * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [200] + [409] * 7


def test_a_message_is_sent_by_one_of_those_who_could(offices: tuple[Office, Office]) -> None:
    with (
        receiving() as receiver,
        offices[0].client("admin") as admin,
        offices[0].client("applicant") as client,
    ):
        admin.post("/webhooks", json={"url": receiver.url, "states": ["in_review"]})
        made = {verified(offices[0], client) for _ in range(6)}
        threads = [
            threading.Thread(target=deliver_due, args=(office.service,), daemon=True) for office in offices
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        told = [json.loads(each.body)["data"]["submission"] for each in receiver.received]
        assert sorted(told) == sorted(made)
        assert client.get(f"/submissions/{told[0]}/report.pdf").content.startswith(b"%PDF")
