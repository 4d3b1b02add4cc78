"""Issuers, honours and outlets of the varied set."""

import random
from dataclasses import dataclass

from tests.corpus.divisions import ABBREVIATIONS, COUNTIES, Place, counties_of
from tests.corpus.varied.people import company

LEVELS = ("national", "provincial", "prefecture", "county", "other")


@dataclass(frozen=True)
class Issuer:
    """Who gives an honour: name, level, beginning of document numbers."""

    name: str
    level: str
    sign: str


_NATIONAL = (
    ("中华全国总工会", "总工发"),
    ("民政部", "民发"),
    ("人力资源和社会保障部", "人社部发"),
    ("中华全国妇女联合会", "妇字"),
    ("国家卫生健康委员会", "国卫发"),
)
_PROVINCIAL = (
    ("江苏省总工会", "苏工发"), ("江苏省民政厅", "苏民社管"), ("江苏省财贸轻纺工会委员会", "苏财贸轻纺工"), ("江苏省精神文明建设指导委员会办公室", "苏文明办"),
    ("中共江苏省委社会工作部", "苏社工"), ("江苏省司法厅", "苏司通"), ("江苏省残疾人联合会", "苏残发"), ("江苏省机械冶金石化工会", "苏机冶石工"),
)  # fmt: skip
_LOCAL = (
    ("{}总工会", "总工发"),
    ("{}总工会", "工发"),
    ("{}民政局", "民发"),
    ("中共{}委宣传部", "宣发"),
    ("{}妇女联合会", "妇"),
    ("共青团{}委员会", "团发"),
    ("{}司法局", "司发"),
    ("{}志愿服务工作委员会", "志"),
)
_OTHER = (
    "苏州工业园区总工会",
    "{city}慈善总会",
    "{city}社会工作协会",
    "{company}工会",
    "江苏省职工服务社会组织联合会",
    "江苏理工职业学院工会委员会",
    "{city}经济技术开发区总工会",
)

HONOURS = {
    "national": (
        "全国五一劳动奖状",
        "全国工人先锋号",
        "全国优秀社会组织",
        "全国巾帼文明岗",
        "全国职工教育培训优秀示范点",
        "全国最美职工之家",
    ),
    "provincial": (
        "江苏省五一劳动奖状",
        "江苏省工人先锋号",
        "江苏省百佳社会组织",
        "省级职工之家建设示范单位",
        "江苏省学雷锋活动示范点",
        "全省职工互助保障工作先进单位",
        "江苏省最佳志愿服务组织",
    ),
    "prefecture": (
        "{city}五一劳动奖状",
        "{city}工人先锋号",
        "{city}十佳社会组织",
        "{city}工会系统先进集体",
        "{city}文明单位",
        "全市职工服务品牌示范单位",
        "{city}三八红旗集体",
        "最具影响力社会组织",
    ),
    "county": (
        "五一劳动奖状",
        "十佳公益组织",
        "先进基层工会",
        "五四红旗团支部",
        "服务职工突出贡献单位",
        "社会治理创新奖",
    ),
    "other": ("战略合作伙伴奖", "优秀理事单位", "爱心单位", "特别贡献奖", "公益服务优秀团队"),
}
PERSONAL = {
    "national": ("全国五一劳动奖章", "全国优秀工会之友"),
    "provincial": ("江苏省五一劳动奖章", "江苏工匠", "江苏省优秀工会积极分子"),
    "prefecture": ("{city}五一劳动奖章", "{city}劳动模范", "{city}十大杰出青年", "{city}工匠"),
    "county": ("优秀工会干部", "道德模范", "五一创新能手"),
    "other": ("优秀讲师", "年度志愿者之星"),
}

_OUTLETS = {
    "national": ("工人日报", "人民日报", "法治日报", "经济日报", "央视网", "新华社客户端", "中国社会报"),
    "provincial": ("江苏工人报", "新华日报", "扬子晚报", "现代快报", "江南时报", "江苏法治报", "荔枝网"),
    "county": ("江阴日报", "昆山日报", "张家港日报", "常熟日报", "宜兴日报", "太仓日报"),
    "other": ("百姓生活网", "沪宁创业圈", "江南创客周刊", "职场微观察", "益闻速递"),
}
_CITY_OUTLETS = {
    "南京市": ("南京日报", "金陵晚报"), "无锡市": ("无锡日报", "江南晚报"), "徐州市": ("徐州日报", "都市晨报"), "常州市": ("常州日报", "常州晚报"),
    "苏州市": ("苏州日报", "姑苏晚报"), "南通市": ("南通日报", "江海晚报"), "连云港市": ("连云港日报", "苍梧晚报"), "淮安市": ("淮安日报", "淮海晚报"),
    "盐城市": ("盐阜大众报", "盐城晚报"), "扬州市": ("扬州日报", "扬州晚报"), "镇江市": ("镇江日报", "京江晚报"), "泰州市": ("泰州日报", "泰州晚报"),
    "宿迁市": ("宿迁日报", "宿迁晚报"),
}  # fmt: skip


def issuer(rng: random.Random, place: Place, level: str) -> Issuer:
    """An issuer of the level; counties are county-level cities in half of the cases."""
    if level in ("national", "provincial"):
        return Issuer(
            (pair := rng.choice(_NATIONAL if level == "national" else _PROVINCIAL))[0], level, pair[1]
        )
    if level == "other":
        name = rng.choice(_OTHER).format(city=place.city, company=company(rng, place))
        return Issuer(name, level, f"{place.city[0]}会")
    form, sign = rng.choice(_LOCAL)
    if level == "prefecture":
        return Issuer(form.format(place.city), level, ABBREVIATIONS[place.city] + sign)
    cities = [one for one in COUNTIES if one.is_county_city]
    county = place if place.county else rng.choice(cities if rng.random() < 0.5 else counties_of(place.city))
    return Issuer(form.format(county.full), level, county.county[0] + sign)


def outlet(rng: random.Random, place: Place, level: str) -> str:
    """An outlet of the level."""
    return rng.choice(_CITY_OUTLETS[place.city] if level == "prefecture" else _OUTLETS[level])
