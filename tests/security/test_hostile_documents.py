"""PDFs, pictures, office files and web pages made against their readers: none runs, fetches, fills memory or ends the rest."""

import socket
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.page import ProblemCode, Reading
from extractors.readers import ReaderPool, limits
from extractors.readers.errors import CorruptFile, ReaderError
from extractors.readers.grids import read_grids
from extractors.readers.packed import parse_xml
from tests.extractors.readers import making
from tests.security import hostile

Codes = Callable[[Reading], set[ProblemCode]]
Read = Callable[[str, bytes], Reading]

CAME_THROUGH = {ProblemCode.BLANK_PAGE, ProblemCode.EMPTY}


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address on this machine, and what was asked of it."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    asked.append(connection.recv(4096))

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/secret", asked
        done.set()
        thread.join()


# PDF -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(hostile.pdfs()))
def test_a_hostile_pdf_is_come_through(read: Read, codes: Codes, name: str) -> None:
    reading = read(f"{name}.pdf", hostile.pdfs()[name])
    assert codes(reading) == CAME_THROUGH
    assert len(reading.pages) == 1
    assert not reading.pages[0].lines


def test_a_pdf_draws_no_more_pixels_than_the_limit(pool: ReaderPool, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(hostile.pdfs()["a-page-of-300-km"])
    _, reading = next(pool.read_files([("a.pdf", path)]))
    image = pool.render_page(path, reading, 1, dpi=2000)
    assert image.width * image.height <= limits.MAX_PIXELS


def test_a_pdf_of_which_the_stream_unpacks_to_a_gigabyte_leaves_the_rest(read: Read, codes: Codes) -> None:
    import zlib

    twice = zlib.compress(zlib.compress(b" " * 1_000_000_000, 1), 9)
    assert len(twice) < 100_000
    page = hostile.page(b"/Contents 4 0 R")
    data = hostile.pdf(
        hostile.CATALOGUE, hostile.PAGES, page, hostile.stream(twice, b"/Filter[/FlateDecode/FlateDecode]")
    )
    assert codes(read("a.pdf", data)) <= CAME_THROUGH | {ProblemCode.READER_FAILED}
    assert read("b.txt", "好".encode()).pages[0].lines


# XML: external entities, entities without end ----------------------------------------------------------------------

WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>'
OFD = b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody>&j;</ofd:DocBody></ofd:OFD>'


def office(tmp_path: Path, suffix: str, head: bytes) -> Path:
    """A document of the sort whose main part has that document type and uses its entity."""
    if suffix == "ofd":
        return hostile.archive(tmp_path / "b.ofd", [("OFD.xml", head + OFD)])
    if suffix == "docx":
        import docx

        docx.Document().save(str(tmp_path / "a.docx"))
        part, body = "word/document.xml", WORD
    else:
        import openpyxl

        openpyxl.Workbook().save(tmp_path / "a.xlsx")
        part, body = "xl/worksheets/sheet1.xml", SHEET
    return hostile.with_part(tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}", part, lambda _: head + body)


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "ofd"])
@pytest.mark.parametrize(
    "late", [b"", b"<!-- " + b"x" * 10_000 + b" -->"], ids=["first", "after-a-long-comment"]
)
def test_entities_are_neither_fetched_nor_multiplied(
    read: Read, codes: Codes, tmp_path: Path, listener: tuple[str, list[bytes]], suffix: str, late: bytes
) -> None:
    address, asked = listener
    secret = tmp_path / "secret"
    secret.write_text("机密", encoding="utf-8")
    for head in (hostile.LAUGHS, hostile.external(address), hostile.external(secret.as_uri())):
        path = office(tmp_path, suffix, head.replace(b"<!DOCTYPE", late + b"<!DOCTYPE"))
        reading = read(path.name, path.read_bytes())
        assert codes(reading) == {ProblemCode.CORRUPT}
        assert not reading.pages
        if suffix != "ofd":  # a form's tables are taken by libraries of their own
            with pytest.raises(ReaderError):
                read_grids(path)
    assert not asked


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_document_type_does_not_hide_in_another_encoding(
    read: Read, codes: Codes, tmp_path: Path, encoding: str
) -> None:
    head = hostile.LAUGHS.decode().replace('"1.0"', f'"1.0" encoding="{encoding}"')
    path = office(tmp_path, "xlsx", b"")
    path = hostile.with_part(
        path,
        tmp_path / "c.xlsx",
        "xl/worksheets/sheet1.xml",
        lambda xml: (head + xml.decode()).encode(encoding),
    )
    assert codes(read("c.xlsx", path.read_bytes())) == {ProblemCode.CORRUPT}
    with pytest.raises(ReaderError):
        read_grids(path)


def test_xml_without_end_is_refused() -> None:
    with pytest.raises(CorruptFile):
        parse_xml(b"<a>" * 100_000)
    with pytest.raises(CorruptFile):
        parse_xml(hostile.LAUGHS + b"<x>&j;</x>")


# web pages ---------------------------------------------------------------------------------------------------------


def test_a_web_page_fetches_and_runs_nothing(
    read: Read, pool: ReaderPool, tmp_path: Path, listener: tuple[str, list[bytes]]
) -> None:
    address, asked = listener
    page = f"""<!DOCTYPE html SYSTEM "{address}"><html><head><meta http-equiv="refresh" content="0;url={address}">
        <link rel="stylesheet" href="{address}"><script src="{address}"></script><base href="{address}"></head>
        <body onload="fetch('{address}')"><p>评估等级：5A</p><img src="{address}"><iframe src="{address}"></iframe>
        <object data="{address}"></object><svg><image href="{address}"/></svg><img src="file:///etc/passwd">
        <script>document.write("改写")</script></body></html>"""
    reading = read("a.html", page.encode())
    text = "".join(line.text for line in reading.pages[0].lines)
    assert "5A" in text
    assert "改写" not in text
    assert "root:" not in text
    pool.render_page(tmp_path / "upload", reading, 1)
    assert not asked


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "span"])
def test_a_web_page_nested_without_end_leaves_the_rest(read: Read, tag: str) -> None:
    opening = f"<{tag}>" * 50_000
    reading = read("a.html", f"<html><body><p>评估</p>{opening}深".encode())
    assert reading.pages or reading.problems
    assert read("b.txt", "好".encode()).pages[0].lines


# pictures ----------------------------------------------------------------------------------------------------------


def test_texts_and_profiles_that_unpack_to_megabytes_are_refused(read: Read, codes: Codes) -> None:
    assert codes(read("a.png", hostile.png(100, 100, *hostile.png_texts()))) == {ProblemCode.CORRUPT}
    assert codes(read("a.png", hostile.png(100, 100, hostile.png_profile()))) == {ProblemCode.CORRUPT}


def test_directories_of_a_tif_in_a_circle_end(read: Read) -> None:
    assert len(read("a.tif", hostile.tiff(10, 10, 8)).pages) == 1


def test_a_tif_of_a_hundred_thousand_pages_is_looked_at_as_far_as_it_is_read(
    pool: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "INSPECT_SECONDS", 30.0)
    path = tmp_path / "a.tif"
    path.write_bytes(hostile.tiff_chain(100_000))
    inspection = pool.inspect(path)
    assert inspection.page_count == limits.MAX_PAGES
    assert [problem.code for problem in inspection.problems] == [ProblemCode.TOO_MANY_PAGES]


def test_postscript_in_a_document_is_handed_to_no_interpreter(
    read: Read, codes: Codes, tmp_path: Path
) -> None:
    import docx
    from PIL import Image

    image = Image.effect_noise((300, 300), 50)
    image.save(tmp_path / "a.png")
    image.save(tmp_path / "a.eps")
    document = docx.Document()
    document.add_paragraph("评估等级")
    document.add_picture(str(tmp_path / "a.png"))
    document.save(str(tmp_path / "a.docx"))
    script = (tmp_path / "a.eps").read_bytes()
    path = hostile.with_part(
        tmp_path / "a.docx", tmp_path / "b.docx", "word/media/image1.png", lambda _: script
    )
    reading = read("b.docx", path.read_bytes())
    assert codes(reading) == {ProblemCode.UNSUPPORTED}
    assert len(reading.pages) == 1


# OFD and old formats -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "place", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "..\\..\\a"]
)
def test_parts_of_an_ofd_lie_within_it_or_nowhere(read: Read, tmp_path: Path, place: str) -> None:
    path = making.ofd(tmp_path / "a.ofd", [making.ofd_text(20, 30, "评估等级：5A")])
    changed = tmp_path / "b.ofd"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, data.replace(b"Pages/Page_0/Content.xml", place.encode()))
    reading = read("b.ofd", changed.read_bytes())
    assert reading.problems
    assert "root" not in "".join(line.text for page in reading.pages for line in page.lines)


def test_a_file_of_word_95_is_told_and_handed_to_no_program(read: Read, codes: Codes) -> None:
    data = making.compound({"WordDocument": b"\xdc\xa5" + bytes(4094)})
    assert codes(read("a.doc", data)) == {ProblemCode.UNSUPPORTED}


def test_text_without_line_breaks_is_laid_out(read: Read) -> None:
    assert read("a.txt", ("评" * 200_000).encode()).pages
