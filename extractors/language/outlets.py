"""News outlets: their level by the gazetteer, else by the structure of their name (昆山市融媒体中心)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from dossier.glyphs import fold, fold_with_positions
from dossier.regions import HOME, leading
from extractors.language.authorities import RANKS, Level, LevelValue, single_level
from extractors.language.gazetteer import Names, table

_BY_REGION: dict[str, LevelValue] = {
    "province": "provincial",
    "prefecture": "prefecture",
    "county": "county",
    "zone": "other",
}
_MEDIUM = (
    r"(?:融媒体中心|融媒体|融媒|传媒集团|传媒中心|报业(?:传媒)?集团|广播电视(?:总台|台|集团|传媒集团)|广电(?:集团|总台|台)?|电视台|人民广播电台|广播电台|"
    r"日报(?:社)?|晚报|新闻网|新闻中心|发布|新闻频道|新闻综合频道|综合频道)"
)
_STRUCTURED = re.compile(rf"{_MEDIUM}$")
_DECORATION = re.compile(
    r"[《》\"“”‘’]|(?:官方)?(?:微信|微博|抖音|视频号|头条)?(?:公众号|订阅号|服务号|客户端|APP|app|App|官微|官网|网站|新媒体|视频号|杂志社|报社)$|^(?:来源|转自|转载自|摘自|原载)[:：]?"
)
_CITED_BEFORE = re.compile(
    r"(?:来源|转自|转载自|摘自|原载|据|公众号|微信|微博|客户端|媒体|登上|刊登于|发表于|刊发于|被|在|和|与|[:：、\"“《「|｜])[:：]?$"
)
_CITED_AFTER = re.compile(
    r"^(?:[\"”》」]|微信|微博|公众号|客户端|APP|讯|记者|报道|刊发|刊登|发布|推送|网|$|[|｜，,、。)）])"
)
_JOINTS = re.compile(r"[/·・|｜、，,]")
_GOES_ON = {"网": re.compile(r"[络格点民信]"), "社": re.compile(r"[区会]"), "闻": re.compile(r"[发局]")}


class OutletMention(NamedTuple):
    """An outlet in a text: text[start:end], its owner's name, and its level."""

    start: int
    end: int
    name: str
    level: Level


@cache
def _known() -> dict[str, dict[str, str]]:
    return {fold(row["name"]): row for row in table("outlets")}


@cache
def _names() -> Names:
    return Names(_known())


def _listed(row: dict[str, str]) -> Level:
    value: LevelValue = row["level"]  # type: ignore[assignment]
    owner = row["owner"]
    reasons = {
        "outside": f"{owner}是外省媒体，是否计入由审核人定",
        "platform": f"{owner}是平台，不是媒体",
        "account": f"{owner}的账号，是否算媒体由审核人定",
        "listed": f"{owner}在媒体名录中",
    }
    return Level(
        value, row["basis"] not in {"outside", "account"}, reasons.get(row["basis"], f"{owner}的主办单位层级")
    )


def canonical_outlet(name: str) -> str | None:
    """The name of the outlet that owns it (交汇点客户端 → 交汇点新闻); None for one that is not in the gazetteer."""
    row = _row(name)
    return row["owner"] if row else None


def spellings(name: str) -> Iterator[str]:
    """The name folded, then without one mark or word after another that says only where it was published (微信公众号, 客户端)."""
    folded = fold(name)
    while folded:
        yield folded
        bare = _DECORATION.sub("", folded).strip('"')
        if bare == folded:
            return
        folded = bare


def _row(name: str) -> dict[str, str] | None:
    known = _known()
    return next((known[spelling] for spelling in spellings(name) if spelling in known), None)


def outlet_level(name: str) -> Level | None:
    """The level of an outlet: by name, else by its region and medium (less sure); None where it is no known outlet."""
    row = _row(name)
    if row is not None:
        return _listed(row)
    return _together(name) or _structured(name) or _account(name)


def _together(name: str) -> Level | None:
    """Of a paper and its app named in one breath (扬子晚报/紫牛新闻): the highest, where all are listed."""
    parts = [_row(part) for part in _JOINTS.split(name)]
    levels = [_listed(row) for row in parts if row is not None]
    if len(parts) < 2 or len(levels) < len(parts):
        return None
    return max(levels, key=lambda level: (level.certain, RANKS.index(level.value)))


def _account(name: str) -> Level | None:
    """Of an authority's own account (南京市总工会微信公众号, 苏州工会): as high as it, but whether it is an outlet is asked."""
    written = [*spellings(name)]
    where = leading(written[-1]) if written else None
    union = where is not None and bool(where.path) and written[-1][where.end :] == "工会"
    if len(written) < 2 and not union:
        return None
    level = single_level(f"{written[-1].removesuffix('工会')}总工会" if union else written[-1])
    if level.value == "other":
        return None
    return replace(level, certain=False, reason=f"{written[-1]}的账号，是否算媒体由审核人定")


def _structured(name: str) -> Level | None:
    folded = _DECORATION.sub("", fold(name).strip('"')).strip('"')
    where = leading(folded)
    if where.path and _STRUCTURED.fullmatch(folded[where.end :]):
        place = "".join(where.path)
        value = _BY_REGION[where.level or "zone"]
        sure = HOME in where.path and folded[where.end - 1] in "省市区县"
        return Level(value, sure, f"按名称是{place}的媒体，名录中未列", place)
    return None


def _stands_alone(text: str, start: int, name: str) -> bool:
    """Whether the name isn't the beginning of a longer word, and, where it is an everyday word, is cited as an outlet."""
    after = text[start + len(name) :]
    guard = _GOES_ON.get(name[-1])
    if guard is not None and guard.match(after):
        return False
    if _known()[name]["needs"] == "cited":
        return bool(_CITED_BEFORE.search(text[max(0, start - 6) : start]) and _CITED_AFTER.search(after))
    return True


def find_outlets(text: str) -> list[OutletMention]:
    """All outlets that the text names, in order: those of the gazetteer, and those told by region and medium."""
    folded, positions = fold_with_positions(text)
    hits: list[OutletMention] = []
    taken = 0
    for at, name in _names().find(folded):
        if _stands_alone(folded, at, name):
            row = _known()[name]
            hits.append(
                OutletMention(positions[at], positions[at + len(name) - 1] + 1, row["owner"], _listed(row))
            )
    for found in re.finditer(rf"{_MEDIUM}", folded):
        if found.group() == "发布":
            continue
        for back in range(min(12, found.start()), 1, -1):
            start = found.start() - back
            if start < taken:
                continue
            where = leading(folded[start : found.start()])
            if where.path and where.end == back:
                begin, end = positions[start], positions[found.end() - 1] + 1
                level = outlet_level(folded[start : found.end()])
                if level is not None and all(end <= hit.start or hit.end <= begin for hit in hits):
                    hits.append(OutletMention(begin, end, folded[start : found.end()], level))
                taken = found.end()
                break
    return sorted(hits, key=lambda hit: hit.start)
