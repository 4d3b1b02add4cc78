"""Traces of editing that a file carries. Each is a signal with its innocent causes; what is not found proves nothing."""

import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.page import Signal
from extractors.readers.frame import Frame
from extractors.readers.pdf_objects import Handle, PageObjects
from extractors.readers.pdf_text import Character
from extractors.readers.traces_file import editor, pdf_editor, revisions
from extractors.readers.traces_fonts import foreign_fonts
from extractors.readers.traces_patches import patches

if TYPE_CHECKING:
    from PIL.Image import Image

_CREATOR_TOOL = re.compile(r"CreatorTool(?:=\"|>)([^\"<]{1,80})")
_SOFTWARE = 305
"""The EXIF tag that names the program."""


def in_pdf(path: Path, document: Handle) -> list[Signal]:
    """Traces in a PDF as a whole. Each names its page; what is of the file stands on the first."""
    return [*revisions(path, document), *pdf_editor(document)]


def on_pdf_page(
    found: Sequence[Character], objects: PageObjects, frame: Frame, number: int, *, filled: bool
) -> list[Signal]:
    """Traces on a page. `filled`: it has annotations, whose text has fonts and grounds of its own."""
    if filled:
        return []
    return [*foreign_fonts(found, frame, objects.fonts, number), *patches(found, objects, frame, number)]


def in_picture(image: "Image") -> list[Signal]:
    """Traces in a picture's metadata; none where that can't be read."""
    try:
        exif = image.getexif().get(_SOFTWARE)
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, struct.error):
        exif = None
    names = [exif, image.info.get("Software"), image.info.get("software")]
    xmp = image.info.get("xmp")
    if isinstance(xmp, bytes) and (tool := _CREATOR_TOOL.search(xmp.decode("utf-8", "replace"))):
        names.append(tool[1])
    return editor([name for name in names if isinstance(name, str)])
