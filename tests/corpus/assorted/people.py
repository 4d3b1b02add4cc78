"""Applicants and people of the assorted set."""

import random
from dataclasses import replace
from datetime import date, timedelta

from tests.corpus.divisions import Place
from tests.corpus.varied import people as other
from tests.corpus.world import Organization

_GIVEN = "守成 惠民 玉琴 传芳 立群 道远 云霞 克俭 秋实 树人 巧珍 万里 小满 长顺 亚男 怀瑾 阿妹 冬至 敏之 允恭 鹤鸣 彩凤".split()
_FAMILY = "柏 章 水 华 戚 喻 柳 鲍 费 岑 倪 滕 殷 罗 毕 安 乐 时 傅 皮 齐 康 伍 顾 卜 祁 米 贝 臧 计 成 茅 庞 纪 舒 屈 项 祝".split()
_SOCIETIES = (
    "女职工委员会工作研究会", "叉车与起重作业协会", "出租汽车行业协会", "制冷设备维修协会", "护工服务协会", "社会心理服务学会", "工会干部联谊会",
    "民营企业商会", "外卖骑手互助会", "家电服务业协会", "船员权益保障协会", "农民工法律援助志愿者协会", "园林花木产业协会", "医药行业职工创新协会", "公共关系与调解协会",
)  # fmt: skip
_SERVICES = (
    "社工服务中心", "公益服务支持中心", "劳动者驿站服务中心", "职工身心健康中心", "助残就业服务中心", "矛盾调处服务中心", "社会组织服务中心", "职业技术培训学校", "托育园",
    "家政人才评价中心", "社区公益发展中心", "社会创新研究院", "应急救护培训中心",
)  # fmt: skip
_NAMES = "泽润 灯塔 行知 橙心 小巷 一家亲 麦田 益众 东方启音 沐光 邻聚 厚德 工友家园 初心 四季 青松 德善 方舟 和美 七彩".split()
_CHARITIES = ("职工济难", "劳模关爱", "公益助学", "新就业群体关爱", "一线职工健康")
_BRANDS = (
    "夕阳红专车",
    "工地夜谈",
    "蓝马甲在行动",
    "小站大爱",
    "安心午托",
    "法律早市",
    "匠心传习所",
    "职工会客厅",
    "暖蜂行动",
    "周末技校",
)
_DUTIES = (
    "组织会员开展技术交流、岗位练兵和行业自律工作",
    "面向职工提供就业指导、心理援助、法律咨询",
    "承接购买服务项目，开展需求调查和项目评估",
    "开展公益讲座、文体活动及节日慰问",
    "编印行业资料，反映从业人员诉求",
)


def person(rng: random.Random) -> str:
    """An invented name."""
    return rng.choice(_FAMILY) + rng.choice(_GIVEN)


def people(rng: random.Random, count: int) -> tuple[str, ...]:
    """Different names."""
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault(person(rng))
    return tuple(found)


def company(rng: random.Random, place: Place) -> str:
    """An invented employer."""
    return f"{rng.choice((place.city, place.city[:-1], place.full))}{rng.choice(_NAMES)}" + rng.choice(
        (
            "船舶重工有限公司",
            "电缆厂",
            "酒店管理有限公司",
            "医院",
            "城市配送有限公司",
            "光伏科技股份有限公司",
            "服饰有限公司",
            "置业集团",
        )
    )


def applicant(rng: random.Random, type_: str | None = None) -> Organization:
    """An invented organization: its name, people, brand and duties are of this set."""
    found = other.applicant(rng, type_)
    region = "江苏省" if found.provincial else found.place.full
    if found.type == "社会团体":
        name = region + rng.choice(_SOCIETIES)
    elif found.type == "基金会":
        name = rng.choice((region, "江苏")) + rng.choice(_NAMES) + rng.choice(_CHARITIES) + "基金会"
    else:
        name = region + rng.choice(_NAMES) + rng.choice(_SERVICES)
    staff = people(rng, rng.randint(5, 10))
    return replace(
        found,
        name=name,
        staff=staff,
        legal_representative=staff[0],
        scope=rng.choice(("；", "、", "；")).join(rng.sample(_DUTIES, rng.randint(2, 3))),
        brand=rng.choice(_BRANDS),
        founded=date(2009, 3, 2) + timedelta(days=rng.randint(0, 4800)),
    )
