"""Places on a page, in fractions of the upright page (origin top left)."""

from collections.abc import Iterable
from functools import reduce
from typing import Annotated, NamedTuple

from pydantic import AfterValidator


class Box(NamedTuple):
    """An axis-parallel rectangle: x0, y0, x1, y1 in fractions of the upright page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width as a fraction of the page's width."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height as a fraction of the page's height."""
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        """Centre point (x, y)."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def union(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1)
        )

    def share_inside(self, other: "Box") -> float:
        """Share of its area that lies in the other; 0 where it has none."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        area = self.width * self.height
        return max(0.0, width) * max(0.0, height) / area if area > 0 else 0.0

    def vertical_overlap(self, other: "Box") -> float:
        """Shared height, as a fraction of the lower of the two."""
        shared = min(self.y1, other.y1) - max(self.y0, other.y0)
        least = min(self.height, other.height)
        return max(0.0, shared) / least if least > 0 else 0.0

    def horizontal_overlap(self, other: "Box") -> float:
        """Shared width, as a fraction of the narrower of the two."""
        shared = min(self.x1, other.x1) - max(self.x0, other.x0)
        least = min(self.width, other.width)
        return max(0.0, shared) / least if least > 0 else 0.0


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them, at least one."""
    return reduce(Box.union, boxes)


class Point(NamedTuple):
    """A point in fractions of the upright page."""

    x: float
    y: float


class Quad(NamedTuple):
    """Four corners of a text line, clockwise from the text's own top left."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @property
    def box(self) -> Box:
        """The smallest axis-parallel box around the corners, cut to the page."""
        xs = [min(1.0, max(0.0, point.x)) for point in self]
        ys = [min(1.0, max(0.0, point.y)) for point in self]
        return Box(min(xs), min(ys), max(xs), max(ys))

    @classmethod
    def from_box(cls, box: Box) -> "Quad":
        """The quad of an upright line that fills the box."""
        return cls(Point(box.x0, box.y0), Point(box.x1, box.y0), Point(box.x1, box.y1), Point(box.x0, box.y1))


def _ordered(box: Box) -> Box:
    if not (0 <= box.x0 <= box.x1 <= 1 and 0 <= box.y0 <= box.y1 <= 1):
        raise ValueError(f"a box needs 0 <= x0 <= x1 <= 1 and 0 <= y0 <= y1 <= 1, not {tuple(box)}")
    return Box(*(round(edge, 5) for edge in box))


PageBox = Annotated[Box, AfterValidator(_ordered)]
"""A Box that lies on the page; rounded to 1/100,000 of the page, so that reports are stable."""
