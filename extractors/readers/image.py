"""Pictures: jpg, png, gif, tif of several pages, bmp, webp, heic. Long screenshots are cut into pages."""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dossier.page import Problem, Signal
from extractors.readers import limits, messages
from extractors.readers.cuts import cut_rows
from extractors.readers.errors import CorruptFile, FileTooLarge, TruncatedFile
from extractors.readers.model import PageReading
from extractors.readers.traces import in_jpeg, in_picture

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "BMP", "DIB", "WEBP", "HEIF", "AVIF")
"""Of Pillow's many readers only these meet an upload; one of the others would have started Ghostscript."""

LONG = 3.0
"""Height to width from which a picture is a long screenshot."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a picture file: the frame, and its rows from top to bottom (all of them where `bottom` is None)."""

    frame: int
    top: int = 0
    bottom: int | None = None


class ImageSource:
    """An opened picture. Each frame of a tif is a page, each stretch of a long screenshot too."""

    def __init__(self, path: Path) -> None:
        from PIL import Image, UnidentifiedImageError

        self._path = path
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                self._image = opened(path)
                frames = self._frames()
        except Image.DecompressionBombError as error:
            raise FileTooLarge(
                messages.TOO_LARGE_FILE_PIXELS.format(limit=limits.MAX_PIXELS // 10_000)
            ) from error
        except (
            UnidentifiedImageError,
            OSError,
            ValueError,
            SyntaxError,
            EOFError,
            KeyError,
            TypeError,
        ) as error:
            raise CorruptFile(messages.CORRUPT) from error
        self.problems: list[Problem] = []
        self._decoded: tuple[int, Image.Image, bool] | None = None
        self._parts: list[Part] = []
        try:
            for frame in frames:
                self._parts.extend(self._parts_of(frame))
        except (CorruptFile, FileTooLarge, TruncatedFile) as error:
            if not self._parts:
                self._image.close()
                raise
            self.problems.append(error.problem(fatal=False))

    @property
    def page_count(self) -> int:
        """Frames, or stretches of a long screenshot."""
        return len(self._parts)

    def _frames(self) -> list[int]:
        """The frames that are pages: those of a tif, without its previews; else the first."""
        if self._image.format != "TIFF":
            return [0]
        frames: list[int] = []
        # Not n_frames, which goes through all of them: a chain of 200,000 took minutes.
        for frame in range(limits.MAX_PAGES * 2):
            try:
                self._image.seek(frame)
            except EOFError:
                break
            preview = int(self._image.tag_v2.get(254, 0)) & 1  # type: ignore[attr-defined]
            if not preview or not frames:
                frames.append(frame)
            if len(frames) > limits.MAX_PAGES:
                break
        return frames

    def _parts_of(self, frame: int) -> list[Part]:
        try:
            self._image.seek(frame)
        except (EOFError, OSError, ValueError) as error:
            raise TruncatedFile(messages.TRUNCATED_PARTLY) from error
        width, height = self._image.size
        if width * height > limits.MAX_PIXELS:
            limit = limits.MAX_PIXELS // 10_000
            raise FileTooLarge(messages.TOO_LARGE_IMAGE.format(width=width, height=height, limit=limit))
        if max(width, height) / max(1, min(width, height)) <= LONG:
            return [Part(frame)]
        whole = self._frame(frame)[0]
        if whole.height / whole.width <= LONG:
            return [Part(frame)]
        return [Part(frame, top, bottom) for top, bottom in cut_rows(whole)]

    def _frame(self, frame: int) -> "tuple[Image, bool]":
        """The frame's pixels, RGB and upright by its EXIF, and whether it was cut short."""
        if self._decoded is None or self._decoded[0] != frame:
            image, short = _decode(self._image, frame)
            self._decoded = (frame, image, short)
        return self._decoded[1], self._decoded[2]

    def read(self, index: int) -> PageReading:
        """The page's lines, by OCR."""
        from extractors.readers.pixels import read_pixels

        image, short = self._part(index)
        reading = read_pixels(image, index + 1)
        if index == 0 and (traces := self.traces(reading.page.turned)):
            reading = reading.model_copy(update={"signals": (*reading.signals, *traces)})
        if not short:
            return reading
        problem = TruncatedFile(messages.TRUNCATED_PARTLY).problem(index + 1, fatal=not reading.page.lines)
        return reading.model_copy(update={"problems": (problem, *reading.problems)})

    def traces(self, turned: int) -> list[Signal]:
        """Traces of editing, on the page as OCR turned it. A cut screenshot is asked for its program only."""
        found = in_picture(self._image)
        return found if len(self._parts) > 1 else [*found, *in_jpeg(self._path, self._image, turned)]

    def render(self, index: int, dpi: int) -> "Image":
        """The page as it is stored, shrunk to what the dpi gives on A4 (297 mm)."""
        image = self._part(index)[0]
        longest = round(dpi * 11.7)
        if max(image.size) > longest:
            factor = longest / max(image.size)
            image = image.resize(
                (max(1, round(image.width * factor)), max(1, round(image.height * factor))), reducing_gap=3.0
            )
        return image

    def _part(self, index: int) -> "tuple[Image, bool]":
        part = self._parts[index]
        image, short = self._frame(part.frame)
        if part.bottom is not None:
            image = image.crop((0, part.top, image.width, part.bottom))
        return image, short

    def close(self) -> None:
        """Lets go of the file."""
        self._image.close()
        self._decoded = None


def opened(source: Path | BinaryIO, *more: str) -> "Image":
    """The picture, not yet decoded, in one of the formats that uploads have, or one of `more`. Raises what Pillow does."""
    import pillow_heif
    from PIL import Image

    pillow_heif.register_heif_opener()
    return Image.open(source, formats=(*_FORMATS, *more))


def _decode(image: "Image", frame: int) -> "tuple[Image, bool]":
    from PIL import ImageFile, ImageOps

    short = False
    # Some libraries turn this on for the whole process as they are imported.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        image.seek(frame)
        image.load()
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, TypeError, IndexError) as error:
        # What is there of a file that was cut short is read; the flag is Pillow's only way to ask for that.
        short = True
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            image.seek(frame)
            image.load()
        except (OSError, ValueError, SyntaxError, EOFError, TypeError, IndexError):
            cut = isinstance(error, OSError) and "truncated" in str(error)
            raise (TruncatedFile(messages.TRUNCATED) if cut else CorruptFile(messages.CORRUPT)) from error
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
    return as_rgb(ImageOps.exif_transpose(image)), short


def as_rgb(image: "Image") -> "Image":
    """The image as 8-bit RGB: what is transparent is white, 16 bits are brought to 8."""
    import numpy as np
    from PIL import Image

    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        values = np.asarray(image).astype(np.float32)
        whole = _white_level(image.mode, float(values.max()) if values.size else 0.0)
        image = Image.fromarray(np.clip(values * (255 / whole), 0, 255).astype(np.uint8), "L")
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, (255, 255, 255, 255))
        image = Image.alpha_composite(white, image)
    return image.convert("RGB")


def _white_level(mode: str, brightest: float) -> float:
    """The value that stands for white: 65,535 for integers, 1 or 255 for decimals, more where a file has more."""
    usual = 65535.0 if mode != "F" else (255.0 if brightest > 1 else 1.0)
    return max(usual, brightest)
