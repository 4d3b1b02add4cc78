"""Pages drawn for the tests: real pixels, and the boxes of what stands on them."""

from dataclasses import dataclass, field
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from dossier.fact import Evidence
from dossier.geometry import Box

WIDTH, HEIGHT = 910, 1287
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
SIMPLIFIED = 2
"""The face within the collection."""


@dataclass
class DrawnPage:
    """A page of text lines: (text, centre x, top, size), all but the size in fractions of the page."""

    lines: tuple[tuple[str, float, float, int], ...]
    landscape: bool = False
    seal: str | None = None
    _boxes: dict[str, Box] = field(default_factory=dict)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return (HEIGHT, WIDTH) if self.landscape else (WIDTH, HEIGHT)

    def box(self, text: str) -> Box:
        """Where a line's text, or a part of it, stands."""
        width, height = self.size
        for line, centre, top, points in self.lines:
            if (start := line.find(text)) >= 0:
                drawn = font(points)
                left = centre * width - drawn.getlength(line) / 2
                x0 = left + drawn.getlength(line[:start])
                y0 = top * height
                x1, y1 = x0 + drawn.getlength(text), y0 + points * 1.35
                return Box(x0 / width, y0 / height, x1 / width, y1 / height)
        raise ValueError(f"no line holds {text}")

    def image(self) -> Image.Image:
        """The page as pixels."""
        width, height = self.size
        picture = Image.new("RGB", (width, height), (252, 251, 247))
        pen = ImageDraw.Draw(picture)
        pen.rectangle((28, 28, width - 29, height - 29), outline=(178, 150, 96), width=3)
        for line, centre, top, points in self.lines:
            drawn = font(points)
            pen.text(
                (centre * width - drawn.getlength(line) / 2, top * height),
                line,
                font=drawn,
                fill=(34, 34, 38),
            )
        if self.seal:
            x, y = width * 0.72, height * 0.8
            pen.ellipse((x - 84, y - 84, x + 84, y + 84), outline=(206, 40, 40), width=5)
            mark = font(20)
            pen.text((x - mark.getlength(self.seal) / 2, y - 12), self.seal, font=mark, fill=(206, 40, 40))
        return picture


@cache
def font(points: int) -> ImageFont.FreeTypeFont:
    """The face at a size."""
    return ImageFont.truetype(FONT, points, index=SIMPLIFIED)


@dataclass
class DrawnPages:
    """A PageSource of drawn pages that counts how often it is asked."""

    pages: dict[tuple[str, int], DrawnPage]
    asked: list[tuple[str, int]] = field(default_factory=list)

    def image(self, document_path: str, page: int) -> Image.Image | None:
        """The page, or None where none was drawn."""
        self.asked.append((document_path, page))
        drawn = self.pages.get((document_path, page))
        return drawn.image() if drawn else None

    def at(self, document: str, page: int, text: str) -> Evidence:
        """Evidence for a text on a page."""
        return Evidence(document=document, page=page, box=self.pages[document, page].box(text), text=text)
