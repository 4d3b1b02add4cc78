"""Old Word documents: the piece table, tables, fields, and what can't be read."""

import shutil
import struct
from pathlib import Path

import pytest

from dossier.page import ProblemCode
from extractors.readers import inspect, read_file
from tests.extractors.readers import making


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_text_in_pieces_of_both_kinds_is_read(tmp_path: Path) -> None:
    data = making.doc(
        [("关于成立工会的批复\r甲方：", False), ("Nanjing 2023\r", True), ("落款\r", False)], [], []
    )
    reading = read_file(written(tmp_path / "a.doc", data))
    assert reading.media_type == "application/msword"
    assert [(line.text, line.locator) for line in reading.pages[0].lines] == [
        ("关于成立工会的批复", "第1段"),
        ("甲方：Nanjing 2023", "第2段"),
        ("落款", "第3段"),
    ]


def test_tables_keep_their_rows_and_columns(tmp_path: Path) -> None:
    # Paragraphs: 0 the title, then two rows of two cells, each with its end; the last cell has two paragraphs.
    text = "名册\r姓名\x07职务\x07\x07王小明\x07主席\r兼职\x07\x07完\r"
    data = making.doc([(text, False)], rows_end_at=[3, 7], cells_in=[1, 2, 4, 5, 6])
    lines = read_file(written(tmp_path / "a.doc", data)).pages[0].lines
    assert [(line.text, line.locator) for line in lines] == [
        ("名册", "第1段"),
        ("姓名", "第1个表格第1行第1列"),
        ("职务", "第1个表格第1行第2列"),
        ("王小明", "第1个表格第2行第1列"),
        ("主席", "第1个表格第2行第2列"),
        ("兼职", "第1个表格第2行第2列"),
        ("完", "第2段"),
    ]
    assert lines[1].box.y0 == lines[2].box.y0


def test_field_codes_are_left_out_and_their_results_kept(tmp_path: Path) -> None:
    text = "日期：\x13 DATE \\* MERGEFORMAT \x142023年5月\x15签发\r"
    lines = read_file(written(tmp_path / "a.doc", making.doc([(text, False)], [], []))).pages[0].lines
    assert [line.text for line in lines] == ["日期：2023年5月签发"]


@pytest.mark.ocr
def test_pictures_in_the_data_stream_are_pages(tmp_path: Path) -> None:
    picture = making.encoded(making.picture("评估等级：5A"), "PNG")
    plain = making.doc([("见下图\r", False)], [], [])
    import olefile

    source = written(tmp_path / "plain.doc", plain)
    with olefile.OleFileIO(str(source)) as ole:
        streams = {name: ole.openstream(name).read() for name in ("WordDocument", "1Table")}
    data = making.compound({**streams, "Data": b"\0" * 68 + picture})
    reading = read_file(written(tmp_path / "a.doc", data))
    assert [page.rendered for page in reading.pages] == [False, True]
    assert reading.pages[1].lines[0].text == "评估等级：5A"


def test_an_encrypted_document_is_told(tmp_path: Path) -> None:
    data = bytearray(making.doc([("密\r", False)], [], []))
    start = data.index(struct.pack("<HH", 0xA5EC, 0x00C1))
    struct.pack_into("<H", data, start + 0x0A, 0x0300)
    assert [problem.code for problem in inspect(written(tmp_path / "a.doc", bytes(data))).problems] == [
        ProblemCode.ENCRYPTED
    ]


def test_a_document_older_than_word_97_is_told_where_no_tool_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    data = bytearray(making.doc([("旧\r", False)], [], []))
    start = data.index(struct.pack("<HH", 0xA5EC, 0x00C1))
    struct.pack_into("<H", data, start, 0xA5DC)
    problems = inspect(written(tmp_path / "a.doc", bytes(data))).problems
    assert [(problem.code, problem.fatal) for problem in problems] == [(ProblemCode.UNSUPPORTED, True)]


def test_a_broken_piece_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    data = bytearray(making.doc([("坏\r", False)], [], []))
    start = data.index(struct.pack("<HH", 0xA5EC, 0x00C1))
    struct.pack_into("<II", data, start + 0x01A2, 4000, 50)
    problems = inspect(written(tmp_path / "a.doc", bytes(data))).problems
    assert [(problem.code, problem.fatal) for problem in problems] == [(ProblemCode.CORRUPT, True)]
