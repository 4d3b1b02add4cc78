"""PDF: opening, page geometry and rendering, by PDFium. What is read from a page is decided in `layered`."""

import ctypes
from pathlib import Path
from typing import TYPE_CHECKING

from pypdfium2 import raw

from dossier.geometry import Box
from dossier.page import Problem, Signal
from extractors.readers import limits, messages
from extractors.readers.errors import CorruptFile, EncryptedFile, TruncatedFile
from extractors.readers.frame import Frame
from extractors.readers.layer import LayerLine
from extractors.readers.layered import Picture, read_page
from extractors.readers.model import PageReading
from extractors.readers.pdf_objects import Handle, PageObjects, page_objects
from extractors.readers.pdf_text import Character, characters, layer_lines, text_turn
from extractors.readers.tables import cells, vertical_rules
from extractors.readers.traces import in_pdf, in_scans, on_pdf_page

if TYPE_CHECKING:
    from PIL.Image import Image

_NO_ROTATION = 0


class PdfPage:
    """One open page: its objects, its characters, its pixels. A `LayeredPage`."""

    checked = True

    def __init__(self, document: Handle, handle: Handle, index: int) -> None:
        self.number = index + 1
        self._document = document
        self.handle = handle
        own = raw.FPDFPage_CountObjects(handle)
        if raw.FPDFPage_GetAnnotCount(handle) > 0:
            # Stamps and filled form fields become part of the page (in memory), as they are for whoever sees it.
            raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY)
            raw.FPDF_ClosePage(handle)
            self.handle = raw.FPDF_LoadPage(document, index)
        self._text_page = raw.FPDFText_LoadPage(self.handle)
        self._objects: PageObjects = page_objects(self.handle, own)
        self._characters: list[Character] = (
            characters(self._text_page, self._objects) if self._text_page else []
        )
        self._rotate = raw.FPDFPage_GetRotation(self.handle) % 4 * 90

    def frame(self, turned: int = 0) -> Frame:
        """The page's geometry when it is turned clockwise by so much after its own /Rotate."""
        box = raw.FS_RECTF()
        if not raw.FPDF_GetPageBoundingBox(self.handle, ctypes.byref(box)):
            box.left, box.bottom, box.right, box.top = 0, 0, *self.size
        return Frame(
            box.left,
            box.bottom,
            max(box.right, box.left + 1),
            max(box.top, box.bottom + 1),
            self._rotate + turned,
        )

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points after /Rotate."""
        width, height = raw.FPDF_GetPageWidthF(self.handle), raw.FPDF_GetPageHeightF(self.handle)
        return max(width, 1.0), max(height, 1.0)

    @property
    def shapes(self) -> int:
        """How many curved shapes are drawn."""
        return self._objects.shapes

    def text_turn(self) -> int:
        """The turn, after /Rotate, by which most text stands upright."""
        return text_turn(self._characters, self._rotate)

    def lines(self, turned: int) -> list[LayerLine]:
        """The runs of the text layer on the page as turned."""
        return layer_lines(self._characters, self.frame(turned), vertical_rules(self._rules(turned)))

    def cells(self, turned: int) -> list[Box]:
        """The cells of ruled tables, in fractions of the page as turned."""
        width, height = self.frame(turned).size
        return [
            Box(cell.x0 / width, cell.y0 / height, cell.x1 / width, cell.y1 / height)
            for cell in cells(self._rules(turned))
        ]

    def _rules(self, turned: int) -> list[Box]:
        frame = self.frame(turned)
        return [Box(*frame.box(*rule)) for rule in self._objects.rules]

    def traces(self, turned: int) -> list[Signal]:
        """Traces of editing in what the page draws, on the page as turned."""
        frame = self.frame(turned)
        drawn = on_pdf_page(self._characters, self._objects, frame, self.number)
        return [*drawn, *in_scans(self.handle, frame, self.number)]

    def pictures(self, turned: int) -> list[Picture]:
        """The pictures, in fractions of the page as turned."""
        frame = self.frame(turned)
        return [
            Picture(frame.fractions(image.bounds), image.order, image.opaque, image.pixels)
            for image in self._objects.images
        ]

    def covers(self, turned: int) -> list[tuple[int, Box]]:
        """Pictures and filled shapes."""
        frame = self.frame(turned)
        shapes = [(order, frame.fractions(bounds)) for order, bounds in self._objects.covers]
        return [*shapes, *((picture.order, picture.box) for picture in self.pictures(turned))]

    def pixels(self, scale: float, *, grey: bool = False) -> "Image":
        """The page after /Rotate, white behind; `scale` is pixels a point."""
        from PIL import Image

        width, height = (max(1, round(side * scale)) for side in self.size)
        channels = 1 if grey else 3
        stride = (width * channels + 3) // 4 * 4
        buffer = ctypes.create_string_buffer(stride * height)
        bitmap = raw.FPDFBitmap_CreateEx(
            width, height, raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGR, buffer, stride
        )
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if grey else 0)
            raw.FPDF_RenderPageBitmap(bitmap, self.handle, 0, 0, width, height, _NO_ROTATION, flags)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        if grey:
            return Image.frombuffer("L", (width, height), buffer.raw, "raw", "L", stride, 1)
        return Image.frombuffer("RGB", (width, height), buffer.raw, "raw", "BGR", stride, 1)

    def close(self) -> None:
        """Lets go of the page."""
        if self._text_page:
            raw.FPDFText_ClosePage(self._text_page)
        raw.FPDF_ClosePage(self.handle)


class PdfSource:
    """An opened PDF. The empty password is tried, as every viewer does."""

    def __init__(self, path: Path) -> None:
        raw.FPDF_InitLibrary()
        self._path = path
        self._traces: list[Signal] | None = None
        whole = _ends_well(path)
        self._document = raw.FPDF_LoadDocument(str(path).encode() + b"\x00", None)
        if not self._document:
            error = raw.FPDF_GetLastError()
            if error in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
                raise EncryptedFile(messages.ENCRYPTED_PDF)
            if not whole:
                raise TruncatedFile(messages.TRUNCATED)
            raise CorruptFile(messages.CORRUPT)
        pages = raw.FPDF_GetPageCount(self._document)
        self.problems: list[Problem] = []
        if pages == 0:
            self.close()
            raise CorruptFile(messages.CORRUPT) if whole else TruncatedFile(messages.TRUNCATED)
        if not whole:
            self.problems.append(TruncatedFile(messages.TRUNCATED_PARTLY).problem(fatal=False))
        self.page_count = pages

    def page(self, index: int) -> PdfPage:
        """An open page; the caller closes it."""
        handle = raw.FPDF_LoadPage(self._document, index)
        if not handle:
            raise CorruptFile(messages.CORRUPT_PAGE.format(page=index + 1))
        return PdfPage(self._document, handle, index)

    def read(self, index: int) -> PageReading:
        """The page's lines, from its text layer, its pixels, or both, and its traces of editing."""
        page = self.page(index)
        try:
            reading = read_page(page)
            traces = [*page.traces(reading.page.turned), *self.of_file(index + 1)]
        finally:
            page.close()
        return reading.model_copy(update={"signals": (*reading.signals, *traces)})

    def of_file(self, number: int) -> list[Signal]:
        """The traces in the file as a whole that lie on a page."""
        if self._traces is None:
            self._traces = in_pdf(self._path, self._document)
        return [trace for trace in self._traces if trace.page == number]

    def render(self, index: int, dpi: int) -> "Image":
        """The page as RGB pixels, /Rotate applied."""
        page = self.page(index)
        try:
            scale = min(dpi / 72, (limits.MAX_PIXELS / 4 / (page.size[0] * page.size[1])) ** 0.5)
            return page.pixels(scale)
        finally:
            page.close()

    def close(self) -> None:
        """Lets go of the file."""
        if self._document:
            raw.FPDF_CloseDocument(self._document)
            self._document = None


def _ends_well(path: Path) -> bool:
    """Whether the file's end is there. Some programs append a few bytes behind it."""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 4096))
        return b"%%EOF" in file.read()
