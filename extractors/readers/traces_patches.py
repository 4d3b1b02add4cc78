"""Traces of editing in what a PDF page draws: a small shape or picture laid over the scan, or over text, with text on it."""

from collections.abc import Sequence

from dossier.geometry import Box
from dossier.page import Signal, SignalCode
from extractors.readers import messages
from extractors.readers.frame import Frame
from extractors.readers.pdf_objects import PageObjects
from extractors.readers.pdf_text import Character
from extractors.readers.traces_rows import Placed, on_page, placed, rows_of

MOST = 4
"""Patches up to which they are told: where there are more, a program laid the page out in pieces."""
_SMALL = 0.02
"""Share of the page up to which something is a patch."""
_LOW = 30.0
"""Height in points up to which something is a patch."""
_LINES = 2.5
"""The same in em of the text that it covers."""
_SCAN = 0.5
"""Share of the page from which a picture is the page's scan."""
_INSIDE = 0.6
"""Share of a character that lies in what covers it."""


def patches(found: Sequence[Character], objects: PageObjects, frame: Frame, number: int) -> list[Signal]:
    """Signals for small opaque shapes and pictures over the scan or over text."""
    scans = [
        (image.order, box)
        for image in objects.images
        if _share(box := Box(*frame.box(*image.bounds)), frame) >= _SCAN
    ]
    shapes = [(order, Box(*frame.box(*bounds))) for order, bounds in objects.covers]
    pictures = [(image.order, Box(*frame.box(*image.bounds))) for image in objects.images if image.opaque]
    small = [(order, box, False) for order, box in shapes if _is_small(box, frame)]
    small += [(order, box, True) for order, box in pictures if _is_small(box, frame)]
    small = [one for one in small if one[0] <= objects.own]
    if not small:
        return []
    characters = placed(found, frame)
    signals: list[Signal] = []
    for order, box, is_picture in small:
        inside = [one for one in characters if one.box.share_inside(box) >= _INSIDE]
        under = [one for one in inside if one.order < order]
        over = [one for one in inside if one.order > order]
        on_scan = any(below < order and box.share_inside(scan) > 0.9 for below, scan in scans)
        told = _picture(under, box, on_scan=on_scan) if is_picture else _shape(under, over, on_scan=on_scan)
        if told is not None:
            signals.append(
                Signal(
                    code=SignalCode.IMAGE_PATCH,
                    message=told.format(page=number),
                    page=number,
                    box=on_page(box, frame),
                    text=_text(over) or _text(under),
                )
            )
    return signals if len(signals) <= MOST else []


def _share(box: Box, frame: Frame) -> float:
    width, height = frame.size
    return box.width * box.height / (width * height)


def _is_small(box: Box, frame: Frame) -> bool:
    return _share(box, frame) <= _SMALL and min(box.width, box.height) <= _LOW


def _shape(under: list[Placed], over: list[Placed], *, on_scan: bool) -> str | None:
    """What a shape with text on it hides. The same text again is a shadow or a highlight."""
    written, hidden = _text(over), _text(under)
    if not written or written == hidden or not (hidden or on_scan):
        return None
    below = messages.UNDER_COVER.format(text=_safe(hidden)) if hidden else ""
    return messages.TEXT_OVER_COVER.replace("{text}", _safe(written)).replace("{under}", below)


def _picture(under: list[Placed], box: Box, *, on_scan: bool) -> str | None:
    """What a picture hides: a word of text no lower than itself, or a spot of the scan."""
    if under and box.height <= _LINES * max(one.em for one in under):
        below = messages.UNDER_TEXT.format(text=_safe(_text(under)))
    elif on_scan and min(box.width, box.height) > 4:
        below = messages.UNDER_SCAN
    else:
        return None
    return messages.PICTURE_OVER.replace("{under}", below)


def _text(found: list[Placed]) -> str:
    return "".join(one.text for row in rows_of(found) for one in row)


def _safe(text: str) -> str:
    shown = text if len(text) <= 40 else text[:40] + "…"
    return shown.replace("{", "{{").replace("}", "}}")
