"""A page is read right, in place, whichever way it was laid on the scanner or photographed."""

import random
from collections.abc import Callable

import cv2
import numpy as np
import pytest

from benchmarks import ocr_pages as pages
from benchmarks.ocr_pages import MadePage
from benchmarks.ocr_truth import Score
from dossier.page import ProblemCode
from extractors.ocr import OcrPage, read_image
from extractors.ocr.errors import NotAnImage
from extractors.ocr.orientation import turned

NAMES = (
    "certificate",
    "certificate_seal",
    "table",
    "seal_skew_jpeg40",
    "table_skew5",
    "photo_shadow",
    "report_150dpi_noise",
    "report_low",
    "upside_down",
    "table_90",
    "photo_270",
    "nearly_empty",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_where_it_stands(
    name: str,
    made: Callable[[str], MadePage],
    read: Callable[[str], OcrPage],
    judged: Callable[[MadePage, OcrPage], Score],
) -> None:
    """Truth and reading are matched by place, so this holds both the letters and the quads on the upright page."""
    page, reading = made(name), read(name)
    result = judged(page, reading)
    assert result.cer <= 0.01, result.faults


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_turned_as_it_must_be(
    name: str, made: Callable[[str], MadePage], read: Callable[[str], OcrPage]
) -> None:
    """Turned clockwise by the degrees that set it upright, and told with the upright page's size."""
    page, reading = made(name), read(name)
    assert reading.turned == page.turned
    height, width = turned(page.image, page.turned).shape[:2]
    assert (reading.width, reading.height) == (width, height)


@pytest.mark.parametrize("quarter_turns", [1, 2, 3])
def test_a_nearly_empty_page_is_set_upright(
    quarter_turns: int, judged: Callable[[MadePage, OcrPage], Score]
) -> None:
    """Two short lines are enough to tell."""
    page = pages.nearly_empty().page("nearly_empty", quarter_turns)
    assert judged(page, read_image(page.image)).wrong == 0


def test_a_page_without_a_line_is_left_as_it_is() -> None:
    """A picture without text isn't turned on a guess."""
    sheet = pages.Sheet.blank((800, 1100))
    sheet.pixels[300:700, 200:600] = np.linspace(40, 200, 400, dtype=np.uint8)[:, None, None]
    reading = read_image(sheet.pixels)
    assert reading.turned == 0
    assert [problem.code for problem in reading.problems] == [ProblemCode.ILLEGIBLE]


def test_a_seal_is_told_apart_from_the_text_under_it(
    made: Callable[[str], MadePage], read: Callable[[str], OcrPage]
) -> None:
    """The lines hold what is printed; the ring's text is the seal's."""
    reading = read("certificate_seal")
    assert [seal.text for seal in reading.seals] == ["南京市民政局"]
    box, true = reading.seals[0].box, made("certificate_seal").seals[0]
    assert np.allclose([box.x0, box.y0, box.x1, box.y1], [*true[0], *true[2]], atol=0.01)
    assert "二〇二四年三月十八日" in [line.text for line in reading.lines]


def test_red_headings_are_no_seals() -> None:
    """The red head of an official document is text."""
    sheet = pages.Sheet.blank((1654, 1200))
    sheet.write(827, 200, "南京市总工会文件", "song_bold", 120, centre=True)
    red = sheet.pixels.astype(int)
    sheet.pixels = np.stack([np.maximum(red[..., 0], 205), red[..., 1], red[..., 2]], axis=-1).astype(
        np.uint8
    )
    sheet.write(827, 500, "宁工发〔2026〕18号", "song", 40, centre=True)
    reading = read_image(sheet.pixels)
    assert reading.seals == ()
    assert [line.text for line in reading.lines] == ["南京市总工会文件", "宁工发〔2026〕18号"]


def test_small_print_beside_a_drawing_is_read() -> None:
    """Shapes that pass for large letters don't shrink the page until its few lines are lost."""
    sheet = pages.Sheet.blank()
    for index in range(60):
        centre = (200 + 210 * (index % 7), 200 + 150 * (index // 7))
        cv2.circle(sheet.pixels, centre, 55, (60, 60, 60), 6)
    for index, text in enumerate(("附件一", "活动示意图", "南京市")):
        sheet.write(200, 1650 + 70 * index, text, "song", 24)
    read = [line.text for line in read_image(sheet.pixels).lines]
    assert {"附件一", "活动示意图", "南京市"} <= set(read)


def test_a_blank_page_is_told() -> None:
    """White paper with a little grain, and paper with a grey edge, hold nothing."""
    paper = pages.noise(pages.Sheet.blank((1240, 1754)), 3).pixels
    paper[:, :8] = 90
    reading = read_image(paper)
    assert reading.lines == ()
    assert [problem.code for problem in reading.problems] == [ProblemCode.BLANK_PAGE]


def test_an_illegible_page_is_told() -> None:
    """What no one can read isn't passed as read."""
    page = pages.noise(pages.blur(pages.resize(pages.report(random.Random(1)), 0.25), 3.5), 10)
    reading = read_image(page.pixels)
    assert ProblemCode.ILLEGIBLE in [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    "image",
    [np.zeros((40, 40), np.uint8), np.zeros((40, 40, 3), np.float32), np.zeros((0, 40, 3), np.uint8)],
    ids=["grey", "float", "empty"],
)
def test_what_is_no_image_is_refused(image: np.ndarray) -> None:
    """An array of another shape or type raises, with a message for people and a cause for the log."""
    with pytest.raises(NotAnImage) as refused:
        read_image(image)
    assert "图像" in str(refused.value)
    assert "expected uint8" in refused.value.cause


@pytest.mark.parametrize("shape", [(1, 1), (3, 200), (200, 3), (40, 40)])
def test_tiny_images_do_no_harm(shape: tuple[int, int]) -> None:
    """A page of a few pixels gives no lines and no error."""
    noise = np.random.default_rng(1).integers(0, 255, (*shape, 3), dtype=np.uint8)
    assert read_image(noise).width in shape
