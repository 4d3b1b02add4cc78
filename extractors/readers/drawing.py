"""Draws a page of our own layout, as a person would expect to see it: text in its places, tables with frames."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.readers.layout import (
    BODY_POINTS,
    HEIGHT,
    MARGIN,
    ROW_HEIGHT,
    TYPE_HEIGHT,
    WIDTH,
    LaidOut,
    Placed,
    type_rows,
)  # fmt: skip

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    Face = FreeTypeFont | ImageFont

_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/System/Library/Fonts/PingFang.ttc",
)
_SIMPLIFIED = 2
"""Index of Simplified Chinese in Noto's collection."""

_INK, _FRAME = (20, 20, 20), (150, 150, 150)


@cache
def font(pixels: int) -> "Face":
    """A font with Chinese in that size; Pillow's own (without Chinese) where none is installed."""
    from PIL import ImageFont as Fonts

    for name in _FONTS:
        if Path(name).exists():
            return Fonts.truetype(name, pixels, index=_SIMPLIFIED if "NotoSansCJK" in name else 0)
    return Fonts.load_default(pixels)


def draw_page(laid_out: LaidOut, dpi: int) -> "Image":
    """The page on A4 at that dpi."""
    from PIL import Image as Images
    from PIL import ImageDraw as Pens

    scale = dpi * 8.27 / WIDTH
    image = Images.new("RGB", (round(WIDTH * scale), round(HEIGHT * scale)), "white")
    draw = Pens.Draw(image)
    for placed in laid_out.placed:
        _draw_cell(draw, placed, scale)
    return image


def _draw_cell(draw: "ImageDraw", placed: Placed, scale: float) -> None:
    cell = placed.cell
    inner = WIDTH - 2 * MARGIN
    left, right = MARGIN + cell.start * inner, MARGIN + cell.end * inner
    if cell.ruled:
        frame = [
            (left - 2) * scale,
            (placed.top - 3) * scale,
            (right - 2) * scale,
            (placed.bottom - 3) * scale,
        ]
        draw.rectangle(frame, outline=_FRAME)
    height = TYPE_HEIGHT * type_rows(cell.points or BODY_POINTS)
    face = font(max(6, round(height * 0.86 * scale)))
    y = placed.top
    for text in cell.text.split("\n"):
        if not text.strip():
            continue
        for part in _wrapped(text.strip(), face, (right - left) * scale):
            if y + height > placed.bottom + ROW_HEIGHT:
                return
            draw.text((left * scale, y * scale), part, fill=_INK, font=face)
            y += ROW_HEIGHT * type_rows(cell.points)


def _wrapped(text: str, face: "Face", room: float) -> list[str]:
    """The text in rows that fit."""
    rows: list[str] = []
    row = ""
    for character in text:
        if row and face.getlength(row + character) > room:
            rows.append(row)
            row = ""
        row += character
    rows.append(row)
    return rows
