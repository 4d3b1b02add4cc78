"""表彰奖励: certificates of honour, plaques, and decisions with lists of recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common, numbered, vocabulary
from extractors.kinds.honours import HONOURS, PLAQUE, after_recipient, honour_of, names_a_body, tidy_title
from extractors.kinds.told_honours import printed_under_title, tidings_of
from extractors.labels import Labels
from extractors.layout import Layout
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.recipients import Listed, listed
from extractors.standing import level_facts
from extractors.text import Text
from extractors.values import bodies, body_of, closing_bodies, closing_date, is_body

LABELS = Labels.of(
    {
        "recipient": ("获奖单位", "获奖者", "获奖人", "获奖集体", "受表彰单位", "受表彰人", "受表彰集体", "受表彰组织", "受奖单位", "荣誉单位", "获得单位", "获奖对象",
                      "获奖组织", "单位$", "获得者", "获得单位", "被授予单位", "受表彰对象", "表彰对象", "授予对象", "获奖者姓名", "获奖单位名称", "获奖机构", "获奖主体", "受表彰者", "受奖者", "获得集体", "荣获单位", "荣誉获得者", "姓名$", "兹授予$", "特授予$", "授予$", "颁给$", "颁予$"),
        "honor_title": ("荣誉称号$", "荣誉名称", "奖项名称", "所获荣誉", "所获奖项", "获得荣誉", "获得奖项", "获奖等次", "获奖等级", "奖励名称", "表彰项目", "奖项$", "称号$", "获奖名称"),
        "project": ("获奖项目", "参赛项目", "项目名称", "作品名称", "获奖作品"),
        "issuing_authority": (*vocabulary.ISSUER, "颁奖单位", "表彰单位", "授奖单位", "主办单位", "表彰机关"),
        "issue_date": (*vocabulary.ISSUED, "颁奖日期", "获奖日期", "获奖时间", "授予时间", "表彰时间", "表彰日期", "颁奖时间", "授奖日期", "公布日期", "发文日期", "发文时间", "日期$", "成文日期"),
        "document_number": ("文号$", "发文字号$", "批准文号", "表彰文号"),
    },
    stops=("证书编号$", "编号$", "等级$", "推荐单位$", "序号$"),
)  # fmt: skip

_PERSON_TITLE = re.compile(
    r"(先进个人|工作者|劳动模范|能手|标兵|个人|之星|最美[\u4e00-\u9fa5]{1,4}人|志愿者|带头人|领军人物|人物|奖章)$"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of an award."""
    fields = paper.fields(LABELS)
    entry = listed(paper)
    tidings = tidings_of(paper)
    facts = [*(_recipient(paper, fields, entry) or tidings.recipient)]
    honor = honour_of(paper, fields, entry)
    if honor is not None and facts and str(facts[0].value) == common.tidy_name(honor.string):
        facts = []
    if honor is not None and facts:
        honor = after_recipient(honor, str(facts[0].raw))
    if honor is not None:
        facts.append(paper.fact("honor_title", tidy_title(honor.string), honor, sure=0.9))
    facts += _recipient_type(paper, facts, honor, entry)
    authority = (
        common.body_fact(paper, fields, "issuing_authority")
        or common.body_fact(paper, paper.fields(PUBLISHED), "issuing_authority", closing=False)
        or tidings.authority
    )
    printed = printed_under_title(paper)
    if entry is not None:
        authority = _listed_apart(printed.authority or authority)
    authority = _without_recipient(authority or _over_plaque(paper), facts)
    facts += authority
    facts += level_facts(paper, authority, "authority_level")
    labelled = first(fields, "document_number")
    number = numbered.document_number(paper, labelled.text) if labelled else []
    facts += number or numbered.document_number(paper)
    facts += common.dated(paper, fields, "issue_date") or tidings.date or printed.date
    return facts


def _listed_apart(authority: list[Fact]) -> list[Fact]:
    """Who signed a list, without the last ones listed, who stand right above."""
    kept: list[Fact] = []
    for fact in authority:
        named = str(fact.value).split("、")
        offices = [name for name in named if common.is_authority(name)] or named[-1:]
        kept.append(fact.model_copy(update={"value": "、".join(offices)}) if offices != named else fact)
    return kept


def _without_recipient(authority: list[Fact], facts: list[Fact]) -> list[Fact]:
    """Who gave the honour, without the one honoured and the honour, which stand above the signature on a plaque."""
    honoured = {str(fact.value) for fact in facts if fact.name in ("recipient", "honor_title")}
    kept: list[Fact] = []
    for fact in authority:
        named = str(fact.value).split("、")
        others = [name for name in named if name not in honoured]
        kept.append(
            fact if not others or others == named else fact.model_copy(update={"value": "、".join(others)})
        )
    return kept


PUBLISHED = Labels.of(
    {"issuing_authority": ("来源", "信息来源", "文章来源", "发布单位", "发布机构", "发布机关", "发文单位", "发文机关")},
    stops=("发布时间", "发布日期", "浏览", "浏览次数", "浏览量", "访问量", "时间", "作者", "字体", "字号", "阅读", "日期", "编辑", "责任编辑", "文号", "索引号"),
)  # fmt: skip


def _recipient(paper: Paper, fields: list[Field], entry: Listed | None) -> list[Fact]:
    if entry is not None:
        return [
            paper.fact(
                "recipient", common.tidy_name(entry.name.compact.string), entry.name, sure=0.95 * entry.sure
            )
        ]
    for row in paper.rows:
        compact = row.text.compact
        match = re.match(
            r"^(?:[兹特]?(?:授予|表彰|命名))?([\u4e00-\u9fa5（）()·]{2,40}?)(?:(同志|先生|女士)[:：]?|[:：])$",
            compact.string,
        )
        if (
            match
            and (match.group(2) or is_body(match.group(1)) or len(match.group(1)) <= 4)
            and not _addressed(match.group(1))
        ):
            return [
                paper.fact(
                    "recipient",
                    common.tidy_name(match.group(1)),
                    compact[match.start(1) : match.end(1)],
                    sure=0.94,
                )
            ]
    labelled = first(fields, "recipient")
    if labelled is not None:
        head = re.split(r"[“\"「『《‘〝，,。\n\t]|为\d{4}|20\d\d年", labelled.text.string)[0]
        name = body_of(labelled.text[: len(head)])
        if is_body(name.string) or (len(name) >= 2 and not _HEADING_CELL.search(name.string)):
            return [paper.fact("recipient", common.tidy_name(name.string), name, sure=0.93)]
    named = applicant_in(paper.text, paper.organization)
    member = _member(paper, named.text) if named is not None else None
    if member is not None:
        return [paper.fact("recipient", member.string, member, sure=0.9)]
    if named is not None and len(paper.layouts) == 1 and len(paper.text) < 400:
        union = _union_named(named.text)
        name, sure = (union, 0.92) if union else (named.text, 0.92 * named.sure)
        return [paper.fact("recipient", common.tidy_name(name.string), name, sure=sure)]
    compact = paper.text.compact
    match = re.search(
        r"(?:兹|特)?(?:授予|表彰|认定|命名)[:：]?([\u4e00-\u9fa5（）()·]{2,40}?)(同志)?(?:为|[“\"「『《‘〝]|20\d\d|荣获|荣誉)",
        compact.string,
    )
    if match and (match.group(2) or is_body(match.group(1)) or _PERSON.fullmatch(match.group(1))):
        return [
            paper.fact(
                "recipient",
                common.tidy_name(match.group(1)),
                compact[match.start(1) : match.end(1)],
                sure=0.85,
            )
        ]
    return _subject(paper) or _plaque_recipient(paper)


def _union_named(name: Text) -> Text | None:
    """The applicant's union, where that is what stands in the applicant's line: the honour is the union's."""
    line = body_of(Text.of(name.fragments[0]))
    begins = line.string.startswith(name.compact.string) and len(line) > len(name.compact)
    return line if begins and common.is_bodys_union(line.string) else None


_ONE_OF = re.compile(
    r"的?(?:职工|员工|社工|会员|会长|副会长|秘书长|理事长|副?主任|负责人|党支部书记|工会主席)?([\u4e00-\u9fa5]{2,4}?)(?:同志|先生|女士|同学|老师)"
)


def _member(paper: Paper, name: Text) -> Text | None:
    """The person whose body the applicant is: `某某协会沈某同志扎根一线…`. The honour is that person's."""
    compact = paper.text.compact
    at = compact.string.find(name.compact.string)
    match = _ONE_OF.match(compact.string, at + len(name.compact)) if at >= 0 else None
    return compact[match.start(1) : match.end(1)] if match else None


_HEADING_CELL = re.compile(r"(?:地区|名称|单位|序号|备注|等次|类别|级别|日期|时间|编号|姓名|职务|事迹)$")
"""A table's next heading, which stands right of the heading of the recipients."""

_SUBJECT = re.compile(
    r"^(?:经[^，。]{2,30}[，,])?(?:兹|现|热烈祝贺|祝贺|恭喜|喜报[：:]?)?([\u4e00-\u9fa5（）()·]{2,40}?)(同志|先生|女士)?(?:在[^。]{2,60}?[中里上][，,]?[^。，]{0,30}?[，,]?|于[^，。]{2,20}[，,]?|[，,])?(?:荣获|喜获|荣膺|获得|被授予|被评为|被评选为|被命名为|被认定为|获评|获“)"
)


def _subject(paper: Paper) -> list[Fact]:
    """The one that a sentence at a row's beginning tells to have won: `某某协会荣获“…”`."""
    for row in paper.rows:
        compact = row.text.compact
        match = _SUBJECT.match(compact.string)
        if match and (match.group(2) or is_body(match.group(1)) or _PERSON.fullmatch(match.group(1))):
            name = compact[match.start(1) : match.end(1)]
            return [paper.fact("recipient", common.tidy_name(name.string), name, sure=0.88)]
    return []


_PERSON = re.compile(
    r"(?!其|他|她|该|以下|下列|有关|全市|全省|希望|号召|要求|同意|决定|各|近日|日前|今年|去年)[\u4e00-\u9fa5]{2,4}(?<![等位名个家单集人体项])"
)
"""A person's name right before the title of honour, as in `授予沈某“…”称号`."""


def _plaque_recipient(paper: Paper) -> list[Fact]:
    """On a plaque without verbs: the free-standing body that isn't an authority, on a page of few words."""
    if len(paper.text) > 200 or "名单" in paper.text.string:
        return []
    signatures = closing_bodies(paper.layouts)
    signed = {body.string for body in signatures} if len(signatures) == 1 else set[str]()
    for row in paper.rows:
        compact = body_of(row.text)
        if (
            names_a_body(compact.string)
            and compact.string not in signed
            and (not common.is_authority(compact.string) or common.is_bodys_union(compact.string))
        ):
            return [paper.fact("recipient", common.tidy_name(compact.string), compact, sure=0.8)]
    return []


def _addressed(words: str) -> bool:
    """Whether a line with a colon addresses the offices that a decision is sent to."""
    return bool(re.search(r"(各|有关|全市|全省|全区|全体)", words)) or bool(
        re.search(r"(编号|日期|时间|单位|名单|如下|附件)$", words)
    )


def _recipient_type(paper: Paper, facts: list[Fact], honor: Text | None, entry: Listed | None) -> list[Fact]:
    recipient = next((fact for fact in facts if fact.name == "recipient"), None)
    if recipient is None:
        return _type_by_title(paper, honor)
    at = entry.name if entry is not None else None
    if entry is not None and entry.person is not None:
        return [paper.fact("recipient_type", "person", entry.person, sure=0.9)]
    text = at if at is not None else _place_of(paper, recipient)
    name = str(recipient.value)
    compact = paper.text.compact.string
    person = bool(re.search(rf"{re.escape(name)}(同志|先生|女士)", compact)) or (
        len(name) <= 4 and not is_body(name)
    )
    contrary = False
    if honor is not None and not person:
        titled = bool(_OF_PERSONS.search(tidy_title(honor.string)))
        person = bool(_PERSON_TITLE.search(honor.string)) and not is_body(name)
        contrary = titled and not person
    return [
        paper.fact(
            "recipient_type",
            "person" if person else "organization",
            text,
            sure=_DOUBTFUL if contrary else 0.95 if person or is_body(name) else 0.75,
        )
    ]


_OF_PERSONS = re.compile(r"(先进个人|个人|工作者|劳动模范|带头人|领军人物|人物|辅导员|指导员)$")
_DOUBTFUL = 0.5
"""How sure it is that a body is honoured where the title of honour is a person's."""


def _type_by_title(paper: Paper, honor: Text | None) -> list[Fact]:
    """Whom an honour is for by its title alone: a medal is a person's, whoever is on the list."""
    if honor is None or not _PERSON_TITLE.search(tidy_title(honor.string)):
        return []
    return [paper.fact("recipient_type", "person", honor, sure=0.85)]


def _place_of(paper: Paper, fact: Fact) -> Text:
    compact = paper.text.compact
    raw = fact.raw
    start = compact.string.find(raw)
    return compact[start : start + len(raw)] if start >= 0 else compact[:1]


def _over_plaque(paper: Paper) -> list[Fact]:
    """The offices that a plaque names over what it honours with, rather than under it."""
    if len(paper.text.compact) > PLAQUE:
        return []
    found = [
        body
        for row in paper.rows
        for body in bodies(row.text)
        if common.is_authority(body.string) and not common.is_bodys_union(body.string)
    ]
    names = "、".join(common.tidy_name(body.string) for body in found)
    return [paper.fact("issuing_authority", names, found, sure=0.85)] if found else []


_LOOKS = 4.5
"""What the looks of a plaque weigh: any title in its words that tells another kind weighs more."""


def _looks(layouts: Sequence[Layout]) -> float:
    """Few words, a body that signs and a day, and one line that stands out: a plaque."""
    paper = Paper("", 0, Kind.AWARD, tuple(layouts))
    honor = honour_of(paper, [], None) if len(layouts) == 1 and len(paper.text.compact) <= PLAQUE else None
    if honor is None or not HONOURS.search(honor.string):
        return 0.0
    signed = closing_bodies(layouts)
    dated = closing_date(layouts) is not None
    if signed:
        return _LOOKS if common.is_authority(signed[-1].string) else 0.0
    return _LOOKS if _over_plaque(paper) and (dated or _plaque_recipient(paper)) else 0.0


CHECKER = Checker(
    Cues(
        Kind.AWARD,
        titles=(
            (
                r"荣誉证(书|明)|获奖证(书|明)|(表彰|奖励|嘉奖|奖章|授奖|命名|称号)(证书|证明|令)?$|奖章证书?|表彰证书|奖状|奖牌|光荣册|嘉奖令|HONOU?R|AWARD",
                12,
            ),
            (r"^证书$", 5),
            (r"(荣誉|奖项|称号|获奖)[\u4e00-\u9fa5]{0,4}登记(表|卡)$", 9),
            (r"(模范|先进|示范|优秀|标准化)?(职工|职工小|劳模|妇女|青年)之家$", 8),
            (r"(工人先锋号|五一巾帼(标兵岗?|奖状?)|青年文明号|巾帼文明岗)$", 8),
            (r"^(喜报|喜讯|捷报|点赞|(热烈)?祝贺)|再[添获创](新)?(荣誉|佳绩)|(喜获|荣获|荣膺|获评).{3,}", 9),
            (r"(关于)?(表彰|授予|命名|通报表扬|表扬).{0,60}(决定|通知|通报|公告|名单)", 11),
            (r"关于.{2,40}名单的?(公布|公告|公示|通报|通知)", 9),
            (
                r"关于(公布|表彰|表扬|通报表[扬彰]|命名|认定|发布)(?!.*(候选|入围|评估等级|推荐)).{0,40}(先进|优秀|示范|文明|模范|最[美佳]|金牌|品牌|十[佳大]|百[优强]|标兵|能手|之星|贡献奖|杰出|突出|特色|星级)[\u4e00-\u9fa5]{0,14}的(通报|通知|决定|公告)",
                15,
            ),
            (
                r"(先进|优秀|示范|文明|模范|最[美佳]|金牌|品牌|十[佳大]|百[优强]|五一|标兵|能手|之星|贡献奖|杰出|突出|爱心|星级)(?!.*(候选|入围|推荐|评估等级))[\u4e00-\u9fa5]{0,14}(名单|一览表|名册|花名册)$",
                11,
            ),
            (r"(公布|关于).{0,40}(先进|优秀|劳动|工匠|标兵|能手|模范|五一|示范).{0,40}(决定|通报|名单)", 10),
            (r"(评选|评定|获奖|认定|命名|评审).{0,20}(结果|名单).{0,10}(通报|公告|公示|通知)?", 8),
            (
                r"(先进|优秀|示范|文明|模范|最美|金牌|品牌|十[佳大]|五一)[\u4e00-\u9fa5]{0,12}(集体|单位|组织|个人|工作者|案例|项目|团队|点|基地|奖状?|奖章|能手|先锋号|人物|企业|园区|社区|家庭|学校|班组|窗口)$",
                8,
            ),
            (r"表彰(对象|名单|人员|单位|汇总)|获奖(名单|汇总)|受表彰", 10),
            (
                r"申报|评估等级|满意度|登记证|处罚|合同|协议|制度|办法|培训(通知|记录|签到|总结|计划)|方案|总结|计划|聘书|会议|章程|工会法人|批复",
                -8,
            ),
        ),
        words=(
            (r"荣获|喜获|荣膺|荣誉称号|光荣称号", 2.5),
            (r"印发(的)?(通报|通知|决定|文件)|发文(表彰|通报)|(荣获|喜获|被授予|获评|被评为)[“\"「]", 2),
            (r"特发此证|以资鼓励|特此表彰|予以表彰|特颁此证|特授此|通报表扬", 2.5),
            (r"被?(评为|授予).{0,30}(先进|优秀|示范|文明|模范|称号|奖)", 1.5),
            (r"荣誉证书|获奖证书|受表彰(单位|人|集体)|CERTIFICATEOFHONOR", 2.5),
            (r"(表彰|授予|命名).{0,50}的决定", 2),
            (r"名单.{0,4}公布|公布如下|经.{0,6}(推荐|评审).{0,8}公示", 1.5),
            (r"先进集体|先进单位|优秀社会组织|示范单位|一等奖|二等奖|三等奖|五一劳动", 1),
            (r"评估等级|满意度|记者|通讯员|甲方|处罚决定|签到|责任编辑|自评", -3),
        ),
    ),
    extract,
    _looks,
)
