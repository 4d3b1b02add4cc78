"""Finders take any text: their places are true to it, nothing raises, and no text takes long."""

import random
import time
from collections.abc import Callable, Sequence

import pytest

from dossier.names import mentions, same_organization
from extractors.language.bodies import find_bodies
from extractors.language.codes import find_codes
from extractors.language.dates import find_dates
from extractors.language.levels import authority_level, find_outlets, outlet_level
from extractors.language.money import find_amounts
from extractors.language.numbers import find_certificate_numbers, find_document_numbers, find_phones
from extractors.language.periods import find_periods
from extractors.language.stance import stance

NAME = "南京市家政服务业协会"
FINDERS: list[Callable[[str], Sequence[tuple[object, ...]]]] = [
    find_dates, find_periods, find_amounts, find_codes, find_document_numbers, find_certificate_numbers, find_phones, find_bodies,
    find_outlets, lambda text: mentions(text, NAME), lambda text: stance(text, NAME)[2],
]  # fmt: skip
PIECES = [
    *"〇一二三四五六七八九十百千万亿元圆整年月日号第〔〕（）()[]。，、；：:/-—~. \n\t\u3000ＡＢ１２0123456789OoIlSZVABXU□",
    "2023年", "5月", "8日", "二〇二三年", "南京市", "江苏省", "昆山市", "总工会", "民政局", "协会", "人民日报", "发布", "人民币", "壹拾", "￥", "统一社会信用代码",
    "51310110501144395U", "苏工发", "至", "长期", "自", "违规", "未", "表彰", NAME, "以下简称", "证书编号", "有效期",
]  # fmt: skip


def test_places_are_true_to_any_text():
    rng = random.Random(11)
    for _ in range(1500):
        text = "".join(rng.choices(PIECES, k=rng.randint(0, 40)))
        for finder in FINDERS:
            last = 0
            for hit in finder(text):
                start, end = hit[0], hit[1]
                assert isinstance(start, int)
                assert isinstance(end, int)
                assert 0 <= start < end <= len(text)
                last = max(last, end)
        authority_level(text)
        outlet_level(text)
        same_organization(text, NAME)


@pytest.mark.parametrize(
    "finder", [find_dates, find_periods, find_amounts, find_codes, find_document_numbers]
)
def test_raw_is_the_text_at_the_place(finder: Callable[[str], Sequence[tuple[object, ...]]]):
    rng = random.Random(12)
    for _ in range(1500):
        text = "".join(rng.choices(PIECES, k=rng.randint(5, 40)))
        for hit in finder(text):
            assert text[hit.start : hit.end] == hit.raw  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "二",
        "二 ",
        "2023年",
        "〔2024",
        "工",
        "1,",
        "aB3 ",
        " ",
        "壹万",
        "2023年5月8日至",
        "（以下简称",
        "统一社会信用代码：",
        "南京市工会",
        "南京市",
        "编号",
        "未、",
    ],
)
def test_no_repetition_takes_long(piece: str):
    text = piece * (10_000 // len(piece))
    for finder in FINDERS:
        begin = time.process_time()
        finder(text)
        assert time.process_time() - begin < 2.0, finder


@pytest.mark.parametrize(
    "lead",
    [
        "统一社会信用代码",
        "证书编号",
        "人民币",
        "2023年",
        "自",
        "（以下简称",
        "苏工发",
        f"{NAME}（",
        "第",
        "大写",
    ],
)
def test_long_white_space_behind_a_label_takes_no_time(lead: str):
    text = lead + " " * 10_000 + "1"
    for finder in FINDERS:
        begin = time.process_time()
        finder(text)
        assert time.process_time() - begin < 1.0, finder
