"""〇 between Chinese numerals is mended, and nothing else is touched."""

import pytest

from extractors.ocr.numerals import mend_numerals, restore_zeros


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("二O二三年五月", "二〇二三年五月"),
        ("二0二0年", "二〇二〇年"),
        ("二○二四年至二Ｏ二九年", "二〇二四年至二〇二九年"),
        ("一OO八年", "一〇〇八年"),
        ("五〇二室", "五〇二室"),
        ("五O二室", "五〇二室"),
        ("2023年", "2023年"),
        ("第0二号", "第0二号"),
        ("OA系统", "OA系统"),
        ("二二三年", "二二三年"),
        ("二()二四年至二（二九年", "二〇二四年至二〇二九年"),
        ("附表二（二十四年前）", "附表二（二十四年前）"),
        ("256.800.00元", "256,800.00元"),
        ("1.234,567.89", "1,234,567.89"),
        ("3.486米", "3.486米"),
        ("2024.05.03", "2024.05.03"),
        ("192.168.100.20", "192.168.100.20"),
    ],
)
def test_only_what_is_plain_is_mended(read: str, meant: str) -> None:
    """Look-alikes of 〇 between Chinese numerals, and points between the thousands of an amount with cents."""
    assert mend_numerals(read) == meant


def test_a_dropped_zero_is_taken_from_the_other_reading() -> None:
    """The better text is kept, with the zero that only the other saw."""
    assert restore_zeros("有效期自二二四年五月", "有效期白二O二四年五月") == "有效期自二〇二四年五月"


def test_zeros_are_not_invented() -> None:
    """Where the other reading has none, or none beside a numeral, the text stays; at a line's end it may."""
    assert restore_zeros("二二四年", "二二四年") == "二二四年"
    assert restore_zeros("自二", "自二〇") == "自二〇"
    assert restore_zeros("第二十条", "第二〇十条") == "第二十条"
