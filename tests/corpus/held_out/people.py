"""Applicants of the held-out set: societies, services and foundations of other trades, with other people and brands."""

import random

from tests.corpus.divisions import Place
from tests.corpus.world import Organization, organization

_SURNAMES = tuple("施严凌柏嵇仇臧戚葛卞宗翟费束巢眭芮盛童翁骆樊闵祁倪褚")
_GIVEN = (
    "炳南 素芬 宝林 荣生 广才 巧云 菊芳 锁庆 小虎 寿山 蓓蓓 爱莲 怀谷 玲娣 九龄 立群 亚男 仲元 海棠 兆祥 "
    "洁 骏 峥 颖 毅 茜 晖 岚 雯 凯 彬 静怡 若愚 一鸣 望舒 可欣 允中 楚楚 奕辰 天骄"
).split()
_TRADES = (
    ("船舶修造业", "协会"),
    ("网络主播从业者", "联合会"),
    ("环卫保洁行业", "协会"),
    ("货车司机互助", "协会"),
    ("物业服务", "协会 商会"),
    ("电梯维保技能人才", "促进会"),
    ("女性创业就业", "促进会"),
    ("数字经济劳动关系", "研究会"),
    ("机关企事业文体", "协会"),
    ("丝绸与家纺行业", "商会"),
    ("水产养殖从业者", "协会"),
    ("职业病防治", "学会"),
    ("化工园区安全", "联合会"),
    ("外卖配送从业人员", "协会"),
    ("集成电路产业人才", "协会"),
    ("法律援助志愿者", "协会"),
    ("产业工人队伍建设", "研究会"),
    ("离退休职工", "联谊会"),
)
_SHOPS = (
    "邻里芳 三叶草 拾光 沐林 同心桥 小桥 常青藤 半亩田 稻草人 灯塔 行知 亲仁 大运河 云帆 合美 柚子 彩虹桥 瑞禾 正言 爱德声 长三角 "
    "水乡 石榴红 七彩 初心 木棉 格桑 未来家"
).split()
_SERVICES = (
    "工友之家服务中心",
    "社工事务所",
    "劳动关系协调指导中心",
    "健康促进中心",
    "公益发展中心",
    "职业发展指导中心",
    "户外劳动者服务站",
    "职工学堂",
    "心理咨询服务社",
    "法律咨询服务中心",
    "托育服务中心",
    "文化体育服务中心",
    "就业援助服务中心",
    "家庭服务指导中心",
    "社会组织培育中心",
)
_FUNDS = ("工友关爱", "职工大病救助", "产业工人发展", "劳模关爱", "骑手关爱", "职工子女助学")
_BRANDS = (
    "红马甲小站",
    "周末半日学",
    "码头夜话",
    "老班长调解室",
    "清凉加油包",
    "指尖课堂",
    "阿姨学堂",
    "安全啄木鸟",
    "小候鸟夏令营",
    "晚八点倾听热线",
    "匠人巴士",
    "一杯热茶",
)
_AIMS = (
    "为从业者提供政策咨询、权益维护和法律援助",
    "举办岗位练兵、技能比武和职业素养讲座",
    "受托开展社会调查、绩效评价和行业统计",
    "开展职工文体、联谊和子女暑托服务",
    "建设并运营户外劳动者驿站",
    "编印会刊，推广先进经验",
    "资助困难从业者的医疗、助学和生活",
    "开展安全生产与职业病预防宣传",
    "提供个案辅导、小组和社区服务",
    "开展行业自律，协调会员关系",
    "组织公益捐赠和志愿服务活动",
)
_ROADS = "虹桥 崇文 南门 大桥 学士 钟楼 通济 宝带 青年 濠河 水街 玉兰 双龙 太平 北寺 五洲 港城 云台 龙川 翔宇".split()
_SITES = (
    "邻里活动中心 双创中心 服务业集聚区 职工之家 青年公寓 老厂房文创园 社区综合服务楼 公共服务中心".split()
)


def _person(rng: random.Random) -> str:
    return rng.choice(_SURNAMES) + rng.choice(_GIVEN)


def _address(rng: random.Random, place: Place) -> str:
    region = rng.choice(("江苏省", "")) + place.city + place.county
    road = f"{rng.choice(_ROADS)}{rng.choice(('路', '中路', '西路', '巷', '大街'))}{rng.randint(2, 399)}{rng.choice(('号', '号', '-1号', '之2号'))}"
    room = rng.choice(
        (
            "",
            f"{rng.choice(_SITES)}{rng.randint(1, 4)}号楼{rng.randint(101, 612)}",
            f"{rng.choice(_SITES)}{rng.choice('东西南北')}侧{rng.randint(2, 4)}楼",
            f"{rng.randint(1, 9)}栋{rng.randint(1, 3)}单元{rng.randint(101, 903)}室",
        )
    )
    return region + road + room


def _name(rng: random.Random, org: Organization) -> str:
    region = "江苏省" if org.provincial else org.place.full
    if org.type == "社会团体":
        trade, suffixes = rng.choice(_TRADES)
        return region + trade + rng.choice(suffixes.split())
    if org.type == "基金会":
        return region + rng.choice(_SHOPS) + rng.choice(_FUNDS) + "基金会"
    return (
        rng.choice((region, org.place.full if not org.provincial else "江苏"))
        + rng.choice(_SHOPS)
        + rng.choice(_SERVICES)
    )


def applicant(rng: random.Random, type_: str | None = None) -> Organization:
    """An invented organization."""
    org = organization(rng, type_=type_)
    staff = tuple(dict.fromkeys(_person(rng) for _ in range(rng.randint(8, 14))))
    body = rng.choice(
        (
            "总工会",
            "人力资源和社会保障局",
            "妇女联合会",
            "工商业联合会",
            "科学技术协会",
            "交通运输局",
            "民政局",
        )
    )
    return org.but(
        name=_name(rng, org),
        staff=staff,
        legal_representative=staff[0],
        address=_address(rng, org.place),
        brand=rng.choice(_BRANDS),
        scope="；".join(rng.sample(_AIMS, rng.randint(2, 4))) + "。",
        supervisory_body=("江苏省" if org.provincial else org.place.full) + body,
    )
