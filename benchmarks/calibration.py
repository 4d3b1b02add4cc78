"""How far a stated confidence can be taken at its word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True)
class Bin:
    """What was said with a confidence of about this much."""

    low: float
    high: float
    count: int
    confidence: float
    """Mean of what was stated."""
    right: float
    """Share of what was right."""


def bins(stated: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Ten bins of equal width; those in which nothing fell are left out."""
    found = []
    for number in range(BINS):
        inside = [each for each in stated if min(BINS - 1, int(each[0] * BINS)) == number]
        if inside:
            confidence = sum(each[0] for each in inside) / len(inside)
            right = sum(each[1] for each in inside) / len(inside)
            found.append(Bin(number / BINS, (number + 1) / BINS, len(inside), confidence, right))
    return found


def expected_error(found: Iterable[Bin]) -> float:
    """Expected calibration error: the gap between stated and true, weighed by how often it was stated."""
    filled = list(found)
    total = sum(each.count for each in filled)
    return sum(each.count * abs(each.confidence - each.right) for each in filled) / max(1, total)
