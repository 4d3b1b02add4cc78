"""Old Word documents (doc): the piece table read through olefile, tables by their row marks.

After [MS-DOC] 2.4.1: the text is a list of pieces, each in 16-bit Unicode or 8-bit Windows-1252, in the stream
WordDocument; the list stands in the Clx of the table stream. A row of a table ends with a paragraph that has sprmPFTtp.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.readers import limits, messages
from extractors.readers.errors import CorruptFile, EmptyFile, EncryptedFile, FileTooLarge, UnsupportedFile
from extractors.readers.laid_out import LaidOutSource, Picture
from extractors.readers.layout import Row, paragraph, table_row

_WORD_97 = 0xA5EC
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_IN_TABLE, _ROW_END = struct.pack("<HB", 0x2416, 1), struct.pack("<HB", 0x2417, 1)
"""sprmPFInTable and sprmPFTtp, switched on."""
_CELL, _PARAGRAPH, _BREAK, _PAGE = "\x07", "\r", "\x0b", "\x0c"
_FIELD = re.compile("\x13[^\x13\x14\x15]*\x14?|\x15")
_CONTROL = re.compile("[\x00-\x06\x08\x0e-\x1d]")
_PICTURES = (
    (re.compile(rb"\xff\xd8\xff[\xdb\xe0-\xef]"), b"\xff\xd9"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), b"IEND\xaeB`\x82"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and where in the stream it begins; `width` is its bytes a character."""

    text: str
    offset: int
    width: int


def open_doc(path: Path) -> LaidOutSource:
    """The document's text as rows, and the pictures that it stores as JPEG or PNG."""
    import olefile

    if path.stat().st_size > limits.MAX_PART_BYTES:
        raise FileTooLarge(messages.TOO_LARGE_PART.format(limit=limits.MAX_PART_BYTES // 1024 // 1024))
    with olefile.OleFileIO(str(path)) as ole:
        main: bytes = ole.openstream("WordDocument").read()
        flags = struct.unpack_from("<H", main, 0x0A)[0]
        if struct.unpack_from("<H", main, 0)[0] != _WORD_97:
            raise UnsupportedFile(messages.WORD_95)
        if flags & _ENCRYPTED:
            raise EncryptedFile(messages.ENCRYPTED_OFFICE)
        name = "1Table" if flags & _TABLE_1 else "0Table"
        table: bytes = ole.openstream(name).read() if ole.exists(name) else b""
        data: bytes = ole.openstream("Data").read() if ole.exists("Data") else b""
    pictures = _carved(data)
    try:
        pieces = _pieces(main, table)
        rows = _rows(pieces, _table_marks(main, table))
    except (struct.error, IndexError, ValueError) as error:
        raise CorruptFile(messages.CORRUPT) from error
    if not rows and not pictures:
        raise EmptyFile(messages.EMPTY_CONTENT)
    return LaidOutSource(rows, pictures)


def _pieces(main: bytes, table: bytes) -> list[Piece]:
    start, length = struct.unpack_from("<II", main, 0x01A2)
    clx = table[start : start + length]
    at = 0
    while clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise ValueError("no piece table")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    at += 5
    count = (size - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", clx, at)
    pieces: list[Piece] = []
    for index in range(count):
        raw = struct.unpack_from("<I", clx, at + 4 * (count + 1) + 8 * index + 2)[0]
        characters = places[index + 1] - places[index]
        if not 0 <= characters <= len(main):
            raise ValueError("a piece longer than the file")
        if raw & 0x40000000:
            offset = (raw & 0x3FFFFFFF) // 2
            text = main[offset : offset + characters].decode("cp1252", "replace")
            pieces.append(Piece(text, offset, 1))
        else:
            text = main[raw : raw + 2 * characters].decode("utf-16-le", "replace")
            pieces.append(Piece(text, raw, 2))
    return pieces


def _table_marks(main: bytes, table: bytes) -> dict[int, bool]:
    """Stream offsets at which paragraphs of tables end, and whether they end a row."""
    start, length = struct.unpack_from("<II", main, 0x0102)
    plex = table[start : start + length]
    count = (len(plex) - 4) // 8
    marks: dict[int, bool] = {}
    for index in range(max(0, count)):
        number = struct.unpack_from("<I", plex, 4 * (count + 1) + 4 * index)[0] & 0x3FFFFF
        page = main[number * 512 : number * 512 + 512]
        if len(page) < 512:
            continue
        runs = page[511]
        ends = struct.unpack_from(f"<{runs + 1}I", page, 0)
        for run in range(runs):
            properties = _properties(page, page[4 * (runs + 1) + 13 * run] * 2)
            if _IN_TABLE in properties or _ROW_END in properties:
                marks[ends[run + 1]] = _ROW_END in properties
    return marks


def _properties(page: bytes, at: int) -> bytes:
    """A paragraph's properties, at that offset of their page; 0 is the default paragraph."""
    if not at:
        return b""
    size = page[at]
    first, last = (at + 1, at + 2 * size) if size else (at + 2, at + 2 + 2 * page[at + 1])
    return page[first + 2 : last]


def _rows(pieces: list[Piece], marks: dict[int, bool]) -> list[Row]:
    """Paragraphs and table rows in their order."""
    rows: list[Row] = []
    cells: list[str] = []
    paragraphs = tables = table_rows = 0
    current = ""
    for character, end in _characters(pieces):
        if character == _CELL and marks.get(end):
            if not table_rows:
                tables += 1
            table_rows += 1
            place = f"第{tables}个表格第{table_rows}行"
            filled = [
                (text, f"{place}第{column + 1}列", column, 1) for column, text in enumerate(cells) if text
            ]
            rows.append(table_row(filled, len(cells)))
            cells, current = [], ""
        elif character == _CELL:
            cells.append(_clean(current))
            current = ""
        elif character in (_PARAGRAPH, _PAGE) and end in marks:
            current += "\n"
        elif character in (_PARAGRAPH, _PAGE):
            paragraphs += 1
            lines = [line for line in _clean(current).split("\n") if line.strip()]
            rows.extend(paragraph(line, f"第{paragraphs}段") for line in lines)
            current = ""
            table_rows = 0
        else:
            current += character
    rest = [*cells, _clean(current)]
    rows.extend(paragraph(text, f"第{paragraphs + 1}段") for text in rest if text)
    return [row for row in rows if row]


def _characters(pieces: list[Piece]) -> Iterator[tuple[str, int]]:
    """Each character with the stream offset of its end."""
    for piece in pieces:
        offset = piece.offset
        for character in piece.text:
            offset += piece.width
            yield character, offset


def _clean(text: str) -> str:
    """Without field codes (their results stay), pictures' places and other marks."""
    previous = None
    while previous != text:
        previous, text = text, _FIELD.sub("", text)
    text = text.replace(_BREAK, "\n").replace("\x1e", "-").replace("\x1f", "").replace("\xa0", " ")
    return _CONTROL.sub("", text).strip(" \n\t\r")


def _carved(data: bytes) -> list[Picture]:
    """Pictures in the data stream, found by how they begin and end."""
    found: list[tuple[int, bytes]] = []
    for begins, ends in _PICTURES:
        at = 0
        while match := begins.search(data, at):
            end = data.find(ends, match.start())
            following = begins.search(data, match.end())
            if ends == b"\xff\xd9":
                # A JPEG may hold a preview that ends too: the last end before the next picture is its own.
                end = data.rfind(ends, match.start(), following.start() if following else len(data))
            if end < 0:
                break
            found.append((match.start(), data[match.start() : end + len(ends)]))
            at = end + len(ends)
    found.sort()
    return [Picture(data, f"第{number}张图片") for number, (_, data) in enumerate(found, start=1)]
