"""信用查询记录: whether the organization stands in the lists of 社会组织信用信息管理办法 (民政部令第60号), and its penalties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Labels
from extractors.kinds import Checker, common
from extractors.paper import Paper
from extractors.values import Value, date_in

LABELS = Labels.of(
    {
        "organization_name": (*common.ORGANIZATION, "查询对象", "查询单位名称"),
        "uscc": common.CODE,
        "query_date": ("查询时间", "查询日期", "报告生成时间", "报告生成日期", "生成时间", "生成日期", "打印时间", "打印日期", "出具日期", "出具时间",
                       "报告时间", "报告日期", "下载时间", "下载日期", "数据更新时间", "查证日期", "核查日期", "截至时间", "截至日期"),
    },
    stops=("法定代表人", "住所", "业务主管单位", "登记管理机关", "成立登记日期", "登记状态", "社会组织类型", "证书有效期", "业务范围", "注册资金", "登记日期",
           "行政处罚", "活动异常名录", "严重违法失信名单", "登记状态", "状态", "报告编号", "查询编号"),
)  # fmt: skip

_ABNORMAL = re.compile(r"(社会组织)?活动异常(名录)?|异常活动名录|经营[（(]活动[）)]异常(名录)?")
_SERIOUS = re.compile(r"严重(违法)?失信(社会组织|主体|单位)?(名单|名录|信息|行为)?")
_PENALTY = re.compile(r"行政处罚")

_NOT = re.compile(r"未被?(列入|纳入|发现|查询到|查到|记载)|没有被?(列入|纳入)|不在|无|暂无|不存在|否|未见|未有|尚未|均未")
_YES = re.compile(r"(?<!未)(?<!未被)(?<!没有)(?<!没有被)(?<!是否)(?<!否)(?<!未曾)(已被?|被|已)?(列入|纳入)(?!情况|信息|原因|日期|时间|机关|次数|条数|依据|决定|与否|名单|活动|异常|严重)|是(?!否)|存在(?!.{0,4}否)")
_COUNT = re.compile(r"(?:信息|记录|名录|名单|情况)?[(（:：共有计\s]*(\d{1,3})[)）]?\s*(?:条|次|项|个|$|[)）])")
_REMOVED = re.compile(r"移出")


def extract(paper: Paper) -> list[Fact]:
    """Facts of a credit record."""
    fields = paper.fields(LABELS)
    facts = [*common.organization_name(paper, fields), *common.credit_code(paper, fields)]
    facts += common.dated(paper, fields, "query_date", closing=False) or _printed(paper) or common.dated(paper, [], "query_date")
    for name, pattern in (("abnormal_listed", _ABNORMAL), ("seriously_illegal_listed", _SERIOUS)):
        listed = _listed(paper, pattern)
        if listed is not None:
            facts.append(paper.fact(name, listed.value, listed.text, sure=listed.sure))
    penalties = _penalties(paper)
    if penalties is not None:
        facts.append(paper.fact("penalty_count", penalties.value, penalties.text, sure=penalties.sure))
    return facts


def _printed(paper: Paper) -> list[Fact]:
    """The date that a browser prints into the page's header or footer, or a date in 截至…."""
    compact = paper.text.compact
    match = re.search(r"截[至止].{0,16}?(?=日)日", compact.string)
    if match:
        found = date_in(compact[match.start() : match.end()])
        if found is not None:
            return [paper.fact("query_date", found.value, found.text, sure=0.93)]
    for layout in paper.layouts:
        for row in (*layout.rows[:2], *layout.rows[-2:]):
            found = date_in(row.text)
            if found is not None and len(found.value) == len("2024-01-01"):
                return [paper.fact("query_date", found.value, found.text, sure=0.8)]
    return []


def _listed(paper: Paper, pattern: re.Pattern[str]) -> Value[bool] | None:
    """Whether the list holds the organization, from what stands around the list's name. Yes wins over no."""
    answers = list(_answers(paper, pattern))
    if not answers:
        return None
    positive = [answer for answer in answers if answer.value]
    negative = [answer for answer in answers if not answer.value]
    if positive and negative:
        best = max(positive, key=lambda answer: answer.sure)
        return Value(True, best.text, 0.6 if best.sure < 0.9 else 0.85)
    return max(answers, key=lambda answer: answer.sure)


def _answers(paper: Paper, pattern: re.Pattern[str]) -> Iterator[Value[bool]]:
    compact = paper.text.compact
    string = compact.string
    for match in pattern.finditer(string):
        if re.search(r"《[^》]{0,30}$", string[max(0, match.start() - 30) : match.start()]):
            continue
        before = _clause_before(string, match.start())
        after = _clause_after(string, match.end())
        answer = _answer(before, after)
        if answer is not None:
            value, sure, start, end = answer
            yield Value(value, compact[match.start() - start : match.end() + end], sure)


def _clause_before(string: str, at: int) -> str:
    return re.split(r"[。；;！]|(?:[：:](?=.{6,}$))", string[max(0, at - 28) : at])[-1]


def _clause_after(string: str, at: int) -> str:
    tail = string[at : at + 26]
    other = re.search(r"[。；;]|行政处罚|严重违法|严重失信|活动异常|经营[（(]?活动|经营异常|失信被执行|查询时间|行政许可|守信", tail)
    return tail[: other.start()] if other else tail


def _answer(before: str, after: str) -> tuple[bool, float, int, int] | None:
    """Value, confidence and how many characters before and after the list's name say so."""
    removed = _REMOVED.search(after) or _REMOVED.search(before[-6:])
    negated = list(re.finditer(r"未被?(?:列入|纳入|发现|查询到|查到)?|没有被?(?:列入|纳入)|无被?(?:列入|纳入)?|不存在|不在|均未|暂无", before))
    if negated:
        return False, 0.97, len(before) - negated[-1].start(), 0
    count = _COUNT.match(after)
    if count:
        listed = int(count.group(1)) > 0 and not removed
        return listed, 0.95, 0, count.end()
    no = re.match(r"[^。；;]{0,14}?(未被?列入|未纳入|未被?查询到|未发现|未查到|未查询到|未见|没有|暂无|无|否|不存在|未有)", after)
    yes = _YES.search(after[:16])
    if no and not (yes and yes.start() < no.start(1)):
        return False, 0.95, 0, no.end()
    listing = re.search(r"(?<!是否)(?<!未)(已被?|被)?(列入|纳入)$", before)
    if listing and not re.match(r"(信息|情况|记录|[：:])", after):
        value = not removed
        return value, 0.93, len(before) - listing.start(), 0
    if yes:
        return (not removed), 0.9, 0, yes.end()
    return None


def _penalties(paper: Paper) -> Value[int] | None:
    compact = paper.text.compact
    string = compact.string
    best: Value[int] | None = None
    for match in _PENALTY.finditer(string):
        if string.startswith("决定书", match.end()):
            continue
        before, after = _clause_before(string, match.start()), string[match.end() : match.end() + 22]
        after = re.split(r"[。；;]|活动异常|严重违法|行政许可|行政处罚|守信", after)[0]
        found = _penalty_count(before, after)
        if found is None:
            continue
        count, sure, extra = found
        value = Value(count, compact[match.start() : match.end() + extra], sure)
        if best is None or (value.value, value.sure) > (best.value, best.sure):
            best = value
    return best


def _penalty_count(before: str, after: str) -> tuple[int, float, int] | None:
    count = _COUNT.match(after) or re.match(r"[^\d。]{0,8}?(\d{1,3})(?:条|次|项|件)", after)
    if count:
        return int(count.group(1)), 0.95, count.end()
    if re.search(r"(未受到?过?|未被|没有受到?过?|没有|未发现|未查询到|无|未受)[^，,。]{0,12}$", before):
        return 0, 0.93, 0
    no = re.match(r"[^。；;\d]{0,10}?(未查询到|未发现|未查到|暂无|无|没有|未有|否|不存在)", after)
    if no:
        return 0, 0.93, no.end()
    return None


CHECKER = Checker(
    Cues(
        Kind.CREDIT_RECORD,
        titles=(
            (r"信用(信息)?(查询)?(报告|记录|结果|证明)|信用信息查询|信用中国", 10),
            (r"信用信息", 3),
            (r"(活动异常名录|严重违法失信)", 9),
            (r"查询(结果|报告|证明)|无违法违规(记录)?(的?证明)?|合规证明|守法证明", 7),
            (r"处罚决定|管理办法|制度|承诺书|等级证书", -8),
        ),
        words=(
            (r"活动异常名录|经营[（(]活动[）)]异常", 2.5),
            (r"严重(违法)?失信", 2.5),
            (r"查询(时间|日期|结果)|报告生成|打印(时间|日期)", 1.5),
            (r"信用中国|信用信息|社会组织政务服务平台|公共信用", 1.5),
            (r"行政处罚(信息|记录|情况)|行政许可信息", 1),
            (r"评估等级|等级证书", -2),
            (r"处罚决定书|处罚种类|处罚机关|当事人|自评分|甲方|记者|第[一二三]条", -3),
        ),
    ),
    extract,
)
