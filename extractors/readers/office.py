"""Office files are looked over before a library opens them: document types, sizes, and cells merged without end.

A sheet of 5 kB that merges A1:XFD1048576 had openpyxl fill all memory with cells; a docx cell that spans 300 million
columns did the same to python-docx.
"""

import re
from typing import Any

from extractors.readers import limits, messages
from extractors.readers.errors import CorruptFile, FileTooLarge
from extractors.readers.packed import Package

_XML = (".xml", ".rels", ".vml")
_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")
_SPANS = {"gridSpan", "gridBefore", "gridAfter"}


def check_office(package: Package) -> None:
    """Raises CorruptFile for a document type or an encoding that could hide one, FileTooLarge for too much."""
    size = 0
    for name in package.names:
        if not name.endswith(_XML):
            continue
        data = package.data(name)
        size += len(data)
        if size > limits.MAX_OFFICE_BYTES:
            raise FileTooLarge(messages.TOO_LARGE_PART.format(limit=limits.MAX_OFFICE_BYTES // 1024 // 1024))
        if (
            b"<!DOCTYPE" in data
            or b"<!ENTITY" in data
            or b"\0" in data[:4]
            or data[:2] in (b"\xff\xfe", b"\xfe\xff")
        ):
            raise CorruptFile(messages.CORRUPT)
        if (
            any(name in data for name in (b"mergeCell", b"gridSpan", b"gridBefore", b"gridAfter"))
            and _spanned(data) > limits.MAX_CELLS
        ):
            raise FileTooLarge(messages.TOO_MANY_MERGED)


class _Spans:
    """Counts the cells that merging makes, as the parser tells of elements."""

    def __init__(self) -> None:
        self.cells = 0

    def start(self, tag: str, attributes: Any) -> None:  # noqa: ANN401 - lxml's own mapping
        """Takes an element."""
        name = tag.rsplit("}", 1)[-1]
        if name == "mergeCell":
            self.cells += _area(attributes.get("ref", ""))
        elif name in _SPANS:
            value = next((value for key, value in attributes.items() if key.rsplit("}", 1)[-1] == "val"), "")
            self.cells += int(value) if re.fullmatch("[0-9]{1,9}", value) else 0

    def close(self) -> int:
        """What was counted."""
        return self.cells


def _spanned(data: bytes) -> int:
    import lxml.etree as etree  # noqa: PLR0402 - known to pyright by this name only

    parser = etree.XMLParser(target=_Spans(), resolve_entities=False, no_network=True, load_dtd=False)
    try:
        counted: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CorruptFile(messages.CORRUPT) from error
    return counted


def _area(reference: str) -> int:
    """Cells of a reference such as A1:C3; one that isn't understood counts as too many."""
    match = _AREA.fullmatch(reference.strip())
    if match is None:
        return limits.MAX_CELLS + 1
    left, top, right, bottom = match[1], match[2], match[3] or match[1], match[4] or match[2]
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
