"""换届材料: which session, when, approved by whom."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field
from extractors.kinds import Checker, common, vocabulary
from extractors.kinds.opinions import signed
from extractors.labels import Labels
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.values import closing_date, dates, is_body

LABELS = Labels.of(
    {
        "organization_name": vocabulary.ORGANIZATION,
        "session": ("届次", "本届届次", "换届届次", "届数"),
        "date": (
            "会议时间", "换届时间", "换届日期", "选举时间", "召开时间", "时间", "大会时间", "会议日期", "日期", "本次换届时间", "本届换届时间", "选举日期", "换届大会时间",
            "换届会议时间", "大会召开时间", "会议召开时间", "换届选举时间", "本届起始时间", "召开日期",
        ),
        "approving_body": ("批准机关", "审批机关", "批复单位", "批准单位", "登记管理机关", "备案机关"),
        "opinion": (
            "意见$",
            "审批机关意见", "登记管理机关意见", "备案机关意见", "审批意见", "批准机关意见", "登记机关意见", "核准意见", "备案意见", "登记管理机关审核意见", "登记管理机关审批意见",
        ),
    },
    stops=(
        "姓名", "职务", "序号", "性别", "地点", "会议地点", "主持人", "参加人员", "应到人数", "实到人数", "记录人", "出席人员", "议题", "上届换届时间", "上次换届时间", "上届时间", "届满时间", "任期",
        "新任负责人", "拟任负责人", "业务主管单位意见", "业务主管单位", "应到", "实到", "成立时间", "上届届满时间",
    ),
    strict=True,
)  # fmt: skip
_NUMERALS = "〇一二三四五六七八九"
_SESSION = re.compile(
    r"(?<![\d.年月日])第?([一二三四五六七八九十\d]{1,3})届(?:第?[一二三四五六七八九十\d]{1,2}次)?"
)


def session_number(words: str) -> int:
    """三 → 3, 十二 → 12, 5 → 5."""
    if words.isdigit():
        return int(words)
    tens, _, ones = words.rpartition("十")
    if "十" not in words:
        return _NUMERALS.index(words[-1])
    return (_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a change of term."""
    fields = paper.fields(LABELS)
    facts: list[Fact] = []
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        facts.append(
            paper.fact("organization_name", common.tidy_name(named.value), named.text, sure=named.sure)
        )
    else:
        beside = [field for field in fields if not field.below]
        facts += common.organization_name(paper, beside) or _own(paper)
    facts += _session(paper, fields)
    facts += _date(paper, common.dated(paper, fields, "date", closing=False))
    body, _ = signed(fields)
    if body is not None:
        return [*facts, paper.fact("approving_body", common.tidy_name(body.string), body, sure=0.95)]
    approving = common.body_fact(paper, fields, "approving_body", closing=_is_reply(paper))
    return facts + (approving or _approved(paper))


_APPROVED = re.compile(
    r"(?:已?(?:报|经|获|由)|得到|取得)([\u4e00-\u9fa5（）()]{4,30}?)(?:审查|审核)?(?:同意|批准|核准|批复|备案|核准备案)"
    r"|[，。；]([\u4e00-\u9fa5（）()]{4,30}?)(?:派员|派人|派代表)[\u4e00-\u9fa5、]{0,10}并(?:表示)?(?:同意|批准|核准)"
)


def _approved(paper: Paper) -> list[Fact]:
    """Who agreed, as the minutes tell it: `本次换届已报某某民政局同意`."""
    compact = paper.text.compact
    for match in _APPROVED.finditer(compact.string):
        body = compact[match.start(match.lastindex or 1) : match.end(match.lastindex or 1)]
        if is_body(body.string) and common.is_authority(body.string):
            return [paper.fact("approving_body", common.tidy_name(body.string), body, sure=0.85)]
    return []


def _is_reply(paper: Paper) -> bool:
    """Whether another body answers: the one that signs is then the one that approves."""
    return bool(re.search(r"批复|核准|准予|备案|同意你", paper.text.compact.string[:400]))


def _own(paper: Paper) -> list[Fact]:
    title = paper.title.compact
    match = re.search(
        r"(?:关于)?(?:同意|准予|核准|批准)?([\u4e00-\u9fa5（）()]{4,36}?(?:协会|学会|研究会|促进会|联合会|商会|基金会|中心|总会|服务社|联盟))",
        title.string,
    )
    if match and is_body(match.group(1)):
        name = re.sub(r"^(关于|同意|准予|核准|批准)+", "", match.group(1))
        start = match.end(1) - len(name)
        return [paper.fact("organization_name", name, title[start : match.end(1)], sure=0.85)]
    return []


def _session(paper: Paper, fields: list[Field]) -> list[Fact]:
    labelled = [field.cell for field in fields if field.name == "session"]
    for text in (*labelled, paper.title.compact, paper.text.compact):
        found = [match for match in _SESSION.finditer(text.string) if match.group(1) != "十"]
        if found:
            numbers = [session_number(match.group(1)) for match in found]
            best = max(range(len(found)), key=lambda index: numbers[index])
            match = found[best]
            return [paper.fact("session", numbers[best], text[match.start() : match.end()], sure=0.9)]
    return []


def _date(paper: Paper, labelled: list[Fact]) -> list[Fact]:
    if labelled:
        return labelled
    compact = paper.text.compact
    for found in dates(paper.text):
        at = compact.string.find(found.text.string)
        if len(found.value) > 4 and re.search(
            r"召开|举行|选举|换届", compact.string[at + len(found.text) : at + len(found.text) + 40]
        ):
            return [paper.fact("date", found.value, found.text, sure=0.9 * found.sure)]
    found = closing_date(paper.layouts)
    return [] if found is None else [paper.fact("date", found.value, found.text, sure=0.85 * found.sure)]


CHECKER = Checker(
    Cues(
        Kind.TERM_CHANGE,
        titles=(
            (r"换届", 12),
            (
                r"第?[一二三四五六七八九十\d]+届.{0,20}(会员(代表)?大会|理事会|选举|成立大会).{0,16}(决议|纪要|记录|批复|公告|结果|报告|通知)?",
                10,
            ),
            (r"(会员(代表)?大会|理事会).{0,14}(选举|决议|纪要)", 9),
            (r"(选举|负责人(变更|备案)?).{0,10}(批复|核准|备案|备案表|结果|登记表|报告)", 8),
            (r"工会.{0,20}(批复|委员)|章程$|制度|聘书|表彰", -5),
        ),
        words=(
            (r"换届", 2.5),
            (r"换届(大会|会议|选举).{0,200}?(当选|选举产生)|(当选|选举产生).{0,200}?换届(方案|大会|选举)", 5),
            (r"第[一二三四五六七八九十]+届", 1.5),
            (r"选举(产生|了)|当选", 1.2),
            (r"会长|理事长|监事", 0.5),
            (r"甲方|记者|处罚", -3),
        ),
    ),
    extract,
)
