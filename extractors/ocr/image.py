"""Types of arrays, shared by the OCR's modules, and the small grey picture that most of them look at first."""

from typing import Any

import cv2
import numpy as np

Array = np.ndarray[Any, np.dtype[np.integer[Any] | np.floating[Any]]]
"""What OpenCV takes and gives."""

Pixels = Array
"""RGB, uint8, height x width x 3."""

Grey = Array
"""One channel, uint8, height x width."""

Points = Array
"""n x 2 floats, pixels."""

Matrix = Array
"""A 3 x 3 homography."""


def shrunk(image: Pixels, longest: int) -> Pixels:
    """The image with its longer side brought down to `longest` pixels; never larger than it is, never empty."""
    scale = min(1.0, longest / max(image.shape[:2]))
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)


def shrunk_grey(image: Pixels, longest: int) -> Grey:
    """The shrunk image without colour."""
    return cv2.cvtColor(shrunk(image, longest), cv2.COLOR_RGB2GRAY)
