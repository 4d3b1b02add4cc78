"""Text of a paper that lies beyond its bright quadrilateral: the coloured head of a board, a plate's dark edge.

Light letters on a dark band look like background to whoever seeks bright paper. So where a page was found and pieces of
ink as small as letters lie around it, the whole picture is searched for lines once, made small; what reads as text
around the page is kept on the view.
"""

import cv2
import numpy as np

from extractors.ocr.engine import Engine
from extractors.ocr.geometry import cut
from extractors.ocr.image import Pixels, Points, shrunk

SIDE = 960
"""Longest side of the picture that is searched."""
MARGIN = 0.03
"""Share of the page's longer side from which a line's middle counts as beyond: less is on the view anyway."""
LEAST_LETTERS = 3
LEAST_CERTAINTY = 0.8
STROKE = 11
"""Pixels of the small picture under which a stroke is a letter's."""
CONTRAST = 40
"""Grey levels between a letter and what it stands on."""
LOWEST, HIGHEST = 7, 90
"""Pixels of a letter's shorter and longer side."""
FEWEST = 3
"""Pieces from which the picture is searched."""
MOST_LINES = 12
"""Lines that are read, the largest first."""


def text_beyond(engine: Engine, image: Pixels, page: Points) -> list[Points]:
    """Corners of the lines around the page, in the picture's pixels."""
    small = shrunk(image, SIDE)
    scale = np.array([image.shape[1] / small.shape[1], image.shape[0] / small.shape[0]])
    if letters_beyond(small, page / scale) < FEWEST:
        return []
    outline = page.astype(np.float32)
    least = MARGIN * float(np.ptp(page, axis=0).max())
    quads = [
        quad
        for quad in (found * scale for found in engine.detect(small))
        if cv2.pointPolygonTest(outline, tuple(map(float, quad.mean(axis=0))), measureDist=True) < -least
    ]
    quads = sorted(quads, key=lambda quad: -cv2.contourArea(quad.astype(np.float32)))[:MOST_LINES]
    lines = engine.recognise_fast([cut(image, quad) for quad in quads])
    return [
        quad
        for quad, line in zip(quads, lines, strict=True)
        if len(line.text.strip()) >= LEAST_LETTERS and line.confidence >= LEAST_CERTAINTY
    ]


def letters_beyond(small: Pixels, page: Points) -> int:
    """How many pieces of ink around the page may be letters: dark strokes on light, or light ones on dark."""
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    around = np.full(grey.shape, 255, np.uint8)
    cv2.fillConvexPoly(around, page.astype(np.int32), (0,))
    margin = round(MARGIN * max(grey.shape))
    around = cv2.erode(around, np.ones((margin, margin), np.uint8))
    count = 0
    for operation in (cv2.MORPH_BLACKHAT, cv2.MORPH_TOPHAT):
        strokes = cv2.morphologyEx(grey, operation, np.ones((STROKE, STROKE), np.uint8))
        ink = cv2.bitwise_and(((strokes > CONTRAST) * 255).astype(np.uint8), around)
        pieces = cv2.connectedComponentsWithStats(cv2.dilate(ink, np.ones((3, 3), np.uint8)))[2][1:]
        widths, heights = pieces[:, cv2.CC_STAT_WIDTH], pieces[:, cv2.CC_STAT_HEIGHT]
        longer, shorter = np.maximum(widths, heights), np.minimum(widths, heights)
        count += int(((shorter >= LOWEST) & (longer <= HIGHEST) & (longer <= 3 * shorter)).sum())
    return count
