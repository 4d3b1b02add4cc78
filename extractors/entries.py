"""The applicant's row in a table of many organizations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.columns import in_columns
from extractors.layout import Row
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import Value, bodies, codes, is_body

_OFFICE = re.compile(r"(?:工会|局|厅|部|政府|办公室|委员会|大队|支队)$")
"""Who decides about the organizations of a list, and stands in its rows too."""

_MANY = 3
"""So many organizations with codes, or rows with bodies, make a list."""


@dataclass(frozen=True, eq=False)
class Entry:
    """The applicant's name, the cells of its row, and the row's position in the paper."""

    name: Value[str]
    cells: Text
    row: int


def entry_of(paper: Paper) -> Entry | None:
    """The applicant's entry, or None where the paper lists no organizations or not this one."""
    if paper.organization is None or not is_list(paper):
        return None
    named = (
        _in_a_cell(paper)
        or applicant_in(paper.text, paper.organization)
        or applicant_in(in_columns(paper.layouts), paper.organization)
    )
    if named is None:
        return None
    numbers = rows_of(paper, named.text)
    first, last = numbers[0], numbers[-1]
    cells = Text.join("\t", [paper.rows[number].text for number in range(first, last + 1)])
    if len(numbers) == 1 and len(paper.rows[first].fragments) == 1:
        cells = Text.join("\t", [cells, *_beside(paper, first)])
    return Entry(named, cells, first)


def rows_of(paper: Paper, text: Text) -> list[int]:
    """The positions of the rows that the text stands in."""
    mine = {id(fragment) for fragment in text.fragments}
    return [
        number for number, row in enumerate(paper.rows) if mine & {id(fragment) for fragment in row.fragments}
    ]


def _in_a_cell(paper: Paper) -> Value[str] | None:
    """The applicant's name where it is a cell by itself, rather than where a sentence tells of it."""
    for row in paper.rows:
        for fragment in row.fragments if len(row.fragments) > 1 else ():
            cell = Text.of(fragment)
            named = applicant_in(cell, paper.organization)
            if named is not None and len(cell.compact) <= len(named.value) + _BESIDE:
                return named
    return None


_BESIDE = 4
"""Characters beside a name in its cell at most, such as its number in the list."""


def bears_many_codes(paper: Paper) -> bool:
    """Whether a paper bears the codes of several organizations."""
    return len({code.value for code in codes(paper.text)}) >= _MANY


def is_list(paper: Paper) -> bool:
    """Whether a paper has a table of several organizations."""
    if bears_many_codes(paper):
        return True
    if _numbered(paper) >= _MANY:
        return True
    told = [(row, [body.string for body in bodies(row.text)]) for row in paper.rows if len(row.fragments) > 1]
    rows = [row for row, found in told if found]
    if len(rows) >= 2 * _MANY or sum(_is_entry(row) for row in rows) >= _MANY:
        return True
    named = {name for _, found in told for name in found}
    wide = any(len(row.fragments) >= _MANY for row in rows)
    return sum(not _OFFICE.search(name) for name in named) >= (_MANY if wide else _MANY + 1)


def _numbered(paper: Paper) -> int:
    """How many rows bear numbers one after the other under 序号, in a table that names bodies."""
    counted, last = 0, 0
    headed = False
    for row in paper.rows:
        first = Text.of(row.fragments[0]).compact.string
        heads = [Text.of(each).compact.string for each in row.fragments]
        if first == "序号" and any(_BODIES.search(head) for head in heads):
            headed, last = True, 0
        elif headed and len(row.fragments) > 1 and first.isdigit() and int(first) == last + 1:
            counted, last = counted + 1, last + 1
    return counted


_BODIES = re.compile(r"单位|组织|名称|当事人|相对人|协会")
"""How a column of bodies is headed."""


def _is_entry(row: Row) -> bool:
    """Whether a row opens as one of a list: a body's name first, or a serial number and then the name."""
    first, second = ("".join(fragment.text.split()) for fragment in row.fragments[:2])
    return is_body(second if re.fullmatch(r"[（(]?\d{1,4}[)）.、]?", first) else first)


def _beside(paper: Paper, number: int) -> list[Text]:
    """Cells of the next or last row where a long name is broken over lines and its other cells stand between."""
    row = paper.rows[number]
    for other in (number + 1, number - 1):
        if 0 <= other < len(paper.rows):
            near = paper.rows[other]
            apart = max(near.place.y0 - row.place.y1, row.place.y0 - near.place.y1)
            if apart < 0.5 * row.place.height and len(near.fragments) > 1:
                return [near.text]
    return []
