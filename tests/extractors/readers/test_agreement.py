"""Whether a text layer says what the pixels show."""

import pytest

from extractors.readers.agreement import Agreement, compare


@pytest.mark.parametrize(
    ("layer", "seen"),
    [
        ("AAAAA社会组织。", "AAA社会组织。"),
        ("评估等级：AAAA级", "评估等级：AAA级"),
        ("有效期至2029年5月1日", "有效期至2026年5月1日"),
    ],
)
def test_another_grade_or_digit_is_told(layer: str, seen: str) -> None:
    assert compare(layer, seen, 0.97).agreement is Agreement.DIFFERS


@pytest.mark.parametrize("confidence", [0.5, 0.8])
def test_a_grade_that_was_read_unsurely_tells_nothing(confidence: float) -> None:
    assert compare("AAAAA社会组织", "AAA社会组织", confidence).agreement is not Agreement.DIFFERS


def test_the_same_grade_in_another_width_is_the_same() -> None:
    assert compare("ＡＡＡ级社会组织", "AAA级社会组织", 0.97).agreement is Agreement.SAME


@pytest.mark.parametrize(
    ("layer", "seen", "agreement"),
    [
        ("注册资金：人民币3万元", "人民币3万元注册资金：", Agreement.SAME),
        ("证书编号：2024156", "156证书编号：2024", Agreement.DIFFERS),
    ],
)
def test_a_label_after_its_value_says_the_same_unless_a_number_is_cut(
    layer: str, seen: str, agreement: Agreement
) -> None:
    assert compare(layer, seen, 0.97).agreement is agreement
