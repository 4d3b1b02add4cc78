"""行政处罚决定书: who was punished, how, by whom and when (行政处罚法 art. 9, 59)."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.entries import Entry, entry_of
from extractors.fields import Field, first
from extractors.kinds import Checker, common, numbered, vocabulary
from extractors.kinds.headed import heading_name
from extractors.labels import Labels
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.tables import heading_above, whole_cell
from extractors.text import Text
from extractors.values import amount_in, body_in, body_of, codes, date_in, is_body

LABELS = Labels.of(
    {
        "organization_name": ("被处罚的法人或其他组织名称", "被处罚的单位名称", "被处罚单位（个人）", "被处罚法人或者其他组织名称", "被处罚法人名称", "被处罚单位（当事人）", "被处罚人名称", "被处罚单位名称", "被处罚单位", "被处罚人", "当事人名称", "当事人", "行政相对人名称", "行政相对人", "被处罚对象", "处罚对象", "处罚相对人", "相对人名称", "社会组织名称", "组织名称", "单位名称", "名称"),
        "uscc": vocabulary.CODE,
        "document_number": ("行政处罚决定文书号", "行政处罚决定书编号", "处罚决定文书号", "行政处罚文号", "行政处罚决定书文号", "处罚决定书文号", "决定书文号", "文书文号", "文号", "案号", "决定书编号", "处罚决定书编号", "处罚文号", "处罚决定文号", "文书号", "处罚决定书号", "编号$"),
        "issuing_authority": ("处罚机关", "作出处罚决定的机关", "作出行政处罚的机关", "处罚实施机关", "作出处罚机关", "执法机关", "处罚单位", "决定机关", "处罚决定机关", "实施机关", "执法单位", "处罚部门", "行政处罚机关", "作出处罚机关名称", "处罚机关名称", "作出决定机关", "作出决定的机关", "作出决定单位", "处罚决定单位", "处罚实施单位"),
        "made": ("作出处罚的机关名称和日期", "作出处罚的机关和日期", "作出处罚决定的机关名称和日期", "作出行政处罚的机关名称和日期", "处罚机关及日期", "处罚机关和日期"),
        "decision_date": ("处罚决定日期", "作出处罚决定日期", "作出处罚日期", "处罚日期", "决定日期", "作出决定日期", "处罚时间", "处罚决定时间", "决定书日期", "处罚生效日期", "作出处罚决定时间", "作出决定时间"),
        "amount": ("罚没金额", "罚款金额", "处罚金额", "罚款数额", "罚没款金额", "罚没金额（元）", "没收违法所得金额", "没收违法所得金额（万元）", "没收违法所得、没收非法财物的金额（万元）", "罚没款金额（元）", "处罚金额（元）", "处罚金额（万元）", "罚款金额（人民币）", "罚款金额（元）", "罚款金额（万元）"),
        "penalty": ("行政处罚的种类和依据", "行政处罚种类和依据", "处罚种类和依据", "处罚种类", "处罚类别", "处罚类型", "处罚内容", "处罚结果", "行政处罚种类", "行政处罚内容", "处罚措施", "处罚决定$", "处罚决定内容", "行政处罚决定$", "处理结果$", "处罚方式"),
    },
    stops=("法定代表人", "负责人", "住所", "地址", "登记证号", "案由", "违法事实", "处罚依据", "处罚事由", "违法行为类型", "公示期限", "统一社会信用代码", "联系电话", "业务主管单位", "违法行为", "处罚日期截止", "公示截止期", "公示日期", "处罚有效期", "行政相对人类别"),
)  # fmt: skip

PENALTIES: tuple[tuple[str, str], ...] = (
    ("警告", r"警告"),
    ("通报批评", r"通报批评"),
    ("罚款", r"(?<!加处)罚款|处以?[^，。；]{0,12}元[^，。；]{0,4}罚"),
    ("没收违法所得", r"没收(其)?(违法|非法)(所得|经营额|收入)"),
    ("没收非法财物", r"没收(其)?(违法|非法)财物"),
    ("限期停止活动", r"限期停止活动|停止活动"),
    ("责令停产停业", r"责令(停产停业|停业)|停业整顿"),
    ("责令改正", r"责令(其)?(限期)?(改正|整改)"),
    ("责令撤换直接负责的主管人员", r"责令撤换"),
    ("暂扣许可证件", r"暂扣"),
    ("吊销许可证件", r"吊销"),
    ("撤销登记", r"撤销(其)?(社会团体|社会组织|法人|民办非企业单位|基金会|设立)?登记"),
)
_DECIDES = re.compile(
    r"(决定|现)[^。]{0,20}?(给予|作出|处以|对[^。]{2,40}?(给予|处以|作出))|(?<!处罚)决定[:：]|作出(如下|以下)?(行政)?处罚(决定)?[:：如下]|处罚如下|给予[^。]{0,30}?(行政)?处罚"
)
_END = re.compile(
    r"限你|应当认真|缴纳方式|如不服|如对本|当事人应|你单位应|请于|逾期|收到本|自收到|申请行政复议"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a penalty decision."""
    fields = [each for field in paper.fields(LABELS) for each in _halves(field)]
    entry = entry_of(paper)
    if entry is not None:
        own = _of_entry(paper, entry)
        told = {fact.name for fact in own}
        return own + [fact for fact in _of_all(paper, fields) if fact.name not in told]
    decision = _decision(paper, fields)
    return [
        *_punished(paper, fields),
        *common.credit_code(paper, fields),
        *_number(paper, fields),
        *(_types(paper, _without_blanks(decision)) or _types(paper, _without_blanks(paper.text.compact))),
        *(_labelled_fine(paper, fields) or _fine(paper, decision)),
        *_authority(paper, fields),
        *_decided(paper, fields),
    ]


def _without_blanks(text: Text) -> Text:
    """The text without the names of a form's boxes that name penalties: `暂扣或吊销证照名称及编号`."""
    match = re.search(r"暂扣(?:或|、|/)?吊销(?:许可)?证[照件]?(?:名称)?(?:及|和)?(?:编号|号码)", text.string)
    return text[: match.start()] + text[match.end() :] if match else text


def _halves(field: Field) -> list[Field]:
    """A label for the office and the day together, as two fields."""
    if field.name != "made":
        return [field]
    compact = field.text.compact
    day = date_in(compact)
    body = compact[: compact.string.find(day.text.string)] if day is not None else compact
    halves = [replace(field, name="issuing_authority", text=body)]
    return halves if day is None else [*halves, replace(field, name="decision_date", text=day.text)]


def _of_all(paper: Paper, fields: list[Field]) -> list[Fact]:
    """What a table's paper says of all its rows: what was decided, by whom and when."""
    decision = _decision(paper, fields)
    return [*_types(paper, decision), *_authority(paper, fields), *_decided(paper, fields)]


_HEADS = r"处罚|相对人|当事人|文号|单位名称|组织名称"


def _of_entry(paper: Paper, entry: Entry) -> list[Fact]:
    """The applicant's row in a published table of penalties: each cell under its heading."""
    named = common.tidy_name(entry.name.value)
    facts = [paper.fact("organization_name", named, entry.name.text, sure=entry.name.sure)]
    facts += [common.code_fact(paper, code) for code in list(codes(entry.cells))[:1]]
    heading = heading_above(paper.rows, entry.row, _HEADS)
    if heading is None:
        return facts
    number = whole_cell(heading, paper.rows, entry.row, r"文号|决定书")
    if number is not None and _WHOLE_NUMBER.fullmatch(number.string):
        facts.append(paper.fact("document_number", numbered.tidy_number(number), number, sure=0.95))
    said = whole_cell(heading, paper.rows, entry.row, r"处罚(?:内容|结果|种类|类别|措施|决定$)|^处罚$")
    if said is not None:
        facts += [*_types(paper, said), *_fine(paper, said)]
    body = whole_cell(heading, paper.rows, entry.row, r"机关|(?<!被)处罚(?:单位|部门)")
    if body is not None and is_body(body.string):
        facts.append(paper.fact("issuing_authority", common.tidy_name(body.string), body, sure=0.95))
    day = whole_cell(heading, paper.rows, entry.row, r"(?:决定|处罚|作出)(?:书)?(?:日期|时间)")
    found = date_in(day) if day is not None else None
    if found is not None and len(found.value) > len("2024-01"):
        facts.append(paper.fact("decision_date", found.value, found.text, sure=0.95 * found.sure))
    return facts


def _punished(paper: Paper, fields: list[Field]) -> list[Fact]:
    for field in fields:
        if field.name != "organization_name" or common.is_column(field):
            continue
        compact = body_in(field.text)
        head = re.split(r"[，,（(；;。]", compact.string)[0]
        if is_body(head):
            return [paper.fact("organization_name", common.tidy_name(head), compact[: len(head)], sure=0.97)]
        if is_body(compact.string):
            return [paper.fact("organization_name", common.tidy_name(compact.string), compact, sure=0.95)]
    for row in paper.rows[:14]:
        compact = row.text.compact
        match = re.match(r"(?:当事人[:：])?([\u4e00-\u9fa5（）()]{4,40})[:：]$", compact.string)
        if match and is_body(match.group(1)):
            return [
                paper.fact(
                    "organization_name",
                    common.tidy_name(match.group(1)),
                    compact[match.start(1) : match.end(1)],
                    sure=0.93,
                )
            ]
    compact = paper.text.compact
    for match in _UPON.finditer(compact.string):
        if is_body(match.group(1)) and not common.is_authority(match.group(1)):
            upon = compact[match.start(1) : match.end(1)]
            return [paper.fact("organization_name", common.tidy_name(upon.string), upon, sure=0.88)]
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        return [
            paper.fact("organization_name", common.tidy_name(named.value), named.text, sure=0.85 * named.sure)
        ]
    return heading_name(paper)


_UPON = re.compile(
    r"(?:对|给予)([\u4e00-\u9fa5（）()]{4,40}?)(?:依法|予以)?(?:作出|给予|处以|予以|进行|处)[^，。]{0,16}(?:处罚|警告|罚款|撤销登记|停止活动|没收)"
)
"""Whom a decision told by others is about: `对某某协会作出撤销登记的行政处罚`."""


def _number(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "document_number")
    if field is not None:
        whole = field.text.compact
        if _WHOLE_NUMBER.fullmatch(whole.string):
            return [paper.fact("document_number", numbered.tidy_number(whole), whole, sure=0.97)]
        labelled = numbered.document_number(paper, field.text)
        if labelled:
            return labelled
    found = numbered.document_number(paper)
    if not any("罚" in str(fact.value) for fact in found):
        named = _of_penalties(paper)
        found = (numbered.document_number(paper, named) if named else []) or found
    if found or field is None or not re.search(r"20\d\d.*\d", field.value):
        return found
    return [paper.fact("document_number", field.value, field.text.compact, sure=0.9)]


_WHOLE_NUMBER = re.compile(
    r"[\u4e00-\u9fa5]{2,16}[〔\[［【（(]20\d\d[〕\]］】)）](?:第?\d{1,6}-?\d{0,4}号|第?\d{2,6})"
)


def _of_penalties(paper: Paper) -> Text:
    """The numbers of decisions on penalties, where an announcement that has its own number names one."""
    from extractors.language.numbers import find_document_numbers

    compact = paper.text.compact
    named = [
        compact[found.start : found.end]
        for found in find_document_numbers(compact.string)
        if "罚" in compact.string[found.start : found.end]
    ]
    return Text.join("；", named[:1])


def _decision(paper: Paper, fields: list[Field]) -> Text:
    """The part of the text that pronounces the penalty; the whole text where no such part is found."""
    field = first(fields, "penalty")
    if field is not None:
        both = [each.text.compact for each in fields if each.name == "penalty"]
        return Text.join("；", both)
    compact = paper.text.compact
    starts = list(_DECIDES.finditer(compact.string))
    if not starts:
        return compact
    start = starts[-1].start()
    end = _END.search(compact.string, starts[-1].end())
    return compact[start : end.start() if end else len(compact)]


def _types(paper: Paper, decision: Text) -> list[Fact]:
    found: list[tuple[int, str, Text]] = []
    for name, pattern in PENALTIES:
        match = re.search(pattern, decision.string)
        if match:
            found.append((match.start(), name, decision[match.start() : match.end()]))
    if not found:
        return []
    found.sort(key=lambda each: each[0])
    return [
        paper.fact("penalty_types", [name for _, name, _ in found], [text for _, _, text in found], sure=0.92)
    ]


def _labelled_fine(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "amount")
    amount = amount_in(field.text, unit=10_000.0 if "万" in field.label.string else 1.0) if field else None
    return [paper.fact("amount", amount.value, amount.text, sure=0.95)] if amount and amount.value > 0 else []


def _fine(paper: Paper, decision: Text) -> list[Fact]:
    for match in re.finditer(r"(?<!加处)罚款", decision.string):
        after = re.split(r"[。；;]", decision.string[match.end() : match.end() + 40])[0]
        amount = amount_in(decision[match.end() : match.end() + len(after)])
        if amount is not None and "元" in after:
            return [paper.fact("amount", amount.value, amount.text, sure=0.94 * amount.sure)]
        before = re.split(r"[。；;，,]", decision.string[: match.start()])[-1]
        amount = amount_in(decision[match.start() - len(before) : match.start()]) if "元" in before else None
        if amount is not None:
            return [paper.fact("amount", amount.value, amount.text, sure=0.9 * amount.sure)]
    return []


_ACTED = re.compile(r"([\u4e00-\u9fa5]{4,30}?(?:局|厅|委员会|大队|支队|总队|分局))(?:对|依法)")
_MADE_ON = re.compile(r"于([\d年月日〇一二三四五六七八九十.\-/]{6,14})(?:依法)?(?:对[^，。]{1,30})?作出")


def _authority(paper: Paper, fields: list[Field]) -> list[Fact]:
    """Labelled, under the document, in its red header, at its head, or as the subject of its title."""
    found = common.body_fact(paper, fields, "issuing_authority")
    if found:
        return found
    for row in paper.rows[:3]:
        head = body_of(row.text)
        if is_body(head.string):
            return [paper.fact("issuing_authority", common.tidy_name(head.string), head, sure=0.9)]
        acted = _ACTED.match(row.text.compact.string)
        if acted and is_body(acted.group(1)):
            return [
                paper.fact("issuing_authority", acted.group(1), row.text.compact[: acted.end(1)], sure=0.88)
            ]
    return []


def _decided(paper: Paper, fields: list[Field]) -> list[Fact]:
    """Labelled, `于…作出`, or the date under the document."""
    labelled = common.dated(paper, fields, "decision_date", closing=False)
    if labelled:
        return labelled
    compact = paper.text.compact
    made = _MADE_ON.search(compact.string)
    value = date_in(compact[made.start(1) : made.end(1)]) if made else None
    closing = common.dated(paper, [], "decision_date")
    told = bool(_ANNOUNCED.search(paper.title.compact.string))
    if value is not None and len(value.value) > len("2024-01") and (told or not closing):
        return [paper.fact("decision_date", value.value, value.text, sure=0.9 * value.sure)]
    return closing


_ANNOUNCED = re.compile(r"(?:公告|公示|通告|通报|通知)$")
"""What tells of a decision under a day of its own."""


CHECKER = Checker(
    Cues(
        Kind.PENALTY_DECISION,
        titles=(
            (r"处罚(的)?决定书?", 12),
            (r"作出.{0,12}处罚|给予.{0,12}处罚|(撤销登记|停止活动|警告|罚款)的?(行政)?处罚", 10),
            (r"处罚(决定|案件|结果|情况)?的?(信息|公示|公告|通知|通告|通报|一览|汇总|名单)", 8),
            (r"撤销.{0,20}登记的?(决定|公告|通告)", 8),
            (r"处罚(信息|公示|决定|案件)?(详情|明细)$", 9),
            (r"执法信息公示", 4),
            (r"责令(改正|整改).{0,4}(决定|通知)书", 6),
            (r"查询|信用报告|证明", -6),
        ),
        words=(
            (r"处罚决定书", 2),
            (r"处罚种类|处罚类别|处罚机关|处罚决定日期", 3),
            (r"被处罚(对象|单位|人|主体)", 1.5),
            (r"决定书文号|作出(处罚)?决定(的)?(机关|单位|日期|时间)", 1.5),
            (r"(处罚(机关|日期|结果|内容|事由|依据|类别|种类|决定日期).{0,60}){3}", 3),
            (r"行政相对人", 1.5),
            (r"当事人", 1),
            (r"违法事实|案由|经查|依据", 0.6),
            (r"决定(给予|处以|对|作出)[^。]{0,40}(处罚|警告|罚款)", 2),
            (r"行政复议|行政诉讼", 1.2),
            (r"查询时间|查询结果|报告生成|甲方|未受", -3),
        ),
    ),
    extract,
)
