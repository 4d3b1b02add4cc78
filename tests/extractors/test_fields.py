"""Labels and their values by position."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.fields import find_fields
from extractors.labels import Labels
from extractors.layout import arrange
from tests.extractors.pages import Row, page

LABELS = Labels.of(
    {"name": ("单位名称", "名称"), "address": ("地址", "住所"), "when": ("时间",)}, stops=("联系电话", "地点")
)


def values(rows: Sequence[Row], labels: Labels = LABELS) -> dict[str, str]:
    return {field.name: field.value for field in find_fields(arrange(page(rows)), labels)}


def test_a_value_stands_behind_its_colon() -> None:
    assert values(["名　　称：南京市快递协会", "地址：中山路1号"]) == {
        "name": "南京市快递协会",
        "address": "中山路1号",
    }


def test_a_value_stands_in_the_next_cell_up_to_the_next_label() -> None:
    assert values(["单位名称\t南京市快递协会\t联系电话\t025-5555"]) == {"name": "南京市快递协会"}


def test_a_value_stands_under_its_heading() -> None:
    assert values(["单位名称\t住所", "南京市快递协会\t中山路1号"]) == {
        "name": "南京市快递协会",
        "address": "中山路1号",
    }


def test_a_value_broken_over_lines_comes_back_whole() -> None:
    rows: list[Row] = [
        (0.1, 0.1, "地址："),
        (0.2, 0.1, "南京市鼓楼区中山路1号新世界广场"),
        (0.2, 0.12, "B座12楼"),
    ]

    assert values(rows) == {"address": "南京市鼓楼区中山路1号新世界广场B座12楼"}


def test_a_numbered_label_without_a_colon_is_one() -> None:
    assert values(["一、时间2024年3月13日", "二、地点职工之家"]) == {"when": "2024年3月13日"}


def test_a_strict_label_needs_a_mark_behind_it() -> None:
    strict = Labels.of({"when": ("时间",)}, strict=True)

    assert values(["时间安排如下"], strict) == {}
    assert values(["时间：2024年3月"], strict) == {"when": "2024年3月"}


def test_a_word_inside_a_sentence_labels_nothing() -> None:
    assert values(["名称的变更应当办理手续"]) == {}


def test_a_clause_on_the_facing_page_is_no_part_of_the_value_beside_it() -> None:
    rows: list[Row] = [
        (0.05, 0.20, "地址：淄博市张店区柳泉路十二号商会"),
        (0.56, 0.20, "三、本证书不得转让，遗失的应当登报声明。"),
        (0.11, 0.225, "大厦五楼"),
    ]
    assert values(rows) == {"address": "淄博市张店区柳泉路十二号商会大厦五楼"}


def test_a_value_set_against_the_right_margin_goes_on_in_the_line_under_it() -> None:
    rows: list[Row] = [
        (0.05, 0.20, "地址"),
        (0.95 - 16 * 0.02, 0.20, "淄博市张店区柳泉路十二号商会大厦"),
        (0.95 - 4 * 0.02, 0.222, "五楼三室"),
        (0.05, 0.26, "联系电话"),
    ]
    assert values(rows) == {"address": "淄博市张店区柳泉路十二号商会大厦五楼三室"}
