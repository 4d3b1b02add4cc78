"""Words across a page are seen through the print under them; stamps that say what a copy is for are none of them."""

import random

import numpy as np
import pytest
from PIL import Image, ImageDraw

from benchmarks import ocr_pages as pages
from dossier.page import Page
from dossier.void_marks import void_mark
from extractors.ocr import read_image
from extractors.ocr.engine import shared_engine
from extractors.ocr.image import Pixels
from extractors.ocr.marks import find_void_marks


def _across(word: str, darkness: float, angle: float, size: int = 330) -> Pixels:
    """A page full of print with a word across it."""
    sheet = pages.dense(random.Random(4))
    font = pages.font("hei", size)
    height, width = sheet.pixels.shape[:2]
    layer = Image.new("L", (width, height))
    ImageDraw.Draw(layer).text(
        (width / 2, height / 2), word, font=font, fill=round(255 * darkness), anchor="mm"
    )
    share = np.asarray(layer.rotate(angle, resample=Image.Resampling.BICUBIC), float)[:, :, None] / 255
    ink = np.array([205.0, 70.0, 70.0])
    return (sheet.pixels * (1 - share) + ink * share).astype(np.uint8)


@pytest.mark.parametrize(
    ("word", "darkness", "angle"),
    [("样张", 0.4, 28), ("作废", 1.0, 20), ("仅供参考", 0.6, -20), ("SPECIMEN", 0.5, 30)],
)
def test_a_word_across_the_print_is_seen(word: str, darkness: float, angle: float) -> None:
    size = 230 if len(word) > 2 else 330
    found = find_void_marks(shared_engine(), _across(word, darkness, angle, size))
    assert [line.text for _, line in found] == [word]


@pytest.mark.parametrize("words", ["仅供评选使用", "南京市总工会", "复印无效"])
def test_other_words_across_the_print_take_nothing_away(words: str) -> None:
    assert find_void_marks(shared_engine(), _across(words, 0.4, 28, 180)) == []


def test_the_word_stands_on_the_page_as_one_that_takes_its_force() -> None:
    reading = read_image(_across("样张", 0.4, 28)[300:1700])
    mark = next(line for line in reading.lines if line.text == "样张")
    assert 0.2 < mark.box.centre[0] < 0.8
    page = Page(number=1, width=reading.width, height=reading.height, origin="ocr", lines=reading.lines)
    assert void_mark([page]) is not None
