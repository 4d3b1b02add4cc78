"""The engine: model folders, strips, decoding, the cascade's choice, lines alone, and the memory that it takes."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from benchmarks import ocr_pages as pages
from benchmarks.ocr_pages import MadePage
from benchmarks.ocr_truth import Score
from extractors.ocr import OcrPage, models, recognise_lines
from extractors.ocr.cascade import is_sure
from extractors.ocr.engine import TALLEST_STRIP, Recognised, StripRunner, WeakestDecode, strips
from extractors.ocr.errors import CacheUnwritable, ModelMissing
from extractors.ocr.image import Array
from extractors.ocr.models import Model, cache_folder, known_letters, model_folder
from extractors.ocr.suspicion import is_suspect, look_alikes


@pytest.fixture
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv("HEZHENG_OCR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.usefixtures("fresh_cache")
def test_a_model_folder_is_built_once() -> None:
    """It holds the weights and the recipe, and a second start finds it."""
    first = model_folder(models.RECOGNITION_TINY)
    built = (first / "inference.yml").stat().st_mtime_ns
    assert model_folder(models.RECOGNITION_TINY) == first
    assert (first / "inference.yml").stat().st_mtime_ns == built
    assert (first / "inference.onnx").resolve().is_file()
    assert f"- {models.NARROWEST}\n" in (first / "inference.yml").read_text(encoding="utf-8")


def test_racing_starts_leave_one_whole_folder(fresh_cache: Path) -> None:
    """Eight at once: all get the same folder, and nothing is left beside it."""
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(model_folder, [models.DETECTION_SMALL] * 8))
    assert len(found) == 1
    assert [path.name for path in fresh_cache.iterdir()] == [found.pop().name]


@pytest.mark.usefixtures("fresh_cache")
def test_missing_weights_are_told() -> None:
    """With what to do next."""
    with pytest.raises(ModelMissing, match="重新安装"):
        model_folder(Model("nothing", "models/nothing.onnx"))


def test_an_unwritable_cache_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "cache").write_text("")
    monkeypatch.setenv("HEZHENG_OCR_CACHE", str(tmp_path / "cache"))
    with pytest.raises(CacheUnwritable, match="HEZHENG_OCR_CACHE"):
        model_folder(models.DETECTION_SMALL)


def test_the_cache_lies_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unless told otherwise."""
    monkeypatch.delenv("HEZHENG_OCR_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "hezheng" / "ocr"


@pytest.mark.parametrize("height", range(TALLEST_STRIP + 32, 4100, 32))
def test_strips_cover_the_page(height: int) -> None:
    """Each row is answered by one strip that holds it; heights stay multiples of 32 and under the limit."""
    cut = strips(height)
    assert (cut[0][2], cut[-1][3]) == (0, height)
    for (top, bottom, keep_top, keep_bottom), following in zip(cut, [*cut[1:], None], strict=True):
        assert top <= keep_top < keep_bottom <= bottom <= height
        assert (bottom - top) % 32 == 0
        assert 32 <= bottom - top <= TALLEST_STRIP + 32
        assert following is None or following[2] == keep_bottom


def test_strips_join_to_the_whole() -> None:
    """A network that sees single pixels gives the same map in strips."""

    class Double:
        def __call__(self, x: Sequence[Array]) -> list[Array]:
            return [x[0][:, :1] * 2]

        def close(self) -> None:
            """Nothing to give back."""

    page = np.random.default_rng(1).random((1, 3, 2592, 32), np.float32)
    assert np.array_equal(StripRunner(Double())(x=[page])[0], page[:, :1] * 2)


def test_the_weakest_letter_is_told() -> None:
    """Repeats and blanks are dropped; a letter counts by its surest step."""
    steps = np.zeros((1, 6, 4), np.float32)
    for step, (letter, certainty) in enumerate([(1, 0.6), (1, 0.9), (0, 1.0), (1, 0.8), (2, 0.5), (0, 0.9)]):
        steps[0, step, letter] = certainty
    texts, scores = WeakestDecode(["blank", "甲", "乙", "丙"])([steps])
    assert texts == ["甲甲乙"]
    assert scores[0] == pytest.approx(((0.9 + 0.8 + 0.5) / 3, 0.5))


@pytest.mark.parametrize(
    "text",
    [
        "王建国",
        "法定代表人：王肿",
        "51320100MJ4567890X",
        "苏工发〔2026〕3号",
        "南京市总工会",
        "授予李明同志称号",
    ],
)
def test_names_and_codes_are_read_twice(text: str) -> None:
    """However sure the fast recogniser is."""
    assert is_suspect(text)
    assert not is_sure(Recognised(text, 0.999, 0.99))


@pytest.mark.parametrize("text", ["2026年3月15日", "1,286.50", "制定本方案", "经审查，准予成立登记。"])
def test_plain_text_is_read_once(text: str) -> None:
    """When the fast recogniser is sure, and not when its weakest letter isn't."""
    assert is_sure(Recognised(text, 0.99, 0.95))
    assert not is_sure(Recognised(text, 0.99, 0.4))
    assert not is_sure(Recognised(text, 0.9, 0.85))


def test_look_alikes_are_letters_that_the_fast_recogniser_writes() -> None:
    """The list was made from the weights that are installed."""
    assert len(look_alikes()) > 500
    assert look_alikes() <= known_letters(models.RECOGNITION_TINY)


def test_lines_alone_are_read() -> None:
    """The cheap check of a text layer: crops in, text and confidence out."""
    crops = []
    for text in ("统一社会信用代码", "2026年3月15日"):
        sheet = pages.Sheet.blank((600, 70))
        sheet.write(14, 14, text, "song", 36)
        crops.append(np.ascontiguousarray(sheet.pixels[:, : int(sheet.runs[0][1][1][0]) + 14]))
    read = recognise_lines(crops)
    assert [text for text, _ in read] == ["统一社会信用代码", "2026年3月15日"]
    assert all(0.8 < confidence <= 1 for _, confidence in read)
    assert recognise_lines([]) == []


CHILD = """
import json, re, sys
import numpy as np
from extractors.ocr import read_image

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024

image = np.load(sys.argv[1])
peaks = []
for _ in range(int(sys.argv[2])):
    read_image(image)
    peaks.append(peak())
print(json.dumps([peaks[2], peaks[-1]]))
"""


def test_memory_stays_flat(tmp_path: Path) -> None:
    """A process that has read a few pages grows no more, and stays under 800 MB, on the pages that cost most."""
    np.save(tmp_path / "page.npy", pages.photograph(pages.nearly_empty()).pixels)
    command = [sys.executable, "-c", CHILD, str(tmp_path / "page.npy"), "12"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ, cwd=Path.cwd())
    first, peak = json.loads(told.stdout.splitlines()[-1])
    assert peak < 950
    assert peak - first < 60


def test_importing_the_package_is_cheap() -> None:
    """No engine is loaded until a page is read."""
    command = "import sys, extractors.ocr; print([m for m in ('paddleocr', 'onnxruntime', 'cv2') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"


def test_a_dense_page_of_small_print_is_read_whole(judged: Callable[[MadePage, OcrPage], Score]) -> None:
    """Sixty lines of 22 pixels."""
    from extractors.ocr import read_image

    page = pages.dense(random.Random(8), "song", 22, 60).page("small print")
    assert judged(page, read_image(page.image)).cer < 0.01
