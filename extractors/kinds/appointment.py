"""Appointments: a person takes a post in a body."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, Labels, first
from extractors.kinds import Checker, common
from extractors.paper import Paper
from extractors.values import person_in

LABELS = Labels.of(
    {
        "person": ("姓名", "受聘人", "被聘任人", "任职人员"),
        "position": ("职务", "聘任职务", "任职职务", "担任职务", "岗位", "兼任职务"),
        "body": ("任职单位", "聘任单位", "任职工会", "聘用单位", "任职机构"),
        "issuing_authority": common.AUTHORITY,
        "issue_date": (*common.ISSUED, "聘任日期", "任职时间", "任职日期", "聘任时间"),
    },
    stops=("性别", "出生年月", "聘期", "有效期", "政治面貌", "民族", "编号", "证书编号"),
    strict=True,
)
_PERSON = r"((?!请?[您你其贵])[\u4e00-\u9fa5]{2,4}?)"
_POST = r"([^，。；、“”\"]{0,30}?(?:副主席|主席|委员|常委|主任|副主任|副会长|会长|理事|部长|顾问|指导员|干事|秘书长|副秘书长|专员|监督员|联络员|调解员|讲师|工作者|代表|助理|负责人|工作人员)(?:[（(](?:兼职?|挂职)[）)])?(?:[（(]?(?:兼职|挂职)[）)]?)?)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:兹|特|现|决定|研究决定|同意|经研究)?[,，:：]?(?:聘请|聘任|任命|增补|选举|推选|补选|聘)[:：“]?{_PERSON}(?:同志|先生|女士|”)*(?:（[^）]*）)?[，,]?(?:兼任|担任|任|为|当选为){_POST}",
        rf"{_PERSON}(?:同志|先生|女士)(?:（[^）]*）)?[，,]?(?:兼任|兼职担任|挂职担任|挂职任|担任|当选为|任|为|兼){_POST}",
        rf"(?:由|同意|选举){_PERSON}(?:兼任|担任|任|为){_POST}",
    )
)
_CERTIFICATE = re.compile(r"^([\u4e00-\u9fa5]{2,4})(?:同志|先生|女士)?[:：]$")
_HIRED = re.compile(rf"(?:聘请|聘任|聘|任命|邀请)(?:您|你|其)?(?:兼任|担任|为|任){_POST}")
_BODY = re.compile(r"^(.{4,36}?(?:总工会|工会联合会|工会委员会|工会|联合会|协会|委员会))(.{2,})$")


def extract(paper: Paper) -> list[Fact]:
    """Facts of an appointment."""
    fields = paper.fields(LABELS)
    return [
        *(_in_prose(paper) or _labelled(paper, fields)),
        *common.body_fact(paper, fields, "issuing_authority"),
        *common.dated(paper, fields, "issue_date"),
    ]


def _in_prose(paper: Paper) -> list[Fact]:
    compact = paper.text.compact
    person = post = None
    for pattern in _PATTERNS:
        match = pattern.search(compact.string)
        if match:
            person = compact[match.start(1) : match.end(1)]
            post = compact[match.start(2) : match.end(2)]
            break
    if person is None:
        hired = _HIRED.search(compact.string)
        named = next((m for row in paper.rows if (m := _CERTIFICATE.match(row.text.compact.string))), None)
        if hired is None or named is None:
            return []
        at = compact.string.find(named.group(1))
        person = compact[at : at + len(named.group(1))]
        post = compact[hired.start(1) : hired.end(1)]
    if post is None:
        raise AssertionError("a post comes with its person")
    facts = [paper.fact("person", person.string, person, sure=0.9)]
    split = _BODY.match(post.string)
    if split:
        facts.append(paper.fact("position", split.group(2), post[split.start(2) :], sure=0.88))
        facts.append(paper.fact("body", common.tidy_name(split.group(1)), post[: split.end(1)], sure=0.88))
    else:
        facts.append(paper.fact("position", post.string, post, sure=0.85))
    return facts


def _labelled(paper: Paper, fields: list[Field]) -> list[Fact]:
    facts: list[Fact] = []
    field = first(fields, "person")
    person = person_in(field.text) if field else None
    if person is not None:
        facts.append(paper.fact("person", person.string, person, sure=0.93))
    for name in ("position", "body"):
        field = first(fields, name)
        if field is not None:
            facts.append(paper.fact(name, field.value, field.text.compact, sure=0.9))
    return facts


CHECKER = Checker(
    Cues(
        Kind.APPOINTMENT,
        titles=(
            (r"聘书|聘(任|请|用)书|任命书|委任(书|状)|任职证明|聘[请用任].{0,16}证书|兼职证明|挂职证明", 12),
            (
                (
                    r"(任职|聘任|聘请|任命|任免|挂职|兼职|补选|增补|当选|选举结果|任用|委派|选派|聘用).{0,20}"
                    r"(通知|决定|批复|公告|证明|函|文件|登记表|审批表|备案表|呈报表|名单|人员表|一览表|推荐表|意见)"
                ),
                11,
            ),
            (r"同志.{0,20}(任|职务)", 8),
            (r"(换届|合同|处罚|表彰|制度|社保|专职(工作)?人员)", -5),
        ),
        words=(
            (r"(聘请|聘任|任命|兼任|担任|挂职|当选).{0,40}(主席|委员|常委|主任|顾问|指导员|理事)", 2.5),
            (r"(任职|聘任|所任|拟任|兼任|挂职)(机构|单位|职务|岗位)", 2),
            (r"任命单位|聘任单位|聘期|任期|任职时间", 0.8),
            (r"聘书", 1.5),
            (r"甲方|租赁|记者|满意", -3),
        ),
    ),
    extract,
)
