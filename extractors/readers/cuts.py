"""Where a long screenshot is cut into pages: at quiet rows, so that no text is cut through."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

PAGE_RATIO = 1.5
"""Height to width of the pages that a long screenshot is cut into, about."""
_SHORTEST, _TALLEST = 1.0, 2.2


def cut_rows(image: "Image") -> list[tuple[int, int]]:
    """Top and bottom row of each page."""
    width, height = image.size
    busy = _activity(image)
    cuts = [0]
    while height - cuts[-1] > _TALLEST * width:
        top = cuts[-1]
        low, high = top + round(_SHORTEST * width), min(top + round(2.0 * width), height - round(0.3 * width))
        cuts.append(_quietest(busy, low, max(high, low + 1), top + round(PAGE_RATIO * width)))
    return list(zip(cuts, [*cuts[1:], height], strict=True))


def _activity(image: "Image") -> "NDArray[np.float32]":
    """How much happens in each row: the mean step between neighbouring pixels, smoothed over some rows."""
    import numpy as np

    grey = np.asarray(image.convert("L"))
    steps = np.empty(grey.shape[0], np.float32)
    for start in range(0, grey.shape[0], 2048):
        block = grey[start : start + 2048].astype(np.int16)
        steps[start : start + 2048] = np.abs(np.diff(block, axis=1)).mean(axis=1)
    window = max(3, round(image.width / 120))
    # The worst of the neighbouring rows: a cut needs room on both sides.
    padded = np.pad(steps, window, mode="edge")
    return np.max(np.lib.stride_tricks.sliding_window_view(padded, 2 * window + 1), axis=1)


def _quietest(busy: "NDArray[np.float32]", low: int, high: int, wanted: int) -> int:
    import numpy as np

    part = busy[low:high]
    quiet = np.flatnonzero(part <= part.min() + 0.15) + low
    return int(quiet[np.argmin(np.abs(quiet - wanted))])
