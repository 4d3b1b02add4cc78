"""Which administrative region a name begins with.

A region is told by its path from the province down, such as `("江苏省", "南京市", "鼓楼区")`. A name that several
places bear (鼓楼区, 通州区) has a path of its own alone, until the text names its city.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dossier.divisions import COUNTIES, PREFECTURES

Level = Literal["province", "prefecture", "county", "zone"]
Path = tuple[str, ...]

HOME = "江苏省"
MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})

_SHORT_PROVINCES = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
    "西藏自治区": "西藏",
    "香港特别行政区": "香港",
    "澳门特别行政区": "澳门",
}

_WORDLIKE = frozenset(
    "东海 滨海 响水 朝阳 大同 黄山 北海 三明 安康 长治 白山 白银 玉林 海东 乐山 天水 日照 中山 新乡 来宾 中卫 山南 "
    "吴忠 平安 吉林 海北 海西 黄南 兴安 大庆 宝山 长春 自贡 吉安 宜春 汉中 信阳 南平 通化 保山 文山 大理 红河".split()
)
"""Stems that are words of their own, or names of something else, and so mean the place only with its 市 or 县."""

_ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:(?:国家|省)?级?(?:经济技术开发区|高新技术产业开发区|高新技术产业园区|高新技术开发区|经济开发区|"
    r"综合保税区|保税区|旅游度假区|工业园区|高新区|经开区|开发区|江北新区|新区|园区))"
)
_OUTSIDE_COUNTY = re.compile(r"[\u4e00-\u9fff]{1,4}?[^社小校园景地灾郊城超辖新农都](?:自治县|区|县|市)")


@dataclass(frozen=True, slots=True)
class Region:
    """One division: its full name, its level, and the path of full names that ends with it."""

    name: str
    level: Level
    path: Path


@dataclass(frozen=True, slots=True)
class Leading:
    """The regions that a text begins with. `end` is where they end; `level` is that of the last, None for none."""

    path: Path
    end: int
    level: Level | None

    @property
    def name(self) -> str | None:
        """The full name of the last region."""
        return self.path[-1] if self.path else None

    @property
    def in_jiangsu(self) -> bool:
        """Whether the path is known to lie in Jiangsu."""
        return HOME in self.path


NOWHERE = Leading((), 0, None)


def stem(name: str) -> str:
    """The name without its 省, 市, 区 or 县 (南京市 → 南京), where two characters remain."""
    if name in _SHORT_PROVINCES:
        return _SHORT_PROVINCES[name]
    short = re.sub(r"(?:省|市|区|县)$", "", name)
    return short if len(short) >= 2 else name


def _level_of(name: str, parent: str) -> Level:
    if name.endswith(("开发区", "工业园区", "新区")) and name != "浦东新区":
        return "zone"
    return "county" if parent in MUNICIPALITIES or parent not in PREFECTURES else "prefecture"


@cache
def regions() -> tuple[Region, ...]:
    """All known regions, provinces first."""
    found = [Region(name, "province", (name,)) for name in PREFECTURES]
    for province, cities in PREFECTURES.items():
        found += [Region(city, _level_of(city, province), (province, city)) for city in cities.split()]
    for city, counties in COUNTIES.items():
        found += [Region(name, _level_of(name, city), (HOME, city, name)) for name in counties.split()]
    return tuple(found)


def known_path(path: Path) -> bool:
    """Whether every region of the path is in the tables (zones and counties elsewhere are told by their shape only)."""
    names = {region.name for region in regions()}
    return all(name in names for name in path)


@cache
def surfaces() -> dict[str, tuple[Region, ...]]:
    """Every way to write a region, with the regions that it can mean."""
    table: dict[str, list[Region]] = {}
    for region in regions():
        table.setdefault(region.name, []).append(region)
        short = stem(region.name)
        if short != region.name and region.level != "zone":
            table.setdefault(short, []).append(region)
    return {surface: tuple(found) for surface, found in table.items()}


@cache
def _by_length() -> tuple[int, ...]:
    return tuple(sorted({len(surface) for surface in surfaces()}, reverse=True))


def _may_stand(surface: str, region: Region, above: Path) -> bool:
    """Whether this way to write the region is understood behind `above`."""
    if surface == region.name or region.level == "province":
        return True
    if len(above) > 0:
        return above[-1] in region.path
    if surface in _WORDLIKE:
        return False
    return region.level == "prefecture" or (region.level == "county" and region.name.endswith(("市", "县")))


def _choose(surface: str, above: Path) -> tuple[Path, Level] | None:
    candidates = [
        region
        for region in surfaces().get(surface, ())
        if _may_stand(surface, region, above) and (len(above) == 0 or above[-1] in region.path[:-1])
    ]
    if not candidates:
        return None
    ranks: Sequence[Level] = ("province", "prefecture", "county", "zone")
    best = min(candidates, key=lambda region: (ranks.index(region.level), HOME not in region.path))
    if not above and best.level == "county" and HOME not in best.path:
        return (best.name,), best.level
    rivals = [region for region in candidates if region.level == best.level and region.path != best.path]
    if rivals:
        shared = tuple(name for name in best.path[:-1] if all(name in rival.path for rival in rivals))
        known = tuple(name for name in shared if name in above)
        return (*known, best.name), best.level
    return best.path, best.level


def leading(text: str) -> Leading:
    """The regions that the text begins with, as far down as they go. Text is taken as folded (no white space)."""
    path: Path = ()
    level: Level | None = None
    at = 0
    while at < len(text):
        for length in _by_length():
            surface = text[at : at + length]
            chosen = _choose(surface, path) if len(surface) == length else None
            if chosen is not None:
                path, level = chosen
                at += length
                break
        else:
            break
    if level in {"prefecture", "county"}:
        zone = _ZONE.match(text, at)
        outside = _OUTSIDE_COUNTY.match(text, at) if level == "prefecture" and HOME not in path else None
        if zone is not None:
            return Leading((*path, zone.group()), zone.end(), "zone")
        if outside is not None:
            return Leading((*path, outside.group()), outside.end(), "county")
    return Leading(path, at, level)


@cache
def region_named(name: str) -> Leading:
    """The region of that name alone, such as 南京市 or 江苏省南京市鼓楼区; NOWHERE if it is none."""
    found = leading(name)
    return found if found.end == len(name) else NOWHERE
