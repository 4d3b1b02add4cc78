"""Uploads: what is given up, breaks off at the last step, falls silent or finds no room is told, and what came is kept."""

import errno
import hashlib
import os
import time
from pathlib import Path

import pytest

from hezheng.commands.serving import sweep
from review.api import receiving
from tests.review.api.office import (
    Office,
    announce,
    append,
    content_of,
    draft,
    fetched,
    kind_of,
    running,
    settings_in,
)
from tests.review.api.wire import Wire


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
