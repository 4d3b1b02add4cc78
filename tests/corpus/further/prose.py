"""Sentences of the further set: reports, steps of work, minutes."""

import random
from datetime import date, timedelta

from tests.corpus.further.people import applicant, company, person
from tests.corpus.world import Organization

_LEADS = (
    "夜里九点半，{firm}的下班铃响过，厂门外的“{brand}”还亮着灯。{org}的社工{a}把最后一杯姜茶递到装卸工手里。",
    "在日前召开的{city}职工服务工作现场会上，{other}等单位先后介绍了做法，{org}的“{brand}”项目尤其引人关注。",
    "“有难处，找{short}！”这句话在{firm}的职工群里传了两年多。{day}，记者走进{org}，看一看他们是怎么做的。",
    "{union}{day}公布一批服务职工典型案例，{org}报送的“{brand}”入选。",
)
_BODY = (
    "负责人{boss}告诉记者，去年以来共接待来访职工{m}人次，办结诉求{n}件，回访满意的占到九成六。",
    "{firm}工会主席{b}说，过去遇到纠纷要跑几个部门，现在“一个电话，两边都有人管”。",
    "{short}还与{other}、{firm}结成共建对子，场地共用、师资共享、活动同办。",
    "今年，项目又新开辟了{k}处服务点，把理发、配钥匙、量血压等{k}类小服务送进车间。",
    "据统计，该组织现有专职社工{k}人，注册志愿者{n}人，累计服务时长超过{m}小时。",
    "{union}有关负责人表示，将总结推广这一做法，让更多社会力量参与到服务职工中来。",
)
_ENDS = (
    "“职工的笑脸就是我们的成绩单。”{boss}说。",
    "窗外雨停了，驿站里的棋局才刚刚摆开。",
    "（通讯员 {a}　{b}）",
)
_GOOD = (
    "“{brand}”：一盏灯照亮回家路",
    "职工有所呼　这里有所应",
    "他们把“板凳会”开进车间",
    "{short}：小支点撬动大服务",
    "从“等上门”到“找上门”",
)
_BAD = (
    "近日，多名求职者向本报热线反映，{org}以“推荐进国企”为名收取介绍费，至今既不安排岗位，也不退还费用。",
    "记者调查发现，{short}的招聘海报盗用了{union}的标识。{union}回应称，从未授权其开展收费中介活动。",
    "{city}民政部门已对该组织立案调查，负责人{boss}承认管理混乱，表示将全额退款。",
)
_BAD_TITLES = ("“推荐进国企”竟是收费陷阱", "交了介绍费　工作没着落", "冒用工会标识收费　一社会组织被查")
_FLAT = (
    "根据安排，{city}{year}年度社会组织年报填报工作即日起开始，截止时间为6月30日。",
    "{org}等{n}家单位参加了填报辅导。系统操作手册可在网上服务大厅下载。",
    "登记机关提醒，住所、联系电话发生变化的，请一并更新。",
)
_FLAT_TITLES = ("社会组织年报填报开始", "填报辅导会举行", "这项工作6月30日截止")
FILLERS = (
    ("古镇灯会正月初一亮灯", "灯组沿河布置，全长一千二百米，夜间九点关闭。景区提醒游客错峰出行，停车可选择西侧停车场。"),
    ("秋粮收购进入高峰", "粮库开足马力，最多一天入库四百吨。种粮大户说，今年稻谷出米率高，卖价每斤比往年多出五分钱。"),
    ("地铁三号线延长段试跑", "列车首次驶过高架区间，信号、供电、通信等系统联调正常，预计年底载客运营。"),
    ("少年宫围棋班走出三段棋手", "十岁的选手在省赛中七战全胜。教练介绍，孩子每天坚持做题一小时。"),
    ("寒潮明起南下　最低零下五度", "气象台发布蓝色预警，请市民做好水管保温，老人减少外出。"),
)  # fmt: skip


def words(rng: random.Random, org: Organization, moment: date) -> dict[str, object]:
    """What the sentences are filled with."""
    earlier = moment - timedelta(days=rng.randint(1, 4))
    return {
        "org": org.name, "short": org.short, "brand": org.brand, "city": org.place.city, "boss": org.legal_representative, "year": moment.year,
        "union": rng.choice((org.city_union, org.local_union)), "firm": company(rng, org.place), "other": applicant(rng).name, "a": person(rng), "b": person(rng),
        "day": f"{earlier.month}月{earlier.day}日", "n": rng.randint(21, 190), "m": rng.randint(600, 4200), "k": rng.randint(3, 12),
    }  # fmt: skip


def article(rng: random.Random, org: Organization, moment: date, stance: str) -> tuple[str, list[str]]:
    """Title and paragraphs of a report about an organization."""
    said = words(rng, org, moment)
    if stance == "negative":
        return rng.choice(_BAD_TITLES), [one.format(**said) for one in _BAD]
    if stance == "neutral":
        return rng.choice(_FLAT_TITLES), [one.format(**said) for one in _FLAT]
    texts = [rng.choice(_LEADS), *rng.sample(_BODY, rng.randint(3, 5)), rng.choice(_ENDS)]
    return rng.choice(_GOOD).format(**said), [one.format(**said) for one in texts]


_STEPS = (
    "走访{firm}等企业{k}家，建立困难职工档案{n}份", "开办“{brand}”{k}场，参加职工{m}人次", "配合{union}处理集体争议{k}起，全部达成调解", "培训集体协商指导员{n}名",
    "举办家庭日、读书会等文体活动{k}次", "为{n}名女职工安排两癌筛查", "修订财务、档案等制度{k}项，落实专人管理", "与{other}共建实训基地{k}处", "发放慰问品{n}份，救助金按规定公示",
)  # fmt: skip
_TALKS = (
    "{union}通报上季度劳动关系运行情况", "{org}交流“{brand}”的做法和体会", "{other}介绍联合调处机制的运行", "与会同志就灵活就业人员入会展开讨论", "会议要求各单位于月底前报送典型案例",
)  # fmt: skip
_LESSONS = (
    "逐条学习《中华人民共和国工会法》修订内容", "诵读二十大报告中关于产业工人队伍建设改革的论述", "{a}结合本职谈认识：要把职工的急难愁盼放在心上", "{b}对照先进典型查摆不足", "支部负责人就廉洁从业作提醒谈话",
)  # fmt: skip


def steps(rng: random.Random, org: Organization, moment: date, count: int, kind: str = "") -> list[str]:
    """What was done, learnt or talked about, as the kind of record asks for."""
    chosen = {"study_record": _LESSONS, "meeting_record": _TALKS}.get(kind, _STEPS)
    said = words(rng, org, moment)
    return [one.format(**said) for one in rng.sample(chosen, min(count, len(chosen)))]
