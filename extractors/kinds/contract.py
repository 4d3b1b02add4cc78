"""合同（协议）: the parties, the subject, the amount, the term."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common
from extractors.labels import Labels
from extractors.paper import Paper
from extractors.standing import level_facts
from extractors.text import Text
from extractors.values import amount_in, body_in, body_of, closing_date, dates, is_body, period_in


def _of_side(side: str, *roles: str) -> tuple[str, ...]:
    """How a side of a contract may be labelled: by itself, by its role, by both in either order."""
    both = [
        form.format(side=side, role=role)
        for role in roles
        for form in ("{side}（{role}）", "{role}（{side}）", "（{side}）{role}", "{side}{role}")
    ]
    return (*both, side, *roles)


LABELS = Labels.of(
    {
        "party_a": _of_side(
            "甲方",
            "委托方", "委托人", "委托单位", "购买主体", "购买方", "购买人", "购买单位", "采购人", "采购方", "采购单位", "发包方", "发包人", "需方", "发起方",
        ),
        "party_b": _of_side(
            "乙方",
            "受托方", "受托人", "受托单位", "承接主体", "承接方", "承接人", "承接单位", "供应商", "成交供应商", "中标供应商", "中标人", "承包方", "承包人", "服务方", "服务单位",
            "供方", "服务商", "服务提供方", "服务机构",
        ),
        "subject": (
            "项目名称", "合同名称", "服务项目", "服务项目名称", "合作项目", "标的", "服务内容", "合作内容", "委托事项", "采购项目", "采购项目名称", "委托项目", "合作事项", "服务名称",
            "合作项目名称", "购买服务项目", "委托项目名称",
        ),
        "amount": (
            "合同总价", "合同金额", "合同价款", "项目经费", "项目金额", "服务费用", "服务费", "合同总金额", "购买金额", "总金额", "合同总额", "经费总额", "项目资金", "合同价", "总价款",
            "服务费总额", "合同费用", "委托费用", "项目总经费", "采购金额", "成交金额", "中标金额",
        ),
        "sign_date": ("签订日期", "签订时间", "签署日期", "签约日期", "签约时间", "签字日期", "日期", "合同签订日期", "签署时间", "合同签订时间"),
        "term": (
            "合同期限", "服务期限", "服务期", "合作期限", "项目周期", "履行期限", "履约期限", "项目期限", "有效期", "协议有效期", "实施期限", "服务时间", "项目实施时间", "有效期限",
            "合同有效期", "服务起止", "服务起止时间", "起止时间", "起止日期", "履行时间", "执行期限", "执行期", "项目执行期", "实施周期", "实施时间", "合作时间", "服务周期", "协议期限",
            "委托期限", "合同起止时间", "项目起止时间", "合同履行期限",
        ),
    },
    stops=("法定代表人", "地址", "住所", "联系电话", "联系人", "开户行", "开户银行", "账号", "合同编号", "签订地点", "统一社会信用代码", "委托代理人", "授权代表", "电话", "编号", "丙方"),
    strict=True,
)  # fmt: skip


def extract(paper: Paper) -> list[Fact]:
    """Facts of a contract."""
    fields = paper.fields(LABELS)
    party_a = party(paper, fields, "party_a")
    return [
        *party_a,
        *level_facts(paper, party_a, "party_a_level"),
        *party(paper, fields, "party_b"),
        *_subject(paper, fields),
        *_amount(paper, fields),
        *signed(paper, fields),
        *term(paper, fields),
    ]


def party(paper: Paper, fields: list[Field], name: str) -> list[Fact]:
    """A party's name under its label, without the brackets that say its role."""
    for field in fields:
        if field.name != name:
            continue
        compact = body_in(field.text)
        head = re.split(
            r"[（(](?:以下|下称|甲方|乙方|公章|盖章|签章|章|委托|承接|受托|出租|承租)|[，,；;]|法定代表人|地址|住所|联系电话|统一社会",
            compact.string,
        )[0]
        found = body_of(compact[: len(head)])
        if len(found) >= 2 and not re.match(r"^(公章|盖章|签字|签章)", found.string):
            return [paper.fact(name, common.tidy_name(found.string), found, sure=0.95)]
    return _in_columns(paper, name) or _called(paper, "甲" if name == "party_a" else "乙", name)


def _in_columns(paper: Paper, name: str) -> list[Fact]:
    """A party in a table whose columns are the parties: its cell in the row of their names."""
    for number, row in enumerate(paper.rows[:-1]):
        heads = [Text.of(fragment).compact.string for fragment in row.fragments]
        sides = [head for head in heads if re.search(r"甲方|乙方|丙方", head) and len(head) <= _SIDE]
        cells = [Text.of(fragment).compact for fragment in paper.rows[number + 1].fragments]
        if len(sides) < 2 or len(cells) != len(sides) + 1 or not _NAMES.fullmatch(cells[0].string):
            continue
        for side, cell in zip(sides, cells[1:], strict=True):
            if ("甲方" if name == "party_a" else "乙方") in side and is_body(cell.string):
                return [paper.fact(name, common.tidy_name(cell.string), cell, sure=0.92)]
    return []


_SIDE = 12
"""Characters of a column's heading that names a side at most."""

_NAMES = re.compile(r"(?:单位)?(?:名称|全称)(?:[（(].{1,6}[)）])?")


_ROLE = r"[（(](?:以下|下)(?:简)?称(?:为)?[：:]?[“\"]?{side}方[”\"]?[)）]"


def _called(paper: Paper, side: str, name: str) -> list[Fact]:
    """A party that a sentence names: `某某总工会（以下简称甲方）与…`."""
    role = re.search(_ROLE.format(side=side), paper.text.string)
    if role is None:
        return []
    before = paper.text[: role.start()]
    for start in _starts(before.string):
        body = before[start:].compact
        if is_body(body.string):
            return [paper.fact(name, common.tidy_name(body.string), body, sure=0.88)]
    return []


def _starts(before: str) -> list[int]:
    """Where the name that ends a text may begin: after a comma or a conjunction, else at the beginning of a row."""
    window = max(0, len(before) - 50)
    marks = [window + match.end() for match in re.finditer(r"[，,。；;、：:）)与和同及]", before[window:])]
    rows = [window + match.end() for match in re.finditer(r"\n", before[window:])]
    return marks[-1:] or rows[-2:] or [window]


_ABOUT = re.compile(
    r"就[“\"「《]?(?:共同|联合|合作|委托乙方)?(?:开展|实施|举办|承接|提供)?([^，。」》]{3,40}?)[」》]?(?:的)?(?:有关|相关|合作|委托|购买)?(?:事宜|事项|工作)?[，,]?(?:经|达成|签订|签署|订立|协商)"
)
_CARRIED_OUT = re.compile(
    r"(?:组织实施|具体实施|负责实施|实施|承担|承接|开展|承办|提供)(?:的)?([^，。；]{3,36}?(?:项目|服务))(?=[，。；]|的|，)"
)
_VAGUE = re.compile(r"^(有关|相关|以下|如下|上述|本|该|下列|具体)|(乙方|甲方|双方)|^(项目|服务)$")
_PAPER = re.compile(
    r"(?:(?:政府|购买|采购|委托|合作|战略|服务|框架|定点|补充|技术)*(?:合同|协议)书?|(?:合作|项目)?(?:意向书|备忘录|委托书|确认书))"
    r"(?:[（(].*[)）])?$"
)


def _subject(paper: Paper, fields: list[Field]) -> list[Fact]:
    """What the contract is about: labelled, else named in its title or in a sentence."""
    field = first(fields, "subject")
    if field is not None and len(field.value) >= 3 and not field.label.compact.string.endswith("内容"):
        named = field.text.compact
        stop = re.search(r"[。；;]|，(?:乙方|甲方|双方|由|具体|包括|服务)", named.string)
        named = named[: stop.start()] if stop and stop.start() >= 3 else named
        return [paper.fact("subject", named.string, named, sure=0.9)]
    title = paper.title.compact
    paper_noun = _PAPER.search(title.string)
    head = title[: paper_noun.start()] if paper_noun else title
    if (
        re.search(r"[”\"]|项目$", head.string)
        and len(head) > len("服务项目")
        and "购买服务项目" not in head.string
    ):
        return [paper.fact("subject", head.string, head, sure=0.85)]
    compact = paper.text.compact
    for pattern in (_ABOUT, _CARRIED_OUT):
        for match in pattern.finditer(compact.string):
            if not _VAGUE.search(match.group(1)):
                return [
                    paper.fact("subject", match.group(1), compact[match.start(1) : match.end(1)], sure=0.8)
                ]
    if field is not None and 3 <= len(field.value) <= _SUBJECT_LENGTH:
        return [paper.fact("subject", field.value, field.text.compact, sure=0.8)]
    return [paper.fact("subject", title.string, title, sure=0.7)] if head else []


_SUBJECT_LENGTH = 40


def _amount(paper: Paper, fields: list[Field]) -> list[Fact]:
    for field in fields:
        if field.name == "amount":
            unit = 10_000.0 if "万" in field.label.string else 1.0
            found = amount_in(field.text, unit=unit)
            if found is not None:
                return [paper.fact("amount", found.value, found.text, sure=0.94 * found.sure)]
    compact = paper.text.compact
    match = re.search(
        r"(?:金额|经费|费用|价款|总价|报酬|资金|服务费)[^。]{0,24}?(?=(?:人民币|￥|¥|\d|[壹贰叁肆伍陆柒捌玖]))",
        compact.string,
    )
    if match:
        tail: Text = compact[match.end() : match.end() + 40]
        found = amount_in(tail)
        if found is not None and "元" in tail.string:
            return [paper.fact("amount", found.value, found.text, sure=0.88 * found.sure)]
    return []


def signed(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The day of signing: labelled (the latest of several signatures), else under the document."""
    labelled = [
        found
        for field in fields
        if field.name == "sign_date"
        for found in dates(field.text)
        if len(found.value) > 4
    ]
    if labelled:
        latest = max(labelled, key=lambda found: found.value)
        return [paper.fact("sign_date", latest.value, latest.text, sure=0.93 * latest.sure)]
    found = closing_date(paper.layouts)
    return [] if found is None else [paper.fact("sign_date", found.value, found.text, sure=0.88 * found.sure)]


_TERM = re.compile(r"(?:期限|有效期|服务期|期间|租期|时间)[^。；]{0,14}?(?:自|从|为|：|:)")


_DAY = r"(?:20\d\d|[二][〇○零0]..)[年.\-/][^，。；至到]{1,6}[月.\-/][^，。；至到]{1,4}日?"
_FROM_TO = re.compile(rf"(?:期限?|时间|周期)[^，；]{{0,10}}?{_DAY}起?(?:至|到|[-—–~～])+{_DAY}")


def term(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The contract's term: labelled, else `期限自…至…` in its text."""
    for field in fields:
        if field.name == "term":
            period = period_in(field.text)
            if period is not None and (period.start or period.end or period.endless):
                return common.period_facts(paper, period)
    compact = paper.text.compact
    for match in re.finditer(r"自([^，。；]{6,16}?日?)起?(?:至|到)", compact.string):
        period = period_in(compact[match.start() : match.end() + 16])
        if period is not None and period.start is not None and period.end is not None:
            return common.period_facts(paper, period)
    for match in _FROM_TO.finditer(compact.string):
        period = period_in(compact[match.start() : match.end()])
        if period is not None and period.start is not None and period.end is not None:
            return common.period_facts(paper, period)
    for match in _TERM.finditer(compact.string):
        period = period_in(compact[match.start() : match.end() + 40])
        if period is not None and period.start is not None and period.end is not None:
            return common.period_facts(paper, period)
    return []


CHECKER = Checker(
    Cues(
        Kind.CONTRACT,
        titles=(
            (r"(合同|协议|契约)书?([（(].*[)）])?$", 10),
            (r"(购买服务|合作|委托|服务|项目|共建|结对).{0,8}(合同|协议|意向书|备忘录|委托书|框架)书?", 11),
            (r"备忘录|意向书|委托书|约定书|(合作|委托|购买|采购)[^，]{0,8}(确认书|确认单|订单|任务书)", 9),
            (r"(会签|审批|审签|送审|签批|呈批|呈签|用印|用章|流转|传签).{0,4}(单|表|笺|卡)$", -9),
            (
                r"租赁|租房|入驻|入孵|房屋|劳动合同|调解协议|和解协议|集体合同|集体协商|制度|办法|用房|场地|验收|名册|登记|一览",
                -9,
            ),
        ),
        words=(
            (r"甲方", 1.5),
            (r"乙方", 1.5),
            (r"违约责任|争议解决|权利(和|与)义务|本(合同|协议)", 1.5),
            (r"购买服务|委托|合作", 0.6),
            (r"租赁|承租|出租|租金|劳动报酬|试用期", -3.5),
        ),
    ),
    extract,
)
