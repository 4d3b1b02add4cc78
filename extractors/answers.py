"""Yes, no or a count said of an entry: in its table row, under its heading, or in the sentence that names it.

A reviewer's reading: in a table the answer stands in the entry's own row; a heading is answered by the lines under
it; in prose the nearest verb before the entry decides. Where none of these says anything, there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.layout import Row
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import Value

_NUMERALS = {
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_UNIT = r"(?:条|次|项|起|个|件|笔)?"
_NO = re.compile(
    r"^(?:(?:很|非常)?抱歉[，,!！]?|查询结果)?[:：]?(?:该(?:单位|组织|主体))?(?:查询期内|截至[^，。]{0,16}[，,]?|目前|近[两二三]年)?(?:否|无|没有|未|暂无|均无|均未|尚无|不存在|未见|未查见|未列入|未被列入|未纳入|不在)"
    r"(?:被)?(?:列入|纳入|发现|查询到|查到|查见|查得|检索到|收录|相关|有关|此类|任何|该|不良|记录|信息|数据|情况|名单|异常|上述|其|公示|结果|内容|的|处罚|行政|查找|找到|搜索|搜到|您|你|符合|条件|匹配|对应){0,8}[。.！]?$"
    rf"|^(?:查询结果[:：]?)?[（(]?(?:共|计|有|合计|查询到|查到|检索到|搜索到|找到){{0,3}}0+{_UNIT}(?:记录|信息|数据)?[)）。]?$|^[xX×✗—-]{{1,4}}$"
)
_YES = re.compile(
    rf"^[:：]?(?:是|有|已列入|已被列入|被列入|列入|在列|已纳入|存在)(?:记录|信息)?[。]?$|^(?:已|被|已被)(?:列入|纳入)|^(?:查询结果[:：]?)?[（(]?(?:共|计|有|合计|查询到|查到|检索到|搜索到|找到){{0,3}}[1-9]\d{{0,2}}{_UNIT}(?:记录|信息|数据)?[)）。]?$"
    r"|列入(?:日期|时间)[:：]?(?:20|二[〇○零])|列入(?:原因|机关|事由)[:：].{2,}"
)
_COUNT = re.compile(
    r"^(?:查询结果)?[:：(（]?(?:共|计|有|合计|查询到|查到|检索到|搜索到|找到){0,3}(\d{1,3}|[一二两三四五六七八九十])(?:条|次|项|起|个|件|笔)?(?:记录|信息|数据)?[)）。]?$"
)
_VERB = re.compile(
    r"(?P<no>(?:从未|未曾|均未|尚未|未|没有|不|无|并未|没)(?:有)?(?:被|曾|受|发现|查询|查|因[^，。]{0,16})?(?:到|过|见|现)?(?:其|该[^，。]{0,4}|有)?(?:被)?(?:列入|纳入|载入|记入|进入|收录|在))"
    r"|(?P<bare>(?:未发现|未查询到|未查到|未查见|未见|没有|不存在|暂无|无|未有|查无)(?!锡))"
    r"|(?P<ask>是否(?:被)?(?:列入|纳入|有|存在))"
    r"|(?P<yes>(?:已|曾|现|被|已被|仍被|现被|于[^，。]{2,16}被)?(?:列入|纳入|载入|记入))"
)
_SUFFIX = re.compile(
    r"^(?:名录|名单|信息|情况|记录|查询|结果|主体|社会组织|单位|企业|公示|方面|状况|有无|[（(](?![共计]?\d+[条次项起个]?[)）])[^（）()]{0,12}[)）]|[:：|\s])*"
)


@dataclass(frozen=True, eq=False)
class _Place:
    """An entry's name in a row: its text, where it stands, and the row's position."""

    row: int
    start: int
    end: int


def listed(paper: Paper, name: re.Pattern[str], others: re.Pattern[str]) -> Value[bool] | None:
    """Whether the organization stands in the list. A yes anywhere outweighs a no; both together are doubtful.

    `others` matches the names of other lists: an answer behind one of these isn't ours.
    """
    answers = [answer for place in _places(paper, name) for answer in _answers(paper, place, others)]
    answers += [said for sentence, at in _broken(paper, name) if (said := _said(sentence, at)) is not None]
    answers += _entered(paper, name, others)
    yes = [answer for answer in answers if answer.value]
    no = [answer for answer in answers if not answer.value]
    if yes:
        best = max(yes, key=lambda answer: answer.sure)
        return Value(True, best.text, best.sure * (0.8 if no else 1.0))
    return max(no, key=lambda answer: answer.sure) if no else None


_ENTRY = re.compile(r"^(?:列入|载入|纳入)(?:名录|名单)?(?:日期|时间|原因|事由|机关|部门|决定文号|文号)")


def _entered(paper: Paper, name: re.Pattern[str], others: re.Pattern[str]) -> Iterator[Value[bool]]:
    """A table of entries (`列入日期 | 列入事由 | 列入机关`) under the list's name that has a row with a date."""
    from extractors.values import dates

    for number, row in enumerate(paper.rows[:-1]):
        heads = [Text.of(fragment).compact.string for fragment in row.fragments]
        if sum(bool(_ENTRY.match(head)) for head in heads) < _ENTRY_HEADS:
            continue
        above = next(
            (each for each in reversed(paper.rows[:number]) if others.search(each.text.string)), None
        )
        entry = paper.rows[number + 1].text.compact
        if above is None or not name.search(above.text.string) or not any(True for _ in dates(entry)):
            continue
        removed = any("移出" in head for head in heads) and sum(1 for _ in dates(entry)) > 1
        yield Value(not removed, entry, 0.7 if removed else 0.93)


_ENTRY_HEADS = 2


def counted(paper: Paper, name: re.Pattern[str], others: re.Pattern[str]) -> Value[int] | None:
    """How many records the entry has; the highest count that is told."""
    counts: list[Value[int]] = []
    for place in _places(paper, name):
        for part in _replies(paper, place, others):
            match = _COUNT.match(part.compact.string)
            if match:
                counts.append(Value(_number(match.group(1)), part.compact, 0.95))
                break
            if _NO.match(part.compact.string):
                counts.append(Value(0, part.compact, 0.95))
                break
        if not counts:
            counts += _counted_under(paper, place, others)
    counts += _counted_in_prose(paper, name)
    return max(counts, key=lambda count: (count.value, count.sure)) if counts else None


def _counted_under(paper: Paper, place: _Place, others: re.Pattern[str]) -> list[Value[int]]:
    """The count that ends the table under a heading, as in `共1条`."""
    if len(paper.rows[place.row].fragments) > 1 or _is_clause(paper.rows[place.row].text.string, place):
        return []
    for below in paper.rows[place.row + 1 : place.row + _LONGEST_TABLE]:
        words = below.text.compact
        if others.search(words.string) and len(below.fragments) == 1:
            return []
        match = _TABLE_END.match(words.string)
        if match:
            return [Value(int(match.group(1)), words, 0.93)]
    return []


_LONGEST_TABLE = 20
_TABLE_END = re.compile(
    r"^[（(]?共(?:计)?(\d{1,3})(?:条|项|起)(?:记录|信息|数据)?(?:[,，共/\d页第]*)[)）。]?$"
)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMERALS[words]


def _places(paper: Paper, name: re.Pattern[str]) -> Iterator[_Place]:
    for number, row in enumerate(paper.rows):
        for match in name.finditer(row.text.string):
            if not re.search(r"《[^》]{0,30}$", row.text.string[: match.start()]):
                yield _Place(number, match.start(), match.end())


def _answers(paper: Paper, place: _Place, others: re.Pattern[str]) -> Iterator[Value[bool]]:
    for reply in _replies(paper, place, others):
        part = _ticked(reply)
        words = part.compact.string
        if _NO.match(words):
            yield Value(False, _with_name(paper, place, part), 0.96)
            return
        if _YES.search(words):
            removed = "移出" in words
            yield Value(not removed, _with_name(paper, place, part), 0.7 if removed else 0.95)
            return
    said = _in_prose(paper, place)
    if said is not None:
        yield said


_BOXES = re.compile(r"[□☐○☑✓✔√■●]")
_TICKED = re.compile(r"[☑✓✔√■●](是|否|有|无)|^(是|否|有|无)[☑✓✔√■●]|[□☐○](?:是|否|有|无)(是|否|有|无)[☑✓✔√]")


def _ticked(reply: Text) -> Text:
    """The option that is ticked, where boxes are printed; nothing where none is."""
    compact = reply.compact
    if not _BOXES.search(compact.string):
        return reply
    match = _TICKED.search(compact.string)
    group = match.lastindex if match else None
    return compact[match.start(group) : match.end(group)] if match and group else compact[:0]


def _with_name(paper: Paper, place: _Place, part: Text) -> Text:
    return Text.join("\t", [paper.rows[place.row].text[place.start : place.end], part])


def _replies(paper: Paper, place: _Place, others: re.Pattern[str]) -> Iterator[Text]:
    """The texts that may answer the entry: the rest of its cell, the cells right of it, the lines under a heading."""
    row = paper.rows[place.row]
    string = row.text.string
    tail = row.text[place.end :]
    skip = _SUFFIX.match(tail.string)
    stop = others.search(tail.string)
    rest = tail[skip.end() if skip else 0 : stop.start() if stop else len(tail)]
    cells = [cell for cell in _cells(rest) if cell]
    if _is_clause(string, place):
        return
    yield from cells
    if cells:
        return
    if len(row.fragments) > 1:
        yield from _column(paper, place)
        return
    if stop is not None:
        return
    for below in paper.rows[place.row + 1 : place.row + _REPLY]:
        if others.search(below.text.string) or len(below.text.compact) > 40:
            return
        yield below.text
    return


_REPLY = 4
"""Rows under a heading among which its answer stands, before the next heading: a search's own line may lie between."""


def _is_clause(string: str, place: _Place) -> bool:
    """Whether the entry stands inside a sentence, whose verb then decides."""
    before = string[: place.start]
    if re.fullmatch(
        r"[^\u4e00-\u9fa5]*(?:是否)?(?:被)?(?:有无)?列入(?:社会组织)?",
        re.sub(r"\s", "", before.rsplit("\t", 1)[-1]),
    ) and "被列入" not in before.replace("是否被列入", ""):
        return False
    found = list(_VERB.finditer(re.sub(r"\s", "", before)))
    if found and found[-1].lastgroup == "ask":
        return False
    return bool(re.search(r"[，,。；;]", before[-30:])) or (bool(found) and "\t" not in before)


def _cells(text: Text) -> Iterator[Text]:
    start = 0
    for match in [*re.finditer(r"\t", text.string), None]:
        end = match.start() if match else len(text)
        yield text[start:end].strip(" \t\u3000:：|")
        start = end + 1


def _column(paper: Paper, place: _Place) -> Iterator[Text]:
    """The cell under the entry, where its row is a table's header."""
    row = paper.rows[place.row]
    heads = row.text[place.start : place.end].fragments
    if not heads or place.row + 1 >= len(paper.rows):
        return
    for fragment in paper.rows[place.row + 1].fragments:
        near = abs(fragment.place.centre[0] - heads[0].place.centre[0]) < 3 * fragment.em_wide
        if near or fragment.place.horizontal_overlap(heads[0].place) > _UNDER:
            yield Text.of(fragment)


_UNDER = 0.5
"""Share of the narrower width from which a cell stands under a heading."""


def _in_prose(paper: Paper, place: _Place) -> Value[bool] | None:
    """What the nearest verb before the entry says, within its sentence."""
    return _said(*_sentence(paper, place))


def _said(sentence: Text, at: int) -> Value[bool] | None:
    verbs = list(_VERB.finditer(sentence.string[:at]))
    if not verbs:
        return None
    verb = verbs[-1]
    said = sentence[verb.start() : min(len(sentence), at + 8)]
    if verb.lastgroup == "ask":
        return None
    if verb.lastgroup in ("no", "bare"):
        return Value(False, said, 0.95)
    later = sentence.string[at:]
    if re.match(r".{0,10}(?:情况|信息|记录)?[:：]", later) or re.match(
        r".{0,8}(?:管理|条件|的(?:原因|日期|时间|情形|标准))", later
    ):
        return None
    if re.search(r"(?:已|予以|后)[^，。]{0,8}移出", later):
        return Value(False, said, 0.7)
    return Value(True, said, 0.93)


def _sentence(paper: Paper, place: _Place) -> tuple[Text, int]:
    """The sentence around the entry over wrapped lines, and where the entry begins in it."""
    first = last = place.row
    while first > 0 and _flows(paper.rows, first - 1):
        first -= 1
    while last + 1 < len(paper.rows) and _flows(paper.rows, last):
        last += 1
    parts = [paper.rows[number].text.compact for number in range(first, last + 1)]
    at = sum(len(part) for part in parts[: place.row - first])
    at += len(paper.rows[place.row].text[: place.start].compact)
    return _cut(Text.join("", parts), at)


def _broken(paper: Paper, name: re.Pattern[str]) -> Iterator[tuple[Text, int]]:
    """Sentences in which the entry's name is broken over two lines, and where it begins."""
    for number in range(len(paper.rows) - 1):
        if not _flows(paper.rows, number):
            continue
        upper, lower = paper.rows[number].text.compact, paper.rows[number + 1].text.compact
        for match in name.finditer(upper.string + lower.string):
            if match.start() < len(upper) < match.end() and not name.match(upper.string, match.start()):
                yield _sentence(
                    paper, _Place(number, _position(paper.rows[number].text, match.start()), len(upper))
                )


def _position(text: Text, count: int) -> int:
    """Where in the text its so-manieth character that isn't white space stands."""
    places = [position for position, character in enumerate(text.string) if not character.isspace()]
    return places[count]


def _cut(whole: Text, at: int) -> tuple[Text, int]:
    """The sentence around a position, and the position in it."""
    starts = [match.end() for match in re.finditer(r"[。；;！]", whole.string[:at])]
    start = starts[-1] if starts else 0
    end = re.compile(r"[。；;！]").search(whole.string, at)
    return whole[start : end.start() if end else len(whole)], at - start


def _flows(rows: Sequence[Row], number: int) -> bool:
    """Whether a row's text goes on in the next: one run each, and the row fills the text's width."""
    row, below = rows[number], rows[number + 1]
    if (
        len(row.fragments) != 1
        or len(below.fragments) != 1
        or row.fragments[0].page is not below.fragments[0].page
    ):
        return False
    return len(row.text.compact) >= 12 and not re.search(r"[。；;！：:]$", row.text.compact.string)


def _counted_in_prose(paper: Paper, name: re.Pattern[str]) -> list[Value[int]]:
    counts: list[Value[int]] = []
    sentences = [_sentence(paper, place) for place in _places(paper, name)]
    for sentence, at in [*sentences, *_broken(paper, name)]:
        before = re.split(r"[，,]", sentence.string[:at])[-1]
        base = at - len(before)
        many = re.search(
            r"(?:受到?过?|有|存在|被给予|因[^，。]{2,20}受到)(?:过)?([一二两三四五六七八九十]|\d{1,2})(?:次|起|项|条|件)",
            before,
        )
        none = re.search(
            r"(?:从未|未曾|均未|尚未|未|没有|无|不存在)(?:有)?(?:受到?过?|被|发现|查询到|受过|因|任何|其他)?[^，。]{0,30}$",
            before,
        )
        if many:
            counts.append(Value(_number(many.group(1)), sentence[base + many.start() : at], 0.92))
        elif none and not re.search("无锡", before[max(0, none.start() - 1) : none.start() + 2]):
            counts.append(Value(0, sentence[base + none.start() : at], 0.93))
        after = re.match(r"(?:记录|信息|情况)?(?:共|计)?(\d{1,3})(?:条|次|项|起)", sentence.string[at + 4 :])
        after = after or re.match(
            r"(?:记录|信息|情况)?[（(](\d{1,2})[)）](?!\s*[\d年号])", sentence.string[at + 4 :]
        )
        if after:
            counts.append(Value(int(after.group(1)), sentence[at : at + 4 + after.end()], 0.93))
    return counts
