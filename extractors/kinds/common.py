"""Labels and readings that several kinds share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dossier.fact import Fact
from extractors.fields import Field, first
from extractors.kinds.numbered import NUMBER_ALONE
from extractors.mending import mended_authority
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.text import EMPTY, Text
from extractors.values import (
    Period,
    Value,
    apart,
    body_in,
    body_of,
    closing_bodies,
    closing_date,
    codes,
    date_in,
    is_body,
    issued_in,
    period_in,
    person_in,
)


def organization_name(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The name under its label; else the applicant where the text names it."""
    field = first(fields, "organization_name")
    if field is not None:
        name = _one_body(field)
        if is_column(field):
            among = applicant_in(field.text, paper.organization)
            name = among.text if among is not None else name
        if is_body(name.string) or (
            len(name) >= 6
            and re.match(r"[\u4e00-\u9fa5]", name.string)
            and not re.search(r"[，。；、]|(?:报告|证明|记录|概况|查询|信息|公示)$", name.string)
        ):
            return [
                paper.fact(
                    "organization_name",
                    tidy_name(name.string),
                    name,
                    sure=0.8 if not is_body(name.string) else 0.99 if not is_column(field) else 0.7,
                )
            ]
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        return [paper.fact("organization_name", tidy_name(named.value), named.text, sure=named.sure)]
    coded = _before_code(paper)
    return (
        [] if coded is None else [paper.fact("organization_name", tidy_name(coded.string), coded, sure=0.9)]
    )


_CODED = re.compile(
    r"([\u4e00-\u9fa5（）()·“”]{4,40}?)[，,、（(]*(?:以下简称[^，。（）()]{1,12}[）)]?[，,、（(]*)?(?:统一社会|社会)?信用代码(?:证号|为|是)?[：:]?[0-9A-Z]{15,18}"
)
_LEAD_IN = re.compile(
    r"^.*(?:证明|查询|经查询?|经核查|经审查|经核实|关于|现将|兹有|兹就|查明|[，。：:；])(?=[\u4e00-\u9fa5]{4})"
)


def _before_code(paper: Paper) -> Text | None:
    """The body that a sentence names right before its credit code: `兹证明某某协会（统一社会信用代码：…）…`."""
    for number, row in enumerate(paper.rows):
        lines = [row.text.compact]
        if number:
            lines.append(Text.join("", [paper.rows[number - 1].text.compact, row.text.compact]))
        for line in lines:
            for match in _CODED.finditer(line.string):
                lead = _LEAD_IN.match(match.group(1))
                name = line[match.start(1) + (lead.end() if lead else 0) : match.end(1)]
                if is_body(name.string) and not is_authority(name.string):
                    return name
    return None


def is_authority(name: str) -> bool:
    """Whether a name is that of an office, a union or a platform, which papers name beside the body they are about."""
    return bool(_OFFICE.search(name))


def is_bodys_union(name: str) -> bool:
    """Whether a name is that of the union within a body, `某某协会工会委员会`, rather than of one over many bodies."""
    inside = _UNION.sub("", name)
    return inside != name and is_body(inside) and not is_authority(inside)


_UNION = re.compile(r"(?:基层|机关|联合)?工会(?:委员会|联合会|小组)?$")
_OFFICE = re.compile(
    r"(?:总工会|工会委员会|工会联合会|工会|局|厅|部|政府|办公室|办公厅|委员会|市委|省委|区委|县委|大队|支队|总队|分局|法院|评估委|平台|工商业联合会|妇女联合会|残疾人联合会|文学艺术界联合会|社会科学界联合会|归国华侨联合会|科学技术协会|工商联|妇联|残联|文联|侨联|社科联|系统|报社|电视台|日报社)$"
)


_HEAD_OF_TITLE = re.compile(
    r"^([\u4e00-\u9fa5（）()]{2,30}?(?:协会|学会|研究会|促进会|联合会|商会|基金会|中心|服务社|服务站|事务所|总会|联盟|俱乐部|研究院|互助会|联谊会))(?=.{2,})"
)


def title_body(paper: Paper) -> list[Fact]:
    """The body at the head of the title: `某某协会2025年9月工资发放表`."""
    title = paper.title.compact
    match = _HEAD_OF_TITLE.match(title.string)
    if match is None:
        return []
    return [paper.fact("organization_name", tidy_name(match.group(1)), title[: match.end(1)], sure=0.85)]


def addressee(paper: Paper) -> list[Fact]:
    """The organization that a letter or certificate addresses in a line of its own: `南京市家政服务业协会：`."""
    for row in paper.rows:
        compact = row.text.compact
        match = _BEFORE_COLON.match(compact.string)
        if match and is_body(match.group(1)):
            name = compact[match.start(1) : match.end(1)]
            return [paper.fact("organization_name", tidy_name(name.string), name, sure=0.93)]
    return []


_BEFORE_COLON = re.compile(
    r"^(?!各|全[省市区县]|有关)([\u4e00-\u9fa5（）()]{4,40}(?<!局)(?<!厅)(?<!政府)(?<!委员会)(?<!总工会))[:：]$"
)


def _one_body(field: Field) -> Text:
    """The name; of a column of several names under a heading, the first."""
    lines = [field.text[line.start() : line.end()] for line in re.finditer(r"[^\n\t]+", field.text.string)]
    names = [body_of(line) for line in lines]
    if (
        field.below
        and len(names) > 1
        and all(is_body(name.string) and len(name) > _SHORT_NAME for name in names)
    ):
        return names[0]
    return body_in(field.text)


_SHORT_NAME = 5


def tidy_name(name: str) -> str:
    """A name as printed, its brackets made full width when it stands among Chinese characters."""
    bare = _CODE_BEHIND.sub("", name.strip('[]【】〔〕「」“”"'))
    return bare.replace("(", "（").replace(")", "）")


_CODE_BEHIND = re.compile(r"(?<=[\u4e00-\u9fa5）)])[0-9A-Z]{15,18}$")
"""A credit or registration code that is printed right behind the name."""


def credit_code(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The credit code under its label, else the first that stands in the text."""
    for field in fields:
        if field.name != "uscc":
            continue
        for code in codes(field.label + field.text):
            return [code_fact(paper, code)]
    for text in (*(row.text for row in paper.rows), paper.text):
        for code in codes(text):
            return [code_fact(paper, code)]
    return []


def code_fact(paper: Paper, code: Value[str]) -> Fact:
    """A credit code as a fact; a repair is told in its note."""
    return paper.fact("uscc", code.value, code.text, sure=code.sure, note=code.note)


def representative(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The legal representative under its label."""
    for field in fields:
        if field.name == "legal_representative":
            person = person_in(field.text)
            if person is not None:
                return [paper.fact("legal_representative", person.string, person, sure=0.98)]
    return []


def address(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The address under its label."""
    field = first(fields, "address")
    if field is None or len(field.value) < 4 or _OTHER_LABEL.search(field.value):
        return []
    value = field.text.compact
    return [paper.fact("address", value.string, value, sure=0.97)]


_OTHER_LABEL = re.compile(
    r"主管(?:单位|部门)|法定代表人|(?:开办|注册|活动)资金|有效期|业务范围|登记(?:管理)?机关|信用代码"
)
"""Labels that no address holds: where one stands in it, a line of another value was taken for a line of its own."""


def body_fact(
    paper: Paper,
    fields: list[Field],
    name: str,
    *,
    closing: bool = True,
    accept: Callable[[str], bool] = lambda _: True,
) -> list[Fact]:
    """A body under its label, else the bodies that signed (joint ones with 、 between), else one named low on the page.

    `accept` tells which of those named low on the page may be it.
    """
    for field in fields:
        if field.name != name or is_column(field):
            continue
        body = body_in(field.text)
        if is_body(body.string):
            return [_authority(paper, name, apart(body), 0.98, accept)]
    if not closing:
        return []
    signed = signed_by(paper, name, accept)
    if signed:
        return signed
    heads = list(_red_header(paper))
    if heads:
        return [_authority(paper, name, heads, 0.9, accept)]
    below = [
        body
        for body in paper.bodies_below("AUTHORITY", "UNION")
        if accept(body.string) and not _made_the_form(body)
    ]
    return [_authority(paper, name, below[:1], 0.75, accept)] if below else []


def _made_the_form(body: Text) -> bool:
    """Whether a body is named as who made the form that a certificate is printed on: `中华人民共和国民政部制`."""
    last = body.sources[-1]
    behind = last.fragment.text[last.offset + 1 :].strip() if last else ""
    national = body.string.endswith("民政部") or body.string.startswith(("中华人民共和国", "中华全国"))
    return bool(re.match(r"(?:统一)?[监印]制", behind)) or (national and behind.startswith(("制", "统一制")))


def signed_by(paper: Paper, name: str, accept: Callable[[str], bool] = lambda _: True) -> list[Fact]:
    """The bodies that signed a paper, above or beside its date."""
    signed = closing_bodies(paper.layouts)
    return [_authority(paper, name, signed, 0.93, accept)] if signed else []


def is_column(field: Field) -> bool:
    """Whether several bodies stand under a heading, one a row: a table of many papers says nothing of this one."""
    if not field.below:
        return False
    names = [
        body_of(field.text[line.start() : line.end()]) for line in re.finditer(r"[^\n\t]+", field.text.string)
    ]
    return sum(is_body(name.string) and len(name) > _SHORT_NAME for name in names) > 1


def _red_header(paper: Paper) -> Iterator[Text]:
    """The issuers in a red header: `南京市总工会文件`, or bodies above the document's number."""
    heads: list[Text] = []
    for row in paper.rows[:6]:
        compact = row.text.compact
        if NUMBER_ALONE.fullmatch(compact.string):
            yield from heads
            return
        bare = compact[: -len("文件")] if compact.string.endswith("文件") else compact
        if is_body(bare.string):
            heads.append(bare)
            if bare is not compact:
                yield from heads
                return


def _authority(
    paper: Paper, name: str, found: list[Text], sure: float, accept: Callable[[str], bool]
) -> Fact:
    found = [_without_label(body) for body in found]
    read = [tidy_name(body.string) for body in found]
    mended = [
        mended_authority(each, lost=_by_eye(body), accept=accept) or each
        for each, body in zip(read, found, strict=True)
    ]
    note = None if mended == read else f"原文识别为“{'、'.join(read)}”，按机构和区划名录更正"
    return paper.fact(name, "、".join(mended), found, sure=sure if note is None else sure * 0.95, note=note)


def _without_label(body: Text) -> Text:
    """An office's name without a label glued to its head, one of whose characters was misread: `评估主本盐城市民政局`."""
    from extractors.language.bodies import find_bodies

    known = find_bodies(body.string)
    alone = len(known) == 1 and known[0].end == len(body)
    return body[known[0].start :] if alone and _LABEL.fullmatch(body.string[: known[0].start]) else body


_LABEL = re.compile(r"(?:评[估定]|发证|颁[发证]|授予|登记|批准|认定|签发)[\u4e00-\u9fa5]{2}")


def _by_eye(text: Text) -> bool:
    """Whether a text was read from pixels, where a character may be lost."""
    return all(fragment.line.origin == "ocr" for fragment in text.fragments)


def dated(paper: Paper, fields: list[Field], name: str, *, closing: bool = True) -> list[Fact]:
    """A date under its label, else the date under the document."""
    for field in fields:
        if field.name == name:
            found = issued_in(field.text)
            if found is not None and len(found.value) > 4:
                return [paper.fact(name, found.value, found.text, sure=0.98 * found.sure, note=found.note)]
    found = closing_date(paper.layouts) if closing else None
    return [] if found is None else [paper.fact(name, found.value, found.text, sure=0.94 * found.sure)]


def validity(paper: Paper, fields: list[Field], name: str = "validity") -> list[Fact]:
    """valid_from and valid_until from a labelled period; a null end with raw 长期 for one without end."""
    for field in fields:
        if field.name != name:
            continue
        period = period_in(field.label + field.text)
        if period is None or not (period.start and period.end):
            period = _period_under(paper, field) or period
        if period is not None and period.start and not (period.end or period.endless):
            until = _until_on_its_own_row(paper)
            return period_facts(paper, period) + (period_facts(paper, until) if until else [])
        if period is not None:
            return period_facts(paper, period)
    for field in fields:
        whole = period_in(field.text) if field.name == "valid_from" else None
        if whole is not None and whole.start is not None and (whole.end or whole.endless) is not None:
            return period_facts(paper, whole)
    ends = [
        Period(date_in(field.text), None)
        if field.name == "valid_from"
        else period_in(Text.join("至", [EMPTY, field.text]))
        for field in fields
        if field.name in ("valid_from", "valid_until")
    ]
    if any(end is not None and end.start for end in ends) and not any(
        end is not None and (end.end or end.endless) for end in ends
    ):
        ends.append(_until_on_its_own_row(paper))
    return [fact for end in ends if end is not None for fact in period_facts(paper, end)]


def _period_under(paper: Paper, field: Field) -> Period | None:
    """A whole period in the cell right under a label, left edges in line, where another cell's words stand beside it."""
    label = field.label.fragments[0]
    for row in paper.rows:
        for each in row.fragments:
            gap = each.place.y0 - label.place.y1
            if (
                each.page is label.page
                and abs(each.place.x0 - label.place.x0) < label.em_wide / 2
                and -_OVERLAP * label.em < gap < label.em
            ):
                period = period_in(Text.of(each))
                if period is not None and period.start and (period.end or period.endless):
                    return period
    return None


_OVERLAP = 0.3
"""Line heights by which a line's box may reach into that of the line over it."""


def _until_on_its_own_row(paper: Paper) -> Period | None:
    """The end of a period that a form prints on the next row, behind a bare 至."""
    for row in paper.rows:
        for cell in (row.text, *map(Text.of, row.fragments)):
            if re.match(r"至[:：]?(?:20\d\d|二|长期)", cell.compact.string):
                return period_in(cell.compact)
    return None


def period_facts(
    paper: Paper, period: Period, start: str = "valid_from", end: str = "valid_until"
) -> list[Fact]:
    """The two ends of a period as facts."""
    facts: list[Fact] = []
    if period.start is not None:
        facts.append(paper.fact(start, period.start.value, period.start.text, sure=0.97 * period.start.sure))
    if period.end is not None:
        facts.append(paper.fact(end, period.end.value, period.end.text, sure=0.97 * period.end.sure))
    elif period.endless is not None:
        facts.append(paper.fact(end, None, period.endless, raw="长期", sure=0.95))
    return facts


def title_fact(paper: Paper) -> list[Fact]:
    """The document's title."""
    title = paper.title.compact
    lost = title.string.count("”") > title.string.count("“") and _by_eye(title)
    return (
        [paper.fact("title", f"“{title.string}" if lost else title.string, title, sure=0.9)] if title else []
    )
