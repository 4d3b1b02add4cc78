"""Sources whose pages are laid out by us: text pages first, then the pictures pasted into the document."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.page import Problem, ProblemCode
from extractors.readers import limits, messages
from extractors.readers.errors import EmptyFile
from extractors.readers.layout import LaidOut, Row, lay_out
from extractors.readers.model import PageReading

if TYPE_CHECKING:
    from PIL.Image import Image

MIN_PICTURE_SIDE = 60
MIN_PICTURE_PIXELS = 30_000
"""Smaller pictures are logos and bullets."""

TELLING_BYTES = 4_000
"""A picture that can't be read is told from this size on."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a document: its bytes, and its place as a person would name it."""

    data: bytes
    locator: str


class LaidOutSource:
    """A document without pages of its own, as rows of text and pictures."""

    def __init__(
        self, rows: Sequence[Row], pictures: Sequence[Picture], problems: Sequence[Problem] = ()
    ) -> None:
        self.problems: list[Problem] = list(problems)
        self._pictures = [picture for picture in pictures if self._usable(picture)]
        self._pages: list[LaidOut] = lay_out(rows)
        if not self._pages[0].page.lines:
            self._pages = []
            if not self._pictures and not self.problems:
                raise EmptyFile(messages.EMPTY_CONTENT)

    @property
    def page_count(self) -> int:
        """Text pages and pictures."""
        return len(self._pages) + len(self._pictures)

    def read(self, index: int) -> PageReading:
        """A text page, or a picture by OCR."""
        if index < len(self._pages):
            return PageReading(page=self._pages[index].page)
        from extractors.readers.pixels import read_pixels

        picture = self._pictures[index - len(self._pages)]
        return read_pixels(open_picture(picture.data), index + 1, picture.locator)

    def render(self, index: int, dpi: int) -> "Image":
        """The page drawn in our layout, or the picture."""
        if index >= len(self._pages):
            return open_picture(self._pictures[index - len(self._pages)].data)
        from extractors.readers.drawing import draw_page

        return draw_page(self._pages[index], dpi)

    def close(self) -> None:
        """Nothing is held open."""

    def _usable(self, picture: Picture) -> bool:
        """Whether it can be read and is large enough to hold text; a format that can't is told."""
        from PIL import Image

        from extractors.readers.image import opened

        try:
            with opened(io.BytesIO(picture.data), "WMF") as image:
                width, height = image.size
                what = image.format or ""
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            width = height = 0
            what = "未知格式"
        if what in ("WMF", "EMF", "未知格式"):
            if len(picture.data) > TELLING_BYTES:
                message = messages.UNREADABLE_PICTURE.format(place=picture.locator, what=what)
                self.problems.append(Problem(code=ProblemCode.UNSUPPORTED, message=message, fatal=False))
            return False
        return (
            min(width, height) >= MIN_PICTURE_SIDE
            and MIN_PICTURE_PIXELS <= width * height <= limits.MAX_PIXELS
        )


def open_picture(data: bytes) -> "Image":
    """A picture's pixels, upright by its EXIF, RGB."""
    from PIL import ImageOps

    from extractors.readers.image import as_rgb, opened

    image = opened(io.BytesIO(data))
    image.load()
    return as_rgb(ImageOps.exif_transpose(image))
