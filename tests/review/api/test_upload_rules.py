"""Uploads: which files may come, under which names, how many and whose; and who fetches them."""

import hashlib
import json
from pathlib import Path

from extractors.readers.limits import MAX_FILE_BYTES
from tests.review.api.office import (
    Office,
    announce,
    append,
    content_of,
    draft,
    fetched,
    kind_of,
    put,
    running,
    settings_in,
)
from tests.review.api.wire import Wire


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
