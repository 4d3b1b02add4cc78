"""Values inside a piece of text: dates, periods, amounts, codes, bodies, people, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractors.layout import Layout, Row
from extractors.text import HAN, Text

T = TypeVar("T")

_BODY_END = (
    "协会|学会|研究会|促进会|联合会|联谊会|商会|基金会|公会|总会|分会|同乡会|校友会|志愿者协会|联盟|研究院|研究所|服务中心|发展中心|培训中心|活动中心|"
    "援助中心|事务所|服务社|服务站|服务部|俱乐部|工作室|工作站|中心|学校|学院|大学|幼儿园|医院|养老院|艺术团|合作社|"
    "有限公司|有限责任公司|公司|集团|工厂|企业|总工会|工会联合会|工会委员会|工会|委员会|常务委员会|办公室|办公厅|管理局|监督局|保障局|审批局|数据局|"
    "民政局|民政厅|民政部|局|厅|人民政府|党委|党工委|宣传部|组织部|统战部|工作部|社会工作部|部|妇联|妇女联合会|共青团|团委|报社|电视台|广播电视台|日报社|人民法院|"
    "街道办事处|管委会|管理委员会|领导小组|组委会|大队|支队|总队|分局|管理处|管理所|税务所|派出所|指导中心|社会组织管理局|税务局|财政局|公安局|红十字会|慈善总会|科协|工商联|文明办|残联|残疾人联合会"
)
BODY = re.compile(
    rf"(?:[\u4e00-\u9fa5A-Za-z0-9·“”\"（）()]{{2,38}}?)(?:{_BODY_END})(?![\u4e00-\u9fa5]{{0,1}}长)"
)
_BODY_WHOLE = re.compile(rf"[\u4e00-\u9fa5A-Za-z0-9·“”\"（）()]{{2,40}}(?:{_BODY_END})$")
_MARKS = re.compile(
    r"[（(](?:盖章|公章|章|印章|签章|印|加盖公章|单位盖章|签字)[）)]|^[（(]?(?:盖章|公章|印章|签章)[）)]?|^[（(][^（）()：:]{0,3}章[）)：:]|^[：:、，,。\s]+|[：:、，,。；;\s]+$"
    r"|(?<=[局厅部会府委院公室])(?:颁发|颁|颁授|授予|授|立|制发|印发|制|监制|盖章|公章|发)$"
)
_PERSON = re.compile(rf"^[{HAN}]{{2,4}}(?:·[{HAN}]{{1,6}})?$")
_LONG_TERM = re.compile(r"长期|永久|无固定期限")


@dataclass(frozen=True, eq=False)
class Value(Generic[T]):
    """A normalised value and the text that it was read from. `sure` is the finder's own confidence."""

    value: T
    text: Text
    sure: float = 1.0
    note: str | None = None


def dates(text: Text) -> Iterator[Value[str]]:
    """All dates (ISO, to the precision that is printed) in reading order."""
    from extractors.language.dates import find_dates

    compact = _without_times(text).compact
    for found in find_dates(compact.string):
        yield Value(found.iso, compact[found.start : found.end], found.confidence)


_TIME_OF_DAY = re.compile(
    r"(?<=[0-9日号])[ \t\u3000]+[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9])"
)


def _without_times(text: Text) -> Text:
    """A comma for each time behind a day: `2023/3/2 8:37` would read as another day once its white space is dropped."""
    parts, start = list[Text](), 0
    for time in text.finditer(_TIME_OF_DAY):
        parts.append(text[start : time.start()])
        start = time.end()
    return Text.join("，", [*parts, text[start:]]) if parts else text


def date_in(text: Text) -> Value[str] | None:
    """The first date that names at least a month, else the first year."""
    found = list(dates(text))
    return next((value for value in found if len(value.value) > 4), found[0] if found else None)


@dataclass(frozen=True, eq=False)
class Period:
    """A span of validity. `end` is None for 长期 (`endless`) or where only a beginning is printed."""

    start: Value[str] | None
    end: Value[str] | None
    endless: Text | None = None


def period_in(text: Text) -> Period | None:
    """`自…至…`, `…－长期`, or a lone end such as `有效期至…`; None where no date stands there."""
    from extractors.language.periods import find_periods

    compact = text.compact
    for found in find_periods(compact.string):
        span = compact[found.start : found.end]
        inside = list(dates(span))
        if found.first and found.last:
            start, end = (inside[0].text, inside[1].text) if len(inside) == 2 else (span, span)
            return Period(
                Value(found.first, start, found.confidence), Value(found.last, end, found.confidence)
            )
        here = inside[0].text if inside else span
        if found.endless:
            return Period(Value(found.first, here, found.confidence) if found.first else None, None, span)
        if found.last:
            return Period(None, Value(found.last, here, found.confidence))
        if found.first:
            return Period(Value(found.first, here, found.confidence), None)
    alone = list(dates(compact))
    if len(alone) == 1:
        at = compact.string.find(alone[0].text.string)
        begins = _BEGINS.match(compact.string, at + len(alone[0].text)) or _SINCE.search(compact.string[:at])
        return Period(alone[0], None) if begins else Period(None, alone[0])
    endless = _LONG_TERM.search(compact.string)
    return Period(None, None, compact[endless.start() : endless.end()]) if endless else None


_BEGINS = re.compile(r"起?(?:至|到|[-－—–―~～])+$")
_SINCE = re.compile(r"(?:自|从|起始?于)[：:]?$")
"""What follows a date, or stands before it, whose period's end stands elsewhere, or was not read."""


def amount_in(text: Text, *, unit: float = 1.0) -> Value[float] | None:
    """The first amount in CNY. `unit` multiplies a bare number, as where the label says （万元）."""
    from extractors.language.money import find_amounts

    compact = text.compact
    for found in find_amounts(compact.string):
        return Value(found.cny, compact[found.start : found.end])
    bare = re.search(r"\d[\d,，]*(?:\.\d+)?", compact.string)
    if bare is None:
        return None
    number = float(re.sub("[,，]", "", bare.group()))
    return Value(number * unit, compact[bare.start() : bare.end()], 0.9)


def codes(text: Text) -> Iterator[Value[str]]:
    """Unified social credit codes, repaired where only one repair makes the check hold."""
    from extractors.language.codes import find_codes

    compact = text.compact
    for found in find_codes(compact.string):
        note = f"原文识别为“{found.raw}”，按校验码规则更正" if found.repaired else None
        yield Value(found.value, compact[found.start : found.end], 0.9 if found.repaired else 1.0, note)


def body_of(text: Text) -> Text:
    """A body's name out of a labelled value: the first line break's white space, marks such as （盖章） taken off."""
    compact = text.compact
    previous = None
    while previous is None or len(compact) != previous:
        previous = len(compact)
        match = _MARKS.search(compact.string)
        if match:
            compact = compact[: match.start()] + compact[match.end() :]
    return compact


def body_in(text: Text) -> Text:
    """A body's name out of a labelled value of several lines: as many of its lines as make a body's name."""
    lines = [text[match.start() : match.end()] for match in re.finditer(r"[^\n\t]+", text.string)]
    known = body_of(lines[0]) if lines else body_of(text)
    if len(lines) > 1 and _is_known(known.string):
        return known
    for count in range(len(lines), 0, -1):
        name = body_of(Text.join("\n", lines[:count]))
        if is_body(name.string):
            return name
    return body_of(lines[0]) if lines else body_of(text)


def _is_known(name: str) -> bool:
    """Whether a name is, as a whole, that of an office or a union that the lists know."""
    from extractors.language.bodies import find_bodies

    return is_body(name) and [(each.start, each.end) for each in find_bodies(name)] == [(0, len(name))]


def bodies(text: Text) -> Iterator[Text]:
    """Names of bodies that stand free: whole cells, or rows, that end like a body's name."""
    for row in text.string.split("\n"):
        at = text.string.index(row)
        for cell in row.split("\t"):
            begin = at + row.index(cell)
            whole = body_of(text[begin : begin + len(cell)])
            if _BODY_WHOLE.fullmatch(whole.string):
                yield from apart(whole)


def apart(name: Text) -> list[Text]:
    """Bodies whose names stand in one run, each by itself: `中共无锡市委宣传部无锡市文明办` is two."""
    from extractors.language.bodies import find_bodies

    found = find_bodies(name.string)
    ends = [0, *(each.end for each in found)]
    tiled = len(found) > 1 and ends[-1] == len(name) and [each.start for each in found] == ends[:-1]
    return [name[each.start : each.end] for each in found] if tiled else [name]


def is_body(words: str) -> bool:
    """Whether the words end like the name of a body."""
    return bool(_BODY_WHOLE.fullmatch(words))


def person_in(text: Text) -> Text | None:
    """A person's name: the value itself, or its first cell, without titles."""
    for part in re.split(r"[\n\t、，,；;（(]", text.string):
        bare = re.sub(r"[\s\u3000]|先生|女士|同志", "", part)
        if _PERSON.match(bare):
            begin = text.string.index(part)
            compact = text[begin : begin + len(part)].compact
            return compact[: len(bare)]
    return None


def closing_date(layouts: Sequence[Layout]) -> Value[str] | None:
    """The date under a document: the lowest row that is nothing but a date (a body's name or a seal's words beside)."""
    for layout in reversed(layouts):
        for number in range(len(layout.rows) - 1, -1, -1):
            found = _date_alone(layout.rows[number])
            if found is not None and not _is_handling(layout, number, found):
                return found
    return None


def _is_handling(layout: Layout, number: int, found: Value[str]) -> bool:
    """Whether the cell over a date says that it is the day of printing or the like."""
    row, place = layout.rows[number], found.text.fragments[0].place
    return any(
        _HANDLED_ON.match(Text.of(each).compact.string)
        for above in layout.rows[max(0, number - 1) : number]
        if row.place.y0 - above.place.y1 < _OVER * row.place.height
        for each in above.fragments
        if each.place.horizontal_overlap(place) > 0
    )


_OVER = 2
"""A heading stands over its cell at most so many line heights away."""


_HANDLED = "更新|打印|查询|下载|生成|导出|截图|检索|核验|访问|浏览|抓取|导入|扫描"
"""What is done with a paper or a record after it was issued."""

_HANDLED_ON = re.compile(rf"(?:{_HANDLED})(?:日期|时间|日|于)?[)）]?[：:]?$")


def issued_in(text: Text) -> Value[str] | None:
    """The first date, as `date_in`, but for those that say when the paper was printed, searched for or brought up to date."""
    compact = text.compact
    at, kept = 0, list[Value[str]]()
    for found in dates(text):
        start = compact.string.find(found.text.string, at)
        if not _HANDLED_ON.search(compact.string[max(0, start - _LABEL) : start]):
            kept.append(found)
        at = start + len(found.text)
    return next((value for value in kept if len(value.value) > 4), kept[0] if kept else None)


_OTHER_DAY = re.compile(r"(?<!发证)(?<!颁发)(?<!签发)(?<!落款)(?<!制发)(?:日期|时间|期限|年月)[：:]?$")
"""A cell that says of the date beside it that it is another day than that under the paper."""

_OTHER_DATE = re.compile(rf"有效|期限|截[至止]|起止|印发|抄送|联系人|公示|{_HANDLED}")


def _date_alone(row: Row) -> Value[str] | None:
    whole = row.text.compact
    found = date_in(whole)
    if found is not None and len(found.value) > 4 and len(found.text) >= len(whole) - 1:
        return found
    parts = [part.compact for fragment in row.fragments for part in _set_apart(Text.of(fragment))]
    for position, text in reversed(list(enumerate(parts))):
        before = parts[position - 1].string if position else ""
        if _OTHER_DATE.search(text.string) or _OTHER_DAY.search(before):
            continue
        found = date_in(text)
        if found is None or len(found.value) <= 4:
            continue
        rest = text.string.replace(found.text.string, "", 1)
        rest = re.sub(
            r"(颁发|发证|签发|制|印发|发布|成文|落款)?(日期|时间)?[：:]|[（(].*?[）)]|于|印发$|颁发?$|制$",
            "",
            rest,
        )
        if not rest or is_body(rest):
            return found
    return None


def _set_apart(text: Text) -> Iterator[Text]:
    """The parts of a line that wide gaps part: `统计人：纪树人　　2025年5月1日`."""
    start = 0
    for gap in text.finditer(r"(?<=\S)(?: {3,}|\u3000{2,})(?=\S)"):
        yield text[start : gap.start()]
        start = gap.end()
    yield text[start:]


def closing_bodies(layouts: Sequence[Layout]) -> list[Text]:
    """The bodies that signed: free-standing names right above (or beside) the closing date, several when joint."""
    for layout in reversed(layouts):
        for number in range(len(layout.rows) - 1, -1, -1):
            if _date_alone(layout.rows[number]) is None:
                continue
            signed = _signed_above(layout, number)
            if signed:
                return signed
            break
    return []


def _signed_above(layout: Layout, number: int) -> list[Text]:
    """Free-standing names in the date's row or right above it, closest first to be left off at a gap."""
    dated = layout.rows[number]
    signed: list[Text] = []
    lowest = dated.place.y0
    for row in reversed(layout.rows[max(0, number - 6) : number + 1]):
        if row is not dated and (lowest - row.place.y1 > 3 * layout.em or _is_tables(row)):
            break
        if row is not dated and row.text.compact.string.endswith(("。", "；")):
            break
        here = list(bodies(row.text)) or list(_with_date(row))
        if here:
            signed[:0] = here
            lowest = row.place.y0
        elif signed and row is not dated:
            break
    return signed


def _is_tables(row: Row) -> bool:
    """Whether a row is of a table: many cells, or a label and its value."""
    if len(row.fragments) > _SIGNATURES:
        return True
    head = body_of(Text.of(row.fragments[0]))
    return len(row.fragments) > 1 and not is_body(head.string) and len(head) <= _LABEL


_SIGNATURES = 2
"""Signatures beside each other at most."""

_LABEL = 8
"""Characters of a label at most."""


def _with_date(row: Row) -> Iterator[Text]:
    """A body's name that shares its fragment with the date."""
    text = row.text.compact
    found = date_in(text)
    if found is None:
        return
    at = text.string.find(found.text.string)
    head = body_of(text[:at])
    if is_body(head.string):
        yield head
