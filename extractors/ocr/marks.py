"""Words that stand large across a page and take its force away: 样张, 作废, SPECIMEN.

Print that runs through their strokes, their paleness and their slant keep them from being read with the page's lines.
So the page is looked at once more from afar: made so small that a watermark is as high as text usually is, with the
strokes of the print closed and what is left darkened. Only what is read as such a word is told.
"""

import cv2
import numpy as np

from dossier.void_marks import void_word
from extractors.ocr.engine import Engine, Recognised
from extractors.ocr.geometry import cut, sides
from extractors.ocr.image import Grey, Pixels, Points, shrunk

AFAR_SIDE = 480
"""Longest side of the page from afar: print is 6 pixels high there, strokes of a word across the page 5 and wider."""
STROKE = 5
"""Width in pixels under which strokes are print."""
PAPER = 33
"""Side in pixels of the neighbourhood that holds paper everywhere."""
FAINTEST = 6
"""Levels by which ink is darker than the paper at least."""
GOAL = 150
"""Levels by which the darker tenth of the strokes is made to stand out."""
MOST_GAIN = 6.0
LEAST_HEIGHT, MOST_HEIGHT = 0.035, 0.42
"""Height of such a word as shares of the page's longer side."""
MOST_WORDS = 6
"""Places that are read, the highest first."""
LEAST_CERTAINTY = 0.6
LEAST_CERTAINTY_ALONE = 0.9
"""Certainty that a single character must reach."""


def find_void_marks(engine: Engine, image: Pixels) -> list[tuple[Points, Recognised]]:
    """The corners and the word of each mark on the view, by its height."""
    afar = strokes_from_afar(image)
    scale = np.array([image.shape[1] / afar.shape[1], image.shape[0] / afar.shape[0]])
    longest = max(afar.shape[:2])
    heights = [(min(sides(quad)), quad) for quad in engine.detect(cv2.merge([afar, afar, afar]))]
    high = [one for one in heights if LEAST_HEIGHT * longest <= one[0] <= MOST_HEIGHT * longest]
    quads = [quad for _, quad in sorted(high, key=lambda one: -one[0])[:MOST_WORDS]]
    crops = [cut(cv2.merge([afar, afar, afar]), quad) for quad in quads]
    found: list[tuple[Points, Recognised]] = []
    for quad, line in zip(quads, engine.recognise_well(crops), strict=True):
        word = void_word(line.text)
        if word and line.confidence >= (LEAST_CERTAINTY if len(word) > 1 else LEAST_CERTAINTY_ALONE):
            found.append((quad * scale, Recognised(word, line.confidence, line.weakest)))
    return found


def strokes_from_afar(image: Pixels) -> Grey:
    """The small page on which only wide strokes are left, dark on white."""
    small = shrunk(image, AFAR_SIDE)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (STROKE, STROKE))
    wide = cv2.morphologyEx(small, cv2.MORPH_CLOSE, disc)
    paper = cv2.medianBlur(
        cv2.morphologyEx(wide, cv2.MORPH_CLOSE, np.ones((PAPER, PAPER), np.uint8)), PAPER - 2
    )
    ink = cv2.GaussianBlur(cv2.subtract(paper, wide).max(axis=2), (0, 0), 0.8)
    seen = ink[ink > FAINTEST]
    darkest = float(np.percentile(seen, 90)) if seen.size else float(GOAL)
    return 255 - cv2.convertScaleAbs(ink, alpha=float(np.clip(GOAL / darkest, 1.0, MOST_GAIN)))
