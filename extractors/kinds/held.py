"""What a text tells of an event: the day on which it was held, and who held it."""

from __future__ import annotations

import re

from extractors.paper import Paper
from extractors.text import Text
from extractors.values import Value, is_body

_HOLDING = r"(?:召开|举办|举行|组织|开展|参加|承办|主办|进行|启动|走访|慰问|开班|开讲|赴|来到|走进|在)"
_AFTER = re.compile(
    rf"(?:[（(][^）)]{{1,6}}[)）])?(?:上午|下午|晚上|晚|中午)?(?:\d{{1,2}}[:：时点][^，。]{{0,12}})?[，,]?[^。；]{{0,60}}?{_HOLDING}"
)
_WRITTEN = re.compile(
    r"(?:发布|印发|刊发|归档|截止|截至|打印|制表|填表|填报|更新|编辑|上传|来源|整理|记录)(?:(?:时间|日期|于)[:：]?|[:：])$"
)
_ORGANIZED = re.compile(r"由([\u4e00-\u9fa5（）()]{4,30}?)(?:主办|牵头|组织召开|召开|组织|举办|发起)")
_HELD = re.compile(
    r"(?:日|午|[一二三四五六日][）)])[，,]?((?![在由于为对经])[\u4e00-\u9fa5（）()]{4,30}?)(?:在[^，。]{2,20}?)?"
    r"(?:组织|召开|举办|举行|牵头|主办|联合(?!会)|开展|承办)"
)
_VISITED = re.compile(
    r"(?:日|午|[，。：])[，,]?((?![在由于为对经])[\u4e00-\u9fa5（）()]{4,30}?)(?:[\u4e00-\u9fa5]{2,8}带队)?(?:一行|组团)(?:共?\d{1,3}余?人)?(?:走进|赴|来到|前往|到访|到|走访|参观)"
)
"""Who went to see another: the visit is theirs."""


def held_on(paper: Paper) -> Value[str] | None:
    """The first full date that a sentence of holding follows; not one under which something was published."""
    from extractors.language.dates import find_dates

    compact = paper.text.compact
    found = find_dates(compact.string)
    for position, mention in enumerate(found):
        if len(mention.iso) != len("2024-01-01") or _WRITTEN.search(compact.string[: mention.start][-10:]):
            continue
        until = found[position + 1].start if position + 1 < len(found) else len(compact)
        if _AFTER.match(compact.string[mention.end : min(until, mention.end + 90)]):
            return Value(mention.iso, compact[mention.start : mention.end], mention.confidence)
    return None


def holder(paper: Paper) -> Text | None:
    """The body that a sentence names as the one that holds."""
    compact = paper.text.compact
    for pattern in (_ORGANIZED, _HELD, _VISITED):
        for match in pattern.finditer(compact.string):
            if is_body(match.group(1)):
                return compact[match.start(1) : match.end(1)]
    return None
