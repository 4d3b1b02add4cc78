"""What an OFD page draws: characters, rules, shapes and pictures, in points from the top left."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from dossier.geometry import Box
from extractors.readers.ofd_package import PageParts, local, numbers
from extractors.readers.packed import Element
from extractors.readers.runs import Glyph

POINTS = 72 / 25.4
"""Points a millimetre."""

_MAX_OBJECTS = 20_000
_MAX_DEPTH = 8
_PATH = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")

Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class OfdPicture:
    """A picture: its box in points, and its resource, or its bytes where it is a seal."""

    order: int
    box: Box
    resource: str = ""
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A path as lines through points; `fill` and `stroke` are colours, or None."""

    order: int
    points: tuple[tuple[float, float], ...]
    fill: Colour | None
    stroke: Colour | None
    width: float


@dataclass(slots=True)
class Drawn:
    """All of a page. A glyph's mark is its order, its font's id, and whether it is visible."""

    glyphs: list[Glyph] = field(default_factory=list)
    colours: dict[int, Colour] = field(default_factory=dict)
    """Colour of the text of each order."""
    shapes: list[Shape] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    pictures: list[OfdPicture] = field(default_factory=list)
    count: int = 0


def drawn_objects(parts: PageParts) -> Drawn:
    """The page's objects, lowest first, then the seals."""
    drawn = Drawn()
    for layer in parts.layers:
        boundary = numbers(layer.get("Boundary")) if local(layer) == "Appearance" else []
        origin = (boundary[0], boundary[1]) if len(boundary) == 4 else (0.0, 0.0)
        _block(drawn, layer, origin, 0)
    for stamp in parts.stamps:
        drawn.count += 1
        x, y, width, height = (value * POINTS for value in stamp.boundary)
        drawn.pictures.append(OfdPicture(drawn.count, Box(x, y, x + width, y + height), data=stamp.data))
    return drawn


def _block(drawn: Drawn, block: Element, origin: tuple[float, float], depth: int) -> None:
    for element in block:
        drawn.count += 1
        if drawn.count > _MAX_OBJECTS:
            return
        kind = local(element)
        if element.get("Visible", "true") == "false":
            continue
        if kind == "TextObject":
            _text(drawn, element, origin)
        elif kind == "PathObject":
            _path(drawn, element, origin)
        elif kind == "ImageObject":
            _picture(drawn, element, origin)
        elif kind == "PageBlock" and depth < _MAX_DEPTH:
            _block(drawn, element, origin, depth + 1)


def _place(element: Element, origin: tuple[float, float]) -> tuple[float, float, float, float]:
    """The object's boundary on the page in mm."""
    boundary = numbers(element.get("Boundary"))
    x, y, width, height = boundary if len(boundary) == 4 else (0.0, 0.0, 0.0, 0.0)
    return x + origin[0], y + origin[1], width, height


def _matrix(element: Element) -> Matrix:
    values = numbers(element.get("CTM"))
    return (
        (values[0], values[1], values[2], values[3], values[4], values[5])
        if len(values) == 6
        else (1, 0, 0, 1, 0, 0)
    )


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _colour(element: Element, name: str) -> Colour | None:
    found = next((one for one in element if local(one) == name), None)
    if found is None:
        return None
    values = [round(value) for value in numbers(found.get("Value"))]
    if len(values) == 1:
        values *= 3
    if len(values) == 4:
        c, m, y, k = (value / 255 for value in values)
        values = [round(255 * (1 - part) * (1 - k)) for part in (c, m, y)]
    red, green, blue = (min(255, max(0, value)) for value in (values if len(values) == 3 else (0, 0, 0)))
    return red, green, blue


def _text(drawn: Drawn, element: Element, origin: tuple[float, float]) -> None:
    order = drawn.count
    left, top, _, _ = _place(element, origin)
    matrix = _matrix(element)
    size = (numbers(element.get("Size")) or [3.5])[0]
    stretch = (numbers(element.get("HScale")) or [1.0])[0]
    em = size * max(abs(matrix[3]), abs(matrix[1]), 0.01)
    font = int(element.get("Font", "0")) if element.get("Font", "0").isdigit() else 0
    visible = element.get("Alpha", "255") != "0" and (
        element.get("Fill", "true") != "false" or element.get("Stroke", "false") == "true"
    )
    drawn.colours[order] = _colour(element, "FillColor") or BLACK
    x = y = 0.0
    for code in element:
        if local(code) != "TextCode":
            continue
        text = code.text or ""
        x = (numbers(code.get("X")) or [x])[0]
        y = (numbers(code.get("Y")) or [y])[0]
        dx, dy = deltas(code.get("DeltaX")), deltas(code.get("DeltaY"))
        for index, character in enumerate(text):
            own = size * stretch * (0.5 if character.isascii() else 1.0)
            step = dx[index] if index < len(dx) else (0.0 if index < len(dy) else own)
            width = min(step, 1.05 * size * stretch) if step > 0.2 * own else own
            start, end = _moved(matrix, x, y), _moved(matrix, x + width, y)
            x0, baseline, x1 = (value * POINTS for value in (left + start[0], top + start[1], left + end[0]))
            glyph = Glyph(
                character, x0, baseline - 0.88 * em * POINTS, max(x1, x0 + 0.1), baseline + 0.12 * em * POINTS,
                (order, font, visible),
            )  # fmt: skip
            drawn.glyphs.append(glyph)
            x += step
            y += dy[index] if index < len(dy) else 0.0


def deltas(text: str | None) -> list[float]:
    """Steps between characters, `g 3 5.5` standing for 5.5 three times."""
    parts = (text or "").split()
    steps: list[float] = []
    at = 0
    while at < len(parts):
        if parts[at] == "g" and at + 2 < len(parts) and parts[at + 1].isdigit():
            steps.extend(numbers(parts[at + 2]) * min(int(parts[at + 1]), 10_000))
            at += 3
        else:
            steps.extend(numbers(parts[at]))
            at += 1
    return steps


def _path(drawn: Drawn, element: Element, origin: tuple[float, float]) -> None:
    left, top, _, _ = _place(element, origin)
    matrix = _matrix(element)
    fill = (_colour(element, "FillColor") or BLACK) if element.get("Fill") == "true" else None
    stroke = (_colour(element, "StrokeColor") or BLACK) if element.get("Stroke", "true") != "false" else None
    width = (numbers(element.get("LineWidth")) or [0.353])[0] * POINTS
    data = next((one.text or "" for one in element if local(one) == "AbbreviatedData"), "")
    for stretch in _stretches(data):
        points = tuple(
            ((left + x) * POINTS, (top + y) * POINTS)
            for x, y in (_moved(matrix, *point) for point in stretch)
        )
        drawn.shapes.append(Shape(drawn.count, points, fill, stroke, width))
        _add_rules(drawn, points, fill=fill is not None)


def _add_rules(drawn: Drawn, points: tuple[tuple[float, float], ...], *, fill: bool) -> None:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    if min(box.width, box.height) <= 3 and max(box.width, box.height) > 6:
        drawn.rules.append(box)
    elif not fill:
        for (x0, y0), (x1, y1) in pairwise(points):
            if min(abs(x0 - x1), abs(y0 - y1)) < 1 and max(abs(x0 - x1), abs(y0 - y1)) > 6:
                drawn.rules.append(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _stretches(data: str) -> list[list[tuple[float, float]]]:
    """The unbroken lines of a path; curves by their end points and middle."""
    found: list[list[tuple[float, float]]] = []
    current: list[tuple[float, float]] = []
    for command, rest in _PATH.findall(data):
        values = numbers(rest)
        if command in "SM" and len(values) >= 2:
            if len(current) > 1:
                found.append(current)
            current = [(values[0], values[1])]
        elif command == "L" and len(values) >= 2:
            current.append((values[0], values[1]))
        elif command in "QB" and len(values) >= 4 and current:
            control = list(zip(values[:-2:2], values[1:-2:2], strict=False))
            end = (values[-2], values[-1])
            current.extend(_curve([current[-1], *control, end]))
        elif command == "A" and len(values) == 7:
            current.append((values[5], values[6]))
        elif command == "C" and current:
            current.append(current[0])
    if len(current) > 1:
        found.append(current)
    return found


def _curve(control: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Eight points on a Bézier curve, by de Casteljau."""
    points: list[tuple[float, float]] = []
    for step in range(1, 9):
        t = step / 8
        level = control
        while len(level) > 1:
            level = [(x0 + t * (x1 - x0), y0 + t * (y1 - y0)) for (x0, y0), (x1, y1) in pairwise(level)]
        points.append(level[0])
    return points


def _picture(drawn: Drawn, element: Element, origin: tuple[float, float]) -> None:
    left, top, width, height = _place(element, origin)
    matrix = _matrix(element)
    if element.get("CTM") is None:
        matrix = (width, 0, 0, height, 0, 0)
    corners = [_moved(matrix, x, y) for x in (0, 1) for y in (0, 1)]
    xs, ys = [left + x for x, _ in corners], [top + y for _, y in corners]
    box = Box(*(value * POINTS for value in (min(xs), min(ys), max(xs), max(ys))))
    drawn.pictures.append(OfdPicture(drawn.count, box, element.get("ResourceID", "")))
