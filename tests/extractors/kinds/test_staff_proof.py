"""Staff: lists of the insurance office, letters."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read


def test_a_letter_lists_people_in_a_sentence_broken_over_lines() -> None:
    document = read(
        [
            heading("在职证明"),
            (0.1, 0.2, "太仓市鼎和幼儿园现有专职工作人员3名，分别为：曹静"),
            (0.1, 0.23, "怡、马少华、侯玉梅。2025年11月至2026年4月上述人员"),
            (0.1, 0.26, "工资均由本单位按月发放，并依法缴纳社会保险。"),
            (0.62, 0.5, "太仓市鼎和幼儿园"),
            (0.62, 0.53, "二〇二六年四月二十一日"),
        ],
        organization="太仓市鼎和幼儿园",
    )
    facts = facts_of(document)

    assert document.document.kind == "staff_proof"
    assert facts["people"] == ["曹静怡", "马少华", "侯玉梅"]
    assert facts["period"] == "2025-11/2026-04"


def test_the_day_of_printing_is_no_part_of_the_period() -> None:
    facts = facts_of(
        read(
            [
                heading("江苏省社会保险权益记录单"),
                "单位名称：苏州市环卫工人关爱协会\t社保编号：2540362833",
                "缴费起止年月：202511-202610\t打印时间：2026-11-06",
                "序号\t姓名\t参保险种\t缴费状态",
                "1\t刘金龙\t养老、失业\t正常",
                "2\t张春雷\t养老、失业\t正常",
            ]
        )
    )

    assert facts["people"] == ["刘金龙", "张春雷"]
    assert facts["period"] == "2025-11/2026-10"
