"""OWASP ASVS 5.0, V5.3: what is stored runs nowhere, and lies where the program says, never where a name says."""

import hashlib
import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from dossier.page import ProblemCode
from extractors.readers import unpack
from flows import errors
from flows import unpack as intake
from tests.review.api.office import Office, draft, kind_of, put, running, settings_in

LEADING_OUT = (
    "../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "//server/share/evil.txt", "C:/evil.txt", "C:evil.txt",
    "..\\evil.txt", "a\\..\\..\\evil.txt", "\\\\server\\share\\evil.txt", "C:\\evil.txt", "./../evil.txt",
    "a/./../../evil.txt",
)  # fmt: skip
STRANGE = (
    "CON", "con.txt", "NUL.pdf", "COM1", "LPT9.txt", "aux.h", "a.", "a ", "证书.pdf ", "ab:c.txt", "a.pdf:stream",
    "．．/evil.txt", "‥/evil.txt", "..\u2215evil.txt", "%2e%2e%2fevil.txt", "..%c0%afevil.txt", "~/evil.txt", "-rf",
    "$(touch evil)", "`id`", "a;b|c&d.txt", "a\nb.txt", "a\x00.pdf", "a\u202efdp.exe", "x" * 5000 + ".txt",
    "/".join("深" * 200) + ".txt", ".htaccess", "e\u0301.txt",
)  # fmt: skip
"""Names that mean something to Windows, a shell, a web server or a careless decoder, and nothing here."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office whose API is served."""
    with running(settings_in(tmp_path_factory.mktemp("office"))) as office:
        yield office


def stored(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if not path.is_dir()]


# 5.3.1 -----------------------------------------------------------------------------------------------------------


def test_5_3_1_what_is_stored_can_not_be_run_and_has_no_name_of_its_own(office: Office) -> None:
    content = b"#!/bin/sh\ntouch /tmp/evil\n"
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        assert put(client, submission, "工具/run.sh", content).status_code == 201
    found = [
        path
        for path in stored(office.service.settings.data)
        if path.stat().st_size == len(content) and path.read_bytes() == content
    ]
    assert found
    for path in found:
        assert not path.stat().st_mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        assert "run" not in path.name
        assert hashlib.sha256(content).hexdigest() in path.name


@pytest.mark.parametrize(
    "path", ["/data", "/store", "/hezheng-data", "/static/../../hezheng.db", "/static/%2e%2e/%2e%2e/hezheng.db", "/files"]
)  # fmt: skip
def test_5_3_1_no_folder_is_served(office: Office, path: str) -> None:
    answer = httpx.get(office.url + path, trust_env=False)
    assert answer.status_code in {400, 401, 404}
    assert b"SQLite" not in answer.content


def test_5_3_1_what_is_unpacked_can_not_be_run(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        info = zipfile.ZipInfo("run.sh")
        info.external_attr = (stat.S_IFREG | 0o6777) << 16
        packed.writestr(info, "#!/bin/sh\n")
    intake.unpack(path, tmp_path / "out", member_limit=10, byte_limit=1000)
    unpack(path, "a.zip", tmp_path / "in")
    for written in (*stored(tmp_path / "out"), *stored(tmp_path / "in")):
        assert not written.stat().st_mode & 0o6111


# 5.3.2, 5.3.3 ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LEADING_OUT)
def test_5_3_3_names_that_lead_out_of_an_archive_write_nothing_outside(tmp_path: Path, name: str) -> None:
    path = _zip_of(tmp_path / "a.zip", name)
    with pytest.raises(errors.ArchiveUnsafeError):
        intake.unpack(path, tmp_path / "deep" / "out", member_limit=10, byte_limit=1000)
    found = unpack(path, "a.zip", tmp_path / "deep" / "in")
    assert [file.name for file in found.files] == ["a.zip!/good.txt"]
    assert {problem.code for _, problem in found.problems} == {ProblemCode.CORRUPT}
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize("name", STRANGE)
def test_5_3_2_names_never_decide_where_a_member_lies(tmp_path: Path, name: str) -> None:
    path = _zip_of(tmp_path / "a.zip", name)
    if name != "a\x00.pdf":  # a name that ends for C where it doesn't for Python refuses the archive
        files, _ = intake.unpack(path, tmp_path / "out", member_limit=10, byte_limit=1000)
        assert {at.parent for _, at in files} == {tmp_path / "out"}
    found = unpack(path, "a.zip", tmp_path / "in")
    assert {file.path.parent for file in found.files} == {tmp_path / "in"}
    for folder in ("out", "in"):
        for written in stored(tmp_path / folder):
            assert written.parent == tmp_path / folder
            assert written.stem.isdigit()
            assert written.suffix.lstrip(".").isalnum() or not written.suffix
    assert {path.name for path in tmp_path.iterdir()} <= {"a.zip", "in", "out"}


def _zip_of(path: Path, name: str) -> Path:
    """A zip with a member of just that name: zipfile would tidy it."""
    stand_in = "§" * 4
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("good.txt", "好")
        info = zipfile.ZipInfo(stand_in)
        packed.writestr(info, "坏")
        info.filename = info.orig_filename = name
    raw = path.read_bytes()
    old, new = stand_in.encode(), name.encode("utf-8", "surrogatepass")
    start = raw.index(old) - 30
    local = raw[start : start + 26] + len(new).to_bytes(2, "little") + raw[start + 28 : start + 30] + new
    path.write_bytes(raw[:start] + local + raw[start + 30 + len(old) :])
    # The list at the end was written with the new name already, but for where it lies.
    raw = path.read_bytes()
    shift = len(new) - len(old)
    end = raw.rindex(b"PK\5\6")
    at = int.from_bytes(raw[end + 16 : end + 20], "little") + shift
    path.write_bytes(raw[: end + 16] + at.to_bytes(4, "little") + raw[end + 20 :])
    return path


@pytest.mark.parametrize(
    "name",
    [
        "..%2Fevil.txt",
        "a%2F..%2F..%2Fevil.txt",
        "%2Fetc%2Fevil.txt",
        "C%3A%2Fevil.txt",
        "a%00.txt",
        "a%0Ab.txt",
        "%E8%AF%81%E4%B9%A6%E2%80%AEfdp.exe",
        "..%5Cevil.txt",
        "x" * 300,
    ],
)
def test_5_3_2_paths_of_uploads_are_checked(office: Office, name: str) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        answer = client.put(f"/submissions/{submission}/files/{name}", content=b"x")
        assert answer.status_code in {404, 405, 422, 400}, answer.text
        assert client.get(f"/submissions/{submission}/files").json() == []
    assert not [path for path in stored(office.service.settings.data) if "evil" in path.name]


def test_5_3_2_an_address_in_a_file_is_never_asked(office: Office) -> None:
    """Nothing that is handed in names a place that this side would fetch from: there is no such field."""
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        answer = client.post(
            f"/submissions/{submission}/files",
            json={"path": "a.pdf", "url": "http://169.254.169.254/", "sha256": "0" * 64, "size": 1},
        )
    assert answer.status_code == 422
    assert kind_of(answer)


def test_5_3_2_folders_are_the_owner_s_alone() -> None:
    from extractors.readers.scratch import Scratch

    held = Scratch()
    assert stat.S_IMODE(held.folder.stat().st_mode) == 0o700
    assert held.folder.stat().st_uid == os.geteuid()
    held.remove()
