"""Types of arrays, shared by the OCR's modules."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""RGB, height x width x 3."""

Grey = NDArray[np.uint8]
"""One channel, height x width."""

Points = NDArray[np.float64]
"""n x 2, pixels."""

Matrix = NDArray[np.float64]
"""A 3 x 3 homography."""

Array = NDArray[Any]
