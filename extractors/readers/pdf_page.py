"""How a PDF page is read: by its text layer where that agrees with the pixels, else by OCR.

- A page that is mostly one picture is a scan: its pixels are read, and a text layer only compared with them.
- Text that leaves no ink (hidden, covered, off the page) isn't counted.
- Visible text is believed after a few lines of it, those with numbers and of each font first, were seen in the pixels.
- Large pictures on a page of text are read beside it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from dossier.geometry import Box
from dossier.page import Line, Page, Problem, ProblemCode, Signal, SignalCode
from extractors.readers import messages
from extractors.readers.agreement import garbled, substance
from extractors.readers.frame import Frame
from extractors.readers.layer_check import Verdict, check_lines, choose_samples
from extractors.readers.layer_merge import merge
from extractors.readers.model import PageReading
from extractors.readers.pdf import PdfPage
from extractors.readers.pdf_objects import Bounds, ImageObject
from extractors.readers.pdf_tables import cells, join_wrapped, vertical_rules
from extractors.readers.pdf_text import LayerLine, layer_lines, text_turn
from extractors.readers.pixels import fingerprint, page_of, recognise, turned_image

if TYPE_CHECKING:
    pass

CHECK_SCALE = 150 / 72
READ_SCALE = 200 / 72
SCAN_SHARE = 0.5
"""Share of the page that pictures cover from which it is read as a scan."""
PICTURE_SHARE = 0.04
"""Share of the page from which a picture on a page of text is read too."""
OUTLINES = 60
"""Curved shapes from which a page may carry text drawn as outlines."""
CONTRAST = 24
"""Grey levels within a line's box below which nothing can be seen there."""
HIDDEN_SUBSTANCE = 6
"""Characters of hidden text from which it is told."""

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place on the upright page, in fractions, and its drawing order."""

    box: Box
    order: int
    opaque: bool
    pixels: tuple[int, int]


def read_page(page: PdfPage) -> PageReading:
    """The page's lines, problems and signals."""
    turned = text_turn(page.characters, page.rotate)
    frame = page.frame(turned)
    lines = page_lines(page, frame)
    pictures = [_picture(image, frame) for image in page.objects.images]
    text = "".join(line.text for line in lines)
    if not substance(text) or garbled(text) or page.objects.shapes >= OUTLINES or _covered(pictures) >= SCAN_SHARE:
        return _read_as_scan(page, [] if garbled(text) else lines, pictures)
    return _read_as_text(page, frame, turned, lines, pictures)


def page_lines(page: PdfPage, frame: Frame) -> list[LayerLine]:
    """The runs of the text layer on the page as the frame turns it."""
    return layer_lines(page.characters, frame, vertical_rules(_rules(page, frame)))


def _rules(page: PdfPage, frame: Frame) -> list[Box]:
    return [Box(*frame.box(*rule)) for rule in page.objects.rules]


def _picture(image: ImageObject, frame: Frame) -> Picture:
    return Picture(_on_page(image.bounds, frame), image.order, image.opaque, image.pixels)


def _on_page(bounds: Bounds, frame: Frame) -> Box:
    width, height = frame.size
    x0, y0, x1, y1 = frame.box(*bounds)
    x0, x1 = (min(1.0, max(0.0, x / width)) for x in (x0, x1))
    y0, y1 = (min(1.0, max(0.0, y / height)) for y in (y0, y1))
    return Box(x0, y0, max(x0, x1), max(y0, y1))


def _covered(pictures: list[Picture]) -> float:
    """Share of the page that pictures cover, counted on a grid; scanners cut pages into strips."""
    grid = np.zeros((60, 60), bool)
    for picture in pictures:
        x0, y0, x1, y1 = (round(edge * 60) for edge in picture.box)
        grid[y0:y1, x0:x1] = True
    return float(grid.mean())


def _read_as_text(
    page: PdfPage, frame: Frame, turned: int, lines: list[LayerLine], pictures: list[Picture]
) -> PageReading:
    image = turned_image(page.pixels(CHECK_SCALE, grey=True), turned)
    grey = np.asarray(image)
    shown: list[LayerLine] = []
    hidden: list[LayerLine] = []
    for line in lines:
        (shown if _seen(line, grey) else hidden).append(line)
    doubtful = _doubtful(shown, page, frame, pictures)
    verdicts = check_lines(grey, choose_samples(shown, doubtful))
    if any(verdict is Verdict.DIFFERS for _, verdict in verdicts):
        return _read_as_scan(page, lines, pictures)
    untold = [line for line, verdict in verdicts if verdict is Verdict.UNSURE]
    if len(untold) * 2 > len(verdicts) and len(untold) > 1:
        return _read_as_scan(page, lines, pictures)
    table = cells(_rules(page, frame))
    found = [as_line(line) for line in (join_wrapped(shown, table, frame.size) if table else shown)]
    problems: list[Problem] = []
    for picture in pictures:
        if picture.box.width * picture.box.height >= PICTURE_SHARE and min(picture.pixels) >= 40:
            found.extend(_read_picture(page, turned, picture.box, found))
    if not found:
        problems.append(blank_page(page.number))
    origins = {line.origin for line in found}
    result = Page(
        number=page.number,
        width=image.width,
        height=image.height,
        origin="mixed" if len(origins) > 1 else next(iter(origins), "none"),
        lines=tuple(found),
        turned=as_turn(turned),
        fingerprint=fingerprint(image),
    )
    return PageReading(page=result, problems=tuple(problems), signals=tuple(hidden_text(page.number, hidden)))


def _seen(line: LayerLine, grey: Grey) -> bool:
    """Whether the line is drawn, on the page, and leaves ink there."""
    if not (line.visible and line.on_page):
        return False
    part = _part(grey, line.box)
    return part.size > 0 and int(part.max()) - int(part.min()) >= CONTRAST


def _part(grey: Grey, box: Box) -> Grey:
    height, width = grey.shape[:2]
    return grey[int(box.y0 * height) : int(box.y1 * height) + 1, int(box.x0 * width) : int(box.x1 * width) + 1]


def _doubtful(lines: list[LayerLine], page: PdfPage, frame: Frame, pictures: list[Picture]) -> list[LayerLine]:
    """Lines over which something was drawn later, and lines that stand on one another."""
    covers = [(picture.order, picture.box) for picture in pictures]
    covers.extend((order, _on_page(bounds, frame)) for order, bounds in page.objects.covers)
    doubtful: list[LayerLine] = []
    for index, line in enumerate(lines):
        if any(order > line.order and _inside(line.box, box) > 0.3 for order, box in covers):
            doubtful.append(line)
        elif any(
            _inside(line.box, other.box) > 0.5 and line.text != other.text
            for other in lines[max(0, index - 4) : index + 5]
            if other is not line
        ):
            doubtful.append(line)
    return doubtful


def _inside(box: Box, other: Box) -> float:
    """Share of a box that lies in the other."""
    width = min(box.x1, other.x1) - max(box.x0, other.x0)
    height = min(box.y1, other.y1) - max(box.y0, other.y0)
    area = box.width * box.height
    return max(0.0, width) * max(0.0, height) / area if area > 0 else 0.0


def _read_picture(page: PdfPage, turned: int, box: Box, known: list[Line]) -> list[Line]:
    """The lines in a picture on a page of text, less those that the text layer has already."""
    from extractors.readers.crops import lines_in_crop

    image = turned_image(page.pixels(READ_SCALE), turned)
    lines = lines_in_crop(image, box)
    return [line for line in lines if not any(_inside(line.box, other.box) > 0.5 for other in known)]


def _read_as_scan(page: PdfPage, lines: list[LayerLine], pictures: list[Picture]) -> PageReading:
    image = page.pixels(scan_scale(page, pictures))
    found = recognise(image)
    upright = turned_image(image, found.turned)
    if not lines:
        return page_of(found, image, page.number, found.lines)
    if text_turn(page.characters, page.rotate) != found.turned:
        lines = page_lines(page, page.frame(found.turned))
    merged = merge(page.number, lines, found.lines, np.asarray(upright.convert("L")))
    reading = page_of(found, image, page.number, merged.lines)
    hidden = hidden_text(page.number, merged.unseen)
    return reading.model_copy(update={"signals": (*merged.signals, *hidden)})


def scan_scale(page: PdfPage, pictures: list[Picture]) -> float:
    """Pixels a point for reading a scan: 200 dpi, less where the picture has fewer, more where the page is small."""
    longest = max(page.size)
    native = max((max(picture.pixels) / max(picture.box.width * page.size[0], picture.box.height * page.size[1], 1.0)
                  for picture in pictures if picture.box.width * picture.box.height > 0.2), default=READ_SCALE)  # fmt: skip
    wanted = min(max(READ_SCALE, 1600 / longest), max(native, 1000 / longest))
    return min(wanted, 4000 / longest)


def as_line(line: LayerLine) -> Line:
    """A run of the text layer as a Line."""
    return Line(text=line.text, quad=line.quad, confidence=1.0, origin="text")


def as_turn(degrees: int) -> Literal[0, 90, 180, 270]:
    """The turn as the model types it."""
    turns: tuple[Literal[0, 90, 180, 270], ...] = (0, 90, 180, 270)
    return turns[degrees // 90 % 4]


def blank_page(number: int) -> Problem:
    """The problem of a page without anything on it."""
    return Problem(
        code=ProblemCode.BLANK_PAGE, message=messages.BLANK_PAGE.format(page=number), page=number, fatal=False
    )


def hidden_text(number: int, hidden: list[LayerLine]) -> list[Signal]:
    """One signal for the text of a page that can't be seen, where there is enough of it."""
    text = " ".join(line.text for line in hidden)
    if substance(text) < HIDDEN_SUBSTANCE:
        return []
    shown = text if len(text) <= 60 else text[:60] + "…"
    on_page = [line.box for line in hidden if line.on_page]
    return [
        Signal(
            code=SignalCode.TEXT_LAYER_MISMATCH,
            message=messages.HIDDEN_TEXT.format(page=number, layer=shown),
            page=number,
            box=_union(on_page) if on_page else None,
            text=text[:500],
        )
    ]


def _union(boxes: list[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole
