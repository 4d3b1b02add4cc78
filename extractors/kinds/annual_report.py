"""年检（年报）: the yearly inspection's conclusion, or a charity's filed annual report, which has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.entries import Entry, entry_of, rows_of
from extractors.fields import Field, first
from extractors.kinds import Checker, common, vocabulary
from extractors.kinds.headed import heading_name
from extractors.labels import Labels
from extractors.layout import Row
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.tables import cell_under, heading_above
from extractors.text import EMPTY, Text
from extractors.values import Value, codes, date_in

LABELS = Labels.of(
    {
        "organization_name": vocabulary.ORGANIZATION,
        "uscc": vocabulary.CODE,
        "year": ("检查年度", "年检年度", "报告年度", "年报年度", "所属年度", "年度"),
        "conclusion": ("年度检查结论", "年检结论", "年度检查结果", "年检结果", "检查结论", "年检情况", "检查结果", "登记管理机关意见", "登记管理机关年检结论",
                       "登记管理机关审查意见", "结论", "审查结论", "年检意见", "年检结论意见", "审查结果", "审核结论", "审查意见", "登记管理机关审核意见", "登记管理机关审批意见", "登记管理机关结论", "年检审核结果", "最终结论"),
        "full_time_staff": ("专职工作人员数", "专职工作人员总数", "专职工作人员", "专职人员数", "专职人员", "专职从业人员", "专职工作人员人数", "专职人数", "其中：专职$", "其中专职$", "专职$"),
        "filed": ("填报日期", "报送日期", "提交时间", "提交日期", "报告日期", "填报时间", "报送时间", "填表日期"),
        "issue_date": (*vocabulary.ISSUED, "年检日期", "年检时间", "办结时间", "办结日期", "结论时间", "公告日期", "公告时间", "年检结论日期", "年检结论时间", "审核通过时间", "审核日期", "审核时间", "审查日期", "审查时间", "审批时间", "审批日期", "年检通过时间", "出具日期", "检查日期", "结论日期", "公示时间", "公示日期", "公开时间", "公开日期", "发布日期", "发布时间"),
    },
    stops=("法定代表人", "住所", "业务主管单位", "登记管理机关", "联系电话", "兼职工作人员", "兼职人员", "登记证号", "成立日期"),
)  # fmt: skip

_CONCLUSION = re.compile(r"不\s*合\s*格|基\s*本\s*合\s*格|合\s*格")
_TICK = "☑✓✔√■●▣◉🗹☒"
_CHECKED = re.compile(rf"[\[(（【]?[{_TICK}][\])）】]?(不合格|基本合格|合格)")
_CHECKED_BEHIND = re.compile(rf"(不合格|基本合格|合格)[\[(（【]?[{_TICK}]")
_OPEN_BOX = re.compile(r"(?:[□☐○口]|[\[(（【][\])）】])(不合格|基本合格|合格)")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d|二[〇○零0OＯ]二[〇○零0OＯ一二三四五六七八九])\s*年?\s*度?")
_YEAR_OF_REPORT = re.compile(
    r"(20[0-4]\d)\s*年?度?\s*(?:年度?)?\s*(?:社会组织|社会团体|民办非企业单位|社会服务机构|基金会|慈善组织)?\s*(?:的)?\s*(?:年检|年度检查|年度?工作?报告|年报|检查)"
)
_STAMP = re.compile(
    r"(20[0-4]\d)\s*年?\s*度?\s*(?:年\s*检|年度检查|检查)?\s*[:：]?\s*(?:结论)?[:：为]?\s*(不合格|基本合格|合格)"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a yearly inspection. A sheet with several years gives year and conclusion in pairs, in order."""
    fields = paper.fields(LABELS)
    entry = entry_of(paper) or _grouped(paper)
    if entry is not None:
        return _of_entry(paper, fields, entry)
    named = common.organization_name(paper, fields) or common.addressee(paper) or heading_name(paper)
    facts = [*named, *common.credit_code(paper, fields)]
    pairs = list(_pairs(paper)) or list(_in_table(paper)) or list(_blocks(paper))
    if len({year.value for year, _ in pairs}) > 1:
        for year, conclusion in pairs:
            facts.append(paper.fact("year", year.value, year.text, sure=0.95))
            facts.append(paper.fact("conclusion", conclusion.value, conclusion.text, sure=0.95))
    else:
        year = _year(paper, [field.text for field in fields if field.name == "year"])
        year = year or (pairs[0][0] if pairs else None)
        if year is not None:
            facts.append(paper.fact("year", year.value, year.text, sure=0.96 * year.sure))
        conclusion = _conclusion(paper, [field.text for field in fields if field.name == "conclusion"])
        if conclusion is not None:
            facts.append(paper.fact("conclusion", conclusion.value, conclusion.text, sure=conclusion.sure))
    facts.extend(_staff(paper, [field.cell for field in fields if field.name == "full_time_staff"]))
    facts.extend(_issued(paper, fields))
    return facts


def _issued(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The conclusion's date; where there is none, the day of filing."""
    found = (
        common.dated(paper, fields, "issue_date", closing=False)
        or _beside_conclusion(paper)
        or common.dated(paper, [], "issue_date")
    )
    if found:
        return found
    filed = first(fields, "filed")
    value = date_in(filed.text) if filed else None
    return [paper.fact("issue_date", value.value, value.text, sure=0.85)] if value else []


def _beside_conclusion(paper: Paper) -> list[Fact]:
    """The date in the conclusion's row of a table of steps."""
    for row in reversed(paper.rows):
        cells = [Text.of(fragment).compact for fragment in row.fragments]
        if len(cells) > 2 and any(_CONCLUSION.fullmatch(cell.string) for cell in cells):
            for cell in cells:
                value = date_in(cell)
                if value is not None and len(value.value) > len("2024-01"):
                    return [paper.fact("issue_date", value.value, value.text, sure=0.93)]
    return []


def _of_entry(paper: Paper, fields: list[Field], entry: Entry) -> list[Fact]:
    """The applicant's row in a published list of results."""
    facts = [
        paper.fact(
            "organization_name", common.tidy_name(entry.name.value), entry.name.text, sure=entry.name.sure
        )
    ]
    facts += [common.code_fact(paper, code) for code in list(codes(entry.cells))[:1]]
    year = _year(paper, [field.text for field in fields if field.name == "year"])
    if year is not None:
        facts.append(paper.fact("year", year.value, year.text, sure=0.96 * year.sure))
    conclusion = _choice(entry.cells) or _heading(paper, entry)
    if conclusion is not None:
        facts.append(paper.fact("conclusion", conclusion.value, conclusion.text, sure=0.93))
    return facts + _issued(paper, fields)


def _heading(paper: Paper, entry: Entry) -> Value[str] | None:
    """The conclusion in the heading that the row stands under, as in `二、基本合格（12家）`."""
    for row in reversed(paper.rows[: entry.row]):
        compact = row.text.compact
        match = _GROUP.match(compact.string)
        if match and len(row.fragments) == 1:
            return Value(match.group(1), compact[match.start(1) : match.end(1)])
    return None


_GROUP = re.compile(
    r"^[（(]?(?:[一二三四五六\d]+[、.．)）])?[^，。]{0,12}?(不合格|基本合格|合格)[^，。]{0,14}$"
)


def _grouped(paper: Paper) -> Entry | None:
    """The applicant among names that run on under headings such as `二、年检基本合格单位（12家）`."""
    heads = [row for row in paper.rows if len(row.fragments) == 1 and _GROUP.match(row.text.compact.string)]
    named = applicant_in(paper.text, paper.organization) if len(heads) > 1 else None
    if named is None:
        return None
    return Entry(named, EMPTY, rows_of(paper, named.text)[0])


def _pairs(paper: Paper) -> Iterator[tuple[Value[int], Value[str]]]:
    """A year and its conclusion in one row, as in a table of years or a row of stamps."""
    for row in paper.rows:
        compact = row.text.compact
        if _OPEN_BOX.search(compact.string):
            continue
        for match in _STAMP.finditer(compact.string):
            yield (
                Value(int(match.group(1)), compact[match.start(1) : match.end(1)]),
                Value(match.group(2), compact[match.start(2) : match.end(2)]),
            )


_YEAR_CELL = re.compile(r"(20[0-4]\d)年?度?(?:年检|年度检查|检查|年报)?")
_OF_YEARS = r"^(?:年检|检查|报告|年报|所属)?(?:年度|年份)$"
_OF_CONCLUSIONS = r"(?:结论|结果)$|年检情况|检查情况"


def _in_table(paper: Paper) -> Iterator[tuple[Value[int], Value[str]]]:
    """Years and conclusions in the columns of a table headed so, or years as headings over their conclusions."""
    for number, row in enumerate(paper.rows):
        heading = heading_above(paper.rows, number, _OF_YEARS)
        year = cell_under(heading, row, _OF_YEARS) if heading is not None else None
        said = cell_under(heading, row, _OF_CONCLUSIONS) if heading is not None else None
        match = _YEAR_CELL.fullmatch(year.string) if year is not None else None
        found = _choice(said) if said is not None else None
        if year is not None and match and found is not None:
            yield Value(int(match.group(1)), year[match.start(1) : match.end(1)]), found
        yield from _under_years(paper.rows, number)


def _under_years(rows: Sequence[Row], number: int) -> Iterator[tuple[Value[int], Value[str]]]:
    """A row whose cells are years, and what the row under it concludes below each."""
    cells = [Text.of(fragment).compact for fragment in rows[number].fragments]
    years = [(cell, match) for cell in cells if (match := _YEAR_CELL.fullmatch(cell.string))]
    if len(years) < 2 or len(years) != len(cells) or number + 1 >= len(rows):
        return
    for cell, match in years:
        said = cell_under(rows[number], rows[number + 1], re.escape(cell.string))
        found = _choice(said) if said is not None else None
        if found is not None:
            yield Value(int(match.group(1)), cell[match.start(1) : match.end(1)]), found


_BLOCK_YEAR = re.compile(r"^[^\d]{0,6}(20[0-4]\d)\s*年度?\s*(?:年检|年度检查|检查|年报)")
_BLOCK_CONCLUSION = re.compile(r"^(?:[^，。]{0,10}(?:结论|结果|意见)[:：]?)?(不合格|基本合格|合格)$")


def _blocks(paper: Paper) -> Iterator[tuple[Value[int], Value[str]]]:
    """A year's heading with its conclusion in a row below, as in the boxes of a certificate's inspection page."""
    year: Value[int] | None = None
    for row in paper.rows:
        compact = row.text.compact
        heading = _BLOCK_YEAR.match(compact.string)
        if heading:
            year = Value(int(heading.group(1)), compact[heading.start(1) : heading.end(1)])
        conclusion = _BLOCK_CONCLUSION.match(compact.string)
        if conclusion and year is not None:
            yield year, Value(conclusion.group(1), compact[conclusion.start(1) : conclusion.end(1)])
            year = None


def _year(paper: Paper, labelled: list[Text]) -> Value[int] | None:
    for text in labelled:
        for value in _years(text):
            return value
    title = paper.title.compact
    for value in _years(title):
        return value
    compact = paper.text.compact
    string = _in_figures(compact.string)
    match = _YEAR_OF_REPORT.search(string)
    if match:
        return Value(int(match.group(1)), compact[match.start(1) : match.end(1)], 0.97)
    match = re.search(r"(20[0-4]\d)年度", string)
    if match:
        return Value(int(match.group(1)), compact[match.start(1) : match.end(1)], 0.9)
    return None


def _years(text: Text) -> Iterator[Value[int]]:
    compact = text.compact
    for match in _YEAR.finditer(compact.string):
        yield Value(_number(match.group(1)), compact[match.start(1) : match.end(1)])


_NUMERALS = {
    **{digit: digit for digit in "0123456789"},
    **dict(zip("〇○零OＯ一二三四五六七八九", "00000123456789", strict=True)),
}


def _in_figures(string: str) -> str:
    """The string with years such as 二〇二四 in figures, as long as before."""
    return re.sub(
        r"二[〇○零0OＯ][〇○零0OＯ一二三四五六七八九]{2}(?=年)",
        lambda match: str(_number(match.group())),
        string,
    )


def _number(words: str) -> int:
    return int("".join(_NUMERALS[character] for character in words))


def _conclusion(paper: Paper, labelled: list[Text]) -> Value[str] | None:
    for text in labelled:
        found = _choice(text)
        if found is not None:
            return Value(found.value, found.text, 0.97)
    found = _choice(paper.text)
    return None if found is None else Value(found.value, found.text, 0.9)


def _choice(text: Text) -> Value[str] | None:
    """The ticked option where boxes are printed; else the one conclusion that the text gives."""
    compact = text.compact
    ticked = list(_CHECKED.finditer(compact.string)) or list(_CHECKED_BEHIND.finditer(compact.string))
    if len(ticked) != 1 and _OPEN_BOX.search(compact.string):
        return None
    if ticked:
        return Value(ticked[0].group(1), compact[ticked[0].start(1) : ticked[0].end(1)])
    found = list(_CONCLUSION.finditer(compact.string))
    kinds = {match.group() for match in found}
    if len(kinds) != 1:
        return None
    return Value(found[0].group(), compact[found[0].start() : found[0].end()])


def _staff(paper: Paper, labelled: list[Text]) -> list[Fact]:
    for cell in labelled:
        match = re.match(r"[(（]?(?:总数|人数|数)?[)）]?[:：]?(\d{1,4})(?:人|名)?", cell.string)
        if match:
            return [
                paper.fact(
                    "full_time_staff",
                    int(match.group(1)),
                    cell[match.start(1) : match.end(1)],
                    sure=0.95,
                )
            ]
    tabled = _staff_under_heading(paper)
    if tabled is not None:
        return [paper.fact("full_time_staff", tabled.value, tabled.text, sure=0.93)]
    compact = paper.text.compact
    match = re.search(
        r"专职(?:工作|从业)?人员(?:总数|人数|数)?(?:共|有|为|：|:|共有)?(\d{1,4})[人名]", compact.string
    )
    if match:
        return [
            paper.fact(
                "full_time_staff", int(match.group(1)), compact[match.start(1) : match.end(1)], sure=0.93
            )
        ]
    return []


_FULL_TIME = r"^(?:其中)?专职(?:工作|从业)?(?:人员)?(?:人?数)?$"
_PART_TIME = r"^(?:其中)?(?:兼职|合计|总数|从业人员总数|女性|志愿者)"


def _staff_under_heading(paper: Paper) -> Value[int] | None:
    """The number under the heading 专职 of a table that counts staff of several sorts."""
    for number, row in enumerate(paper.rows):
        cells = [Text.of(each).compact.string for each in row.fragments]
        full = any(re.match(_FULL_TIME, cell) for cell in cells)
        if not full or not any(re.match(_PART_TIME, cell) for cell in cells):
            continue
        for under in paper.rows[number + 1 : number + 1 + _HEADED]:
            cell = cell_under(row, under, _FULL_TIME)
            if cell is not None and (match := re.fullmatch(r"(\d{1,4})[人名]?", cell.string)):
                return Value(int(match.group(1)), cell[: match.end(1)])
    return None


_HEADED = 2
"""Rows under a heading among which its number stands: the table's own name may stand between."""


CHECKER = Checker(
    Cues(
        Kind.ANNUAL_REPORT,
        titles=(
            (
                r"年度检查(报告书?|表|结论|结果|合格|情况|$)|年检(报告|结论|合格|结果|公告|通报|情况|表|证明|记录|$)",
                11,
            ),
            (r"年检年报|年检.{0,4}(系统|平台|告知|意见|详情|信息|记录|查询)", 9),
            (r"年度工作报告(书)?|年度报告(书)?|年报(表|书|公示|$)", 10),
            (r"(召开|启动|举行|会议|举办|开展)", -9),
            (r"培训|满意度|总结|计划|预算|制度|体检|表彰|学习|实施方案", -8),
        ),
        words=(
            (r"年度检查|年检", 2),
            (r"年检年度|年检年报|年检审核|年检材料|年检详情|审查结果|年报信息|报送时间", 2),
            (r"年检(结论|结果|合格)|年度检查(结论|结果|合格)|检查结论", 2.5),
            (r"(不|基本)?合格", 0.7),
            (r"20\d\d年度", 0.5),
            (r"年度工作报告", 1.5),
            (r"专职(工作)?人员", 0.5),
            (r"自评分|申报表|活动异常名录|甲方|查询时间", -2.5),
        ),
    ),
    extract,
)
