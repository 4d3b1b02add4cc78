"""Values in cells over many rows: whose they are, and when that can't be told."""

from __future__ import annotations

import pytest

from dossier.document import ReadDocument
from dossier.geometry import Box
from extractors.merged import tiles
from tests.extractors.pages import Row, heading, read
from verifiers.thresholds import FACT_SURE

NAMES = ["泰州市快递协会", "无锡市家政服务业协会", "宿迁市义工协会", "徐州市棋类协会", "镇江市书画协会", "盐城市沐光社工服务中心", "南通市钓鱼协会"]  # fmt: skip


def _boxes(*middles: float) -> list[Box]:
    return [Box(0.1, middle - 0.01, 0.2, middle + 0.01) for middle in middles]


@pytest.mark.parametrize(
    ("texts", "cells"),
    [
        ((1.5, 5.0), [range(4), range(4, 7)]),
        ((0.0, 1.5, 4.5), [range(1), range(1, 3), range(3, 7)]),
        ((3.0,), [range(7)]),
        ((0.0, 3.5), [range(1), range(1, 7)]),
        ((0.0, 3.2), None),
        ((0.0, 4.0), None),  # at the top of its cell?
        ((2.0, 6.0), None),
        ((1.75, 5.0), None),
        ((2.5,), None),
    ],
)
def test_cells_tile_the_rows_or_nothing_is_said(texts: tuple[float, ...], cells: list[range] | None) -> None:
    rows = _boxes(*(0.1 + 0.05 * number for number in range(7)))

    assert tiles(rows, _boxes(*(0.1 + 0.05 * text for text in texts))) == cells


def _list(marks: list[tuple[float, str]], organization: str, *, note: bool = False) -> ReadDocument:
    rows: list[Row] = [(0.35, 0.3 + 0.05 * number, name) for number, name in enumerate(NAMES)]
    rows += [(0.25, 0.3 + 0.05 * number, str(number + 1)) for number in range(len(NAMES))]
    rows += [(0.12, 0.24, "等级"), (0.25, 0.24, "序号"), (0.35, 0.24, "社会组织名称")]
    rows += [(0.12, 0.3 + 0.05 * at, grade) for at, grade in marks]
    rows += [(0.35, 0.75, "名单以公告为准")] if note else []
    return read([heading("社会组织评估等级名单"), *rows], organization=organization)


@pytest.mark.parametrize(
    ("name", "grade"), [*((name, "4A") for name in NAMES[:4]), *((name, "2A") for name in NAMES[4:])]
)
def test_a_grade_in_the_middle_of_its_cell_is_that_of_every_row_of_it(name: str, grade: str) -> None:
    (found,) = [
        fact for fact in _list([(1.5, "4A"), (5.0, "2A")], name, note=True).facts if fact.name == "grade"
    ]

    assert found.value == grade
    assert found.confidence >= FACT_SURE


def test_a_grade_is_left_open_where_rows_do_not_come_out_even() -> None:
    (found,) = [fact for fact in _list([(1.25, "4A"), (4.75, "2A")], NAMES[5]).facts if fact.name == "grade"]

    assert found.confidence < FACT_SURE
