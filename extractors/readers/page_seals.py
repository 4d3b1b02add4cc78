"""The seals of a page of text: looked for only where a picture or a drawing may be one, small first, then read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

import numpy as np

from dossier.geometry import Box
from dossier.page import Seal
from extractors.readers.pixels import turned_image

if TYPE_CHECKING:
    from PIL.Image import Image

LOOKING_SIDE = 900
READING_SIDE = 2400
LEAST_SIDE = 0.03
"""A picture's side as a share of the page's shorter side from which it may be a seal, or hold one."""
LEAST_SHAPES = 2
"""Curved shapes from which a seal may be drawn: its ring and its star."""


class Drawn(Protocol):
    """A page that can be drawn."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as stored."""
        ...

    @property
    def shapes(self) -> int:
        """How many curved shapes are drawn."""
        ...

    def pixels(self, scale: float, *, grey: bool = False) -> "Image":
        """The page as stored, `scale` pixels a point."""
        ...


def seals_of(page: Drawn, turned: int, pictures: Iterable[Box]) -> tuple[Seal, ...]:
    """The seals of the page as turned; `pictures` are in fractions of it."""
    width, height = page.size if turned % 180 == 0 else page.size[::-1]
    if page.shapes < LEAST_SHAPES and not any(_may_hold_seal(box, width, height) for box in pictures):
        return ()
    from extractors.ocr import has_seals, read_seals

    def drawn(side: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
        image = page.pixels(side / max(width, height))
        return np.array(turned_image(image, turned).convert("RGB"))

    return read_seals(drawn(READING_SIDE)) if has_seals(drawn(LOOKING_SIDE)) else ()


def _may_hold_seal(box: Box, width: float, height: float) -> bool:
    return min(box.width * width, box.height * height) >= LEAST_SIDE * min(width, height)
