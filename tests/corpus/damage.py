"""What happens to a page between the printer and the upload: scanners, phones, fax machines.

Each function takes an RGB array and returns the damaged one with the homography that took it there, so that a box on
the clean page can be followed.
"""

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Array = "np.ndarray"


@dataclass(frozen=True)
class Damaged:
    """Pixels after damage, and the 3 x 3 matrix from clean pixels to these."""

    pixels: "np.ndarray"
    matrix: "np.ndarray"
    quality: int
    grey: bool = False


def scan(image: "np.ndarray", rng: random.Random, grain: float = 1.0) -> Damaged:
    """A flatbed or feeder scan: up to 2° off, faint noise (times `grain`), off-white paper, now and then grey."""
    import cv2
    import numpy as np

    height, width = image.shape[:2]
    angle = rng.triangular(-2, 2, 0.0)
    matrix = np.vstack(
        [cv2.getRotationMatrix2D((width / 2, height / 2), angle, rng.uniform(0.985, 1.0)), [0, 0, 1]]
    )
    matrix = np.array([[1, 0, rng.uniform(-6, 6)], [0, 1, rng.uniform(-6, 6)], [0, 0, 1]]) @ matrix
    paper = tuple(rng.randint(238, 255) for _ in range(3))
    out = cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper)
    out = _noise(out, rng, rng.uniform(2, 5) * grain)
    out = _levels(out, rng.uniform(0.93, 1.05), rng.uniform(-8, 8))
    if rng.random() < 0.3:
        side = rng.choice((0, 1))
        fade = np.ones(width, dtype=np.float32)
        band = max(4, int(width * rng.uniform(0.005, 0.02)))
        fade[:band] = np.linspace(rng.uniform(0.35, 0.7), 1, band)
        out = (out * (fade if side == 0 else fade[::-1])[None, :, None]).astype(np.uint8)
    grey = rng.random() < 0.15
    if grey:
        out = np.repeat(cv2.cvtColor(out, cv2.COLOR_RGB2GRAY)[:, :, None], 3, axis=2)
    return Damaged(out, matrix, rng.randint(75, 90), grey)


def photo(
    image: "np.ndarray",
    rng: random.Random,
    frame: tuple[int, int] | None = None,
    grain: float = 1.0,
    *,
    scene: bool = False,
) -> Damaged:
    """A phone's photo of the page on a table: perspective, shadow, warm or cold light, slight blur.

    `scene` says that the page shows its own surroundings: it fills the picture, and its edges are cut off a little.
    """
    import cv2
    import numpy as np

    height, width = image.shape[:2]
    if frame is None:
        long_side = rng.randint(1900, 2600)
        ratio = max(width, height) / min(width, height) if scene else 4 / 3
        frame = (
            (int(long_side / ratio), long_side) if height >= width else (long_side, int(long_side / ratio))
        )
    frame_width, frame_height = frame
    fill = rng.uniform(1.07, 1.1) if scene else rng.uniform(0.8, 0.93)
    sway = 0.3 if scene else 1.0
    scale = min(frame_width * fill / width, frame_height * fill / height)
    half_w, half_h = width * scale / 2, height * scale / 2
    centre_x = frame_width / 2 + rng.uniform(-0.01, 0.01) * frame_width
    centre_y = frame_height / 2 + rng.uniform(-0.01, 0.01) * frame_height
    turn = np.radians(rng.triangular(-4, 4, 0) * sway)
    corners = []
    for x, y in ((-half_w, -half_h), (half_w, -half_h), (half_w, half_h), (-half_w, half_h)):
        jitter_x, jitter_y = (rng.uniform(-0.035, 0.035) * half * sway for half in (half_w, half_h))
        corners.append(
            (
                centre_x + (x * np.cos(turn) - y * np.sin(turn)) + jitter_x,
                centre_y + (x * np.sin(turn) + y * np.cos(turn)) + jitter_y,
            )
        )
    clean = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    target = np.array(corners, dtype=np.float32)
    if not scene:
        target = np.clip(target, 4, [frame_width - 4, frame_height - 4]).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(clean, target)
    table = _table(frame_width, frame_height, rng)
    shadow = cv2.GaussianBlur(
        cv2.fillConvexPoly(
            np.zeros((frame_height, frame_width), np.uint8), (target + 10).astype(np.int32), (110,)
        ),
        (0, 0),
        9,
    )
    table = (table * (1 - shadow[:, :, None] / 255)).astype(np.uint8)
    out = cv2.warpPerspective(
        image,
        matrix,
        (frame_width, frame_height),
        dst=table,
        flags=cv2.INTER_AREA,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    out = _light(out, rng)
    out = cv2.GaussianBlur(out, (0, 0), rng.uniform(0.5, 1.0))
    out = _noise(out, rng, rng.uniform(2, 5) * grain)
    return Damaged(out, matrix, rng.randint(70, 88))


def poor(image: "np.ndarray", rng: random.Random) -> Damaged:
    """A fax, a copy of a copy, or a picture sent through a chat: small, crooked, folded, blurred, grey."""
    import cv2
    import numpy as np

    height, width = image.shape[:2]
    matrix = np.vstack(
        [
            cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-5, 5), rng.uniform(0.93, 0.97)),
            [0, 0, 1],
        ]
    )
    out = cv2.warpPerspective(
        image, matrix, (width, height), flags=cv2.INTER_AREA, borderValue=(225, 225, 225)
    )
    grey = cv2.cvtColor(out, cv2.COLOR_RGB2GRAY)
    grey = cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.45, 0.8))
    for _ in range(rng.randint(0, 2)):
        at = rng.randint(height // 5, height * 4 // 5)
        crease = np.full(height, 1.0, dtype=np.float32)
        for row in range(max(0, at - 6), min(height, at + 7)):
            crease[row] = 1 - 0.28 * (1 - abs(row - at) / 7) * (1 if row >= at else -0.4)
        grey = np.clip(grey * crease[:, None], 0, 255).astype(np.uint8)
    if rng.random() < 0.25:
        grey = cv2.convertScaleAbs(grey, alpha=1.7, beta=-95)
    else:
        gradient = np.linspace(rng.uniform(0.72, 0.95), rng.uniform(0.72, 0.95), width, dtype=np.float32)
        grey = (grey * gradient[None, :]).astype(np.uint8)
    out = np.repeat(grey[:, :, None], 3, axis=2)
    out = _noise(out, rng, rng.uniform(3, 6))
    return Damaged(out, matrix, rng.randint(30, 45), grey=True)


def _noise(image: "np.ndarray", rng: random.Random, sigma: float) -> "np.ndarray":
    import numpy as np

    source = np.random.default_rng(rng.getrandbits(32))
    noise = (source.standard_normal(image.shape[:2], dtype=np.float32) * sigma).astype(np.int16)
    return np.clip(image.astype(np.int16) + noise[:, :, None], 0, 255).astype(np.uint8)


def _levels(image: "np.ndarray", gain: float, offset: float) -> "np.ndarray":
    import numpy as np

    table = np.clip(np.arange(256) * gain + offset, 0, 255).astype(np.uint8)
    return table[image]


def _light(image: "np.ndarray", rng: random.Random) -> "np.ndarray":
    import cv2
    import numpy as np

    height, width = image.shape[:2]
    small = np.array([[rng.uniform(0.62, 1.05) for _ in range(3)] for _ in range(3)], dtype=np.float32)
    field = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    tint = np.array(
        [rng.uniform(0.93, 1.05), rng.uniform(0.95, 1.02), rng.uniform(0.86, 1.04)], dtype=np.float32
    )
    return np.clip(image * field[:, :, None] * tint, 0, 255).astype(np.uint8)


def _table(width: int, height: int, rng: random.Random) -> "np.ndarray":
    import cv2
    import numpy as np

    base = np.array(
        rng.choice([(150, 108, 72), (92, 74, 60), (186, 186, 182), (64, 70, 78), (120, 150, 140)])
    )
    source = np.random.default_rng(rng.getrandbits(32))
    grain = source.standard_normal((height // 3 + 1, 24), dtype=np.float32)
    grain = cv2.resize(cv2.GaussianBlur(grain, (0, 0), 2), (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(base[None, None, :] + grain[:, :, None] * 26, 0, 255).astype(np.uint8)


def follow(box: tuple[float, float, float, float], matrix: "np.ndarray") -> tuple[float, float, float, float]:
    """The axis-parallel box, in pixels, around where the matrix takes a box in pixels."""
    import numpy as np

    x0, y0, x1, y1 = box
    corners = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]], dtype=float) @ matrix.T
    points = corners[:, :2] / corners[:, 2:]
    return (
        float(points[:, 0].min()),
        float(points[:, 1].min()),
        float(points[:, 0].max()),
        float(points[:, 1].max()),
    )
