"""专职人员证明: social insurance lists, rosters, payrolls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.kinds import Checker, common, vocabulary
from extractors.labels import Labels
from extractors.layout import Row
from extractors.paper import Paper
from extractors.text import HAN, Fragment, Text
from extractors.values import Value, closing_bodies, dates, person_in

LABELS = Labels.of(
    {
        "organization_name": (*vocabulary.ORGANIZATION, "参保单位", "参保单位名称", "参保单位全称", "单位全称", "缴费单位", "缴费单位名称", "用人单位", "用人单位名称", "甲方（用人单位）", "用人单位（甲方）", "聘用单位（甲方）", "甲方（聘用单位）", "单位", "缴款单位", "缴存单位", "缴存单位名称", "发放单位", "填报单位", "编制单位", "制表单位", "单位（盖章）", "填表单位", "缴费单位全称", "投保单位", "扣缴义务人", "扣缴义务人名称", "付款户名", "付款人", "付款人户名", "付款人名称", "付款单位", "付款方", "付款账户名称", "付款账户户名", "付款方户名", "代发单位", "代发单位名称", "委托单位", "签约单位", "企业名称", "客户名称", "公司名称", "账户名称", "缴纳单位", "缴费人名称", "工作单位", "所在单位", "就业单位"),
        "uscc": vocabulary.CODE,
        "period": ("缴费起止年月", "参保起止年月", "起止时间", "缴费起止", "缴费期间", "查询期间", "缴费起止时间", "参保期间", "费款所属期", "缴费月份", "统计时间", "缴费年月", "费款所属期起止", "所属期", "工资月份", "发放月份", "起止年月", "缴费时段", "查询时段", "缴费所属期", "费款所属时间", "参保时间段", "证明时段", "统计期间", "缴存期间", "汇缴年月", "缴存年月", "所属月份", "工资所属期", "缴费区间", "考勤月份", "考勤时间", "考勤周期", "缴存起止年月", "缴费起止月份", "参保时间", "所属时期", "费款期间", "发薪月份", "工资期间", "发放期间", "发放时段", "工资所属期间", "税款所属期", "税款所属期间", "税款所属时期", "税款所属期起止", "缴费所属年月", "代发月份", "工资年月", "参保年月", "参保缴费年月", "缴费起止期间", "薪资月份", "薪资期间"),
    },
    stops=("打印日期", "打印时间", "查询时间", "制表日期", "制表时间", "证明日期", "开具日期", "填表日期", "出具日期", "查询日期", "人数", "经办人", "单位编号", "社保编号", "验证码", "参保人数", "险种", "参保地", "用途", "批次状态", "总笔数", "总金额", "扣缴义务人纳税人识别号", "金额单位", "付款账号", "付款账户"),
)  # fmt: skip
_NAME = re.compile(rf"^[{HAN}]{{2,4}}$")
_NOT_A_NAME = re.compile(
    r"(姓名|序号|性别|合计|备注|养老|医疗|失业|工伤|生育|缴费|正常|参保|单位|岗位|职务|专职|兼职|主任|会长|秘书长|会计|出纳|社工|干事|文员|男|女|是|否|本科|大专|硕士|学历|时间|基数|签名|工资|实发|应发|补贴|扣款|财务|人事|行政|部长|主管|专员|经理|助理|江苏|共计|本页|说明|打印|在职|续保|新增|减员|身份|证件|证号|号码|公民|账号|卡号|金额|类型|电话|日期|年龄|民族|地址|我的|联系|专业|入职|银行|户籍|籍贯|险种|首页|返回|查询)"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a staff list."""
    fields = paper.fields(LABELS)
    return [
        *(common.organization_name(paper, fields) or _own(paper) or common.title_body(paper)),
        *_people(paper),
        *_period(paper, [field.text for field in fields if field.name == "period"]),
    ]


_OURS = re.compile(r"(?:我|本)(?:单位|会|中心|社|机构|组织|协会|商会|学会|基金会|促进会|院|所|校|站|队)")


def _own(paper: Paper) -> list[Fact]:
    """The one who signs a statement about its own staff: `系我单位专职人员`."""
    signed = closing_bodies(paper.layouts) if _OURS.search(paper.text.compact.string) else []
    if len(signed) != 1:
        return []
    return [paper.fact("organization_name", common.tidy_name(signed[0].string), signed[0], sure=0.9)]


def _people(paper: Paper) -> list[Fact]:
    """The names in the column of people, else those that a sentence or an identity number tells."""
    names = (
        _in_column(paper)
        or _people_in_prose(paper.text.compact)
        or _ours(paper)
        or _on_card(paper)
        or _beside_identity(paper)
    )
    return [paper.fact("people", [name.string for name in names], names, sure=0.92)] if names else []


_HEAD = re.compile(
    r"[^：:]{0,6}姓名[^：:]{0,6}[：:]?|(?:收款|领款|领取|参保|持卡|被保险)(?:人|方|人员)(?:名称|户名|姓名)?|(?:收款|对方)?(?:账户|户|账户户)名(?:称)?"
    r"|(?:收款|对方)账户名称?|(?:员工|职工|人员|雇员)(?:名称|姓名)?"
)
"""What heads a column of people: `姓名`, or on a bank's or an insurer's list who gets or pays."""


def _in_column(paper: Paper) -> list[Text]:
    column: Fragment | None = None
    names: list[Text] = []
    for row in paper.rows:
        header = next((f for f in row.fragments if _HEAD.fullmatch(Text.of(f).compact.string)), None)
        if header is not None and len(row.fragments) >= 2 and not _is_value(row, header):
            column = header
            continue
        if column is None:
            continue
        for fragment in row.fragments:
            text = Text.of(fragment).compact
            near = abs(fragment.place.centre[0] - column.place.centre[0]) < max(
                2.5 * column.em_wide, column.place.width
            )
            if near and _is_name(text):
                names.append(text)
                break
    return names


def _is_value(row: Row, header: Fragment) -> bool:
    """Whether what looks like a heading is a label beside its value."""
    pairs = row.fragments[0] is header and len(row.fragments) in _PAIRS
    beside = Text.of(row.fragments[1]).compact
    named = pairs and len(beside) <= _USUAL_NAME and _is_name(beside)
    return named or ("姓名" not in header.text and len(row.fragments) < _HEADINGS)


_PAIRS = (2, 4)
"""Cells of a card's row: a label and its value, once or twice."""

_USUAL_NAME = 3
"""Characters of most names; what is longer is rather a heading."""

_HEADINGS = 3
"""Cells from which a row without the word 姓名 is a table's heading."""


def _is_name(text: Text) -> bool:
    return bool(_NAME.match(text.string)) and not _NOT_A_NAME.search(text.string)


_PERSON = Labels.of(
    {
        "person": (
            "姓名",
            "参保人姓名",
            "员工姓名",
            "职工姓名",
            "参保人",
            "被保险人",
            "纳税人姓名",
            "本人姓名",
        )
    },
    stops=LABELS.stops,
)


def _on_card(paper: Paper) -> list[Text]:
    """The one person that a form names beside its label."""
    people = [name for field in paper.fields(_PERSON) if (name := person_in(field.cell)) is not None]
    return people if len(people) == 1 and _is_name(people[0]) else []


_NUMBERED = re.compile(r"(?:.{0,8}[：:])?(?:\d{3,6}[*＊xX×]{4,}\d{0,4}[\dXx]?|\d{17}[\dXx])")
"""An identity number, most of it masked or whole, with or without its label."""


def _beside_identity(paper: Paper) -> list[Text]:
    """The name that stands right over or left of an identity number, as an app shows one insured person."""
    for number, row in enumerate(paper.rows):
        cells = [Text.of(each).compact for each in row.fragments]
        if not any(_NUMBERED.fullmatch(cell.string) for cell in cells):
            continue
        above = [Text.of(each).compact for each in paper.rows[number - 1].fragments] if number else []
        for cell in (cells[0], *above[:1]):
            if _is_name(cell):
                return [cell]
    return []


_OF_OURS = re.compile(
    r"(?P<names>(?:[\u4e00-\u9fa5]{2,4}(?:[（(][^（）()]{1,8}[）)])?[、，,]){0,60}[\u4e00-\u9fa5]{2,4}?)"
    r"(?:等)?(?:共|共计)?(?:[\d一二三四五六七八九十]{1,3}[人名位])?(?:同志|员工|职工|人员)*(?:均)?"
    r"(?:[系为是在与]|属于?|就职于|任职于|受聘于|受雇于)(?:我|本)(?:单位|会|中心|社|机构|组织|协会|商会|学会|基金会|促进会|院|所|校|站|队)"
)


def _ours(paper: Paper) -> list[Text]:
    """Names at a paragraph's beginning, of whom it says that they are our own: `张三、李四等2名同志系我单位…`."""
    whole = paper.text.compact
    at = 0
    for row in paper.rows:
        match = _OF_OURS.match(whole.string, at)
        at += len(row.text.compact)
        if match is None:
            continue
        names = [
            whole[match.start() + name.start(1) : match.start() + name.end(1)]
            for name in re.finditer(
                r"([\u4e00-\u9fa5]{2,4})(?:[（(][^（）()]{1,8}[）)])?(?:[、，,]|$)", match.group("names")
            )
        ]
        if names and not any(_NOT_A_NAME.search(name.string) for name in names):
            return names
    return []


_IDENTIFIED = re.compile(
    r"(?<![\u4e00-\u9fa5])(?:兹证明|证明|兹有)?([\u4e00-\u9fa5]{2,4}?)(?:同志|先生|女士)?[，,、（(]?(?:性别)?(?:男|女)?[，,]?(?:身份证号?码?|公民身份|居民身份)"
)
_CERTIFIED = re.compile(
    r"(?:兹证明|兹有|证明)([\u4e00-\u9fa5]{2,4}?)(?:同志|先生|女士|[（(，,]|系|为我|是我)"
)
_LISTED = re.compile(
    r"(?:分别(?:为|是|有)|人员(?:为|是|有|名单(?:为|如下)?|如下)|名单(?:为|如下)|包括|他们是|即|[：:])[：:]?"
    r"((?:[\u4e00-\u9fa5]{2,4}(?:[（(][^）)]{1,12}[)）])?[、，,]){1,40}[\u4e00-\u9fa5]{2,4}?)(?=[。；;，,（(等共]|同志|\d)"
)


_SEVERAL = re.compile(
    r"(?:兹证明|兹有|证明)((?:[\u4e00-\u9fa5]{2,4}[、，,和]){1,20}[\u4e00-\u9fa5]{2,4}?)(?:等|共)?(?:[\d一二三四五六七八九十]+[人名位])?(?:同志)?(?:系|均?为|均?是|属)"
)


def _people_in_prose(compact: Text) -> list[Text]:
    """Names that a sentence lists, or that an identity number follows."""
    for match in _LISTED.finditer(compact.string):
        names = [
            compact[match.start(1) + name.start() : match.start(1) + name.end()]
            for name in re.finditer(r"[\u4e00-\u9fa5]{2,4}(?=$|[、，,（(])", match.group(1))
        ]
        if names and not any(_NOT_A_NAME.search(name.string) for name in names):
            return names
    several = _SEVERAL.search(compact.string)
    if several:
        return [
            compact[several.start(1) + name.start() : several.start(1) + name.end()]
            for name in re.finditer(r"[\u4e00-\u9fa5]{2,4}", several.group(1))
        ]
    for pattern in (_IDENTIFIED, _CERTIFIED):
        found = [
            compact[match.start(1) : match.end(1)]
            for match in pattern.finditer(compact.string)
            if not _NOT_A_NAME.search(match.group(1))
        ]
        if found:
            return found
    return []


def _period(paper: Paper, labelled: list[Text]) -> list[Fact]:
    for text in labelled:
        found = list(_compact_months(text)) or [_month(each) for each in dates(text) if len(each.value) > 4]
        if found:
            return [_period_fact(paper, found[0], found[-1], 0.93)]
    compact = paper.text.compact
    paid = _PAID_FOR.search(compact.string)
    if paid:
        month = next(dates(compact[paid.start(1) : paid.end(1)]), None)
        if month is not None and len(month.value) > len("2024"):
            return [_period_fact(paper, _month(month), _month(month), 0.9)]
    match = re.search(
        r"(20\d\d年\d{1,2}月|20\d\d[.\-/]?\d\d)(?:\d{1,2}日)?[^\d。]{0,3}(?:至|到|-|—|~|－)(20\d\d年\d{1,2}月|20\d\d[.\-/]?\d\d)",
        compact.string,
    )
    if match:
        span = compact[match.start() : match.end()]
        found = list(_compact_months(span)) or [_month(each) for each in dates(span) if len(each.value) > 4]
        if len(found) >= 2:
            return [_period_fact(paper, found[0], found[-1], 0.9)]
    found = [_month(each) for each in dates(paper.title) if len(each.value) > 4]
    found = found or [_month(each) for each in dates(paper.text) if len(each.value) > 4]
    if found:
        return [_period_fact(paper, found[0], found[0], 0.7)]
    return []


_PAID_FOR = re.compile(
    r"(?:用途|摘要|附言|备注|批次名称|款项名称|业务摘要)[：:]?(20\d\d年\d{1,2}月)(?:份)?(?:职工|员工|人员)?(?:工资|薪酬|薪金|薪资|社保)"
)
"""The month that a bank's list says its payments are for."""


def _compact_months(text: Text) -> Iterator[Value[str]]:
    compact = text.compact
    for match in re.finditer(r"(20\d\d)(0[1-9]|1[0-2])(?!\d)", compact.string):
        yield Value(f"{match.group(1)}-{match.group(2)}", compact[match.start() : match.end()])


def _month(value: Value[str]) -> Value[str]:
    return Value(value.value[:7], value.text, value.sure)


def _period_fact(paper: Paper, start: Value[str], end: Value[str], sure: float) -> Fact:
    places = [start.text] if start is end else [start.text, end.text]
    return paper.fact("period", f"{start.value}/{end.value}", places, sure=sure)


CHECKER = Checker(
    Cues(
        Kind.STAFF_PROOF,
        titles=(
            (
                r"(社会保险|社保|参保|养老保险|医保|公积金|缴费).{0,14}(证明|清单|清册|名单|明细|记录|凭证|花名册|表|权益单|通知单|核定单)",
                12,
            ),
            (
                r"(专职|工作|在职|全职|在岗|从业|聘用|在册)(工作)?人员.{0,6}(名册|名单|花名册|一览表|证明|情况|说明|情况表|登记表|信息表|汇总表)",
                11,
            ),
            (r"(在职|工作|在岗|用工|雇佣|劳动关系|就业|聘用|人员)(情况)?证明", 10),
            (r"(工资|薪酬|薪资|劳务)(表|发放|单|明细|条|流水|清单)", 10),
            (
                r"个人所得税.{0,12}(申报|报告表|明细|清单|完税|缴纳|纳税)|(代扣代缴|扣缴).{0,8}(申报|报告表|明细)",
                14,
            ),
            (
                r"(我的|个人|职工)(参保|社保|社会保险|养老保险)|参保(信息|情况|状态|查询|登记)|(社保|社会保险|缴费|养老保险)(信息)?查询",
                9,
            ),
            (r"代发(工资)?.{0,6}(明细|清单|回单|结果|名单|汇总)|(工资|薪资)代发|批量代发", 3),
            (r"考勤(表|记录|汇总|明细|统计|登记)", 11),
            (r"(员工|职工|人员|职员|社工)(花名册|名册|信息表|情况表)|劳动合同|聘用合同", 10),
            (r"工会|制度|培训(?!学校|中心|机构|基地)|会员名|挂职|兼职|任职", -5),
        ),
        words=(
            (r"参保|缴费基数|社会保险|养老保险", 2),
            (r"个人缴费|单位缴费|缴费(月数|状态|期间|年月|起止|记录)|险种", 1.2),
            (r"参保单位", 1),
            (r"代发|批量付款", 1),
            (r"(用途|摘要|附言)[：:]?.{0,14}(工资|薪酬|薪金|薪资)", 2),
            (r"扣缴义务人|税款所属期", 1),
            (r"慰问金|救助金|补助金|助学金|奖学金|报销", -3),
            (r"专职(工作)?人员|花名册|劳动合同|系我(单位|会|中心|公司)", 1),
            (r"(现有|共有|聘用)(专职|在职|全职)?(工作)?人员\d+(人|名)", 1),
            (r"工资|实发", 0.8),
            (r"甲方租|工会主席|自评", -2.5),
        ),
    ),
    extract,
)
