"""What a zip is taken in as, and which ones are refused."""

import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from flows import errors
from flows.intake import load_submission

Make = Callable[..., Path]


def _zip(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def _gbk_zip(path: Path, members: Mapping[str, bytes]) -> Path:
    """As Chinese Windows writes it: names in GBK, and no flag that says how they are written."""
    names = {name: name.encode("gb18030") for name in members}
    stand_ins = {name: bytes([65 + at]) * len(written) for at, (name, written) in enumerate(names.items())}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(stand_ins[name].decode(), content)
    raw = path.read_bytes()
    for name, written in names.items():
        raw = raw.replace(stand_ins[name], written)
    path.write_bytes(raw)
    return path


@pytest.fixture
def members(application: dict[str, Any]) -> dict[str, bytes]:
    """A sound submission's members."""
    return {
        "submission.json": json.dumps(application).encode(),
        "组织建设/评估等级证书.jpg": b"jpeg",
        "登记证书.pdf": b"pdf",
    }


def test_a_zip_is_the_same_submission_as_its_folder(
    tmp_path: Path, folder: Make, criteria: Any, members: dict[str, bytes]
) -> None:
    root = folder(raw=members["submission.json"])
    unpacked = load_submission(root, criteria)
    zipped = load_submission(_zip(tmp_path / "材料.zip", members), criteria)
    assert zipped[0] == unpacked[0]
    assert [name for name, _ in zipped[1]] == [name for name, _ in unpacked[1]]
    assert [path.read_bytes() for _, path in zipped[1]] == [path.read_bytes() for _, path in unpacked[1]]


def test_members_are_written_into_the_workspace_under_numbers(
    tmp_path: Path, criteria: Any, members: dict[str, bytes]
) -> None:
    workspace = tmp_path / "work" / "submission"
    archive = _zip(tmp_path / "材料.zip", {f"包/{name}": content for name, content in members.items()})
    submission, files = load_submission(archive, criteria, workspace=workspace)
    assert submission.application == "submission.json"
    assert {path.parent for _, path in files} == {workspace}
    assert sorted(path.suffix for _, path in files) == [".jpg", ".pdf"]


def test_gbk_names_come_out_in_chinese(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    _, files = load_submission(_gbk_zip(tmp_path / "材料.zip", members), criteria)
    assert [name for name, _ in files] == ["登记证书.pdf", "组织建设/评估等级证书.jpg"]


def test_utf8_names_without_the_flag_come_out_in_chinese(
    tmp_path: Path, criteria: Any, members: dict[str, bytes]
) -> None:
    archive = _zip(tmp_path / "材料.zip", members)
    raw = archive.read_bytes()
    with zipfile.ZipFile(archive) as opened:
        for info in opened.infolist():
            if info.flag_bits & 0x800:
                name = info.filename.encode()
                for signature, flags, at in ((b"PK\3\4", 6, 30), (b"PK\1\2", 8, 46)):
                    place = raw.index(name)
                    while raw[place - at : place - at + 4] != signature:
                        place = raw.index(name, place + 1)
                    start = place - at + flags
                    raw = raw[:start] + b"\0\0" + raw[start + 2 :]
    archive.write_bytes(raw)
    _, files = load_submission(archive, criteria)
    assert [name for name, _ in files] == ["登记证书.pdf", "组织建设/评估等级证书.jpg"]


def test_the_unicode_path_field_goes_before_guessing(
    tmp_path: Path, criteria: Any, members: dict[str, bytes]
) -> None:
    archive = _zip(tmp_path / "材料.zip", members)
    with zipfile.ZipFile(archive, "a") as opened:
        info = zipfile.ZipInfo("name.pdf")
        field = b"\x01" + struct.pack("<L", zlib.crc32(b"name.pdf")) + "名称.pdf".encode()
        info.extra = struct.pack("<HH", 1, 0) + struct.pack("<HH", 0x7075, len(field)) + field
        opened.writestr(info, b"pdf")
    assert "名称.pdf" in dict(load_submission(archive, criteria)[1])


def test_a_name_in_no_known_encoding_is_kept_somehow(
    tmp_path: Path, criteria: Any, members: dict[str, bytes]
) -> None:
    archive = _zip(tmp_path / "材料.zip", members | {"XXXX.pdf": b"pdf"})
    archive.write_bytes(archive.read_bytes().replace(b"XXXX", b"\xff\xff\x80\xff"))
    files = load_submission(archive, criteria)[1]
    assert len(files) == 3
    assert any(name.endswith(".pdf") and name != "登记证书.pdf" for name, _ in files)


def test_macos_leftovers_are_no_evidence(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    members |= {"__MACOSX/._登记证书.pdf": b"fork", ".DS_Store": b"store"}
    assert len(load_submission(_zip(tmp_path / "材料.zip", members), criteria)[1]) == 2


@pytest.mark.parametrize("name", ["../外.pdf", "a/../../外.pdf", "/etc/外.pdf", "C:\\外.pdf", "..\\外.pdf"])
def test_names_that_lead_out_refuse_the_archive(
    tmp_path: Path, criteria: Any, members: dict[str, bytes], name: str
) -> None:
    with pytest.raises(errors.ArchiveUnsafeError, match="包外"):
        load_submission(_zip(tmp_path / "材料.zip", members | {name: b"x"}), criteria)
    assert not list(tmp_path.rglob("外.pdf"))


def test_a_bomb_is_stopped_while_it_unpacks(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    archive = _zip(tmp_path / "材料.zip", members | {"大.pdf": b"\0" * 5_000_000})
    workspace = tmp_path / "work"
    workspace.mkdir()
    with pytest.raises(errors.ArchiveUnsafeError, match="过大"):
        load_submission(archive, criteria, workspace=workspace, byte_limit=1_000_000)
    assert sum(path.stat().st_size for path in workspace.iterdir()) <= 1_000_000


def test_a_bomb_that_lies_about_its_size_is_stopped_too(
    tmp_path: Path, criteria: Any, members: dict[str, bytes]
) -> None:
    archive = _zip(tmp_path / "材料.zip", members | {"大.pdf": b"\0" * 5_000_000})
    size = (5_000_000).to_bytes(4, "little")
    archive.write_bytes(archive.read_bytes().replace(size, (10).to_bytes(4, "little")))
    submission, files = load_submission(archive, criteria, byte_limit=1_000_000)
    assert submission.round == "2026"
    assert dict(files)["大.pdf"].stat().st_size <= 1_000_000


def test_too_many_members_are_refused(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    with pytest.raises(errors.TooManyFilesError):
        load_submission(_zip(tmp_path / "材料.zip", members), criteria, member_limit=2)


def test_a_password_is_told(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    archive = _zip(tmp_path / "材料.zip", members)
    raw = bytearray(archive.read_bytes())
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = raw.find(signature)
        while at >= 0:
            raw[at + flags] |= 1
            at = raw.find(signature, at + 4)
    archive.write_bytes(bytes(raw))
    with pytest.raises(errors.ArchiveEncryptedError, match="密码"):
        load_submission(archive, criteria)


def test_links_in_a_zip_are_left_out(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    archive = _zip(tmp_path / "材料.zip", members)
    with zipfile.ZipFile(archive, "a") as opened:
        link = zipfile.ZipInfo("链接.pdf")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(link, "/etc/passwd")
    assert len(load_submission(archive, criteria)[1]) == 2


def test_one_damaged_member_does_not_stop_the_rest(
    tmp_path: Path, criteria: Any, members: dict[str, bytes]
) -> None:
    archive = _damaged(tmp_path, members, "登记证书.pdf")
    submission, files = load_submission(archive, criteria)
    assert submission.round == "2026"
    assert len(files) == 2


def test_a_damaged_application_is_told(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    with pytest.raises(errors.ApplicationBrokenError, match="已损坏"):
        load_submission(_damaged(tmp_path, members, "submission.json"), criteria)


def _damaged(tmp_path: Path, members: dict[str, bytes], name: str) -> Path:
    path = tmp_path / "损坏.zip"
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    raw = sink.getvalue()
    at = raw.index(members[name])
    path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
    return path


def test_a_zip_cut_short_is_told(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    archive = _zip(tmp_path / "材料.zip", members)
    archive.write_bytes(archive.read_bytes()[:-60])
    with pytest.raises(errors.ArchiveBrokenError, match="没有传完"):
        load_submission(archive, criteria)


def test_an_unknown_compression_is_told(tmp_path: Path, criteria: Any, members: dict[str, bytes]) -> None:
    archive = _zip(tmp_path / "材料.zip", members)
    raw = bytearray(archive.read_bytes())
    for signature, method in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        at = raw.find(signature)
        while at >= 0:
            raw[at + method] = 9
            at = raw.find(signature, at + 4)
    archive.write_bytes(bytes(raw))
    with pytest.raises(errors.ArchiveBrokenError, match="压缩方式"):
        load_submission(archive, criteria)
