"""申报表 as a document among others: who applies, through whom, what is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common, vocabulary
from extractors.labels import Labels
from extractors.layout import Row
from extractors.paper import Paper
from extractors.text import Fragment, Text
from extractors.values import body_in, body_of, is_body

LABELS = Labels.of(
    {
        "organization_name": vocabulary.ORGANIZATION,
        "uscc": vocabulary.CODE,
        "legal_representative": vocabulary.REPRESENTATIVE,
        "recommender": (
            "推荐单位", "推荐工会", "推荐单位（盖章）", "推荐机构", "推荐单位名称", "所属设区市总工会", "推荐总工会", "推荐部门", "申报渠道", "推荐渠道", "推荐工会名称",
        ),
        "claimed_total": (
            "自评总分", "自评合计", "自评得分合计", "自评分合计", "自评得分", "合计得分", "总得分", "自评总得分", "总分", "合计", "总计", "自评分总计", "自评总计", "得分合计", "申报得分", "申报总分", "申报总得分",
        ),
    },
    stops=(
        "地址", "住所", "单位地址", "联系人", "联系电话", "单位类型", "组织类型", "申报日期", "填表日期", "成立时间", "申报年度", "邮箱", "电话", "登记管理机关", "业务主管单位",
        "填报时间", "填报日期", "填表时间", "申报时间", "上报时间", "登记机关", "手机", "主要事迹", "标准", "评估标准",
    ),
)  # fmt: skip

_CRITERION = re.compile(r"^\s*([1-6])\s*[.．·]\s*(\d)(?!\d)")
_NUMBER_CELL = re.compile(r"^[1-6]\s*[.．·]\s*\d$|^[1-6][1-6]$")
_DOTLESS = re.compile(r"^\s*([1-6])([1-6])\s*$")
"""A criterion's number whose point was not read."""

_ITEM = re.compile(
    r"^\s*(?:[一二三四五六][、.．]?[^\t\d]{2,10}\t)?\s*[（(]?(\d)[)）.．、](?!\d)\s*[^\t]*[\u4e00-\u9fa5]"
)
_POINTS = re.compile(r"^(\d{1,3}(?:\.\d)?)\s*分?$")
_IN_PROSE = re.compile(
    r"(?<![\d.])([1-6])[.．](\d)(?![\d.])((?:(?![1-6][.．]\d)[^；;]){0,120}?)[，,。（(]?自评(?:得)?分?(?:数|值)?[:：为是]{0,2}(\d{1,2}(?:\.\d)?)分?"
)
_TOTAL = re.compile(
    r"自评(?:总分|总得分|合计|得分合计|得分)(?:为|共|共计|是|合计)?[:：]?(\d{1,3}(?:\.\d)?)分?"
)
_REPRESENTATIVE = re.compile(
    r"(?:法定代表人|法人代表|负责人)(?:（负责人）)?[:：为]([\u4e00-\u9fa5]{2,4})(?=[）)，,。；;])"
)
_SECTIONS = 6


def extract(paper: Paper) -> list[Fact]:
    """Facts of an application form, or of a request in prose."""
    fields = paper.fields(LABELS)
    return [
        *common.organization_name(paper, fields),
        *common.credit_code(paper, fields),
        *(common.representative(paper, fields) or _representative(paper)),
        *_recommender(paper, fields),
        *_total(paper, fields),
        *_claimed(paper),
    ]


def _representative(paper: Paper) -> list[Fact]:
    compact = paper.text.compact
    match = _REPRESENTATIVE.search(compact.string)
    if match is None:
        return []
    place = compact[match.start(1) : match.end(1)]
    return [paper.fact("legal_representative", place.string, place, sure=0.9)]


def _recommender(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The recommending union under its label, else the union that a request is addressed to."""
    field = first(fields, "recommender")
    if field is not None:
        body = body_in(field.text)
        if is_body(body.string):
            return [paper.fact("recommender", common.tidy_name(body.string), body, sure=0.95)]
    if not re.search(r"请示|申请|报告", paper.title.string):
        return []
    for row in paper.rows[:10]:
        words = row.text.compact
        body = body_of(words)
        if words.string.endswith(("：", ":")) and re.search(r"工会(联合会)?$", body.string):
            return [paper.fact("recommender", common.tidy_name(body.string), body, sure=0.9)]
    return []


def _total(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The claimed total: in its row under the heading 自评 where there is one, else the number behind its label."""
    found = _total_in_table(paper) or _total_labelled(fields)
    if found is None:
        compact = paper.text.compact
        scores = list(_TOTAL.finditer(compact.string))
        whole = [match for match in scores if re.search(r"总|合计", match.group())]
        match = whole[-1] if whole else scores[0] if len(scores) == 1 else None
        found = (float(match.group(1)), compact[match.start(1) : match.end(1)]) if match else None
    return [] if found is None else [paper.fact("claimed_total", found[0], found[1], sure=0.9)]


def _total_in_table(paper: Paper) -> tuple[float, Text] | None:
    column = next((found for row in paper.rows if (found := _columns(row))), None)
    for row in paper.rows if column is not None else ():
        if re.match(r"[（(]?(?:自评)?(?:合计|总计|总分|得分合计)", row.text.compact.string):
            points = _points_of(row.fragments, column)
            if points is not None:
                return points
    return None


def _total_labelled(fields: list[Field]) -> tuple[float, Text] | None:
    """The number behind a label that says it is the whole; else behind the only label that names a score."""
    found: list[tuple[bool, tuple[float, Text]]] = []
    for field in fields:
        match = re.search(r"\d{1,3}(?:\.\d)?", field.cell.string)
        if field.name == "claimed_total" and "满分" not in field.value and match:
            whole = bool(re.search(r"总|合计", field.label.string))
            found.append((whole, (float(match.group()), field.cell[match.start() : match.end()])))
    chosen = [each for whole, each in found if whole] or ([found[0][1]] if len(found) == 1 else [])
    return chosen[0] if chosen else None


def _claimed(paper: Paper) -> list[Fact]:
    claims = list(_numbered(paper)) or _by_section(paper) or list(_told(paper)) or list(_in_lines(paper))
    if not claims:
        return []
    claims.sort(key=lambda claim: claim[0])
    value = [{"criterion": criterion, "points": points} for criterion, points, _ in claims]
    return [paper.fact("claims", list(value), [place for _, _, place in claims], sure=0.9)]


def _numbered(paper: Paper) -> Iterator[tuple[str, float, Text]]:
    """Cells that begin with a criterion's number: its points stand in the column headed 自评 behind it."""
    columns: list[tuple[str, float]] | None = None
    for row in paper.rows:
        columns = _columns(row) or columns
        starts = [at for at, each in enumerate(row.fragments) if at == 0 or _is_number_cell(each, columns)]
        for start, stop in zip(starts, [*starts[1:], len(row.fragments)], strict=True):
            cells = row.fragments[start:stop]
            match = _CRITERION.match(cells[0].text) or (_DOTLESS.match(cells[0].text) if columns else None)
            points = _points_of(cells[1:], columns) if match else None
            if match is not None and points is not None:
                yield f"{match.group(1)}.{match.group(2)}", *points


def _is_number_cell(cell: Fragment, columns: list[tuple[str, float]] | None) -> bool:
    """Whether a cell holds a criterion's number: so it looks, and it stands under the heading 序号."""
    return (
        columns is not None
        and bool(_NUMBER_CELL.match(cell.text.strip()))
        and bool(re.search(r"序号|编号|条目|指标号", _heading_of(cell.place.centre[0], columns)))
    )


def _heading_of(centre: float, columns: list[tuple[str, float]]) -> str:
    return min(columns, key=lambda column: abs(column[1] - centre))[0]


def _by_section(paper: Paper) -> list[tuple[str, float, Text]]:
    """Rows numbered anew in each section: the section is told by how often the numbering began again."""
    columns: list[tuple[str, float]] | None = None
    section, last = 0, 0
    found: list[tuple[str, float, Text]] = []
    for row in paper.rows:
        columns = _columns(row) or columns
        match = _ITEM.match(row.text.string) if columns else None
        if match is None:
            continue
        number = int(match.group(1))
        section += number <= last or section == 0
        last = number
        points = _points_of(row.fragments, columns)
        if points is not None:
            found.append((f"{section}.{number}", *points))
    return found if section == _SECTIONS else []


def _told(paper: Paper) -> Iterator[tuple[str, float, Text]]:
    """Criteria and points in sentences: `1.1坚持党的领导，自评3分；`."""
    compact = paper.text.compact
    for match in _IN_PROSE.finditer(compact.string):
        place = compact[match.start() : match.end()]
        yield f"{match.group(1)}.{match.group(2)}", float(match.group(4)), place


def _in_lines(paper: Paper) -> Iterator[tuple[str, float, Text]]:
    """Lines that begin with a criterion's number and end with its points: `1.2 建立工会组织 4分`."""
    for row in paper.rows:
        words = row.text.compact
        match = _LINE.match(words.string)
        if match:
            place = words[match.start(3) : match.end(3)]
            yield f"{match.group(1)}.{match.group(2)}", float(match.group(3)), place


_LINE = re.compile(r"^([1-6])[.．·](\d)(?!\d).*?[^\d.](\d{1,2}(?:\.\d)?)分?$")


def _columns(row: Row) -> list[tuple[str, float]] | None:
    """Headings with their centres, where one is 自评分, 自评得分 or 得分."""
    cells = [(fragment.text.strip(), fragment.place.centre[0]) for fragment in row.fragments]
    scored = any(_SCORE.search(words) and len(words) <= _HEADING for words, _ in cells)
    return (
        cells if scored and len(cells) > 1 and not any(_POINTS.match(words) for words, _ in cells) else None
    )


_SCORE = re.compile(r"自评|申报分|得分")
_HEADING = 8
"""Characters of a column's heading at most."""


def _points_of(
    cells: Sequence[Fragment], columns: list[tuple[str, float]] | None
) -> tuple[float, Text] | None:
    """The number among cells that stands under the heading 自评; without headings the second, or the only one."""
    numbers = [
        (fragment.place.centre[0], float(found.group(1)), Text.of(fragment))
        for fragment in cells
        if (found := _POINTS.match(fragment.text.strip()))
    ]
    if columns is None:
        return (numbers[1] if len(numbers) > 1 else numbers[0])[1:] if numbers else None
    for centre, points, place in numbers:
        if _SCORE.search(_heading_of(centre, columns)):
            return points, place
    return None


CHECKER = Checker(
    Cues(
        Kind.APPLICATION_FORM,
        titles=(
            (r"[申中]报[表书]|申请表|推荐表", 10),
            (r"自评表|自查自评", 8),
            (r"(?<!绩效)自评.{0,8}(材料|报告|书|情况|说明)", 9),
            (r"(申报|自评|自查|推荐).{0,10}(一览表|汇总表|评分表|打分表|得分表|登记表|信息表|情况表)", 10),
            (r"(申报|申请|推荐)[\u4e00-\u9fa5]{0,4}审批表", 10),
            (r"(申报|申请|推荐)(组织)?(信息|详情|资料|登记|申请)(表|单)?$", 9),
            (r"申报.{0,24}(请示|报告|申请书?|函)$|申请.{0,20}(认定|评定|命名)", 9),
            (r"合同|协议|制度|通知$", -6),
            (r"个人所得税|所得税|增值税|扣缴|纳税|缴费申报|社会保险费", -12),
        ),
        words=(
            (r"(申报|申请|推荐)(单位|组织|工会|机构)", 1.5),
            (r"申报(得?分|状态|指标)|指标(编号|名称)", 1.5),
            (r"自评(得)?分|自评", 2),
            (r"([1-6][.．·]\d(?!\d)(?:(?![1-6][.．·]\d)[^自]){2,60}自评(?:得?分)?[:：]?\d.{0,12}?){4}", 8),
            (r"申报表|服务职工优秀社会组织", 1.5),
            (r"推荐意见|审核意见", 1),
            (r"满分|标准分", 0.7),
        ),
    ),
    extract,
)
