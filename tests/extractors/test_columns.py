"""Reading order on pages of several columns."""

from __future__ import annotations

import pytest

from extractors.columns import column_text
from extractors.layout import arrange
from tests.extractors.pages import Row, heading, page

COLUMNS = (
    ("本报讯。日前，南京市", "快递员关爱协会走进园", "区，为职工送清凉。"),
    ("活动现场人来人往，志", "愿者耐心解答，职工代", "表连声道谢。"),
    ("协会有关人士说，下一", "步将继续送服务上门，", "把好事办实。"),
)
STORY = "\n".join(text for column in COLUMNS for text in column)


def _body(y: float) -> list[Row]:
    return [
        (0.1 + 0.27 * across, y + 0.018 * down, text)
        for across, column in enumerate(COLUMNS)
        for down, text in enumerate(column)
    ]


@pytest.mark.parametrize("white", [0.006, 0.05], ids=["close", "apart"])
def test_columns_below_a_headline_are_read_one_after_the_other(white: float) -> None:
    fragments = arrange(page([heading("小驿站托起职工群众的大民生", 0.1), *_body(0.1 + 26 / 1130 + white)]))
    text = column_text([each for row in fragments.rows for each in row.fragments])
    assert text.string == f"小驿站托起职工群众的大民生\n{STORY}"


def test_a_line_close_below_all_columns_comes_last() -> None:
    foot = (
        0.1,
        0.1 + 3 * 0.018 + 0.002,
        "责任编辑甲乙丙丁　版式设计戊己庚辛　校对壬癸子丑　监制寅卯辰巳午未申酉",
    )
    fragments = arrange(page([*_body(0.1), foot]))
    text = column_text([each for row in fragments.rows for each in row.fragments])
    assert text.string.startswith(f"{STORY}\n责任编辑")
