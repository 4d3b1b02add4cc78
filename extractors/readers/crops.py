"""Reading a part of a page: the picture in a page of text, with its lines placed on the whole page."""

from typing import TYPE_CHECKING

from dossier.geometry import Box, Point, Quad
from dossier.page import Line
from extractors.readers.frame import turned_quad
from extractors.readers.pixels import recognise

if TYPE_CHECKING:
    from PIL.Image import Image


def lines_in_crop(image: "Image", box: Box) -> list[Line]:
    """What OCR reads within the box of an upright page, in fractions of the whole page."""
    left, top = round(box.x0 * image.width), round(box.y0 * image.height)
    right, bottom = round(box.x1 * image.width), round(box.y1 * image.height)
    if right - left < 16 or bottom - top < 16:
        return []
    found = recognise(image.crop((left, top, right, bottom)))
    lines: list[Line] = []
    for line in found.lines:
        quad = turned_quad(line.quad, -found.turned)
        placed = Quad(*(
            Point((left + point.x * (right - left)) / image.width, (top + point.y * (bottom - top)) / image.height)
            for point in quad
        ))  # fmt: skip
        lines.append(line.model_copy(update={"quad": placed}))
    return lines
