"""Draws an OFD page with Pillow: pictures, shapes and text in the order of the file."""

from typing import TYPE_CHECKING

from extractors.readers.drawing import font
from extractors.readers.ofd_objects import BLACK, Drawn, OfdPicture, Shape
from extractors.readers.runs import Glyph

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_LEAST_PIXELS = 6


def draw(drawn: Drawn, images: "dict[int, Image]", size: tuple[float, float], scale: float) -> "Image":
    """The page, RGB, at `scale` pixels a point."""
    from PIL import Image as Images
    from PIL import ImageDraw as Pens

    canvas = Images.new("RGB", (max(1, round(size[0] * scale)), max(1, round(size[1] * scale))), "white")
    pen = Pens.Draw(canvas)
    steps: list[tuple[int, Glyph | Shape | OfdPicture]] = []
    steps.extend((glyph.mark[0], glyph) for glyph in drawn.glyphs if glyph.mark[2])
    steps.extend((shape.order, shape) for shape in drawn.shapes)
    steps.extend((picture.order, picture) for picture in drawn.pictures if picture.order in images)
    steps.sort(key=lambda step: step[0])
    for order, item in steps:
        if isinstance(item, Glyph):
            _glyph(pen, item, drawn.colours.get(order, BLACK), scale)
        elif isinstance(item, Shape):
            _shape(pen, item, scale)
        else:
            _paste(canvas, images[order], item, scale)
    return canvas


def _glyph(pen: "ImageDraw", glyph: Glyph, colour: tuple[int, int, int], scale: float) -> None:
    face = font(max(_LEAST_PIXELS, round((glyph.y1 - glyph.y0) * scale)))
    baseline = glyph.y0 + 0.88 * (glyph.y1 - glyph.y0)
    pen.text((glyph.x0 * scale, baseline * scale), glyph.text, fill=colour, font=face, anchor="ls")


def _shape(pen: "ImageDraw", shape: Shape, scale: float) -> None:
    points = [(x * scale, y * scale) for x, y in shape.points]
    if shape.fill is not None and len(points) > 2:
        pen.polygon(points, fill=shape.fill)
    if shape.stroke is not None:
        pen.line(points, fill=shape.stroke, width=max(1, round(shape.width * scale)))


def _paste(canvas: "Image", image: "Image", picture: OfdPicture, scale: float) -> None:
    box = picture.box
    width, height = round(box.width * scale), round(box.height * scale)
    if width < 1 or height < 1 or width * height > 4 * canvas.width * canvas.height:
        return
    shown = image.convert("RGBA").resize((width, height))
    if picture.data is not None and image.mode not in ("RGBA", "LA", "PA"):
        shown.putalpha(
            image.convert("L").resize((width, height)).point([255 - value for value in range(256)])
        )
    canvas.paste(shown, (round(box.x0 * scale), round(box.y0 * scale)), shown)
