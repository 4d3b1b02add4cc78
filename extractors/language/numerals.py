"""Chinese numerals, everyday and financial, and digits that engines misread."""

import unicodedata

DIGITS = {
    **dict(zip("〇一二三四五六七八九", range(10), strict=True)),
    **dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    "○": 0, "◯": 0, "Ｏ": 0, "両": 2, "两": 2, "貳": 2, "弍": 2, "贰": 2, "參": 3, "叄": 3, "弎": 3, "陸": 6, "弌": 1, "幺": 1,
}  # fmt: skip
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
GROUPS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}

NUMERAL_CHARACTERS = "".join(DIGITS) + "".join(UNITS) + "".join(GROUPS)
FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟貳參叄陸萬億")
"""Characters that stand for numbers on money documents only."""

MISREAD_DIGITS = {
    "O": "0", "o": "0", "Q": "0", "D": "0", "〇": "0", "○": "0", "l": "1", "I": "1", "|": "1", "i": "1", "!": "1", "丨": "1",
    "Z": "2", "z": "2", "S": "5", "s": "5", "b": "6", "G": "6", "B": "8", "g": "9", "q": "9",
}  # fmt: skip
"""Characters that engines put for digits. They count as digits only where the rest of a form is right."""


def digits_of(text: str) -> tuple[str, int] | None:
    """The text as ASCII digits, and how many of them had to be taken for misread ones; None where one is neither."""
    plain: list[str] = []
    mended = 0
    for char in text:
        if char.isspace():
            continue
        half = unicodedata.normalize("NFKC", char)
        if half.isascii() and half.isdigit():
            plain.append(half)
        elif half in MISREAD_DIGITS:
            plain.append(MISREAD_DIGITS[half])
            mended += 1
        else:
            return None
    return "".join(plain), mended


def chinese_number(text: str) -> int | None:
    """The whole number that a Chinese numeral means (三十一, 壹拾万, 二〇二三); None where it is none."""
    if not text:
        return None
    if all(char in DIGITS for char in text):
        value = 0
        for char in text:
            value = value * 10 + DIGITS[char]
        return value
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in UNITS:
            unit = UNITS[char]
            section += unit if char in "廿卅" else (1 if digit is None else digit) * unit
            digit = None
        elif char in GROUPS:
            section += digit or 0
            if section == 0 and total == 0:
                return None
            if GROUPS[char] > total:
                total = (total + section) * GROUPS[char]
            else:
                total += section * GROUPS[char]
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)
