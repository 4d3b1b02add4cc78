"""Old workbooks: values as printed, merged cells, hidden rows; and what can't be read."""

import struct
from pathlib import Path

from dossier.page import ProblemCode
from extractors.readers import inspect, read_file
from tests.extractors.readers import making


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def string(text: str, length: str = "H") -> bytes:
    return struct.pack(f"<{length}B", len(text), 1) + text.encode("utf-16-le")


def label(row: int, column: int, text: str) -> bytes:
    return record(0x0204, struct.pack("<HHH", row, column, 15) + string(text))


def number(row: int, column: int, value: float, style: int) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def workbook(sheet: bytes) -> bytes:
    """A BIFF8 workbook of one sheet; style 15 is plain, 16 a date, 17 a percentage."""
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + record(0x0042, b"\xb0\x04")
    start += record(
        0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + string("Arial", "B")
    )
    start += record(0x041E, struct.pack("<H", 164) + string('yyyy"年"m"月"d"日"'))
    for style in (*[0] * 16, 164, 10):
        start += record(0x00E0, struct.pack("<HHHBBBBIIH", 0, style, 1, 0x20, 0, 0, 0, 0, 0, 0))
    name = string("满意度", "B")
    bound = len(start) + 4 + 6 + len(name) + 4
    start += record(0x0085, struct.pack("<IBB", bound, 0, 0) + name) + record(0x000A, b"")
    return (
        start
        + record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
        + sheet
        + record(0x000A, b"")
    )


def test_values_are_read_as_printed(tmp_path: Path) -> None:
    hidden = record(0x0208, struct.pack("<HHHHHHI", 3, 0, 3, 255, 0, 0, 0x20))
    merged = record(0x00E5, struct.pack("<HHHHH", 1, 0, 0, 0, 2))
    cells = (
        hidden
        + label(0, 0, "职工满意度统计")
        + label(1, 0, "日期")
        + label(1, 1, "满意率")
        + number(2, 0, 45352, 16)
        + number(2, 1, 0.9125, 17)
        + number(2, 2, 180, 15)
        + label(3, 0, "隐藏的行")
        + merged
    )
    path = tmp_path / "a.xls"
    path.write_bytes(making.compound({"Workbook": workbook(cells)}))
    reading = read_file(path)
    assert reading.media_type == "application/vnd.ms-excel"
    lines = {line.text: line for line in reading.pages[0].lines}
    assert {text: line.locator for text, line in lines.items()} == {
        "职工满意度统计": "表“满意度”A1",
        "日期": "表“满意度”A2",
        "满意率": "表“满意度”B2",
        "2024年3月1日": "表“满意度”A3",
        "91.25%": "表“满意度”B3",
        "180": "表“满意度”C3",
    }


def test_a_workbook_of_noise_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(making.compound({"Workbook": b"noise" * 1000}))
    assert [(problem.code, problem.fatal) for problem in inspect(path).problems] == [
        (ProblemCode.CORRUPT, True)
    ]
