"""Compares what an engine read with what stands on a made page, place by place.

A reading belongs to the true line in whose box its middle lies; what lies on no line is counted as inserted, except
within a seal, whose text is no part of the lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from benchmarks.ocr_pages import MadePage


@dataclass(frozen=True)
class Placed:
    """A reading: its text and its corners in fractions of the upright page."""

    text: str
    quad: NDArray[np.float64]


@dataclass(frozen=True)
class Score:
    """Letters wrong, letters that stand there, and the lines that went wrong (true, read)."""

    wrong: int
    letters: int
    faults: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(self.wrong + other.wrong, self.letters + other.letters, self.faults + other.faults)

    @property
    def cer(self) -> float:
        """Character error rate."""
        return self.wrong / max(1, self.letters)


def score(page: MadePage, readings: Sequence[Placed]) -> Score:
    """How an engine's readings compare with the page's truth."""
    owned: list[list[Placed]] = [[] for _ in page.lines]
    stray: list[Placed] = []
    for reading in readings:
        index = _owner(page, reading.quad.mean(axis=0))
        if index is not None:
            owned[index].append(reading)
        elif not any(_distance(seal, reading.quad.mean(axis=0)) >= 0 for seal in page.seals):
            stray.append(reading)
    wrong = sum(len(_plain(reading.text)) for reading in stray)
    faults = [("", reading.text) for reading in stray]
    for line, parts in zip(page.lines, owned, strict=True):
        read = "".join(part.text for part in sorted(parts, key=lambda part: part.quad[:, 0].mean()))
        errors = Levenshtein.distance(_plain(line.text), _plain(read))
        wrong += errors
        if errors:
            faults.append((line.text, read))
    return Score(wrong, sum(len(_plain(line.text)) for line in page.lines), tuple(faults))


def _owner(page: MadePage, point: NDArray[np.float64]) -> int | None:
    distances = [_distance(line.quad, point) for line in page.lines]
    nearest = int(np.argmax(distances))
    return nearest if distances[nearest] > -0.008 else None


def _distance(quad: NDArray[np.float64], point: NDArray[np.float64]) -> float:
    """Positive inside the quad, negative outside, in fractions of the page."""
    return cv2.pointPolygonTest(quad.astype(np.float32), (float(point[0]), float(point[1])), True)


_WIDE = str.maketrans("（），：；！？％", "(),:;!?%")


def _plain(text: str) -> str:
    """Without spaces, and with punctuation in one width: no engine is judged by those."""
    return "".join(text.split()).translate(_WIDE)
