"""Appointments: a person takes a post in a body."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common, vocabulary
from extractors.kinds.opinions import signed
from extractors.kinds.posts import listed_posts
from extractors.labels import Labels
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import person_in

LABELS = Labels.of(
    {
        "person": ("姓名", "受聘人", "被聘任人", "任职人员", "被聘人", "受聘者", "聘任对象", "挂职人员", "人员姓名", "本人姓名", "拟任人员", "拟任人选", "兼职人员", "拟聘人员"),
        "position": (
            "职务", "聘任职务", "任职职务", "担任职务", "岗位", "兼任职务", "所任职务", "拟任职务", "挂职职务", "兼职职务", "受聘职务", "聘任岗位",
            "挂（兼）职职务", "工会职务", "任职岗位", "聘用岗位", "所聘职务", "担任工会职务", "拟兼任职务", "拟挂任职务", "拟挂职务", "拟兼职务", "拟聘职务", "拟聘岗位", "拟任岗位", "拟挂职岗位",
            "挂任职务", "当选职务", "增补职务", "任命职务", "委任职务", "兼（挂）职职务", "拟任工会职务",
        ),
        "body": (
            "任职单位", "聘任单位", "任职工会", "聘用单位", "任职机构", "拟任单位", "挂职单位", "兼职单位", "任职组织", "兼职工会", "挂职工会", "聘任机构", "聘任组织",
            "所任单位", "兼职机构", "拟任机构", "拟任组织", "拟任工会", "拟挂职单位", "拟兼职单位", "拟聘单位", "拟任职单位", "接收单位", "兼（挂）职单位", "挂任单位", "派往单位",
        ),
        "issuing_authority": vocabulary.AUTHORITY,
        "issue_date": (*vocabulary.ISSUED, "聘任日期", "任职时间", "任职日期", "聘任时间", "任命时间", "任命日期", "批准时间"),
        "opinion": (
            "意见$",
            "任命单位意见", "聘任单位意见", "任命单位", "批准单位意见", "审批意见", "审批机关意见", "上级工会意见", "聘任机构意见", "工会意见", "任免机关意见", "接收单位意见",
            "主管工会意见", "批准机关意见", "上级工会审批意见",
        ),
    },
    stops=("现任职务", "现职务", "原任职务", "原职务", "职称", "职级", "主要表现", "现实表现", "个人简历", "工作简历", "备注", "学历学位", "入党时间", "参加工作时间", "籍贯", "性别", "出生年月", "聘期", "任期", "有效期", "政治面貌", "民族", "编号", "证书编号", "工作单位", "所在单位", "原单位", "学历", "联系电话", "身份证号"),
    strict=True,
)  # fmt: skip
_PERSON = r"(?<!同)((?!名|明|联合会|委员会|总工会|协会|学会|商会|工会|公司|单位)(?:(?![您你其贵等任请兹聘]|同意|同志|证书)[\u4e00-\u9fa5]){2,4}?)"
_UNIT = r"(?:[（(][^）)]*[)）])?"
_POST = (
    r"([^，。；、：:“”\"]{0,40}?(?:副主席|主席|委员|常委|副主任|主任|副会长|会长|理事|部长|顾问|指导员|干事|副秘书长|秘书长|专员|监督员|联络员|调解员|"
    r"讲师|工作者|代表|助理|负责人|工作人员|专家|导师|辅导员|咨询师|观察员|协理员|宣讲员|律师|书记|成员|副?团长|副?队长|副?组长|副?站长|副?校长|副?院长|大使|协调员|信息员|特派员|仲裁员|陪审员|评审员)(?:[（(](?:兼职?|挂职)[）)])?)(?=$|[，。；、”\"]|同志|职务|一职|任期|聘期|，|免去|特)"
)
_TAKES = r"(?:同时)?(?:自[^，。]{4,12}起[，,]?)?(?:兼任|兼职担任|挂职担任|挂职任|担任|当选为|任|为|兼(?!职))"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:聘请|聘任|任命|增补|选举|推选|补选|选派|委派|推荐|聘(?![任请用]))[:：“]?{_PERSON}(?:同志|先生|女士|”)*{_UNIT}[，,]?{_TAKES}{_POST}",
        rf"{_PERSON}(?:同志|先生|女士){_UNIT}[，,]?{_TAKES}{_POST}",
        rf"(?:由|同意|选举){_PERSON}{_TAKES}{_POST}",
        rf"(?<![\u4e00-\u9fa5]){_PERSON}[（(][^）)]{{4,40}}[)）](?:同志)?{_TAKES}{_POST}",
        rf"(?<=[会心社站院所校队司]){_PERSON}{_UNIT}(?:同志|先生|女士)?[，,]?{_TAKES}{_POST}",
    )
)
_OF_UNIT = re.compile(
    rf"(?<![\u4e00-\u9fa5]){_PERSON}(?:同志)?[（(]([^）)]{{4,40}})[)）](?:同志)?{_TAKES}{_POST}"
)
_CERTIFICATE = re.compile(
    r"^(?:兹聘请?|尊敬的)?([\u4e00-\u9fa5]{2,4}?)(?:(?:同志|先生|女士|老师)[/／]?){0,2}[:：]$"
)
_AFTER_BODY = re.compile(
    r"^[\u4e00-\u9fa5（）()]{2,36}(?:协会|学会|研究会|促进会|联合会|联谊会|商会|基金会|中心|服务社|服务站|总站|事务所|学院|学校|俱乐部|讲师团|之家|公司)([\u4e00-\u9fa5]{2,4}?)(?:同志|先生|女士|老师)[:：]$"
)
"""A holder who is addressed with the body before the name."""
_HIRED = re.compile(rf"(?:聘请|聘任|聘用|聘(?=[您你其为任])|任命|邀请|委任)(?:您|你|其)?{_TAKES}?{_POST}")
_BODY_END = (
    r"(?:总工会|工会联合会|工会委员会|工会|联合会|协会|商会|学会|研究会|委员会|专家库|人才库|智库|师资库|讲师团|宣讲团|服务团|服务队|志愿队|专家组|工作组|领导小组|"
    r"仲裁院|调解中心|服务中心|调解委员会|工作站)"
)
_WITHIN = re.compile(
    rf"^(.{{4,40}}{_BODY_END})((?:常务|经费审查|女职工|常任)委员会.{{0,10}}|(?:专职|兼职|特聘|特邀)?(?:社会化|职业化)?(?:集体协商|劳动关系|工会|工资集体协商).{{0,4}}(?:指导员|协调员|工作者|联络员|干事))$"
)
_BODY = re.compile(rf"^(.{{4,40}}{_BODY_END})(.{{2,}})$")


def extract(paper: Paper) -> list[Fact]:
    """Facts of an appointment."""
    fields = paper.fields(LABELS)
    taken = _in_prose(paper)
    if not taken:
        posts = listed_posts(paper)
        taken = _labelled(paper, fields) if posts is None else posts
    return [*taken, *_issued(paper, fields)]


def _issued(paper: Paper, fields: list[Field]) -> list[Fact]:
    """Who appoints and when: from the box for the opinion, else labelled or under the paper."""
    body, day = signed(fields)
    return [
        *(
            [paper.fact("issuing_authority", common.tidy_name(body.string), body, sure=0.95)]
            if body is not None
            else common.body_fact(paper, fields, "issuing_authority")
        ),
        *(
            [paper.fact("issue_date", day.value, day.text, sure=0.95 * day.sure)]
            if day is not None
            else common.dated(paper, fields, "issue_date")
        ),
    ]


def _in_prose(paper: Paper) -> list[Fact]:
    compact = paper.text.compact
    found = _of_applicant(paper, compact) or _first(compact) or _in_certificate(paper, compact)
    if found is None:
        return []
    person, post = found
    facts = [paper.fact("person", person.string, person, sure=0.9)]
    split = _WITHIN.match(post.string) or _BODY.match(post.string)
    if split is None:
        return [*facts, paper.fact("position", post.string, post, sure=0.85)]
    return [
        *facts,
        paper.fact("position", split.group(2), post[split.start(2) :], sure=0.88),
        paper.fact("body", common.tidy_name(split.group(1)), post[: split.end(1)], sure=0.88),
    ]


def _of_applicant(paper: Paper, compact: Text) -> tuple[Text, Text] | None:
    """The applicant's person among several: `某某（某某协会）任某某总工会委员`."""
    if paper.organization is None:
        return None
    from dossier.names import same_organization

    for match in _OF_UNIT.finditer(compact.string):
        if same_organization(match.group(2), paper.organization.name).verdict == "same":
            return compact[match.start(1) : match.end(1)], compact[match.start(3) : match.end(3)]
    return None


def _first(compact: Text) -> tuple[Text, Text] | None:
    """The first person who takes a post, and the post with its body."""
    for pattern in _PATTERNS:
        match = pattern.search(compact.string)
        if match:
            return compact[match.start(1) : match.end(1)], compact[match.start(2) : match.end(2)]
    return None


def _in_certificate(paper: Paper, compact: Text) -> tuple[Text, Text] | None:
    """A certificate that speaks to its holder: `某某同志：聘请您担任…`."""
    hired = _HIRED.search(compact.string)
    if hired is None:
        return None
    for row in paper.rows:
        words = row.text.compact
        named = _CERTIFICATE.match(words.string) or _AFTER_BODY.match(words.string)
        if named:
            return words[named.start(1) : named.end(1)], compact[hired.start(1) : hired.end(1)]
    return None


def _labelled(paper: Paper, fields: list[Field]) -> list[Fact]:
    facts: list[Fact] = []
    field = first(fields, "person")
    person = person_in(field.text) if field else None
    if person is not None:
        facts.append(paper.fact("person", person.string, person, sure=0.93))
    for name in ("position", "body"):
        field = first(fields, name)
        if field is not None:
            facts.append(paper.fact(name, common.tidy_name(field.cell.string), field.cell, sure=0.9))
    return facts


CHECKER = Checker(
    Cues(
        Kind.APPOINTMENT,
        titles=(
            (
                r"聘书|聘(任|请|用)书|任命书|委任(书|状)|任职证明|聘[请用任].{0,16}证书|聘[请用任]?证$|任职证$|(?:任职|任命|委任|兼职|挂职|当选)证书|兼职证明|挂职证明",
                12,
            ),
            (
                (
                    r"(任职|聘任|聘请|任命|任免|挂职|兼职|兼[（(]挂[)）]职|挂[（(]兼[)）]职|挂兼职|兼挂职|补选|增补|替补|当选|选举结果|任用|委派|选派|聘用).{0,40}"
                    r"(通知|通报|决定|批复|公告|证明|函|文件|登记表|审批表|备案表|呈报表|报批表|申报表|审核表|考察表|任命表|名单|人员表|一览表|推荐表|意见)"
                ),
                11,
            ),
            (r"同志.{0,20}(任|职务)", 8),
            (r"(换届|合同|处罚|表彰|制度|社保|专职(工作)?人员)", -5),
            (r"(成立|建立|组建|设立|筹建).{2,50}工会", -11),
        ),
        words=(
            (r"(聘请|聘任|任命|兼任|担任|挂职|当选).{0,40}(主席|委员|常委|主任|顾问|指导员|理事)", 2.5),
            (r"(任职|聘任|所任|拟任|兼任|挂职)(机构|单位|职务|岗位)", 2),
            (r"任命单位|聘任单位|聘期|任期|任职时间", 0.8),
            (r"聘书", 1.5),
            (r"[兹特现]聘[请任用]?(?:您|你|[\u4e00-\u9fa5]{2,4}(?:同志|先生|女士|老师))", 4.5),
            (r"拟[任聘兼挂](任|职)?(职务|岗位|单位|机构|工会)", 2),
            (r"甲方|租赁|记者|满意", -3),
        ),
    ),
    extract,
)
