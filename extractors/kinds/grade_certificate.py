"""社会组织评估等级: certificate, plaque or published list (社会组织评估管理办法, 民政部令第39号, art. 26-28)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.entries import Entry, entry_of
from extractors.fields import Field
from extractors.kinds import Checker, common, numbered, vocabulary
from extractors.kinds.told_periods import told_validity
from extractors.labels import Labels
from extractors.mentions import applicant_in
from extractors.merged import merged_over
from extractors.paper import Paper
from extractors.tables import heading_above, whole_cell
from extractors.text import Text
from extractors.values import Value, date_in, period_in

LABELS = Labels.of(
    {
        "organization_name": vocabulary.ORGANIZATION,
        "grade": ("评估等级", "等级", "评定等级", "评估结果", "评估结论", "获得等级"),
        "issuing_authority": (*vocabulary.ISSUER, "公布机关", "公告机关", "公布单位", "发布单位", "发布机关"),
        "rated_by": ("评估机构", "评估单位", "评定机构", "评估委员会", "评定委员会", "评审机构"),
        "certificate_number": vocabulary.NUMBER,
        "issue_date": (
            *vocabulary.ISSUED,
            "评定日期",
            "评估日期",
            "评估时间",
            "授牌日期",
            "授牌时间",
            "发文日期",
            "公布日期",
            "公告日期",
        ),
        "validity": vocabulary.VALIDITY,
        "valid_from": vocabulary.VALID_FROM,
        "valid_until": vocabulary.VALID_UNTIL,
    },
    stops=(*vocabulary.REGISTRY, "法定代表人", "统一社会信用代码", "业务主管单位", "登记管理机关", "住所"),
)

_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
_GRADE = re.compile(
    r"(?<![A-Z0-9])([1-5一二三四五])\s*[AＡΑА](?![A-Z0-9])|(?<![A-Z])([AＡΑА]{1,5})(?=级|等|社会组织|$|[^A-Z])"
)
_HALF = str.maketrans("１２３４５", "12345")


_SCALE = re.compile(
    r"(?:(?:[1-5一二三四五]\s*[AＡΑА]|[AＡΑА]{1,5})级?(?:[、，,和及与或至到/／—–>＞-]|(?![0-9A-ZＡΑА]))){3,}"
)
"""The grades that there are, as a note tells them one after the other: it says nothing of anybody's."""


def grades(text: Text) -> Iterator[Value[str]]:
    """Grades as 1A to 5A with their places, in reading order, but for a scale's. A lone A needs 级 or 等级 after it."""
    compact = text.compact
    string = compact.string.translate(_HALF)
    scales = [each.span() for each in _SCALE.finditer(string)]
    for match in _GRADE.finditer(string):
        if any(start <= match.start() < end for start, end in scales):
            continue
        if match.group(1):
            grade = _DIGITS[match.group(1)]
        else:
            grade = len(match.group(2))
            if grade == 1 and not string.startswith(("级", "等级"), match.end()):
                continue
        yield Value(f"{grade}A", compact[match.start() : match.end()])


def extract(paper: Paper) -> list[Fact]:
    """Facts of a grade certificate, plaque or list of results."""
    fields = paper.fields(LABELS)
    entry = entry_of(paper)
    if entry is not None:
        return _of_entry(paper, fields, entry)
    named = common.organization_name(paper, fields) or _named_in_prose(paper)
    return [
        *named,
        *_grade(paper, [field.text for field in fields if field.name == "grade"]),
        *_issuer(paper, fields),
        *numbered.certificate_number(paper, fields),
        *common.dated(paper, fields, "issue_date"),
        *(common.validity(paper, fields) or told_validity(paper)),
    ]


def _issuer(paper: Paper, fields: list[Field]) -> list[Fact]:
    """Who issued: labelled so or signed; else who is labelled as having rated."""
    rated = [replace(field, name="issuing_authority") for field in fields if field.name == "rated_by"]
    return (
        common.body_fact(paper, fields, "issuing_authority", closing=False)
        or common.signed_by(paper, "issuing_authority")
        or common.body_fact(paper, rated, "issuing_authority")
    )


def _of_entry(paper: Paper, fields: list[Field], entry: Entry) -> list[Fact]:
    """The applicant's row in a published list of results: its own grade, else that of the heading above."""
    facts = [
        paper.fact(
            "organization_name", common.tidy_name(entry.name.value), entry.name.text, sure=entry.name.sure
        )
    ]
    cells = [entry.cells[cell.start() : cell.end()] for cell in entry.cells.finditer(r"[^\t\n]+")]
    own = [value for cell in cells for value in grades(cell)]
    printed = [value for row in paper.rows for each in row.fragments for value in grades(Text.of(each))]
    over_rows = None if own else _in_merged_cell(paper, entry, printed)
    grade = own[0] if own else over_rows or _nearest(paper, entry.name.text, printed)
    if grade is not None:
        facts.append(_fact(paper, grade, 0.95 if own else grade.sure))
    return [
        *facts,
        *_number_in_cells(paper, entry),
        *_office_of_list(paper, fields),
        *(_day_in_cells(paper, entry) or common.dated(paper, fields, "issue_date")),
        *(_validity_in_cells(paper, cells) or told_validity(paper)),
    ]


def _in_merged_cell(paper: Paper, entry: Entry, printed: list[Value[str]]) -> Value[str] | None:
    """The grade in a cell over several rows that the applicant's is one of; None where it can't be told whose it is."""
    name = entry.name.text.fragments[0]
    heads = [
        each
        for row in paper.rows[: entry.row]
        for each in row.fragments
        if each.page is name.page and Text.of(each).compact.string in _GRADE_HEADS
    ]
    found = merged_over(paper.rows, name, heads[-1], printed) if heads else None
    return None if found is None else replace(found, sure=_NEAR)


def _in_column(paper: Paper, grade: Value[str]) -> bool:
    """Whether a grade stands in a column of grades rather than as a heading over its rows."""
    mine = grade.text.fragments[0]
    return any(
        Text.of(head).compact.string in _GRADE_HEADS and head.place.horizontal_overlap(mine.place) > 0
        for row in paper.rows
        for head in row.fragments
    )


_GRADE_HEADS = ("等级", "评估等级", "评定等级", "获评等级")
_NEAR = 0.9
_SPANNING = 0.6
"""How far to trust a grade in another row of its column: which rows its cell spans can't be seen."""


def _office_of_list(paper: Paper, fields: list[Field]) -> list[Fact]:
    """Who published a list: an office, not the last of those that it names."""
    found = common.body_fact(paper, fields, "issuing_authority", accept=common.is_authority)
    if any(common.is_authority(str(fact.value)) for fact in found):
        return found
    for row in paper.rows[-_FOOT:]:
        compact = row.text.compact
        match = _PUBLISHED.match(compact.string)
        if match and common.is_authority(match.group(1)):
            place = compact[match.start(1) : match.end(1)]
            return [paper.fact("issuing_authority", common.tidy_name(place.string), place, sure=0.9)]
    return []


_FOOT = 3
_PUBLISHED = re.compile(
    r"^(?:发布|公布|公告)(?:单位|机关|部门)[:：]([\u4e00-\u9fa5]{3,24}?(?:局|厅|部|委员会|政府|中心))(?=共|第|$|[\d（(，,。])"
)


def _number_in_cells(paper: Paper, entry: Entry) -> list[Fact]:
    """The number of the row's own certificate."""
    heading = heading_above(paper.rows, entry.row, _NUMBERS)
    cell = whole_cell(heading, paper.rows, entry.row, _NUMBERS) if heading is not None else None
    if cell is None or not re.search(r"\d", cell.string):
        return []
    return [paper.fact("certificate_number", cell.string, cell, sure=0.93)]


def _day_in_cells(paper: Paper, entry: Entry) -> list[Fact]:
    """The day that the row itself tells: another row's is another certificate's."""
    heading = heading_above(paper.rows, entry.row, _DAYS)
    cell = whole_cell(heading, paper.rows, entry.row, _DAYS) if heading is not None else None
    found = date_in(cell) if cell is not None else None
    if found is None or len(found.value) != len("2024-01-01"):
        return []
    return [paper.fact("issue_date", found.value, found.text, sure=0.95 * found.sure)]


_NUMBERS = r"^(?:证书|牌匾|证牌)(?:编)?号码?$"
_DAYS = r"^(?:授予|发证|颁发|颁证|评定|获评|公布|批准)(?:时间|日期)$"


def _validity_in_cells(paper: Paper, cells: list[Text]) -> list[Fact]:
    """The row's own period."""
    for cell in cells:
        period = period_in(cell)
        if period is not None and period.start is not None and period.end is not None:
            return common.period_facts(paper, period)
    return []


def _grade(paper: Paper, labelled: list[Text]) -> list[Fact]:
    """The grade: labelled, in the applicant's row, in the heading above its row, or the only one that stands there."""
    for text in labelled:
        for part in (text, *(text[line.start() : line.end()] for line in text.finditer(r"[^\n\t]+"))):
            own = list(grades(part))
            if len({value.value for value in own}) == 1:
                return [_fact(paper, own[0], 0.98)]
    found = list(grades(paper.text))
    if not found:
        return []
    kinds = {value.value for value in found}
    if len(kinds) == 1:
        return [_fact(paper, max(found, key=_size), 0.97)]
    named = applicant_in(paper.text, paper.organization)
    if named is not None:
        near = _nearest(paper, named.text, found)
        if near is not None:
            return [_fact(paper, near, near.sure * named.sure)]
    best = max(found, key=_size)
    rivals = {value.value for value in found if _size(value) >= 0.9 * _size(best)}
    return [_fact(paper, best, 0.9 if len(rivals) == 1 else 0.5)]


def _fact(paper: Paper, value: Value[str], sure: float) -> Fact:
    return paper.fact("grade", value.value, value.text, sure=sure)


def _size(value: Value[str]) -> float:
    return max((fragment.size for fragment in value.text.fragments), default=0.0)


def _nearest(paper: Paper, name: Text, found: list[Value[str]]) -> Value[str] | None:
    """The grade in the row that names the applicant, else the last one above it."""
    mine = set(map(id, name.fragments))
    for row in paper.rows:
        if mine & {id(fragment) for fragment in row.fragments}:
            for value in found:
                if {id(f) for f in value.text.fragments} & {id(f) for f in row.fragments}:
                    return replace(value, sure=_NEAR)
    first = name.fragments[0]
    above = [
        value
        for value in found
        if (value.text.fragments[0].page.number, value.text.fragments[0].place.y0)
        < (first.page.number, first.place.y0)
    ]
    return replace(above[-1], sure=_SPANNING if _in_column(paper, above[-1]) else _NEAR) if above else None


_RATED = re.compile(
    r"^(?:经[^，。]{2,40}[，,])?([\u4e00-\u9fa5（）()]{4,40}?)(?:在|于|经|[，,])[^。]{0,40}?(?:评估|评定|评为|获评|荣获|获得|被评)"
)
"""The one rated, as the subject of a sentence at a row's beginning."""

_PROSE_NAME = re.compile(
    r"(?:兹?授予|认定|评定|确认|经[^，。]{2,40}?[，,])[:：]?([\u4e00-\u9fa5（）()]{4,40}?)(?:为|被评|获得|评为|（|\()"
)


def _named_in_prose(paper: Paper) -> list[Fact]:
    from extractors.values import is_body

    addressed = common.addressee(paper)
    if addressed:
        return addressed
    compact = paper.text.compact
    match = _PROSE_NAME.search(compact.string)
    if match and is_body(match.group(1)):
        return [
            paper.fact("organization_name", match.group(1), compact[match.start(1) : match.end(1)], sure=0.85)
        ]
    for row in paper.rows:
        compact = row.text.compact
        rated = _RATED.match(compact.string)
        if rated and is_body(rated.group(1)) and not common.is_authority(rated.group(1)):
            name = compact[: rated.end(1)][rated.start(1) :]
            return [paper.fact("organization_name", common.tidy_name(name.string), name, sure=0.88)]
    for row in paper.rows:
        compact = row.text.compact
        if is_body(compact.string) and not re.search(r"(局|厅|部|委员会|政府|评估)$", compact.string):
            return [paper.fact("organization_name", compact.string, compact, sure=0.85)]
    return []


CHECKER = Checker(
    Cues(
        Kind.GRADE_CERTIFICATE,
        titles=(
            (
                r"评估等级(证书|牌匾)?|等级评估证书|社会组织等级证书|评估等级结果|评估结果的?(公告|通报|通知|公示)",
                12,
            ),
            (r"评估.{0,6}(公告|公示|通报|名单)", 8),
            (r"[1-5AＡ]+级?(社会组织|社会团体|社会服务机构|基金会|民办非企业单位|协会)", 10),
            (r"等级证书", 7),
            (r"评估(证书|牌匾|证)", 10),
            (r"信用|申报|自评|合同|协议|通报批评|满意度|表彰", -8),
            (r"争创|创建|创评|迎评|力争|(计划|规划|方案|要点|总结|打算)(书|表)?$", -12),
        ),
        words=(
            (r"评估等级", 2.5),
            (r"评估(等级|结果|等次)[^，。]{0,6}?[1-5A]A", 3),
            (r"[1-5一二三四五]A级?|A{3,5}级?", 1.5),
            (r"社会组织(等级)?评估|中国社会组织评估|《?社会组织评估管理办法", 2),
            (r"等级评估|评估委员会|[1-5一二三四五]A(级|等)|[★☆]{3,5}", 2),
            (r"[1-5A]+级?(中国)?(社会组织|社会团体|社会服务机构|基金会|民办非企业单位|行业协会)", 2),
            (r"信用等级|信用评价|守合同|自评(总|得)?分|自评\d|甲方|处罚|记者", -4),
        ),
    ),
    extract,
)
