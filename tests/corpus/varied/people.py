"""Applicants, people and bodies of the varied set: other forms of names, addresses and authorities."""

import random
from datetime import date, timedelta

from tests.corpus import codes
from tests.corpus.divisions import CITIES, COUNTIES, Place, city_of, counties_of
from tests.corpus.world import Organization

_SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
_DOUBLE = ("欧阳", "司马", "诸葛", "上官", "尉迟", "皇甫")
_MALE = (
    "国强",
    "建国",
    "志刚",
    "宏伟",
    "永贵",
    "学文",
    "正东",
    "力",
    "峰",
    "凯",
    "一鸣",
    "少华",
    "金龙",
    "宝林",
    "春雷",
    "大勇",
    "浩",
    "泽宇",
    "俊杰",
    "云飞",
)
_FEMALE = (
    "红",
    "秀兰",
    "桂芳",
    "晓燕",
    "海霞",
    "梦洁",
    "婷",
    "佳琪",
    "美娟",
    "丽萍",
    "月华",
    "雯",
    "莉莉",
    "诗涵",
    "爱珍",
    "素芬",
    "春花",
    "琳",
    "玉梅",
    "静怡",
)

_ASSOCIATIONS = (
    "企业社会责任促进会", "职工技术协会", "劳动模范协会", "家庭服务业协会", "道路运输行业协会", "保安服务行业协会", "物业管理协会", "烹饪协会",
    "职业经理人协会", "女企业家协会", "工艺美术行业协会", "职工读书协会", "外来务工人员服务协会", "电动车行业协会", "快递协会", "律师协会", "平安志愿者协会",
    "美容美发行业协会", "焊接技师协会", "蓝领人才促进会", "集体协商指导员协会", "环卫工人关爱协会", "货车司机之家联合会", "钢铁行业商会", "婚姻家庭咨询师协会",
)  # fmt: skip
_CENTRES = (
    "社会服务中心", "社会工作服务社", "志愿服务中心", "职工维权服务中心", "公益发展中心", "心理健康服务中心", "社工事务所", "职业培训学校", "养老服务中心",
    "青少年成长中心", "人才服务中心", "法律援助工作站", "公益服务社", "社区发展促进中心", "技能提升服务中心", "家庭教育指导中心", "幼儿园", "职工文化交流中心",
)  # fmt: skip
_SHOPS = (
    "红心", "爱之翼", "大家", "仁爱", "阳光里", "希望", "工会人", "彩虹桥", "乐助", "新起点", "三六五", "幸福家", "老娘舅", "绿叶", "海燕", "同心圆",
    "天天向上", "鼎和", "联心", "一米阳光", "诚信达", "蓝天", "博爱", "手牵手", "艾康", "正能量", "康乐", "益起来", "雨花石", "伴你行",
)  # fmt: skip
_FUNDS = ("慈善", "职工互助", "见义勇为", "教育发展", "残疾人福利", "大病救助", "工会帮困")
_TOWNS = "江溪 五星 千灯 盛泽 华西 湖塘 奔牛 周庄 洛社 黄桥 双沟 高作 石桥 安丰 沙沟 大丰 汤沟 巴城 花桥 梅村".split()
_ROADS = "锡沪 劳动 青年 淮海 太湖 北京 江海 通江 五四 友谊 钟楼 老浮桥 沿湖 花园 龙城 关河 世纪 翠屏 将军 双龙".split()
_SUPERVISORS = (
    "总工会", "教育局", "科学技术协会", "妇女联合会", "交通运输局", "市场监督管理局", "残疾人联合会", "共青团{}委员会", "社会工作部", "工商业联合会", "退役军人事务局",
)  # fmt: skip
_SCOPES = (
    "社会工作、志愿服务、职工帮扶、心理疏导",
    "行业调研、信息交流、业务培训、咨询服务、承办委托事项",
    "宣传法律法规，反映会员诉求，协调劳动关系，开展技术交流",
    "公益慈善、助学助困、法律咨询（不含律师事务所业务）",
    "初级职业技能培训：家政服务员、养老护理员、育婴员（凭许可证经营）",
    "（一）开展理论研究；（二）组织职工文体活动；（三）提供政策咨询；（四）承接政府职能转移和购买服务项目。",
    "开展社区服务；为企业职工及家属提供关爱服务；组织公益活动；课题研究；项目策划、督导、评估。",
)


def person(rng: random.Random) -> str:
    """An invented name, now and then with a double surname."""
    given = rng.choice(_MALE + _FEMALE)
    return (rng.choice(_DOUBLE) if rng.random() < 0.04 else rng.choice(_SURNAMES)) + given


def people(rng: random.Random, count: int) -> tuple[str, ...]:
    """Different names."""
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault(person(rng))
    return tuple(found)


def address(rng: random.Random, place: Place) -> str:
    """An invented address in one of the forms that are less regular."""
    county = place.county or rng.choice(counties_of(place.city)).county
    city = rng.choice((place.city, place.city[:-1] + "市", place.city))
    region = county if county.endswith(("市", "县")) and rng.random() < 0.5 else city + county
    number = rng.randint(1, 320)
    return region + rng.choice(
        (
            f"{rng.choice(_TOWNS)}镇{rng.choice(_ROADS)}路{number}号",
            f"{rng.choice(_ROADS)}路{number}-{rng.randint(1, 20)}号",
            f"{rng.choice(_TOWNS)}街道{rng.choice(_ROADS)}社区{rng.choice(_ROADS)}新村{number}号综合楼{rng.randint(2, 5)}楼{rng.randint(201, 512)}",
            f"{rng.choice(_ROADS)}路{number}号{rng.choice(_TOWNS)}大厦A幢{rng.randint(3, 22)}F",
            f"{rng.choice(_ROADS)}巷{rng.randint(1, 40)}号",
            f"{rng.choice(_TOWNS)}镇工业集中区{rng.choice(_ROADS)}路西侧",
            f"{rng.choice(_ROADS)}南路{number}号（市工人文化宫内）",
        )
    )


def phone(rng: random.Random) -> str:
    """A number of a form that belongs to nobody."""
    return rng.choice(
        (
            f"025-5555{rng.randint(0, 9999):04d}",
            f"1{rng.choice('358')}5 0000 {rng.randint(0, 9999):04d}",
            f"(0510)5555{rng.randint(0, 9999):04d}",
        )
    )


def company(rng: random.Random, place: Place) -> str:
    """An invented company or public institution."""
    region = rng.choice((place.city[:-1], f"{place.city[:-1]}市", "江苏", place.county or "江苏"))
    return (
        region
        + rng.choice(_SHOPS)
        + rng.choice(
            (
                "新能源科技有限公司",
                "供应链管理有限公司",
                "轴承制造集团有限公司",
                "汽车零部件（中国）有限公司",
                "餐饮管理有限公司",
                "纺织印染厂",
                "环境卫生管理所",
                "商贸有限责任公司",
                "律师事务所",
                "文化传媒有限公司",
            )
        )
    )


def _supervisor(rng: random.Random, region: str) -> str:
    word = rng.choice(_SUPERVISORS)
    if "{}" in word:
        return word.format(region)
    return f"中共{region}委{word}" if word == "社会工作部" else region + word


def bureau(rng: random.Random, place: Place) -> str:
    """Who registers social organizations there."""
    return place.full + rng.choice(("民政局", "民政局", "民政局", "行政审批局", "数据局"))


def applicant(rng: random.Random, type_: str | None = None) -> Organization:
    """An invented organization; names keep the region in front, in brackets behind, a town in it, or a shop name first."""
    place = rng.choice(COUNTIES if rng.random() < 0.6 else CITIES)
    type_ = type_ or rng.choices(("社会团体", "民办非企业单位", "基金会"), (46, 46, 8))[0]
    provincial = rng.random() < 0.05
    if provincial:
        place = city_of("南京市")
    region = "江苏省" if provincial else place.full
    if type_ == "社会团体":
        name = region + rng.choice(_ASSOCIATIONS)
    elif type_ == "基金会":
        name = (region if rng.random() < 0.6 else "江苏" + rng.choice(_SHOPS)) + rng.choice(_FUNDS) + "基金会"
    else:
        town = (
            f"{rng.choice(_TOWNS)}{rng.choice(('镇', '街道'))}"
            if place.county and rng.random() < 0.35
            else ""
        )
        name = region + town + rng.choice(_SHOPS) + rng.choice(_CENTRES)
    staff = people(rng, rng.randint(4, 11))
    return Organization(
        name=name,
        uscc=codes.make(
            rng,
            {"社会团体": "51", "民办非企业单位": "52", "基金会": "53"}[type_],
            "320000" if provincial else place.code,
        ),
        type=type_,
        place=place,
        provincial=provincial,
        address=address(rng, place),
        legal_representative=staff[0],
        staff=staff,
        registration_authority="江苏省民政厅" if provincial else bureau(rng, place),
        supervisory_body=_supervisor(rng, region),
        capital=float(
            {
                "社会团体": rng.choice((30000, 31000, 60000, 100000)),
                "民办非企业单位": rng.choice((10000, 30000, 51000, 150000, 1000000)),
                "基金会": rng.choice((2000000, 2100000, 10000000)),
            }[type_]
        ),
        scope=rng.choice(_SCOPES),
        founded=date(2001, 3, 1) + timedelta(days=rng.randint(0, 7800)),
        phone=phone(rng),
        brand=rng.choice(
            (
                "工惠家",
                "“益”路同行",
                "娘舅调解室",
                "蓝领夜校",
                "小哥食堂",
                "爱心暑托班",
                "健康直通车",
                "工友之声",
                "流动书屋",
                "午间一小时",
            )
        ),
    )
