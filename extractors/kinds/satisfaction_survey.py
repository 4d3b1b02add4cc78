"""职工满意度调查: how many were asked, how many were satisfied, the printed rate."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common
from extractors.kinds.survey_answers import NUMBER, SATISFYING, count_of, levels_of
from extractors.kinds.survey_providers import Line, providers_line
from extractors.labels import Labels
from extractors.language.numerals import chinese_number
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.tables import cell_under, heading_above
from extractors.text import Text
from extractors.values import Value

LABELS = Labels.of(
    {
        "respondents": ("有效问卷数", "有效问卷", "回收有效问卷", "有效样本量", "有效样本", "有效份数", "有效答卷", "有效票数", "有效填写人次", "本题有效填写人次", "有效填写人数", "有效填写量", "答题人数", "答卷总数", "总答卷数", "回答人数", "参与人数", "受访者人数", "回收量", "参与调查职工人数",
                        "参与调查人数", "调查人数", "受访人数", "受访职工", "参评人数", "测评人数", "填写人数", "答卷人数", "样本数", "样本量", "回收份数", "回收问卷", "收回有效问卷", "参加测评人数"),
        "satisfied": ("满意人数合计", "满意总人数", "满意人数", "满意份数", "满意票数", "表示满意人数", "满意及以上人数", "满意（含基本满意）人数", "满意合计"),
        "rate": ("综合满意率", "总体满意率", "总体满意度", "综合满意度", "职工满意度", "职工满意率", "满意率", "满意度"),
        "date": ("调查时间", "调查日期", "测评时间", "统计时间", "统计日期", "调查期间", "日期", "填报日期", "填表日期", "制表日期", "截止日期", "截止时间", "回收截止时间", "测评日期", "评价时间", "调研时间", "评价日期", "调研日期", "汇总日期", "汇总时间", "测评统计日期", "填报时间", "报告日期", "报告时间", "导出时间", "导出日期", "数据更新至", "数据截至", "数据截止", "统计截至", "更新至", "填写时间", "发布日期"),
    },
    stops=("发放问卷", "发放份数", "回收率", "有效率", "调查方式", "调查对象", "调查地点", "联系人", "制表人", "统计人"),
)  # fmt: skip

_PER_CENT = r"(?:(?<=百分之)(\d{1,3}(?:\.\d+)?|[一二三四五六七八九十百零点]{1,8})|(\d{1,3}(?:\.\d+)?)[%％])"
_RESPONDENTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"有效(?:问卷|答卷|样本|评价表|测评表|调查表|票)(?:数|量)?(?:共|为|计|：|:|共计|总数|总计)*{NUMBER}",
        rf"(?:收回|回收|收到)(?:的)?有效[^\d，。]{{0,8}}{NUMBER}",
        rf"{NUMBER}(?:份|张)(?:为|是|均为|系)?有效",
        rf"(?:参与|参加|接受)(?:本次|此次)?(?:调查|测评|评价|问卷|填写|访问)[^\d，。]{{0,12}}?(?:共|计|为|有|：|:)*{NUMBER}(?:人|名|位)?",
        rf"(?:调查|受访|访问|测评|抽样|抽取|走访|随机抽取)(?:了|职工|人数|服务对象|共|计)*[^\d，。满意一般]{{0,6}}{NUMBER}(?:名|人|位)",
        rf"(?:共有|共计|共)?{NUMBER}(?:名|位|人次|人)(?:职工|服务对象|受访者|群众|会员|参与者|员工|骑手|工友)?(?:参与|参加|接受|填写|提交|作答|答卷|应答|投票|打分|填答|交回)",
        rf"(?:收回|回收)(?:了|问卷|调查表|调查问卷|答卷|测评表|共|计)*{NUMBER}份",
        rf"(?:应答|作答|参评|受访|答卷|填答|投票|打分)(?:的)?(?:职工|人数|人员|群众|会员)?(?:共|计|为)?{NUMBER}(?:人|名|位)",
        rf"样本(?:量|数|总量)(?:为|共|：|:|n=|N=)*{NUMBER}",
        rf"[nN]\s*[=＝]\s*{NUMBER}",
    )
)
_SATISFIED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{NUMBER}(?:人|份|名|位|票)(?:职工)?(?:选择|评价|表示|打分)?(?:了|为)?[“\"]?(?<!不)(?:基本)?满意[”\"]?(?:及|或|和)?以上",
        rf"[“\"]?满意[”\"]?(?:及|和)?以上(?:评价)?(?:的)?(?:有|共|为|人数)*{NUMBER}(?:人|份|名|票|位|个)",
        rf"(?:总体|综合|整体)(?:表示|感到)?满意(?:的)?(?:有|共|为|人数)*{NUMBER}(?:人|份|名|票)",
        rf"(?:表示|评价为|选择|对服务|对服务表示|其中)(?:基本)?[“\"]?(?:满意及以上|满意以上|非常满意和满意|满意和基本满意|满意或基本满意|满意)[”\"]?(?:的|的有|的职工|的共|有|共|为|：|:)*{NUMBER}(?:人|份|名|票)?",
        rf"(?<!非常)(?<!很)(?<!基本)(?<!不)(?<!比较)(?<!较)满意(?:及以上)?(?:的)?(?:人数|份数|票数|合计|总数|问卷)(?:共|为|合计|：|:|共计)*{NUMBER}",
        rf"{NUMBER}(?:人|份|名|位|票)(?:职工)?(?:表示|评价为|选择|对[^，。]{{0,16}}表示)[“\"]?满意",
    )
)
_RATE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:综合|总体|整体|职工|服务|总|平均)满意(?:度|率)(?:（[^）]*）|\([^)]*\))?[^\d。；;%]{{0,12}}?{_PER_CENT}",
        rf"(?<!不)满意(?:度|率)(?:（[^）]*）|\([^)]*\))?[^\d。；;%]{{0,24}}?{_PER_CENT}",
        r"(\d{1,3}(?:\.\d+)?)[%％](?:的)?(?:职工|受访者|服务对象|受访职工)?(?:对[^，。]{0,16})?(?:表示)?满意(?![（(:：|\t]?\d)",
    )
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a survey's result. `levels` holds the printed counts by answer."""
    fields = paper.fields(LABELS)
    line = providers_line(paper)
    facts = _of_line(paper, line) if line is not None else _of_whole(paper, fields)
    facts += common.dated(paper, fields, "date")
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        facts.append(paper.fact("mentions_organization", True, named.text, sure=named.sure))
    return facts


def _of_line(paper: Paper, line: Line) -> list[Fact]:
    """What the applicant's row of a table of many providers says."""
    told = {"respondents": line.respondents, "satisfied": line.satisfied, "rate": line.rate}
    return [
        paper.fact(name, value.value, value.text, sure=value.sure)
        for name, value in told.items()
        if value is not None
    ]


def _of_whole(paper: Paper, fields: list[Field]) -> list[Fact]:
    """What a survey about one provider says."""
    facts: list[Fact] = []
    levels = levels_of(paper)
    respondents = (
        _labelled_count("respondents", fields) or _by_patterns(paper, _RESPONDENTS) or _total(paper, levels)
    )
    satisfied = _labelled_count("satisfied", fields) or _by_patterns(paper, _SATISFIED)
    if satisfied is not None and _is_one_of_several(satisfied.value, levels):
        satisfied = None
    if respondents is not None:
        facts.append(paper.fact("respondents", respondents.value, respondents.text, sure=respondents.sure))
    if satisfied is None and levels:
        good = [(name, count) for name, count in levels.items() if name in SATISFYING]
        note = "由各档人数相加：" + "＋".join(f"{name}{count.value}" for name, count in good)
        total = sum(count.value for _, count in good)
        facts.append(paper.fact("satisfied", total, [count.text for _, count in good], sure=0.9, note=note))
    elif satisfied is not None:
        facts.append(paper.fact("satisfied", satisfied.value, satisfied.text, sure=satisfied.sure))
    facts += _rate(paper, fields)
    if levels:
        counts = {name: count.value for name, count in levels.items()}
        facts.append(paper.fact("levels", dict(counts), [count.text for count in levels.values()], sure=0.92))
    return facts


def _is_one_of_several(count: int, levels: dict[str, Value[int]]) -> bool:
    """Whether a count is that of the answer 满意 alone, beside another that is as good."""
    plain = levels.get("满意")
    good = [
        value for level, value in levels.items() if level in SATISFYING and level != "满意" and value.value
    ]
    return plain is not None and plain.value == count and bool(good)


def _labelled_count(name: str, fields: list[Field]) -> Value[int] | None:
    for field in fields:
        if field.name != name:
            continue
        compact = field.cell
        match = re.match(rf"[^\d]{{0,6}}?{NUMBER}(?![\d.%％])", compact.string)
        if match:
            return Value(count_of(match.group(1)), compact[match.start(1) : match.end(1)], 0.96)
    return None


def _by_patterns(paper: Paper, patterns: tuple[re.Pattern[str], ...]) -> Value[int] | None:
    compact = paper.text.compact
    for pattern in patterns:
        match = pattern.search(compact.string)
        if match and not compact.string.startswith(("%", "％", "."), match.end(1)):
            return Value(count_of(match.group(1)), compact[match.start(1) : match.end(1)], 0.93)
    return None


def _total(paper: Paper, levels: dict[str, Value[int]]) -> Value[int] | None:
    """合计 in a table of answers."""
    for row in paper.rows:
        match = re.match(
            rf"^\s*(?:合计|总计|总人数|总数|共计)[\s（(人份)）:：]*{NUMBER}(?![.\d%％])", row.text.string
        )
        if match:
            return Value(count_of(match.group(1)), row.text[match.start(1) : match.end(1)], 0.92)
    if len(levels) >= 3:
        total = sum(count.value for count in levels.values())
        joined = Text.join("＋", [count.text for count in levels.values()])
        return Value(total, joined, 0.75)
    return None


def _rate(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The rate of the whole: named so, labelled, in a column headed 满意率, else the first that stands in prose."""
    text = Text.join("", [row.text for row in paper.rows])
    told = _told_rate(paper, text, _RATE[:1])
    if told:
        return told
    in_table = _rate_in_table(paper)
    if in_table:
        return in_table
    field = first(fields, "rate")
    if field is not None:
        match = _PERCENT.match(field.cell.string)
        if match:
            return _rate_fact(paper, field.cell, match)
    return _told_rate(paper, text, _RATE[1:])


def _told_rate(paper: Paper, text: Text, patterns: tuple[re.Pattern[str], ...]) -> list[Fact]:
    for pattern in patterns:
        for match in pattern.finditer(text.string):
            found = _rate_fact(paper, text, match)
            if found:
                return found
    return []


_THRESHOLD = re.compile(r"低于|不足|未达|不到|目标|要求|标准为|合格线")
"""What is said of a rate that is asked for, rather than of the one that was found."""


def _per_cent(words: str) -> float | None:
    """The share that a number of hundredths means, in figures or in words: 九十六点五."""
    if words[0].isdigit():
        return float(words) / 100
    whole, _, decimals = words.partition("点")
    number, behind = chinese_number(whole), chinese_number(decimals) if decimals else 0
    return None if number is None or behind is None else (number + behind / 10 ** len(decimals)) / 100


_PERCENT = re.compile(rf"[^\d]{{0,8}}?{_PER_CENT}")
_RATE_HEAD = r"满意(?:率|度)$"
_CELL_PERCENT = re.compile(r"(?:百分之)?(\d{1,3}(?:\.\d+)?)[%％]?")


def _rate_in_table(paper: Paper) -> list[Fact]:
    """The cell under 满意率 in the row of the whole; in a table of one row, that row's."""
    found: list[tuple[bool, Text, re.Match[str]]] = []
    for number, row in enumerate(paper.rows):
        heading = (
            heading_above(paper.rows, number, _RATE_HEAD)
            if re.search(r"[%％]|百分之", row.text.string)
            else None
        )
        cell = cell_under(heading, row, _RATE_HEAD) if heading is not None else None
        match = _CELL_PERCENT.fullmatch(cell.string) if cell is not None else None
        if cell is not None and match:
            whole = bool(re.search(r"总体|综合|整体|合计|总计|平均", row.text.compact.string))
            found.append((whole, cell, match))
    chosen = [each for each in found if each[0]] or (found if len(found) == 1 else [])
    return _rate_fact(paper, chosen[0][1], chosen[0][2]) if chosen else []


def _rate_fact(paper: Paper, text: Text, match: re.Match[str]) -> list[Fact]:
    group = match.lastindex or 1
    rate = _per_cent(match.group(group))
    if rate is None or rate > 1 or _THRESHOLD.search(match.group()):
        return []
    return [paper.fact("rate", round(rate, 6), text[match.start(group) : match.end()], sure=0.95)]


CHECKER = Checker(
    Cues(
        Kind.SATISFACTION_SURVEY,
        titles=(
            (r"满意(度|率)", 12),
            (r"(?<!需求)(?<!报名)(?<!申请)问卷(调查)?(的)?(结果|统计|汇总|分析|报告|数据|情况)*", 5),
            (r"(统计|数据)(&|＆|与|和)?(分析|报表)|(答卷|回访|评议)(情况)?(统计|汇总|分析)", 3),
            (r"(测评|评价)(结果|汇总|统计)", 6),
            (r"申报表|通知$|制度|合同", -8),
        ),
        words=(
            (r"满意(度|率)", 2),
            (r"满意(度|率)[^。；]{0,16}?(\d+(\.\d+)?[%％]|百分之)", 2.5),
            (r"非常满意|很满意|十分满意|比较满意|较满意|基本满意|不满意", 2),
            (r"满意(吗|程度|与否)|是否满意|感到满意", 2),
            (r"有效填写(人次|人数|量)|选项小计(比例|占比)|[\[【（(](单选|多选|矩阵)题", 1.5),
            (r"(回收|收回|有效)问卷|有效样本|受访|问卷", 1.5),
            (r"自评分|甲方|记者|特发此证|处罚", -3),
        ),
    ),
    extract,
)
