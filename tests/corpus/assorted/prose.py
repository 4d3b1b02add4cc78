"""Sentences of the assorted set: reports, steps of work."""

import random
from datetime import date, timedelta

from tests.corpus.assorted.people import company, person
from tests.corpus.world import Organization

_OPENINGS = (
    "本报通讯员 {a} 报道　{day}下午，{org}的会议室里座无虚席，“{brand}”职工沙龙准时开场。",
    "谁来管管下夜班工人的一口热饭？{org}给出的答案是“{brand}”。",
    "连日来，{city}持续高温。{day}，{org}组织{n}名志愿者兵分三路，把绿豆汤和急救包送到施工一线。",
)
_MIDDLE = (
    "“服务不能等职工找上门。”{boss}说，{short}把办公桌搬进了园区食堂，一个季度收集意见{n}条，当场答复的超过八成。",
    "在{firm}，装配工{b}算了一笔账：参加{short}的夜校后，他考取了高级工证书，每月工资涨了六百元。",
    "三年里，{short}累计调处劳动争议{n}起，为{m}名务工人员讨回工资，履约率保持在百分之九十五以上。",
    "{union}将该项目列入年度实事清单，投入专项经费予以扶持。",
    "目前，这支队伍拥有持证社工{k}名、签约律师{k}名，另有{n}名退休职工常年参与志愿服务。",
    "傍晚时分，骑手们陆续来到站点换电、充水、歇脚，墙上的留言本已经写满了{k}本。",
)
_CLOSING = (
    "记者了解到，类似的服务点年内还将新增{k}个。",
    "“让每一位劳动者都有处说话、有人帮忙。”{boss}如是说。",
)
_GOOD = (
    "一碗热饭里的职工情怀",
    "“{brand}”开到工厂门口",
    "{short}　把职工的小事当大事办",
    "夜校灯火照亮成才路",
    "办公桌搬进了食堂",
)
_BAD = (
    "本报接到多名职工投诉，称在{org}办理“技能补贴代办”时被收取高额手续费，补贴却迟迟不见踪影。",
    "“交了一千二，打电话不接，上门没人。”职工{b}气愤地说。记者随后以求职者身份暗访，{short}工作人员当场承诺“包过包领”。",
    "{city}有关主管部门表示，上述行为涉嫌欺诈，已责成{short}停止违规业务并限期退款，调查结果将向社会公布。",
)
_BAD_TITLES = ("“包过包领”的补贴代办是个坑", "手续费交了　补贴没影了", "代办补贴乱收费　主管部门责令停业整改")
_FLAT = (
    "{day}，{city}社会组织登记管理工作培训在市民中心举办，{org}等{n}家单位的经办人员参加。",
    "培训内容包括章程核准、印章备案、银行账户变更等事项的办理流程。",
    "主办方提醒，各单位法定代表人发生变更的，应在三十日内提出申请。",
)
_FLAT_TITLES = ("社会组织登记业务培训举行", "这项登记业务有了新流程", "市民中心开办登记业务辅导课")
FILLERS = (
    ("桥梁健康监测系统上线运行", "传感器每十秒回传一次数据，一旦挠度、裂缝超过阈值，平台会自动报警。养护部门表示，今后巡查效率可提高三倍。"),
    ("螃蟹丰收　湖区码头一派忙碌", "清晨五点，第一批螃蟹已经分拣装箱。养殖户说，今年水温适宜，亩产比上年多出二十多斤，订单排到了下月中旬。"),
    ("老年大学春季班一席难求", "报名通道开启七分钟，声乐、书法、智能手机三个班即告满额。校方表示将增设周末班和社区教学点。"),
    ("跨江大桥引桥合龙", "随着最后一片箱梁精准就位，引桥全线贯通。建设单位介绍，主塔施工已进入上横梁阶段，明年底具备通车条件。"),
    ("小学生种下千亩“班级林”", "孩子们两人一组，挖坑、扶苗、培土、浇水，不到两个小时，一片红叶石楠便在河堤边扎下了根。"),
    ("夜间经济再添新地标", "改造后的老船厂变身文创集市，开业三天客流突破九万人次。周边停车场免费开放至夜里十一点。"),
)  # fmt: skip


def slots(rng: random.Random, org: Organization, moment: date) -> dict[str, object]:
    """What the sentences are filled with."""
    earlier = moment - timedelta(days=rng.randint(1, 5))
    return {
        "org": org.name, "short": org.short, "brand": org.brand, "city": org.place.city, "boss": org.legal_representative,
        "union": rng.choice((org.city_union, org.local_union)), "firm": company(rng, org.place), "a": person(rng), "b": person(rng),
        "day": f"{earlier.month}月{earlier.day}日", "n": rng.randint(21, 260), "m": rng.randint(300, 1900), "k": rng.randint(3, 14),
    }  # fmt: skip


def article(rng: random.Random, org: Organization, moment: date, stance: str) -> tuple[str, list[str]]:
    """Title and paragraphs of a report about an organization."""
    words = slots(rng, org, moment)
    if stance == "negative":
        return rng.choice(_BAD_TITLES), [one.format(**words) for one in _BAD]
    if stance == "neutral":
        return rng.choice(_FLAT_TITLES), [one.format(**words) for one in _FLAT]
    texts = [rng.choice(_OPENINGS), *rng.sample(_MIDDLE, rng.randint(3, 5)), rng.choice(_CLOSING)]
    return rng.choice(_GOOD).format(**words), [one.format(**words) for one in texts]


_STEPS = (
    "春节前走访{n}户困难职工，人均慰问标准五百元", "与{firm}签约建设联络站，派驻社工每周坐班两天", "举办“{brand}”{k}期，覆盖职工{m}人次",
    "联合{union}开展集体协商要约行动", "录制安全微课{k}节，供车间早会播放", "设立意见箱{k}处，十个工作日内答复", "开展户外劳动者体检，建立健康档案{n}份",
    "引入第三方审计，经费使用情况张榜公布",
)  # fmt: skip


def steps(rng: random.Random, org: Organization, moment: date, count: int) -> list[str]:
    """Steps of work."""
    words = slots(rng, org, moment)
    return [one.format(**words) for one in rng.sample(_STEPS, min(count, len(_STEPS)))]


_LESSONS = (
    "领学《{law}》重点条文，结合身边案例逐条讲解", "{a}谈体会：要把学到的要求落到每一次上门服务中", "观看警示教育片{k}分钟，围绕廉洁自律展开讨论", "传达上级工会有关会议精神",
    "布置自学篇目，要求每人撰写不少于八百字的心得", "{b}对照要求查找差距，提出整改打算",
)  # fmt: skip
_TALKS = (
    "通报上半年劳动关系总体形势和重点案件", "{org}介绍参与调处欠薪纠纷的做法", "{union}就社会组织承接项目提出要求", "与会单位围绕新就业群体入会、权益保障作了发言",
    "议定建立季度会商、月度通报机制", "明确下次例会由{a}负责召集",
)  # fmt: skip


def notes(rng: random.Random, org: Organization, moment: date, kind: str, count: int) -> list[str]:
    """What was learnt, talked about or done, as the kind of record asks for."""
    if kind not in ("study_record", "meeting_record"):
        return steps(rng, org, moment, count)
    law = rng.choice(("中华人民共和国工会法", "保障农民工工资支付条例", "江苏省安全生产条例", "中国工会章程"))
    words = {**slots(rng, org, moment), "law": law}
    chosen = rng.sample(_LESSONS if kind == "study_record" else _TALKS, count)
    return [one.format(**words) for one in chosen]
