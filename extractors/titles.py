"""A document's title: the large lines near its top, or the first line of its own where all letters are of one size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.layout import Layout, Row
from extractors.text import EMPTY, Fragment, Text
from extractors.values import is_body

TITLE_NOUN = (
    r"证书|证|执照|决定书?|批复|复函|通知书?|公告|通报|公示|报告书?|总结|小结|计划书?|规划|要点|安排|方案|预案|预算书?|概算|决算|制度|机制|办法|规定|规则|规程|"
    r"规范|准则|守则|须知|公约|流程|细则|条例|章程|合同书?|协议书?|备忘录|意向书|委托书|纪要|记录|纪实|名册|名单|清单|目录|手册|汇编|台账|档案|问卷|证明书?|"
    r"聘书|簿|任命书|委任书|承诺书|申报书|申请书|推荐书|倡议书|建议书|说明书?|职责|分工|意见书?|函|简报|快报|通讯|简介|介绍|材料|案例|情况|回顾|汇报|成果|讲话|发言|发言稿|"
    r"议程|日程|公报|决议|结果|心得|笔记|剪影|收据|凭证|宣传册|画册|进展|表|书|单|册|卷|班|会"
)
_TAIL = r"(?:[（(][^（）()]{1,16}[)）])?$"
_TITLE_END = re.compile(rf"(?:{TITLE_NOUN}){_TAIL}")
_RED_HEADER = re.compile(r"(文件|委员会|办公室|总工会|协会|局|厅|人民政府)$")
_NUMBER_LINE = re.compile(r"[〔\[［【(（]\s*20\d\d\s*[〕\]］】)）]\s*第?\s*\d+\s*号")
_RUNNING = re.compile(
    r"^(第?\s*\d+\s*页?|[-—·\s]*\d+[-—·\s]*|[Pp]age.*|https?:.*|\d{4}[-/年.]\d{1,2}(?!\d)(?!月[^，。]{2,30}(?:表|名单|名册|总结|计划|简报|记录)$).*|签发人[:：].*|附件[\d一二三四五]*[:：]?|(?:首页|主页|(?:您?(?:现在)?的?|当前)位置[:：]?)\s*[/／>＞»›→].*)$"
)
_SENTENCE = re.compile(r"[。；;，,](?!.{0,12}[”》]).*[。；;，,：:]|[。；;]$|[：:]$")
_LABELLED = re.compile(r"^[\u4e00-\u9fa5]{2,10}[：:]")
_SECTION = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．](?!\d)|第[一二三四五六七八九十百\d]{1,4}[条章节部])"
)
_VERSION = re.compile(
    r"^[（(](?!.*(?:通过|审议|批准|核准|\d日))[^（）()]{0,14}(?:稿|试行|暂行|草案|修订|修正|版|样本|节选)[^（）()]{0,4}[)）]$"
)
_BRACKETS = re.compile(r"^[（(][^（）()]*[)）]$")
"""A line in brackets under a title: the day on which it was passed, or what it is an annex to."""

_LONGEST = 45
_SHORT = 14
_CELLS = 2
"""Cells in a title's row at most."""

_YEAR_DIGITS = 4

_STANDS_OUT = 1.4
"""A part of a row is its title where its letters are so many times as large as the others'."""

_FULL = 0.9
"""Share of the page's widest row from which a row fills its line, so that its words go on in the next."""


def find_title(layouts: Sequence[Layout]) -> Text:
    """The title of a document: its largest lines near the top that aren't a red header's issuer; EMPTY if none."""
    layout = next((each for each in layouts if each.rows), None)
    rows = [row for row in layout.rows if not _is_aside(row)] if layout else []
    if not rows:
        return EMPTY
    after = _after_number(rows) or _after_issue(rows) or _under_control(rows)
    if after:
        return inner_title(after)
    top = rows[: max(4, len(rows) // 2)]
    usual = median(row_height(row) for row in rows)
    best = max(range(len(top)), key=lambda index: _prominence(top[index], usual, index))
    if _words(top[best]).endswith(("。", "；", "：")):
        return EMPTY
    if is_tabular(top[best]):
        return _dominant(top[best])
    edge = _at_edge(rows, top[best])
    if edge:
        return inner_title(edge)
    if top[best].fragments[0].down:
        return inner_title(_columns_of(rows, top[best]))
    grown = [row for row in _grow(top, best, usual) if row is top[best] or not _names_body(_words(row))]
    above = top[best - 1] if best else None
    if above is not None and _OF_BODY.match(_words(grown[0])) and is_body(_words(above)):
        grown.insert(0, above)
    return inner_title(Text.join("\n", [row.text for row in grown]))


def _is_aside(row: Row) -> bool:
    return bool(_RUNNING.match(_words(row))) or is_caption(row)


def is_caption(row: Row) -> bool:
    """Whether a row stands under a picture: `图3 慰问一线职工`."""
    return bool(_CAPTION.match(row.text.string))


_CAPTION = re.compile(r"\s*(?:图片?|照片)\s*\d{1,2}(?:[\s:：.．、]|$)")

_OF_BODY = re.compile(r"(?:组成人员|成员|委员|领导班子|班子成员)(?:名册|名单|一览表|情况)")
"""A title that says nothing without the body in the line above it."""


_BRACKETED = re.compile(
    r"(?:关于)?(?:印发|下发|发布|颁布|公布|修订|通过|实施|执行)[《〈](.+?)[》〉](?:等\d*项?[\u4e00-\u9fa5]{0,4})?(?:的)?(?:通知|决定|公告|决议)?$"
    r"|关于(?:报送|上报|呈报|报备|提交)[《〈](.+?(?:方案|计划|规划|要点|预算|总结|小结|报告))[》〉]的?(?:报告|函)$"
)
_ISSUED = re.compile(r"关于(?:印发|下发|颁布|颁发)([^《》〈〉]{4,40}?)的(?:通知|决定|公告)$")


def inner_title(title: Text) -> Text:
    """The title of what a notice issues, as in `关于印发《财务管理办法》的通知`; else the title itself."""
    compact = title.compact
    match = _BRACKETED.search(compact.string) or _ISSUED.search(compact.string)
    if match is None:
        return title
    start, end = match.span(match.lastindex or 1)
    return compact[start:end]


def row_height(row: Row) -> float:
    """Size of the largest letters in a row."""
    return max(min(fragment.size, 1.15 * fragment.em) for fragment in row.fragments)


def is_title_like(row: Row) -> bool:
    """Whether a row may be a title or a part of one: a short line of its own, no sentence, no labelled value."""
    words = _words(row)
    return (
        _is_one_line(row)
        and 1 <= len(words) <= _LONGEST
        and not _SENTENCE.search(words)
        and not _SECTION.match(words)
        and not _is_labelled(words)
    )


def _is_one_line(row: Row) -> bool:
    """Whether a row's words stand in one line without gaps, in letters of one size, however a reader cut them."""
    return all(
        right.place.x0 - left.place.x1 < _GAP * left.em_wide and _SAME < right.size / left.size < 1 / _SAME
        for left, right in pairwise(row.fragments)
    )


_GAP = 0.3
"""Widths of a letter between two parts of one line at most."""


def _is_labelled(words: str) -> bool:
    """Whether a line begins with a label; a body's name before a colon says whom a headline is about."""
    match = _LABELLED.match(words)
    return match is not None and not (len(match.group()) > _SPEAKER and is_body(match.group()[:-1]))


_SPEAKER = 7
"""Characters of a body's name and the colon behind it, from which it is no label such as `登记机关：`."""


def goes_on(row: Row) -> bool:
    """Whether a page's first row says that the page goes on from the one before: a later section, or a sentence."""
    words = _words(row)
    if re.match(r"^(?:[（(]?[一1][)）、.．](?!\d)|第[一1][条章节])", words):
        return False
    return bool(_SECTION.match(words) or re.search(r"[。；;，,]$", words))


def _words(row: Row) -> str:
    return row.text.compact.string


def _prominence(row: Row, usual: float, index: int) -> float:
    words = _words(row)
    size = min(3.0, row_height(row) / usual if usual else 1.0)
    bonus = 0.7 if _TITLE_END.search(words) and not is_body(words) else 0.0
    length = 0.0 if 2 <= len(words) <= _LONGEST else -1.0
    several = 0.0 if _is_one_line(row) else -0.5 * (len(row.fragments) - 1) - is_tabular(row)
    header = -0.8 if _is_header(words) else 0.0
    halting = len(words) > _SHORT and re.search("[，。；]", words)
    prose = (
        -1.2 if halting or _is_labelled(words) or _SENTENCE.search(words) or _SECTION.match(words) else 0.0
    )
    return size + bonus + length + several + header + prose - 0.06 * index


def is_tabular(row: Row) -> bool:
    """Whether a row holds cells of a table, rather than letters set apart."""
    return is_numbered(row) or sum(len(fragment.text.strip()) > 1 for fragment in row.fragments) > _CELLS


def is_numbered(row: Row) -> bool:
    """Whether a row is one of a list, its serial number in a cell of its own."""
    number = row.fragments[0].text.strip()
    return len(row.fragments) > 1 and number.isdigit() and len(number) < _YEAR_DIGITS


def _dominant(row: Row) -> Text:
    """The one part of a row that stands out by its size, as a certificate's title between a code and a number; else EMPTY."""
    *others, largest = sorted(row.fragments, key=lambda fragment: fragment.size)
    return Text.of(largest) if largest.size >= _STANDS_OUT * others[-1].size else EMPTY


def _is_header(words: str) -> bool:
    """Whether a line names the body that issues, not what it issues."""
    return is_body(words) or (words.endswith("文件") and is_body(words.removesuffix("文件")))


def _grow(rows: Sequence[Row], best: int, usual: float) -> list[Row]:
    """The best row with its neighbours of the same size, for titles broken over lines."""
    grown = [rows[best]]
    height = row_height(rows[best])
    large = height > 1.15 * usual
    margin = max(row.place.x1 for row in rows)
    for row in reversed(rows[:best]):
        if not _continues(row, grown[0], height, large=large) or _heads(_words(row)):
            break
        if not large and row.place.x1 < _FULL * margin:
            break
        grown.insert(0, row)
    for row in rows[best + 1 :]:
        last = grown[-1]
        if _VERSION.match(_words(row)) and row.place.y0 - last.place.y1 < 1.5 * height:
            grown.append(row)
            break
        if not _continues(last, row, height, large=large) or _TITLE_END.search(_words(last)):
            break
        if not large and last.place.x1 < _FULL * margin:
            break
        grown.append(row)
    return grown[:4]


def _heads(words: str) -> bool:
    """Whether a line over a title names who issues it, and is no line of a title that breaks behind a body's name."""
    return bool(_RED_HEADER.search(words)) and not words.startswith("关于")


def _names_body(words: str) -> bool:
    return is_body(words) and not words.startswith("关于")


def _continues(upper: Row, lower: Row, height: float, *, large: bool) -> bool:
    """Whether two rows may be lines of one title: letters of about one size (certificates vary it), close to each other."""
    gap = lower.place.y0 - upper.place.y1
    least = 0.65 if large else 0.8
    alike = all(least * height <= row_height(row) <= height / least for row in (upper, lower))
    if _BRACKETS.match(_words(lower)):
        return False
    return alike and gap < 0.9 * height and is_title_like(upper) and is_title_like(lower)


def _columns_of(rows: Sequence[Row], best: Row) -> Text:
    """A title set downwards with the columns that it is broken over: neighbours in letters of its size, right to left."""
    columns = [row.fragments[0] for row in rows if row.fragments[0].down]
    columns.sort(key=lambda each: -each.place.x0)
    at = first = last = columns.index(best.fragments[0])
    while first > 0 and beside(columns[first - 1], columns[first]):
        first -= 1
    while last + 1 < len(columns) and beside(columns[last], columns[last + 1]):
        last += 1
    own = columns[first : last + 1] if last - first < _COLUMNS else [columns[at]]
    return Text.join("\n", [Text.of(each) for each in own])


_COLUMNS = 3
"""Columns of a title at most: more of one size are a text."""


def beside(right: Fragment, left: Fragment) -> bool:
    """Whether a text set downwards goes on in the column left of it: letters of one size, close to each other."""
    alike = _SAME * right.size <= left.size <= right.size / _SAME
    near = right.place.x0 - left.place.x1 < 0.9 * right.em_wide
    return alike and near and right.place.vertical_overlap(left.place) > 0


_LARGE = 1.15
"""Letters of a title are larger than the paper's usual by so much, where they are larger at all."""

_OVER_NUMBER = re.compile(r"(?:决定书|通知书|告知书|意见书|裁决书|认定书)(?:[（(].{1,8}[)）])?$")
"""Titles that stand over their number."""


def _after_number(rows: Sequence[Row]) -> Text:
    """A red-header document's title, between its number and the addressee's line; EMPTY where no number stands."""
    number = next((index for index, row in enumerate(rows[:8]) if _NUMBER_LINE.search(_words(row))), None)
    if number is None or number + 1 >= len(rows):
        return EMPTY
    if any(_OVER_NUMBER.search(_words(row)) for row in rows[:number]):
        return EMPTY
    kept: list[Row] = []
    margin = max(row.place.x1 for row in rows)
    usual = median(row_height(row) for row in rows)
    for row in rows[number + 1 : number + 6]:
        if kept and _VERSION.match(_words(row)):
            kept.append(row)
            break
        if not is_title_like(row) or (kept and not _wraps(kept, row, margin, usual)):
            break
        kept.append(row)
    return Text.join("\n", [row.text for row in kept])


_ISSUE = re.compile(
    r"^[（(]?(?:20\d\d年)?(?:第[\d一二三四五六七八九十百]{1,4}期|总第\d+期)(?:[（(]?总第?\d+期[)）]?)?[)）]?$"
)
_DAY = re.compile(r"(?:20\d\d|二[〇○零0]..)[年.\-/].{1,4}[月.\-/].{1,4}日?$")


def _after_issue(rows: Sequence[Row]) -> Text:
    """The heading of what a bulletin tells, under its name, its number and the line of who issued it when; EMPTY else."""
    number = next((index for index, row in enumerate(rows[:5]) if _ISSUE.match(_words(row))), None)
    if number is None or number + 2 >= len(rows) or not _DAY.search(_words(rows[number + 1])):
        return EMPTY
    row = rows[number + 2]
    return row.text if is_title_like(row) else EMPTY


def _under_control(rows: Sequence[Row]) -> Text:
    """The rules' name in the head of a controlled document, a table with its number and version; EMPTY where there is none."""
    cells = [Text.of(fragment).compact for row in rows[:_HEAD] for fragment in row.fragments]
    if not any(_CONTROL.fullmatch(cell.string) for cell in cells):
        return EMPTY
    return next((cell for cell in cells if _RULES.fullmatch(cell.string)), EMPTY)


_HEAD = 5
"""Rows of a controlled document's head."""
_CONTROL = re.compile(r"(?:文件|制度|体系)?(?:编号|编码|版[次本号]|版本号)[：:]?")
_RULES = re.compile(
    r"(?!.*(?:编号|名称)).{2,24}(?:制度|办法|规定|规则|规程|规范|准则|守则|须知|细则|流程|程序|手册|职责|预案)"
)


def _at_edge(rows: Sequence[Row], best: Row) -> Text:
    """A title of several lines at a page's edge, whose rows hold smaller words beside it, as a slide's; EMPTY else."""
    if len(best.fragments) != 1:
        return EMPTY
    own = best.fragments[0]
    parts = [
        each
        for row in rows
        for each in row.fragments
        if each is not own
        and abs(each.place.x0 - own.place.x0) < _ALIGNED
        and own.size * _SAME < each.size < own.size / _SAME
        and len(row.fragments) > 1
        and 0 < own.place.y0 - each.place.y0 < _NEXT_LINE * own.place.height
        and all(other is each or other.size * _LARGE < each.size for other in row.fragments)
    ]
    return Text.of(parts[-1]) + Text.of(own) if parts else EMPTY


_ALIGNED = 0.02
_SAME = 0.9
_NEXT_LINE = 2.2
"""How far a title's next line begins below the one before, in heights of the line."""


def _wraps(kept: Sequence[Row], row: Row, margin: float, usual: float) -> bool:
    """Whether the title that is read so far goes on in this row."""
    last = kept[-1]
    if _TITLE_END.search(_words(last)) and not re.match(r"^[的》〉]", _words(row)):
        return False
    centred = last.place.x0 > 1.0 - margin + 0.02 and abs(last.place.centre[0] - row.place.centre[0]) < 0.04
    large = min(row_height(last), row_height(row)) > _LARGE * usual
    filled = last.place.x1 >= _FULL * margin
    return row_height(row) >= 0.8 * row_height(kept[0]) and (centred or filled or large)
