"""Numbers of papers: their brackets as printed, or as far as the pixels told them; whose number a bare one is."""

from __future__ import annotations

import pytest

from extractors.kinds.numbered import tidy_number
from extractors.layout import arrange
from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import page


def _number(printed: str, origin: str) -> str:
    sheet = page([printed])
    lines = tuple(line.model_copy(update={"origin": origin}) for line in sheet.lines)
    return tidy_number(arrange(sheet.model_copy(update={"lines": lines})).text)


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ("苏工发〔2024〕12号", "苏工发〔2024〕12号"),
        ("苏工发〔2024]12号", "苏工发〔2024〕12号"),
        ("苏工发[2024〕12号", "苏工发〔2024〕12号"),
        ("灌云罚决字(2024)0016号", "灌云罚决字（2024）0016号"),
        ("灌云罚决字（2024)0016号", "灌云罚决字（2024）0016号"),
        ("苏工发[2024]12号", "苏工发[2024]12号"),
        ("苏工发﹝2024﹞12号", "苏工发〔2024〕12号"),
        ("苏工发（2024]12号", "苏工发〔2024〕12号"),
    ],
)
def test_brackets_read_from_pixels_stay_a_pair_and_are_mended_to_one(seen: str, told: str) -> None:
    assert _number(seen, "ocr") == told


def test_brackets_of_a_text_layer_stay_as_they_are() -> None:
    assert _number("苏工发（2024]12号", "text") == "苏工发（2024]12号"


CERTIFICATE = """
# 荣誉证书
王小明同志：
荣获2024年度“优秀工会积极分子”称号。
第0342号
> 南京市总工会
> 2024年5月1日
"""


def test_a_bare_number_on_a_certificate_is_no_documents() -> None:
    check(
        Wording("a certificate's own number", CERTIFICATE, {"recipient": "王小明"}, ("document_number",)),
        "award",
    )
