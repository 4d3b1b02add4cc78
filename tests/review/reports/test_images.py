"""Crops and thumbnails: the mark stands where the evidence is."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from dossier.geometry import Box
from review.reports import images
from review.reports.images import MARK, Picture

PAGE = Image.new("RGB", (900, 1270), "white")
BOXES = {
    "a word in the middle": Box(0.4, 0.5, 0.5, 0.52),
    "the upper left corner": Box(0, 0, 0.1, 0.02),
    "the lower right corner": Box(0.9, 0.98, 1, 1),
    "the whole page": Box(0, 0, 1, 1),
    "a point": Box(0.5, 0.5, 0.5, 0.5),
    "a column": Box(0.1, 0.1, 0.13, 0.95),
}


def red(picture: Picture) -> np.ndarray:
    pixels = np.asarray(Image.open(io.BytesIO(picture.data)).convert("RGB")).astype(int)
    return np.abs(pixels - np.array(MARK)).sum(axis=2) < 150


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
@pytest.mark.parametrize("draw", [images.crop, images.strip, images.thumbnail])
def test_every_box_is_marked_within_limits(draw: Callable[[Image.Image, Box], Picture], box: Box):
    picture = draw(PAGE, box)
    assert 0 < picture.width <= images.CROP_WIDTH
    assert 0 < picture.height <= images.CROP_HEIGHT
    assert red(picture).any()


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_window_holds_its_box_and_stays_on_the_page(box: Box):
    around = images.window(box, 0.7, least_width=0.6, least_height=0.16)
    assert 0 <= around.x0 <= box.x0
    assert box.x1 <= around.x1 <= 1 + 1e-9
    assert 0 <= around.y0 <= box.y0
    assert box.y1 <= around.y1 <= 1 + 1e-9


def test_the_mark_on_a_thumbnail_stands_at_the_box():
    marked = red(images.thumbnail(PAGE, Box(0.25, 0.5, 0.75, 0.6)))
    rows, columns = np.nonzero(marked)
    height, width = marked.shape
    assert columns.min() / width == pytest.approx(0.25, abs=0.03)
    assert columns.max() / width == pytest.approx(0.75, abs=0.03)
    assert rows.min() / height == pytest.approx(0.5, abs=0.03)
    assert rows.max() / height == pytest.approx(0.6, abs=0.03)


def test_a_page_without_a_place_is_not_marked():
    assert not red(images.thumbnail(PAGE, None)).any()


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK"])
def test_pages_of_any_mode_are_drawn(mode: str):
    assert images.whole(PAGE.convert(mode)).width <= images.PAGE_WIDTH


def test_the_page_handed_in_is_left_as_it_was():
    small = Image.new("RGB", (60, 80), "white")
    images.thumbnail(small, Box(0.1, 0.1, 0.9, 0.9))
    assert small.getextrema() == ((255, 255),) * 3
