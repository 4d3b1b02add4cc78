"""Pixels become a page: OCR of an image, its fingerprint, and what OCR found wrong with it."""

from typing import TYPE_CHECKING

from dossier.page import Line, Origin, Page, Problem, ProblemCode
from extractors.readers import limits, messages
from extractors.readers.model import PageReading
from extractors.readers.photos import photo_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    from extractors.ocr import OcrPage

_FINGERPRINT_SIDE = 256


def fingerprint(image: "Image") -> str:
    """Perceptual hash of an upright page, hexadecimal."""
    import imagehash

    small = image.convert("L") if image.mode != "L" else image
    factor = max(small.size) // _FINGERPRINT_SIDE
    if factor > 1:
        small = small.reduce(factor)
    return str(imagehash.phash(small))


def readable(image: "Image") -> "NDArray[np.uint8]":
    """The image as OCR takes it: RGB, not larger than OCR has use for."""
    import numpy as np

    longest = max(image.size)
    if longest > limits.MAX_READ_SIDE:
        factor = limits.MAX_READ_SIDE / longest
        size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
        image = image.resize(size, reducing_gap=3.0)
    return np.array(image.convert("RGB"))


def recognise(image: "Image") -> "OcrPage":
    """What OCR makes of the image."""
    from extractors import ocr

    return ocr.read_image(readable(image))


def turned_image(image: "Image", degrees: int) -> "Image":
    """The image turned clockwise."""
    from PIL import Image

    match degrees % 360:
        case 90:
            return image.transpose(Image.Transpose.ROTATE_270)
        case 180:
            return image.transpose(Image.Transpose.ROTATE_180)
        case 270:
            return image.transpose(Image.Transpose.ROTATE_90)
        case _:
            return image


def origin_of(lines: tuple[Line, ...]) -> Origin:
    """Where the lines came from, as a page tells it."""
    origins: set[Origin] = {line.origin for line in lines}
    if len(origins) > 1:
        return "mixed"
    return origins.pop() if origins else "none"


def read_pixels(image: "Image", number: int, locator: str | None = None) -> PageReading:
    """The page that the image is. `locator` names its place where the format has no pages."""
    found = recognise(image)
    return page_of(found, image, number, found.lines, locator)


def page_of(
    found: "OcrPage", image: "Image", number: int, lines: tuple[Line, ...], locator: str | None = None
) -> PageReading:
    """A page of OCR's making with the given lines."""
    if locator is not None:
        lines = tuple(line.model_copy(update={"locator": locator}) for line in lines)
    upright = turned_image(image, found.turned)
    page = Page(
        number=number,
        width=found.width,
        height=found.height,
        origin=origin_of(lines),
        lines=lines,
        turned=found.turned,
        fingerprint=fingerprint(upright),
        seals=found.seals,
        photo=photo_of(upright, lines),
    )
    problems = tuple(
        blank_page(number)
        if problem.code is ProblemCode.BLANK_PAGE
        else problem.model_copy(update={"page": number})
        for problem in found.problems
    )
    return PageReading(page=page, problems=problems)


def blank_page(number: int) -> Problem:
    """The problem of a page without anything on it: no harm where others aren't blank, such as a back side."""
    return Problem(
        code=ProblemCode.BLANK_PAGE, message=messages.BLANK_PAGE.format(page=number), page=number, fatal=False
    )
