"""Uploads: at any size of chunk, over any number of broken connections, the content that was announced or none."""

import errno
import hashlib
import json
import os
import random
import threading
import time
from pathlib import Path

import pytest

from extractors.readers.limits import MAX_FILE_BYTES
from hezheng.commands.serving import sweep
from review.api import receiving
from tests.review.api.office import (
    Office,
    announce,
    append,
    draft,
    kind_of,
    put,
    running,
    settings_in,
)
from tests.review.api.wire import Wire


def content_of(seed: int, size: int) -> bytes:
    return random.Random(seed).randbytes(size)


def fetched(office: Office, submission: str, path: str) -> bytes:
    with office.client("applicant") as client:
        answer = client.get(f"/submissions/{submission}/files/{path}")
        assert answer.status_code == 200
        return answer.content


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


def test_a_file_above_the_limit_is_refused_before_a_byte_of_it_comes(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        body = {"path": "a", "sha256": "0" * 64, "size": MAX_FILE_BYTES + 1}
        answer = client.post(f"/submissions/{submission}/files", json=body)
        assert (answer.status_code, kind_of(answer)) == (413, "too-large")
        assert answer.headers["Upload-Limit"] == f"max-size={MAX_FILE_BYTES}"
        wire = Wire(office.url, office.token("applicant"), "")
        with wire.connect() as raw:
            head = (
                f"PUT /api/v1/submissions/{submission}/files/a HTTP/1.1\r\nHost: x\r\n"
                f"Authorization: Bearer {office.token('applicant')}\r\nContent-Length: {MAX_FILE_BYTES + 1}\r\n\r\n"
            )
            raw.sendall(head.encode())
            assert b" 413 " in raw.recv(4096)


def test_the_names_of_files_are_cleaned_and_those_that_lead_out_refused(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        decomposed = "cafe\u0301/证书.jpg"
        assert put(client, submission, "cafe%CC%81/证书.jpg", b"1").json()["path"] == "café/证书.jpg"
        assert announce(client, submission, decomposed, b"1").json()["path"] == "café/证书.jpg"
        for path in ("../a", "a/../../b", "/etc/passwd", "a//b", "a\0b", "C:\\a", "a/", "长" * 600, "\ud800"):
            body = json.dumps({"path": path, "sha256": "0" * 64, "size": 1})
            answer = client.post(
                f"/submissions/{submission}/files", content=body, headers={"Content-Type": "application/json"}
            )
            assert (answer.status_code, kind_of(answer)) == (422, "invalid"), repr(path)


def test_another_content_under_a_taken_name_is_refused(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        assert put(client, submission, "a", b"1").status_code == 201
        assert put(client, submission, "a", b"1").status_code == 201, "the same again is no other"
        assert kind_of(put(client, submission, "a", b"2")) == "path-taken"
        assert client.delete(f"/submissions/{submission}/files/a").status_code == 204
        assert put(client, submission, "a", b"2").status_code == 201


def test_a_digest_that_a_simple_client_sends_along_is_checked(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        right = "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:"
        wrong = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"
        place = f"/submissions/{submission}/files/a"
        refused = client.put(place, content=b"abc", headers={"Content-Digest": wrong})
        assert (refused.status_code, kind_of(refused)) == (422, "content-mismatch")
        assert (
            kind_of(client.put(place, content=b"abc", headers={"Content-Digest": "sha-256=abc"})) == "invalid"
        )
        assert client.get(f"/submissions/{submission}/files").json() == []
        assert client.put(place, content=b"abc", headers={"Content-Digest": right}).status_code == 201
    assert not [name for name in office.service.partials.names() if name.startswith("put-")]


def test_what_was_handed_in_once_need_not_be_sent_again(office: Office) -> None:
    content = content_of(21, 5000)
    with office.client("applicant") as client:
        first, second = draft(client)["id"], draft(client)["id"]
        put(client, first, "a.pdf", content)
        answer = announce(client, second, "b.pdf", content)
        assert (answer.status_code, answer.json()["state"]) == (200, "kept")
    assert fetched(office, second, "b.pdf") == content


def test_knowing_a_hash_gives_nobody_another_applicants_file(office: Office) -> None:
    """The other applicant has to send every byte, and learns from nothing that the content is there."""
    content = content_of(22, 5000)
    with office.client("applicant") as client:
        put(client, draft(client)["id"], "a.pdf", content)
    with office.client("other") as client:
        submission = draft(client)["id"]
        answer = announce(client, submission, "mine.pdf", content)
        assert (answer.status_code, answer.json()["state"], answer.json()["offset"]) == (201, "partial", 0)
        fresh = announce(client, submission, "new.pdf", content_of(23, 5000))
        assert set(fresh.json()) == set(answer.json())
        assert client.get(f"/submissions/{submission}/files").json() == []
        wrong = bytes(len(content))
        assert kind_of(append(client, answer.json()["location"], 0, wrong)) == "content-mismatch"
    with office.client("reviewer") as client:
        answer = announce(client, draft(client)["id"], "seen.pdf", content)
        assert answer.json()["state"] == "partial", (
            "a reviewer sees the submission, and yet didn't hand it in"
        )


def test_what_can_not_become_a_file_is_not_kept(office: Office) -> None:
    content = content_of(31, 100)
    sha256 = hashlib.sha256(content).hexdigest()
    with office.client("applicant") as client, office.client("reviewer") as reviewer:
        submission = draft(client)["id"]
        location = announce(client, submission, "a", content).json()["location"]
        append(client, location, 0, content[:50])
        assert kind_of(put(reviewer, submission, "b", content)) == "forbidden"
        client.delete(f"/submissions/{submission}", headers={"If-Match": '"1"'})
        assert kind_of(append(client, location, 50, content[50:])) == "illegal-move"
        assert kind_of(put(client, submission, "b", content)) == "illegal-move"
    assert not office.service.originals.has(sha256)


def test_a_submission_holds_only_so_many_files_and_bytes_those_under_way_included(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, member_limit=3, unpacked_limit_mb=1)
    with running(settings) as office, office.client("applicant") as client:
        submission = draft(client)["id"]
        assert put(client, submission, "a", b"1").status_code == 201
        assert announce(client, submission, "b", bytes(1_000_000)).status_code == 201
        assert kind_of(announce(client, submission, "c", b"c" * 50_000)) == "too-large"
        assert kind_of(put(client, submission, "c", b"c" * 50_000)) == "too-large"
        assert announce(client, submission, "c", b"c" * 40_000).status_code == 201
        assert kind_of(announce(client, submission, "d", b"d")) == "too-many-files"
        assert kind_of(put(client, submission, "d", b"d")) == "too-many-files"
        assert put(client, submission, "c", b"c").status_code == 201, (
            "it takes the place of what is under way"
        )


def test_who_fetches_an_original_is_noted(office: Office) -> None:
    with office.client("applicant") as client, office.client("reviewer") as reviewer:
        submission = draft(client)["id"]
        put(client, submission, "a", b"seen")
        reviewer.get(f"/submissions/{submission}/files/a")
        office.token("office")
        reader = office.service.records.user("office")
        rows = office.service.records.history(reader, submission)
    assert [(row.actor, row.action) for row in rows][-1] == ("reviewer", "document.fetch")


def test_uploads_that_nobody_goes_on_with_end(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, upload_hours=1 / 3600)
    with running(settings) as office, office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"never ends").json()["location"]
        append(client, location, 0, b"never")
        identity = location.rpartition("/")[2]
        assert sweep(office.service) == 0
        assert identity in office.service.partials.names()
        time.sleep(1.5)
        assert sweep(office.service) == 1
        assert client.head(location.removeprefix("/api/v1")).status_code == 404
        assert identity not in office.service.partials.names()


@pytest.mark.parametrize("died", ["before it was kept", "before the upload was forgotten"])
def test_a_service_that_died_at_the_last_step_takes_it_again(office: Office, died: str) -> None:
    content = content_of(len(died), 1000)
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "a", content).json()["location"]
        identity = location.rpartition("/")[2]
        office.service.partials.append(identity, 0, content)
        if died == "before the upload was forgotten":
            sha256 = hashlib.sha256(content).hexdigest()
            owner = office.service.records.user("applicant")
            with office.service.partials.open(identity) as source:
                office.service.originals.put(source, sha256=sha256, size=len(content))
            office.service.records.add_document(owner, submission, "a", sha256=sha256, size=len(content))
        offset = client.head(location.removeprefix("/api/v1")).headers["Upload-Offset"]
        assert offset == "1000"
        assert append(client, location, 1000, b"").status_code == 200
    assert fetched(office, submission, "a") == content
    assert identity not in office.service.partials.names()


def test_a_connection_that_falls_silent_is_given_up_and_what_came_is_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "SILENCE", 0.3)
    content = content_of(41, 50_000)
    with office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", content).json()["location"]
        wire = Wire(office.url, office.token("applicant"), location)
        with wire.connect() as silent:
            silent.sendall(wire.head(0, len(content), complete=True) + content[:20_000])
            assert b" 409 " in silent.recv(100_000).splitlines()[0]
        assert wire.offset() == 20_000
        assert append(client, location, 20_000, content[20_000:]).status_code == 200


def test_a_full_disk_is_told_and_what_came_is_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"too much for it").json()["location"]
        append(client, location, 0, b"too")
        monkeypatch.setattr("review.api.partials.os.write", full)
        answer = append(client, location, 3, b" much for it")
        monkeypatch.setattr("review.api.partials.os.write", write)
        assert (answer.status_code, kind_of(answer)) == (507, "store-full")
        assert append(client, location, 3, b" much for it").status_code == 200


def test_bytes_that_another_process_added_meanwhile_are_not_written_over(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The offset was right when it was looked at, and isn't any more when the bytes come."""
    with office.client("applicant") as client:
        location = announce(client, draft(client)["id"], "a", b"by two processes").json()["location"]
        office.service.partials.append(location.rpartition("/")[2], 0, b"by two")
        monkeypatch.setattr(type(office.service.partials), "offset", lambda *_: 0)
        answer = append(client, location, 0, b"by")
        monkeypatch.undo()
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (409, "6")
        assert append(client, location, 6, b" processes").status_code == 200
