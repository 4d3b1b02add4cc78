"""Where labels stand in a row: free, after a gap, before a colon, or right behind the value before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.text import SPACES

COLONS = "：:∶﹕"
_BULLETS = "·•●▪■□◆◇▲△★*＊>＞"
TRIM = SPACES + COLONS + _BULLETS.replace("*＊", "") + "|｜_＿"
"""What is no part of a value at its ends. Asterisks may be: licences print them for a period without end."""

GAP = r"[\s\u3000]*"
_BEFORE = rf"(?:^|(?<=[\s\u3000，,。；;、|｜（(\[【{_BULLETS}]))"
_NUMBERING = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])?"
_SENTENCE = "的为及和与等并应须在由、，。)）"
"""What follows a label's words inside a sentence."""


@dataclass(frozen=True)
class Labels:
    """Words that label each fact; `stops` are labels that only end the value before them.

    A `strict` label, or a word that ends in `$`, needs a colon, a gap or the line's end after it.
    """

    words: tuple[tuple[str, tuple[str, ...]], ...]
    stops: tuple[str, ...] = ()
    strict: bool = False

    @classmethod
    def of(
        cls, words: dict[str, Sequence[str]], stops: Sequence[str] = (), *, strict: bool = False
    ) -> Labels:
        """Labels from a plain mapping of fact name to words."""
        return cls(tuple((name, tuple(spellings)) for name, spellings in words.items()), tuple(stops), strict)


ONLY_NUMBERING = re.compile(r"[（(]?[一二三四五六七八九十\d]{0,2}[)）、.．\s]*")
"""A row's number before its label."""


def spans_of(text: str, labels: Labels) -> list[tuple[str, int, int]]:
    """Labels of a row in their order: name, start, end. One before a colon ends the value that it is glued to."""
    spans = list(_free(text, labels))
    pattern, names = _glued(labels)
    first = min((end for _, _, end in spans), default=len(text))
    for match in pattern.finditer(text):
        name, in_word = names[match.group()], bool(_IN_WORD.search(text, 0, match.start()))
        whole = not name or len(match.group()) >= _LONG or match.group() not in _SUFFIXES
        ends_value = match.start() >= first and whole
        if (ends_value or not in_word) and all(
            match.end() <= start or end <= match.start() for _, start, end in spans
        ):
            spans.append((name, match.start(), match.end()))
            first = min(first, match.end())
    return sorted(spans, key=lambda span: span[1])


_IN_WORD = re.compile(r"(?<!\d)[\u4e00-\u9fa5]$")
"""Behind a word rather than behind a number or a day, which no label goes on from."""


@lru_cache(maxsize=64)
def _glued(labels: Labels) -> tuple[re.Pattern[str], dict[str, str]]:
    """Labels as they stand inside a run of letters, and what each names."""
    names = {word.rstrip("$"): "" for word in labels.stops}
    names |= {word.rstrip("$"): name for name, words in labels.words for word in words}
    branches = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    pattern = rf"(?<=[\u4e00-\u9fa5）)\da-zA-Z%])(?:{branches or '(?!)'})(?={GAP}[{COLONS}])"
    return re.compile(pattern), names


_SUFFIXES = frozenset(
    "名称 全称 日期 时间 地址 单位 编号 人数 对象 姓名 职务 类型 类别 结论 年度 金额 法人 负责人 代码 地点 内容 项目 规模".split()
)
"""Labels that longer ones end with, which may not be known."""

_LONG = 4
"""Characters of a label from which it is one right behind a word too: `名称` may end a longer label that isn't known."""


def _free(text: str, labels: Labels) -> Iterator[tuple[str, int, int]]:
    pattern, entries = _pattern(labels)
    last, last_end = "", 0
    for match in pattern.finditer(text):
        group = match.lastindex or 1
        start, end = match.span(group)
        name, strict = entries[group - 1]
        if text[start] in _NUMERO and (
            _GLUED_NUMBER.match(text, end) or (name == last and not text[last_end:start].strip(TRIM))
        ):
            continue
        if _is_label(text, start, end, strict=strict):
            yield name, start, end
            last, last_end = name, end


_NUMERO = "Nn№"
"""How `No.` begins, which belongs to the number where a label stands before it or no gap between them."""

_GLUED_NUMBER = re.compile(r"[.．]?[A-Za-z0-9]")


@lru_cache(maxsize=64)
def _pattern(labels: Labels) -> tuple[re.Pattern[str], tuple[tuple[str, bool], ...]]:
    entries = [(word, name) for name, words in labels.words for word in words]
    entries += [(word, "") for word in labels.stops]
    entries.sort(key=lambda entry: -len(entry[0]))
    branches = "|".join(
        f"({GAP.join(map(re.escape, word.rstrip('$')))}(?:{GAP}(?:全称|名称))?)" for word, _ in entries
    )
    pattern = re.compile(f"{_BEFORE}{_NUMBERING}{GAP}(?:{branches})")
    return pattern, tuple((name, labels.strict or word.endswith("$")) for word, name in entries)


def _is_label(text: str, start: int, end: int, *, strict: bool) -> bool:
    after = text[end:]
    bare = OTHER_NAME.sub("", after).lstrip(SPACES)
    if OTHER_NAME.match(after) or not bare or bare[0] in COLONS or after[0] in SPACES:
        return True
    if re.match(rf"[（(][^（）()]{{1,14}}[)）]{GAP}(?:[{COLONS}]|[\s\u3000]|$)", bare):
        return True
    opens = bool(ONLY_NUMBERING.fullmatch(text[:start])) or text[start - 1] == "\t"
    if strict and opens and _TELLING.fullmatch(bare) and (end - start >= _TELLING_LABEL or bare[0].isdigit()):
        return True
    if strict and start == 0 and end - start >= _LONG and _NAMED.fullmatch(bare):
        return True
    return not strict and opens and end - start >= 2 and bare[0] not in _SENTENCE


_TELLING_LABEL = 3
"""Characters from which a label that needs a colon is one without it, where what follows can only be its value; before a
day in digits any is."""

_TELLING = re.compile(
    r"20\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?|二[〇○零0O][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|[\u4e00-\u9fa5（）()]{4,30}(?:工会|协会|学会|中心|基金会|局|委员会|公司|研究会|商会|联合会|促进会|服务社)"
)


_NAMED = re.compile(
    r"(?![的为及和与等并应须在由是])[\u4e00-\u9fa5\d“”\"《》（）()·\-—]{3,28}(?:项目|活动|服务|工程|计划|培训|行动|竞赛)"
)
"""What a project is called, right behind a label that opens a line of its own, as on a contract's cover."""


OTHER_NAME = re.compile(
    rf"^{GAP}(?:[/／]{GAP}[\u4e00-\u9fa5]{{2,8}}|[/／]?{GAP}[A-Za-z][A-Za-z.&/'’ ]{{1,40}})(?={GAP}(?:[{COLONS}\t\n]|$))"
)
"""Another name for the same, as in `法定代表人/经营者`, or its English, as in `发证机关 Issued by`."""
