"""Mends what recognisers get wrong in Chinese numerals, where nothing else can have been meant."""

import re
from difflib import SequenceMatcher

ZERO_LIKE = "〇○◯⭕OoＯｏ0０Q"
NUMERALS = "一二三四五六七八九"

_SPELT_YEAR = re.compile(rf"(?<![0-9A-Za-z])[{NUMERALS}][{NUMERALS}{ZERO_LIKE}]{{3}}(?=\s*年)")
_BETWEEN = re.compile(rf"(?<=[{NUMERALS}〇])[{ZERO_LIKE}]+(?=[{NUMERALS}])")
_BRACKETED = re.compile(rf"(?<=[{NUMERALS}])[(（][)）]?(?=[{NUMERALS}]{{2}}年)")
_POINTED = re.compile(r"(?<![\d.,])(?!\d+(?:\.\d+){3}(?!\d))\d{1,3}(?:[.,]\d{3})+\.\d{2}(?!\d)")
_ZERO = re.compile(rf"[{ZERO_LIKE}]")


def mend_numerals(text: str) -> str:
    """The text with 〇 for its look-alikes in Chinese numerals, and commas between the thousands of an amount.

    A look-alike is mended in a spelt year or between Chinese numerals (二O二三年, 二()二三年); a point where the amount
    has a second one for its cents (256.800.00). Only characters that were read are replaced; none is added, so a year that lost its 〇 stays as it was read.
    """
    text = _POINTED.sub(lambda amount: amount.group()[:-3].replace(".", ",") + amount.group()[-3:], text)
    text = _BRACKETED.sub("〇", text)
    text = _SPELT_YEAR.sub(lambda year: _ZERO.sub("〇", year.group()), text)
    return _BETWEEN.sub(lambda zeros: "〇" * len(zeros.group()), text)


def restore_zeros(text: str, witness: str) -> str:
    """`text` with each 〇 that it lacks after a Chinese numeral (and before one or the line's end) and that `witness`, another reading, has there.

    The small weights drop 〇 and are sure of it (二二四年); the tiny weights see it.
    """
    witness = mend_numerals(witness)
    if "〇" not in witness:
        return text
    restored: list[str] = []
    for change, start, end, other_start, other_end in SequenceMatcher(
        None, text, witness, autojunk=False
    ).get_opcodes():
        restored.append(text[start:end])
        seen = witness[other_start:other_end]
        after = text[end : end + 1]
        before = text[start - 1 : start]
        if change == "insert" and set(seen) == {"〇"} and before and before in NUMERALS and after in NUMERALS:
            restored.append(seen)
    return "".join(restored)
