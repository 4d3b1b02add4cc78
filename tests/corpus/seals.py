"""Stamps: round seals with a ring of text and a star, square name stamps, 仅供使用 stamps, codes of random blocks."""

import math
import random
from functools import lru_cache
from typing import TYPE_CHECKING

from tests.corpus import fonts

if TYPE_CHECKING:
    from PIL.Image import Image

_SCALE = 420
_INKS = ((210, 30, 38), (222, 40, 40), (190, 28, 40), (230, 60, 60))


def _star(centre: tuple[float, float], radius: float) -> list[tuple[float, float]]:
    points = []
    for step in range(10):
        length = radius if step % 2 == 0 else radius * 0.382
        turn = math.radians(-90 + 36 * step)
        points.append((centre[0] + length * math.cos(turn), centre[1] + length * math.sin(turn)))
    return points


def _worn(image: "Image", rng: random.Random, strength: float) -> "Image":
    import numpy as np
    from PIL import Image

    noise = np.random.default_rng(rng.getrandbits(32)).random((60, 60)).astype("float32")
    blotch = Image.fromarray((noise * 255).astype("uint8")).resize(image.size, Image.Resampling.BICUBIC)
    alpha = np.asarray(image.getchannel("A"), dtype="float32")
    kept = 1 - strength * np.clip((np.asarray(blotch, dtype="float32") / 255 - 0.45) * 2.2, 0, 1)
    image.putalpha(Image.fromarray((alpha * kept).astype("uint8")))
    return image


@lru_cache(maxsize=64)
def round_seal(ring: str, middle: str = "", seed: int = 0, *, number: str = "") -> "Image":
    """A round red seal: `ring` around a star, `middle` in a line under it, as RGBA."""
    from PIL import Image, ImageDraw

    rng = random.Random(f"{ring}|{seed}")
    ink = rng.choice(_INKS)
    size, centre = _SCALE, (_SCALE / 2, _SCALE / 2)
    image = Image.new("RGBA", (size, size), (*ink, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((6, 6, size - 6, size - 6), outline=(*ink, 255), width=11)
    draw.polygon(_star(centre, size * 0.15), fill=(*ink, 255))
    count = len(ring)
    glyph = 58 if count <= 12 else 50 if count <= 16 else 42 if count <= 22 else 34
    span = min(290.0, count * (23.0 if count <= 12 else 19.0 if count <= 16 else 15.0))
    _around(image, ring, centre, size * 0.37, glyph, ink, start=270 - span / 2, end=270 + span / 2)
    if number:
        _around(image, number, centre, size * 0.42, 22, ink, start=140, end=40, outward=False)
    if middle:
        face = fonts.pil(fonts.family("song-bold")[0], 44 if len(middle) <= 5 else 36)
        draw.text((centre[0], size * 0.74), middle, font=face, fill=(*ink, 255), anchor="mm")
    image = image.rotate(rng.uniform(-14, 14), Image.Resampling.BICUBIC)
    image = _worn(image, rng, rng.uniform(0.15, 0.75))
    return _faded(image, rng.uniform(0.62, 0.88), ink)


def _around(
    image: "Image",
    text: str,
    centre: tuple[float, float],
    radius: float,
    glyph: int,
    ink: tuple[int, int, int],
    *,
    start: float,
    end: float,
    outward: bool = True,
) -> None:
    from PIL import Image, ImageDraw

    face = fonts.pil(fonts.family("song-bold")[0], glyph)
    for index, character in enumerate(text):
        turn = start + (end - start) * (index / max(1, len(text) - 1))
        tile = Image.new("RGBA", (glyph * 2, glyph * 2), (*ink, 0))
        ImageDraw.Draw(tile).text((glyph, glyph), character, font=face, fill=(*ink, 255), anchor="mm")
        narrow = tile.resize((int(glyph * 1.7), glyph * 2), Image.Resampling.BICUBIC)
        turned = narrow.rotate(-(turn + 90) if outward else 90 - turn, Image.Resampling.BICUBIC, expand=True)
        x = centre[0] + radius * math.cos(math.radians(turn)) - turned.width / 2
        y = centre[1] + radius * math.sin(math.radians(turn)) - turned.height / 2
        image.alpha_composite(turned, (max(0, round(x)), max(0, round(y))))


def _faded(image: "Image", opacity: float, ink: tuple[int, int, int]) -> "Image":
    """The stamp in one ink throughout, so that only its transparency varies."""
    from PIL import Image

    solid = Image.new("RGBA", image.size, (*ink, 0))
    solid.putalpha(image.getchannel("A").point([int(value * opacity) // 12 * 12 for value in range(256)]))
    return solid


@lru_cache(maxsize=64)
def name_stamp(name: str, seed: int = 0) -> "Image":
    """A square red name stamp."""
    from PIL import Image, ImageDraw

    rng = random.Random(f"{name}|{seed}")
    ink = rng.choice(_INKS)
    image = Image.new("RGBA", (200, 200), (*ink, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((6, 6, 194, 194), outline=(*ink, 255), width=8)
    text = name if len(name) == 4 else (name + "之印" if len(name) == 2 else name + "印")
    face = fonts.pil(fonts.family("kai")[0], 84)
    for character, spot in zip(text, ((142, 56), (142, 144), (58, 56), (58, 144)), strict=False):
        draw.text(spot, character, font=face, fill=(*ink, 255), anchor="mm")
    image = image.rotate(rng.uniform(-6, 6), Image.Resampling.BICUBIC)
    return _faded(_worn(image, rng, 0.4), 0.8, ink)


@lru_cache(maxsize=64)
def box_stamp(
    text: str, seed: int = 0, ink: tuple[int, int, int] = (205, 30, 40), framed: bool = True
) -> "Image":
    """A rectangular stamp such as 年检合格 or 仅供申报使用; lines are parted by newlines."""
    from PIL import Image, ImageDraw

    rng = random.Random(f"{text}|{seed}")
    rows = text.split("\n")
    face = fonts.pil(fonts.family("hei")[0], 60)
    width = max(int(face.getlength(row)) for row in rows) + 60
    height = 76 * len(rows) + 36
    image = Image.new("RGBA", (width, height), (*ink, 0))
    draw = ImageDraw.Draw(image)
    if framed:
        draw.rectangle((5, 5, width - 6, height - 6), outline=(*ink, 255), width=7)
    for number, row in enumerate(rows):
        draw.text((width / 2, 18 + 76 * number + 38), row, font=face, fill=(*ink, 255), anchor="mm")
    image = image.rotate(rng.uniform(-4, 4), Image.Resampling.BICUBIC, expand=True)
    return _faded(_worn(image, rng, 0.5), 0.82, ink)


@lru_cache(maxsize=64)
def code_blocks(seed: int, modules: int = 29) -> "Image":
    """Looks like a two-dimensional code and says nothing."""
    from PIL import Image, ImageDraw

    rng = random.Random(seed)
    unit = 8
    image = Image.new("RGBA", (modules * unit, modules * unit), (255, 255, 255, 255))
    draw = ImageDraw.Draw(image)
    for row in range(modules):
        for column in range(modules):
            if rng.random() < 0.48:
                draw.rectangle(
                    (column * unit, row * unit, column * unit + unit - 1, row * unit + unit - 1),
                    fill=(0, 0, 0),
                )
    for x, y in ((0, 0), (modules - 7, 0), (0, modules - 7)):
        draw.rectangle(((x - 1) * unit, (y - 1) * unit, (x + 8) * unit, (y + 8) * unit), fill=(255, 255, 255))
        draw.rectangle((x * unit, y * unit, (x + 7) * unit - 1, (y + 7) * unit - 1), fill=(0, 0, 0))
        draw.rectangle(
            ((x + 1) * unit, (y + 1) * unit, (x + 6) * unit - 1, (y + 6) * unit - 1), fill=(255, 255, 255)
        )
        draw.rectangle(
            ((x + 2) * unit, (y + 2) * unit, (x + 5) * unit - 1, (y + 5) * unit - 1), fill=(0, 0, 0)
        )
    return image


def emblem(ink: tuple[int, int, int] = (200, 30, 30)) -> "Image":
    """A plain round device of our own that stands where certificates carry an emblem."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (240, 240), (*ink, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((8, 8, 232, 232), fill=(*ink, 255))
    draw.ellipse((20, 20, 220, 220), outline=(245, 205, 80, 255), width=8)
    draw.polygon(_star((120, 88), 40), fill=(245, 205, 80, 255))
    for x in (60, 90, 150, 180):
        draw.polygon(_star((x, 150 if x in (90, 150) else 130), 14), fill=(245, 205, 80, 255))
    draw.rectangle((70, 175, 170, 185), fill=(245, 205, 80, 255))
    return image
