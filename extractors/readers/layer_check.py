"""The cheap check of a visible text layer: a few of its lines are read from the pixels, by the fast weights."""

import re
from collections.abc import Callable
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from extractors.readers.agreement import Agreement, compare, substance
from extractors.readers.layer import LayerLine
from extractors.readers.layout import width_of

SAMPLES = 3
MOST_SAMPLES = 8
SHORT_PAGE = 300
"""Characters up to which one line less is looked at."""

_TELLING = re.compile(r"\d{4}\s*年|[1-5一二三四五]\s*A|AAA|编号|代码|证号|〔\d{4}〕|%|元|届")
_ROOM, _SQUEEZE = 0.25, 0.75
_DIGIT = re.compile(r"\d")
_LONGEST = 6.5
"""Em that are looked at: of a longer line its part with the number. Recognition costs about 0.4 ms an em."""

Grey = NDArray[np.uint8]


class Verdict(Enum):
    """What the pixels say of a sampled line."""

    SAME = "same"
    DIFFERS = "differs"
    UNSURE = "unsure"


def choose_samples(lines: list[LayerLine], doubtful: list[LayerLine]) -> list[LayerLine]:
    """The lines to look at: doubtful ones, the most telling ones, and one of each font not seen among them."""
    chosen = sorted(doubtful, key=_weight, reverse=True)[: MOST_SAMPLES - SAMPLES]
    wanted = len(chosen) + (SAMPLES if sum(len(line.text) for line in lines) > SHORT_PAGE else SAMPLES - 1)
    ranked = sorted((line for line in lines if substance(line.text) >= 2), key=_weight, reverse=True)
    shown = {_shown(line) for line in chosen}
    fonts = {font for line in chosen for font in line.fonts}
    for line in ranked:
        if len(chosen) >= wanted:
            break
        # The same date three times would tell nothing more.
        if line not in chosen and _shown(line) not in shown:
            chosen.append(line)
            shown.add(_shown(line))
            fonts |= line.fonts
    for line in ranked:
        if len(chosen) >= MOST_SAMPLES:
            break
        if not line.fonts <= fonts:
            chosen.append(line)
            fonts |= line.fonts
    return chosen


def _shown(line: LayerLine) -> str:
    start, end = _part_of(line)
    return line.text[start:end]


def _weight(line: LayerLine) -> float:
    """How much would hang on the line if it were false; long lines cost more to look at."""
    text = line.text
    weight = 3.0 * len(_TELLING.findall(text)) + 1.0 * any(character.isdigit() for character in text)
    return weight + line.size / 12 - max(0, len(text) - 16) / 40


def check_lines(
    grey: Grey, lines: list[LayerLine], closer: Callable[[], Grey] | None = None
) -> list[tuple[LayerLine, Verdict]]:
    """Each line with what its pixels say. `grey` is the upright page.

    Lines that don't read as they should at first are looked at again in the larger pixels that `closer` gives.
    """
    found = _look(grey, lines, slim=closer is not None)
    again = [line for line, verdict in found if verdict is not Verdict.SAME]
    if not again or closer is None:
        return found
    second = dict(zip(map(id, again), _look(closer(), again, slim=False), strict=True))
    return [second.get(id(line), (line, verdict)) for line, verdict in found]


def _look(grey: Grey, lines: list[LayerLine], *, slim: bool) -> list[tuple[LayerLine, Verdict]]:
    from extractors import ocr

    parts = [_part_of(line) for line in lines]
    crops = [_crop(grey, line, start, end) for line, (start, end) in zip(lines, parts, strict=True)]
    read = ocr.recognise_lines([_slimmed(crop) if slim else _coloured(crop) for crop in crops])
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
    """Which characters of the line are looked at: from shortly before what tells most, as far as the room goes."""
    text = line.text
    if not line.places or width_of(text) <= _LONGEST + 1.5:
        return 0, len(text)
    match = _TELLING.search(text) or _DIGIT.search(text)
    if match is None:
        start, end = 0, 1
    else:
        # A number is looked at whole: half of it would be another one.
        start, end = match.span()
        while start > 0 and text[start - 1].isdigit():
            start -= 1
        start = max(0, start - 1) if start and not text[start - 1].isalnum() else start
    while end < len(text) and (
        width_of(text[start:end]) < _LONGEST or (text[end - 1].isdigit() and text[end].isdigit())
    ):
        end += 1
    while start > 0 and end == len(text) and width_of(text[start:end]) < _LONGEST:
        start -= 1
    return start, end


def _crop(grey: Grey, line: LayerLine, start: int, end: int) -> Grey:
    """The pixels of the line's characters from start to end, with a little room around, upright."""
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
    return np.ascontiguousarray(part)


def _slimmed(part: Grey) -> NDArray[np.uint8]:
    """The crop as recognition is quickest with: white above and below, and narrower; clean type loses nothing by it.

    Recognition brings every crop to 48 pixels of height and costs by the width that it then has.
    """
    import cv2

    room = round(_ROOM * part.shape[0])
    part = np.pad(part, ((room, room), (2, 2)), mode="constant", constant_values=int(part.max()))
    width = max(8, round(part.shape[1] * _SQUEEZE))
    return _coloured(cv2.resize(part, (width, part.shape[0]), interpolation=cv2.INTER_AREA).astype(np.uint8))


def _coloured(part: Grey) -> NDArray[np.uint8]:
    return np.repeat(part[:, :, None], 3, axis=2)
