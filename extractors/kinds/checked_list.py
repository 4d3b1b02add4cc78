"""What a check of many organizations says of the applicant: its row of a table with a column for each list and one for penalties."""

from __future__ import annotations

import re

from dossier.fact import Fact
from extractors.entries import Entry
from extractors.kinds import common
from extractors.layout import Row
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import codes

_LISTS = (
    ("abnormal_listed", re.compile(r"异常")),
    ("seriously_illegal_listed", re.compile(r"严重|失信名单")),
)
_PENALTIES = re.compile(r"处罚")
_YES = re.compile(r"是|有|已?(?:被)?列入|在列|[1-9]\d?[条次项]?")
_NO = re.compile(r"否|无|未(?:被)?列入|没有|不在列|未发现|未查[到询]|无记录|0[条次项]?")
_COUNT = re.compile(r"(\d{1,3})[条次项]?")
_DENIES = re.compile(r"(?<!有)无|未|不")
"""A heading that asks the other way round, so that `是` would be good news."""

_SAME_COLUMN = 0.5
"""Share of the narrower width from which parts of a heading, or a cell and its heading, stand over each other."""


def facts_in_row(paper: Paper, entry: Entry) -> list[Fact]:
    """Name, code, lists and penalties in the applicant's row; what a column doesn't plainly say is left out."""
    facts = [
        paper.fact(
            "organization_name",
            common.tidy_name(entry.name.value),
            entry.name.text,
            sure=entry.name.sure,
        )
    ]
    facts += [common.code_fact(paper, code) for code in list(codes(entry.cells))[:1]]
    for heading, cell in _columns(paper, entry.row):
        if _DENIES.search(heading):
            continue
        told = [name for name, pattern in _LISTS if pattern.search(heading)]
        yes, no = _YES.fullmatch(cell.string), _NO.fullmatch(cell.string)
        if told and not _PENALTIES.search(heading) and (no or (yes and len(told) == 1)):
            facts += [paper.fact(name, not no, cell, sure=0.93) for name in told]
        elif _PENALTIES.search(heading) and not told:
            count = _COUNT.fullmatch(cell.string)
            if no or count:
                facts.append(
                    paper.fact("penalty_count", int(count.group(1)) if count else 0, cell, sure=0.93)
                )
    return facts


def _columns(paper: Paper, number: int) -> list[tuple[str, Text]]:
    """The cells of a row, each with its heading's words, whose lines may stand on several rows."""
    rows = paper.rows
    top = next((at for at in range(number - 1, -1, -1) if _is_heading(rows[at])), None)
    if top is None or rows[top].fragments[0].page is not rows[number].fragments[0].page:
        return []
    end = next((at for at in range(top + 1, number) if _is_entry(rows[at])), number)
    found: list[tuple[str, Text]] = []
    for head in rows[top].fragments:
        lines = [
            each
            for row in rows[top:end]
            for each in row.fragments
            if each is head or head.place.horizontal_overlap(each.place) > _SAME_COLUMN
        ]
        words = "".join(Text.of(each).compact.string for each in lines)
        cells = [
            each
            for each in rows[number].fragments
            if any(line.place.horizontal_overlap(each.place) > _SAME_COLUMN for line in lines)
        ]
        if len(cells) == 1:
            found.append((words, Text.of(cells[0]).compact))
    return found


def _is_heading(row: Row) -> bool:
    """Whether a row heads the table: several cells, one for the organizations' names."""
    cells = [Text.of(each).compact.string for each in row.fragments]
    return len(cells) > 2 and any(
        re.search(r"(?:单位|组织|机构|对象)(?:名称|全称)?$|^名称$", cell) for cell in cells
    )


def _is_entry(row: Row) -> bool:
    """Whether a row bears an organization's code."""
    return any(True for _ in codes(row.text))
