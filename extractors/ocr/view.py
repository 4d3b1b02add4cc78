"""The view that is read: the upright page laid flat, level, evenly lit and at a sane scale, with the way back."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.ocr.dewarp import flattening
from extractors.ocr.geometry import project
from extractors.ocr.image import Matrix, Pixels, Points
from extractors.ocr.light import even_light
from extractors.ocr.skew import levelling, measure_skew

READING_SIDE = 2600
"""Longest side read at first: A4 at 200 dpi is 2,339 pixels high, and a photo holds no more than that."""
LONGEST_SIDE = 3500
SMALL_TEXT = 18.0
"""Text lower than this, in pixels, is read again from a larger view, where one can be had."""
GOOD_TEXT = 28.0
MOST_ENLARGEMENT = 3.0


@dataclass(frozen=True)
class View:
    """Pixels to read, and the homography that carries their points back to pixels of the upright page."""

    image: Pixels
    back: Matrix

    def to_page(self, quad: Points) -> Points:
        """Points of the view on the upright page, in its pixels."""
        return project(self.back, quad)


def straight_view(
    upright: Pixels, page: Points | None, beyond: Sequence[Points] = (), enlargement: float = 1.0
) -> View:
    """The view of an upright picture, of the `page` on it and the lines `beyond` that belong to it where they are given.

    `enlargement` is relative to the first view's scale.
    """
    height, width = upright.shape[:2]
    matrix: Matrix = np.eye(3)
    size = (width, height)
    if page is not None:
        matrix, size = flattening(page, beyond)
    matrix, size = _scaled(matrix, size, first_scale(size) * enlargement)
    image = _warp(upright, matrix, size)
    degrees = measure_skew(image)
    if degrees:
        turn, size = levelling(degrees, *size)
        matrix = turn @ matrix
        image = _warp(upright, matrix, size)
    return View(even_light(image), np.linalg.inv(matrix).astype(float))


def first_scale(size: tuple[int, int]) -> float:
    """By how much a page of that size is made smaller before it is read."""
    return min(1.0, READING_SIDE / max(size))


def enlargement_for(text_height: float, view: View) -> float:
    """How much larger a view whose text is that high should be; 1.0 where it is well as it is."""
    if text_height >= SMALL_TEXT:
        return 1.0
    room = LONGEST_SIDE / max(view.image.shape[:2])
    factor = min(GOOD_TEXT / max(text_height, 1.0), MOST_ENLARGEMENT, room)
    return factor if factor > 1.15 else 1.0


def _scaled(matrix: Matrix, size: tuple[int, int], factor: float) -> tuple[Matrix, tuple[int, int]]:
    if factor == 1.0:
        return matrix, size
    return np.diag([factor, factor, 1.0]) @ matrix, (
        max(1, round(size[0] * factor)),
        max(1, round(size[1] * factor)),
    )


def _warp(image: Pixels, matrix: Matrix, size: tuple[int, int]) -> Pixels:
    """The image seen through the homography. Much smaller views are shrunk first, so that no thin stroke is skipped."""
    if np.array_equal(matrix, np.eye(3)) and size == (image.shape[1], image.shape[0]):
        return image
    if np.array_equal(matrix, np.diag(np.diag(matrix))):
        shrinks = matrix[0, 0] < 1.0
        return cv2.resize(image, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)
    return cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
