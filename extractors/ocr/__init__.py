"""Reads pixels: a page image becomes lines of text with their places, in one thread and without any network.

    page = read_image(pixels)            # numpy uint8 RGB, height x width x 3
    page.lines, page.turned, page.seals, page.problems
    read_seals(pixels)                   # the seals of an upright page alone
    recognise_lines([crop, crop])        # [(text, confidence), ...] with the small, fast weights

Importing this package is cheap; the engine loads at the first page.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.page import Seal
from extractors.ocr.page import OcrPage

if TYPE_CHECKING:
    from extractors.ocr.image import Pixels

__all__ = ["OcrPage", "has_seals", "read_image", "read_seals", "recognise_lines"]


def read_image(image: "Pixels") -> OcrPage:
    """The page's lines, seals and problems, with places in fractions of the upright page.

    `image` is RGB, uint8, height x width x 3, after EXIF, in any of four orientations. Raises
    `NotAnImage` where the array is none. Pages much longer than wide are the caller's to cut.
    """
    from extractors.ocr.reader import read_page_image

    return read_page_image(image)


def has_seals(image: "Pixels") -> bool:
    """Whether a page seems to carry seals. A small rendering is enough, and no model is asked."""
    from extractors.ocr.seals import find_seals

    return bool(find_seals(image))


def read_seals(image: "Pixels") -> tuple[Seal, ...]:
    """The seals of an upright page (RGB) whose lines need no OCR, with places in fractions of it."""
    from extractors.ocr.reader import read_seals as read

    return read(image)


def recognise_lines(crops: "Sequence[Pixels]") -> list[tuple[str, float]]:
    """Text and confidence of each crop (RGB, one upright line each), by the fast weights alone."""
    from extractors.ocr.engine import shared_engine

    return [(line.text, line.confidence) for line in shared_engine().recognise_fast(crops)]
