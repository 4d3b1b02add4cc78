"""What a photograph is found again by, and told by: landmarks (ORB: Rublee et al. 2011), and a small grey picture."""

import base64
from typing import TYPE_CHECKING

from dossier.page import Line, Photo

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 480
"""Of the picture in which landmarks are looked for: the smallest that keeps faces and letters of a banner."""
LEAST_SIDE = 64
"""Of the shorter side there. A narrower strip has no room for landmarks, and their finder can't make it smaller still."""
LANDMARKS = 200
LEAST_LANDMARKS = 24
"""Fewer are a blank page, a wall, a line drawing."""
MOST_LETTERS = 60
"""A page with more is told by its text."""
GREY_SIDE = 96


def photo_of(image: "Image", lines: tuple[Line, ...]) -> Photo | None:
    """The photo that an upright page is; None: it has text that tells it, or hardly anything to see."""
    import cv2
    import numpy as np
    from PIL.Image import Resampling

    if sum(char.isalnum() for line in lines for char in line.text) > MOST_LETTERS:
        return None
    grey = image.convert("L")

    def shrunk(side: int, how: Resampling) -> "Image":
        factor = side / max(grey.size)
        size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
        return grey.resize(size, how, reducing_gap=3.0)

    finder = cv2.ORB.create(
        nfeatures=LANDMARKS, scaleFactor=1.2, nlevels=10, edgeThreshold=16, patchSize=31, fastThreshold=10
    )
    view = np.asarray(shrunk(SIDE, Resampling.LANCZOS))
    if min(view.shape) < LEAST_SIDE:
        return None
    points, looks = finder.detectAndCompute(view, np.full_like(view, 255))
    if len(points) < LEAST_LANDMARKS:
        return None
    # Pixels are counted from their middle.
    places = (np.array([point.pt for point in points]) + 0.5) / view.shape[::-1] * 0xFFFF
    small = shrunk(GREY_SIDE, Resampling.BOX)
    return Photo(
        width=small.width,
        height=small.height,
        grey=_text(small.tobytes()),
        places=_text(places.clip(0, 0xFFFF).astype("<u2").tobytes()),
        looks=_text(np.asarray(looks).tobytes()),
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
