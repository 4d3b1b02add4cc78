"""OWASP ASVS 5.0, V5.2: sizes, contents against names, archives, links, pixels. Hostile files go to real processes."""

import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossier.page import ProblemCode, Reading
from extractors.readers import ReaderPool, limits, unpack
from extractors.readers.errors import CorruptFile, FileTooLarge, ReaderError
from extractors.readers.grids import read_grids
from extractors.readers.office import check_office
from extractors.readers.packed import Package
from flows import errors
from flows import unpack as intake
from tests.security import hostile

Codes = Callable[[Reading], set[ProblemCode]]
Read = Callable[[str, bytes], Reading]

# 5.2.1: only files of a size that can be handled -----------------------------------------------------------------


def test_5_2_1_a_file_over_the_limit_is_refused_unopened(
    pool: ReaderPool, tmp_path: Path, codes: Codes
) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(limits.MAX_FILE_BYTES + 1)
    reading = next(pool.read_files([("a.pdf", path)]))[1]
    assert codes(reading) == {ProblemCode.TOO_LARGE}
    assert not reading.pages


def test_5_2_1_a_page_that_never_ends_costs_only_itself(
    read: Read, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PAGE_SECONDS", 1.0)
    forms = [
        hostile.stream(
            b"/F Do " * 20, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F %d 0 R>>>>" % following
        )
        for following in range(6, 14)
    ]  # fmt: skip
    endless = hostile.pdf(
        hostile.CATALOGUE, hostile.PAGES, hostile.page(b"/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>"),
        hostile.stream(b"/F Do " * 10), *forms, hostile.stream(b"0 0 5 5 re f"),
    )  # fmt: skip
    reading = read("a.pdf", endless)
    assert codes(reading) == {ProblemCode.READER_FAILED}
    assert read("b.txt", "好".encode()).pages[0].lines


# 5.2.2: content decides, and is compared with the name -----------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("证书.jpg", hostile.pdf(hostile.CATALOGUE, hostile.PAGES, hostile.page()), ProblemCode.MISLABELLED),
        ("证书.pdf.exe", "评估等级".encode(), ProblemCode.MISLABELLED),
        ("证书.js", b"alert(1)", ProblemCode.MISLABELLED),
        ("图标.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", ProblemCode.MISLABELLED),
        ("证书.pdf", b"MZ\x90\0" + bytes(range(256)) * 8, ProblemCode.UNSUPPORTED),
        ("证书.pdf", b"\x7fELF\2\1\1" + bytes(range(256)) * 8, ProblemCode.UNSUPPORTED),
        ("证书.pdf", b"%PDF-1.7 then nothing of a PDF", ProblemCode.TRUNCATED),
        ("图.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, ProblemCode.CORRUPT),
        ("图.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd)(r) file\n", ProblemCode.BLANK_PAGE),
    ],
    ids=["pdf-as-jpg", "two-endings", "script", "svg", "windows-program", "linux-program", "pdf", "png", "postscript"],
)  # fmt: skip
def test_5_2_2_content_that_is_not_what_the_name_says_is_told(
    read: Read, codes: Codes, name: str, data: bytes, expected: ProblemCode
) -> None:
    if expected is ProblemCode.BLANK_PAGE:  # PostScript is text here; nothing interprets it
        assert read(name, data).pages[0].lines[0].text.startswith("%!PS")
    else:
        assert expected in codes(read(name, data))


def test_5_2_2_the_same_holds_for_what_lies_in_an_archive(
    pool: ReaderPool, tmp_path: Path, codes: Codes
) -> None:
    found = unpack(
        hostile.archive(tmp_path / "a.zip", [("证书.pdf.exe", "好".encode())]), "a.zip", tmp_path / "out"
    )
    name, reading = next(pool.read_files([(file.name, file.path) for file in found.files]))
    assert name == "a.zip!/证书.pdf.exe"
    assert codes(reading) == {ProblemCode.MISLABELLED}


# 5.2.3: archives are judged before they are unpacked -------------------------------------------------------------


def taken(archive: Path, folder: Path, **limits_: int) -> Any:
    return intake.unpack(archive, folder, **{"member_limit": 5000, "byte_limit": 1 << 30} | limits_)


def inner(archive: Path, folder: Path) -> tuple[list[str], set[ProblemCode]]:
    found = unpack(archive, archive.name, folder)
    return [file.name for file in found.files], {problem.code for _, problem in found.problems}


def test_5_2_3_what_declares_too_much_is_refused_before_a_byte_is_written(tmp_path: Path) -> None:
    path = hostile.archive(tmp_path / "a.zip", [("a.txt", bytes(3_000_000)), ("b.txt", bytes(3_000_000))])
    with pytest.raises(errors.ArchiveUnsafeError, match="过大"):
        taken(path, tmp_path / "out", byte_limit=5_000_000)
    assert not (tmp_path / "out").exists()


def test_5_2_3_what_declares_too_little_is_stopped_at_what_it_declared(tmp_path: Path) -> None:
    path = hostile.declaring(tmp_path / "a.zip", "a.txt", bytes(30_000_000), 10)
    _, damaged = taken(path, tmp_path / "out")
    assert damaged == {"a.txt"}
    assert sum(file.stat().st_size for file in (tmp_path / "out").iterdir()) <= 10
    assert inner(path, tmp_path / "in") == ([], {ProblemCode.CORRUPT})


def test_5_2_3_members_that_share_their_bytes_refuse_the_archive(tmp_path: Path) -> None:
    path = hostile.overlapping(tmp_path / "a.zip")
    assert path.stat().st_size < 10_000
    with zipfile.ZipFile(path) as opened:
        assert sum(info.file_size for info in opened.infolist()) == 200_000_000
    with pytest.raises(errors.ArchiveUnsafeError):
        taken(path, tmp_path / "out")
    assert inner(path, tmp_path / "in") == ([], {ProblemCode.TOO_LARGE})
    assert not any(
        folder.exists() and any(folder.iterdir()) for folder in (tmp_path / "out", tmp_path / "in")
    )


def test_5_2_3_a_list_without_end_is_refused_unread(tmp_path: Path, read: Read, codes: Codes) -> None:
    path = hostile.listed_without_end(tmp_path / "a.zip")
    began = time.process_time()
    with pytest.raises(errors.TooManyFilesError):
        taken(path, tmp_path / "out")
    assert inner(path, tmp_path / "in") == ([], {ProblemCode.TOO_LARGE})
    assert time.process_time() - began < 1
    assert codes(read("a.zip", path.read_bytes())) == {ProblemCode.CORRUPT}


def test_5_2_3_too_many_members(tmp_path: Path) -> None:
    path = hostile.archive(tmp_path / "a.zip", [(f"{number}.txt", b"1") for number in range(30)])
    with pytest.raises(errors.TooManyFilesError):
        taken(path, tmp_path / "out", member_limit=29)
    assert not (tmp_path / "out").exists()


def test_5_2_3_one_member_that_unpacks_to_a_thousandfold(tmp_path: Path) -> None:
    path = hostile.archive(
        tmp_path / "a.zip", [("a.txt", bytes(limits.RATIO_FROM_BYTES + 1)), ("b.txt", b"1")]
    )
    assert inner(path, tmp_path / "in") == (["a.zip!/b.txt"], {ProblemCode.TOO_LARGE})


def test_5_2_3_archives_in_archives_end_at_the_second_level(tmp_path: Path) -> None:
    path = hostile.archive(tmp_path / "0.zip", [("a.txt", b"1")])
    for level in range(1, 20):
        path = hostile.archive(tmp_path / f"{level}.zip", [(f"{level - 1}.zip", path.read_bytes())] * 1)
    assert inner(path, tmp_path / "in") == ([], {ProblemCode.UNSUPPORTED})


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml", "OFD.xml"])
def test_5_2_3_a_document_that_unpacks_to_too_much(
    read: Read, codes: Codes, tmp_path: Path, part: str
) -> None:
    path = hostile.archive(tmp_path / "a.zip", [(part, b" " * (limits.MAX_PART_BYTES + 1))])
    assert codes(read("a", path.read_bytes())) == {ProblemCode.TOO_LARGE}


def workbook(tmp_path: Path) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].append(["自评"])
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "area", ["A1:XFD1048576", "$A$1:$XFD$1048576", "a1:xfd1048576", "&#65;1:XFD1048576", "A1:XFD1048576:A1"]
)
def test_5_2_3_cells_merged_without_end_are_refused(
    read: Read, codes: Codes, tmp_path: Path, area: str
) -> None:
    merged = f'</sheetData><mergeCells count="1"><mergeCell x=">" ref="{area}"/></mergeCells>'.encode()
    path = hostile.with_part(
        workbook(tmp_path), tmp_path / "b.xlsx", SHEET, lambda xml: xml.replace(b"</sheetData>", merged)
    )
    assert path.stat().st_size < 10_000
    assert codes(read("b.xlsx", path.read_bytes())) == {ProblemCode.TOO_LARGE}
    with pytest.raises(ReaderError):
        read_grids(path)


def test_5_2_3_one_cell_at_the_far_end_costs_one_cell(read: Read, codes: Codes, tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>5</v></c></row></sheetData>'
    path = hostile.with_part(
        workbook(tmp_path), tmp_path / "b.xlsx", SHEET, lambda xml: xml.replace(b"</sheetData>", far)
    )
    began = time.monotonic()
    reading = read("b.xlsx", path.read_bytes())
    assert not codes(reading)
    assert "5" in "".join(line.text for line in reading.pages[0].lines)
    assert time.monotonic() - began < 10


def test_5_2_3_a_cell_of_a_form_that_spans_millions_of_columns(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_table(1, 2).cell(0, 0).text = "单位名称"
    document.save(str(tmp_path / "a.docx"))
    path = hostile.with_part(
        tmp_path / "a.docx", tmp_path / "b.docx", "word/document.xml",
        lambda xml: xml.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="300000000"/>', 1),
    )  # fmt: skip
    with pytest.raises(ReaderError):
        read_grids(path)


def test_5_2_3_honest_office_files_pass(tmp_path: Path) -> None:
    with Package(workbook(tmp_path)) as package:
        check_office(package)
    with (
        Package(hostile.archive(tmp_path / "c.xlsx", [("xl/a.xml", b"\xff\xfe<\0")])) as package,
        pytest.raises(CorruptFile),
    ):
        check_office(package)
    large = hostile.archive(tmp_path / "d.xlsx", [("xl/a.xml", b" " * (limits.MAX_OFFICE_BYTES + 1))])
    with Package(large) as package, pytest.raises(FileTooLarge):
        check_office(package)


# 5.2.5: links and other things that are no files -----------------------------------------------------------------

KINDS = {
    "symlink": stat.S_IFLNK,
    "fifo": stat.S_IFIFO,
    "socket": stat.S_IFSOCK,
    "device": stat.S_IFCHR,
    "disk": stat.S_IFBLK,
}


@pytest.mark.parametrize("mode", KINDS.values(), ids=KINDS)
def test_5_2_5_members_that_are_no_files_are_left_out(tmp_path: Path, mode: int) -> None:
    path = hostile.special(tmp_path / "a.zip", "evil.txt", mode)
    files, _ = taken(path, tmp_path / "out")
    assert [name for name, _ in files] == ["good.txt"]
    assert inner(path, tmp_path / "in") == (["a.zip!/good.txt"], {ProblemCode.UNSUPPORTED})
    for folder in (tmp_path / "out", tmp_path / "in"):
        assert all(entry.is_file() and not entry.is_symlink() for entry in folder.iterdir())


# 5.2.6: pixels ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", sorted(hostile.floods()))
def test_5_2_6_a_flood_of_pixels_is_refused_by_its_header(read: Read, codes: Codes, suffix: str) -> None:
    data = hostile.floods()[suffix]
    assert len(data) < 1000
    assert codes(read(f"a.{suffix}", data)) == {ProblemCode.TOO_LARGE}


def test_5_2_6_a_flood_within_a_document_is_left_out(read: Read, tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("评估等级")
    (tmp_path / "small.png").write_bytes(hostile.png(10, 10))
    document.add_picture(str(tmp_path / "small.png"))
    document.save(str(tmp_path / "a.docx"))
    path = hostile.with_part(
        tmp_path / "a.docx", tmp_path / "b.docx", "word/media/image1.png", lambda _: hostile.png(60000, 60000)
    )
    reading = read("b.docx", path.read_bytes())
    assert len(reading.pages) == 1
    assert reading.pages[0].lines
