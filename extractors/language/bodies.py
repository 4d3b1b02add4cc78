"""Authorities and union bodies in running text, by the gazetteer and by structure (region + body)."""

import re
from functools import cache
from typing import NamedTuple

from dossier.bodies import is_union_body
from dossier.glyphs import fold_with_positions
from dossier.regions import leading, surfaces
from extractors.language.authorities import departments, national
from extractors.language.gazetteer import Names

_PARTY = re.compile(r"(?:中国共产党|中国共产主义青年团|中国人民政治协商会议|中共|共青团|政协|国家税务总局)?")
_UNION_TAIL = re.compile(
    r"[\u4e00-\u9fff]{0,24}?(?:总工会|工会联合会|联合工会|工会工作委员会|工会委员会|工会)"
    r"(?:[\u4e00-\u9fff]{2,6}部(?=[，,。；;、）)\s]|$))?(?![\u4e00-\u9fff]{0,6}(?:学院|学校|研究会|文化宫|工作|活动|组织|会员|干部|经费|法))"
)
_BREAK = re.compile(r"的|了|在|与|和|由|向|对|为|等|是|被|及|举办|主办|开展|组织|参加|召开|联合")
_INNER = re.compile(r"(?:社会组织管理局|社会组织管理处|办公室)")
_COMMITTEE = re.compile(r"委(?:员会)?(?![员托派任会])")
_BARE = re.compile(r"[省市区县]")
_WINDOW = 40


class BodyMention(NamedTuple):
    """A body in a text: text[start:end]; `name` is folded, `union` whether it is a union body."""

    start: int
    end: int
    name: str
    union: bool


@cache
def _known() -> Names:
    return Names(national())


@cache
def _tails() -> Names:
    return Names(name for name in departments() if len(name) > 1)


@cache
def _bare_tails() -> Names:
    return Names(name for name in departments() if len(name) >= 3)


@cache
def _heads() -> frozenset[str]:
    """The first two characters of every way to write a region."""
    return frozenset(surface[:2] for surface in surfaces())


def _tail(text: str, at: int) -> int:
    """Where the body ends that stands at that place behind a region; `at` itself where none does."""
    ends = [at]
    department = _tails().longest_at(text, at)
    if department is not None:
        end = at + len(department)
        inner = _INNER.match(text, end)
        ends.append(inner.end() if inner else end)
    committee = _COMMITTEE.match(text, at)
    if committee is not None:
        ends.append(committee.end())
    union = _UNION_TAIL.match(text, at)
    if union is not None and not _BREAK.search(union.group()):
        ends.append(union.end())
    return max(ends)


def _body_at(text: str, at: int) -> int:
    """Where the body ends that begins at that place; `at` itself where none does."""
    known = _known().longest_at(text, at)
    ends = [at + len(known)] if known else []
    prefix = _PARTY.match(text, at)
    start = prefix.end() if prefix else at
    if text[start : start + 2] in _heads():
        where = leading(text[start : start + _WINDOW])
        end = _tail(text, start + where.end) if where.path else at
        if where.path and end > start + where.end:
            ends.append(end)
    elif _BARE.match(text, at):
        department = _bare_tails().longest_at(text, at + 1)
        if department is not None:
            ends.append(at + 1 + len(department))
    return max(ends, default=at)


def find_bodies(text: str) -> list[BodyMention]:
    """All authorities and union bodies that the text names, in order; white space in names doesn't matter."""
    folded, positions = fold_with_positions(text)
    found: list[BodyMention] = []
    at = 0
    while at < len(folded):
        end = _body_at(folded, at)
        if end == at:
            at += 1
            continue
        name = folded[at:end]
        found.append(BodyMention(positions[at], positions[end - 1] + 1, name, is_union_body(name)))
        at = end
    return found
