"""Red seals: where they are, the page without their ink, and what their ring says."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.ocr.engine import Engine
from extractors.ocr.geometry import cut, is_vertical
from extractors.ocr.image import Grey, Pixels, Points, shrunk

WORKING_SIDE = 900
LEAST_REDNESS = 34
"""Levels by which red exceeds green and blue in the ink of a seal."""
LEAST_SIDE = 0.045
MOST_SIDE = 0.5
"""A seal's sides as shares of the page's shorter side."""
MOST_ASPECT = 1.75
LEAST_OUTLINE = 0.7
"""Share of directions from the middle in which the outermost ink lies on the outline."""
MOST_FILL = 0.62
"""Share of the box that is ink; an emblem or a picture has more."""
INK_LEVEL = 35
"""Percentile of red, over a seal's ink, that becomes paper: the rest is ink over print."""
DARK = 0.6
"""Share of the paper's brightness under which ink is print."""
LEAST_DARK = 0.02
"""Share of a line's box that dark ink takes, under which the line is the seal's own or nothing."""
BAND = (0.52, 0.94)
"""Where the ring's text stands, in radii."""
BAND_HEIGHT = 56
LEAST_CERTAINTY = 0.6


@dataclass(frozen=True)
class SealMark:
    """A seal in a view: its box in pixels (x0, y0, x1, y1)."""

    box: tuple[int, int, int, int]

    def holds(self, quad: Points) -> bool:
        """Whether the line's middle lies within the seal."""
        x, y = quad.mean(axis=0)
        x0, y0, x1, y1 = self.box
        return x0 <= x <= x1 and y0 <= y <= y1

    def touches(self, quad: Points) -> bool:
        """Whether the line's box overlaps the seal's."""
        x0, y0, x1, y1 = self.box
        (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
        return left < x1 and right > x0 and top < y1 and bottom > y0


def find_seals(image: Pixels) -> list[SealMark]:
    """The seals of a page: red, ring-shaped or framed, of a seal's size."""
    small = shrunk(image, WORKING_SIDE)
    scale = small.shape[1] / image.shape[1]
    ink = (redness(small) >= LEAST_REDNESS).astype(np.uint8)
    if int(ink.sum()) < 60:
        return []
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(closed)
    short = min(small.shape[:2])
    found: list[SealMark] = []
    for index in range(1, count):
        x, y, width, height, _area = (int(value) for value in stats[index])
        if not LEAST_SIDE * short <= min(width, height) <= max(width, height) <= MOST_SIDE * short:
            continue
        if max(width, height) > MOST_ASPECT * min(width, height):
            continue
        part = ink[y : y + height, x : x + width] & (labels[y : y + height, x : x + width] == index)
        if float(ink[y : y + height, x : x + width].mean()) <= MOST_FILL and has_outline(part):
            box = (x / scale, y / scale, (x + width) / scale, (y + height) / scale)
            found.append(SealMark((int(box[0]), int(box[1]), round(box[2]), round(box[3]))))
    return found


def has_outline(part: Grey) -> bool:
    """Whether the ink of a component runs around it, as an ellipse or as a frame."""
    ys, xs = np.nonzero(part)
    if len(ys) < 30:
        return False
    height, width = part.shape
    across, down = (xs - (width - 1) / 2) / (width / 2), (ys - (height - 1) / 2) / (height / 2)
    bins = ((np.arctan2(down, across) + np.pi) / (2 * np.pi) * 60).astype(int) % 60
    for distance, tolerance in ((np.hypot(across, down), 0.14), (np.maximum(abs(across), abs(down)), 0.12)):
        outermost = np.zeros(60)
        np.maximum.at(outermost, bins, distance)
        if float((abs(outermost - 1.0) <= tolerance).mean()) >= LEAST_OUTLINE:
            return True
    return False


def redness(image: Pixels) -> Grey:
    """By how many levels red exceeds the stronger of green and blue."""
    red, green, blue = cv2.split(image)
    return cv2.subtract(red, cv2.max(green, blue))


def without_seals(image: Pixels, seals: Sequence[SealMark]) -> Pixels:
    """The page with the ink of its seals made paper: dark ink under it stays, because it is dark in red too."""
    if not seals:
        return image
    clean = image.copy()
    for seal in seals:
        window = _window(image, seal)
        part = image[window]
        red = redness(part)
        ink = red >= LEAST_REDNESS
        if not ink.any():
            continue
        paper = (
            np.median(part[red < LEAST_REDNESS // 2].reshape(-1, 3), axis=0)
            if (~ink).any()
            else np.full(3, 255.0)
        )
        white = max(90.0, float(np.percentile(part[:, :, 0][ink], INK_LEVEL)))
        level = np.clip(part[:, :, :1].astype(np.float32) / white, 0.0, 1.0) * paper
        near = cv2.dilate((red >= LEAST_REDNESS // 2).astype(np.uint8), np.ones((3, 3), np.uint8))
        clean[window] = np.where(near[:, :, None] > 0, np.maximum(level, part), part)
    return clean


def is_seal_ink(clean: Pixels, quad: Points) -> bool:
    """Whether a line within a seal holds next to no dark ink: it is the seal's own text, or its ghost."""
    crop = cv2.cvtColor(np.ascontiguousarray(cut(clean, quad)), cv2.COLOR_RGB2GRAY)
    return float((crop < DARK * np.percentile(crop, 90)).mean()) < LEAST_DARK


def read_seal(engine: Engine, image: Pixels, seal: SealMark) -> tuple[str, float]:
    """The text of the ring, then of the level lines within, and the certainty of the least sure part kept."""
    ink = _seal_ink(image, seal)
    parts = [
        line
        for line in engine.recognise_well([unroll(ink)])
        if line.confidence >= LEAST_CERTAINTY and line.text
    ]
    level = [quad for quad in engine.detect(ink) if _is_level_part(quad, ink.shape[0])]
    inner = engine.recognise_well([cut(ink, quad) for quad in sorted(level, key=lambda quad: quad[0][1])])
    parts += [line for line in inner if line.confidence >= LEAST_CERTAINTY + 0.2 and len(line.text) > 1]
    if not parts:
        return "", 0.0
    return " ".join(line.text for line in parts), min(line.confidence for line in parts)


def unroll(ink: Pixels) -> Pixels:
    """The ring's text on a level line: from the bottom clockwise, outside up."""
    radius = ink.shape[0] / 2
    steps = round(2 * np.pi * radius * sum(BAND) / 2 * BAND_HEIGHT / ((BAND[1] - BAND[0]) * radius))
    angles = np.pi / 2 + np.linspace(0, 2 * np.pi, steps, endpoint=False)
    radii = np.linspace(BAND[1], BAND[0], BAND_HEIGHT) * radius
    xs = (radius + radii[:, None] * np.cos(angles)).astype(np.float32)
    ys = (radius + radii[:, None] * np.sin(angles)).astype(np.float32)
    return cv2.remap(ink, xs, ys, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def _seal_ink(image: Pixels, seal: SealMark) -> Pixels:
    """The seal alone, dark on white, made square (an oval or tilted seal becomes a circle)."""
    x0, y0, x1, y1 = seal.box
    red = redness(image[max(0, y0) : y1, max(0, x0) : x1])
    strong = (
        max(60.0, float(np.percentile(red[red >= LEAST_REDNESS], 70)))
        if (red >= LEAST_REDNESS).any()
        else 255.0
    )
    level = 255 - cv2.convertScaleAbs(red, alpha=235.0 / strong)
    side = max(200, x1 - x0, y1 - y0)
    level = cv2.resize(level, (side, side), interpolation=cv2.INTER_CUBIC)
    return cv2.merge([level, level, level])


def _is_level_part(quad: Points, side: int) -> bool:
    """Whether a detected run is level text in the middle of the seal, not a piece of the ring."""
    centre = quad.mean(axis=0) / side
    tilt = abs(float(quad[1][1] - quad[0][1])) / max(1.0, abs(float(quad[1][0] - quad[0][0])))
    return not is_vertical(quad) and tilt < 0.12 and 0.2 < centre[0] < 0.8 and 0.45 < centre[1] < 0.85


def _window(image: Pixels, seal: SealMark) -> tuple[slice, slice]:
    x0, y0, x1, y1 = seal.box
    pad = max(4, round(0.04 * max(x1 - x0, y1 - y0)))
    height, width = image.shape[:2]
    return slice(max(0, y0 - pad), min(height, y1 + pad)), slice(max(0, x0 - pad), min(width, x1 + pad))
