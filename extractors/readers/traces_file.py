"""Traces in a PDF as a file: pages that differ between its saved versions, and the programs that it names."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from pypdfium2 import raw

from dossier.geometry import Box, around
from dossier.page import Signal, SignalCode
from extractors.readers import messages
from extractors.readers.frame import Frame
from extractors.readers.pdf_objects import Handle
from extractors.readers.traces_rows import on_page

LATER = timedelta(days=1)
"""Time after which a file that was saved again is no longer being made."""
_LARGEST = 64 * 1024 * 1024
"""Bytes of a file up to which its versions are compared."""
_MOST_PAGES = 50
_MOST_VERSIONS = 20

_END = re.compile(rb"startxref\s+\d+\s+%%EOF\r?\n?")
_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
_WHEN = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?")

EDITORS = re.compile(
    r"photoshop|\bgimp\b|illustrator|coreldraw|paint\.net|pixelmator|affinity photo|美图|醒图|snapseed|picsart"
    r"|ilovepdf|smallpdf|pdf-?xchange edit|pdfelement|万兴pdf|pdfescape|sejda|nitro ?p(?:df|ro)|pdf ?editor|pdf编辑"
    r"|phantompdf|foxit (?:editor|pdf editor)|福昕.{0,6}编辑|迅捷pdf|inkscape",
    re.IGNORECASE,
)
"""Programs that are made to change pictures and finished PDFs. Word processors and scanners aren't among them."""


class _Version(NamedTuple):
    """An earlier state of the file: its length in bytes, and whether an electronic signature covers it."""

    end: int
    signed: bool


class _Spot(NamedTuple):
    """A character of a page by its place, in points."""

    text: str
    left: int
    bottom: int


def editor(names: Sequence[str], number: int = 1) -> list[Signal]:
    """A signal where one of the names that a file gives for its programs is an editor's."""
    for name in names:
        if EDITORS.search(name):
            shown = name.strip()[:80]
            return [
                Signal(
                    code=SignalCode.EDITOR_METADATA,
                    message=messages.EDITOR.format(program=shown),
                    page=number,
                    box=None,
                    text=shown,
                )
            ]
    return []


def pdf_editor(document: Handle) -> list[Signal]:
    """The editor that a PDF names."""
    return editor([_meta(document, b"Creator"), _meta(document, b"Producer")])


def revisions(path: Path, document: Handle) -> list[Signal]:
    """Signals for pages whose content was changed after the file was signed, or long after it was made."""
    if path.stat().st_size > _LARGEST:
        return []
    data = path.read_bytes()
    version = _earlier(data)
    if version is None:
        return []
    created, modified = when(_meta(document, b"CreationDate")), when(_meta(document, b"ModDate"))
    late = created is not None and modified is not None and modified - created >= LATER
    if not (version.signed or late):
        return []
    buffer = ctypes.create_string_buffer(data[: version.end], version.end)
    before = raw.FPDF_LoadMemDocument64(buffer, version.end, None)
    if not before:
        return []
    try:
        pages = min(raw.FPDF_GetPageCount(before), raw.FPDF_GetPageCount(document), _MOST_PAGES)
        days = (f"{created:%Y-%m-%d}", f"{modified:%Y-%m-%d}") if created and modified else ("", "")
        return [
            signal
            for index in range(pages)
            for signal in _page(before, document, index, days, signed=version.signed)
        ]
    finally:
        raw.FPDF_CloseDocument(before)


def when(text: str) -> datetime | None:
    """A PDF's date, by its wall clock: D:20230518093000+08'00'."""
    match = _WHEN.match(text)
    if match is None:
        return None
    try:
        return datetime(*(int(part) if part else 0 for part in match.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None


def _earlier(data: bytes) -> _Version | None:
    """The last signed state before this one, else the first one that was saved."""
    ends = [match.end() for match in _END.finditer(data)]
    signed = [int(match[3]) + int(match[4]) for match in _RANGE.finditer(data)]
    covered = max((end for end in signed if 0 < end <= len(data)), default=0)
    if covered:
        return _Version(covered, signed=True) if any(end > covered + 8 for end in ends) else None
    if not 2 <= len(ends) <= _MOST_VERSIONS:
        return None
    return _Version(ends[0], signed=False)


def _page(
    before: Handle, after: Handle, index: int, days: tuple[str, str], *, signed: bool
) -> Iterator[Signal]:
    old, _, _ = _spots(before, index)
    new, frame, boxes = _spots(after, index)
    lost, gained = _less(old, new), _less(new, old)
    if signed:
        if not (lost or gained):
            return
    elif not (lost and gained):
        # What is only added is a form that was filled in.
        return
    was, now = (_shown(part) for part in (lost, gained))
    change = (
        messages.CHANGED_TEXT if lost and gained else messages.ADDED_TEXT if gained else messages.REMOVED_TEXT
    )
    told = change.format(before=was, after=now)
    message = (
        messages.REVISED_SIGNED.format(page=index + 1, change=told)
        if signed
        else messages.REVISED.format(page=index + 1, change=told, created=days[0], modified=days[1])
    )
    changed = [boxes[spot] for spot in gained]
    yield Signal(
        code=SignalCode.REVISED_AFTER_SIGNING if signed else SignalCode.PAGE_REVISED,
        message=message,
        page=index + 1,
        box=on_page(around(changed), frame) if changed else None,
        text=now or was,
    )


def _less(some: Sequence[_Spot], others: Sequence[_Spot]) -> list[_Spot]:
    """The characters of one state that the other lacks at their places."""
    counted = Counter(others)
    return [one for one in some if not (counted[one] > 0 and not counted.subtract([one]))]


def _shown(spots: Sequence[_Spot]) -> str:
    text = "".join(spot.text for spot in spots)
    return text if len(text) <= 40 else text[:40] + "…"


def _spots(document: Handle, index: int) -> tuple[list[_Spot], Frame, dict[_Spot, Box]]:
    """The page's characters in the order of the file, and their boxes on the page after its /Rotate."""
    page = raw.FPDF_LoadPage(document, index)
    frame = Frame(0, 0, 1, 1, 0)
    spots: list[_Spot] = []
    boxes: dict[_Spot, Box] = {}
    if not page:
        return spots, frame, boxes
    text_page = raw.FPDFText_LoadPage(page)
    try:
        bounds, place = raw.FS_RECTF(), raw.FS_RECTF()
        if raw.FPDF_GetPageBoundingBox(page, ctypes.byref(bounds)):
            turn = raw.FPDFPage_GetRotation(page) % 4 * 90
            frame = Frame(bounds.left, bounds.bottom, bounds.right, bounds.top, turn)
        for position in range(raw.FPDFText_CountChars(text_page) if text_page else 0):
            code = raw.FPDFText_GetUnicode(text_page, position)
            if code <= 32 or not raw.FPDFText_GetLooseCharBox(text_page, position, ctypes.byref(place)):
                continue
            spot = _Spot(chr(code), round(place.left), round(place.bottom))
            spots.append(spot)
            low, high = sorted((place.bottom, place.top))
            boxes[spot] = Box(*frame.box(place.left, low, place.right, high))
    finally:
        if text_page:
            raw.FPDFText_ClosePage(text_page)
        raw.FPDF_ClosePage(page)
    return spots, frame, boxes


def _meta(document: Handle, name: bytes) -> str:
    length = raw.FPDF_GetMetaText(document, name, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_GetMetaText(document, name, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
