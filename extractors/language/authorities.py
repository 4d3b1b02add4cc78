"""How high an authority stands, by the structure of its name: region and body (南京市 | 总工会)."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from dossier.name_parts import fold_name, mended_leading
from dossier.regions import HOME, Leading, leading
from extractors.language.gazetteer import Names, table

LevelValue = Literal["national", "provincial", "prefecture", "county", "other"]
RANKS: tuple[LevelValue, ...] = ("other", "county", "prefecture", "provincial", "national")


@dataclass(frozen=True, slots=True)
class Level:
    """A level, whether it is certain, and why (in Chinese). `other` is none of the four.

    `region` is the full name of the region that it rests on. What isn't known is `other` and not certain:
    nothing is guessed upward.
    """

    value: LevelValue
    certain: bool
    reason: str
    region: str | None = None


_BY_REGION: dict[str, LevelValue] = {
    "province": "provincial",
    "prefecture": "prefecture",
    "county": "county",
    "zone": "other",
}

_SECTOR = (
    "教育|科技|科学|教科文卫体|教科文卫|教科|文教|文化|体育|旅游|卫生健康|卫生|医务|医药|财贸|财政|轻纺|轻工|纺织|服装|机械|冶金|机冶|石化|化工|石油|"
    "建材|建设|建筑|城建|住建|交通运输|交通|运输|公路|港口|海员|航运|农林水利|农林水|农林|农业|水利|林业|气象|电力|能源|燃气|邮电|邮政|通信|电信|电子|信息|金融|"
    "国防科工|国防|军工|地质|煤炭|矿业|铁路|民航|烟草|商贸|商业|供销|粮食|环保|环卫|园林|广电|公安|司法|税务|工商|市场监管|物流|快递|货运|餐饮|"
    "家政|保安|新业态|新就业形态|网约车|互联网|直属机关|省级机关|市级机关|区级机关|县级机关|级机关|机关|国资|行业|产业|系统|公用|服务业|工业|和|与|、|社会组织|两新组织"
)
_INDUSTRY_UNION = re.compile(
    rf"(?:{_SECTOR})+(?:工会|工会联合会|工会工作委员会|工会委员会|联合工会|系统工会)$"
)
_UNION = re.compile(r"(?:工会|工会联合会|工会委员会|工会工作委员会|工会小组|联合工会)$")
_STEERING = re.compile(r"[\u4e00-\u9fff]{2,16}(?:领导小组|联席会议|指挥部|协调小组)(?:办公室)?$")
"""Bodies in which party and government departments of a region sit together."""
_UNION_DEPARTMENT = re.compile(r"总工会(?P<rest>[\u4e00-\u9fff]{2,12}(?:部|室|处|办公室|办|委员会))$")
_NATIONAL_UNION = re.compile(r"(?:中国|中华全国)[\u4e00-\u9fff]{2,12}工会(?:全国委员会)?$")
_BELOW = re.compile(
    r"公司|集团|工厂|厂(?:工会|$)|学校|大学|学院|中学|小学|幼儿园|医院|银行|酒店|宾馆|商场|超市|中心|研究院|研究所|设计院|街道|[镇乡](?:总?工会|政府|人民政府|委|党委|$)|社区|[\u4e00-\u9fff]村(?:委|工会|$)|"
    r"协会|学会|研究会|促进会|商会|联谊会|基金会|校友会|同乡会|公会|联盟|俱乐部|事务所|服务社|工作室|报社|电视台|出版社|杂志社|企业|合作社|志愿服务队|组委会|筹委会|评委会|联合会|总会"
)
_ZONE = re.compile(r"开发区|工业园|高新区|经开区|园区|新区|保税区|度假区|示范区")
_INNER = re.compile(
    r"(?:社会组织管理局|社会组织管理处|社会组织执法[\u4e00-\u9fff]{0,4}|社会组织党[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{2,10}(?:处|科|办公室|室|委员会)|办公室|办公厅|机关党委|党组|党委)$"
)
_BARE = re.compile(r"(?P<unit>省|市|区|县)(?P<body>.+)$")
STATE_OFFICE = re.compile(
    r"国家税务总局|国家统计局|中国人民银行|国家金融监督管理总局|国家消防救援局|中国证券监督管理委员会"
)
"""Central offices whose local ones bear their name before the region's."""
_PARTY_PREFIX = re.compile(
    r"^(?:中国共产党|中国共产主义青年团|中国人民政治协商会议|中国国民党革命委员会|中共|共青团|政协|民革|民盟|民建|民进|农工党|致公党|九三学社|团)"
)
_PARTIES = frozenset({"民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "中国国民党革命委员会"})
_MARKS = re.compile(
    r"^(?:授予|颁发|发证|颁证|表彰|主办|印发|批准|登记|评估)?(?:单位|机关|部门)[:：]|\([^()]*\)|(?:联合)?(?:颁发|授予|表彰|印发|主办|盖章|公章|印章|章|印)$|^(?:由|经)|"
    r"(?:二[〇○零O0].{1,8}年|(?:19|20)[0-9]{2}[年.-]).*$"
)


@cache
def national() -> dict[str, dict[str, str]]:
    """The national and provincial bodies that are known by name."""
    return {fold_name(row["name"]): row for row in table("authorities")}


@cache
def departments() -> dict[str, str]:
    """What stands behind a region in the name of an authority, with its class."""
    return {fold_name(row["name"]): row["class"] for row in table("departments")}


@cache
def _department_names() -> Names:
    return Names(name for name in departments() if len(name) > 1)


def _named(name: str) -> Level | None:
    row = national().get(name)
    if row is None and name.startswith("中华人民共和国"):
        row = national().get(name.removeprefix("中华人民共和国"))
    if row is None and name.endswith("全国委员会"):
        row = national().get(name.removesuffix("全国委员会"))
    if row is not None:
        value: LevelValue = "provincial" if row["level"] == "provincial" else "national"
        return Level(value, True, f"名录中的{'全国性' if value == 'national' else '省级'}机构")
    if _NATIONAL_UNION.fullmatch(name) and not _BELOW.search(name):
        return Level("national", False, "名称形如全国产业工会，名录中未列")
    return None


def _national_department(name: str) -> Level | None:
    """A department of a national body (民政部社会组织服务中心 is none, 全国总工会社会联络部 is one)."""
    for length in range(len(name) - 2, 1, -1):
        if name[:length] in national() and re.fullmatch(
            r"[\u4e00-\u9fff]{0,12}(?:部|司|局|室|办公厅|办公室|委员会)", name[length:]
        ):
            if leading(name[length:]).path:
                return None
            return replace(_named(name[:length]) or _UNKNOWN, reason=f"{name[:length]}的内设机构")
    if re.fullmatch(
        r"(?:国务院|中央)[\u4e00-\u9fff]{2,20}(?:部|委员会|办公室|领导小组|联席会议)", name
    ) and not _BELOW.search(name):
        return Level("national", True, "国务院、中央的机构")
    return None


_UNKNOWN = Level("other", False, "未能识别其层级")
_ASSOCIATION = Level("other", True, "协会、企业、学校、街道等，不属于四级中的任何一级")


def department_of(body: str) -> tuple[str, str] | None:
    """The department that the body is, and its class; an inner division behind it is passed over."""
    known = departments()
    if body in known:
        return body, known[body]
    for name in _department_names().at(body, 0):
        rest = body[len(name) :]
        if name == "总工会":
            continue
        if _INNER.fullmatch(rest) and not _BELOW.search(rest):
            return name, known[name]
        if rest in known and known[name] != "union":
            return name, known[name]
    return None


def _of_region(region: Leading, body: str, prefix: str) -> Level:
    """The level of a body in a region that its name begins with."""
    place = "".join(region.path)
    value = _BY_REGION[region.level or "zone"]
    if region.level == "zone" or _ZONE.search(body):
        return Level("other", True, "开发区（园区）不属于四级中的任何一级", place)
    if prefix in _PARTIES:
        return Level(value, False, "民主党派组织，是否计入由审核人定", place)
    kind = _kind_of_body(body, prefix)
    if kind is None:
        return replace(_no_authority(body), region=place)
    if HOME not in region.path:
        return _elsewhere(region, value, place)
    certain, why = kind
    return Level(value, certain, f"{place}{_named_level(region, value)}{why}", place)


def _kind_of_body(body: str, prefix: str) -> tuple[bool, str] | None:
    """Whether a body that has its region's level is certain to, and a remark; None for one that hasn't."""
    found = department_of(body)
    if found is None and prefix and re.fullmatch(r"(?:省|市|区|县)?委(?:员会)?", body):
        found = (body, "party")
    if found is not None:
        return (False, "（群团组织，是否计入由审核人定）") if found[1] == "mass" else (True, "")
    if _STEERING.fullmatch(body) and not _BELOW.search(body):
        return True, "（议事协调机构）"
    if _UNION_DEPARTMENT.fullmatch(body):
        return True, "（总工会的内设机构）"
    return (True, "（产业工会）") if _INDUSTRY_UNION.fullmatch(body) else None


def _no_authority(body: str) -> Level:
    """Why a body in a region has not the region's level."""
    if not body:
        return Level("other", False, "只有地名，没有机构")
    if _UNION.search(body) and _BELOW.search(body):
        return Level("other", True, "企业、学校、街道、社会组织等单位的工会，不属于四级中的任何一级")
    if _UNION.search(body):
        return Level("other", False, "是工会，但未能识别是产业工会还是单位工会")
    return _ASSOCIATION if _BELOW.search(body) else Level("other", False, f"未能识别“{body}”是否机关")


def _named_level(region: Leading, value: LevelValue) -> str:
    if value == "county" and (region.name or "").endswith("市"):
        return "是县级市，不是设区市"
    return {"provincial": "为省级", "prefecture": "为设区市级", "county": "为县（区）级"}.get(value, "")


def _elsewhere(region: Leading, value: LevelValue, place: str) -> Level:
    if region.path == (region.name,) and region.level == "county":
        return Level("county", region.name in {"鼓楼区", "通州区"}, f"{place}为县（区）级", place)
    return Level(value, False, f"{place}不在江苏省，是否计入由审核人定", place)


def _bare(name: str, region: str | None) -> Level:
    """A body that names its region only as 省, 市, 区 or 县; `region` is that of the document, where it is known."""
    found = _BARE.match(name)
    if found is None:
        return _UNKNOWN
    body = found["body"]
    is_body = (
        department_of(body) is not None
        or _INDUSTRY_UNION.fullmatch(body)
        or _UNION_DEPARTMENT.fullmatch(body)
    )
    if not is_body or _BELOW.search(body):
        return _UNKNOWN if not _BELOW.search(body) else _ASSOCIATION
    if found["unit"] == "省":
        return Level("provincial", True, "省级机构（未写省名）")
    if found["unit"] in {"区", "县"}:
        return Level("county", True, "县（市、区）级机构（未写地名）")
    context = leading(fold_name(region)) if region else None
    if context is None or context.level not in {"prefecture", "county"}:
        return Level("other", False, "只写“市”，未写地名，不知是设区市还是县级市")
    if context.level == "county" and (context.name or "").endswith("市"):
        return Level("county", False, f"只写“市”，按所在的{context.name}计为县级市", "".join(context.path))
    city = next(name for name in context.path if name != HOME)
    above = leading(city)
    return Level(_BY_REGION[above.level or "zone"], True, f"只写“市”，按所在的{city}", "".join(above.path))


def plain_name(name: str) -> str:
    """The name folded, without the label before it and the seal's words, brackets and date behind it."""
    folded = fold_name(name)
    while (plain := _MARKS.sub("", folded)) != folded:
        folded = plain
    return folded


@lru_cache(maxsize=4096)
def single_level(name: str, region: str | None = None) -> Level:
    """The level of one authority. `region` is the document's, for names that say only 市."""
    folded = plain_name(name)
    if not folded:
        return _UNKNOWN
    known = _named(folded) or _national_department(folded)
    if known is not None:
        return known
    office = STATE_OFFICE.match(folded)
    local = folded[office.end() :] if office else folded
    stripped = _PARTY_PREFIX.match(local)
    prefix = stripped.group() if stripped else ""
    rest = local[len(prefix) :]
    where, mended = mended_leading(rest)
    if where.path:
        level = _of_region(where, rest[where.end :], prefix)
        return replace(level, certain=False, reason=level.reason + "（地名有形近字）") if mended else level
    bare = _bare(rest, region)
    if bare.value != "other" or bare.certain or not re.match(r"^[中全]国|^中华", folded):
        return bare if bare != _UNKNOWN or not _BELOW.search(folded) else _ASSOCIATION
    if _BELOW.search(folded):
        return Level("other", True, "全国性协会、企业等，不是国家机关")
    return _UNKNOWN
