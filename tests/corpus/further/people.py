"""Applicants and people of the further set: rare characters, long names, town and quarter in the name."""

import random
from dataclasses import replace
from datetime import date, timedelta

from tests.corpus.divisions import Place
from tests.corpus.varied import people as other
from tests.corpus.world import Organization

_FAMILY = "缪 芮 闵 桑 晏 卞 冷 詹 仝 亓 昝 郦 笪 眭 阮 樊 耿 解 翟 苗 牛 裴 车 嵇 荀 羊 於 左 管 谈 印 糜 景 步 仲 伊 司徒 令狐".split()
_GIVEN = "昇 垚 翀 璟 喆 玥 镕 堃 琰 淼 骞 祎 建忠 爱国 卫红 援朝 跃进 家骏 静波 小虎 美玲 文彬 雪梅 友谅 子墨 若曦 正清 阿根 银娣 兆丰 其昌 绍华 荣生 宗翰 梓涵".split()
_SOCIETIES = (
    "职工疗休养行业协会", "网络货运司机联合会", "工伤康复促进会", "机关事业单位工会工作研究会", "新业态劳动关系协会", "职工书画摄影协会", "劳动保护用品行业协会",
    "女职工创业创新联合会", "建筑装饰装修行业协会", "港口装卸行业协会", "数控技能人才协会", "企业工会主席联谊会", "外来务工人员子女关爱协会", "桥牌运动协会",
)  # fmt: skip
_SERVICES = (
    "职工互助服务社", "公益事业发展中心", "新时代工匠学院", "人民调解服务中心", "公益讲师团", "灵活就业人员服务中心", "职工健康管理中心", "夕阳美养老服务站", "社会组织培育发展中心",
    "妇女儿童发展中心", "残疾人之家", "心理咨询服务中心", "民生服务社", "职业培训学院", "志愿者服务总站",
)  # fmt: skip
_NAMES = "一二三 益加益 小蜜蜂 萤火虫 垚鑫 大爱无疆 枫桥 春泥 云帆 清音 古道热肠 向日葵 手拉手 爱在身边 惠工 匠人汇 有为 五彩石 老兵 吴韵 江海 乡音 民馨".split()
_CHARITIES = ("职工医疗互助", "工匠培育", "困境儿童", "劳模荣誉", "公益创投")
_BRANDS = (
    "工会夜市", "职工议事厅", "跑楼姐姐", "工惠e站", "午休书房", "八小时之外", "匠心课堂", "红石榴驿站", "说事板凳", "暖途大篷车",
)  # fmt: skip
_DUTIES = (
    "开展职工权益维护的宣传、咨询和服务",
    "接受委托承办技能竞赛、人才评价等活动",
    "组织慰问、救助等公益慈善活动",
    "举办培训班、讲座、沙龙",
    "开展行业调查，提出政策建议",
    "其他与宗旨相符的业务（依法须经批准的除外）",
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
    return rng.choice((place.city, place.city[:-1], "江苏")) + rng.choice(_NAMES) + rng.choice(
        ("重型机械股份有限公司", "餐饮连锁有限公司", "再生资源有限公司", "公交集团有限公司", "第二人民医院", "玻璃制品厂", "网络技术有限公司", "物业服务集团")
    )  # fmt: skip


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
    staff = people(rng, rng.randint(5, 9))
    return replace(
        found,
        name=name,
        staff=staff,
        legal_representative=staff[0],
        scope=rng.choice(("；", "，", "、")).join(rng.sample(_DUTIES, rng.randint(2, 4)))
        + rng.choice(("", "。")),
        brand=rng.choice(_BRANDS),
        founded=date(2008, 5, 12) + timedelta(days=rng.randint(0, 4900)),
    )
