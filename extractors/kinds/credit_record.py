"""信用查询记录: whether the organization stands in the lists of 社会组织信用信息管理办法 (民政部令第60号), and its penalties."""

from __future__ import annotations

import itertools
import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.answers import counted, listed
from extractors.cues import Cues
from extractors.entries import bears_many_codes, entry_of
from extractors.kinds import Checker, common, vocabulary
from extractors.kinds.checked_list import facts_in_row
from extractors.kinds.headed import heading_name
from extractors.labels import Labels
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import date_in

LABELS = Labels.of(
    {
        "organization_name": (*vocabulary.ORGANIZATION, "查询对象", "查询单位名称", "机构名称", "主体名称", "查询主体", "被查询单位", "被查询主体", "信用主体名称"),
        "uscc": vocabulary.CODE,
        "query_date": ("查询时间", "查询日期", "报告生成时间", "报告生成日期", "生成时间", "生成日期", "打印时间", "打印日期", "出具日期", "出具时间",
                       "报告时间", "报告日期", "下载时间", "下载日期", "数据更新时间", "查证日期", "核查日期", "截至时间", "截至日期", "数据截至", "核查时间", "导出时间", "数据截止", "检索时间", "检索日期", "查阅时间", "核验时间", "核验日期", "出证日期", "查询截止时间", "查询截止日期", "报告出具日期", "报告出具时间", "截图时间", "截图日期", "报告下载时间", "报告下载日期", "报告打印时间", "报告打印日期", "报告查询时间", "报告获取时间"),
    },
    stops=("法定代表人", "住所", "业务主管单位", "登记管理机关", "成立登记日期", "登记状态", "社会组织类型", "证书有效期", "业务范围", "注册资金", "登记日期",
           "行政处罚", "活动异常名录", "严重违法失信名单", "登记状态", "状态", "报告编号", "查询编号"),
)  # fmt: skip

_ABNORMAL = re.compile(
    r"(社会组织)?活动异常(名录)?|异常活动名录|经营[（(]活动[）)]异常(名录)?|(?<!经营)异常名录"
)
_SERIOUS = re.compile(r"严重(违法)?失信(社会组织|主体|单位)?(名单|名录|信息|行为)?")
_PENALTY = re.compile(r"行政处罚(?!决定书|法)|处罚(信息|记录|情况)")

_OTHERS = re.compile(
    r"异常名录|活动异常|经营[（(]活动[）)]异常|严重(?:违法)?失信|行政处罚|处罚信息|失信被执行|行政许可|守信激励|荣誉信息|信用承诺|司法判决|税收违法|经营异常|登记信息"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a credit record."""
    fields = paper.fields(LABELS)
    if paper.organization is not None and bears_many_codes(paper):
        entry = entry_of(paper)
        day = common.dated(paper, fields, "query_date", closing=False)
        return day + (facts_in_row(paper, entry) if entry is not None else [])
    named = common.organization_name(paper, fields) or heading_name(paper)
    facts = [*named, *common.credit_code(paper, fields)]
    facts += (
        common.dated(paper, fields, "query_date", closing=False)
        or _printed(paper)
        or common.dated(paper, [], "query_date")
    )
    for name, pattern in (("abnormal_listed", _ABNORMAL), ("seriously_illegal_listed", _SERIOUS)):
        found = listed(paper, pattern, _OTHERS)
        if found is not None:
            facts.append(paper.fact(name, found.value, found.text, sure=found.sure))
    penalties = counted(paper, _PENALTY, _OTHERS)
    if penalties is not None:
        facts.append(paper.fact("penalty_count", penalties.value, penalties.text, sure=penalties.sure))
    return facts + (_on_tile(paper) if penalties is None else [])


def _on_tile(paper: Paper) -> list[Fact]:
    """The number of penalties that stands over its name, in a row of such tiles on a telephone."""
    for upper, lower in itertools.pairwise(paper.rows):
        names = [Text.of(each).compact.string for each in lower.fragments]
        counts = [Text.of(each).compact for each in upper.fragments]
        at = next((number for number, name in enumerate(names) if _TILE.fullmatch(name)), None)
        if at is None or len(names) != len(counts) or len(names) < _TILES:
            continue
        tile = upper.fragments[at].place
        apart = abs(tile.centre[0] - lower.fragments[at].place.centre[0])
        if all(count.string.isdigit() for count in counts) and apart < _CENTRED:
            return [paper.fact("penalty_count", int(counts[at].string), counts[at], sure=0.9)]
    return []


_TILE = re.compile(r"(?:行政)?处罚(?:信息|记录|次数)?")
_TILES = 3
_CENTRED = 0.04
"""How far a number's middle stands from its name's at most, in shares of the page's width."""


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
            if len(row.text.compact) > _EDGE:
                continue
            found = date_in(row.text)
            if found is not None and len(found.value) == len("2024-01-01"):
                return [paper.fact("query_date", found.value, found.text, sure=0.8)]
    return []


_EDGE = 60
"""Characters of a page's header or footer at most: a longer row is a sentence."""


CHECKER = Checker(
    Cues(
        Kind.CREDIT_RECORD,
        titles=(
            (r"信用(信息)?(查询)?(报告|记录|结果|证明)|信用信息查询|信用中国", 10),
            (r"信用(查询|核查|情况|状况|证明)|守法(诚信|经营)|诚信(情况|证明)|违法违规", 8),
            (r"信用信息", 3),
            (r"(活动异常名录|严重违法失信)", 9),
            (r"查询(结果|报告|证明)|无违法违规(记录)?(的?证明)?|合规证明|守法证明", 7),
            (r"处罚决定|管理办法|制度|承诺书|等级证书", -8),
        ),
        words=(
            (r"异常名录|活动异常|经营[（(]活动[）)]异常", 2.5),
            (r"严重(违法)?失信", 2.5),
            (r"查询(时间|日期|结果)|报告生成|打印(时间|日期)", 1.5),
            (r"天眼查|企查查|爱企查|启信宝|风险概览|经营风险", 3),
            (r"信用中国|信用信息|社会组织政务服务平台|公共信用", 1.5),
            (r"行政处罚|处罚信息|行政许可", 1),
            (r"评估等级|等级证书", -2),
            (r"处罚决定书|处罚种类|处罚机关|当事人|自评分|甲方|记者|第[一二三]条", -3),
            (r"(处罚(机关|日期|结果|内容|事由|依据|类别|种类).{0,60}){3}", -2),
        ),
    ),
    extract,
)
