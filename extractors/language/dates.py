"""Dates in Chinese text, in every way that certificates and articles print them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.dates import PartialDate
from extractors.language.numerals import DIGITS, UNITS, chinese_number, digits_of

EARLIEST_YEAR, LATEST_YEAR = 1900, 2099
_FIRST_MISSING_ZERO_YEAR, _LAST_MISSING_ZERO_YEAR = 1949, 2060

_S = r"[ \t\r\n\u3000\xa0]{0,8}"
_D = r"[0-9０-９OoQDlI|i!丨ZzSsbGBgq]"
_HAN_YEAR = r"[〇○◯零OoQ0０口□Ｏ一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸弍弎]"
_HAN = "[" + "".join(DIGITS) + "".join(UNITS) + "元正]"
_NO_DIGIT_BEFORE = r"(?<![0-9０-９])"
_NO_DIGIT_AFTER = r"(?![0-9０-９])"

_YEAR = rf"(?:(?P<y>{_D}(?:{_S}{_D}){{3}})|(?P<hy>{_HAN_YEAR}(?:{_S}{_HAN_YEAR}){{2,3}}))"
_MONTH = rf"(?:(?P<m>{_D}(?:{_S}{_D})?)|(?P<hm>{_HAN}{{1,3}}))"
_DAY = rf"(?:(?P<d>{_D}(?:{_S}{_D})?)|(?P<hd>{_HAN}{{1,4}}))"
_WRITTEN = re.compile(
    rf"(?:{_NO_DIGIT_BEFORE}|(?=(?:19|20)[0-9]{{2}}年[0-9]{{1,2}}月)){_YEAR}{_S}(?:年(?:度|份)?|(?P<nian>[午牛乍])(?={_S}[0-9]{{1,2}}{_S}月))"
    rf"(?:{_S}{_MONTH}{_S}月(?:份)?(?:{_S}{_DAY}{_S}(?:日|(?P<ri>曰|目(?![录标前的]))|号(?!楼|院|线|馆|厅))|{_S}(?P<bare>[0-9]{{1,2}})(?=$|[，,。;；)）\s]))?)?"
)
_SHORT_YEAR = re.compile(
    rf"(?<![0-9０-９第〇○零一二三四五六七八九])(?P<y>[0-9]{{2}}){_S}年{_S}{_MONTH}{_S}月{_S}{_DAY}{_S}[日号]"
)
_SEPARATOR = r"[-－—–‐−./．·/／]"
_SEPARATED = re.compile(
    rf"(?<![0-9０-９A-Za-z.])(?P<y>{_D}{{4}}){_S}(?P<s1>{_SEPARATOR}){_S}(?P<m>{_D}{{1,2}}){_S}(?P<s2>{_SEPARATOR}){_S}"
    rf"(?:(?P<d>{_D}{{1,2}}){_NO_DIGIT_AFTER}|(?P<dt>[0-9]{{1,2}}?)(?=[0-2][0-9][:：][0-9]{{2}}))"
)
"""A time of day may follow without a space, where white space was dropped: 2026-09-1118:41."""
_PADDED = re.compile(
    rf"(?<![0-9A-Za-z.])(?P<y>(?:19|20)[0-9]{{2}})(?P<s1>{_SEPARATOR})(?P<m>0[1-9]|1[0-2])(?P=s1)(?P<d>0[1-9]|[12][0-9]|3[01])(?=[0-9])"
)
"""Another number may follow as well, as the next cell of a table."""
_SEPARATED_MONTH = re.compile(
    rf"(?<![0-9０-９A-Za-z.〔\[(（])(?P<y>(?:19|20)[0-9]{{2}})(?P<s1>{_SEPARATOR})(?P<m>0[1-9]|1[0-2]|[1-9])"
    rf"(?![0-9０-９A-Za-z%％])(?!{_SEPARATOR}[0-9]{{1,2}}(?![0-9]))(?!{_S}(?:号|万|亿|元|米|平方|年|分|%|人|个|岁))"
)
_LABELLED = re.compile(
    r"(?:日期|时间|有效期限?|期限|出生|签发|颁发|发证|成立|登记|自|至|起|止|到)(?:日)?[)）]?[ \t\u3000]{0,8}[:：为是]?[ \t\u3000]{0,8}"
    r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-2][0-9]|3[01])(?![0-9])"
)

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_MONTH_NAME = "|".join(
    f"{full}|{full[:3]}{end}?" for name in _MONTHS for full, end in ((name, "t"), (name.upper(), "T"))
)
_NTH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_NO_WORD_BEFORE = r"(?:(?<![0-9A-Za-z])|(?<=[a-z])(?=[A-Z]))"
_ENGLISH = re.compile(
    rf"(?:{_NO_DIGIT_BEFORE}(?<![-/.])(?P<d1>[0-3]?[0-9]){_NTH}{_S}(?:of{_S})?[-/,，.]?{_S}(?P<n1>{_MONTH_NAME})"
    rf"|{_NO_WORD_BEFORE}(?P<n2>{_MONTH_NAME})[.．]?{_S}(?P<d2>[0-3]?[0-9]){_NTH})"
    rf"{_S}[-/,，.．]?{_S}(?P<y>(?:19|20)[0-9]{{2}}){_NO_DIGIT_AFTER}"
)
"""12 March 2025, 12-Mar-2025, March 12th, 2025; also where white space was dropped. Figures alone never name a month."""


class DateMention(NamedTuple):
    """A date in a text: text[start:end] is `raw`, `iso` keeps the precision printed (`2024-05-03`, `2024-05`, `2024`)."""

    start: int
    end: int
    iso: str
    raw: str
    confidence: float


def _squeeze(text: str) -> str:
    return re.sub(r"\s|\u3000|\xa0", "", text)


def _arabic(text: str) -> tuple[int, float] | None:
    """The number, and how sure it is: each misread digit takes a tenth."""
    plain = digits_of(text)
    if plain is None or not plain[0] or (plain[1] == len(plain[0]) and plain[1] > 1):
        return None
    return int(plain[0]), 1 - 0.1 * plain[1]


def _han_year(text: str) -> tuple[int, float] | None:
    """A year digit by digit; with a 〇 lost, the one reading that the calendar of living bodies allows."""
    plain = re.sub(r"[○◯零OoQ0０口□Ｏ]", "〇", _squeeze(text))
    odd = any(char in "口□Q" for char in text)
    figures = [DIGITS[char] for char in plain]
    if len(figures) == 4:
        return int("".join(map(str, figures))), 0.9 if odd else 1.0
    readings = {int("".join(map(str, [*figures[:at], 0, *figures[at:]]))) for at in range(len(figures) + 1)}
    possible = [year for year in readings if _FIRST_MISSING_ZERO_YEAR <= year <= _LAST_MISSING_ZERO_YEAR]
    return (possible[0], 0.6) if len(possible) == 1 else None


def _han_part(text: str) -> tuple[int, float] | None:
    if text in {"元", "正"}:
        return 1, 0.9
    value = chinese_number(text.replace("元", "")) if text else None
    return None if value is None else (value, 1.0)


def _part(found: re.Match[str], arabic: str, han: str) -> tuple[int, float] | None:
    groups = found.groupdict()
    if groups.get(arabic):
        return _arabic(groups[arabic])
    if groups.get(han):
        return _han_year(groups[han]) if han == "hy" else _han_part(groups[han])
    return None


def _mention(found: re.Match[str], numbers: list[tuple[int, float]], sure: float = 1.0) -> DateMention | None:
    year, *rest = (number for number, _ in numbers)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        iso = PartialDate(year, *rest).iso()
    except ValueError:
        return None
    confidence = sure
    for _, part in numbers:
        confidence *= part
    start, end = (found.start("y") if found.re is _LABELLED else found.start()), found.end()
    return DateMention(start, end, iso, found.string[start:end], round(confidence, 3))


def _written(text: str) -> Iterator[DateMention | None]:
    for found in _WRITTEN.finditer(text):
        year = _part(found, "y", "hy")
        if year is None:
            continue
        numbers = [year]
        sure = 1.0
        if found["m"] or found["hm"]:
            month = _part(found, "m", "hm")
            if month is None:
                continue
            numbers.append(month)
        if found["d"] or found["hd"]:
            day = _part(found, "d", "hd")
            if day is None:
                continue
            numbers.append(day)
        if found["ri"] or found["nian"]:
            sure = 0.85
        if found["bare"]:
            numbers.append((int(found["bare"]), 0.7))
        yield _mention(found, numbers, sure)


def _short_years(text: str) -> Iterator[DateMention | None]:
    for found in _SHORT_YEAR.finditer(text):
        month, day = _part(found, "m", "hm"), _part(found, "d", "hd")
        if month and day:
            yield _mention(found, [(2000 + int(found["y"]), 0.6), month, day])


def _separated(text: str) -> Iterator[DateMention | None]:
    for found in _SEPARATED.finditer(text):
        parts = [_arabic(found[name]) for name in ("y", "m", "d" if found["d"] else "dt")]
        numbers = [part for part in parts if part is not None]
        if len(numbers) == 3:
            yield _mention(found, numbers, 1.0 if found["s1"] == found["s2"] else 0.85)
    for found in _PADDED.finditer(text):
        yield _mention(found, [(int(found[name]), 1.0) for name in ("y", "m", "d")], 0.7)
    for found in _SEPARATED_MONTH.finditer(text):
        bare_decimal = found["s1"] in "./．·" and len(found["m"]) == 1
        numbers = [(int(found["y"]), 1.0), (int(found["m"]), 1.0)]
        yield _mention(found, numbers, 0.5 if bare_decimal else 0.8)
    for found in _LABELLED.finditer(text):
        yield _mention(found, [(int(found[name]), 1.0) for name in ("y", "m", "d")], 0.9)


def _english(text: str) -> Iterator[DateMention | None]:
    for found in _ENGLISH.finditer(text):
        month = next(
            number
            for number, name in enumerate(_MONTHS, 1)
            if name[:3].lower() == (found["n1"] or found["n2"])[:3].lower()
        )
        yield _mention(
            found, [(int(found["y"]), 1.0), (month, 1.0), (int(found["d1"] or found["d2"]), 1.0)], 0.95
        )


def find_dates(text: str) -> list[DateMention]:
    """All dates of the text in reading order. Dates that the calendar doesn't have are left out."""
    found = [
        hit
        for part in (_written, _separated, _short_years, _english)
        for hit in part(text)
        if hit is not None
    ]
    chosen: list[DateMention] = []
    for hit in sorted(found, key=lambda hit: (hit.start, hit.start - hit.end)):
        if not chosen or hit.start >= chosen[-1].end:
            chosen.append(hit)
    return chosen
