"""Pages in pixels: at what resolution, with what damage, in which format of file."""

import io
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.corpus import damage, pdf
from tests.corpus.page import Page, Run

if TYPE_CHECKING:
    import numpy as np
    from PIL.Image import Image


def dpi_of(rng: random.Random, condition: str, *, compact: bool) -> int:
    """The resolution at which pages of a condition are taken; `compact` keeps files small."""
    if compact:
        return {"scan": 118, "photo": 132, "poor": 110, "screenshot": 100}[condition]
    return {
        "scan": rng.choice((200, 200, 200, 240, 300)),
        "photo": 220,
        "poor": rng.randint(110, 150),
        "screenshot": rng.choice((110, 144, 144, 160)),
    }[condition]


def suffix_of(rng: random.Random, condition: str, count: int) -> str:
    """A usual format for that many pages in that condition."""
    if condition == "photo":
        return "jpg" if count == 1 else "pdf"
    if condition == "screenshot":
        return rng.choice(("png", "png", "jpg", "webp")) if count == 1 else "pdf"
    if count > 1:
        return rng.choice(("pdf", "pdf", "pdf", "tif"))
    return rng.choice(("pdf", "pdf", "jpg", "jpg", "tif"))


def damaged(
    image: "np.ndarray", rng: random.Random, condition: str, *, compact: bool, scene: bool = False
) -> damage.Damaged:
    """The page as the condition leaves it; `scene` as in `damage.photo`."""
    import numpy as np

    if condition == "screenshot":
        return damage.Damaged(image, np.eye(3), 90)
    if condition == "photo" and compact:
        height, width = image.shape[:2]
        return damage.photo(image, rng, (960, 1280) if height >= width else (1280, 960), grain=0.2)
    if condition == "scan":
        return damage.scan(image, rng, grain=0.1 if compact else 1.0)
    if condition == "photo":
        return damage.photo(image, rng, scene=scene)
    return damage.poor(image, rng)


def encode(
    rng: random.Random,
    taken: Sequence[damage.Damaged],
    pages: Sequence[Page],
    suffix: str,
    *,
    turned: int,
    exif: bool,
    layer: Sequence[Page] | None,
) -> bytes:
    """The file's bytes: `turned` stores the pages so that they must be turned clockwise by it, `layer` hides a text layer."""
    import numpy as np
    from PIL import Image

    images: list[Image.Image] = []
    for one in taken:
        pixels = np.rot90(one.pixels, turned // 90) if turned else one.pixels
        image = Image.fromarray(np.ascontiguousarray(pixels))
        images.append(image.convert("L") if one.grey else image)
    out = io.BytesIO()
    if suffix == "pdf":
        sides = [
            (page.height, page.width) if turned in (90, 270) else (page.width, page.height) for page in pages
        ]
        sizes = [
            size if not exif else (image.width * 0.36, image.height * 0.36)
            for size, image in zip(sides, images, strict=True)
        ]
        runs = [[one for one in page.commands if isinstance(one, Run)] for page in layer] if layer else None
        return pdf.images_to_pdf(
            [_jpeg(i, d.quality) for i, d in zip(images, taken, strict=True)], sizes, runs
        )
    if suffix == "tif":
        images[0].save(
            out,
            "TIFF",
            save_all=True,
            append_images=images[1:],
            compression="jpeg",
            quality=taken[0].quality,
        )
        return out.getvalue()
    if suffix == "jpg":
        if exif and rng.random() < 0.45:
            way = rng.choice((6, 8, 3))
            stored = Image.fromarray(
                np.ascontiguousarray(np.rot90(np.asarray(images[0]), {6: 1, 3: 2, 8: 3}[way]))
            )
            return _jpeg(stored, taken[0].quality, way)
        return _jpeg(images[0], taken[0].quality)
    images[0].save(out, {"png": "PNG", "webp": "WEBP", "bmp": "BMP"}[suffix])
    return out.getvalue()


def _jpeg(image: "Image", quality: int, orientation: int = 0) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    if orientation:
        exif = Image.Exif()
        exif[0x0112] = orientation
        exif[0x0110] = "V2318A"
        image.save(out, "JPEG", quality=quality, exif=exif)
    else:
        image.save(out, "JPEG", quality=quality)
    return out.getvalue()
