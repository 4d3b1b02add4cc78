"""Which way up a page stands: the classifier's word, checked on the lines themselves where they read badly."""

from collections.abc import Sequence
from typing import Literal, cast

import numpy as np

from extractors.ocr.engine import Engine, Recognised
from extractors.ocr.geometry import cut, is_vertical, sides
from extractors.ocr.image import Pixels, Points

Turn = Literal[0, 90, 180, 270]

CERTAIN = 0.8
"""The classifier's probability from which its word is taken until the lines say otherwise."""
READS_WELL = 0.88
"""Mean certainty of a page's letters from which its orientation isn't doubted."""
LEAST_MARGIN = 0.08
"""By how much the other way must read better."""
LEAST_LETTERS = 3
SAMPLE = 6
"""Lines that are read in the other directions."""


def turned(image: Pixels, degrees: int) -> Pixels:
    """The image turned clockwise by a multiple of 90 degrees."""
    return np.ascontiguousarray(np.rot90(image, -degrees // 90))


def guess_turn(engine: Engine, image: Pixels) -> Turn:
    """Degrees clockwise that set the image upright, by the classifier; 0 where it can't tell."""
    label, probability = max(engine.orientation(image).items(), key=lambda item: item[1])
    return cast(Turn, (360 - label) % 360) if probability >= CERTAIN else 0


def reads_well(quads: Sequence[Points], lines: Sequence[Recognised]) -> bool:
    """Whether the page reads so well, along level lines, that it must stand upright."""
    if not lines:
        return False
    upright = sum(max(sides(quad)) for quad in quads if not is_vertical(quad))
    across = sum(max(sides(quad)) for quad in quads if is_vertical(quad))
    return upright >= across and mean_certainty(lines) >= READS_WELL


def mean_certainty(lines: Sequence[Recognised]) -> float:
    """Mean certainty of all letters."""
    letters = sum(len(line.text) for line in lines)
    return sum(line.confidence * len(line.text) for line in lines) / letters if letters else 0.0


def further_turn(engine: Engine, image: Pixels, quads: Sequence[Points]) -> Turn:
    """Degrees clockwise by which the image should be turned further, by reading its longest lines each way.

    `quads` are its lines as they were detected. 0 unless another way reads clearly better.
    """
    longest = sorted(quads, key=lambda quad: -max(sides(quad)))[:SAMPLE]
    crops = [cut(image, quad) for quad in longest]
    across = sum(is_vertical(quad) for quad in longest) * 2 > len(longest)
    ways: dict[Turn, Sequence[Pixels]]
    if across:
        along = [crop for crop, quad in zip(crops, longest, strict=True) if is_vertical(quad)]
        ways = {270: along, 90: [np.rot90(crop, 2) for crop in along]}
    else:
        ways = {0: crops, 180: [np.rot90(crop, 2) for crop in crops]}
    scores: dict[Turn, float] = {}
    for way, pictures in ways.items():
        lines = engine.recognise_fast(pictures)
        scores[way] = mean_certainty(lines) if sum(len(line.text) for line in lines) >= LEAST_LETTERS else 0.0
    best = max(scores, key=lambda way: scores[way])
    other = min(scores.values())
    if (
        best == 0
        or scores[best] - other < LEAST_MARGIN
        or (across and scores[best] < READS_WELL - LEAST_MARGIN)
    ):
        return 0
    return best
