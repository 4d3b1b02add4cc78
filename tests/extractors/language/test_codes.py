import random

import pytest

from dossier import uscc
from extractors.language.codes import find_codes, repair

CODE = "51310110501144395U"
FORGED = "51310110501144895U"


@pytest.mark.parametrize(
    "text",
    [
        f"统一社会信用代码：{CODE}",
        f"统一社会信用代码{CODE}",
        f"统 一 社 会 信 用 代 码  {CODE}",
        f"统一社会信用代码（纳税人识别号）：{CODE}",
        "统一社会信用代码：5131011050114\n4395U",
        "统一社会信用代码：5131 0110 5011 4439 5U",
        "统一社会信用代码：51310110-50114439-5U",
        f"统一社会信用代码{CODE}2023年5月",
        "统一社会信用代码：５１３１０１１０５０１１４４３９５Ｕ",
        f"证书 {CODE} 有效",
        "51310110 50114 4395U",
        f"统一社会信用代码：{CODE.lower()}",
    ],
)
def test_a_code_is_found_as_it_is_printed(text: str):
    (found,) = find_codes(text)
    assert (found.value, found.valid, found.repaired) == (CODE, True, False)


@pytest.mark.parametrize(
    "printed",
    [
        "5131011O501144395U",
        "513l0110501144395U",
        "5I310110501144395U",
        "S1310110501144395U",
        "51310110501144395V",
        "5131011050114439SU",
        "5I3IOIIO5OII44395U",
    ],
)
def test_letters_that_no_code_has_are_mended_and_told(printed: str):
    (found,) = find_codes(f"统一社会信用代码：{printed}")
    assert (found.value, found.valid, found.repaired, found.raw) == (CODE, True, True, printed)


def test_a_forged_code_of_lawful_characters_stays_as_printed():
    (found,) = find_codes(f"统一社会信用代码：{FORGED}")
    assert (found.value, found.valid, found.repaired, found.lawful) == (FORGED, False, False, True)


def test_forged_codes_are_never_made_good():
    rng = random.Random(7)
    for _ in range(500):
        at = rng.randrange(18)
        forged = CODE[:at] + rng.choice([char for char in uscc.ALPHABET if char != CODE[at]]) + CODE[at + 1 :]
        for found in find_codes(f"统一社会信用代码：{forged}"):
            if found.repaired:
                assert not uscc.is_well_formed(forged)
            else:
                assert not found.valid


def test_a_lawful_character_is_changed_only_where_the_reader_doubted_it():
    assert repair("51310110501144895U") is None
    assert repair("51310110501144395W", doubtful=[17]) == CODE
    text = "统一社会信用代码：51310110501144395W"
    (found,) = find_codes(text, doubtful=[len(text) - 1])
    assert (found.value, found.repaired) == (CODE, True)


def test_seventeen_characters_are_told_but_not_mended():
    (found,) = find_codes("统一社会信用代码：5131011050114395U")
    assert (found.valid, found.repaired, found.lawful) == (False, False, False)


def test_a_doubled_character_is_dropped_where_that_alone_is_right():
    (found,) = find_codes("统一社会信用代码：513101105011444395U")
    assert (found.value, found.repaired) == (CODE, True)


@pytest.mark.parametrize(
    "text",
    [
        "电话13912345678",
        "025-83712345",
        "身份证号11010519491231002X",
        "账号：6222021001116245702",
        "苏工发〔2024〕12号",
        "开户行1234567890123456789",
        "",
    ],
)
def test_telephones_identity_cards_and_accounts_are_no_codes(text: str):
    assert find_codes(text) == []


def test_two_codes_in_one_text_are_both_found():
    assert len(find_codes(f"甲方{CODE}乙方91440300MA5H3E0T3W")) == 2
