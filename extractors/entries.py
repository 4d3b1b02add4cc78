"""The applicant's row in a table of many organizations."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import Value, bodies, codes

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
    if paper.organization is None or not _is_list(paper):
        return None
    named = applicant_in(paper.text, paper.organization)
    if named is None:
        return None
    mine = {id(fragment) for fragment in named.text.fragments}
    numbers = [
        number for number, row in enumerate(paper.rows) if mine & {id(fragment) for fragment in row.fragments}
    ]
    first, last = numbers[0], numbers[-1]
    cells = Text.join("\t", [paper.rows[number].text for number in range(first, last + 1)])
    if len(numbers) == 1 and len(paper.rows[first].fragments) == 1:
        cells = Text.join("\t", [cells, *_beside(paper, first)])
    return Entry(named, cells, first)


def _is_list(paper: Paper) -> bool:
    if len({code.value for code in codes(paper.text)}) >= _MANY:
        return True
    return (
        sum(1 for row in paper.rows if len(row.fragments) > 1 and any(True for _ in bodies(row.text)))
        >= 2 * _MANY
    )


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
