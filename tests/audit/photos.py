"""Pictures of gatherings, made by seed, and what people do to them before they hand them in."""

import io
import random

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter


def scene(seed: int) -> Image.Image:
    """A hall with things on its wall and people before it, uneven light and a camera's noise."""
    chance, light = random.Random(seed), np.random.default_rng(seed)
    wall = Image.fromarray((light.random((11, 18, 3)) * 120 + 80).astype(np.uint8))
    image = wall.resize((1080, 660)).filter(ImageFilter.GaussianBlur(8))
    pen = ImageDraw.Draw(image)

    def colour() -> tuple[int, int, int]:
        return chance.randint(20, 240), chance.randint(20, 240), chance.randint(20, 240)

    for _ in range(15):
        x, y = chance.uniform(0, 1080), chance.uniform(0, 300)
        pen.rectangle((x, y, x + chance.uniform(15, 150), y + chance.uniform(15, 90)), fill=colour())
    for _ in range(chance.randint(20, 50)):
        x, y, size = chance.uniform(0, 1080), chance.uniform(220, 660), chance.uniform(15, 45)
        pen.ellipse((x, y, x + size, y + size * 1.2), fill=(60, 45, 40))
        pen.rounded_rectangle((x - size * 0.6, y + size, x + size * 1.6, y + size * 3.5), 9, fill=colour())
        pen.line((x, y + size * 2, x + size * chance.uniform(-1, 2), y + size * 3), fill=colour(), width=4)
    noise = light.normal(0, 6, (660, 1080, 1))
    return Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))


def cut(image: Image.Image, share: float, seed: int) -> Image.Image:
    """A part that has this share of the width and of the height."""
    chance = random.Random(seed)
    width, height = round(image.width * share), round(image.height * share)
    x, y = chance.randint(0, image.width - width), chance.randint(0, image.height - height)
    return image.crop((x, y, x + width, y + height))


def saved(image: Image.Image, quality: int = 60) -> Image.Image:
    """As JPEG leaves it."""
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return Image.open(stream).convert("RGB")


def shrunk(image: Image.Image, share: float) -> Image.Image:
    """Smaller."""
    return image.resize((round(image.width * share), round(image.height * share)))


def brightened(image: Image.Image, by: float = 1.25) -> Image.Image:
    """Brighter."""
    return ImageEnhance.Brightness(image).enhance(by)
