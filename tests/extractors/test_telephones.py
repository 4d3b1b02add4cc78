"""Which telephone numbers are on a page, and which of them somebody gives as where to be reached."""

import pytest

from dossier.geometry import Box, Quad
from dossier.page import Line, Page
from extractors.telephones import telephones

MOBILE, PLACE = "13912345678", "02583591234"
ROW, BELOW, FAR = (0.10, 0.12), (0.13, 0.15), (0.40, 0.42)


def line(text: str, x0: float = 0.1, x1: float = 0.9, rows: tuple[float, float] = ROW) -> Line:
    quad = Quad.from_box(Box(x0, rows[0], x1, rows[1]))
    return Line(text=text, quad=quad, confidence=1, origin="ocr")


def found(*lines: Line) -> list[tuple[str, bool]]:
    page = Page(number=1, width=595, height=842, origin="ocr", lines=lines)
    return [(each.number, each.contact) for each in telephones(page)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("联系电话：025-83591234", [(PLACE, True)]),
        ("联 系 人：张三 139 1234 5678", [(MOBILE, True)]),
        ("联系人及电话：欧阳明 13912345678", [(MOBILE, True)]),
        ("电 话：13912345678 / （025）83591234", [(MOBILE, True), (PLACE, True)]),
        ("地址：南京市中山路1号 Tel:+86 139-1234-5678", [(MOBILE, True)]),
        ("监督电话：025-83591234", [(PLACE, False)]),
        ("业务主管单位电话：025-83591234", [(PLACE, False)]),
        ("南京市总工会联系电话：025-83591234", [(PLACE, False)]),
        ("传真：025-83591234", [(PLACE, False)]),
        ("登记部门电话：025-83591234", [(PLACE, False)]),
        ("备案号 13912345678", [(MOBILE, False)]),
        ("联系电话：12351，400-800-1234，83591234", []),
    ],
)
def test_labels_tell_whose_a_number_in_a_line_is(text: str, numbers: list[tuple[str, bool]]) -> None:
    assert found(line(text)) == numbers


def test_a_number_in_a_cell_has_its_label_at_the_left_or_above() -> None:
    label, number = line("联系电话", 0.1, 0.2), line(MOBILE, 0.25, 0.4)
    under = line(MOBILE, 0.08, 0.22, BELOW)
    assert found(label, number) == [(MOBILE, True)]
    assert found(line("张三", 0.01, 0.05, BELOW), label, under) == [(MOBILE, True)]
    assert found(label, line(MOBILE, 0.1, 0.2, FAR)) == [(MOBILE, False)]
    assert found(line("张三", 0.1, 0.2), number) == [(MOBILE, False)]


def test_a_row_about_another_office_gives_that_ones_number() -> None:
    row = [line("业务主管单位", 0.01, 0.09), line("联系电话", 0.1, 0.2), line(PLACE, 0.25, 0.4)]
    assert found(*row) == [(PLACE, False)]
