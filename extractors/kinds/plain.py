"""Kinds that are told by title, organization, date and organizer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.fields import Field, first
from extractors.kinds import Checker, common, vocabulary
from extractors.kinds.held import held_on, holder
from extractors.kinds.plain_cues import CUES
from extractors.labels import Labels
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.standing import level_facts
from extractors.text import Text
from extractors.values import Value, body_in, body_of, closing_date, dates, is_body

_WORDS: dict[str, Sequence[str]] = {
        "organization_name": (*vocabulary.ORGANIZATION, "编制单位", "制定单位", "填报单位", "实施单位", "承办单位", "执行单位", "执行机构", "实施机构", "承办机构", "承办方", "执行方", "实施方", "汇报单位", "记录单位", "服务机构", "制表单位", "项目单位", "所属单位", "受评单位", "被评单位", "受评价单位", "被考核单位", "受考核单位"),
        "organizer": (
            "主办单位", "组织单位", "举办单位", "主办方", "主办", "召集单位", "会议主办", "验收单位", "委托单位", "牵头单位", "主持单位",
            "主办部门", "组织部门", "组织者", "发起单位", "召开单位", "举办方", "评价单位", "确认单位", "采购单位", "购买单位", "验收方", "购买方", "委托方",
            "召集方", "召集部门", "召集机构", "发起方", "发起机构", "会议发起方", "活动发起方", "活动主办", "活动主办方", "活动主办单位", "会议主办方", "会议主办单位", "主办机构", "主办者", "举办机构",
            "组织方", "组织机构", "组织学习", "组织学习单位", "学习组织单位", "学习组织", "活动组织", "活动组织单位", "活动组织者", "会议组织单位", "牵头组织", "牵头方", "牵头部门", "牵头机构", "主持方", "召集组织",
        ),
        "title": ("学习主题", "制度名称", "案例标题", "案例名称", "品牌名称", "服务品牌名称", "品牌项目名称", "材料标题"),
        "theme": ("主题", "活动主题", "活动名称", "会议主题", "会议名称", "活动项目"),
        "date": (
            "活动时间", "活动日期", "会议时间", "会议日期", "学习时间", "学习日期", "召开时间", "召开日期", "通过日期", "制定日期", "编制日期", "编制时间",
            "培训时间", "时间", "日期", "填报日期", "填报时间", "填表日期", "填表时间", "制表日期", "制表时间", "报送日期", "报送时间", "上报日期", "上报时间", "验收日期", "验收时间", "举办时间", "举办日期",
            "举行时间", "开展时间", "会期", "确认日期", "评价时间", "评价日期", "走访时间", "走访日期", "慰问时间", "慰问日期", "拍摄日期", "拍摄时间", "开会时间", "开会日期", "举行日期", "开展日期", "服务时间", "审议日期", "审议时间", "修订日期", "实施日期", "施行日期",
        ),
}  # fmt: skip
_STOPS = (
        "地点", "会议地点", "活动地点", "学习地点", "参加人员", "参会人员", "参学单位", "参学人员", "参学人数", "参加单位", "参会单位", "出席单位", "出席人员", "列席人员", "协办单位", "协办", "主持人", "主持",
        "记录人", "记录", "内容", "活动内容", "会议内容", "学习内容", "人数", "参加人数", "整理", "归档时间",
        "发布时间", "发布日期", "验收结论", "验收意见", "承接单位", "服务单位", "被验收单位", "参与单位", "承接主体", "项目名称", "合同编号", "项目编号", "议题", "缺席", "审核", "审核人", "填表人", "制表人", "拍摄人", "拍摄者", "摄影", "拍摄地点", "归档号", "协同单位", "协作单位", "支持单位", "指导单位", "配合单位", "参与人数", "应到", "实到", "备注", "缺席", "出席", "列席", "学时", "方式", "评价", "联系人", "联系电话",
)  # fmt: skip
LABELS = Labels.of(_WORDS, _STOPS, strict=True)

_ACCEPTED = Labels.of(
    {
        **_WORDS,
        "organizer": (
            *_WORDS["organizer"],
            "组织验收单位", "验收组织单位", "验收主体", "验收组织方", "评估组织方", "评估组织单位", "组织评估单位", "评审组织方", "评审组织单位", "评审单位", "考核单位", "考评单位", "考核组织单位", "评价组织单位",
            "组织方", "采购人", "采购人名称", "采购人（甲方）", "采购方", "采购单位名称", "购买主体", "购买单位（甲方）", "项目购买方", "项目采购单位", "委托人", "委托单位（甲方）", "甲方（委托方）", "甲方（采购人）", "甲方（购买方）",
            "甲方（购买主体）", "项目委托单位", "项目委托方", "委托主体", "业主单位", "建设单位", "发包方", "发包人", "资助方", "资助单位", "出资方", "出资单位", "项目主管单位", "甲方", "甲方单位", "用户单位", "使用单位", "接收单位",
        ),
        "date": (
            *_WORDS["date"],
            "评估时间", "评估日期", "评审时间", "评审日期", "结项时间", "结项日期", "考核时间", "考核日期", "查验日期", "查验时间", "考评时间", "考评日期", "评定日期", "评定时间", "交付日期", "验收通过日期", "签署日期",
        ),
        "published": ("发布时间", "发布日期", "公示时间", "公示日期", "发文日期", "公告日期", "公告时间"),
        "publisher": ("来源", "信息来源", "文章来源", "稿件来源", "发布单位", "发布机构", "公示单位", "公告单位", "发布部门"),
    },
    (*(stop for stop in _STOPS if stop not in ("发布时间", "发布日期")), "浏览", "浏览次数", "阅读", "字号", "供应商", "供应商名称", "承接方", "实施机构", "受托方", "乙方", "合同金额", "履约地点"),
    strict=True,
)  # fmt: skip
"""An acceptance is held by who buys, by whatever name; a published list of results by who publishes it."""

_TOPICS = (
    ("选举", r"选举|民主"),
    ("财务", r"财务|会计|资金管理|经费管理|报销"),
    ("档案", r"档案"),
    ("人事", r"人事|人力资源|员工|劳动用工|聘用|薪酬|考勤"),
    ("工会职责", r"工会.{0,14}(职责|分工|责任制)|(工会主席|工会委员).{0,10}职责"),
)


def extract(paper: Paper) -> list[Fact]:
    """Title, organization, date and organizer of a document."""
    fields = paper.fields(_ACCEPTED if paper.kind is Kind.ACCEPTANCE else LABELS)
    facts = [
        *(_titled(fields, paper) or common.title_fact(paper)),
        *_organization(paper, fields),
        *_date(paper, fields),
    ]
    organizer = _organizer(paper, fields)
    facts += organizer
    facts += level_facts(paper, organizer, "organizer_level")
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        facts.append(paper.fact("mentions_organization", True, named.text, sure=named.sure))
    return facts


def _titled(fields: list[Field], paper: Paper) -> list[Fact]:
    """What a form is about, where its own title only says what form it is."""
    title = paper.title.compact.string
    field = first(fields, "theme") if _BOOK.search(title) else first(fields, "title")
    if (
        field is None
        or not (_BOOK.search(title) or _FORM.search(title))
        or not _LEAST <= len(field.cell) <= _MOST
    ):
        return []
    return [paper.fact("title", field.cell.string, field.cell, sure=0.9)]


_FORM = re.compile(
    r"^(?:(?:学习|活动|会议|培训)[\u4e00-\u9fa5]{0,4}(?:登记|记录)[表簿卡]|.*制度汇编|.*(?:案例|品牌)[\u4e00-\u9fa5]{0,4}(?:征集|推荐|申报|登记|评选|报送|信息)(?:登记)?[表卡]|.*品牌(?:推荐|申报|参评)材料)$"
)
_BOOK = re.compile(r"(?:学习|活动|会议|工作|慰问|走访)[\u4e00-\u9fa5]{0,4}(?:登记|记录|记事)[簿本]$")
"""What a book is called whose pages tell of one event each."""

_LEAST, _MOST = 4, 40
"""Characters of what a form is about."""


def _organization(paper: Paper, fields: list[Field]) -> list[Fact]:
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        return [paper.fact("organization_name", common.tidy_name(named.value), named.text, sure=named.sure)]
    field = first(fields, "organization_name")
    body = body_in(field.text) if field is not None else None
    if body is not None and is_body(body.string):
        return [paper.fact("organization_name", common.tidy_name(body.string), body, sure=0.95)]
    return _own_body(paper)


def _own_body(paper: Paper) -> list[Fact]:
    """The body at the head of the title, else the one that signed."""
    titled = common.title_body(paper)
    if titled:
        return titled
    for row in paper.rows[:4]:
        compact = body_of(row.text)
        if is_body(compact.string):
            return [paper.fact("organization_name", common.tidy_name(compact.string), compact, sure=0.85)]
    return common.body_fact(paper, [], "organization_name")


def _date(paper: Paper, fields: list[Field]) -> list[Fact]:
    """What took place has its own day; what was written has the day under it."""
    labelled = common.dated(paper, fields, "date", closing=False)
    found = _closing(paper)
    closing = [paper.fact("date", found.value, found.text, sure=0.93 * found.sure)] if found else []
    whole = [fact for fact in labelled if len(str(fact.value)) == len("2024-01-01")]
    if paper.kind in _EVENTS:
        if labelled:
            return labelled
        held = held_on(paper)
        if held is not None:
            return [paper.fact("date", held.value, held.text, sure=0.9 * held.sure)]
        return closing or [
            _renamed(each, "date") for each in common.dated(paper, fields, "published", closing=False)
        ]
    if found is not None and len(found.value) == len("2024-01-01"):
        return closing
    if whole or closing:
        return whole or closing
    alone = _alone(paper)
    if alone is not None:
        return [paper.fact("date", alone.value, alone.text, sure=0.85 * alone.sure)]
    other = next((each for each in dates(_prose(paper)) if len(each.value) > len("2024")), None)
    return labelled or (
        [paper.fact("date", other.value, other.text, sure=0.75 * other.sure)] if other else []
    )


def _alone(paper: Paper) -> Value[str] | None:
    """A cell that is nothing but a day, in a row over or under a table that says of whom and in what unit it is."""
    for row in paper.rows:
        cells = [Text.of(fragment).compact for fragment in row.fragments]
        if not any(re.search(r"(?:单位|编制|审核|制表)[：:]", cell.string) for cell in cells):
            continue
        for cell in cells:
            found = list(dates(cell))
            if (
                len(found) == 1
                and len(found[0].value) == len("2024-01-01")
                and len(found[0].text) == len(cell)
            ):
                return found[0]
    return None


def _prose(paper: Paper) -> Text:
    """The rows that are no table's."""
    return Text.join("\n", [row.text for row in paper.rows if len(row.fragments) < _TABLE])


_TABLE = 3
"""Cells from which a row is a table's."""


def _closing(paper: Paper) -> Value[str] | None:
    """The day under the paper, or on its cover where its last pages have months only. Dates in a table are none."""
    tables = [
        row for row in paper.rows if len(row.fragments) >= _TABLE and not _SIGNED.search(row.text.string)
    ]
    cells = {id(each) for row in tables for each in row.fragments}
    found = [
        each
        for layout in reversed(paper.layouts)
        if (each := closing_date([layout])) is not None
        and not any(id(at) in cells for at in each.text.fragments)
    ]
    return next((each for each in found if len(each.value) == len("2024-01-01")), found[0] if found else None)


_SIGNED = re.compile(r"签[字名章][）)]?[：:]?|盖\s*章")
"""What a row for signatures says, which is no table's however many parts it has."""


_EVENTS = {Kind.MEETING_RECORD, Kind.ACTIVITY_RECORD, Kind.STUDY_RECORD, Kind.ACCEPTANCE}
"""Papers about something that took place, which somebody held. The others have an organizer only where a label names one:
who made or signed them is no organizer.
"""


def _organizer(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "organizer")
    if field is not None and not _FOOTER.search(field.value):
        body = _first_body(field)
        if len(body) >= 4:
            return [paper.fact("organizer", common.tidy_name(body.string), body, sure=0.95)]
    if paper.kind not in _EVENTS:
        return []
    held = holder(paper)
    if held is not None:
        return [paper.fact("organizer", common.tidy_name(held.string), held, sure=0.9)]
    signed = common.signed_by(paper, "organizer")
    publisher = first(fields, "publisher")
    body = body_in(publisher.text) if publisher is not None and not signed else None
    if body is not None and is_body(body.string) and _BUYS.search(body.string):
        return [paper.fact("organizer", common.tidy_name(body.string), body, sure=0.85)]
    return common.body_fact(paper, [], "organizer")


_BUYS = re.compile(r"工会|职工|局$|厅$|政府$|委员会$|办事处$|妇女联合会$|妇联$|残疾人联合会$|团委$")
"""A publisher of results that buys services itself, rather than a paper or a site."""


def _renamed(fact: Fact, name: str) -> Fact:
    return fact.model_copy(update={"name": name})


_FOOTER = re.compile(r"网站地图|隐私(?:声明|政策)|联系我们|ICP备|版权所有|技术支持|网站标识码")
"""What stands beside 主办 at a site's foot, where it names who keeps the site."""


def _first_body(field: Field) -> Text:
    """A body's name broken over lines; of several bodies, a line each, the first."""
    lines = [
        body_of(field.text[match.start() : match.end()])
        for match in re.finditer(r"[^\n\t]+", field.text.string)
    ]
    several = len(lines) > 1 and all(is_body(line.string) and len(line) >= _WHOLE for line in lines[:2])
    return lines[0] if several else body_in(field.text)


_WHOLE = 6
"""Characters from which a line with a body's ending is a body's name rather than the rest of one."""


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
    r"|每([一二三四五六七八九十1-9])年(?:换届|改选)[^。；，]{0,4}一次"
)


def _charter(paper: Paper) -> list[Fact]:
    facts = extract(paper)
    compact = paper.text.compact
    match = _TERM.search(compact.string)
    if match:
        words = match.group(1) or match.group(2)
        years = int(words) if words.isdigit() else _NUMERALS.index(words) + 1
        facts.append(paper.fact("term_years", years, compact[match.start() : match.end()], sure=0.9))
    return facts


_READERS = {Kind.CHARTER: _charter, Kind.POLICY_DOCUMENT: _policy}

CHECKERS = tuple(Checker(cues, _READERS.get(cues.kind, extract)) for cues in CUES)
