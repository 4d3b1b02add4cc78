"""Whether two photos are one picture, or parts of one, at whatever size and brightness.

A perceptual hash of the whole can't tell: it changes once the margin is cut, and different photos of one hall agree in it. Here
landmarks that look alike must lie in both as one picture moved, scaled and turned would have them, and then the two, laid over each
other, must agree almost everywhere: another person in one corner of the same hall makes another photo.
"""

import base64
from itertools import product
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage  # pyright: ignore[reportMissingTypeStubs] - it has none

from dossier.page import Photo

ALIKE = 40
"""Bits of 256 in which two views of one landmark may differ."""
LANDMARKS = 12
"""That must lie as they would. Different photos with much to see had up to 6, parts of 36 % of one picture's area 18 and more."""
OFF = 1.2
"""Pixels of the small grey picture by which a landmark may be off."""
APART = 6.0
"""Two landmarks that are nearer to each other than this don't tell a scale."""
SCALES = (1 / 3, 3)
GUESSES = 4000
GRID = 4
INSIDE = 0.8
"""Share of a field that must lie in both."""
TELLING = 4.0
"""Grey levels (standard deviation) from which a field of the grid shows something."""
FIELDS = 6
"""Fields that must show something."""
AGREEING = 0.96
"""Correlation that four in five fields must have. Cut, scaled and brightened copies had 0.979, different photos of one hall at most 0.93."""
KEY_BYTES, KEYS = 5, 4
_Array = NDArray[Any]


def marks_of(photo: Photo) -> bytes:
    """What the photo is found by: parts of its landmarks' looks. Two views of one picture share some."""
    looks = _looks(photo).astype(np.uint64)
    keys = [np.empty(0, dtype=np.uint64)]
    for number, start in enumerate(range(0, looks.shape[1], looks.shape[1] // KEYS)):
        key = np.full(len(looks), number, dtype=np.uint64)
        for column in range(start, start + KEY_BYTES):
            key = (key << np.uint64(8)) | looks[:, column]
        keys.append(key)
    return np.unique(np.concatenate(keys)).astype("<u8").tobytes()


def one_photo(one: Photo, other: Photo) -> bool:
    """Whether the two are one picture, or parts of one that overlap, whichever way up: without text, nobody knows."""
    return _is_part(one, other) or _is_part(other, one)


def _is_part(one: Photo, other: Photo) -> bool:
    move = _move(one, other)
    return move is not None and _agree(one, other, move)


def _move(one: Photo, other: Photo) -> _Array | None:
    """What takes a point of the one photo to where it is in the other: three rows (x, y, 1) of two columns."""
    differing = np.bitwise_count(_looks(one)[:, None, :] ^ _looks(other)[None, :, :]).sum(axis=2)
    nearest = differing.argmin(axis=1)
    rows = np.arange(len(nearest))
    mutual = (differing.argmin(axis=0)[nearest] == rows) & (differing[rows, nearest] <= ALIKE)
    here, there = _places(one)[rows[mutual]], _places(other)[nearest[mutual]]
    if len(here) < LANDMARKS:
        return None
    first, second = np.triu_indices(len(here), 1)
    apart = np.abs(here[first] - here[second]) > APART
    first, second = first[apart], second[apart]
    scales = (there[first] - there[second]) / (here[first] - here[second])
    likely = (np.abs(scales) > SCALES[0]) & (np.abs(scales) < SCALES[1])
    scales, first = scales[likely], first[likely]
    step = max(1, -(-len(scales) // GUESSES))
    scales, first = scales[::step], first[::step]
    if not len(scales):
        return None
    shifts = there[first] - scales * here[first]
    fits = np.abs(scales[:, None] * here + shifts[:, None] - there) < OFF
    best = fits[fits.sum(axis=1).argmax()]
    if best.sum() < LANDMARKS:
        return None
    here, there = here[best], there[best]
    # Widths and heights are rounded when a picture is made small: its two scales may differ a little.
    points = np.stack([np.real(here), np.imag(here), np.ones(len(here))], axis=1)
    return np.linalg.lstsq(points, np.stack([np.real(there), np.imag(there)], axis=1), rcond=None)[0]


def _agree(one: Photo, other: Photo, move: _Array) -> bool:
    """Whether the two agree in nearly every field of where they overlap."""
    left, right = _grey(one), _grey(other)
    indices: _Array = np.indices(left.shape)
    rows, columns = indices
    across = (columns + 0.5) * move[0, 0] + (rows + 0.5) * move[1, 0] + move[2, 0] - 0.5
    down = (columns + 0.5) * move[0, 1] + (rows + 0.5) * move[1, 1] + move[2, 1] - 0.5
    inside: _Array = (
        (across >= 0) & (down >= 0) & (across <= right.shape[1] - 1) & (down <= right.shape[0] - 1)
    )
    if not inside.any():
        return False
    # Both as blurred as the smaller one is once it is blown up.
    size = float(np.hypot(move[0, 0], move[0, 1]))
    left, right = _blurred(left, max(1.0, 1 / size)), _blurred(right, max(1.0, size))
    over = _at(right, down, across)
    shown: _Array = np.argwhere(inside)
    (top, start), (bottom, end) = shown.min(axis=0).tolist(), (shown.max(axis=0) + 1).tolist()
    tall, wide = -(-(bottom - top) // GRID), -(-(end - start) // GRID)
    found: list[float] = []
    for row, column in product(range(top, bottom, tall), range(start, end, wide)):
        field = slice(row, row + tall), slice(column, column + wide)
        kept = inside[field]
        if kept.mean() > INSIDE:
            found.extend(_correlation(left[field][kept], over[field][kept]))
    return len(found) >= FIELDS and float(np.quantile(found, 0.2)) >= AGREEING


def _blurred(grey: _Array, by: float) -> _Array:
    return cast("Any", ndimage).gaussian_filter(grey, by)


def _at(grey: _Array, down: _Array, across: _Array) -> _Array:
    """Between the pixels."""
    return cast("Any", ndimage).map_coordinates(grey, [down, across], order=1, mode="nearest")


def _correlation(left: _Array, right: _Array) -> list[float]:
    """Of two fields; nothing where neither shows anything."""
    left, right = left - left.mean(), right - right.mean()
    norm = float(np.sqrt((left**2).sum() * (right**2).sum()))
    if max(left.std(), right.std()) < TELLING:
        return []
    return [float((left * right).sum()) / norm if norm else 0.0]


def _looks(photo: Photo) -> _Array:
    return np.frombuffer(base64.b64decode(photo.looks), dtype=np.uint8).reshape(-1, 32)


def _places(photo: Photo) -> _Array:
    """In pixels of the small grey picture, as complex numbers."""
    shares = np.frombuffer(base64.b64decode(photo.places), dtype="<u2").reshape(-1, 2) / 0xFFFF
    return shares[:, 0] * photo.width + 1j * shares[:, 1] * photo.height


def _grey(photo: Photo) -> _Array:
    pixels = np.frombuffer(base64.b64decode(photo.grey), dtype=np.uint8)
    return pixels.reshape(photo.height, photo.width).astype(np.float64)
