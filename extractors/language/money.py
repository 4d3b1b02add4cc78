"""Amounts of money in CNY, in figures (￥100,000.00, 3.5万元) and in words (壹拾万元整)."""

import re
from typing import NamedTuple

from extractors.language.numerals import FINANCIAL, NUMERAL_CHARACTERS, chinese_number

_S = r"[ \t\r\n\u3000\xa0]{0,8}"
_PREFIX = r"(?P<prefix>人民币|￥|¥|RMB|CNY)"
_FIGURES = re.compile(
    rf"(?:{_PREFIX}{_S}[:：]?{_S}(?:￥|¥|元)?{_S}|(?P<bare>(?<![0-9０-９.,，])(?<![0-9] )))"
    rf"(?P<number>[0-9０-９]{{1,3}}(?:{_S}[,，]{_S}[0-9０-９]{{3}})+(?:[.．][0-9０-９]{{1,4}})?|[0-9]{{1,3}}(?:[ \u3000\xa0][0-9]{{3}})+(?:[.][0-9]{{1,2}})?|[0-9０-９]+(?:[.．][0-9０-９]+)?){_S}"
    rf"(?P<about>余|多)?{_S}(?P<unit>千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?{_S}(?P<currency>人民币)?(?P<yuan>元|圆(?!桌|形)|块)?(?:整|正)?"
)
_SCALES = {
    "千亿": 1e11,
    "百亿": 1e10,
    "十亿": 1e9,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "十万": 1e5,
    "万": 1e4,
    "千": 1e3,
    "百": 1e2,
}
_NUMERAL = f"[{NUMERAL_CHARACTERS}]"
_WORDS = re.compile(
    rf"(?:(?P<prefix>人民币|￥|¥){_S}(?:[（(]?大写[)）]?{_S})?(?:[:：]{_S})?|[（(]?大写[)）]?{_S}(?:[:：]{_S})?)?"
    rf"(?P<number>{_NUMERAL}(?:{_S}{_NUMERAL}){{0,30}}){_S}(?P<yuan>元|圆)"
    rf"(?:{_S}(?P<jiao>{_NUMERAL}){_S}角)?(?:{_S}零?{_S}(?P<fen>{_NUMERAL}){_S}分)?{_S}(?P<whole>整|正)?"
)
_NOT_MONEY = re.compile(r"(?:旦|宵|素|年|月[份日]|件|化|论|社区|楼)")
_BESIDE = re.compile(r"[\s（(，,、:：]*(?:小写|大写|即|￥|¥)?[\s:：)）]*")


class AmountMention(NamedTuple):
    """An amount in a text: text[start:end] is `raw`, `cny` its value in yuan."""

    start: int
    end: int
    cny: float
    raw: str
    confidence: float


def _plain(number: str) -> float:
    half = number.translate(str.maketrans("０１２３４５６７８９．，", "0123456789.,"))
    return float(re.sub(r"[\s,]", "", half))


def _in_figures(text: str) -> list[AmountMention]:
    hits: list[AmountMention] = []
    for found in _FIGURES.finditer(text):
        if not found["yuan"] and not found["prefix"] and not found["currency"]:
            continue
        if not found["prefix"] and _NOT_MONEY.match(text, found.end()):
            continue
        value = round(_plain(found["number"]) * _SCALES.get(found["unit"] or "", 1), 2)
        sure = 0.6 if found["about"] else 1.0 if found["yuan"] or found["prefix"] in {"￥", "¥"} else 0.9
        hits.append(AmountMention(found.start(), found.end(), value, found.group(), sure))
    return hits


def _in_words(text: str) -> list[AmountMention]:
    hits: list[AmountMention] = []
    for found in _WORDS.finditer(text):
        number = re.sub(r"\s", "", found["number"])
        value = chinese_number(number)
        formal = bool(set(number) & FINANCIAL) or found["prefix"] or found["whole"]
        if value is None or (not formal and (len(number) < 2 or _NOT_MONEY.match(text, found.end()))):
            continue
        cents = sum(
            (chinese_number(found[name]) or 0) * scale
            for name, scale in (("jiao", 10), ("fen", 1))
            if found[name]
        )
        start = found.start()
        raw = found.group()
        lead = len(raw) - len(raw.lstrip(" \t\r\n\u3000\xa0（(:："))
        hits.append(
            AmountMention(
                start + lead, found.end(), round(value + cents / 100, 2), raw[lead:], 1.0 if formal else 0.8
            )
        )
    return hits


def _beside(text: str, one: AmountMention, other: AmountMention) -> AmountMention | None:
    """Words and figures of one amount that stand side by side, as one mention; None where they don't agree."""
    gap = text[one.end : other.start]
    if one.cny != other.cny or not _BESIDE.fullmatch(gap):
        return None
    end = other.end + (1 if "（" in gap or "(" in gap else 0) * (
        text[other.end : other.end + 1] in {"）", ")"}
    )
    return AmountMention(one.start, end, one.cny, text[one.start : end], 1.0)


def find_amounts(text: str) -> list[AmountMention]:
    """All amounts of the text in reading order. Words and figures beside each other are one, where they agree."""
    found = sorted(_in_figures(text) + _in_words(text), key=lambda hit: (hit.start, hit.start - hit.end))
    chosen: list[AmountMention] = []
    for hit in found:
        if chosen and hit.start < chosen[-1].end:
            continue
        both = _beside(text, chosen[-1], hit) if chosen else None
        if both is not None:
            chosen[-1] = both
        else:
            chosen.append(hit)
    return chosen
