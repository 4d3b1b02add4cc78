"""Traces of editing in a JPEG's pixels: a spot that wasn't compressed together with the rest of the page.

A scan that is opened, changed and saved again was compressed twice, but for the changed spot. Compressed once more as
the first time (a quality that is searched for), the page stays as it is and the spot doesn't: the "JPEG ghost" of
H. Farid, Exposing Digital Forgeries from JPEG Ghosts, 2009. A page that was compressed once, or saved again as a
whole, has no such spot.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dossier.geometry import Box

Grey = NDArray[np.uint8]
Blocks = NDArray[np.float32]

_SIDE = 8
"""Pixels of a JPEG block."""
_INK = 80
"""Grey levels within a block from which something stands in it; empty paper is the same at any quality."""
_LEAST_INK = 200
"""Blocks with ink from which a page can be judged."""
_SAMPLE = 24
"""Rows of blocks, those with most ink, by which the first quality is searched for."""
_QUALITIES = range(60, 95)
_APART = 3
"""Steps of quality between the first and the second compression; nearer ones can't be told apart."""
_GHOST = 0.7
"""Loss at the first quality, as a share of the loss at its neighbours."""
_STRAY = 5.0
"""Loss of a block, in medians, from which it strays."""
_STRAY_SHARE = 98.5
"""Percentile of all blocks that it must pass too."""
_CLUSTER, _FULL, _STRONG = 8, 0.6, 6.5
"""Straying blocks together, their share of the inked blocks of their box, and their median loss, from which they tell."""
_MOST = 3
"""Clusters up to which they are told."""
_LOOSE, _MOST_LOOSE = 4, 4
"""Smaller clusters, of which there may be few; where there are many the page is uneven."""
_HIGH = 0.04
"""Share of the longer side up to which a cluster is a piece of text; pasted seals and pictures are higher."""
_LARGEST = 40_000_000
"""Pixels up to which a picture is looked at."""

# Annex K of ITU-T T.81: the luminance table at quality 50, of which the usual encoders scale theirs.
_TABLE = (
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
    51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120,
    101, 72, 92, 95, 98, 112, 100, 103, 99,
)  # fmt: skip


class _Cluster(NamedTuple):
    x: int
    y: int
    width: int
    height: int
    blocks: int
    full: float
    loss: float


def spots_in_jpeg(source: Path | bytes) -> list[Box]:
    """The spots of a JPEG that weren't compressed with the rest, in fractions of the picture as stored."""
    import io

    from PIL import Image

    try:
        opened = Image.open(source if isinstance(source, Path) else io.BytesIO(source), formats=("JPEG",))
    except Image.DecompressionBombError:
        return []
    with opened as image:
        tables: dict[int, Sequence[int]] = getattr(image, "quantization", {})
        if image.format != "JPEG" or 0 not in tables or image.width * image.height > _LARGEST:
            return []
        image.draft("L", image.size)
        grey = np.asarray(image.convert("L"))
    return _spots(grey, _quality(tables[0]))


def _quality(table: Sequence[int]) -> int:
    """The quality whose table comes nearest."""
    total = sum(table)
    return min(range(1, 101), key=lambda quality: abs(_sum_at(quality) - total))


def _sum_at(quality: int) -> int:
    scale = 5000 // quality if quality < 50 else 200 - 2 * quality
    return sum(min(255, max(1, (value * scale + 50) // 100)) for value in _TABLE)


def _spots(grey: Grey, quality: int) -> list[Box]:
    inked = _inked(grey)
    if inked.sum() < _LEAST_INK:
        return []
    first = _first_quality(grey, inked, quality)
    if first is None:
        return []
    clusters = _clusters(_loss(grey, first), inked)
    height, width = grey.shape
    highest = _HIGH * max(height, width) / _SIDE
    told = [
        one
        for one in clusters
        if one.blocks >= _CLUSTER and one.full >= _FULL and one.loss >= _STRONG and one.height <= highest
    ]
    if not 0 < len(told) <= _MOST or len(clusters) > _MOST_LOOSE:
        return []
    return [
        Box(
            one.x * _SIDE / width,
            one.y * _SIDE / height,
            min(1.0, (one.x + one.width) * _SIDE / width),
            min(1.0, (one.y + one.height) * _SIDE / height),
        )
        for one in told
    ]


def _first_quality(grey: Grey, inked: NDArray[np.bool_], quality: int) -> int | None:
    """The quality of an earlier compression: where the loss is less than at its neighbours."""
    rows = np.sort(np.argsort(-inked.sum(axis=1), kind="stable")[:_SAMPLE])
    sample = np.ascontiguousarray(np.vstack([grey[row * _SIDE : (row + 1) * _SIDE] for row in rows]))
    ink = _inked(sample)
    losses = {
        each: float(np.median(_loss(sample, each)[ink])) for each in _QUALITIES if each < min(quality, 100)
    }
    # After one compression the loss only falls towards its quality; the mark of an earlier one is a dip.
    dips = [
        each
        for each in losses
        if each <= quality - _APART
        and losses[each] < min(losses.get(each + 1, 0.0), losses.get(each - 1, 0.0))
    ]
    shares = {
        each: losses[each]
        / (float(np.median([loss for other, loss in losses.items() if 2 <= abs(other - each) <= 5])) + 1e-3)
        for each in dips
    }
    first = min(dips, key=lambda each: shares[each], default=None)
    return first if first is not None and shares[first] <= _GHOST else None


def _in_blocks(pixels: NDArray[np.generic]) -> NDArray[np.generic]:
    rows, columns = (side // _SIDE for side in pixels.shape)
    return pixels[: rows * _SIDE, : columns * _SIDE].reshape(rows, _SIDE, columns, _SIDE)


def _inked(grey: Grey) -> NDArray[np.bool_]:
    blocks = _in_blocks(grey)
    return np.subtract(blocks.max(axis=(1, 3)), blocks.min(axis=(1, 3))) > _INK


def _loss(grey: Grey, quality: int) -> Blocks:
    """Mean square by which each block changes when it is compressed at a quality."""
    import cv2

    _, encoded = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])
    again = cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE)
    difference = grey.astype(np.float32) - again
    return _in_blocks(difference * difference).mean(axis=(1, 3), dtype=np.float32)


def _clusters(loss: Blocks, inked: NDArray[np.bool_]) -> list[_Cluster]:
    """Groups of neighbouring blocks that stray from the page's loss."""
    import cv2

    median = max(float(np.median(loss[inked])), 0.05)
    least = max(_STRAY * median, float(np.percentile(loss[inked], _STRAY_SHARE)))
    stray = ((loss > least) & inked).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(stray, connectivity=8)
    found: list[_Cluster] = []
    for label in range(1, count):
        x, y, width, height, blocks = (int(value) for value in stats[label])
        if blocks < _LOOSE:
            continue
        part = slice(y, y + height), slice(x, x + width)
        full = blocks / max(1, int(inked[part].sum()))
        typical = float(np.median(loss[part][labels[part] == label])) / median
        found.append(_Cluster(x, y, width, height, blocks, full, typical))
    return found
