"""Seals of digital pages: read where a picture may be one; other pages aren't looked at."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from benchmarks import ocr_pages
from extractors.readers import page_seals, read_file
from tests.extractors.readers import making

pytestmark = pytest.mark.ocr


def stamp() -> Image.Image:
    """The seal of 南京市民政局 alone, on white."""
    sheet = ocr_pages.certificate(seal=True)
    corners = np.asarray(sheet.seals[0])
    left, top = (int(value) for value in corners.min(axis=0))
    right, bottom = (int(value) for value in corners.max(axis=0))
    part = np.array(sheet.pixels)[top:bottom, left:right].copy()
    part[part[:, :, 0] < 120] = 255
    return Image.fromarray(part)


def test_a_seals_picture_on_a_page_of_text_is_read(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        making.certificate(paper)
        paper.drawImage(ImageReader(stamp()), 380, 180, 110, 110)

    page = read_file(making.pdf(tmp_path / "a.pdf", draw)).pages[0]
    assert page.origin == "text"
    (seal,) = page.seals
    assert seal.text.startswith("南京市民政局")
    assert seal.box.centre[0] == pytest.approx(435 / 595, abs=0.02)
    assert seal.box.centre[1] == pytest.approx(1 - 235 / 842, abs=0.02)


def test_a_page_without_pictures_is_not_drawn_for_seals(tmp_path: Path) -> None:
    class Bare:
        size = (595.0, 842.0)
        shapes = 0

        def pixels(self, scale: float, *, grey: bool = False) -> Image.Image:
            raise AssertionError((scale, grey))

    assert page_seals.seals_of(Bare(), 0, []) == ()
    assert read_file(making.pdf(tmp_path / "a.pdf", making.certificate)).pages[0].seals == ()
