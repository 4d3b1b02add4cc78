"""Periods in Chinese text: 自…至…, …－长期, 2023年3月至6月, 2023—2024年."""

import re
from typing import NamedTuple

from dossier.dates import PartialDate
from extractors.language.dates import DateMention, find_dates

_S = r"[\s\u3000]{0,8}"
_JOIN = re.compile(
    rf"{_S}(?:起|开始|始)?{_S}[，,]?{_S}(?:至|到|截至|截止到?|止于|[-－—–―‐−─~～〜一]{{1,3}}){_S}"
)
_REACH = 12
"""How far before a date its preposition is sought, in characters."""
_ENDLESS = re.compile(r"长期|永久|无固定期限|终身|[*＊×xX]{2,}")
"""Licences without an end print asterisks where it would stand."""

_BEFORE_START = re.compile(r"(?:自|从|由|于|始于)[\s\u3000]{0,8}$")
_AFTER_START = re.compile(r"[\s\u3000]{0,8}(?:起(?!草|点)|开始|始|以来|以后)")
_BEFORE_END = re.compile(r"(?:至|到|截至|截止到?|止于|有效期至|有效至|有效期限至)[\s\u3000:：]*$")
_AFTER_END = re.compile(r"[\s\u3000]{0,8}(?:止|前有效|为止|到期|届满|期满)")
_SHORT_SECOND = re.compile(rf"(?:(?P<m>[0-9]{{1,2}}){_S}月)?{_S}(?:(?P<d>[0-9]{{1,2}}){_S}[日号])?")
_SHORT_DOTTED = re.compile(r"(?P<m>[0-9]{1,2})[./](?P<d>[0-9]{1,2})(?![0-9./])")
_YEARS = re.compile(
    r"(?<![0-9])(?P<a>(?:19|20)[0-9]{2})(?:年度?)?[\s]*(?:[-－—–―~～至到]{1,2})[\s]*(?P<b>(?:19|20)[0-9]{2})[\s]*(?:年|学年)"
)


class PeriodMention(NamedTuple):
    """A span of time in a text. `end_date` None with `endless` is 长期; without, only the beginning is printed."""

    start: int
    end: int
    first: str | None
    last: str | None
    endless: bool
    raw: str
    confidence: float


def _short_end(text: str, at: int, first: DateMention) -> tuple[int, str] | None:
    """The second end where it leaves out the year: 2023年5月8日至6月2日, 2023年5月至8月, 2023.5.8-5.10."""
    head = PartialDate.parse(first.iso)
    if head.month is None:
        return None
    found = _SHORT_SECOND.match(text, at)
    if found is None or not (found["m"] or found["d"]):
        found = _SHORT_DOTTED.match(text, at) if head.day is not None else None
        if found is None:
            return None
    month = int(found["m"]) if found["m"] else head.month
    day = int(found["d"]) if found["d"] else None
    if (day is None) != (head.day is None) and found["m"] is None:
        return None
    try:
        last = PartialDate(head.year, month, day)
    except ValueError:
        return None
    return (found.end(), last.iso()) if last.latest() >= head.earliest() else None


def find_periods(text: str) -> list[PeriodMention]:
    """All periods of the text in reading order. Periods that run backward are left out."""
    dates = find_dates(text)
    found: list[PeriodMention] = [
        PeriodMention(hit.start(), hit.end(), hit["a"], hit["b"], False, hit.group(), 0.95)
        for hit in _YEARS.finditer(text)
        if int(hit["a"]) < int(hit["b"])
        and not any(len(d.iso) > 4 and d.start <= hit.start("b") < d.end for d in dates)
    ]
    index = 0
    while index < len(dates):
        first = dates[index]
        index += 1
        if any(first.start < span.end and span.start < first.end for span in found):
            continue
        begin = first.start - (
            len(hit.group())
            if (hit := _BEFORE_START.search(text, max(0, first.start - _REACH), first.start))
            else 0
        )
        join = _JOIN.match(text, first.end) or _joined(text, first, dates[index : index + 1])
        if join is not None:
            second = dates[index] if index < len(dates) and dates[index].start == join.end() else None
            if second is not None:
                index += 1
                end = second.end + (len(hit.group()) if (hit := _AFTER_END.match(text, second.end)) else 0)
                if PartialDate.parse(second.iso).latest() >= PartialDate.parse(first.iso).earliest():
                    sure = min(first.confidence, second.confidence)
                    found.append(
                        PeriodMention(begin, end, first.iso, second.iso, False, text[begin:end], sure)
                    )
                continue
            endless = _ENDLESS.match(text, join.end())
            if endless is not None:
                end = endless.end()
                found.append(
                    PeriodMention(begin, end, first.iso, None, True, text[begin:end], first.confidence)
                )
                continue
            short = _short_end(text, join.end(), first)
            if short is not None:
                end, last = short
                sure = min(0.95, first.confidence)
                found.append(PeriodMention(begin, end, first.iso, last, False, text[begin:end], sure))
                continue
        found += _open(text, first, begin)
    return sorted(found, key=lambda span: (span.start, span.end))


_FROM = re.compile(rf"{_S}起{_S}[，,]?{_S}")


def _joined(text: str, first: DateMention, following: list[DateMention]) -> re.Match[str] | None:
    """The 起 that joins a beginning to an end which is called one: `2022.04.25起2027.04.24止`."""
    join = _FROM.match(text, first.end)
    if join is None or not following or following[0].start != join.end():
        return None
    return join if _AFTER_END.match(text, following[0].end) else None


def _open(text: str, date: DateMention, begin: int) -> list[PeriodMention]:
    """A lone beginning (自…起) or end (至…止, 有效期至…)."""
    before_end, after_end = (
        _BEFORE_END.search(text, max(0, date.start - _REACH), date.start),
        _AFTER_END.match(text, date.end),
    )
    if before_end is not None or after_end is not None:
        start = before_end.start() if before_end else date.start
        end = after_end.end() if after_end else date.end
        return [PeriodMention(start, end, None, date.iso, False, text[start:end], date.confidence)]
    after_start = _AFTER_START.match(text, date.end)
    if after_start is not None and text[begin : date.start].strip("于"):
        return [
            PeriodMention(
                begin,
                after_start.end(),
                date.iso,
                None,
                False,
                text[begin : after_start.end()],
                date.confidence,
            )
        ]
    return []
