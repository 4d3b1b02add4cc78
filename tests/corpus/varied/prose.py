"""Sentences of the varied set: articles, minutes, plans."""

import random
from datetime import date

from tests.corpus.varied.people import company, person
from tests.corpus.varied.pieces import before
from tests.corpus.world import Organization

_GOOD = (
    "早上七点半，{p1}像往常一样打开“{brand}”的大门，烧水、消毒、摆好血压计。{weekday}是义诊日，附近工地的工友一早就排起了队。",
    "据统计，今年前{n4}个月，{short}共为{n2}家企业送去服务{n1}场次，职工参与超过{n3}人次。",
    "“以前有了烦心事只能憋在心里。”在{company}上班的{p2}说，参加了三次团体辅导后，他睡得踏实多了。",
    "成立于{founded}年的{short}，从最初的{n4}名义工发展到如今的{n1}名骨干，服务清单也从单一的文体活动扩展到法律、心理、技能、托育四大类。",
    "{union}有关负责人介绍，通过项目化购买、清单化管理，社会组织已成为服务职工的一支生力军。",
    "眼下正值高温，{short}把“流动课堂”开进车间，利用班前十分钟讲安全、讲健康、讲权益。",
    "{p3}告诉记者，接下来将依托社区网格，再增设{n4}处服务点，打通服务职工“最后一米”。",
    "一面面锦旗、一封封感谢信，是职工给出的最好答卷。",
)
_LEADS = (
    "日前，由{org}承办的“{brand}”第{n4}期活动在{company}落幕，{n1}名一线职工到场参加。",
    "“政策讲得明明白白，流程一看就懂！”{md}，{org}的志愿者把政策汇编送到职工手中，赢得点赞。",
    "本报{city}讯 {org}扎根基层、贴近职工，打造“{brand}”品牌，走出了一条专业化服务之路。",
)
_BAD = (
    "“说好的免费培训，怎么变成了分期贷款？”{md}，职工{p2}向本报热线反映，他在{org}报名后被要求签下8800元的协议。",
    "记者调查发现，与{p2}有相同遭遇的职工不在少数。在{short}的服务场所内，工作人员承认存在“先交费、后返还”的做法。",
    "对此，{city}民政部门回应称，{short}的行为已超出业务范围，目前已约谈其负责人并责令整改，相关违规线索移交处理。",
    "律师{p1}提醒，消费者遇到虚假宣传、乱收费，应保存证据并及时投诉。",
)
_FLAT = (
    "记者从{city}民政部门获悉，{year}年度社会组织年报工作将于下月启动。{org}等{n1}家社会组织参加了填报培训。",
    "据介绍，本次填报新增党建信息采集项，系统将于月底关闭。逾期未报的，将依规列入异常名录。",
    "培训采取线上线下结合的方式进行，为期一天。",
)
_GOOD_TITLES = (
    "“{brand}”：职工身边的暖心人",
    "把“娘家人”请到家门口",
    "{short}：小组织做出大服务",
    "一张服务清单的背后",
    "“专业的人做专业的事”",
    "车间里来了“知心姐姐”",
    "{n2}家企业、{n3}人次：一家社会组织的服务账本",
)
_BAD_TITLES = ("免费培训竟成“贷款陷阱”", "“公益课堂”收费8800元？", "先交费后返还，职工直呼上当")
_FLAT_TITLES = ("社会组织年报填报下月启动", "我市举办社会组织填报培训", "年报新增采集项 这些单位请注意")

FILLERS = (
    ("地铁四号线二期进入铺轨阶段", "昨日，记者从轨道集团获悉，地铁四号线二期工程首段长轨顺利铺设，标志着项目进入轨道施工阶段。全线设站八座，计划后年建成通车。"),
    ("城南菜场升级改造后重新开业", "改造后的菜场设摊位一百二十个，增设母婴室和直饮水。市民李女士说，地面干了，价格没涨，买菜成了一种享受。"),
    ("中小学生羽毛球锦标赛开拍", "来自四十二所学校的三百余名选手将在三天时间里展开角逐。赛事设单打、双打和团体三个项目。"),
    ("稻田画迎来最佳观赏期", "站在观景台上远眺，五色水稻勾勒出的巨幅图案映入眼帘。当地借势发展研学，带动农户人均增收两千余元。"),
    ("全市首批充电驿站投用", "驿站集换电、充电、休息于一体，单站可同时服务二十四辆新能源汽车，平均等候时间缩短至八分钟。"),
    ("冬季供热管网巡检收尾", "截至目前，累计巡检管网三百六十公里，更换老旧阀门四百余只，试供热工作将于月底展开。"),
    ("非遗剪纸走进社区课堂", "一把剪刀、一张红纸，在老艺人手中变幻出花鸟鱼虫。课程每周两次，不收取任何费用。"),
)  # fmt: skip


def slots(rng: random.Random, org: Organization, moment: date) -> dict[str, object]:
    """What the sentences are filled with."""
    earlier = before(moment, rng.randint(1, 4))
    return {
        "org": org.name, "short": org.short, "brand": org.brand.strip("“”").replace("“", "").replace("”", ""), "city": org.place.city,
        "union": rng.choice((org.city_union, org.local_union)), "company": company(rng, org.place), "p1": person(rng), "p2": person(rng)[0] + rng.choice(("先生", "师傅", "女士", "某")),
        "p3": org.legal_representative, "md": f"{earlier.month}月{earlier.day}日", "weekday": rng.choice(("周三", "周五", "周日")), "founded": org.founded.year, "year": moment.year,
        "n1": rng.randint(26, 320), "n2": rng.randint(15, 88), "n3": rng.randint(1500, 38000), "n4": rng.randint(3, 11),
    }  # fmt: skip


def article(rng: random.Random, org: Organization, moment: date, stance: str) -> tuple[str, list[str]]:
    """Title and paragraphs of a report about an organization."""
    words = slots(rng, org, moment)
    if stance == "negative":
        return rng.choice(_BAD_TITLES), [one.format(**words) for one in _BAD]
    if stance == "neutral":
        return rng.choice(_FLAT_TITLES), [one.format(**words) for one in _FLAT]
    texts = [rng.choice(_LEADS), *rng.sample(_GOOD, rng.randint(3, 6))]
    return rng.choice(_GOOD_TITLES).format(**words), [one.format(**words) for one in texts]


_TASKS = (
    "对接{n2}家企业工会，摸清职工所需所盼，形成需求台账", "每月第二周开展“{brand}”主题活动，邀请专业讲师授课", "组建法律、心理、医疗三支志愿服务队，实行预约上门", "落实经费保障，预算执行情况每半年公开一次",
    "做好影像、签到、反馈三类资料归档", "开展“送教到岗”{n4}场，覆盖职工{n1}人以上", "走访困难职工、伤病职工家庭，送上慰问品", "与{union}建立信息互通机制，重大事项及时报告",
    "加强队伍建设，骨干人员年内完成不少于40学时学习", "年底前完成满意度测评，测评结果纳入考核",
)  # fmt: skip


def tasks(rng: random.Random, org: Organization, moment: date, count: int) -> list[str]:
    """Steps of work as plans and reports tell them."""
    words = slots(rng, org, moment)
    return [one.format(**words) for one in rng.sample(_TASKS, min(count, len(_TASKS)))]
