"""The page is found in a photo, laid flat and made level; what isn't plainly a page is left alone."""

import random
from collections.abc import Callable

import cv2
import numpy as np
import pytest

from benchmarks import ocr_pages as pages
from benchmarks.ocr_pages import MadePage
from extractors.ocr.dewarp import find_page, is_plausible
from extractors.ocr.geometry import reading_order, rectangle
from extractors.ocr.light import even_light, has_ink
from extractors.ocr.skew import measure_skew
from extractors.ocr.view import straight_view


def test_the_page_is_found_in_a_photo() -> None:
    """Its corners lie within 1 % of where they are."""
    sheet = pages.report(random.Random(1))
    sheet.runs.append(("page", pages.corners(0, 0, *pages.A4)))
    photo = pages.shadow(pages.photograph(sheet))
    found = find_page(photo.pixels)
    assert found is not None
    assert np.abs(found - photo.runs[-1][1]).max() < 0.01 * max(photo.pixels.shape)


@pytest.mark.parametrize("name", ["certificate", "dense", "table", "table_skew5", "certificate_seal"])
def test_no_page_is_found_in_a_scan(name: str, made: Callable[[str], MadePage]) -> None:
    """A scan is the page: nothing is cut away from it."""
    assert find_page(made(name).image) is None


@pytest.mark.parametrize(
    "quad",
    [
        [[10, 10], [990, 40], [500, 60], [10, 990]],
        [[100, 100], [220, 100], [220, 240], [100, 240]],
        [[400, 10], [600, 10], [990, 990], [10, 990]],
        [[100, 100], [900, 102], [900, 902], [100, 900]],
    ],
    ids=["concave", "small", "trapeze too steep", "level already"],
)
def test_implausible_quads_are_refused(quad: list[list[int]]) -> None:
    """Corners that are no sheet of paper, or one that needs no warp."""
    assert not is_plausible(np.array(quad, float), 1000, 1000)


@pytest.mark.parametrize("degrees", [-5.0, -1.2, 0.6, 2.0, 4.5])
def test_skew_is_measured(degrees: float) -> None:
    """Within a tenth of a degree; lines that lean clockwise count positive."""
    sheet = pages.skew(pages.report(random.Random(2)), -degrees)
    assert measure_skew(sheet.pixels) == pytest.approx(degrees, abs=0.12)


def test_a_level_page_is_not_turned() -> None:
    """Nor resampled: the view is the image itself."""
    image = pages.dense(random.Random(3)).pixels
    assert straight_view(image, find_page(image)).image is image


def test_places_are_carried_back() -> None:
    """A point of the view lands where it stands on the page, through warp, scale and turn."""
    photo = pages.photograph(pages.certificate())
    view = straight_view(photo.pixels, find_page(photo.pixels))
    forth = np.linalg.inv(view.back)
    for _, quad in photo.runs:
        assert np.allclose(view.to_page(cv2.perspectiveTransform(quad[None], forth)[0]), quad, atol=0.5)


def test_uneven_light_is_evened() -> None:
    """The paper becomes as bright in the shadow as in the light; even paper is left alone."""
    sheet = pages.report(random.Random(4))
    dark = pages.shadow(sheet).pixels
    even = even_light(dark)
    assert np.percentile(even[-300:, -300:], 50) > 0.9 * np.percentile(even[:300, :300], 50)
    assert np.percentile(dark[-300:, -300:], 50) < 0.7 * np.percentile(dark[:300, :300], 50)
    assert even_light(sheet.pixels) is sheet.pixels


def test_ink_is_seen_on_faint_pages() -> None:
    """Pale print is ink; grain is not."""
    assert has_ink(
        np.clip(pages.report(random.Random(5)).pixels.astype(int) // 4 + 180, 0, 255).astype(np.uint8)
    )
    assert not has_ink(pages.noise(pages.Sheet.blank(), 4).pixels)


def test_rows_are_read_from_left_to_right() -> None:
    """Boxes of one row that stand a little higher or lower are one row."""
    boxes = [(300, 12, 400, 32), (10, 10, 100, 30), (10, 50, 100, 70), (150, 8, 250, 28)]
    assert reading_order([rectangle(*box) for box in boxes]) == [1, 3, 0, 2]
