"""Finds the page in a photo: the bright quadrilateral on another background.

A wrong quad cuts text away, so a candidate must be plausible as a sheet of paper: convex, near right angles,
large, and brighter inside than outside along each side that isn't cut by the picture's edge.
"""

import itertools
from collections.abc import Sequence

import cv2
import numpy as np

from extractors.ocr.geometry import project, rectangle
from extractors.ocr.image import Grey, Matrix, Pixels, Points, shrunk_grey

WORKING_SIDE = 640
LEAST_AREA = 0.25
"""Least share of the picture that a page takes."""
MOST_AREA = 0.97
CORNER_DEGREES = (62.0, 118.0)
SIDE_RATIO = 1.7
"""Most that one of two opposite sides may be longer than the other."""
LEAST_CONTRAST = 18.0
"""Grey levels by which the page is brighter than what lies around it."""
LEAST_BEND = 0.012
"""Deviation from an upright rectangle, as a share of the picture's side, under which dewarping gains nothing."""
MARGIN = 0.03
"""Share of the page's side that is kept around it, in case text stands outside the quad."""
FARTHEST = 0.5
"""How far from the page its text may lie, as a share of the page's side."""


def find_page(image: Pixels) -> Points | None:
    """Corners of the page in pixels (clockwise from the top left), or None where no page clearly shows."""
    grey = cv2.medianBlur(shrunk_grey(image, WORKING_SIDE), 5)
    scale = np.array([grey.shape[1] / image.shape[1], grey.shape[0] / image.shape[0]])
    best: Points | None = None
    best_contrast = LEAST_CONTRAST
    for mask in _masks(grey):
        quad = _quad_of(mask)
        if quad is None or not is_plausible(quad, grey.shape[1], grey.shape[0]):
            continue
        contrast = _contrast(grey, quad)
        if contrast > best_contrast:
            best, best_contrast = quad, contrast
    return None if best is None else best / scale


def is_plausible(quad: Points, width: int, height: int) -> bool:
    """Whether the corners can be those of a sheet of paper in a picture of that size, and are worth a warp."""
    if not cv2.isContourConvex(quad.astype(np.float32)):
        return False
    share = cv2.contourArea(quad.astype(np.float32)) / (width * height)
    if not LEAST_AREA <= share <= MOST_AREA:
        return False
    edges = [quad[(k + 1) % 4] - quad[k] for k in range(4)]
    lengths = [float(np.linalg.norm(edge)) for edge in edges]
    for one, other in ((0, 2), (1, 3)):
        if max(lengths[one], lengths[other]) > SIDE_RATIO * min(lengths[one], lengths[other]):
            return False
    for before, after in itertools.pairwise([*edges, edges[0]]):
        cosine = float(np.dot(-before, after)) / (np.linalg.norm(before) * np.linalg.norm(after))
        if not CORNER_DEGREES[0] <= np.degrees(np.arccos(np.clip(cosine, -1, 1))) <= CORNER_DEGREES[1]:
            return False
    x0, y0 = quad.min(axis=0)
    x1, y1 = quad.max(axis=0)
    bend = np.abs(quad - rectangle(x0, y0, x1, y1)).max() / max(width, height)
    return bool(bend >= LEAST_BEND)


def flattening(quad: Points, beyond: Sequence[Points] = ()) -> tuple[Matrix, tuple[int, int]]:
    """The homography that lays the page flat, and the width and height of the picture that it fills.

    `beyond`: corners of lines around the page, in the same pixels, for which the picture is made larger. Those too far
    away are no part of it.
    """
    top, right, bottom, left = (float(np.linalg.norm(quad[(k + 1) % 4] - quad[k])) for k in range(4))
    width, height = max(top, bottom), max(left, right)
    aside, above = MARGIN * width, MARGIN * height
    target = rectangle(aside, above, aside + width, above + height)
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), target.astype(np.float32)).astype(float)
    edge = np.array([aside, above])
    size = np.array([width, height]) + 2 * edge
    lying = [project(matrix, line) for line in beyond]
    near = [
        line for line in lying if (line > -FARTHEST * size).all() and (line < (1 + FARTHEST) * size).all()
    ]
    low = np.min([[0.0, 0.0], *(line.min(axis=0) - edge for line in near)], axis=0)
    high = np.max([size, *(line.max(axis=0) + edge for line in near)], axis=0)
    shift = np.array([[1.0, 0.0, -low[0]], [0.0, 1.0, -low[1]], [0.0, 0.0, 1.0]])
    return shift @ matrix, (round(high[0] - low[0]), round(high[1] - low[1]))


def _masks(grey: Grey) -> list[Grey]:
    """Candidates for "paper": by brightness, by brightness without slow shadows, and within strong edges."""
    kernel = np.ones((9, 9), np.uint8)
    _, bright = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    level = max(40.0, 0.75 * float(np.percentile(grey, 20)) + 0.25 * float(np.percentile(grey, 90)))
    _, brighter = cv2.threshold(grey, level, 255, cv2.THRESH_BINARY)
    edges = cv2.dilate(cv2.Canny(grey, 30, 90), np.ones((3, 3), np.uint8))
    closed = [cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel) for mask in (bright, brighter)]
    return [cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel) for mask in closed] + [edges]


def _quad_of(mask: Grey) -> Points | None:
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    hull = cv2.convexHull(max(contours, key=lambda contour: cv2.contourArea(cv2.convexHull(contour))))
    area = cv2.contourArea(hull)
    for tolerance in (0.01, 0.02, 0.03, 0.05, 0.08):
        corners = cv2.approxPolyDP(hull, tolerance * cv2.arcLength(hull, True), True).reshape(-1, 2)
        if len(corners) == 4:
            quad = _from_top_left(corners.astype(float))
            return quad if abs(cv2.contourArea(quad.astype(np.float32)) - area) < 0.06 * area else None
    return None


def _from_top_left(corners: Points) -> Points:
    """The corners clockwise, beginning with the one nearest the picture's top left."""
    centre = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - centre[1], corners[:, 0] - centre[0])
    clockwise = corners[np.argsort(angles)]
    return np.roll(clockwise, -int(clockwise.sum(axis=1).argmin()), axis=0)


def _contrast(grey: Grey, quad: Points) -> float:
    """How much brighter the page is than its surroundings at the side where it is least so.

    Sides along the picture's edge have no surroundings and don't count; at least two sides must.
    """
    height, width = grey.shape
    centre = quad.mean(axis=0)
    steps: list[float] = []
    for start, end in zip(quad, np.roll(quad, -1, axis=0), strict=True):
        along = end - start
        normal = np.array([-along[1], along[0]]) / max(1.0, float(np.linalg.norm(along)))
        if np.dot(normal, centre - start) < 0:
            normal = -normal
        points = start + np.linspace(0.08, 0.92, 40)[:, None] * along
        inside, outside = points + 8 * normal, points - 8 * normal
        kept = (outside >= 0).all(axis=1) & (outside < [width, height]).all(axis=1)
        if kept.mean() < 0.5:
            continue
        inner = grey[
            np.clip(inside[:, 1], 0, height - 1).astype(int), np.clip(inside[:, 0], 0, width - 1).astype(int)
        ]
        outer = grey[
            np.clip(outside[:, 1], 0, height - 1).astype(int),
            np.clip(outside[:, 0], 0, width - 1).astype(int),
        ]
        steps.append(float(np.median(inner[kept].astype(float) - outer[kept])))
    return min(steps) if len(steps) >= 2 else 0.0
