"""Training: what, by whom, when, how many took part."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, Labels, first
from extractors.kinds import Checker, common
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.values import body_of, closing_date, dates, is_body

LABELS = Labels.of(
    {
        "title": ("培训名称", "培训主题", "培训项目", "培训内容", "培训班名称", "课程名称", "培训课程"),
        "organizer": (
            "主办单位",
            "组织单位",
            "培训单位",
            "举办单位",
            "培训机构",
            "主办方",
            "承办单位",
            "组织部门",
            "主办",
        ),
        "date": ("培训时间", "培训日期", "举办时间", "活动时间", "时间", "日期"),
        "participants": (
            "参加人数",
            "参训人数",
            "培训人数",
            "应到人数",
            "实到人数",
            "参加培训人数",
            "签到人数",
            "人数",
            "参训人员",
            "参加人员",
            "培训对象",
        ),
    },
    stops=(
        "培训地点",
        "地点",
        "主讲人",
        "授课人",
        "培训讲师",
        "讲师",
        "授课老师",
        "记录人",
        "培训方式",
        "课时",
        "序号",
    ),
)
_HELD = re.compile(
    r"(?:日|午)[，,]?((?![在由于为对经])[\u4e00-\u9fa5（）()]{4,30}?)(?:在[^，。]{2,20}?)?(?:组织|召开|举办|举行|牵头|主办|联合|开展|承办)"
)
_PEOPLE = re.compile(
    r"(?:共有|共计|共|来自[^。，]{0,30}|吸引了?|近|组织了?)?(\d{1,5})(?:余)?(?:名|人|位)(?:次|职工|学员|会员|工作人员|社工|代表|同志|从业人员)?(?:[^，。]{0,16})?(?:参加|参训|参与|培训|到场|签到)"
)
_PEOPLE_AFTER = re.compile(r"(?:参加|参训|培训|签到|实到)[^\d，。；]{0,8}?(\d{1,5})(?:余)?(?:人|名)")


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
    field = first(fields, "title")
    if field is not None and 4 <= len(field.value) <= 50 and field.label.compact.string != "培训内容":
        return [paper.fact("title", field.value, field.text.compact, sure=0.9)]
    title = paper.title.compact
    bare = re.sub(r"[（(][^（）()]{1,8}[)）]$", "", title.string)
    return [paper.fact("title", bare, title[: len(bare)], sure=0.9)] if bare else []


def _organizer(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "organizer")
    if field is not None and len(field.value) >= 4:
        body = body_of(field.text)
        return [paper.fact("organizer", common.tidy_name(body.string), body, sure=0.93)]
    held = _HELD.search(paper.text.compact.string)
    if held and is_body(held.group(1)):
        return [
            paper.fact("organizer", held.group(1), paper.text.compact[held.start(1) : held.end(1)], sure=0.88)
        ]
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
    return (
        [paper.fact("organizer", match.group(1), title[: match.end(1)], sure=0.8)]
        if match and is_body(match.group(1))
        else []
    )


def _date(paper: Paper, fields: list[Field]) -> list[Fact]:
    for field in fields:
        if field.name == "date":
            found = next((each for each in dates(field.text) if len(each.value) > 4), None)
            if found is not None:
                return [paper.fact("date", found.value, found.text, sure=0.95 * found.sure)]
    compact = paper.text.compact
    for found in dates(paper.text):
        at = compact.string.find(found.text.string)
        around = compact.string[at + len(found.text) : at + len(found.text) + 40]
        if len(found.value) == len("2024-01-01") and re.search(r"(举办|开展|组织|培训|举行|进行)", around):
            return [paper.fact("date", found.value, found.text, sure=0.9 * found.sure)]
    found = closing_date(paper.layouts) or next(
        (each for each in dates(paper.text) if len(each.value) > 4), None
    )
    return [] if found is None else [paper.fact("date", found.value, found.text, sure=0.8 * found.sure)]


def _participants(paper: Paper, fields: list[Field]) -> list[Fact]:
    for field in fields:
        if field.name == "participants":
            match = re.search(r"(?<!\d)(\d{1,5})(?:余)?(?:人|名|$)", field.text.compact.string)
            if match:
                return [
                    paper.fact(
                        "participants",
                        int(match.group(1)),
                        field.text.compact[match.start(1) : match.end(1)],
                        sure=0.94,
                    )
                ]
    compact = paper.text.compact
    for pattern in (_PEOPLE, _PEOPLE_AFTER):
        match = pattern.search(compact.string)
        if match:
            return [
                paper.fact(
                    "participants", int(match.group(1)), compact[match.start(1) : match.end(1)], sure=0.88
                )
            ]
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
                r"(培训|讲座|研修班|训练营).{0,12}(登记表|审批表|申请表|回执|手册|教材|日程|安排表|花名册|学员)",
                10,
            ),
            (r"培训", 4),
            (r"合同|协议|制度|办法|计划$|预算|表彰|批复|证书|优秀|示范|先进|十佳", -6),
        ),
        words=(
            (r"培训(时间|地点|内容|主题|对象|人数|讲师|日期|名称|记录)", 2.5),
            (r"参训|授课|讲师|学员|签到", 1),
            (r"(举办|开展|组织|举行|参加)[^。；]{0,40}(培训|讲座|研修)(班|会|课|活动)?[，。]", 1.4),
            (r"授课|参训|学员(们)?(认真|表示|纷纷)|结业", 1),
            (r"培训", 0.7),
            (r"甲方|自评|记者|满意率", -2.5),
        ),
    ),
    extract,
)
