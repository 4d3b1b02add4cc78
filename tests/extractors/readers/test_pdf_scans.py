"""Scanned PDFs: the pixels win over the text layer, and a difference of substance is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from dossier.page import Reading, SignalCode
from extractors.readers import read_file
from tests.extractors.readers import making

pytestmark = pytest.mark.ocr


@pytest.fixture(scope="module")
def page_image(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    return making.certificate_image(tmp_path_factory.mktemp("page") / "page.pdf")


def joined(reading: Reading) -> str:
    return "".join(line.text for line in reading.pages[0].lines)


def test_a_scan_is_read_from_its_pixels(tmp_path: Path, page_image: Image.Image) -> None:
    reading = read_file(making.scan(tmp_path / "a.pdf", page_image))
    assert reading.origin == "ocr"
    assert "评估等级：3A" in joined(reading)
    assert "2028年5月17日" in joined(reading)


def test_a_layer_that_agrees_raises_nothing(tmp_path: Path, page_image: Image.Image) -> None:
    reading = read_file(making.scan(tmp_path / "a.pdf", page_image, lambda words: words))
    assert not reading.signals


def test_a_weak_layer_with_some_wrong_characters_raises_nothing(
    tmp_path: Path, page_image: Image.Image
) -> None:
    def weak(words: str) -> str:
        return words.replace("职工", "织工").replace("南京", "雨京").replace("证书", "讧书")

    reading = read_file(making.scan(tmp_path / "a.pdf", page_image, weak))
    assert not reading.signals
    assert "南京市建邺区职工服务中心" in joined(reading)


@pytest.mark.parametrize(
    ("change", "false"),
    [
        (lambda words: words.replace("3A", "5A"), "5A"),
        (lambda words: words.replace("2028", "2029"), "2029"),
        (lambda words: words.replace("建邺区职工服务中心", "鼓楼区青年发展协会"), "鼓楼区"),
    ],
    ids=["grade", "date", "name"],
)
def test_a_layer_that_says_something_else_is_told_and_not_believed(
    tmp_path: Path, page_image: Image.Image, change: Callable[[str], str], false: str
) -> None:
    reading = read_file(making.scan(tmp_path / "a.pdf", page_image, change))
    assert false not in joined(reading)
    assert [signal.code for signal in reading.signals] == [SignalCode.TEXT_LAYER_MISMATCH]
    signal = reading.signals[0]
    assert signal.page == 1
    assert signal.box is not None
    assert false in signal.message


def test_a_layer_of_private_glyphs_is_ignored(tmp_path: Path, page_image: Image.Image) -> None:
    reading = read_file(
        making.scan(
            tmp_path / "a.pdf", page_image, lambda words: "".join(chr(0xE100 + ord(c) % 99) for c in words)
        )
    )
    assert reading.origin == "ocr"
    assert not reading.signals
