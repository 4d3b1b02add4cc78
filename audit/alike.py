"""Pages that may be one, among all pages of a round, without comparing all with all.

A page has a print: 64 bits of its looks (a perceptual hash), a sketch of its text (MinHash, Broder 1997, of shingles of three
characters), and marks where it is a photo. Pages meet where a band of their sketch is the same (locality-sensitive hashing: Indyk,
Motwani 1998), or some of their marks, so that time grows with the number of pages and of those that are alike. A band that many
pages share is that of a form: it brings nobody together, while the bands that hold what is filled in still do.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from audit.one_photo import marks_of
from dossier.page import Page
from dossier.prints import PagePrint

PERMUTATIONS = 48
TEXT_ROWS = 3
"""Hashes to a band of the sketch: 16 bands. Texts of which three quarters of the shingles agree meet in 9,998 of 10,000 cases."""
SHINGLE = 3
LEAST_TEXT = 30
"""Characters from which a page is found by its text; below, as a photo. The same as where two pages are compared."""
LIKE_TEXT = 0.6
"""Share of agreeing hashes from which two texts are worth comparing letter by letter."""
LIKE_PICTURE = 10
"""Bits in which the looks of two pages with text may differ, unless their texts are nearly one."""
NEARLY_ONE = 0.85
"""Share of agreeing hashes from which looks don't matter: a page whose margin is cut looks otherwise. Copies had 0.92 and more."""
LIKE_PHOTO = 3
"""Marks that two photos must share to be worth comparing. Different photos shared 0.4 of 800, parts of three quarters of one picture's sides 3 and more."""
NEAREST_PHOTOS = 5
"""Photos that a photo is compared with, at most: those that share most marks with it."""
CROWD = 40
"""Pages with one band, or one mark, from which that brings nobody together."""


def prints_of(sha256: str, pages: Sequence[Page]) -> Iterator[PagePrint]:
    """The prints of a content's pages. One with neither text nor anything to see is found by nothing."""
    for page in pages:
        text = "".join("".join(line.text.split()) for line in page.lines)
        # A page of one colour has a hash of zeros, as every other such page has.
        bits = int(page.fingerprint or "0", 16) or None
        sketch = _sketch(text) if len(text) >= LEAST_TEXT else None
        marks = marks_of(page.photo) if page.photo else None
        yield PagePrint(sha256=sha256, page=page.number, bits=bits, sketch=sketch, marks=marks)


def _sketch(text: str) -> bytes:
    from datasketch import MinHash  # pyright: ignore[reportMissingTypeStubs]

    made: Any = MinHash(num_perm=PERMUTATIONS, seed=1)
    made.update_batch({text[at : at + SHINGLE].encode() for at in range(len(text) - SHINGLE + 1)})
    return made.hashvalues.astype("<u4").tobytes()


def alike(prints: pl.DataFrame) -> list[tuple[int, int]]:
    """Pairs of rows that are worth comparing, lower row first. Columns: `body` (whose it is), `bits`, `sketch`, `marks`.

    Rows of one body never meet.
    """
    bodies = prints["body"].rank("dense").to_numpy()
    found = np.concatenate([_by_text(prints, bodies), _by_marks(prints["marks"], bodies)])
    return [(int(one), int(other)) for one, other in np.unique(found, axis=0)]


def _by_text(prints: pl.DataFrame, bodies: NDArray[Any]) -> NDArray[Any]:
    bits = prints["bits"].cast(pl.Int64).fill_null(0).to_numpy().view(np.uint64)
    has_bits = prints["bits"].is_not_null().to_numpy()
    has_text = prints["sketch"].is_not_null().to_numpy()
    sketches = np.frombuffer(b"".join(prints["sketch"].drop_nulls().to_list()), dtype="<u4").reshape(
        -1, PERMUTATIONS
    )
    places = np.cumsum(has_text) - 1
    pairs = np.unique(_texts(np.flatnonzero(has_text), sketches, bodies), axis=0)
    first, second = pairs.T
    distance = np.bitwise_count(bits[first] ^ bits[second])
    looks_alike = ~(has_bits[first] & has_bits[second]) | (distance <= LIKE_PICTURE)
    agree = (sketches[places[first]] == sketches[places[second]]).mean(axis=1)
    return pairs[(agree >= NEARLY_ONE) | ((agree >= LIKE_TEXT) & looks_alike)]


def _by_marks(marks: pl.Series, bodies: NDArray[Any]) -> NDArray[Any]:
    """Pairs of photos that share marks, of each photo those that share most."""
    held = [
        (row, np.frombuffer(each, dtype="<u8"))
        for row, each in enumerate(marks.to_list())
        if each is not None
    ]
    if not held:
        return np.empty((0, 2), dtype=np.int64)
    rows = np.repeat([row for row, _ in held], [len(each) for _, each in held])
    pairs = _meet(np.concatenate([each for _, each in held]), rows, bodies)
    shared = (
        pl.DataFrame(pairs, schema=["one", "other"])
        .group_by("one", "other")
        .len()
        .filter(pl.col("len") >= LIKE_PHOTO)
    )
    both = pl.concat([shared, shared.select(one="other", other="one", len="len")])
    nearest = (
        both.sort(["len", "one", "other"], descending=[True, False, False])
        .group_by("one", maintain_order=True)
        .head(NEAREST_PHOTOS)
    )
    return np.sort(nearest.select("one", "other").to_numpy(), axis=1).astype(np.int64)


def _texts(rows: NDArray[Any], sketches: NDArray[Any], bodies: NDArray[Any]) -> NDArray[Any]:
    found = [np.empty((0, 2), dtype=np.int64)]
    for start in range(0, PERMUTATIONS, TEXT_ROWS):
        band = sketches[:, start : start + TEXT_ROWS].astype(np.uint64)
        key = (
            (band[:, 0] << np.uint64(32))
            ^ (band[:, 1] << np.uint64(16))
            ^ (band[:, 2] * np.uint64(0x9E3779B97F4A7C15))
        )
        found.append(_meet(key, rows, bodies))
    return np.concatenate(found)


def _meet(keys: NDArray[Any], rows: NDArray[Any], bodies: NDArray[Any]) -> NDArray[Any]:
    """Pairs of rows with the same key and another body, unless a crowd has that key."""
    frame = pl.DataFrame({"key": keys, "row": rows, "body": bodies[rows]})
    shared = frame.group_by("key").len().filter(pl.col("len").is_between(2, CROWD)).select("key")
    held = frame.join(shared, on="key")
    pairs = held.join(held, on="key", suffix="_other").filter(
        (pl.col("row") < pl.col("row_other")) & (pl.col("body") != pl.col("body_other"))
    )
    return pairs.select("row", "row_other").to_numpy().astype(np.int64)
