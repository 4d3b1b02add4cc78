"""Values that stand over their labels, as on the cards of an app."""

from __future__ import annotations

from extractors.labels import Labels
from extractors.layout import arrange
from extractors.overhead import values_over
from tests.extractors.pages import Row, facts_of, heading, page, read

LABELS = Labels.of(
    {"number": ("证书编号",), "day": ("评定日期",), "office": ("评定机关",)}, stops=("组织类别",)
)

_CARD: list[Row] = [
    (0.1, 0.20, "SD-2023-118"),
    (0.6, 0.20, "2023年4月7日"),
    (0.1, 0.22, "证书编号"),
    (0.6, 0.22, "评定日期"),
    (0.1, 0.30, "淄博市民政局"),
    (0.6, 0.30, "社会团体"),
    (0.1, 0.32, "评定机关"),
    (0.6, 0.32, "组织类别"),
]


def _pairs(rows: list[Row]) -> dict[str, str]:
    return {
        each.name: each.text.string for each in values_over(arrange(page(rows)).rows, LABELS) if each.name
    }


def test_values_close_over_their_labels_are_theirs() -> None:
    assert _pairs(_CARD) == {"number": "SD-2023-118", "day": "2023年4月7日", "office": "淄博市民政局"}


def test_a_heading_with_its_values_close_under_it_is_left_alone() -> None:
    rows: list[Row] = [
        (0.1, 0.20, "证书编号"),
        (0.6, 0.20, "评定日期"),
        (0.1, 0.22, "SD-2023-118"),
        (0.6, 0.22, "2023年4月7日"),
        (0.1, 0.30, "评定机关"),
        (0.1, 0.32, "淄博市民政局"),
    ]
    assert not _pairs(rows)


def test_a_card_of_a_grade_gives_each_value_to_the_label_under_it_and_no_scale() -> None:
    found = facts_of(
        read(
            [
                heading("社会组织评估等级"),
                (0.1, 0.14, "淄博市家政服务业协会"),
                (0.7, 0.14, "3A级"),
                *_CARD,
                (0.1, 0.40, "评估等级由高到低为5A级、4A级、3A级、2A级和1A级。"),
            ],
            organization="淄博市家政服务业协会",
        )
    )
    assert found["grade"] == "3A"
    assert found["certificate_number"] == "SD-2023-118"
    assert found["issue_date"] == "2023-04-07"
    assert found["issuing_authority"] == "淄博市民政局"
