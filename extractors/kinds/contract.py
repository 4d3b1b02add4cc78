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
from extractors.values import Period, amount_in, body_in, body_of, closing_date, dates, is_body, period_in


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
        "sign_date": ("签订日期", "签订时间", "签订日", "签署日", "签约日", "签署日期", "签约日期", "签约时间", "签字日期", "日期", "合同签订日期", "签署时间", "合同签订时间"),
        "term": (
            "合同期限", "服务期限", "服务期", "合作期限", "项目周期", "履行期限", "履约期限", "项目期限", "有效期", "协议有效期", "实施期限", "服务时间", "项目实施时间", "有效期限",
            "合同有效期", "服务起止", "服务起止时间", "起止时间", "起止日期", "履行时间", "执行期限", "执行期", "项目执行期", "实施周期", "实施时间", "合作时间", "服务周期", "协议期限",
            "委托期限", "合同起止时间", "项目起止时间", "合同履行期限", "协议期", "合同期", "合作期", "项目期", "委托期", "协议期间", "合同期间", "合作期间", "服务期间", "委托期间",
            "项目执行期限", "协议期限起止", "合作起止时间", "协议起止时间",
        ),
        "valid_from": (
            "生效日", "生效日期", "生效时间", "开始日", "开始日期", "开始时间", "起始日", "起始日期", "起始时间", "起算日", "合同生效日", "合同生效日期", "合同开始日期", "合同起始日期",
            "服务开始日期", "服务开始时间", "服务起始日期", "项目开始日期", "项目开始时间", "合同起始日", "起始期", "起期",
        ),
        "valid_until": (
            "届满日", "届满日期", "届满时间", "到期日", "到期日期", "到期时间", "终止日", "终止日期", "终止时间", "结束日", "结束日期", "结束时间", "截止日", "截止日期", "截止时间", "期满日", "期满日期",
            "合同届满日", "合同到期日", "合同终止日期", "合同结束日期", "服务结束日期", "服务结束时间", "服务终止日期", "项目结束日期", "项目结束时间", "合同截止日期", "止期",
        ),
    },
    stops=("法定代表人", "地址", "住所", "联系电话", "联系人", "开户行", "开户银行", "账号", "合同编号", "签订地点", "统一社会信用代码", "委托代理人", "授权代表", "电话", "编号", "丙方", "丁方", "首付款", "其中首付款", "预付款", "尾款", "履约保证", "履约保证金"),
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
        if _REST.fullmatch(found.string):
            continue
        if len(found) >= 2 and not re.match(r"^(公章|盖章|签字|签章)", found.string):
            return [paper.fact(name, common.tidy_name(found.string), found, sure=0.95)]
    return _in_columns(paper, name) or _called(paper, "甲" if name == "party_a" else "乙", name)


_REST = re.compile(
    r"[^市区县]?(?:协会|学会|中心|公司|商会|基金会|促进会|联合会|研究会|服务社|服务站|事务所|工会|总工会)"
)
"""The last line of a name whose beginning wasn't taken for it: no party's name."""


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
        asked = _ASKED.match(body.string)
        body = body[asked.end() :] if asked else body
        if is_body(body.string):
            return [paper.fact(name, common.tidy_name(body.string), body, sure=0.88)]
    return []


_ASKED = re.compile(r"(?:现|特|兹|拟|决定|自愿|正式|将)*(?:委托|聘请|邀请|授权|交由|指定)?")
"""What a sentence does with the party that it names next: `某某总工会（以下简称甲方）委托某某协会（以下简称乙方）…`."""


def _starts(before: str) -> list[int]:
    """Where the name that ends a text may begin: after a comma or a conjunction, else at the beginning of a row."""
    window = max(0, len(before) - 50)
    marks = [window + match.end() for match in re.finditer(r"[，,。；;、：:）)与和同及]", before[window:])]
    rows = [window + match.end() for match in re.finditer(r"\n", before[window:])]
    return marks[-1:] or rows[-2:] or [window]


_TIES = r"(?:(?:建立|形成|结成|缔结|构建|确立|开展|进行)(?:长期|战略|全面|友好|稳定|深度|深入|紧密|的)*(?:合作|伙伴|协作|共建|结对|战略合作伙伴|合作伙伴)(?:关系)?)?"
"""What two partners do about a subject, which is no part of it: `就某事建立长期合作关系`."""

_ABOUT = re.compile(
    r"就[“\"「《]?(?:共同|联合|合作|委托乙方)?(?:开展|实施|举办|承接|提供)?([^，。」》]{3,40}?)[”\"」》]?(?:的)?(?:有关|相关|合作|委托|购买)?(?:事宜|事项|工作)?"
    + _TIES
    + r"[，,]?(?:经|达成|签订|签署|订立|协商)"
)
_QUOTED = re.compile(
    r"(?:承办|承接|承担|实施|开展|执行|运营|组织|提供|委托乙方|购买|合作)(?:了|的)?[“「『\"]([^“”「」『』\"，。；]{3,40})[”」』\"]"
)
_PURPOSE = re.compile(
    r"为(?:了)?(?:共同|切实|进一步|更好地?|扎实|有效|联合|深入|合力){0,3}(?:做好|推进|开展|实施|落实|推动|完成|办好|抓好)([^，。；]{4,36}?)(?:工作|事宜)?[，,]"
    r"(?:现?经)?(?:甲乙丙?|以上|上述)?(?:双方|三方|四方|各方|多方)[^。；]{0,30}?(?:约定|协商|达成|订立|签订|商定|协议|共识)"
)
_CARRIED_OUT = re.compile(
    r"(?:组织实施|具体实施|负责实施|实施|承担|承接|开展|承办|提供)(?:的)?([^，。；]{3,36}?(?:项目|服务))(?=[，。；]|的|，)"
)
_VAGUE = re.compile(
    r"^(有关|相关|以下|如下|上述|本|该|下列|具体)|(乙方|甲方|双方|三方)|^(项目|服务)$|(合同|协议|办法|条例|制度|法)书?$"
)
_PAPER = re.compile(
    r"(?:(?:政府|购买|采购|委托|合作|战略|服务|框架|定点|补充|技术|双方|三方|四方|多方|长期)*(?:合同|协议)书?|(?:合作|项目)?(?:意向书|备忘录|委托书|确认书))"
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
    for pattern in (_QUOTED, _ABOUT, _CARRIED_OUT, _PURPOSE):
        for match in pattern.finditer(compact.string):
            if not _VAGUE.search(match.group(1)):
                return [
                    paper.fact("subject", match.group(1), compact[match.start(1) : match.end(1)], sure=0.8)
                ]
    if field is not None and 3 <= len(field.value) <= _SUBJECT_LENGTH:
        return [paper.fact("subject", field.value, field.text.compact, sure=0.8)]
    return (
        [paper.fact("subject", title.string, title, sure=0.7)] if head and not is_body(title.string) else []
    )


_SUBJECT_LENGTH = 40


def _amount(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The contract's amount: labelled, in the unit that label or head of the paper says, else told in a sentence."""
    in_ten_thousands = _UNIT.search(paper.text.string) is not None
    for field in fields:
        if field.name == "amount":
            unit = 10_000.0 if "万" in field.label.string or in_ten_thousands else 1.0
            found = amount_in(field.text, unit=unit)
            if found is not None:
                return [paper.fact("amount", found.value, found.text, sure=0.94 * found.sure)]
    compact = paper.text.compact
    for pattern in (_PRICED, _PAID):
        match = pattern.search(compact.string)
        tail: Text = compact[match.end() : match.end() + 40] if match else compact[:0]
        found = amount_in(tail)
        if found is not None and "元" in tail.string:
            return [paper.fact("amount", found.value, found.text, sure=0.88 * found.sure)]
    return []


_UNIT = re.compile(r"(?:^|[\s（(])(?:(?:金额|货币|计量|计价)?单位|币种)[：:]\s*(?:人民币)?[（(]?万元")
"""Over a table: that its bare numbers are of 10,000 CNY."""

_MONEY = r"(?=(?:人民币|￥|¥|\d|[壹贰叁肆伍陆柒捌玖]))"
_PRICED = re.compile(rf"(?:金额|经费|费用|价款|总价|报酬|资金|服务费)[^。]{{0,24}}?{_MONEY}")
_PAID = re.compile(
    rf"(?:甲方|委托方|出资方|购买方|资助方)(?:一次性|共计?|合计|总计)?(?:出资|资助|投入|拨付|拨款|支付|补助)(?:乙方|受托方|总计|合计|共计|共|人民币)*{_MONEY}"
    r"(?!\d+(?:\.\d+)?[%％年月日个])"
)
"""What one side gives, said without a word for the price; no part of it, such as a first payment."""


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
    if found is not None:
        return [paper.fact("sign_date", found.value, found.text, sure=0.88 * found.sure)]
    compact = paper.text.compact
    told = _AGREED_ON.search(compact.string)
    day = next(dates(compact[told.start(1) : told.end(1)]), None) if told else None
    if day is None or len(day.value) < len("2024-01-01"):
        return []
    return [paper.fact("sign_date", day.value, day.text, sure=0.88 * day.sure)]


_AGREED_ON = re.compile(
    r"于(?:公元)?((?:20\d\d|二[〇○零0O]..)年[^，。；年月]{1,3}月[^，。；月日]{1,3}日)(?:，?在[^，。；]{2,20}?)?[，,]?(?:共同|自愿|正式|经协商|协商一致)*(?:达成|签订|签署|订立|缔结)(?:了)?(?:如下|以下|本|此|下列)"
)
"""The day on which a sentence says that this agreement was made, rather than an earlier one that it names."""


_TERM = re.compile(r"(?:期限|有效期|服务期|期间|租期|时间)[^。；]{0,14}?(?:自|从|为|：|:)")


_DAY = r"(?:20\d\d|[二][〇○零0]..)[年.\-/][^，。；至到]{1,6}[月.\-/][^，。；至到]{1,4}日?"
_FROM_TO = re.compile(rf"(?:期限?|时间|周期)[^，；]{{0,10}}?{_DAY}起?(?:至|到|[-—–~～])+{_DAY}")

_TERMS = ((re.compile(r"自([^，。；]{6,16}?日?)起?(?:至|到)"), 16), (_FROM_TO, 0), (_TERM, 40))
"""How a sentence tells the term, and how many characters behind it may be of it."""


def term(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The contract's term: labelled, else `期限自…至…` in its text."""
    for field in fields:
        if field.name == "term":
            period = period_in(field.text)
            if period is not None and (period.start or period.end or period.endless):
                return common.period_facts(paper, period)
    ends = _two_ends(fields)
    if ends is not None:
        return common.period_facts(paper, ends)
    compact = paper.text.compact
    for pattern, reach in _TERMS:
        for match in pattern.finditer(compact.string):
            period = period_in(compact[match.start() : match.end() + reach])
            if period is not None and period.start is not None and period.end is not None:
                return common.period_facts(paper, period)
    return []


def _two_ends(fields: list[Field]) -> Period | None:
    """A term whose two ends have labels of their own; one of them alone may be another day's."""
    start, end = (
        next(dates(field.cell), None) if (field := first(fields, name)) is not None else None
        for name in ("valid_from", "valid_until")
    )
    return Period(start, end) if start and end and start.value <= end.value else None


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
