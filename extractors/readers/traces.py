"""Traces of editing that a file carries. Each is a signal with its innocent causes; what is not found proves nothing."""

import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.geometry import Box, Quad
from dossier.page import Signal, SignalCode
from extractors.readers import messages
from extractors.readers.frame import Frame, turned_quad
from extractors.readers.pdf_objects import Bounds, Handle, PageObjects, scanned_jpegs
from extractors.readers.pdf_text import Character
from extractors.readers.traces_file import editor, pdf_editor, revisions
from extractors.readers.traces_fonts import foreign_fonts
from extractors.readers.traces_patches import patches
from extractors.readers.traces_pixels import spots_in_jpeg

if TYPE_CHECKING:
    from PIL.Image import Image

_CREATOR_TOOL = re.compile(r"CreatorTool(?:=\"|>)([^\"<]{1,80})")
_SOFTWARE = 305
"""The EXIF tag that names the program."""
_ORIENTATION = 274
_ORIENTATIONS = {0: 0, 1: 0, 3: 180, 6: 90, 8: 270}
"""Degrees clockwise for the EXIF tag's values; mirrored pictures are left out."""
UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, struct.error)
"""What Pillow raises on metadata and pixels that make no sense."""


def in_pdf(path: Path, document: Handle) -> list[Signal]:
    """Traces in a PDF as a whole. Each names its page; what is of the file stands on the first."""
    return [*revisions(path, document), *pdf_editor(document)]


def on_pdf_page(found: Sequence[Character], objects: PageObjects, frame: Frame, number: int) -> list[Signal]:
    """Traces on a page. Annotations are left out: their text has fonts and grounds of its own."""
    own = [one for one in found if one.order <= objects.own]
    return [*foreign_fonts(own, frame, objects.fonts, number), *patches(own, objects, frame, number)]


def in_picture(image: "Image") -> list[Signal]:
    """Traces in a picture's metadata; none where that can't be read."""
    names = [_tag(image, _SOFTWARE), image.info.get("Software"), image.info.get("software")]
    xmp = image.info.get("xmp")
    if isinstance(xmp, bytes) and (tool := _CREATOR_TOOL.search(xmp.decode("utf-8", "replace"))):
        names.append(tool[1])
    return editor([name for name in names if isinstance(name, str)])


def in_jpeg(path: Path, image: "Image", turned: int) -> list[Signal]:
    """Spots of a JPEG that were painted on, on the upright page: after its EXIF and after `turned` degrees clockwise."""
    orientation = _tag(image, _ORIENTATION)
    degrees = _ORIENTATIONS.get(orientation if isinstance(orientation, int) else 1)
    if image.format != "JPEG" or degrees is None:
        return []
    return [_spot(turned_quad(Quad.from_box(spot), degrees + turned).box, 1) for spot in _spots(path)]


def in_scans(page: Handle, frame: Frame, number: int) -> list[Signal]:
    """The same in the scan that a PDF page shows."""
    return [
        _spot(frame.fractions(_within(bounds, spot)), number)
        for bounds, data in scanned_jpegs(page, frame)
        for spot in _spots(data)
    ]


def _spots(source: Path | bytes) -> list[Box]:
    try:
        return spots_in_jpeg(source)
    except UNREADABLE:
        return []


def _within(bounds: Bounds, spot: Box) -> Bounds:
    """A part of an upright picture, in points of the page, y up."""
    left, bottom, right, top = bounds
    width, height = right - left, top - bottom
    return left + spot.x0 * width, top - spot.y1 * height, left + spot.x1 * width, top - spot.y0 * height


def _spot(box: Box, number: int) -> Signal:
    return Signal(
        code=SignalCode.IMAGE_PATCH,
        message=messages.PAINTED_SPOT.format(page=number),
        page=number,
        box=box,
        text="",
    )


def _tag(image: "Image", tag: int) -> object:
    try:
        return image.getexif().get(tag)
    except UNREADABLE:
        return None
