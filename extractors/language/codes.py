"""Unified social credit codes in text, with the repair of misread characters.

A repair must never make a forged code good. So only characters that a code can't have where they stand are
replaced (letters that GB 32100 forbids anywhere, letters where only digits stand), or ones that the reader itself
doubted; the result must be the only one whose check holds. A code of 18 lawful characters stays as printed.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import product
from typing import NamedTuple

from dossier import uscc

_LABEL = re.compile(
    r"(?:统一\s{0,8}社会\s{0,8}信用\s{0,8}代\s{0,8}码|社会信用代码|信用代码|组织机构代码|纳税人识别号|税\s{0,8}号|登记证号|代\s{0,8}码)"
    r"(?:\s{0,8}[（(][^）)]{0,16}[）)])?(?:\s{0,8}/\s{0,8}[\u4e00-\u9fff]{2,8})?(?:号码?)?[\s\u3000]{0,8}[:：;；.。]?[\s\u3000]{0,8}(?:为|是)?[\s\u3000]{0,8}"
)
_CHAR = r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ|!〇○]"
_GAP = r"[ \t\r\n\u3000\xa0\-‐‑–—_·.]{0,3}"
_LABELLED_RUN = re.compile(rf"{_CHAR}(?:{_GAP}{_CHAR}){{9,29}}")
_TOKEN = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{17,19}(?![0-9A-Za-z])")
_BROKEN = re.compile(rf"(?<![0-9A-Za-z])[159][1239]{_GAP}[0-9]{_CHAR}*(?:{_GAP}{_CHAR}+){{1,6}}")

_MISREAD = {
    "O": "0QD", "I": "1LJT", "Z": "27", "S": "58", "V": "YUW", "|": "1", "!": "1", "〇": "0", "○": "0",
    "D": "0", "Q": "0", "L": "1", "T": "17", "B": "8", "G": "6", "A": "4", "J": "1", "U": "0", "Y": "7", "H": "4", "E": "6", "C": "0",
}  # fmt: skip
"""What a character that can't stand in its place may have been, the likeliest first."""

_ALIKE = {
    "0": "DQ", "D": "0Q", "Q": "0D", "1": "LT7", "L": "1", "T": "17", "2": "7", "7": "12T", "5": "68", "8": "B53", "B": "8",
    "6": "G5", "G": "6C", "C": "G", "3": "8", "U": "W", "W": "U", "X": "KY", "K": "X", "Y": "X", "4": "A", "A": "4", "M": "N",
    "N": "MH", "H": "N", "E": "F", "F": "EP", "P": "FR", "R": "P", "9": "Q", "J": "1",
}  # fmt: skip
"""Lawful characters that print confuses; only where the reader doubted the character."""

_MOST_REPAIRS = 2
_DIGITS_ONLY = 8


class CodeMention(NamedTuple):
    """A credit code in a text. `value` is what was read, repaired only if `repaired`; `valid` is its check.

    `lawful` is False where the print, as read, has characters or a length that no code has: then the failure of
    the check says more of the reading than of the paper.
    """

    start: int
    end: int
    value: str
    raw: str
    repaired: bool
    valid: bool
    lawful: bool
    labelled: bool
    confidence: float


def _plain(raw: str) -> str:
    half = unicodedata.normalize("NFKC", raw)
    return re.sub(r"[\s\-‐‑–—_·.]", "", half)


def _unlawful(plain: str) -> list[int]:
    """Places whose character no code has there."""
    return [
        at
        for at, char in enumerate(plain)
        if char not in uscc.ALPHABET or (at < _DIGITS_ONLY and not char.isdigit())
    ]


def _only(candidates: Collection[str]) -> str | None:
    """The one candidate whose check holds; of several, the one whose inner check holds as well."""
    good = {code for code in candidates if uscc.is_valid(code)}
    if len(good) > 1:
        good = {code for code in good if uscc.organisation_code_holds(code)}
    return good.pop() if len(good) == 1 else None


def _replace(plain: str, places: dict[int, str]) -> str:
    return "".join(places.get(at, char) for at, char in enumerate(plain))


def repair(plain: str, doubtful: Collection[int] = ()) -> str | None:
    """The code that 18 characters must have been, else None. `doubtful` are places that the reader wasn't sure of."""
    if len(plain) != uscc.LENGTH:
        return None
    plain = plain.upper()
    wrong = _unlawful(plain)
    if wrong:
        if any(plain[at] not in _MISREAD for at in wrong):
            return None
        first = _replace(plain, {at: _MISREAD[plain[at]][0] for at in wrong})
        kinds = {plain[at] for at in wrong}
        if uscc.is_valid(first) and (len(kinds) <= _MOST_REPAIRS or uscc.organisation_code_holds(first)):
            return first
        if len(wrong) > _MOST_REPAIRS:
            return None
        choices = product(*(_MISREAD[plain[at]] for at in wrong))
        others = {_replace(plain, dict(zip(wrong, choice, strict=True))) for choice in choices} - {first}
        return _only({code for code in others if uscc.organisation_code_holds(code)})
    return _only({_replace(plain, {at: other}) for at in doubtful for other in _ALIKE.get(plain[at], "")})


def _shorten(plain: str) -> str | None:
    """18 of 19 characters, where one doubled character or one at an end is too many and only one way is right."""
    doubled = [at for at in range(1, len(plain)) if plain[at] == plain[at - 1]]
    return _only({plain[:at] + plain[at + 1 :] for at in [0, len(plain) - 1, *doubled]})


def _read(raw: str, start: int, *, labelled: bool, doubtful: Collection[int]) -> CodeMention:
    plain = _plain(raw)
    value = (
        plain.replace("l", "1").upper()
        if not uscc.is_valid(plain.upper()) and "l" in plain
        else plain.upper()
    )
    places = [at for at, char in enumerate(raw) if _plain(char)]
    doubted = [index for index, at in enumerate(places) if start + at in doubtful]
    lawful = len(value) == uscc.LENGTH and not _unlawful(value)
    end = start + len(raw)
    if uscc.is_valid(value):
        mended = value != plain.upper()
        return CodeMention(start, end, value, raw, mended, True, True, labelled, 0.9 if mended else 1.0)
    better = repair(value, doubted) if labelled or not lawful else None
    if better is None and labelled and len(value) == uscc.LENGTH + 1:
        better = _shorten(value)
    if better is not None:
        changes = sum(one != other for one, other in zip(value, better, strict=False))
        sure = 0.9 if changes <= _MOST_REPAIRS and len(value) == uscc.LENGTH else 0.7
        return CodeMention(start, end, better, raw, True, True, False, labelled, sure)
    return CodeMention(start, end, value, raw, False, False, lawful, labelled, 1.0 if lawful else 0.4)


def _cut(raw: str) -> str:
    """A labelled run cut to its code: 18 characters if those alone are good, or if the run runs on into others."""
    plain_at = [at for at, char in enumerate(raw) if _plain(char)]
    if len(plain_at) > uscc.LENGTH:
        head = raw[: plain_at[uscc.LENGTH - 1] + 1]
        if uscc.is_valid(_plain(head)) or len(plain_at) > uscc.LENGTH + 1:
            return head
    return raw


def _labelled(text: str, doubtful: Collection[int]) -> Iterator[CodeMention]:
    for label in _LABEL.finditer(text):
        run = _LABELLED_RUN.match(text, label.end())
        if run is None:
            continue
        raw = _cut(run.group())
        if len(_plain(raw)) >= uscc.LENGTH - 2 and sum(char.isdigit() for char in raw) >= 8:
            yield _read(raw, run.start(), labelled=True, doubtful=doubtful)


def _is_identity_card(plain: str) -> bool:
    """Whether 18 characters are a resident's number: a birth date, and its own check digit."""
    if not re.fullmatch(
        r"[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]", plain
    ):
        return False
    total = sum(int(char) * (2 ** (17 - at) % 11) for at, char in enumerate(plain[:17]))
    return "10X98765432"[total % 11] == plain[17]


def _bare(text: str, doubtful: Collection[int]) -> Iterator[CodeMention]:
    for found in _TOKEN.finditer(text):
        plain = _plain(found.group()).upper()
        register = plain[:2] in {"11", "12", "13", "51", "52", "53", "59", "81", "89", "91", "92", "93"}
        if len(plain) != uscc.LENGTH or not register or _is_identity_card(plain):
            continue
        mention = _read(found.group(), found.start(), labelled=False, doubtful=doubtful)
        if mention.valid or not plain.isdigit():
            yield mention
    for found in _BROKEN.finditer(text):
        plain = _plain(found.group())
        if len(plain) == uscc.LENGTH and uscc.is_valid(plain) and uscc.organisation_code_holds(plain):
            yield _read(found.group(), found.start(), labelled=False, doubtful=doubtful)


def find_codes(text: str, doubtful: Collection[int] = ()) -> list[CodeMention]:
    """All credit codes of the text in reading order, the labelled ones whether their check holds or not.

    `doubtful` are positions in the text whose character the reader wasn't sure of; without them, lawful
    characters are never changed. Numbers of resident identity cards and telephones are no codes.
    """
    found = [*_labelled(text, doubtful), *_bare(text, doubtful)]
    chosen: list[CodeMention] = []
    for hit in sorted(found, key=lambda hit: (hit.start, not hit.valid, not hit.labelled)):
        if all(hit.end <= other.start or other.end <= hit.start for other in chosen):
            chosen.append(hit)
    return sorted(chosen)
