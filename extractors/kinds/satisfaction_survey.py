"""职工满意度调查: how many were asked, how many were satisfied, the printed rate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common
from extractors.labels import Labels
from extractors.layout import Row
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.tables import cell_under, heading_above, nearest
from extractors.text import Fragment, Text
from extractors.values import Value

LABELS = Labels.of(
    {
        "respondents": ("有效问卷数", "有效问卷", "回收有效问卷", "有效样本量", "有效样本", "有效份数", "有效答卷", "有效票数", "有效填写人次", "参与调查职工人数",
                        "参与调查人数", "调查人数", "受访人数", "受访职工", "参评人数", "测评人数", "填写人数", "答卷人数", "样本数", "样本量", "回收份数", "回收问卷", "收回有效问卷", "参加测评人数"),
        "satisfied": ("满意人数合计", "满意总人数", "满意人数", "满意份数", "满意票数", "表示满意人数", "满意及以上人数", "满意（含基本满意）人数", "满意合计"),
        "rate": ("综合满意率", "总体满意率", "总体满意度", "综合满意度", "职工满意度", "职工满意率", "满意率", "满意度"),
        "date": ("调查时间", "调查日期", "测评时间", "统计时间", "统计日期", "调查期间", "日期", "填报日期", "填表日期", "制表日期", "截止日期", "截止时间", "回收截止时间", "测评日期", "评价时间", "调研时间", "评价日期", "调研日期", "汇总日期", "汇总时间", "测评统计日期", "填报时间", "报告日期", "报告时间", "导出时间", "导出日期", "填写时间", "发布日期"),
    },
    stops=("发放问卷", "发放份数", "回收率", "有效率", "调查方式", "调查对象", "调查地点", "联系人", "制表人", "统计人"),
)  # fmt: skip

_NUMBER = r"(\d{1,3}(?:[,，]\d{3})+|\d+)"
_PER_CENT = r"(?:(?<=百分之)(\d{1,3}(?:\.\d+)?)|(\d{1,3}(?:\.\d+)?)[%％])"
_CELL_NUMBER = re.compile(rf"{_NUMBER}(?:人|份|票|名)?")
_RESPONDENTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"有效(?:问卷|答卷|样本|评价表|测评表|调查表|票)(?:数|量)?(?:共|为|计|：|:|共计|总数|总计)*{_NUMBER}",
        rf"(?:收回|回收|收到)(?:的)?有效[^\d，。]{{0,8}}{_NUMBER}",
        rf"{_NUMBER}(?:份|张)(?:为|是|均为|系)?有效",
        rf"(?:参与|参加|接受)(?:本次|此次)?(?:调查|测评|评价|问卷|填写|访问)[^\d，。]{{0,12}}?(?:共|计|为|有|：|:)*{_NUMBER}(?:人|名|位)?",
        rf"(?:调查|受访|访问|测评|抽样|抽取|走访|随机抽取)(?:了|职工|人数|服务对象|共|计)*[^\d，。满意一般]{{0,6}}{_NUMBER}(?:名|人|位)",
        rf"(?:共有|共计|共)?{_NUMBER}(?:名|位|人次|人)(?:职工|服务对象|受访者|群众|会员|参与者)?(?:参与|参加|接受|填写|提交)",
        rf"(?:收回|回收)(?:了|问卷|调查表|调查问卷|答卷|测评表|共|计)*{_NUMBER}份",
        rf"(?:应答|作答|参评|受访|答卷|填答|投票|打分)(?:的)?(?:职工|人数|人员|群众|会员)?(?:共|计|为)?{_NUMBER}(?:人|名|位)",
        rf"样本(?:量|数|总量)(?:为|共|：|:|n=|N=)*{_NUMBER}",
        rf"[nN]\s*[=＝]\s*{_NUMBER}",
    )
)
_SATISFIED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NUMBER}(?:人|份|名|位|票)(?:职工)?(?:选择|评价|表示|打分)?(?:了|为)?[“\"]?(?<!不)(?:基本)?满意[”\"]?(?:及|或|和)?以上",
        rf"[“\"]?满意[”\"]?(?:及|和)?以上(?:评价)?(?:的)?(?:有|共|为|人数)*{_NUMBER}(?:人|份|名|票|位)",
        rf"(?:总体|综合|整体)(?:表示|感到)?满意(?:的)?(?:有|共|为|人数)*{_NUMBER}(?:人|份|名|票)",
        rf"(?:表示|评价为|选择|对服务|对服务表示|其中)(?:基本)?[“\"]?(?:满意|满意及以上|满意以上|非常满意和满意|满意和基本满意|满意或基本满意)[”\"]?(?:的|的有|的职工|的共|有|共|为|：|:)*{_NUMBER}(?:人|份|名|票)?",
        rf"(?<!非常)(?<!很)(?<!基本)(?<!不)(?<!比较)(?<!较)满意(?:及以上)?(?:的)?(?:人数|份数|票数|合计|总数|问卷)(?:共|为|合计|：|:|共计)*{_NUMBER}",
        rf"{_NUMBER}(?:人|份|名|位|票)(?:职工)?(?:表示|评价为|选择|对[^，。]{{0,16}}表示)[“\"]?满意",
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
LEVELS = (
    "非常满意",
    "很满意",
    "十分满意",
    "比较满意",
    "较满意",
    "基本满意",
    "满意",
    "一般",
    "不太满意",
    "较不满意",
    "不满意",
    "非常不满意",
    "很不满意",
)
SATISFYING = {"非常满意", "很满意", "十分满意", "满意", "比较满意", "较满意", "基本满意"}


def extract(paper: Paper) -> list[Fact]:
    """Facts of a survey's result. `levels` holds the printed counts by answer."""
    fields = paper.fields(LABELS)
    facts: list[Fact] = []
    levels = _levels(paper)
    respondents = (
        _labelled_count("respondents", fields) or _by_patterns(paper, _RESPONDENTS) or _total(paper, levels)
    )
    satisfied = _labelled_count("satisfied", fields) or _by_patterns(paper, _SATISFIED)
    if respondents is not None:
        facts.append(paper.fact("respondents", respondents.value, respondents.text, sure=respondents.sure))
    if satisfied is None and levels:
        good = [(name, count) for name, count in levels.items() if name in SATISFYING]
        if good:
            note = "由各档人数相加：" + "＋".join(f"{name}{count.value}" for name, count in good)
            total = sum(count.value for _, count in good)
            facts.append(
                paper.fact("satisfied", total, [count.text for _, count in good], sure=0.9, note=note)
            )
    elif satisfied is not None:
        facts.append(paper.fact("satisfied", satisfied.value, satisfied.text, sure=satisfied.sure))
    facts += _rate(paper, fields)
    if levels:
        counts = {name: count.value for name, count in levels.items()}
        facts.append(paper.fact("levels", dict(counts), [count.text for count in levels.values()], sure=0.92))
    facts += common.dated(paper, fields, "date")
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        facts.append(paper.fact("mentions_organization", True, named.text, sure=named.sure))
    return facts


def _count(words: str) -> int:
    return int(re.sub("[,，]", "", words))


def _labelled_count(name: str, fields: list[Field]) -> Value[int] | None:
    for field in fields:
        if field.name != name:
            continue
        compact = field.cell
        match = re.match(rf"[^\d]{{0,6}}?{_NUMBER}(?![\d.%％])", compact.string)
        if match:
            return Value(_count(match.group(1)), compact[match.start(1) : match.end(1)], 0.96)
    return None


def _by_patterns(paper: Paper, patterns: tuple[re.Pattern[str], ...]) -> Value[int] | None:
    compact = paper.text.compact
    for pattern in patterns:
        match = pattern.search(compact.string)
        if match and not compact.string.startswith(("%", "％", "."), match.end(1)):
            return Value(_count(match.group(1)), compact[match.start(1) : match.end(1)], 0.93)
    return None


def _levels(paper: Paper) -> dict[str, Value[int]]:
    """Counts by answer, from rows such as `非常满意 120 61.2%`, from a header over a row of counts, or from prose."""
    return (
        _levels_in_rows(paper)
        or _levels_in_columns(paper)
        or _levels_in_prose(paper)
        or _levels_in_chart(paper)
    )


_LEVEL = "|".join(sorted(LEVELS, key=len, reverse=True))


_ANSWER = re.compile(
    rf"(?:^|(?<=[\s，,、；;|（(]))(?:[A-Ea-e①②③④⑤\d][.、．)）]?\s*|其中[:：]?\s*)?(?P<level>{_LEVEL})(?:人数|票数|份数)?[\s（(人份票)）:：]*"
    rf"{_NUMBER}(?![.\d%％])\s*(?:人|份|票|名)?"
)


def _levels_in_rows(paper: Paper) -> dict[str, Value[int]]:
    """Rows that begin with an answer and its count; of several answers in a row, each with its own."""
    found: dict[str, Value[int]] = {}
    for row in paper.rows:
        answers = list(_ANSWER.finditer(row.text.string))
        if not answers or row.text.string[: answers[0].start()].strip():
            continue
        for match in answers:
            count = row.text[match.start(2) : match.end(2)]
            found.setdefault(match.group("level"), Value(_count(match.group(2)), count))
    return found if len(found) >= 2 and SATISFYING & set(found) else {}


def _levels_in_columns(paper: Paper) -> dict[str, Value[int]]:
    """A header row of answers with a row of counts below; the row of a total wins over those of single questions."""
    tables: list[tuple[bool, dict[str, Value[int]]]] = []
    for number, row in enumerate(paper.rows):
        heads = [
            (re.sub(r"(人数|票数|份数|[（(].*?[）)])$", "", Text.of(each).compact.string), each)
            for each in row.fragments
        ]
        columns = [(words, fragment) for words, fragment in heads if words in LEVELS]
        if len(columns) < 2:
            continue
        asked = paper.rows[number - 1].text.compact.string if number else ""
        whole = bool(re.search(r"总体|综合|整体|总的|合计", asked))
        counted = _counts_below(row, paper.rows[number + 1 : number + 30], columns)
        if counted:
            tables.append((whole, counted))
    if len(tables) == 1:
        return tables[0][1]
    return next((counts for whole, counts in tables if whole), {})


def _counts_below(
    heading: Row, rows: Sequence[Row], columns: Sequence[tuple[str, Fragment]]
) -> dict[str, Value[int]]:
    """The counts under the answers: the total's row, else the first row that has them all. Ends at the next header."""
    best: dict[str, Value[int]] = {}
    for below in rows:
        if sum(1 for each in below.fragments if Text.of(each).compact.string in LEVELS) >= _FEWEST_ANSWERS:
            break
        counts: dict[str, Value[int]] = {}
        for words, head in columns:
            for fragment in below.fragments:
                text = Text.of(fragment).compact
                match = _CELL_NUMBER.fullmatch(text.string)
                if match and nearest(fragment, heading) is head:
                    counts[words] = Value(_count(match.group(1)), text)
        total = re.search(r"合计|总计|总体|小计|综合", below.text.compact.string)
        if len(counts) == len(columns) and (not best or total):
            best = counts
    return best


_FEWEST_ANSWERS = 2


def _levels_in_prose(paper: Paper) -> dict[str, Value[int]]:
    compact = paper.text.compact
    found: dict[str, Value[int]] = {}
    for match in re.finditer(
        rf"[“\"]?({_LEVEL})[”\"]?(?:的|的有|的职工|有|为|共|：|:|人数|份数|票)*{_NUMBER}(?:人|份|票|名)",
        compact.string,
    ):
        found.setdefault(
            match.group(1), Value(_count(match.group(2)), compact[match.start(2) : match.end(2)])
        )
    for match in re.finditer(
        rf"{_NUMBER}(?:人|份|票|名|位)(?:职工)?(?:表示|选择|评价为|认为)[“\"]?({_LEVEL})", compact.string
    ):
        found.setdefault(
            match.group(2), Value(_count(match.group(1)), compact[match.start(1) : match.end(1)])
        )
    return found if len(found) >= 2 and SATISFYING & set(found) else {}


def _levels_in_chart(paper: Paper) -> dict[str, Value[int]]:
    """Numbers over a chart's bars: of each answer under the axis the nearest bare number above it."""
    for layout in paper.layouts:
        for row in layout.rows:
            labels = [(Text.of(each).compact.string, each) for each in row.fragments]
            bars = [(words, each) for words, each in labels if words in LEVELS]
            if len(bars) < _FEWEST_BARS or len(bars) != len(labels):
                continue
            above = [
                each for other in layout.rows if other.place.y1 <= row.place.y0 for each in other.fragments
            ]
            counts = {words: count for words, bar in bars if (count := _over_bar(bar, above)) is not None}
            if len(counts) == len(bars):
                return counts
    return {}


_FEWEST_BARS = 3


def _over_bar(bar: Fragment, above: Sequence[Fragment]) -> Value[int] | None:
    near = [each for each in above if abs(each.place.centre[0] - bar.place.centre[0]) < 2 * bar.em_wide]
    for each in sorted(near, key=lambda fragment: -fragment.place.y1):
        text = Text.of(each).compact
        match = _CELL_NUMBER.fullmatch(text.string)
        if match:
            return Value(_count(match.group(1)), text, 0.9)
    return None


def _total(paper: Paper, levels: dict[str, Value[int]]) -> Value[int] | None:
    """合计 in a table of answers."""
    for row in paper.rows:
        match = re.match(
            rf"^\s*(?:合计|总计|总人数|总数|共计)[\s（(人份)）:：]*{_NUMBER}(?![.\d%％])", row.text.string
        )
        if match:
            return Value(_count(match.group(1)), row.text[match.start(1) : match.end(1)], 0.92)
    if len(levels) >= 3:
        total = sum(count.value for count in levels.values())
        joined = Text.join("＋", [count.text for count in levels.values()])
        return Value(total, joined, 0.75)
    return None


def _rate(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The rate of the whole: named so, labelled, in a column headed 满意率, else the first that stands in prose."""
    text = Text.join("", [row.text for row in paper.rows])
    for pattern in _RATE[:1]:
        match = pattern.search(text.string)
        if match:
            return _rate_fact(paper, text, match)
    in_table = _rate_in_table(paper)
    if in_table:
        return in_table
    field = first(fields, "rate")
    if field is not None:
        match = _PERCENT.match(field.cell.string)
        if match:
            return _rate_fact(paper, field.cell, match)
    for pattern in _RATE[1:]:
        match = pattern.search(text.string)
        if match:
            return _rate_fact(paper, text, match)
    return []


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
    rate = float(match.group(group)) / 100
    if rate > 1:
        return []
    return [paper.fact("rate", round(rate, 6), text[match.start(group) : match.end()], sure=0.95)]


CHECKER = Checker(
    Cues(
        Kind.SATISFACTION_SURVEY,
        titles=(
            (r"满意(度|率)", 12),
            (r"(测评|评价)(结果|汇总|统计)", 6),
            (r"申报表|通知$|制度|合同", -8),
        ),
        words=(
            (r"满意(度|率)", 2),
            (r"满意(度|率)[^。；]{0,16}?(\d+(\.\d+)?[%％]|百分之)", 2.5),
            (r"非常满意|基本满意|不满意", 2),
            (r"(回收|收回|有效)问卷|有效样本|受访|问卷", 1.5),
            (r"自评分|甲方|记者|特发此证|处罚", -3),
        ),
    ),
    extract,
)
