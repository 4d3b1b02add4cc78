"""Sentences of our own for articles, minutes, plans and summaries, put together by lot."""

import random
from datetime import date, timedelta

from tests.corpus.world import Organization, company, person

_LEADS = (
    "“有了这里，下班后心里踏实多了。”{day}，在{city}一家企业的职工活动室里，一线职工{p1}对记者说。让他感到踏实的，是{org}送上门的服务。",
    "本报讯（记者 {p1}）{day}，{org}走进{company}，为一线职工送去一场别开生面的服务活动，{n1}名职工参加。",
    "{day}，{org}联合{union}在{company}举办“{brand}”专场活动，现场气氛热烈，受到职工普遍欢迎。",
    "近年来，{org}立足自身专长，把服务送到车间、工地和站点，探索出一条社会组织服务职工的新路子。",
)
_BODIES = (
    "据了解，{short}自成立以来始终把服务职工作为立身之本，累计开展各类活动{n2}场，惠及职工{n3}人次。",
    "活动现场设置了政策咨询、健康义诊、心理疏导、法律援助等{n4}个服务点位，工作人员耐心解答职工提出的问题，发放宣传资料{n1}余份。",
    "“过去遇到劳动纠纷不知道找谁，现在一个电话就有人上门。”快递员{p2}说，他所在站点的{n4}名同事都参加过{short}组织的培训。",
    "{short}负责人{p3}介绍，团队现有专职人员{n5}名，依托“{brand}”服务品牌，按照需求清单、服务清单、评价清单一体推进，力求做一件成一件。",
    "在{union}指导下，{short}承接了职工心理关爱、技能提升等项目，形成了需求调查、方案设计、过程督导、满意度测评的闭环。",
    "针对夏季高温作业，{short}连续{n4}周深入工地送清凉，配送防暑用品{n1}份，并邀请医生讲解中暑急救知识。",
    "为了让外来务工人员的孩子放学后有去处，{short}在厂区附近开设托管课堂，每周开放五天，目前已有{n1}个家庭受益。",
    "“培训接地气，回去就能用。”在技能比武现场，参训职工{p2}刚完成实操考核，额头上还挂着汗珠。",
    "{short}还与{n4}家兄弟社会组织签订合作协议，共享师资和场地，使服务半径不断扩大。",
)
_ENDS = (
    "“下一步，我们将继续倾听职工心声，把服务做得更细更实。”{p3}表示。",
    "{union}有关负责人表示，将进一步支持社会组织参与服务职工工作，推动形成共建共享的良好局面。",
    "目前，相关经验正在全市范围内推广。",
    "据悉，此类活动今年还将举办{n4}场。",
)
_NEGATIVE = (
    "近日，有职工向本报反映，{org}组织的培训收费后迟迟不开课，多次要求退款无果。记者就此进行了调查。",
    "职工{p2}告诉记者，去年{month}月他向{short}缴纳培训费2800元，对方承诺两周内开班，但至今没有音讯，电话也无人接听。",
    "记者来到{short}登记的办公地点，发现大门紧锁，邻居称已有一段时间未见工作人员。据初步统计，类似情况涉及{n1}人。",
    "{city}有关部门表示，已对{short}涉嫌违规收费的问题立案调查，将依法依规严肃处理，并提醒职工注意保留缴费凭证。",
    "业内人士指出，个别社会组织打着公益旗号变相牟利，损害了职工权益，也败坏了行业声誉，应当引以为戒。",
)
_NEUTRAL = (
    "{day}，{city}召开社会组织年度工作会议，通报了登记管理和年度检查有关情况，{org}等{n1}家单位派员参加。",
    "会议介绍，今年以来全市新增登记社会组织{n4}家，注销{n5}家，年度检查参检率保持稳定。",
    "根据安排，下一阶段将开展社会组织住所核查、章程备案等工作，有关单位需按时报送材料。",
    "会议还对年度报告填报中的常见问题作了说明，并就系统操作进行了演示。",
)
_OTHER_TITLES = (
    "老街改造见成效",
    "春耕备耕正当时",
    "社区食堂飘来饭菜香",
    "新能源公交线路开通",
    "河道整治让水更清",
    "图书馆延长夜间开放时间",
    "乡村大舞台好戏连台",
    "夜校课堂座无虚席",
    "口袋公园扮靓城市",
    "产业园区招商忙",
    "校园足球联赛开赛",
    "农产品直播间人气旺",
    "文物普查有新发现",
    "便民服务窗口再提速",
)
_OTHER_BODIES = (
    "走进改造后的街巷，青砖黛瓦，流水潺潺，老居民们坐在树下聊着家常。改造工程历时八个月，雨污分流、杆线入地同步完成。",
    "田间地头，农机来回穿梭，种粮大户正抢抓农时。农业技术人员分片包干，手把手讲解新品种的管护要点。",
    "饭菜一荤两素只要十二元，七十岁以上老人还有补贴。食堂负责人说，菜单每周更新，由居民投票决定。",
    "线路全长十六公里，沿途设站二十二个，连接高铁站、医院和大学城，高峰时段八分钟一班。",
    "经过清淤、护岸、补植三道工序，河水透明度明显提升，沿岸步道成了市民晨练的好去处。",
    "夜间开放以来，周末晚上平均接待读者六百余人次，自习座位常常一座难求。",
    "演员多是附近村民，白天劳作，晚上排练，唱的是家乡事，演的是身边人，台下笑声不断。",
    "园区今年已签约项目十九个，其中亿元以上项目七个，涉及智能制造、生物医药等领域。",
)
_TITLES = (
    "{short}：把服务送到职工心坎上",
    "“{brand}”点亮职工幸福生活",
    "{city_short}：社会组织搭起职工“连心桥”",
    "小平台托起大民生",
    "一线职工的“贴心人”",
    "{city_short}“{brand}”走进企业受欢迎",
    "服务延伸到站点　温暖直达骑手",
    "从“有没有”到“好不好”——{short}服务职工记",
)
_NEGATIVE_TITLES = (
    "交了钱，课却迟迟不开",
    "培训费去哪儿了",
    "{short}收费不开班，职工退款难",
    "违规收费被立案　职工维权需留凭证",
)
_NEUTRAL_TITLES = (
    "全市社会组织年度工作会议召开",
    "社会组织年度检查工作启动",
    "{city_short}部署社会组织规范管理工作",
)


def _slots(rng: random.Random, org: Organization, when: date) -> dict[str, object]:
    return {
        "org": org.name, "short": org.short, "city": org.place.city, "city_short": org.place.city[:-1], "brand": org.brand,
        "union": org.local_union if rng.random() < 0.5 else org.city_union, "company": company(rng, org.place),
        "p1": person(rng), "p2": person(rng), "p3": org.legal_representative, "month": when.month,
        "day": f"{when.month}月{when.day}日", "n1": rng.randint(32, 260), "n2": rng.randint(20, 180), "n3": rng.randint(1200, 26000),
        "n4": rng.randint(3, 12), "n5": rng.randint(5, 18),
    }  # fmt: skip


def article(rng: random.Random, org: Organization, when: date, stance: str) -> tuple[str, list[str]]:
    """Title and paragraphs of a report on the organization."""
    slots = _slots(rng, org, when - timedelta(days=rng.randint(1, 3)))
    if stance == "negative":
        return rng.choice(_NEGATIVE_TITLES).format(**slots), [text.format(**slots) for text in _NEGATIVE]
    if stance == "neutral":
        return rng.choice(_NEUTRAL_TITLES).format(**slots), [text.format(**slots) for text in _NEUTRAL]
    lead = rng.choice(_LEADS[:3] if rng.random() < 0.8 else _LEADS)
    texts = [lead, *rng.sample(_BODIES, rng.randint(3, 6)), rng.choice(_ENDS)]
    return rng.choice(_TITLES).format(**slots), [text.format(**slots) for text in texts]


def other_article(rng: random.Random) -> tuple[str, list[str]]:
    """An article about something else, for the rest of a newspaper page."""
    return rng.choice(_OTHER_TITLES), rng.sample(_OTHER_BODIES, rng.randint(3, 6))


_STEPS = (
    "成立工作专班，明确责任分工，{p3}任组长，统筹推进各项任务落实",
    "深入{n4}家企业开展需求调查，发放问卷{n1}份，建立职工需求清单",
    "按月编制服务排期表，通过微信公众号和企业工会同步发布",
    "组织心理咨询师、律师、社工组成服务小分队，每月进企业不少于{n4}次",
    "开展“{brand}”系列活动，全年不少于{n4}场，服务职工不少于{n3}人次",
    "建立服务台账，做到一次一档、一人一卡，及时归档备查",
    "每季度召开工作例会，通报进度，研究解决存在的问题",
    "委托第三方开展满意度测评，结果作为改进服务的依据",
    "加强资金管理，专款专用，接受资助方和审计部门监督",
    "及时总结推广好经验好做法，编印案例汇编{n4}期",
    "面向困难职工家庭开展走访慰问，全年走访不少于{n1}户",
    "开展安全生产、职业健康知识宣讲{n4}场",
)


def steps(rng: random.Random, org: Organization, when: date, count: int) -> list[str]:
    """Working steps, as plans and summaries tell them."""
    slots = _slots(rng, org, when)
    return [text.format(**slots) + "。" for text in rng.sample(_STEPS, min(count, len(_STEPS)))]


def remarks(rng: random.Random, org: Organization, when: date, count: int) -> list[str]:
    """Paragraphs about the organization's work."""
    slots = _slots(rng, org, when)
    return [text.format(**slots) for text in rng.sample(_BODIES, min(count, len(_BODIES)))]
