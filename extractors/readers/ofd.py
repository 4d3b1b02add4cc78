"""OFD, the layout format of Chinese offices (GB/T 33190-2016): text at its places, rules, pictures, seals."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.geometry import Box
from dossier.page import Problem, ProblemCode
from extractors.readers import limits, messages
from extractors.readers.image import opened
from extractors.readers.layer import LayerLine, layer_line
from extractors.readers.layered import Picture, read_page
from extractors.readers.model import PageReading
from extractors.readers.ofd_drawing import draw
from extractors.readers.ofd_objects import POINTS, Drawn, OfdPicture, drawn_objects
from extractors.readers.ofd_package import OfdDocument, documents
from extractors.readers.packed import Package
from extractors.readers.runs import runs_of
from extractors.readers.tables import cells, vertical_rules

if TYPE_CHECKING:
    from PIL.Image import Image


class OfdPage:
    """One page. A `LayeredPage` that isn't checked: its pixels are drawn by us, from its text."""

    checked = False
    shapes = 0

    def __init__(self, document: OfdDocument, index: int, number: int) -> None:
        parts = document.page(index)
        self.number = number
        self.problems: list[Problem] = []
        self._size = parts.size
        self._drawn: Drawn = drawn_objects(parts)
        self._images: dict[int, Image] = {}
        for picture in self._drawn.pictures:
            image = self._load(document, picture)
            if image is not None:
                self._images[picture.order] = image

    def _load(self, document: OfdDocument, picture: OfdPicture) -> "Image | None":
        from PIL import Image

        data = picture.data if picture.data is not None else document.picture(picture.resource)
        if data is None:
            return None
        try:
            image = opened(io.BytesIO(data))
            if image.width * image.height <= limits.MAX_PIXELS:
                image.load()
                return image
            what = "像素过多"
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            what = "未知格式"
        message = messages.UNREADABLE_PICTURE.format(place=f"第{self.number}页的图片", what=what)
        self.problems.append(
            Problem(code=ProblemCode.UNSUPPORTED, message=message, page=self.number, fatal=False)
        )
        return None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self._size[0] * POINTS, self._size[1] * POINTS

    def text_turn(self) -> int:
        """Pages are stored upright."""
        return 0

    def lines(self, turned: int) -> list[LayerLine]:
        """The runs of text. A page that OCR turned has its text lines as they are stored."""
        rules = vertical_rules(self._drawn.rules)
        return [layer_line(run, self.size, turned) for run in runs_of(self._drawn.glyphs, rules)]

    def cells(self, turned: int) -> list[Box]:
        """The cells of ruled tables."""
        if turned:
            return []
        width, height = self.size
        return [
            Box(cell.x0 / width, cell.y0 / height, cell.x1 / width, cell.y1 / height)
            for cell in cells(self._drawn.rules)
        ]

    def pictures(self, turned: int) -> list[Picture]:
        """The pictures that could be loaded, seals left out."""
        width, height = self.size
        found: list[Picture] = []
        for picture in self._drawn.pictures:
            image = self._images.get(picture.order)
            if image is None or picture.data is not None or turned:
                continue
            x0, x1 = (min(1.0, max(0.0, x / width)) for x in (picture.box.x0, picture.box.x1))
            y0, y1 = (min(1.0, max(0.0, y / height)) for y in (picture.box.y0, picture.box.y1))
            found.append(
                Picture(Box(x0, y0, x1, y1), picture.order, image.mode in ("RGB", "L", "1"), image.size)
            )
        return found

    def covers(self, turned: int) -> list[tuple[int, Box]]:
        """Opaque pictures; what is under them can't be seen in the drawn pixels either."""
        return [(picture.order, picture.box) for picture in self.pictures(turned) if picture.opaque]

    def pixels(self, scale: float, *, grey: bool = False) -> "Image":
        """The page as we draw it."""
        image = draw(self._drawn, self._images, self.size, scale)
        return image.convert("L") if grey else image


class OfdSource:
    """An opened OFD file; the pages of all its documents, one after the other."""

    def __init__(self, path: Path) -> None:
        self.problems: list[Problem] = []
        self._package = Package(path)
        try:
            self._pages = [
                (document, index)
                for document in documents(self._package)
                for index in range(document.page_count)
            ]
        except BaseException:
            self._package.close()
            raise

    @property
    def page_count(self) -> int:
        """Pages of all documents."""
        return len(self._pages)

    def _page(self, index: int) -> OfdPage:
        document, inner = self._pages[index]
        return OfdPage(document, inner, index + 1)

    def read(self, index: int) -> PageReading:
        """The page's lines; scans in it are read by OCR."""
        page = self._page(index)
        reading = read_page(page)
        return reading.model_copy(update={"problems": (*page.problems, *reading.problems)})

    def render(self, index: int, dpi: int) -> "Image":
        """The page as we draw it: text in an installed font."""
        return self._page(index).pixels(dpi / 72)

    def close(self) -> None:
        """Lets go of the file."""
        self._package.close()
