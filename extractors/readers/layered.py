"""How a page with a text layer is read: by that where it agrees with the pixels, else by OCR. PDF and OFD.

- A page that is mostly one picture is a scan: its pixels are read, and a text layer only compared with them.
- Text that leaves no ink (hidden, covered, off the page) isn't counted.
- Visible text is believed after a few lines of it, those with numbers and of each font first, were seen in the pixels.
- Large pictures on a page of text are read beside it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from dossier.geometry import Box, around
from dossier.page import Line, Page, Problem, Signal, SignalCode
from extractors.readers import messages
from extractors.readers.agreement import garbled, substance
from extractors.readers.layer import LayerLine
from extractors.readers.layer_check import Verdict, check_lines, choose_samples
from extractors.readers.layer_merge import merge
from extractors.readers.model import PageReading
from extractors.readers.page_seals import seals_of
from extractors.readers.pixels import blank_page, fingerprint, origin_of, page_of, recognise, turned_image
from extractors.readers.tables import join_wrapped, may_be_wrapped

if TYPE_CHECKING:
    pass

if TYPE_CHECKING:
    from PIL.Image import Image

CHECK_SCALE = 150 / 72
LEAST_SCALE = 100 / 72
CLOSER_SCALE = 300 / 72
CHECK_TYPE = 21.0
"""Height of the type in pixels that the check asks for."""
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
COVERED_SUBSTANCE = 2
"""The same for text that other text was written over."""

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place on the upright page, in fractions, its drawing order, and its size in pixels."""

    box: Box
    order: int
    opaque: bool
    pixels: tuple[int, int]


class LayeredPage(Protocol):
    """A page of text and pictures. `turned`: degrees clockwise by which the stored page is turned to stand upright."""

    number: int
    checked: bool
    """Whether the text is to be checked against the pixels: not where the pixels were drawn from the text by us."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as stored."""
        ...

    @property
    def shapes(self) -> int:
        """How many curved shapes are drawn: letters as outlines, charts."""
        ...

    def text_turn(self) -> int:
        """The turn by which most text stands upright."""
        ...

    def lines(self, turned: int) -> list[LayerLine]:
        """The runs of the text layer."""
        ...

    def cells(self, turned: int) -> list[Box]:
        """The cells of ruled tables, in fractions of the page."""
        ...

    def pictures(self, turned: int) -> list[Picture]:
        """The pictures."""
        ...

    def covers(self, turned: int) -> list[tuple[int, Box]]:
        """Drawing order and box of all that may hide what was drawn before."""
        ...

    def pixels(self, scale: float, *, grey: bool = False) -> "Image":
        """The page as stored, `scale` pixels a point."""
        ...


def read_page(page: LayeredPage) -> PageReading:
    """The page's lines, problems and signals."""
    turned = page.text_turn()
    lines = page.lines(turned)
    pictures = page.pictures(turned)
    text = "".join(line.text for line in lines)
    if not (lines or pictures or page.shapes) and (blank := _blank(page)) is not None:
        return blank
    if not substance(text) or garbled(text) or page.shapes >= OUTLINES or _covered(pictures) >= SCAN_SHARE:
        return _read_as_scan(page, [] if garbled(text) else lines, turned, pictures)
    return _read_as_text(page, turned, lines, pictures)


def _blank(page: LayeredPage) -> PageReading | None:
    """The page as a blank one, where its pixels are all alike; OCR isn't asked then."""
    image = page.pixels(CHECK_SCALE, grey=True)
    low, high = image.getextrema()
    if low != high:
        return None
    result = Page(
        number=page.number,
        width=image.width,
        height=image.height,
        origin="none",
        lines=(),
        fingerprint=fingerprint(image),
    )
    return PageReading(page=result, problems=(blank_page(page.number),))


def _covered(pictures: list[Picture]) -> float:
    """Share of the page that pictures cover, counted on a grid; scanners cut pages into strips."""
    grid = np.zeros((60, 60), bool)
    for picture in pictures:
        x0, y0, x1, y1 = (round(edge * 60) for edge in picture.box)
        grid[y0:y1, x0:x1] = True
    return float(grid.mean())


def _read_as_text(
    page: LayeredPage, turned: int, lines: list[LayerLine], pictures: list[Picture]
) -> PageReading:
    image = turned_image(page.pixels(check_scale(lines), grey=True), turned)
    grey = np.asarray(image)
    shown: list[LayerLine] = []
    hidden: list[LayerLine] = []
    for line in lines:
        (shown if _seen(line, grey) else hidden).append(line)
    if page.checked and not _agrees(page, turned, grey, shown):
        return _read_as_scan(page, lines, turned, pictures)
    table = page.cells(turned) if may_be_wrapped(shown) else []
    found = [
        as_line(line) for line in (join_wrapped(shown, table, image.width / image.height) if table else shown)
    ]
    problems: list[Problem] = []
    for picture in pictures:
        if picture.box.width * picture.box.height >= PICTURE_SHARE and min(picture.pixels) >= 40:
            found.extend(_read_picture(page, turned, picture.box, found))
    if not found:
        problems.append(blank_page(page.number))
    result = Page(
        number=page.number,
        width=image.width,
        height=image.height,
        origin=origin_of(tuple(found)),
        lines=tuple(found),
        turned=as_turn(turned),
        fingerprint=fingerprint(image),
        seals=seals_of(page, turned, [picture.box for picture in pictures]),
    )
    said = _squeezed("".join(line.text for line in shown))
    telling = [line for line in hidden if _squeezed(line.text) not in said]
    return PageReading(
        page=result, problems=tuple(problems), signals=tuple(hidden_text(page.number, telling))
    )


def _squeezed(text: str) -> str:
    """The text without white space. What the page says openly too, as a faint watermark does, hides nothing."""
    return "".join(text.split())


def _agrees(page: LayeredPage, turned: int, grey: Grey, lines: list[LayerLine]) -> bool:
    """Whether the sampled lines say what the pixels show, as far as the fast weights can tell."""

    def closer() -> Grey:
        return np.asarray(turned_image(page.pixels(CLOSER_SCALE, grey=True), turned))

    samples = choose_samples(lines, _doubtful(lines, page.covers(turned)))
    verdicts = [verdict for _, verdict in check_lines(grey, samples, closer)]
    unsure = verdicts.count(Verdict.UNSURE)
    return Verdict.DIFFERS not in verdicts and (unsure < 2 or unsure * 2 <= len(verdicts))


def _seen(line: LayerLine, grey: Grey) -> bool:
    """Whether the line is drawn, on the page, and leaves ink there."""
    if not (line.visible and line.on_page):
        return False
    part = _part(grey, line.box)
    return part.size > 0 and int(part.max()) - int(part.min()) >= CONTRAST


def _part(grey: Grey, box: Box) -> Grey:
    height, width = grey.shape[:2]
    return grey[
        int(box.y0 * height) : int(box.y1 * height) + 1, int(box.x0 * width) : int(box.x1 * width) + 1
    ]


def _doubtful(lines: list[LayerLine], covers: list[tuple[int, Box]]) -> list[LayerLine]:
    """Lines over which something was drawn later, and lines that stand on one another."""
    doubtful: list[LayerLine] = []
    for index, line in enumerate(lines):
        if any(order > line.order and line.box.share_inside(box) > 0.3 for order, box in covers) or any(
            line.box.share_inside(other.box) > 0.5 and line.text != other.text
            for other in lines[max(0, index - 4) : index + 5]
            if other is not line
        ):
            doubtful.append(line)
    return doubtful


def _read_picture(page: LayeredPage, turned: int, box: Box, known: list[Line]) -> list[Line]:
    """The lines in a picture on a page of text, less those that the text layer has already."""
    from extractors.readers.crops import lines_in_crop

    image = turned_image(page.pixels(READ_SCALE), turned)
    lines = lines_in_crop(image, box)
    return [line for line in lines if not any(line.box.share_inside(other.box) > 0.5 for other in known)]


def _read_as_scan(
    page: LayeredPage, lines: list[LayerLine], turned: int, pictures: list[Picture]
) -> PageReading:
    image = page.pixels(scan_scale(page, pictures))
    found = recognise(image)
    upright = turned_image(image, found.turned)
    if not lines:
        return page_of(found, image, page.number, found.lines)
    if turned != found.turned:
        lines = page.lines(found.turned)
    merged = merge(page.number, lines, found.lines, np.asarray(upright.convert("L")))
    reading = page_of(found, image, page.number, merged.lines)
    said = _squeezed("".join(line.text for line in merged.lines))
    covered, hidden = (
        hidden_text(page.number, [line for line in group if _squeezed(line.text) not in said], least)
        for group, least in ((merged.covered, COVERED_SUBSTANCE), (merged.unseen, HIDDEN_SUBSTANCE))
    )
    return reading.model_copy(update={"signals": (*merged.signals, *covered, *hidden)})


def check_scale(lines: list[LayerLine]) -> float:
    """Pixels a point for the check: 150 dpi, less where nearly all type is large."""
    sizes = sorted(line.size for line in lines)
    return min(CHECK_SCALE, max(LEAST_SCALE, CHECK_TYPE / max(sizes[len(sizes) // 8], 1.0)))


def scan_scale(page: LayeredPage, pictures: list[Picture]) -> float:
    """Pixels a point for reading a scan: 200 dpi, less where the picture has fewer, more where the page is small."""
    longest = max(page.size)
    native = READ_SCALE
    large = [picture for picture in pictures if picture.box.width * picture.box.height > 0.2]
    if large:
        native = max(
            max(picture.pixels) / (max(picture.box.width, picture.box.height) * longest) for picture in large
        )
    wanted = min(max(READ_SCALE, 1600 / longest), max(native, 1000 / longest))
    return min(wanted, 4000 / longest)


def as_line(line: LayerLine) -> Line:
    """A run of the text layer as a Line."""
    return Line(text=line.text, quad=line.quad, confidence=1.0, origin="text")


def as_turn(degrees: int) -> Literal[0, 90, 180, 270]:
    """The turn as the model types it."""
    turns: tuple[Literal[0, 90, 180, 270], ...] = (0, 90, 180, 270)
    return turns[degrees // 90 % 4]


def hidden_text(number: int, hidden: list[LayerLine], least: int = HIDDEN_SUBSTANCE) -> list[Signal]:
    """One signal for the text of a page that can't be seen, where there is enough of it."""
    text = " ".join(line.text for line in hidden)
    if substance(text) < least:
        return []
    shown = text if len(text) <= 60 else text[:60] + "…"
    on_page = [line.box for line in hidden if line.on_page]
    return [
        Signal(
            code=SignalCode.TEXT_LAYER_MISMATCH,
            message=messages.HIDDEN_TEXT.format(page=number, layer=shown),
            page=number,
            box=around(on_page) if on_page else None,
            text=text[:500],
        )
    ]
