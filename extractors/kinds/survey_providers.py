"""A survey's table of many providers, a row each: what it says of the applicant."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.kinds.survey_answers import NUMBER, count_of
from extractors.layout import Row
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.tables import cell_under, nearest, whole_cell
from extractors.text import Text
from extractors.values import Value, is_body

_PROVIDER = r"单位|机构|组织|承接|承办|名称|服务方|主体"
_ASKED = r"(?:参评|参与|参加|有效|调查|测评|受访|评价|回收|抽样|答卷|样本|问卷|填写)[\u4e00-\u9fa5]{0,6}(?:数|量|人|卷|样本)?(?:[（(].{1,3}[)）])?$"
_PLEASED = r"^(?!.*(?:率|度|不满意|基本|非常|很|较))[\u4e00-\u9fa5（）()]*满意[\u4e00-\u9fa5]{0,3}(?:[（(].{1,3}[)）])?$"
_RATE = r"满意(?:率|度)(?:[（(].{1,3}[)）])?$"
_FEWEST = 2
"""Providers from which a table is one of many."""


@dataclass(frozen=True, eq=False)
class Line:
    """The applicant's row: each None where the table has no such column, or the cell can't be read."""

    respondents: Value[int] | None = None
    satisfied: Value[int] | None = None
    rate: Value[float] | None = None
    """A fraction."""


def providers_line(paper: Paper) -> Line | None:
    """The applicant's row in a table of many providers; empty where the table doesn't name it.

    None where there is no such table, or it is one of those who were asked, with a total under it.
    """
    for number, heading in enumerate(paper.rows):
        heads = [Text.of(each).compact.string for each in heading.fragments]
        if not any(re.search(_RATE, head) for head in heads) or not any(
            re.search(_PROVIDER, head) for head in heads
        ):
            continue
        below = range(number + 1, len(paper.rows))
        page = heading.fragments[0].page
        rows = [each for each in below if paper.rows[each].fragments[0].page is page]
        named = [(each, name) for each in rows if (name := _provider(paper, heading, each)) is not None]
        if len(named) < _FEWEST:
            continue
        ours = [each for each, name in named if _is_ours(paper, name)]
        if len(ours) == 1:
            return _line(heading, paper.rows[ours[0]])
        return None if any(_TOTAL.match(paper.rows[each].text.compact.string) for each in rows) else Line()
    return None


_TOTAL = re.compile(r"合计|总计|总体|综合|平均|小计")
"""What ends a table of those who asked their own staff about one provider."""

_SURE = 0.8


def _is_ours(paper: Paper, name: Text) -> bool:
    found = applicant_in(name, paper.organization)
    return found is not None and found.sure >= _SURE


def _provider(paper: Paper, heading: Row, number: int) -> Text | None:
    """The name in a row that has a number under another heading."""
    row = paper.rows[number]
    if not any(re.fullmatch(r"[\d.%％]+", Text.of(each).compact.string) for each in row.fragments[1:]):
        return None
    name = whole_cell(heading, paper.rows, number, _PROVIDER)
    return name if name is not None and is_body(name.string) else None


def _line(heading: Row, row: Row) -> Line:
    return Line(_count(heading, row, _ASKED), _count(heading, row, _PLEASED), _share(heading, row))


def _count(heading: Row, row: Row, words: str) -> Value[int] | None:
    """The count under the one heading that matches."""
    heads = [each for each in heading.fragments if re.search(words, Text.of(each).compact.string)]
    if len(heads) != 1:
        return None
    cells = [Text.of(each).compact for each in row.fragments if nearest(each, heading) is heads[0]]
    match = re.fullmatch(rf"{NUMBER}(?:人|份|票|名)?", cells[0].string) if len(cells) == 1 else None
    return Value(count_of(match.group(1)), cells[0], 0.93) if match else None


def _share(heading: Row, row: Row) -> Value[float] | None:
    cell = cell_under(heading, row, _RATE)
    match = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)[%％]?", cell.string) if cell is not None else None
    if cell is None or match is None:
        return None
    number = float(match.group(1))
    share = number if number <= 1 and not cell.string.endswith(("%", "％")) else number / 100
    return Value(round(share, 6), cell, 0.93) if share <= 1 else None
