"""Public bodies by level, the honours that they give, and news outlets by level."""

import random
from dataclasses import dataclass

from tests.corpus.divisions import ABBREVIATIONS, COUNTIES, Place, counties_of
from tests.corpus.world import company

NATIONAL = (
    ("中华全国总工会", "总工发"),
    ("中华人民共和国民政部", "民发"),
    ("人力资源社会保障部", "人社部发"),
    ("全国总工会", "总工发"),
)
PROVINCIAL = (
    ("江苏省总工会", "苏工发"), ("江苏省民政厅", "苏民发"), ("江苏省人民政府", "苏政发"), ("共青团江苏省委员会", "苏团发"),
    ("江苏省人力资源和社会保障厅", "苏人社发"), ("江苏省妇女联合会", "苏妇发"), ("江苏省教育科技工会", "苏教科工"),
)  # fmt: skip
_LOCAL = (
    ("总工会", "工发"), ("总工会", "工"), ("民政局", "民发"), ("人民政府", "政发"), ("人力资源和社会保障局", "人社发"), ("精神文明建设指导委员会", "文明委"),
    ("妇女联合会", "妇发"), ("社会组织工作领导小组", "社组发"),
)  # fmt: skip

NATIONAL_OUTLETS = (
    "工人日报",
    "人民日报",
    "光明日报",
    "经济日报",
    "中国青年报",
    "人民网",
    "新华网",
    "中工网",
    "中国新闻网",
    "央广网",
)
PROVINCIAL_OUTLETS = (
    "新华日报",
    "扬子晚报",
    "现代快报",
    "江苏工人报",
    "江苏经济报",
    "江苏法治报",
    "中国江苏网",
    "江南时报",
    "交汇点新闻",
    "荔枝新闻",
)
CITY_OUTLETS = {
    "南京市": ("南京日报", "金陵晚报", "南京晨报"), "无锡市": ("无锡日报",), "徐州市": ("徐州日报", "彭城晚报"), "常州市": ("常州日报",),
    "苏州市": ("苏州日报", "姑苏晚报"), "南通市": ("南通日报", "江海晚报"), "连云港市": ("连云港日报",), "淮安市": ("淮安日报",),
    "盐城市": ("盐阜大众报", "盐城晚报"), "扬州市": ("扬州日报", "扬州晚报"), "镇江市": ("镇江日报", "京江晚报"),
    "泰州市": ("泰州日报", "泰州晚报"), "宿迁市": ("宿迁日报", "宿迁晚报"),
}  # fmt: skip
COUNTY_OUTLETS = (
    "江阴日报",
    "邳州日报",
    "武进日报",
    "太仓日报",
    "启东日报",
    "东台日报",
    "靖江日报",
    "张家港日报",
    "常熟日报",
    "吴江日报",
    "昆山日报",
)
UNLISTED_OUTLETS = (
    "江淮资讯网",
    "东南热线网",
    "苏企在线",
    "长三角商业观察",
    "大江消费网",
    "华东产经网",
    "幸福生活圈",
)

LEVELS = ("national", "provincial", "prefecture", "county", "other")


@dataclass(frozen=True)
class Body:
    """An issuer: name, level, the beginning of its document numbers."""

    name: str
    level: str
    sign: str


def issuer(
    rng: random.Random, place: Place, level: str, *, county_city: bool = False, union: bool = False
) -> Body:
    """A body of the level, in the place's city. `county_city` makes a county-level body one of a county-level city."""
    if level == "national":
        name, sign = rng.choice(NATIONAL[:1] if union else NATIONAL)
        return Body(name, level, sign)
    if level == "provincial":
        name, sign = rng.choice(PROVINCIAL[:1] if union else PROVINCIAL)
        return Body(name, level, sign)
    department, sign = rng.choice(_LOCAL[:1] if union else _LOCAL)
    if level == "prefecture":
        return Body(place.city + department, level, ABBREVIATIONS[place.city] + sign)
    if level == "county":
        counties = [place] if place.county else list(counties_of(place.city))
        if county_city:
            counties = [one for one in counties_of(place.city) if one.is_county_city] or [
                one for one in COUNTIES if one.is_county_city
            ]
        county = rng.choice(counties)
        return Body(county.full + department, level, county.county[:1] + sign)
    name = rng.choice(
        (
            f"{place.city}社会组织联合会",
            f"{company(rng, place)}工会委员会",
            f"{place.city}企业联合会",
            f"{company(rng, place)}",
            "江苏省社会组织促进会",
        )
    )
    return Body(name, "other", "联发")


HONOURS = {
    "national": (
        "全国先进社会组织",
        "全国工人先锋号",
        "全国五一劳动奖状",
        "全国工会职工书屋示范点",
        "全国模范职工之家",
    ),
    "provincial": (
        "江苏省五一劳动奖状",
        "江苏省工人先锋号",
        "江苏省示范性社会组织",
        "江苏省模范职工之家",
        "全省工会工作先进集体",
        "江苏省优秀志愿服务组织",
    ),
    "prefecture": (
        "{city}五一劳动奖状",
        "{city}工人先锋号",
        "{city}优秀社会组织",
        "{city}模范职工之家",
        "{city}先进社会组织",
        "全市服务职工先进集体",
        "金牌协调劳动关系社会组织",
    ),
    "county": ("先进社会组织", "服务职工优秀集体", "工人先锋号", "优秀社会组织", "模范职工之家"),
    "other": ("先进会员单位", "年度优秀合作伙伴", "优秀社会组织", "公益贡献奖", "先进单位"),
}
PERSONAL_HONOURS = {
    "national": ("全国五一劳动奖章", "全国优秀工会工作者"),
    "provincial": ("江苏省五一劳动奖章", "江苏省优秀工会工作者"),
    "prefecture": ("{city}五一劳动奖章", "{city}优秀社会工作者", "全市优秀工会积极分子"),
    "county": ("优秀工会积极分子", "最美社工"),
    "other": ("优秀志愿者", "先进个人"),
}


def outlet(rng: random.Random, place: Place, level: str) -> str:
    """A news outlet of the level; `other` gives one that no list knows."""
    return rng.choice(
        {
            "national": NATIONAL_OUTLETS,
            "provincial": PROVINCIAL_OUTLETS,
            "prefecture": CITY_OUTLETS[place.city],
            "county": COUNTY_OUTLETS,
            "other": UNLISTED_OUTLETS,
        }[level]
    )
