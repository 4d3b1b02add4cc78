"""An invented Jiangsu: organizations, people, addresses. Nothing here is real but places and public bodies."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.corpus import codes
from tests.corpus.divisions import ABBREVIATIONS, CITIES, COUNTIES, Place, counties_of

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
    "方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰红梅建国志海燕文斌宇浩然梓涵子轩雨欣晨曦思远佳怡俊熙嘉懿煜城天佑晓东春林"
    "卫民学庆永康立新家良正清德胜振邦培元景行书瑶若溪亦凡沐阳知远一诺锦程承泽雅琴淑珍慧琳婉如凤仙月娥根生福来长庚"
)
_THEMES_ASSOCIATION = (
    ("职工心理关爱", "协会 促进会"),
    ("劳动关系", "研究会 协会"),
    ("技能人才发展", "促进会"),
    ("家政服务业", "协会 商会"),
    ("快递物流行业", "协会"),
    ("职业健康", "促进会 协会 学会"),
    ("人力资源服务", "协会"),
    ("女职工权益保护", "促进会"),
    ("新就业形态劳动者关爱", "促进会 联合会"),
    ("职工文化体育", "联合会 协会"),
    ("劳模工匠创新", "协会 研究会"),
    ("职业技能培训", "协会"),
    ("劳动保障法律", "研究会 学会"),
    ("餐饮与饭店业", "商会 协会"),
    ("网约配送员服务", "协会"),
    ("企业班组建设", "研究会 促进会"),
    ("退役军人就业创业", "促进会"),
    ("纺织服装", "商会 行业协会"),
    ("建筑职工安全", "协会"),
    ("社会工作者", "协会"),
    ("志愿服务", "联合会"),
    ("心理健康", "学会 协会"),
    ("安全生产管理", "协会"),
    ("养老护理员", "协会"),
)
_THEMES_CENTRE = (
    "职工服务中心",
    "社会工作服务中心",
    "职工关爱服务中心",
    "员工心理援助中心",
    "公益服务中心",
    "劳动争议调解服务中心",
    "职业技能培训中心",
    "职工法律服务中心",
    "社会工作发展中心",
    "新市民服务中心",
    "困难职工帮扶服务社",
    "职工托育服务中心",
    "骑手驿站服务中心",
    "企业员工关爱服务站",
    "工匠创新研究院",
    "职工疗休养服务中心",
    "青年职工成长服务社",
)
_SHOP = (
    "馨悦 同舟 暖阳 益路 锦程 仁和 晨曦 携手 众益 心桥 乐融 惠民 知行 家园 启明 致远 和风 春晖 百川 微光 合力 向阳 善源 恒爱 青禾 星火 "
    "安澜 亲和 源泉 明德 聚力 思齐 润心 橄榄枝 蒲公英 金种子 小桔灯"
).split()
_THEMES_FUND = (
    "职工帮扶",
    "工匠",
    "职业安全关爱",
    "劳动者权益公益",
    "同心助学",
    "仁爱济困",
    "技能成才",
    "微光公益",
)
_ROADS = "文昌 银杏 青枫 桃源 健康 人民 中山 解放 建设 学府 梅园 迎宾 长江 黄海 运河 凤凰 东风 新华 古城 望湖 金桥 科创 振兴 工农 和平".split()
_BUILDINGS = "职工服务大厦 科创园 商务中心 工人文化宫 社会组织孵化园 人才大厦 创业广场 国际广场 邻里中心 党群服务中心 便民服务中心".split()
_OLD_BUREAU, _NEW_BUREAUS = "民政局", ("行政审批局", "数据局")
_SUPERVISORS = (
    "人力资源和社会保障局",
    "总工会",
    "民政局",
    "商务局",
    "工业和信息化局",
    "住房和城乡建设局",
    "卫生健康委员会",
    "应急管理局",
    "司法局",
)
_SCOPES = (
    "开展职工心理健康宣传、咨询与危机干预服务",
    "承接政府和工会组织购买的社会服务项目",
    "组织会员单位开展业务交流、技能竞赛和培训",
    "开展困难职工帮扶、走访慰问等公益活动",
    "开展劳动法律法规宣传和劳动争议调解服务",
    "编辑内部资料，开展调查研究和咨询服务",
    "为新就业形态劳动者提供关爱服务",
    "参与行业标准制订，维护会员合法权益",
    "开展社会工作专业服务、督导与评估",
    "承办业务主管单位委托的其他事项",
)
_STREETS = "城东 城南 新城 开发区 湖滨 河西 学苑 桥北 华山 金山 东门 南苑".split()


@dataclass(frozen=True)
class Organization:
    """An applicant with everything that its papers may say of it."""

    name: str
    uscc: str
    type: str
    place: Place
    provincial: bool
    address: str
    legal_representative: str
    staff: tuple[str, ...]
    registration_authority: str
    supervisory_body: str
    capital: float
    scope: str
    founded: date
    phone: str
    brand: str

    @property
    def short(self) -> str:
        """What articles call it after the first mention."""
        for region in (
            self.place.full,
            self.place.city,
            self.place.county,
            self.place.city[:-1],
            "江苏省",
            "江苏",
        ):
            if region and self.name.startswith(region):
                return self.name[len(region) :]
        return self.name

    @property
    def sign(self) -> str:
        """The character that begins the document numbers of its city."""
        return ABBREVIATIONS[self.place.city]

    @property
    def union_name(self) -> str:
        """Its own basic union."""
        return f"{self.name}工会委员会"

    @property
    def city_union(self) -> str:
        """The prefecture's federation of unions."""
        return f"{self.place.city}总工会"

    @property
    def local_union(self) -> str:
        """The federation of its county or district, or of the city."""
        return f"{self.place.full}总工会"

    def but(self, **changes: object) -> "Organization":
        """The same with some changes."""
        return replace(self, **changes)  # pyright: ignore[reportArgumentType]


def person(rng: random.Random) -> str:
    """An invented name of two or three characters."""
    return rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, 1 if rng.random() < 0.25 else 2))


def people(rng: random.Random, count: int) -> tuple[str, ...]:
    """Different names."""
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault(person(rng))
    return tuple(found)


def address(rng: random.Random, place: Place) -> str:
    """An invented address in the place, long or short."""
    county = place.county or rng.choice(counties_of(place.city)).county
    region = rng.choice((f"{place.city}{county}", f"江苏省{place.city}{county}"))
    street = f"{rng.choice(_STREETS)}街道" if rng.random() < 0.3 else ""
    road = (
        f"{rng.choice(_ROADS)}{rng.choice(('路', '路', '大道', '街', '东路', '北路'))}{rng.randint(1, 688)}号"
    )
    house = rng.choice(
        (
            "",
            f"{rng.choice(_BUILDINGS)}{rng.randint(2, 18)}楼",
            f"{rng.randint(1, 20)}幢{rng.randint(101, 2305)}室",
            f"{rng.choice(_BUILDINGS)}{rng.choice('ABC')}座{rng.randint(301, 1912)}室",
            f"{rng.randint(2, 8)}层",
        )
    )
    return region + street + road + house


def phone(rng: random.Random) -> str:
    """A number of a form that belongs to nobody."""
    if rng.random() < 0.5:
        return f"1{rng.choice('35789')}{rng.randint(0, 9)}0000{rng.randint(0, 9999):04d}"
    return f"05{rng.randint(10, 27)}-5550{rng.randint(0, 9999):04d}"


def bureau(rng: random.Random, place: Place, provincial: bool = False) -> str:
    """Who registers social organizations there."""
    if provincial:
        return "江苏省民政厅"
    if rng.random() < 0.2:
        return place.full + rng.choice(_NEW_BUREAUS)
    return place.full + _OLD_BUREAU


def _association(rng: random.Random, place: Place, provincial: bool) -> str:
    theme, suffixes = rng.choice(_THEMES_ASSOCIATION)
    region = "江苏省" if provincial else place.full if place.county or rng.random() < 0.8 else place.city[:-1]
    return region + theme + rng.choice(suffixes.split())


def organization(
    rng: random.Random, place: Place | None = None, type_: str | None = None, provincial: bool | None = None
) -> Organization:
    """An invented organization, registered between 2008 and 2022."""
    place = place or rng.choice(CITIES + COUNTIES)
    provincial = provincial if provincial is not None else rng.random() < 0.06
    if provincial:
        place = Place("南京市", "320100")
    type_ = type_ or rng.choices(("社会团体", "民办非企业单位", "基金会"), (48, 45, 7))[0]
    if type_ == "社会团体":
        name = _association(rng, place, provincial)
    elif type_ == "基金会":
        name = f"{'江苏省' if provincial else place.city}{rng.choice(_SHOP)}{rng.choice(_THEMES_FUND)}基金会"
    else:
        region = "江苏" if provincial else rng.choice((place.full, place.full, place.city))
        name = region + rng.choice(_SHOP) + rng.choice(_THEMES_CENTRE)
    department = {"社会团体": "51", "民办非企业单位": "52", "基金会": "53"}[type_]
    staff = people(rng, rng.randint(5, 12))
    capital = {
        "社会团体": rng.choice((30000, 50000, 100000, 30000, 200000)),
        "民办非企业单位": rng.choice((30000, 50000, 100000, 200000, 300000, 500000)),
        "基金会": rng.choice((2000000, 4000000, 8000000)),
    }[type_]
    body = rng.choice(_SUPERVISORS)
    return Organization(
        name=name,
        uscc=codes.make(rng, department, "320000" if provincial else place.code),
        type=type_,
        place=place,
        provincial=provincial,
        address=address(rng, place),
        legal_representative=staff[0],
        staff=staff,
        registration_authority=bureau(rng, place, provincial),
        supervisory_body=("江苏省" if provincial else place.full) + body
        if not provincial
        else "江苏省总工会",
        capital=float(capital),
        scope="；".join(rng.sample(_SCOPES, rng.randint(2, 4))) + "。",
        founded=date(2008, 1, 10) + timedelta(days=rng.randint(0, 5200)),
        phone=phone(rng),
        brand=rng.choice(
            (
                "暖心驿站",
                "工友课堂",
                "职工心港湾",
                "匠心讲堂",
                "骑手加油站",
                "法律夜门诊",
                "四点半课堂",
                "心灵氧吧",
                "春风送岗",
            )
        ),
    )


def company(rng: random.Random, place: Place) -> str:
    """An invented company."""
    return (
        rng.choice((place.city[:-1], "江苏", place.city))
        + rng.choice(_SHOP)
        + rng.choice(
            (
                "机械制造",
                "电子科技",
                "精密部件",
                "纺织",
                "物流",
                "生物医药",
                "建设工程",
                "智能装备",
                "食品",
                "人力资源",
            )
        )
        + rng.choice(("有限公司", "股份有限公司", "有限责任公司"))
    )
