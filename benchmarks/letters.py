"""Character errors of what was read against the lines that stand on a page.

A reader may join two true lines (a label and its value) or cut one in two; so lines and readings that lie on each
other are put into one bundle, and the bundle's letters are compared. A reading on no line is inserted letters, except
within a seal, whose text is no part of the lines; a line with no reading is missing letters. Where the format has no
places, the whole text is one bundle.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Levenshtein

from benchmarks.values import folded
from dossier.geometry import Box

LEAST_SHARE = 0.3
"""Share of the smaller box that must lie within the other, for the two to belong together."""


@dataclass(frozen=True)
class Placed:
    """A text and its place in fractions of the upright page; None where the format has no places."""

    text: str
    box: Box | None


@dataclass(frozen=True)
class Errors:
    """Letters wrong, of letters that stand there."""

    wrong: int = 0
    letters: int = 0

    def __add__(self, other: "Errors") -> "Errors":
        return Errors(self.wrong + other.wrong, self.letters + other.letters)

    @property
    def rate(self) -> float:
        """Character error rate."""
        return self.wrong / max(1, self.letters)


def errors(lines: Sequence[Placed], readings: Sequence[Placed], seals: Sequence[Box] = ()) -> Errors:
    """The errors on one page."""
    letters = sum(len(folded(line.text)) for line in lines)
    if any(one.box is None for one in (*lines, *readings)):
        return Errors(_distance(lines, readings), letters)
    return Errors(sum(_distance(*bundle, seals) for bundle in _bundles(lines, readings)), letters)


Bundle = tuple[list[Placed], list[Placed]]


def _bundles(lines: Sequence[Placed], readings: Sequence[Placed]) -> Iterable[Bundle]:
    """Lines and readings that hang together, each hung on what it overlaps most."""
    group = list(range(len(lines) + len(readings)))

    def root(one: int) -> int:
        while group[one] != one:
            one = group[one]
        return one

    for index, line in enumerate(lines):
        best = _most_overlapping(line, readings)
        if best is not None:
            group[root(index)] = root(len(lines) + best)
    for index, reading in enumerate(readings):
        best = _most_overlapping(reading, lines)
        if best is not None:
            group[root(len(lines) + index)] = root(best)
    bundles: dict[int, Bundle] = {}
    for index in range(len(group)):
        mine = bundles.setdefault(root(index), ([], []))
        if index < len(lines):
            mine[0].append(lines[index])
        else:
            mine[1].append(readings[index - len(lines)])
    return bundles.values()


def _most_overlapping(one: Placed, others: Sequence[Placed]) -> int | None:
    shares = [_shared(one.box, other.box) for other in others if one.box and other.box]
    if not shares:
        return None
    best = max(range(len(shares)), key=lambda index: shares[index])
    return best if shares[best][0] > 0 and shares[best][1] >= LEAST_SHARE else None


def _shared(one: Box, other: Box) -> tuple[float, float]:
    """Intersection over union, and over the smaller of the two."""
    inner = intersection(one, other)
    least = min(area(one), area(other))
    return inner / max(1e-12, area(one) + area(other) - inner), inner / max(1e-12, least)


def area(box: Box) -> float:
    """The box's area, in fractions of the page's."""
    return box.width * box.height


def intersection(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(0.0, width) * max(0.0, height)


def within(point: tuple[float, float], box: Box) -> bool:
    """Whether a point lies in a box."""
    return box.x0 <= point[0] <= box.x1 and box.y0 <= point[1] <= box.y1


def _distance(lines: Sequence[Placed], readings: Sequence[Placed], seals: Sequence[Box] = ()) -> int:
    if not lines:
        free = [
            one for one in readings if not (one.box and any(within(one.box.centre, seal) for seal in seals))
        ]
        return sum(len(folded(one.text)) for one in free)
    return min(Levenshtein.distance(true, read) for true, read in product(_orders(lines), _orders(readings)))


def _orders(placed: Sequence[Placed]) -> set[str]:
    """The text in the order given, from left to right, and from top to bottom."""
    orders = {"".join(folded(one.text) for one in placed)}
    boxed = [(one.box, folded(one.text)) for one in placed if one.box]
    if len(boxed) == len(placed):
        for key in (0, 1):
            orders.add("".join(text for _, text in sorted(boxed, key=lambda each: each[0].centre[key])))
    return orders
