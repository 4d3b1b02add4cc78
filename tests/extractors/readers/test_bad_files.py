"""Files that can't be read, or not as they should: each is told in Chinese, none raises."""

import zipfile
from pathlib import Path

import pytest

from dossier.page import ProblemCode
from extractors.readers import inspect, limits, read_file
from tests.extractors.readers import making


def only_problem(path: Path, name: str | None = None) -> tuple[ProblemCode, bool]:
    inspection = inspect(path, name)
    assert len(inspection.problems) == 1, inspection.problems
    problem = inspection.problems[0]
    assert any("\u4e00" <= character <= "\u9fff" for character in problem.message)
    assert problem.message.endswith("。")
    return problem.code, problem.fatal


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_an_empty_file(tmp_path: Path) -> None:
    assert only_problem(written(tmp_path / "a.pdf", b"")) == (ProblemCode.EMPTY, True)


def test_an_encrypted_pdf(tmp_path: Path) -> None:
    from reportlab.pdfgen import canvas

    paper = canvas.Canvas(str(tmp_path / "a.pdf"), encrypt="secret")
    paper.drawString(100, 100, "x")
    paper.save()
    assert only_problem(tmp_path / "a.pdf") == (ProblemCode.ENCRYPTED, True)


def test_a_pdf_encrypted_with_the_empty_password_opens(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas

    paper = canvas.Canvas(str(tmp_path / "a.pdf"), encrypt=StandardEncryption("", ownerPassword="owner"))
    paper.drawString(100, 100, "x")
    paper.save()
    assert inspect(tmp_path / "a.pdf").page_count == 1


def test_a_pdf_cut_in_half(tmp_path: Path) -> None:
    data = making.pdf(tmp_path / "whole.pdf", making.certificate).read_bytes()
    code, _ = only_problem(written(tmp_path / "a.pdf", data[: len(data) // 2]))
    assert code is ProblemCode.TRUNCATED


def test_a_pdf_of_noise(tmp_path: Path) -> None:
    assert only_problem(written(tmp_path / "a.pdf", b"%PDF-1.4\n" + b"noise " * 100 + b"\n%%EOF\n")) == (
        ProblemCode.CORRUPT,
        True,
    )


@pytest.mark.ocr
def test_a_picture_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    data = making.encoded(
        making.picture("评估等级：5A", "发证日期：2023年5月", height=1200), "JPEG", quality=90
    )
    reading = read_file(written(tmp_path / "a.jpg", data[: len(data) * 3 // 4]))
    problem = next(problem for problem in reading.problems if problem.code is ProblemCode.TRUNCATED)
    assert not problem.fatal
    assert any("5A" in line.text for line in reading.pages[0].lines)


def test_a_picture_without_pixels(tmp_path: Path) -> None:
    data = making.encoded(making.picture("评估"), "PNG")
    path = written(tmp_path / "a.png", data[:20])
    assert only_problem(path)[0] in (ProblemCode.CORRUPT, ProblemCode.TRUNCATED)


def test_too_many_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PIXELS", 10_000)
    path = written(tmp_path / "a.png", making.encoded(making.picture("评估等级")))
    assert only_problem(path) == (ProblemCode.TOO_LARGE, True)


def test_a_decompression_bomb_of_a_picture(tmp_path: Path) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )
    assert only_problem(written(tmp_path / "a.png", data)) == (ProblemCode.TOO_LARGE, True)


def test_too_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 100)
    assert only_problem(making.pdf(tmp_path / "a.pdf", making.certificate)) == (ProblemCode.TOO_LARGE, True)


def test_too_many_pages_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    path = making.pdf(tmp_path / "a.pdf", *[making.certificate] * 3)
    assert only_problem(path) == (ProblemCode.TOO_MANY_PAGES, False)
    assert inspect(path).page_count == 2


def test_a_name_that_says_another_type_is_told_and_the_content_read(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "a.jpg", making.certificate)
    assert only_problem(path, "材料/证书.jpg") == (ProblemCode.MISLABELLED, False)
    assert inspect(path, "证书.jpg").media_type == "application/pdf"


@pytest.mark.parametrize(
    "data",
    [b"\x7fELF" + bytes(range(256)) * 8, b"Rar!\x1a\x07\x00" + bytes(64), b"{\\rtf1 x}"],
    ids=["elf", "rar", "rtf"],
)
def test_types_that_are_not_read(tmp_path: Path, data: bytes) -> None:
    assert only_problem(written(tmp_path / "a", data)) == (ProblemCode.UNSUPPORTED, True)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.ofd"])
def test_an_office_file_of_which_a_part_is_broken(tmp_path: Path, name: str) -> None:
    parts = {
        "a.docx": [("word/document.xml", b"<w:document"), ("[Content_Types].xml", b"<Types/>")],
        "a.xlsx": [("xl/workbook.xml", b"<workbook"), ("[Content_Types].xml", b"<Types/>")],
        "a.ofd": [("OFD.xml", b"<ofd")],
    }
    path = making.archive(tmp_path / name, parts[name])
    assert only_problem(path) == (ProblemCode.CORRUPT, True)


def test_a_zip_that_is_cut_short(tmp_path: Path) -> None:
    data = making.archive(tmp_path / "whole.docx", [("word/document.xml", b"x" * 5000)]).read_bytes()
    assert only_problem(written(tmp_path / "a.docx", data[:-30])) == (ProblemCode.CORRUPT, True)


def test_an_encrypted_office_file(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx", making.compound({"EncryptedPackage": bytes(4096)}))
    assert only_problem(path) == (ProblemCode.ENCRYPTED, True)


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = written(tmp_path / "secret.txt", "机密".encode())
    document = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    path = making.archive(tmp_path / "a.docx", [("word/document.xml", document.encode())])
    assert only_problem(path) == (ProblemCode.CORRUPT, True)
    assert not read_file(path).pages


def test_a_part_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PART_BYTES", 1_000_000)
    path = making.archive(tmp_path / "a.docx", [("word/document.xml", b" " * 2_000_000)])
    assert only_problem(path) == (ProblemCode.TOO_LARGE, True)


def test_the_original_is_never_written_to(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "a.pdf", making.certificate)
    before = path.read_bytes()
    path.chmod(0o444)
    inspect(path)
    assert path.read_bytes() == before


def test_a_zip_that_is_no_office_file_is_an_archive(tmp_path: Path) -> None:
    path = making.archive(tmp_path / "a.zip", [("证书.txt", "证书".encode())])
    inspection = inspect(path)
    assert inspection.media_type == "application/zip"
    assert [member.name for member in inspection.members] == ["证书.txt"]
    assert zipfile.is_zipfile(path)
