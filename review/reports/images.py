"""Pictures of evidence: the marked place with its surroundings, the whole page small, the page to look at."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dossier.geometry import Box

if TYPE_CHECKING:
    from PIL.Image import Image

MARK = (192, 38, 28)
FRAME = (203, 209, 217)

CROP_WIDTH, CROP_HEIGHT = 760, 420
STRIP_WIDTH, STRIP_HEIGHT = 330, 110
THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 132, 187
PAGE_WIDTH, PAGE_HEIGHT = 780, 1104


class PageSource(Protocol):
    """Where the upright images of the submission's pages come from."""

    def image(self, document_path: str, page: int) -> Image | None:
        """The upright page (from 1), or None where it can't be drawn."""
        ...


@dataclass(frozen=True)
class Picture:
    """An encoded image with its size in pixels."""

    data: bytes
    width: int
    height: int
    media_type: str = "image/jpeg"

    @property
    def uri(self) -> str:
        """The picture as a data URI, so that the page needs no other file."""
        return f"data:{self.media_type};base64," + base64.b64encode(self.data).decode("ascii")


def window(box: Box, aspect: float, *, least_width: float, least_height: float) -> Box:
    """The part of the page to show around a box: a margin, at least the given size, all of it on the page.

    `aspect` is the page's width over its height, so that margins come out alike on both axes.
    """
    margin = 0.035
    width = min(1.0, max(box.width + 2 * margin, least_width))
    height = min(1.0, max(box.height + 2 * margin * aspect, least_height))
    centre_x, centre_y = box.centre
    left = min(max(0.0, centre_x - width / 2), 1 - width)
    top = min(max(0.0, centre_y - height / 2), 1 - height)
    return Box(left, top, left + width, top + height)


def crop(page: Image, box: Box) -> Picture:
    """The marked place, large enough to read, with what stands around it."""
    around = window(box, page.width / page.height, least_width=0.62, least_height=0.16)
    return _cut(page, box, around, (CROP_WIDTH, CROP_HEIGHT), quality=70)


def strip(page: Image, box: Box) -> Picture:
    """The marked place alone, small: for a cell of a table."""
    around = window(box, page.width / page.height, least_width=0.4, least_height=0.07)
    return _cut(page, box, around, (STRIP_WIDTH, STRIP_HEIGHT), quality=62)


def thumbnail(page: Image, box: Box | None) -> Picture:
    """The whole page small, with the place marked where there is one."""
    small = _fit(page, (THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT))
    if box is not None:
        _mark(small, box, thickness=2, gap=1)
    _frame(small)
    return _encode(small, quality=60)


def whole(page: Image) -> Picture:
    """The page as large as it is worth looking at on a screen, unmarked. WebP: half a JPEG's size, for browsers only."""
    picture = _fit(page, (PAGE_WIDTH, PAGE_HEIGHT))
    held = io.BytesIO()
    picture.save(held, "WEBP", quality=48, method=2)
    return Picture(held.getvalue(), picture.width, picture.height, "image/webp")


def _cut(page: Image, box: Box, around: Box, limits: tuple[int, int], *, quality: int) -> Picture:
    edges = (
        round(around.x0 * page.width),
        round(around.y0 * page.height),
        round(around.x1 * page.width),
        round(around.y1 * page.height),
    )
    cut = _fit(
        page.crop((edges[0], edges[1], max(edges[2], edges[0] + 1), max(edges[3], edges[1] + 1))), limits
    )
    inner = Box(
        (box.x0 - around.x0) / around.width,
        (box.y0 - around.y0) / around.height,
        (box.x1 - around.x0) / around.width,
        (box.y1 - around.y0) / around.height,
    )
    _mark(cut, inner, thickness=2, gap=4)
    return _encode(cut, quality=quality)


def _fit(page: Image, limits: tuple[int, int]) -> Image:
    from PIL.Image import Resampling

    scale = min(1.0, limits[0] / page.width, limits[1] / page.height)
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    colour = page.convert("RGB")
    return colour.resize(size, Resampling.LANCZOS, reducing_gap=2.0) if scale < 1 else colour.copy()


def _mark(picture: Image, box: Box, *, thickness: int, gap: int) -> None:
    from PIL import ImageDraw

    left, right = box.x0 * picture.width - gap, box.x1 * picture.width + gap
    top, bottom = box.y0 * picture.height - gap, box.y1 * picture.height + gap
    edges = (
        min(max(0, round(left)), picture.width - thickness),
        min(max(0, round(top)), picture.height - thickness),
        max(min(picture.width - 1, round(right)), thickness),
        max(min(picture.height - 1, round(bottom)), thickness),
    )
    corners = (
        min(edges[0], edges[2]),
        min(edges[1], edges[3]),
        max(edges[0], edges[2]),
        max(edges[1], edges[3]),
    )
    ImageDraw.Draw(picture).rectangle(corners, outline=MARK, width=thickness)


def _frame(picture: Image) -> None:
    from PIL import ImageDraw

    ImageDraw.Draw(picture).rectangle((0, 0, picture.width - 1, picture.height - 1), outline=FRAME)


def _encode(picture: Image, *, quality: int) -> Picture:
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=quality, optimize=True)
    return Picture(held.getvalue(), picture.width, picture.height)
