"""What is drawn on a PDF page, in drawing order: texts, images, rules, and what may cover others. From PDFium."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from extractors.readers.frame import Frame

Handle = Any
"""One of PDFium's pointers."""

Bounds = tuple[float, float, float, float]
"""left, bottom, right, top in points of the page, y up."""

Matrix = tuple[float, float, float, float, float, float]

MAX_OBJECTS = 20_000
_MAX_DEPTH = 6
_MAX_SEGMENTS = 400
_RULE_THICKNESS = 3.0
_INVISIBLE_MODES = {3, 7}


@dataclass(frozen=True, slots=True)
class TextObject:
    """A string that the page draws: its place in the drawing order, and whether it leaves ink at all."""

    order: int
    visible: bool
    font: int


@dataclass(frozen=True, slots=True)
class ImageObject:
    """A picture: where it lies, and how many pixels it has."""

    order: int
    bounds: Bounds
    pixels: tuple[int, int]
    opaque: bool


@dataclass(slots=True)
class PageObjects:
    """All objects of a page. `texts` is keyed by PDFium's address of the object."""

    texts: dict[int, TextObject] = field(default_factory=dict)
    images: list[ImageObject] = field(default_factory=list)
    rules: list[Bounds] = field(default_factory=list)
    """Thin straight lines, drawn as such or as edges of rectangles."""
    covers: list[tuple[int, Bounds]] = field(default_factory=list)
    """Order and bounds of filled shapes."""
    fonts: dict[int, str] = field(default_factory=dict)
    """Names of the fonts as the file has them, by their address; empty where a font has none."""
    shapes: int = 0
    """Paths that are neither line nor rectangle: letters drawn as outlines, charts."""
    count: int = 0
    own: int = MAX_OBJECTS + 1
    """Order of the last object that is the page's own; what follows are annotations."""


def page_objects(page: Handle, own: int | None = None) -> PageObjects:
    """What the page draws. `page` is PDFium's page handle, `own` how many objects it had before its annotations."""
    found = PageObjects()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        if index == own:
            found.own = found.count
        _add(found, pdfium.FPDFPage_GetObject(page, index), None, 0)
        if found.count > MAX_OBJECTS:
            break
    return found


def _add(found: PageObjects, item: Handle, matrix: Matrix | None, depth: int) -> None:
    found.count += 1
    if found.count > MAX_OBJECTS:
        return
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        font = pdfium.FPDFTextObj_GetFont(item)
        address = ctypes.addressof(font.contents) if font else 0
        if address not in found.fonts:
            found.fonts[address] = _font_name(font) if font else ""
        found.texts[ctypes.addressof(item.contents)] = TextObject(
            found.count, mode not in _INVISIBLE_MODES, address
        )
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        _add_image(found, item, matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH:
        _add_path(found, item, matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        inner = _product(_matrix(item), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            _add(found, pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)


def _font_name(font: Handle) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _add_image(found: PageObjects, item: Handle, matrix: Matrix | None) -> None:
    bounds = _bounds(item, matrix)
    if bounds is None:
        return
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(item, ctypes.byref(width), ctypes.byref(height))
    opaque = not pdfium.FPDFPageObj_HasTransparency(item)
    found.images.append(ImageObject(found.count, bounds, (width.value, height.value), opaque))


def _add_path(found: PageObjects, item: Handle, matrix: Matrix | None) -> None:
    bounds = _bounds(item, matrix)
    if bounds is None:
        return
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    segments = pdfium.FPDFPath_CountSegments(item)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    if fill.value and width > 6 and height > 6 and not pdfium.FPDFPageObj_HasTransparency(item):
        found.covers.append((found.count, bounds))
    if min(width, height) <= _RULE_THICKNESS:
        if max(width, height) > 6:
            found.rules.append(bounds)
    elif segments <= 6:
        if stroke.value and not _curved(item, segments):
            found.rules.extend(_edges(item, segments, matrix))
    elif _curved(item, min(segments, 12)):
        found.shapes += 1
    elif segments <= _MAX_SEGMENTS * 4:
        found.rules.extend(_edges(item, min(segments, _MAX_SEGMENTS), matrix))


def _curved(item: Handle, segments: int) -> bool:
    return any(
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(item, index))
        == pdfium.FPDF_SEGMENT_BEZIERTO
        for index in range(segments)
    )


def _edges(item: Handle, segments: int, matrix: Matrix | None) -> list[Bounds]:
    """The straight upright edges of a path."""
    whole = _product(_matrix(item), matrix)
    edges: list[Bounds] = []
    start = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = _moved(whole, x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        else:
            _add_edge(edges, last, point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            _add_edge(edges, point, start)
        last = point
    return edges


def _add_edge(edges: list[Bounds], start: tuple[float, float], end: tuple[float, float]) -> None:
    width, height = abs(start[0] - end[0]), abs(start[1] - end[1])
    if max(width, height) > 6 and min(width, height) < 1:
        edges.append(
            (min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
        )


def _matrix(item: Handle) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(raw)):
        return (1, 0, 0, 1, 0, 0)
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _product(first: Matrix, second: Matrix | None) -> Matrix:
    if second is None:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(item: Handle, matrix: Matrix | None) -> Bounds | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    if matrix is None:
        return left.value, bottom.value, right.value, top.value
    corners = [_moved(matrix, x.value, y.value) for x in (left, right) for y in (bottom, top)]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


def scanned_jpegs(page: Handle, frame: Frame) -> Iterator[tuple[Bounds, bytes]]:
    """The JPEGs that stand upright on at least half of the page as stored, with their places."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        a, b, c, d, _, _ = _matrix(item)
        bounds = _bounds(item, None)
        if bounds is None or min(a, d) <= 0 or max(abs(b), abs(c)) > 0.001 * a:
            continue
        box = frame.fractions(bounds)
        if box.width * box.height < 0.5 or _filters(item)[-1:] != [b"DCTDecode"]:
            continue
        # PDFium undoes the filters before the JPEG's own, and leaves that.
        length = pdfium.FPDFImageObj_GetImageDataDecoded(item, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFImageObj_GetImageDataDecoded(item, buffer, length)
        if buffer.raw[:2] == b"\xff\xd8":
            yield bounds, buffer.raw


def _filters(item: Handle) -> list[bytes]:
    names: list[bytes] = []
    for index in range(pdfium.FPDFImageObj_GetImageFilterCount(item)):
        length = pdfium.FPDFImageObj_GetImageFilter(item, index, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFImageObj_GetImageFilter(item, index, buffer, length)
        names.append(buffer.value)
    return names
