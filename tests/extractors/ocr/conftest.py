"""Made pages, each drawn once a session, and what the OCR reads on them."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from benchmarks.ocr_pages import MadePage, made_pages
from benchmarks.ocr_truth import Placed, Score, score
from extractors.ocr import OcrPage, read_image


@cache
def _made(name: str) -> MadePage:
    return made_pages()[name]()


@cache
def _read(name: str) -> OcrPage:
    return read_image(_made(name).image)


@pytest.fixture(scope="session")
def made() -> Callable[[str], MadePage]:
    """A made page by its name."""
    return _made


@pytest.fixture(scope="session")
def read() -> Callable[[str], OcrPage]:
    """What the OCR reads on a made page."""
    return _read


@pytest.fixture(scope="session")
def judged() -> Callable[[MadePage, OcrPage], Score]:
    """How a reading compares with the truth, by place."""

    def judge(page: MadePage, reading: OcrPage) -> Score:
        return score(page, [Placed(line.text, np.array(line.quad)) for line in reading.lines])

    return judge
