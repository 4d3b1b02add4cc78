"""Quads and homographies: cutting lines out of a page, and carrying places from one picture to another."""

from collections.abc import Sequence

import cv2
import numpy as np

from dossier.geometry import Point, Quad
from extractors.ocr.image import Array, Matrix, Pixels, Points

VERTICAL = 1.5
"""A line this many times higher than wide is read as vertical text, as PaddleOCR does."""


def project(matrix: Matrix, points: Points) -> Points:
    """The points moved by the homography."""
    return cv2.perspectiveTransform(points.reshape(1, -1, 2).astype(float), matrix).reshape(-1, 2)


def rectangle(x0: float, y0: float, x1: float, y1: float) -> Points:
    """Corners of an upright rectangle, clockwise from its top left."""
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], float)


def sides(quad: Points) -> tuple[float, float]:
    """Width and height of a line's quad: the longer of each pair of opposite sides, in pixels."""
    top, right, bottom, left = (float(np.linalg.norm(quad[(k + 1) % 4] - quad[k])) for k in range(4))
    return max(top, bottom), max(left, right)


def is_vertical(quad: Points) -> bool:
    """Whether the line is read as vertical text."""
    width, height = sides(quad)
    return height >= VERTICAL * width


def cut(image: Array, quad: Points) -> Pixels:
    """The line's pixels, straightened; vertical text is turned a quarter counter-clockwise."""
    width, height = (max(1, round(side)) for side in sides(quad))
    target = rectangle(0, 0, width, height).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), target)
    crop = cv2.warpPerspective(
        image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.rot90(crop) if height >= VERTICAL * width else crop


def reading_order(quads: Sequence[Points]) -> list[int]:
    """Indices from top to bottom and, within a row, from left to right."""
    if not quads:
        return []
    centres = np.array([quad.mean(axis=0) for quad in quads])
    tolerance = 0.5 * float(np.median([min(sides(quad)) for quad in quads]))
    order: list[int] = []
    row: list[int] = []
    for index in np.argsort(centres[:, 1], kind="stable"):
        if row and centres[index, 1] - np.mean(centres[row, 1]) > tolerance:
            order += sorted(row, key=lambda k: centres[k, 0])
            row = []
        row.append(int(index))
    return order + sorted(row, key=lambda k: centres[k, 0])


def page_quad(points: Points, width: int, height: int) -> Quad:
    """Four pixel corners as a Quad in fractions of a page of that size, kept on the page."""
    fractions = np.clip(points / np.array([width, height], float), 0.0, 1.0)
    return Quad(*(Point(round(float(x), 5), round(float(y), 5)) for x, y in fractions))
