"""How far a stated confidence can be taken at its word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BINS = 10
LEAST_COUNT = 10


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


@dataclass(frozen=True)
class Sides:
    """What was stated at or above a threshold, and below it: how many, and what share was right."""

    above: int
    right_above: float
    below: int
    right_below: float


def sides(stated: Sequence[tuple[float, bool]], threshold: float) -> Sides:
    """Both sides of a threshold."""
    above = [right for confidence, right in stated if confidence >= threshold]
    below = [right for confidence, right in stated if confidence < threshold]
    return Sides(len(above), sum(above) / max(1, len(above)), len(below), sum(below) / max(1, len(below)))


def least_sure(stated: Sequence[tuple[float, bool]], wanted: float) -> float | None:
    """The lowest threshold, in steps of 0.05, from which every step upwards is right as often as wanted.

    A step with fewer than ten statements is judged together with the next one; None where even the highest fails.
    """
    found, waiting, right = None, 0, 0
    for step in range(19, -1, -1):
        inside = [ok for confidence, ok in stated if min(19, int(confidence * 20 + 1e-9)) == step]
        waiting, right = waiting + len(inside), right + sum(inside)
        if waiting < LEAST_COUNT:
            continue
        if right / waiting < wanted:
            break
        found, waiting, right = step / 20, 0, 0
    return found


def expected_error(found: Iterable[Bin]) -> float:
    """Expected calibration error: the gap between stated and true, weighed by how often it was stated."""
    filled = list(found)
    total = sum(each.count for each in filled)
    return sum(each.count * abs(each.confidence - each.right) for each in filled) / max(1, total)
