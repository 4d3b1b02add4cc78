"""Finds the lines of a view, at the scale at which that is cheapest without missing any.

Detection costs by the pixel. Measured on the benchmark's pages, letters 16 pixels high are found as surely as
letters of 40, in an eighth of the time; letters under 12 begin to be missed. So the height of the letters is
taken from the ink itself, and the page shrunk accordingly. Lines are then cut from the view at its full size.
"""

import cv2
import numpy as np

from extractors.ocr.engine import Engine
from extractors.ocr.image import Pixels, Points

LETTER_HEIGHT = 16.0
"""Height in pixels to which the page's smaller letters are brought for detection."""
SMALLER = 25
"""The percentile of all letters' heights that stands for the smaller letters."""
FEW_LINES = 10
"""With fewer lines than these a shrunk page may have lost some."""
LEAST_SIDE = 1100
"""Longest side under which no page is shrunk: what passes for large letters may be a drawing."""
CLOSER_SIDE = 1800
"""Longest side of the closer look: letters of 16 pixels on A4 at 200 dpi are 12 there. At full size the look takes
a gigabyte and two seconds, for every page that is nearly empty indeed."""
LEAST_SHRINKING = 0.9
"""Scale from which shrinking isn't worth its blur."""
FEWEST = 8
"""Pieces of ink from which a height can be told."""


def find_lines(engine: Engine, image: Pixels) -> list[Points]:
    """Corners of each line in the image's pixels (clockwise from the line's top left)."""
    height = letter_height(image)
    scale = max(LETTER_HEIGHT / height, LEAST_SIDE / max(image.shape[:2])) if height else 1.0
    found = _found_at(engine, image, scale)
    closer = min(1.0, CLOSER_SIDE / max(image.shape[:2]))
    if len(found) >= FEW_LINES or closer <= scale:
        return found
    # Noise or a drawing can pass for large letters: what would be a nearly empty page is looked at more closely.
    again = _found_at(engine, image, closer)
    return again if len(again) > len(found) else found


def _found_at(engine: Engine, image: Pixels, scale: float) -> list[Points]:
    if scale > LEAST_SHRINKING:
        return engine.detect(image)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    factor = np.array([image.shape[1] / small.shape[1], image.shape[0] / small.shape[0]])
    return [quad * factor for quad in engine.detect(small)]


def letter_height(image: Pixels) -> float | None:
    """Height of the smaller letters in pixels, from the pieces of ink; None where there are too few."""
    grey = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), (0, 0), 1)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 51, 20)
    pieces = cv2.connectedComponentsWithStats(cv2.dilate(ink, np.ones((3, 3), np.uint8)))[2][1:]
    widths, heights = pieces[:, cv2.CC_STAT_WIDTH], pieces[:, cv2.CC_STAT_HEIGHT]
    letters = heights[(heights >= 7) & (heights <= 200) & (widths <= 4 * heights) & (heights <= 4 * widths)]
    return float(np.percentile(letters, SMALLER)) if len(letters) >= FEWEST else None
