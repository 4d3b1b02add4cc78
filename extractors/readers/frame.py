"""From a file's own coordinates to the upright page, and turns of points and quads."""

from dataclasses import dataclass

from dossier.geometry import Box, Point, Quad


def turned_point(point: Point, degrees: int) -> Point:
    """Where a point (in page fractions) lies after the page was turned clockwise by 0, 90, 180 or 270."""
    x, y = point
    match degrees % 360:
        case 90:
            return Point(1 - y, x)
        case 180:
            return Point(1 - x, 1 - y)
        case 270:
            return Point(y, 1 - x)
        case _:
            return Point(x, y)


def turned_quad(quad: Quad, degrees: int) -> Quad:
    """The quad on the turned page; its corners keep their meaning for the text."""
    return Quad(*(turned_point(point, degrees) for point in quad))


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a PDF page (points, y up) as an upright page (points, y down).

    `turn` is /Rotate plus the turn that makes the text stand upright, clockwise.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 180 else (width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1 in points of the upright page."""
        match self.turn % 360:
            case 90:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 180:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case 270:
                return self.top - top, self.right - right, self.top - bottom, self.right - left
            case _:
                return left - self.left, self.top - top, right - self.left, self.top - bottom

    def fractions(self, bounds: tuple[float, float, float, float]) -> Box:
        """The part of left, bottom, right, top that lies on the page, in fractions of the upright page."""
        width, height = self.size
        x0, y0, x1, y1 = self.box(*bounds)
        x0, x1 = (min(1.0, max(0.0, x / width)) for x in (x0, x1))
        y0, y1 = (min(1.0, max(0.0, y / height)) for y in (y0, y1))
        return Box(x0, y0, max(x0, x1), max(y0, y1))
