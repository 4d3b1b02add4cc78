"""Measures by how many degrees a page's lines lean, from the ink's projection on the page's side."""

import cv2
import numpy as np

from extractors.ocr.image import Matrix, Pixels, shrunk_grey

WORKING_SIDE = 1000
MOST_DEGREES = 7.0
LEAST_DEGREES = 0.3
"""Under this, turning costs sharpness and gains nothing."""
LEAST_GAIN = 1.04
"""How much sharper the profile must be at the angle found than at none."""
MOST_POINTS = 30_000


def measure_skew(image: Pixels) -> float:
    """Degrees that the lines lean clockwise (0.0 where they are level or can't be told)."""
    grey = shrunk_grey(image, WORKING_SIDE)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    ys, xs = np.nonzero(ink)
    if len(ys) < 200:
        return 0.0
    if len(ys) > MOST_POINTS:
        chosen = np.linspace(0, len(ys) - 1, MOST_POINTS).astype(int)
        ys, xs = ys[chosen], xs[chosen]
    middle = xs - grey.shape[1] / 2

    def sharpness(degrees: float) -> float:
        rows = np.rint(ys - middle * np.tan(np.radians(degrees))).astype(int)
        profile = np.bincount(rows - rows.min()).astype(float)
        return float(np.square(np.diff(profile)).sum())

    coarse = max(np.arange(-MOST_DEGREES, MOST_DEGREES + 0.01, 0.5).tolist(), key=sharpness)
    finer = max((coarse + np.arange(-0.4, 0.41, 0.1)).tolist(), key=sharpness)
    best = max((finer + np.arange(-0.06, 0.061, 0.03)).tolist(), key=sharpness)
    if (
        abs(best) < LEAST_DEGREES
        or abs(best) >= MOST_DEGREES
        or sharpness(best) < LEAST_GAIN * sharpness(0.0)
    ):
        return 0.0
    return best


def levelling(degrees: float, width: int, height: int) -> tuple[Matrix, tuple[int, int]]:
    """The turn that makes lines level that lean clockwise by `degrees`, and the size of the canvas that holds all."""
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cosine, sine = abs(turn[0, 0]), abs(turn[0, 1])
    size = (round(width * cosine + height * sine), round(width * sine + height * cosine))
    turn[:, 2] += [(size[0] - width) / 2, (size[1] - height) / 2]
    return np.vstack([turn, [0.0, 0.0, 1.0]]), size
