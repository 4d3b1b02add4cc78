"""Training: what, by whom, when, how many took part."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common
from extractors.kinds.held import held_on, holder
from extractors.labels import Labels
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.text import EMPTY, Text
from extractors.values import body_in, closing_date, dates, is_body

LABELS = Labels.of(
    {
        "title": (
            "培训名称", "培训主题", "培训项目", "培训班名称", "课程名称", "培训课程", "班次名称", "课程主题", "讲座主题", "培训题目", "培训内容", "研修主题", "培训班次",
            "会议主题", "会议名称", "直播主题", "直播名称", "直播课程", "课程标题", "班级名称", "培训班", "讲座名称", "讲座题目", "学习项目", "活动主题", "活动名称",
        ),
        "organizer": (
            "主办单位", "组织单位", "培训单位", "举办单位", "培训机构", "主办方", "承办单位", "组织部门", "主办", "培训组织单位", "主办部门", "举办方", "组织者", "培训主办单位", "承办", "主讲单位", "实施单位", "培训实施单位", "授课单位",
            "会议发起方", "发起方", "发起单位", "会议发起人", "会议主持方", "主办机构", "举办机构", "办班单位", "开班单位", "主办者", "组织方", "牵头单位", "培训方",
        ),
        "date": (
            "培训时间", "培训日期", "举办时间", "活动时间", "时间", "日期", "开课时间", "开班时间", "举办日期", "上课时间", "开课日期", "开班日期", "授课时间", "讲座时间", "起止时间",
            "课程时间", "签到时间", "签到日期", "会议日期", "会议时间", "直播日期", "直播时间", "活动日期", "办班时间", "培训期限", "培训起止时间", "开讲时间",
        ),
        "participants": (
            "实到人数", "参加人数", "参训人数", "培训人数", "参加培训人数", "签到人数", "人数", "参训人员", "参加人员", "培训对象", "实到", "实际参训人数", "学员人数", "参训学员",
            "对象及规模", "培训规模", "规模", "参加对象", "对象", "培训人员", "应到人数", "参培人数", "到课人数", "听课人数",
            "入会人数", "参会人数", "到会人数", "出席人数", "出勤人数", "参与人数", "学员数", "学员总数", "参训学员数", "结业人数", "参训总人数", "培训总人数", "实际参加人数", "班级人数", "办班人数",
        ),
    },
    stops=(
        "培训地点", "地点", "主讲人", "授课人", "培训讲师", "讲师", "授课老师", "授课教师", "授课专家", "记录人", "培训方式", "课时", "学时", "序号", "归档时间", "应到", "要求",
        "填表人", "填表时间", "填表日期", "培训内容摘要", "内容摘要", "摘要", "整理", "会议号", "会议ID", "会议时长", "入会昵称", "累计时长", "经费", "培训经费", "经费（元）", "考核方式", "合格率", "效果评估", "归档人", "审核",
    ),
)  # fmt: skip
_PEOPLE = re.compile(
    r"(?<!\d)(\d{1,5})(?:余)?(?:名|人|位)(?:次|职工|学员|会员|工作人员|社工|代表|同志|从业人员)?(?:[^，。]{0,16})?(?:参加|参训|参与|培训|到场|签到|听课|参会)"
)
_PEOPLE_AFTER = re.compile(
    r"(?:参加|参训|培训|签到|实到|学员|参会|到会|到场)[^\d，。；]{0,8}?(\d{1,5})(?:余)?(?:人|名)"
)
_COURSE = re.compile(
    r"(?:举办|开展|组织|举行|召开|参加|开设|承办|主办)了?(?:了|的)?(?:为期[^，。的]{1,6}的)?[“《]?((?:(?!举办|开展|组织|举行|召开|开设|承办|主办)[^，。；“”《》]){2,36}?(?:培训班|研修班|提升班|训练营|研习营|工作坊|培训会|培训课程|培训课|培训|讲座|轮训|集训|实训|公开课))[”》]?"
    r"(?=[，。；]|活动|，|共|并|的)"
)
_COURSE_WORD = re.compile(
    r"培训|讲座|研修|研习|工作坊|轮训|集训|实训|训练|课程|辅导|学习班|专题|讲堂|公开课|实务"
)
_NOTICE = re.compile(
    r"^(?:[^关]{2,30})?关于(?:组织|举办|召开|开展|举行|组织开展|组织参加|参加|做好|开办|组织举办)+(.{4,}?)的?(?:预备)?(?:通知|函|公告|报告|请示|方案|说明|邀请函)$"
)
_FORM = re.compile(
    r"(?:[（(](?:简报|纪实|签到表?|记录|第.{1,3}期|讲座)[)）]|(?:工作)?(?:签到(?:表|册|簿|单)?|记录(?:表|单)?|简报|总结(?:报告)?|小结|登记表|台账|纪实|学员花名册|学员名册|花名册|学员名单|(?:结业|参训)?(?:人员|学员)?(?:成绩单|成绩表|成绩册|名单)|结业名册|课程安排表|课程表|日程表?|通知|方案|报告|情况))$"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a training record."""
    fields = paper.fields(LABELS)
    return [
        *_title(paper, fields),
        *_organizer(paper, fields),
        *_date(paper, fields),
        *_participants(paper, fields),
        *_about(paper),
    ]


def _title(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The training's own name: labelled, in the paper's title, else in a sentence of holding."""
    for field in fields:
        if field.name == "title" and 4 <= len(field.value) <= 50 and field.label.compact.string != "培训内容":
            return [paper.fact("title", field.value, field.text.compact, sure=0.9)]
    title = _course_of(paper.title.compact)
    if _OWN_FORM.fullmatch(title.string):
        title = EMPTY
    above = _over(paper) if _BARE_FORM.fullmatch(title.string) else None
    if above is not None:
        return [paper.fact("title", above.string, above, sure=0.88)]
    if title and _COURSE_WORD.search(title.string):
        return [paper.fact("title", title.string, title, sure=0.9)]
    compact = paper.text.compact
    match = _COURSE.search(compact.string)
    if match:
        name = compact[match.start(1) : match.end(1)]
        return [paper.fact("title", name.string, name, sure=0.85)]
    printed = title or paper.title.compact
    return [paper.fact("title", printed.string, printed, sure=0.85)] if printed else []


_OWN_FORM = re.compile(
    r"(?:职工|员工|人员|学员|年度|业务|内部)?(?:培训|学习|讲座|研修)(?:班)?(?:情况|活动|工作|过程|开展)?(?:说明|证明|合格证明|结业证明|合格证书?|结业证书?|结业证|证书|档案卡?|卡片|登记卡|记录卡|记录表?|纪实|简介|报告|小结|总结)书?"
)
"""What a paper about any training is called: the training's own name stands in its text."""

_BARE_FORM = re.compile(r"(?:学员|人员)?(?:签到|签名|日程|课程|考勤|点名)(?:安排)?(?:表|册|簿)?|花名册|名单")


def _over(paper: Paper) -> Text | None:
    """The course that stands in the line over a form's bare name."""
    for row, below in zip(paper.rows[:4], paper.rows[1:5], strict=False):
        course = row.text.compact
        if below.text.compact.string == paper.title.compact.string and _COURSE_NAME.fullmatch(course.string):
            return course
    return None


_COURSE_NAME = re.compile(r"[^，。；：:]{4,36}(?:培训班?|讲座|课程|研修班|培训会|训练营)")


def _course_of(title: Text) -> Text:
    """A paper's title without the words that say what kind of paper about the training it is."""
    notice = _NOTICE.match(title.string)
    if notice:
        title = title[notice.start(1) : notice.end(1)]
    form = _FORM.search(title.string)
    bare = title[: form.start()] if form else title
    return bare if len(bare) >= _SHORTEST and _COURSE_WORD.search(bare.string) else title


_SHORTEST = 6
"""Characters that a training's own name has at least: `培训` in `培训签到表` is none."""


def _organizer(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "organizer")
    if field is not None and len(field.value) >= 4:
        body = body_in(field.text)
        if is_body(body.string):
            return [paper.fact("organizer", common.tidy_name(body.string), body, sure=0.93)]
    held = holder(paper)
    if held is not None:
        return [paper.fact("organizer", common.tidy_name(held.string), held, sure=0.88)]
    signed = common.body_fact(paper, [], "organizer")
    if signed:
        return signed
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        return [paper.fact("organizer", common.tidy_name(named.value), named.text, sure=0.75 * named.sure)]
    title = paper.title.compact
    match = re.match(
        r"^([\u4e00-\u9fa5（）()]{4,30}?(?:协会|学会|研究会|促进会|联合会|商会|基金会|中心|服务社|事务所|总工会))",
        title.string,
    )
    if match and is_body(match.group(1)):
        return [paper.fact("organizer", match.group(1), title[: match.end(1)], sure=0.8)]
    return []


def _date(paper: Paper, fields: list[Field]) -> list[Fact]:
    for field in fields:
        if field.name == "date":
            found = next((each for each in dates(field.text) if len(each.value) > 4), None)
            if found is not None:
                return [paper.fact("date", found.value, found.text, sure=0.95 * found.sure)]
    held = held_on(paper)
    if held is not None:
        return [paper.fact("date", held.value, held.text, sure=0.9 * held.sure)]
    found = closing_date(paper.layouts) or next(
        (each for each in dates(paper.text) if len(each.value) > 4), None
    )
    return [] if found is None else [paper.fact("date", found.value, found.text, sure=0.8 * found.sure)]


def _participants(paper: Paper, fields: list[Field]) -> list[Fact]:
    """How many took part: those who came where it is told, else those who were to come."""
    compact = paper.text.compact
    came = re.search(r"实到(?:人数)?[:：]?(\d{1,5})(?:余)?(?:人|名)?", compact.string)
    if came:
        return [
            paper.fact("participants", int(came.group(1)), compact[came.start(1) : came.end(1)], sure=0.95)
        ]
    for field in fields:
        if field.name != "participants":
            continue
        for value in (field.cell, field.text.compact):
            match = re.search(r"(?<!\d)(\d{1,5})(?:余)?(?:人|名|$)", value.string)
            if match:
                return [
                    paper.fact(
                        "participants", int(match.group(1)), value[match.start(1) : match.end(1)], sure=0.94
                    )
                ]
    for pattern in (_PEOPLE, _PEOPLE_AFTER):
        match = pattern.search(compact.string)
        if match:
            place = compact[match.start(1) : match.end(1)]
            return [paper.fact("participants", int(match.group(1)), place, sure=0.88)]
    return []


def _about(paper: Paper) -> list[Fact]:
    named = applicant_in(paper.text, paper.organization)
    return [] if named is None else [paper.fact("mentions_organization", True, named.text, sure=named.sure)]


CHECKER = Checker(
    Cues(
        Kind.TRAINING_RECORD,
        titles=(
            (
                r"培训.{0,12}(签到表?|记录表?|通知|总结|小结|简报|方案|台账|名单|报告|班|课程表|档案|情况|纪实)",
                11,
            ),
            (r"(培训|讲座|研修|集训|轮训|实训)(会|班|课|课程|活动|讲座|营)?", 8),
            (
                r"(培训|讲座|研修班|训练营).{0,12}(签到(表|册|簿)|登记表|审批表|申请表|回执|手册|教材|日程|安排表|花名册|学员)",
                10,
            ),
            (r"(提升|研修|轮训|专题|骨干|学习|实务|进修|示范|能力|技能)班", 7),
            (r"培训", 4),
            (r"培训工作.{0,8}(会议|推进会|座谈会|例会|部署会|协调会|调度会|研讨会)", -9),
            (r"合同|协议|制度|办法|计划$|预算|表彰|批复|证书|优秀|示范|先进|十佳", -6),
        ),
        words=(
            (r"培训(时间|地点|内容|主题|对象|人数|讲师|日期|名称|记录)", 2.5),
            (r"参训|授课|讲师|学员|签到", 1),
            (r"(举办|开展|组织|举行|参加)[^。；]{0,40}(培训|讲座|研修)(班|会|课|活动)?[，。]", 1.4),
            (r"授课|参训|学员(们)?(认真|表示|纷纷)|结业", 1),
            (r"培训", 0.7),
            (
                r"(?:会议|课程|直播|活动)(?:主题|名称|标题)[:：]?[^，。；：]{2,30}?(?:培训(?:班|会|课)?|讲座|训练营|研修班?|提升班|公开课)(?=会议|活动|课程|直播|主办|组织|发起|主讲|创建|时间|日期|地点|\d)",
                9,
            ),
            (r"甲方|自评|记者|满意率", -2.5),
        ),
    ),
    extract,
)
