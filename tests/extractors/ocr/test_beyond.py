"""What stands on a board's dark head belongs to the page, though the head is no bright paper."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors.ocr.dewarp import find_page
from extractors.ocr.image import Pixels
from extractors.ocr.reader import read_page_image
from tests.corpus import fonts

RULES = ("一、来访登记，言语和气。", "二、问事当场答复，办不了的写明去处。", "三、下班前清点物品，关好门窗。")
WALL, HEAD, PAPER = (66, 70, 74), (178, 22, 30), (240, 236, 220)


def board(head: str, foot: str) -> Pixels:
    """A board that hangs a little crooked on a dark wall: pale letters on its red head and foot, dark ones between."""
    picture = Image.new("RGB", (1300, 1700), WALL)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((150, 120, 1150, 1580), fill=PAPER)
    for band, text, size in (((150, 120, 1150, 330), head, 84), ((150, 1420, 1150, 1580), foot, 44)):
        draw.rectangle(band, fill=HEAD)
        middle = (650, (band[1] + band[3]) / 2)
        draw.text(middle, text, font=fonts.pil("sans", size), fill=(246, 226, 180), anchor="mm")
    for number, rule in enumerate(RULES):
        draw.text((210, 450 + 110 * number), rule, font=fonts.pil("sans", 44), fill=(24, 24, 24))
    return np.asarray(picture.rotate(2.5, Image.Resampling.BICUBIC, fillcolor=WALL))


@pytest.mark.ocr
def test_pale_letters_on_a_dark_head_are_read() -> None:
    image = board("接待室守则", "惠民职工服务社")
    page = find_page(image)
    assert page is not None
    assert np.ptp(page[:, 1]) < 0.8 * 1460, "only the paper between head and foot is bright"
    texts = [line.text for line in read_page_image(image).lines]
    assert texts[0] == "接待室守则"
    assert texts[-1] == "惠民职工服务社"
    assert len(texts) == len(RULES) + 2
