"""A text layer beside an OCR reading of the same page: what agrees, what doesn't, and what is kept."""

import statistics
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dossier.geometry import Box
from dossier.page import Line, Signal, SignalCode
from dossier.void_marks import is_void_mark
from extractors.readers import messages
from extractors.readers.agreement import Agreement, Comparison, compare, substance
from extractors.readers.layer import LayerLine

MOST_SIGNALS = 12
_CONTRAST = 40
_LONGEST_LABEL = 8
_ASKEW = 0.15
"""Rise over run, about 8 degrees."""
_TALLER = 2.5
"""Times the usual height of the type from which a word stands over the text."""
_LEAST_MARK = 0.03
"""Height as a share of the page's from which such a word that OCR read stands over the text."""
EXACT = 0.995


@dataclass(slots=True)
class Group:
    """Lines of both readings that share a place."""

    layer: list[LayerLine] = field(default_factory=list)
    seen: list[Line] = field(default_factory=list)

    @property
    def layer_text(self) -> str:
        """What the layer says, in reading order."""
        return "".join(line.text for line in sorted(self.layer, key=lambda line: _order(line.box)))

    @property
    def seen_text(self) -> str:
        """What the pixels show, in reading order."""
        return "".join(line.text for line in sorted(self.seen, key=lambda line: _order(line.box)))

    @property
    def confidence(self) -> float:
        """The least sure of the lines seen."""
        return min((line.confidence for line in self.seen), default=0.0)


@dataclass(frozen=True, slots=True)
class Merged:
    """What is kept of both, and what the layer has that isn't on the pixels."""

    lines: tuple[Line, ...]
    signals: tuple[Signal, ...]
    unseen: list[LayerLine]
    covered: list[LayerLine]
    """Lines of the layer that others were written over."""


def _order(box: Box) -> tuple[int, float]:
    return round(box.centre[1] * 150), box.x0


def merge(number: int, layer: list[LayerLine], seen: tuple[Line, ...], grey: NDArray[np.uint8]) -> Merged:
    """Compares by place. The pixels win; visible text that agrees with them is taken to the letter."""
    on_page = [line for line in layer if line.on_page and line.text]
    across = _void_marks(on_page, grey)
    marks = [line for line in seen if is_void_mark(line.text) and line.box.height > _LEAST_MARK]
    groups = _groups(
        [line for line in on_page if line not in across],
        [line for line in seen if line not in marks and not _askew(line, grey)],
    )
    covered = [line for group in groups for line in _take_covered(group)]
    both = [group for group in groups if group.layer and group.seen]
    good = _good_layer(both)
    told = {line.text for line in across}
    kept = [*map(_as_line, across), *(line for line in marks if line.text not in told)]
    differing: list[tuple[Group, Comparison]] = []
    length = total = 0.0
    for group in groups:
        if not group.layer or not group.seen:
            kept.extend(group.seen)
            continue
        result = compare(group.layer_text, group.seen_text, group.confidence, layer_is_good=good)
        if result.agreement is Agreement.DIFFERS and (read := _without_overlooked(group, grey)) is not group:
            result = compare(read.layer_text, read.seen_text, read.confidence, layer_is_good=good)
        if result.agreement is Agreement.DIFFERS and _shown_whole(group):
            result = Comparison(Agreement.SAME, result.ratio)
        size = substance(group.layer_text)
        length, total = length + size, total + size * result.ratio
        if result.agreement is Agreement.DIFFERS:
            differing.append((group, result))
        trusted = all(line.visible for line in group.layer) and result.ratio >= 0.9
        if trusted and result.agreement in (Agreement.SAME, Agreement.WEAK):
            kept.extend(_as_line(line) for line in group.layer)
        else:
            kept.extend(group.seen)
    kept.sort(key=lambda line: _order(line.box))
    unseen = [line for group in groups if not group.seen for line in group.layer if not _ink(line.box, grey)]
    unseen.extend(line for line in layer if not line.on_page)
    return Merged(
        tuple(kept), _signals(number, differing, total / length if length else 1.0), unseen, covered
    )


def _as_line(line: LayerLine) -> Line:
    return Line(text=line.text, quad=line.quad, confidence=1.0, origin="text")


def _void_marks(layer: list[LayerLine], grey: NDArray[np.uint8]) -> list[LayerLine]:
    """Words such as 作废 that stand large over the rows: they belong to none, and OCR rarely reads them across text."""
    marks = [line for line in layer if line.visible and is_void_mark(line.text) and _ink(line.box, grey)]
    usual = statistics.median(line.em for line in layer) if marks else 0.0
    return [line for line in marks if line.em >= _TALLER * usual]


def _shown_whole(group: Group) -> bool:
    """Whether one line of the pixels says all that the layer does; what else stands there is a stamp over it."""
    text = group.layer_text
    return any(compare(text, line.text, line.confidence).ratio >= EXACT for line in group.seen)


def _without_overlooked(group: Group, grey: NDArray[np.uint8]) -> Group:
    """The group less labels that OCR passed over: ink stands in their place, and they hold no figures."""
    seen = set(group.seen_text)
    layer = [
        line
        for line in group.layer
        if any(char.isdigit() for char in line.text)
        or len(line.text) > _LONGEST_LABEL
        or len(seen.intersection(line.text)) * 2 > len(set(line.text))
        or not _ink(line.box, grey)
    ]
    return Group(layer, group.seen) if layer and len(layer) < len(group.layer) else group


def _askew(line: Line, grey: NDArray[np.uint8]) -> bool:
    """Whether the line runs across the rows, as a watermark's does: it belongs to none of them."""
    start, end = line.quad.top_left, line.quad.top_right
    height, width = grey.shape[:2]
    return abs(end.y - start.y) * height > _ASKEW * abs(end.x - start.x) * width


def _take_covered(group: Group) -> list[LayerLine]:
    """Takes out lines that lie under another one of the layer, where that other one is what the pixels show."""
    if len(group.layer) < 2 or not group.seen:
        return []
    covered: list[LayerLine] = []
    for line in group.layer:
        if compare(line.text, group.seen_text, 0.8).ratio < EXACT:
            continue
        covered = [other for other in group.layer if other is not line and _same_place(other.box, line.box)]
        break
    group.layer = [line for line in group.layer if line not in covered]
    return [line for line in covered if all(line.text != kept.text for kept in group.layer)]


def _same_place(box: Box, other: Box) -> bool:
    return box.vertical_overlap(other) > 0.5 and box.horizontal_overlap(other) > 0.5


def _good_layer(groups: list[Group]) -> bool:
    """Whether nearly all of the page agrees to the letter."""
    results = [compare(group.layer_text, group.seen_text, 0.8) for group in groups]
    exact = sum(1 for result in results if result.ratio >= EXACT)
    return len(results) >= 4 and exact >= 0.75 * len(results)


def _signals(number: int, differing: list[tuple[Group, Comparison]], agreement: float) -> tuple[Signal, ...]:
    if not differing:
        return ()
    if agreement < 0.5 and len(differing) > 3:
        text = " ".join(group.layer_text for group, _ in differing)
        return (_signal(number, messages.MISMATCH_WHOLE.format(page=number), None, text),)
    signals: list[Signal] = []
    for group, _ in differing[:MOST_SIGNALS]:
        layer, seen = group.layer_text, group.seen_text
        box = group.seen[0].box
        for line in group.seen[1:]:
            box = box.union(line.box)
        message = messages.MISMATCH.format(page=number, layer=_short(layer), seen=_short(seen))
        signals.append(_signal(number, message, box, layer))
    return tuple(signals)


def _signal(number: int, message: str, box: Box | None, text: str) -> Signal:
    return Signal(code=SignalCode.TEXT_LAYER_MISMATCH, message=message, page=number, box=box, text=text[:500])


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"


def _groups(layer: list[LayerLine], seen: list[Line]) -> list[Group]:
    """Lines of both readings that overlap, directly or through others, on one row."""
    parent = list(range(len(layer) + len(seen)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    boxes = [line.box for line in seen]
    for i, line in enumerate(layer):
        for j, box in enumerate(boxes):
            if line.box.vertical_overlap(box) > 0.45 and line.box.horizontal_overlap(box) > 0.15:
                parent[root(i)] = root(len(layer) + j)
    groups: dict[int, Group] = {}
    for index in range(len(parent)):
        group = groups.setdefault(root(index), Group())
        if index < len(layer):
            group.layer.append(layer[index])
        else:
            group.seen.append(seen[index - len(layer)])
    return list(groups.values())


def _ink(box: Box, grey: NDArray[np.uint8]) -> bool:
    """Whether there is anything to see within the box."""
    height, width = grey.shape[:2]
    part = grey[
        int(box.y0 * height) : int(box.y1 * height) + 1, int(box.x0 * width) : int(box.x1 * width) + 1
    ]
    return part.size > 0 and int(part.max()) - int(part.min()) > _CONTRAST
