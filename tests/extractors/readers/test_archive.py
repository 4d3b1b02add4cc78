"""Zips: names in any encoding, zips inside, and everything that a hostile one tries."""

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from dossier.page import ProblemCode
from extractors.readers import limits, unpack
from tests.extractors.readers import making


def unpacked(path: Path, folder: Path) -> tuple[list[str], list[tuple[str, ProblemCode]]]:
    result = unpack(path, path.name, folder)
    assert all(file.path.parent == folder for file in result.files)
    return [file.name for file in result.files], [(name, problem.code) for name, problem in result.problems]


def test_names_in_gbk_and_utf8(tmp_path: Path) -> None:
    path = making.archive(tmp_path / "a.zip", [("资料/证书.txt", b"1"), ("NAME", b"2")])
    data = path.read_bytes()
    gbk = "证书.txt".encode("gbk")
    utf8 = "资料/证书.txt".encode()
    assert unpacked(path, tmp_path / "out") == (["a.zip!/资料/证书.txt", "a.zip!/NAME"], [])
    # The same name in GBK: bytes and lengths of both headers rewritten, the UTF-8 flag cleared.
    padded = gbk.ljust(len(utf8), b"_")
    data = data.replace(utf8, padded)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(signature)
        data = data[: start + at] + b"\0\0" + data[start + at + 2 :]
    path.write_bytes(data)
    names, problems = unpacked(path, tmp_path / "out2")
    assert names[0].startswith("a.zip!/证书.txt")
    assert not problems


def test_one_level_of_zips_inside_is_unpacked(tmp_path: Path) -> None:
    deepest = making.archive(tmp_path / "3.zip", [("c.txt", b"3")]).read_bytes()
    inner = making.archive(tmp_path / "2.zip", [("b.txt", b"2"), ("deep.zip", deepest)]).read_bytes()
    path = making.archive(tmp_path / "1.zip", [("a.txt", b"1"), ("in.zip", inner)])
    assert unpacked(path, tmp_path / "out") == (
        ["1.zip!/a.txt", "1.zip!/in.zip!/b.txt"],
        [("1.zip!/in.zip!/deep.zip", ProblemCode.UNSUPPORTED)],
    )


def test_an_office_file_inside_stays_whole(tmp_path: Path) -> None:
    office = making.archive(tmp_path / "x.docx", [("word/document.xml", b"<x/>")]).read_bytes()
    assert unpacked(making.archive(tmp_path / "a.zip", [("x.docx", office)]), tmp_path / "out")[0] == [
        "a.zip!/x.docx"
    ]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "C:/evil.txt", "a\\..\\..\\evil.txt"])
def test_names_that_point_outside_are_refused(tmp_path: Path, name: str) -> None:
    path = making.archive(tmp_path / "a.zip", [("good.txt", b"1"), (name, b"2")])
    names, problems = unpacked(path, tmp_path / "in" / "out")
    assert names == ["a.zip!/good.txt"]
    assert [code for _, code in problems] == [ProblemCode.CORRUPT]
    assert not list(tmp_path.rglob("evil.txt"))


def test_links_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(info, "/etc/passwd")
    assert unpacked(path, tmp_path / "out") == ([], [("a.zip!/link.txt", ProblemCode.UNSUPPORTED)])


def test_a_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RATIO_FROM_BYTES", 1_000_000)
    path = making.archive(tmp_path / "a.zip", [("bomb.txt", bytes(30_000_000)), ("good.txt", b"1")])
    assert unpacked(path, tmp_path / "out") == (
        ["a.zip!/good.txt"],
        [("a.zip!/bomb.txt", ProblemCode.TOO_LARGE)],
    )


def test_the_whole_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_UNPACKED_BYTES", 15)
    path = making.archive(tmp_path / "a.zip", [(f"{number}.txt", b"0123456789") for number in range(3)])
    names, problems = unpacked(path, tmp_path / "out")
    assert names == ["a.zip!/0.txt"]
    assert problems == [("a.zip!/1.txt", ProblemCode.TOO_LARGE)]


def test_the_number_of_members_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MEMBERS", 2)
    path = making.archive(tmp_path / "a.zip", [(f"{number}.txt", b"1") for number in range(3)])
    assert unpacked(path, tmp_path / "out") == (
        ["a.zip!/0.txt", "a.zip!/1.txt"],
        [("a.zip", ProblemCode.TOO_LARGE)],
    )


def test_a_password_is_told(tmp_path: Path) -> None:
    path = making.archive(tmp_path / "a.zip", [("secret.txt", b"1")])
    data = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(signature) + at
        data[start : start + 2] = struct.pack("<H", 1)
    path.write_bytes(data)
    assert unpacked(path, tmp_path / "out") == ([], [("a.zip!/secret.txt", ProblemCode.ENCRYPTED)])


def test_a_damaged_member_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("bad.txt", b"hello hello hello")
        packed.writestr("good.txt", b"1")
    path.write_bytes(path.read_bytes().replace(b"hello hello", b"hellx hello", 1))
    assert unpacked(path, tmp_path / "out") == (
        ["a.zip!/good.txt"],
        [("a.zip!/bad.txt", ProblemCode.CORRUPT)],
    )


def test_names_that_come_twice_are_told_apart_and_junk_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("x.txt", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("x.txt", b"2")
        packed.writestr("__MACOSX/x.txt", b"3")
        packed.writestr("~$x.docx", b"4")
    assert unpacked(path, tmp_path / "out") == (["a.zip!/x.txt", "a.zip!/x(2).txt"], [])


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    assert unpacked(making.archive(tmp_path / "a.zip", []), tmp_path / "out") == (
        [],
        [("a.zip", ProblemCode.EMPTY)],
    )
