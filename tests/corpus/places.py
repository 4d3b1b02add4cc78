"""Where things stand on the pages as they are handed in: boxes followed through damage, told as truth."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.corpus import damage
from tests.corpus.draft import Draft
from tests.corpus.page import Page, Place, Rect

Follow = Callable[[Rect], list[float]]
"""From a rectangle in points on the clean page to a box in fractions of the page as it is handed in."""


def whole(page: Page) -> Follow:
    """Boxes on a page that nothing happened to."""

    def follow(box: Rect) -> list[float]:
        return _cut((box[0] / page.width, box[1] / page.height, box[2] / page.width, box[3] / page.height))

    return follow


def followed(one: damage.Damaged, dpi: float) -> Follow:
    """Boxes on a page that was rendered at `dpi` and then damaged."""
    height, width = one.pixels.shape[:2]
    scale = dpi / 72

    def follow(box: Rect) -> list[float]:
        left, top, right, bottom = box
        scaled = (left * scale, top * scale, right * scale, bottom * scale)
        x0, y0, x1, y1 = damage.follow(scaled, one.matrix)
        return _cut((x0 / width, y0 / height, x1 / width, y1 / height))

    return follow


def _cut(box: Rect) -> list[float]:
    return [round(min(1.0, max(0.0, edge)), 5) for edge in box]


def tell(drafts: Sequence[Draft], follows: Sequence[Follow], truth: dict[str, Any]) -> None:
    """Writes lines, seals and facts of the drafts into the truth, pages numbered through."""
    number = 0
    for segment, draft in enumerate(drafts):
        places: dict[str, tuple[int, list[Place]]] = {}
        for page in draft.pages:
            follow = follows[number]
            number += 1
            truth["lines"].append([{"text": line.text, "box": follow(line.box)} for line in page.lines])
            truth["seals"].append([{"text": seal.text, "box": follow(seal.box)} for seal in page.seals])
            for place in page.marks:
                at, found = places.setdefault(place.name, (number, []))
                if at == number:
                    found.append(place)
        for name, value in draft.truth.items():
            at, found = places.get(name, (None, []))
            boxes = [follows[at - 1](place.box) for place in found] if at else []
            truth["facts"].append(
                {
                    "segment": segment,
                    "name": name,
                    "value": value,
                    "page": at,
                    "box": _union(boxes) if boxes else None,
                    "boxes": boxes,
                    "text": "".join(place.text for place in found),
                    "other_places": _other_places(name, places, follows),
                }
            )


def _other_places(
    name: str, places: Mapping[str, tuple[int, list[Place]]], follows: Sequence[Follow]
) -> list[dict[str, Any]]:
    told = []
    for key, (at, found) in places.items():
        if key.startswith(f"{name}#"):
            told.append({"page": at, "box": _union([follows[at - 1](place.box) for place in found])})
    return told


def _union(boxes: Sequence[Sequence[float]]) -> list[float]:
    return [
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    ]
