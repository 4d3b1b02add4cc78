"""Values under labels that stand alone, though they open like a label of their own; grades and periods in odd wordings."""

from __future__ import annotations

from tests.extractors.pages import Row, facts_of, heading, read

NAME = "泰州市姜堰区幸福家社区发展促进中心"


def _certificate(*scope: str, label: str = "业务范围") -> dict[str, object]:
    rows: list[Row] = [
        heading("民办非企业单位登记证书"),
        (0.1, 0.2, "名称"),
        (0.1, 0.23, NAME),
        (0.6, 0.2, "法定代表人"),
        (0.6, 0.23, "汤宝林"),
        (0.1, 0.3, label),
        *((0.1, 0.33 + 0.025 * number, line) for number, line in enumerate(scope)),
        (0.1, 0.45, "登记管理机关"),
        (0.1, 0.48, "泰州市姜堰区民政局"),
    ]
    return facts_of(read(rows))


def test_a_scope_that_opens_like_a_label_is_whole() -> None:
    found = _certificate("初级职业技能培训：家政服务员、养老护理员、育婴员", "（凭许可证经营）")

    assert found["business_scope"] == "初级职业技能培训：家政服务员、养老护理员、育婴员（凭许可证经营）"


def test_another_label_under_an_empty_one_is_not_its_value() -> None:
    assert "business_scope" not in _certificate("联系电话：0523-88001234", label="业务范围：")


def test_a_lone_letter_before_the_word_for_grade_is_a_grade() -> None:
    document = read(
        [
            heading("社会组织评估等级证书"),
            (0.1, 0.2, "镇江市和风劳动者权益公益基金会："),
            "经社会组织评估委员会评定，你单位评估等级为A等级。",
            "2023年4月14日至2028年4月13日",
            (0.6, 0.5, "镇江市民政局"),
            (0.6, 0.53, "2023年4月14日"),
        ]
    )
    found = facts_of(document)

    assert found["grade"] == "1A"
    assert (found["valid_from"], found["valid_until"]) == ("2023-04-14", "2028-04-13")


def test_grades_of_full_width_letters_are_no_scale() -> None:
    document = read(
        [
            heading("等级证书"),
            (0.1, 0.2, NAME),
            "依据《社会组织评估管理办法》，经评估委员会审定，等级为",
            (0.35, 0.3, "ＡＡＡ级社会组织", 26.0),
        ]
    )

    assert facts_of(document)["grade"] == "3A"


def test_a_labels_english_is_no_part_of_its_value() -> None:
    document = read(
        [
            heading("民办非企业单位登记证书"),
            "名称 Name\t南通市和美社会组织服务中心",
            "统一社会信用代码 USCC\t523206006795422000",
            "有效期限 Validity\t2025.02.28 - 2029.02.27",
        ]
    )
    found = facts_of(document)

    assert found["uscc"] == "523206006795422000"
    assert (found["valid_from"], found["valid_until"]) == ("2025-02-28", "2029-02-27")
