"""Whether a text layer says what the pixels show: strict in digits and names, lenient with a weak OCR layer."""

import difflib
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

CONFIDENT = 0.9
"""OCR confidence from which a single different digit counts."""

_LOOKALIKE = str.maketrans(
    {"〇": "0", "○": "0", "O": "0", "o": "0", "Ｏ": "0", "l": "1", "I": "1", "|": "1", "丨": "1"}
)
_NOISE = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"[0-9]")
_DIGITS = re.compile(r"[0-9]+")
_GRADE = re.compile(r"(?<![A-Za-z])A{2,5}(?![A-Za-z])")
_NUMERAL = set("0123456789零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾百千万亿")
_CONFUSED = {frozenset(pair) for pair in ("0O", "0D", "0Q", "1I", "1l", "1J", "17", "5S", "8B", "2Z", "6G")}
_STRIP = {"一", "十", "二"}
"""Numerals that OCR layers take for dashes and crosses: alone they prove nothing."""


class Agreement(Enum):
    """The outcome of a comparison."""

    SAME = "same"
    WEAK = "weak"
    """A few wrong characters, none of substance."""
    DIFFERS = "differs"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two texts of one place compare; `ratio` is 1.0 where they are the same."""

    agreement: Agreement
    ratio: float


def canonical(text: str) -> str:
    """The text without white space, punctuation, width and look-alikes."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).translate(_LOOKALIKE)


def compare(layer: str, seen: str, confidence: float, *, layer_is_good: bool = False) -> Comparison:
    """Compares what the layer says with what the pixels show, read with that confidence.

    `layer_is_good`: the rest of the page agrees to the letter, so that two characters replaced in a row count too.
    """
    a, b = canonical(layer), canonical(seen)
    if a == b or _reordered(a, b):
        return Comparison(Agreement.SAME, 1.0)
    if not a or not b:
        return Comparison(Agreement.UNSURE, 0.0)
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    ratio = matcher.ratio()
    if confidence < 0.6:
        return Comparison(Agreement.UNSURE, ratio)
    changes = [(a[i:j], b[k:m]) for op, i, j, k, m in matcher.get_opcodes() if op != "equal"]
    if confidence >= CONFIDENT:
        if _other_grade(a, b) or (ratio >= 0.4 and any(_changed_number(*change) for change in changes)):
            return Comparison(Agreement.DIFFERS, ratio)
        if ratio < 0.5 and max(len(a), len(b)) >= 4:
            return Comparison(Agreement.DIFFERS, ratio)
        if layer_is_good and any(_changed_words(*change) for change in changes):
            return Comparison(Agreement.DIFFERS, ratio)
    if ratio < 0.6:
        return Comparison(Agreement.UNSURE, ratio)
    return Comparison(Agreement.WEAK, ratio)


def _reordered(a: str, b: str) -> bool:
    """Whether one is the other with its end put before its beginning, each number whole.

    A label set beside its value may come after it in the pixels' order of reading.
    """
    if len(a) != len(b) or b not in a + a:
        return False
    return sorted(_DIGITS.findall(a)) == sorted(_DIGITS.findall(b))


def _other_grade(old: str, new: str) -> bool:
    """Whether a grade written in letters, AAA to AAAAA, became another one."""
    before, after = _GRADE.findall(old), _GRADE.findall(new)
    return len(before) == len(after) and before != after


def _changed_number(old: str, new: str) -> bool:
    """Whether a digit or numeral became another one, other than by a usual confusion."""
    if len(old) == len(new):
        return any(
            x != y and x in _NUMERAL and y in _NUMERAL and frozenset((x, y)) not in _CONFUSED
            for x, y in zip(old, new, strict=True)
        )
    old_digits, new_digits = "".join(_DIGIT.findall(old)), "".join(_DIGIT.findall(new))
    if old_digits and new_digits and old_digits != new_digits:
        return True
    # Digits that only one side has: two or more, since a weak layer loses one easily.
    if abs(len(old_digits) - len(new_digits)) >= 2:
        return True
    old_words = [x for x in old if x in _NUMERAL and x not in _STRIP]
    new_words = [x for x in new if x in _NUMERAL and x not in _STRIP]
    return bool(old_words and new_words and old_words != new_words)


def _changed_words(old: str, new: str) -> bool:
    if len(old) >= 2 and len(new) >= 2:
        return True
    return len(old) >= 4 or len(new) >= 4


def substance(text: str) -> int:
    """How many characters of the text carry meaning: hanzi, letters and digits."""
    return len(canonical(text))


def garbled(text: str) -> bool:
    """Whether the text is no language: private-use glyphs, unmapped characters, wrong encodings."""
    text = "".join(text.split())
    if not text:
        return False
    if len(_CID.findall(text)) * 8 > len(text):
        return True
    bad = ordinary = hanzi = common = 0
    for character in text:
        code = ord(character)
        if 0x4E00 <= code <= 0x9FFF:
            hanzi += 1
            common += _everyday(character)
        elif code < 0x7F or 0x2010 <= code <= 0x2E7F or 0x3000 <= code <= 0x33FF or 0xFF00 <= code <= 0xFFEF:
            ordinary += 1
        else:
            bad += 1
    if bad > 0.2 * len(text) and bad >= 3:
        return True
    return hanzi >= 12 and common < 0.5 * hanzi


_CID = re.compile(r"\(cid:\d+\)")


def _everyday(character: str) -> bool:
    """Whether it is one of the 3,755 commonest hanzi (level 1 of GB 2312)."""
    try:
        return character.encode("gb2312")[0] < 0xD8
    except UnicodeEncodeError:
        return False
