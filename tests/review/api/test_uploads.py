"""Uploads: at any size of chunk, over any number of broken connections, the content that was announced or none."""

import hashlib
import random
import threading

import pytest

from tests.review.api.office import Office, announce, append, content_of, draft, fetched, kind_of
from tests.review.api.wire import Wire


@pytest.mark.parametrize("seed", range(4))
def test_a_client_whose_connection_breaks_at_random_bytes_gets_its_file_there(
    office: Office, seed: int
) -> None:
    chance = random.Random(seed)
    content = content_of(seed, chance.randint(1, 4_000_000))
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "断线.pdf", content).json()["location"]
    Wire(office.url, office.token("applicant"), location).send_all(content, chance)
    assert fetched(office, submission, "断线.pdf") == content


@pytest.mark.parametrize("size", [1, 7, 1000, 65_536])
def test_chunks_of_any_size_add_up(office: Office, size: int) -> None:
    content = content_of(size, size * 20 + 3)
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "a.pdf", content).json()["location"]
        answer = client.head(location.removeprefix("/api/v1"))
        for at in range(0, len(content), size):
            answer = append(client, location, at, content[at : at + size])
            last = at + size >= len(content)
            assert answer.status_code == (200 if last else 204)
            assert answer.headers["Upload-Complete"] == ("?1" if last else "?0")
            assert int(answer.headers["Upload-Offset"]) == min(at + size, len(content))
        assert answer.json()["sha256"] == hashlib.sha256(content).hexdigest()
    assert fetched(office, submission, "a.pdf") == content


def test_an_empty_file_is_a_file(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "空.txt", b"").json()["location"]
        assert append(client, location, 0, b"", **{"Upload-Complete": "?1"}).status_code == 200
    assert fetched(office, submission, "空.txt") == b""


def test_a_part_for_another_place_is_refused_and_the_right_place_told(office: Office) -> None:
    with office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"0123456789").json()["location"]
        append(client, location, 0, b"0123")
        for at in (0, 3, 5, 10):
            answer = append(client, location, at, b"xx")
            assert answer.status_code == 409
            assert answer.headers["Upload-Offset"] == "4"
            assert kind_of(answer).endswith("#mismatching-upload-offset")
            assert answer.json()["expected-offset"] == 4
            assert answer.json()["provided-offset"] == at
        assert append(client, location, 4, b"456789").status_code == 200


def test_content_that_is_not_the_announced_one_is_refused_and_may_come_anew(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "a", b"right").json()["location"]
        answer = append(client, location, 0, b"wrong")
        assert (answer.status_code, kind_of(answer)) == (422, "content-mismatch")
        assert answer.headers["Upload-Offset"] == "0"
        assert client.get(f"/submissions/{submission}/files").json() == []
        assert append(client, location, 0, b"right").status_code == 200


def test_more_bytes_than_announced_are_never_kept(office: Office) -> None:
    with office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"1234").json()["location"]
        answer = append(client, location, 0, b"12345")
        assert answer.status_code == 400
        assert kind_of(answer).endswith("#inconsistent-upload-length")
        assert append(client, location, 0, b"1234").status_code == 200


def test_a_last_part_that_leaves_bytes_missing_is_told(office: Office) -> None:
    with office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"12345").json()["location"]
        answer = append(client, location, 0, b"123", **{"Upload-Complete": "?1"})
        assert answer.status_code == 400
        assert answer.headers["Upload-Offset"] == "3"
        assert append(client, location, 3, b"45", **{"Upload-Complete": "?1"}).status_code == 200


def test_announcing_again_goes_on_with_the_same_upload(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        first = announce(client, submission, "a", b"again").json()
        append(client, first["location"], 0, b"ag")
        again = announce(client, submission, "a", b"again").json()
        assert again == {**first, "offset": 2}


def test_an_upload_that_was_given_up_is_gone(office: Office) -> None:
    with office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"gives up").json()["location"]
        append(client, location, 0, b"gi")
        identity = location.rpartition("/")[2]
        assert identity in office.service.partials.names()
        assert client.delete(location.removeprefix("/api/v1")).status_code == 204
        assert identity not in office.service.partials.names()
        assert client.head(location.removeprefix("/api/v1")).status_code == 404
        assert append(client, location, 2, b"ves up").status_code == 404


def test_a_connection_that_the_client_gave_up_can_not_write_any_more(office: Office) -> None:
    """The old connection hangs in the network; the client goes on over a new one; then the old bytes arrive."""
    content = content_of(9, 300_000)
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "a", content).json()["location"]
        wire = Wire(office.url, office.token("applicant"), location)
        with wire.connect() as hung:
            hung.sendall(wire.head(0, len(content), complete=True) + content[:100_000])
            offset = wire.offset()
            assert offset is not None
            assert append(client, location, offset, content[offset : offset + 50_000]).status_code == 204
            try:
                hung.sendall(b"\0" * 200_000)
                refused = hung.recv(4096)
            except (BrokenPipeError, ConnectionResetError):
                refused = b""
            assert b" 200 " not in refused
            offset = wire.offset()
            assert offset is not None
        assert append(client, location, offset, content[offset:]).status_code == 200
    assert fetched(office, submission, "a") == content


def test_clients_at_once_on_one_upload_end_with_the_right_content(office: Office) -> None:
    content = content_of(11, 2_000_000)
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "a", content).json()["location"]

    def push(seed: int) -> None:
        chance = random.Random(seed)
        with office.client("applicant") as mine:
            while True:
                found = mine.head(location.removeprefix("/api/v1"))
                if found.status_code == 404:
                    return
                at = int(found.headers["Upload-Offset"])
                append(mine, location, at, content[at : at + chance.randint(1, 300_000)])

    threads = [threading.Thread(target=push, args=(seed,), daemon=True) for seed in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    assert fetched(office, submission, "a") == content


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/octet-stream", "Upload-Offset": "0"}, 415),
        ({"Content-Type": "application/partial-upload"}, 400),
        ({"Content-Type": "application/partial-upload", "Upload-Offset": "-1"}, 400),
        ({"Content-Type": "application/partial-upload", "Upload-Offset": "zero"}, 400),
        ({"Content-Type": "application/partial-upload", "Upload-Offset": "٠"}, 400),
    ],
)
def test_parts_without_type_or_offset_are_refused(
    office: Office, headers: dict[str, str], status: int
) -> None:
    with office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"refused").json()["location"]
        raw = {name.encode(): value.encode() for name, value in headers.items()}
        answer = client.patch(location.removeprefix("/api/v1"), content=b"1", headers=raw)
        assert answer.status_code == status
        kind_of(answer)
