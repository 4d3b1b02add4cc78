"""PaddleOCR's models on ONNX Runtime, one thread each, loaded when first used.

Two such processes on two cores read more pages than one process with two threads, so parallelism is the caller's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Protocol

import numpy as np

from extractors.ocr import models
from extractors.ocr.image import Array, Pixels, Points
from extractors.ocr.models import Model, model_folder
from extractors.ocr.quiet import hush

ENGINE_CONFIG = {
    "device_type": "cpu",
    "intra_op_num_threads": 1,
    "inter_op_num_threads": 1,
    "enable_cpu_mem_arena": False,
    "enable_mem_pattern": False,
    "log_severity_level": 3,
}
"""No arena: its memory grows to the largest page ever seen and stays."""

TALLEST_STRIP = 1024
STRIP_OVERLAP = 128
"""A page larger than this is searched for lines strip by strip (multiples of 32 pixels high), which bounds the
memory. Strips must not be low: one that holds no text at all, only grain, shows false lines."""

MOST_CANDIDATES = 100_000
"""So many spots of a page may be lines. PaddleOCR looks at the lowest 3000 only: where a strip shows nothing but a
photograph or grain, its specks would use them up, and the lines at the page's top would be lost."""

BLANK = 0
"""Index of "no letter" in a recogniser's output."""


class Network(Protocol):
    """A network of PaddleOCR's: arrays in, arrays out."""

    def __call__(self, x: Sequence[Array]) -> list[Array]:
        """The network's answer."""
        ...

    def close(self) -> None:
        """Gives its memory back."""
        ...


class Predictor(Protocol):
    """One of PaddleOCR's models with what it does before and after the network."""

    paddlex_predictor: Any

    def predict(self, images: Pixels | Sequence[Pixels], *, batch_size: int) -> list[Mapping[str, Any]]:
        """A result an image."""
        ...


@dataclass(frozen=True)
class Recognised:
    """A line's text, the mean certainty of its letters, and that of its weakest."""

    text: str
    confidence: float
    weakest: float


class Engine:
    """The models of one process. Not for several threads at once."""

    def detect(self, image: Pixels) -> list[Points]:
        """Corners of each text line (4 x 2 pixels, clockwise from its top left)."""
        if min(image.shape[:2]) < 8:
            return []
        result = self._detection.predict(_bgr(image), batch_size=1)[0]
        return [np.asarray(quad, float) for quad in result["dt_polys"]]

    def recognise_fast(self, crops: Sequence[Pixels]) -> list[Recognised]:
        """What the tiny weights read in each crop."""
        return _recognise(self._tiny, crops)

    def recognise_well(self, crops: Sequence[Pixels]) -> list[Recognised]:
        """What the small weights read in each crop: five times the time, a third of the errors."""
        return _recognise(self._small, crops)

    def orientation(self, image: Pixels) -> dict[int, float]:
        """Probability of each clockwise turn by which the image stands as it was given (0 = upright)."""
        result = self._orientation.predict(_bgr(image), batch_size=1)[0]
        return {
            int(label): float(score)
            for label, score in zip(result["label_names"], result["scores"], strict=True)
        }

    @cached_property
    def _detection(self) -> Predictor:
        predictor = _load("TextDetection", models.DETECTION_SMALL, limit_side_len=32, limit_type="min")
        inner = predictor.paddlex_predictor
        inner.runner = StripRunner(inner.runner)
        inner.post_op.max_candidates = MOST_CANDIDATES
        return predictor

    @cached_property
    def _tiny(self) -> Predictor:
        return _with_weakest(_load("TextRecognition", models.RECOGNITION_TINY))

    @cached_property
    def _small(self) -> Predictor:
        return _with_weakest(_load("TextRecognition", models.RECOGNITION_SMALL))

    @cached_property
    def _orientation(self) -> Predictor:
        return _load("DocImgOrientationClassification", models.ORIENTATION)


class WeakestDecode:
    """Decodes a recogniser's output as PaddleOCR does, and tells the weakest letter beside the mean.

    One wrong digit in a line of forty letters hardly moves the mean.
    """

    def __init__(self, characters: list[str]) -> None:
        self.characters = characters

    def __call__(self, preds: Sequence[Array], **_: object) -> tuple[list[str], list[tuple[float, float]]]:
        """The text of each row (batch x steps x characters), with mean and weakest certainty."""
        texts: list[str] = []
        scores: list[tuple[float, float]] = []
        for row in preds[0]:
            best = row.argmax(axis=1)
            starts = np.flatnonzero(np.diff(best, prepend=-1))
            certainty = np.maximum.reduceat(row[np.arange(len(best)), best], starts)
            letters = best[starts]
            written = letters != BLANK
            texts.append("".join(self.characters[int(letter)] for letter in letters[written]))
            kept = certainty[written]
            scores.append((float(kept.mean()), float(kept.min())) if len(kept) else (0.0, 0.0))
        return texts, scores


class StripRunner:
    """Runs a detection network strip by strip and joins the strips' maps in the middle of their overlaps."""

    def __init__(self, runner: Network) -> None:
        self.runner = runner

    def __call__(self, x: Sequence[Array]) -> list[Array]:
        """The map of probabilities (1 x 1 x height x width) of a batch of one."""
        pixels = x[0]
        height = pixels.shape[2]
        if height <= TALLEST_STRIP:
            return self.runner(x=[pixels])
        joined = np.empty((1, 1, height, pixels.shape[3]), np.float32)
        for top, bottom, keep_top, keep_bottom in strips(height):
            part = self.runner(x=[pixels[:, :, top:bottom]])[0]
            joined[:, :, keep_top:keep_bottom] = part[:, :, keep_top - top : keep_bottom - top]
        return [joined]

    def close(self) -> None:
        """Closes the network."""
        self.runner.close()


def strips(height: int) -> list[tuple[int, int, int, int]]:
    """Top and bottom of each strip, and the rows of the page that it answers for. `height` is a multiple of 32."""
    count = -(-(height - STRIP_OVERLAP) // (TALLEST_STRIP - STRIP_OVERLAP))
    inner = -(-(height - STRIP_OVERLAP) // count // 32) * 32
    tops = [index * inner for index in range(count)]
    bottoms = [min(height, top + inner + STRIP_OVERLAP) for top in tops]
    edges = [0, *(top + STRIP_OVERLAP // 2 for top in tops[1:]), height]
    return list(zip(tops, bottoms, edges, edges[1:], strict=False))


@cache
def shared_engine() -> Engine:
    """This process's engine. OpenCV, too, is kept to one thread from then on."""
    import cv2

    cv2.setNumThreads(1)
    return Engine()


def _load(kind: str, model: Model, **options: int | str) -> Predictor:
    hush()
    import paddleocr

    return getattr(paddleocr, kind)(
        model_name=model.name,
        model_dir=str(model_folder(model)),
        engine="onnxruntime",
        engine_config=ENGINE_CONFIG,
        device="cpu",
        **options,
    )


def _with_weakest(predictor: Predictor) -> Predictor:
    inner = predictor.paddlex_predictor
    inner.post_op = WeakestDecode(inner.post_op.character)
    return predictor


def _recognise(predictor: Predictor, crops: Sequence[Pixels]) -> list[Recognised]:
    """One crop a run: a batch pads its short lines and is no faster in one thread."""
    if not crops:
        return []
    results = predictor.predict([_bgr(crop) for crop in crops], batch_size=1)
    return [Recognised(result["rec_text"], *result["rec_score"]) for result in results]


def _bgr(image: Pixels) -> Pixels:
    return np.ascontiguousarray(image[:, :, ::-1])
