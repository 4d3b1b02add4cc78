"""Kinds that are told by title, organization, date and organizer."""

from __future__ import annotations

import re
from collections.abc import Callable

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, Labels, first
from extractors.kinds import Checker, common
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.standing import level_facts
from extractors.values import body_of, closing_date, dates, is_body

LABELS = Labels.of(
    {
        "organization_name": (*common.ORGANIZATION, "编制单位", "制定单位", "填报单位", "实施单位", "承办单位"),
        "organizer": ("主办单位", "组织单位", "举办单位", "主办方", "主办", "召集单位", "会议主办", "验收单位", "委托单位", "牵头单位", "主持单位"),
        "date": ("活动时间", "活动日期", "会议时间", "会议日期", "学习时间", "学习日期", "召开时间", "通过日期", "制定日期", "编制日期", "培训时间", "时间", "日期", "填报日期", "验收日期", "验收时间"),
    },
    stops=("地点", "会议地点", "活动地点", "参加人员", "参会人员", "主持人", "记录人", "内容", "主题", "活动主题", "会议主题", "人数"),
    strict=True,
)  # fmt: skip

_TOPICS = (
    ("选举", r"选举|民主"),
    ("财务", r"财务|会计|资金管理|经费管理|报销"),
    ("档案", r"档案"),
    ("人事", r"人事|人力资源|员工|劳动用工|聘用|薪酬|考勤"),
    ("工会职责", r"工会.{0,14}(职责|分工|责任制)|(工会主席|工会委员).{0,10}职责"),
)


def extract(paper: Paper) -> list[Fact]:
    """Title, organization, date and organizer of a document."""
    fields = paper.fields(LABELS)
    facts = [*common.title_fact(paper), *_organization(paper, fields), *_date(paper, fields)]
    organizer = _organizer(paper, fields)
    facts += organizer
    facts += level_facts(paper, organizer, "organizer_level")
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        facts.append(paper.fact("mentions_organization", True, named.text, sure=named.sure))
    return facts


def _organization(paper: Paper, fields: list[Field]) -> list[Fact]:
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        return [paper.fact("organization_name", common.tidy_name(named.value), named.text, sure=named.sure)]
    field = first(fields, "organization_name")
    if field is not None and is_body(body_of(field.text).string):
        body = body_of(field.text)
        return [paper.fact("organization_name", common.tidy_name(body.string), body, sure=0.95)]
    return _own_body(paper)


_HEAD_OF_TITLE = re.compile(
    r"^([\u4e00-\u9fa5（）()]{2,30}?(?:协会|学会|研究会|促进会|联合会|商会|基金会|中心|服务社|服务站|事务所|总会|联盟|俱乐部))(?=.{2,})"
)


def _own_body(paper: Paper) -> list[Fact]:
    """The body at the head of the title, else the one that signed."""
    title = paper.title.compact
    match = _HEAD_OF_TITLE.match(title.string)
    if match:
        return [
            paper.fact(
                "organization_name", common.tidy_name(match.group(1)), title[: match.end(1)], sure=0.85
            )
        ]
    for row in paper.rows[:4]:
        compact = body_of(row.text)
        if is_body(compact.string):
            return [paper.fact("organization_name", common.tidy_name(compact.string), compact, sure=0.85)]
    return common.body_fact(paper, [], "organization_name")


def _date(paper: Paper, fields: list[Field]) -> list[Fact]:
    """What took place has its own day; what was written has the day under it."""
    labelled = common.dated(paper, fields, "date", closing=False)
    found = closing_date(paper.layouts)
    closing = [paper.fact("date", found.value, found.text, sure=0.93 * found.sure)] if found else []
    whole = [fact for fact in labelled if len(str(fact.value)) == len("2024-01-01")]
    if paper.kind in _EVENTS:
        if labelled:
            return labelled
        held = _held_on(paper)
        return held or closing
    if whole or closing:
        return closing or whole
    other = next((each for each in dates(paper.text) if len(each.value) > len("2024")), None)
    return [paper.fact("date", other.value, other.text, sure=0.75 * other.sure)] if other else []


_EVENTS = {Kind.MEETING_RECORD, Kind.ACTIVITY_RECORD, Kind.STUDY_RECORD, Kind.ACCEPTANCE, Kind.BRAND_MATERIAL}


def _held_on(paper: Paper) -> list[Fact]:
    """The first full date in the text that is followed by a body or by a verb of holding."""
    compact = paper.text.compact
    for found in dates(paper.text):
        at = compact.string.find(found.text.string)
        around = compact.string[at + len(found.text) : at + len(found.text) + 50]
        if len(found.value) == len("2024-01-01") and re.match(
            r"(?:上午|下午|晚)?[，,]?[^。]{0,40}?(?:召开|举办|举行|组织|开展|参加|承办|主办)", around
        ):
            return [paper.fact("date", found.value, found.text, sure=0.9 * found.sure)]
    return []


_ORGANIZED = re.compile(r"由([\u4e00-\u9fa5（）()]{4,30}?)(?:主办|牵头|组织召开|召开|组织|举办)")
_HELD = re.compile(
    r"(?:日|午)[，,]?((?![在由于为对经])[\u4e00-\u9fa5（）()]{4,30}?)(?:在[^，。]{2,20}?)?(?:组织|召开|举办|举行|牵头|主办|联合|开展|承办)"
)


def _organizer(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "organizer")
    if field is not None:
        body = body_of(field.text)
        if len(body) >= 4:
            return [paper.fact("organizer", common.tidy_name(body.string), body, sure=0.95)]
    compact = paper.text.compact
    for pattern in (_ORGANIZED, _HELD):
        match = pattern.search(compact.string)
        if match and is_body(match.group(1)):
            return [paper.fact("organizer", match.group(1), compact[match.start(1) : match.end(1)], sure=0.9)]
    return common.body_fact(paper, [], "organizer") if paper.kind in _EVENTS else []


def _policy(paper: Paper) -> list[Fact]:
    facts = extract(paper)
    title = paper.title.compact
    whole = title or paper.text.compact
    topics = [(name, match) for name, pattern in _TOPICS if (match := re.search(pattern, whole.string))]
    if topics:
        places = [whole[match.start() : match.end()] for _, match in topics]
        facts.append(paper.fact("topics", [name for name, _ in topics], places, sure=0.92))
    return facts


_NUMERALS = "一二三四五六七八九十"
_TERM = re.compile(
    r"(?:每届|理事会|任期|届期)[^。；]{0,16}?(?:任期|每届)?[^。；]{0,6}?([一二三四五六七八九十1-9])年"
)


def _charter(paper: Paper) -> list[Fact]:
    facts = extract(paper)
    compact = paper.text.compact
    match = _TERM.search(compact.string)
    if match:
        words = match.group(1)
        years = int(words) if words.isdigit() else _NUMERALS.index(words) + 1
        facts.append(paper.fact("term_years", years, compact[match.start() : match.end()], sure=0.9))
    return facts


def _checker(
    kind: Kind,
    titles: tuple[tuple[str, float], ...],
    words: tuple[tuple[str, float], ...] = (),
    reader: Callable[[Paper], list[Fact]] = extract,
) -> Checker:
    return Checker(Cues(kind, titles, words), reader)


CHECKERS = (
    _checker(
        Kind.CHARTER,
        ((r"章程(草案|修正案)?([（(].*[)）])?$", 11), (r"章程", 5), (r"批复|通知|决议|报告|关于", -5)),
        (
            (r"第一章总则", 2.5),
            (r"本(会|中心|单位|团体|基金会)(的)?(名称|宗旨|业务范围)", 2),
            (r"第[一二三四五六七八九十]+条", 1),
            (r"会员(大会|代表大会)|理事会", 0.5),
        ),
        _charter,
    ),
    _checker(
        Kind.POLICY_DOCUMENT,
        (
            (
                r"(制度|管理办法|管理规定|规定|办法|规则|细则|守则|规程|手册|汇编|职责|岗位责任)([（(].*[)）])?$",
                9,
            ),
            (r"(制度|管理办法|职责)", 5),
            (r"关于.*(通知|批复|决定)$|章程|合同|名册|处罚|申报", -4),
        ),
        (
            (r"第[一二三四五六七八九十]+条", 1.5),
            (r"(本|该)(制度|办法|规定)", 1.5),
            (r"自(发布|印发|通过|公布)之日起(施行|执行|实施)", 1.5),
            (r"总则|附则", 0.7),
        ),
        _policy,
    ),
    _checker(
        Kind.PLAN,
        (
            (r"(工作|服务|活动|年度|项目|服务职工)(要点|计划|安排)", 9),
            (r"(计划|规划|要点)(书|表)?$", 8),
            (r"培训|预算|总结|商业|合同", -4),
        ),
        ((r"指导思想|工作目标|主要任务|重点工作|时间安排|计划", 0.8),),
    ),
    _checker(
        Kind.BUDGET,
        ((r"预算(表|方案|书|报告|明细|说明)?", 10), (r"预算(表|书)?$", 11), (r"制度|办法|合同", -8)),
        ((r"预算(金额|数|总额|科目|项目)", 2), (r"合计", 0.3), (r"(支出|收入)(项目|科目|预算)", 1)),
    ),
    _checker(
        Kind.IMPLEMENTATION,
        (
            (r"(实施|执行|推进)(方案|步骤|细则|情况|记录|进度|过程|计划|台账)", 10),
            (r"(方案)$", 5),
            (r"进度表|推进表|台账", 7),
            (r"制度|预算|培训方案|评估等级", -5),
        ),
        (
            (r"实施(步骤|阶段|时间|内容|方案)|组织实施", 1.5),
            (r"第[一二三]阶段|准备阶段|推进阶段|总结阶段", 1.2),
        ),
    ),
    _checker(
        Kind.SUMMARY,
        (
            (r"(工作|服务|项目|年度|评估|年终)(总结|小结)(报告)?", 10),
            (r"(总结|小结)(报告)?$", 9),
            (r"评估总结|总结报告", 9),
            (r"表彰|满意度|培训(总结|小结)|申报|年检|(活动|慰问|走访|联谊|义诊)(总结|小结)", -7),
        ),
        (
            (r"(一年来|今年以来|过去的?一年|回顾)", 1),
            (r"主要(做法|成效|工作|成绩)|存在(的)?(问题|不足)|下一步", 1),
        ),
    ),
    _checker(
        Kind.MEETING_RECORD,
        (
            (
                r"(会议|联席会|座谈会|推进会|交流会|现场会|研讨会|工作会|观摩会|论坛|沙龙).{0,10}(纪要|记录|签到表?|通知|议程|发言|材料|手册|方案|简报)",
                9,
            ),
            (r"会议|联席会|座谈会|推进会|交流会|现场会|研讨会|工作会|观摩会|论坛|沙龙", 5),
            (r"(会议|座谈|联席).{0,8}(纪要|记录|议程)", 11),
            (r"(经验)?交流(材料|发言)|典型(发言|经验)|经验交流|发言(材料|稿)", 10),
            (r"换届|选举|理事会|会员(代表)?大会|培训|合同|制度|表彰|批复|年检|学习", -6),
        ),
        (
            (r"会议(时间|地点|主题|议程|内容)|主持人|参会(人员|单位)|出席", 1.2),
            (r"联席会议|座谈会|经验交流|推进会|现场会|交流发言", 1.2),
        ),
    ),
    _checker(
        Kind.ACTIVITY_RECORD,
        (
            (r"活动(记录|纪实|小结|总结|简报|方案|通知|签到表?|台账|报告|照片|剪影|情况)", 9),
            (r"(活动|慰问|走访|联谊|义诊|送清凉|送温暖|比赛|竞赛).{0,6}(小结|总结|纪实|记录|简报)", 10),
            (r"(活动|慰问|走访|比赛|竞赛|运动会|联谊|义诊|送清凉|送温暖|志愿服务)", 5),
            (r"培训|会议|合同|预算|品牌|计划|制度|满意|表彰|证书|学习", -4),
        ),
        (
            (r"活动(时间|地点|主题|内容|名称|记录|对象)", 1.5),
            (r"参加(人数|人员)|签到", 0.7),
            (r"开展.{0,20}活动", 0.8),
        ),
    ),
    _checker(
        Kind.STUDY_RECORD,
        (
            (
                r"(学习|宣讲|普法|主题教育|政治理论|党课|学法|法治宣传|主题党日).{0,10}(记录|纪要|笔记|签到表?|小结|简报|计划|心得|活动|台账|讲座|会)?",
                9,
            ),
            (r"培训|制度|合同|表彰", -5),
        ),
        ((r"学习(时间|地点|内容|人员|主题|记录)", 2), (r"习近平|二十大|党的|宪法|民法典|工会法|普法", 0.8)),
    ),
    _checker(
        Kind.BRAND_MATERIAL,
        (
            (r"品牌", 9),
            (r"(特色|品牌)(服务|工作|项目).{0,6}(介绍|材料|简介|案例)", 10),
            (r"表彰|合同|制度|满意|证书|授予|处罚", -6),
        ),
        ((r"品牌(名称|建设|内涵|故事|介绍|创建|活动)", 2), (r"品牌", 1)),
    ),
    _checker(
        Kind.UNION_ROSTER,
        (
            (r"工会.{0,14}(名册|名单|花名册|组成人员|一览表|通讯录|干部)", 11),
            (r"(委员会|经审|女职工).{0,10}(名单|名册|组成)", 7),
            (r"批复|表彰|社保|参保|合同", -6),
        ),
        ((r"工会(主席|副主席|委员)|经费审查|女职工委员|组织委员|宣传委员", 1.5), (r"工会职务|职务", 0.7)),
    ),
    _checker(
        Kind.ACCEPTANCE,
        (
            (r"(验收|结项|绩效评价|绩效评估|履约评价|完成情况)(报告|单|表|意见|证明|书|评价表)?", 10),
            (r"验收", 8),
            (r"制度|办法|合同$|预算", -6),
        ),
        ((r"验收(意见|结论|时间|组|专家|合格)", 2), (r"履约|绩效(目标|评价|得分)|项目完成|结项", 1)),
    ),
)
