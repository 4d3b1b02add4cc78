"""The cheap check of a visible text layer: a few of its lines are read from the pixels, by the fast weights."""

import re
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from extractors.readers.agreement import Agreement, compare, substance
from extractors.readers.layer import LayerLine

SAMPLES = 3
MOST_SAMPLES = 8

_TELLING = re.compile(r"\d{4}\s*年|[1-5一二三四五]\s*A|AAA|编号|代码|证号|〔\d{4}〕|%|元|届")
_LONGEST = 12
"""Characters that are looked at: of a longer line its part with the number."""

Grey = NDArray[np.uint8]


class Verdict(Enum):
    """What the pixels say of a sampled line."""

    SAME = "same"
    DIFFERS = "differs"
    UNSURE = "unsure"


def choose_samples(lines: list[LayerLine], doubtful: list[LayerLine]) -> list[LayerLine]:
    """The lines to look at: doubtful ones, the most telling ones, and one of each font not seen among them."""
    chosen = sorted(doubtful, key=_weight, reverse=True)[: MOST_SAMPLES - SAMPLES]
    ranked = sorted(
        (line for line in lines if line not in chosen and substance(line.text) >= 2),
        key=_weight,
        reverse=True,
    )
    chosen.extend(ranked[:SAMPLES])
    fonts = {font for line in chosen for font in line.fonts}
    for line in ranked[SAMPLES:]:
        if len(chosen) >= MOST_SAMPLES:
            break
        if not line.fonts <= fonts:
            chosen.append(line)
            fonts |= line.fonts
    return chosen


def _weight(line: LayerLine) -> float:
    """How much would hang on the line if it were false; long lines cost more to look at."""
    text = line.text
    weight = 3.0 * len(_TELLING.findall(text)) + 1.0 * any(character.isdigit() for character in text)
    return weight + line.size / 12 - max(0, len(text) - 16) / 40


def check_lines(grey: Grey, lines: list[LayerLine]) -> list[tuple[LayerLine, Verdict]]:
    """Each line with what its pixels say. `grey` is the upright page."""
    from extractors import ocr

    parts = [_part_of(line) for line in lines]
    read = ocr.recognise_lines(
        [_crop(grey, line, start, end) for line, (start, end) in zip(lines, parts, strict=True)]
    )
    return [
        (line, _verdict(line.text[start:end], text, confidence))
        for line, (start, end), (text, confidence) in zip(lines, parts, read, strict=True)
    ]


def _verdict(layer: str, seen: str, confidence: float) -> Verdict:
    result = compare(layer, seen, confidence)
    if result.agreement is Agreement.DIFFERS:
        return Verdict.DIFFERS
    if result.ratio >= 0.75:
        return Verdict.SAME
    return Verdict.UNSURE


def _part_of(line: LayerLine) -> tuple[int, int]:
    """Which characters of the line are looked at."""
    length = len(line.text)
    if length <= _LONGEST + 4 or not line.places:
        return 0, length
    match = _TELLING.search(line.text) or re.search(r"\d", line.text)
    start = max(0, min(match.start() - 2 if match else 0, length - _LONGEST))
    return start, start + _LONGEST


def _crop(grey: Grey, line: LayerLine, start: int, end: int) -> NDArray[np.uint8]:
    """The pixels of the line's characters from start to end, RGB, with a little room around, upright."""
    height, width = grey.shape[:2]
    box = line.box
    x0, x1, y0, y1 = box.x0 * width, box.x1 * width, box.y0 * height, box.y1 * height
    across = abs(line.quad.top_right.y - line.quad.top_left.y) > abs(
        line.quad.top_right.x - line.quad.top_left.x
    )
    room = 0.12 * min(x1 - x0, y1 - y0)
    left = right = room
    if line.places:
        # No room at a cut, so that no neighbour is read in.
        x0, x1 = line.places[start][0] * width, line.places[end - 1][1] * width
        left, right = (room if start == 0 else 0), (room if end == len(line.text) else 0)
    part = grey[max(0, int(y0 - room)) : int(y1 + room) + 1, max(0, int(x0 - left)) : int(x1 + right) + 1]
    if across:
        part = np.rot90(part, 1 if line.quad.top_right.y < line.quad.top_left.y else -1)
    return np.ascontiguousarray(np.repeat(part[:, :, None], 3, axis=2))
