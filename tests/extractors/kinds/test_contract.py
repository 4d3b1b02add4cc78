"""Contracts: parties, subject, amount, term."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read


def test_an_agreement_in_clauses_is_read_by_its_sentences() -> None:
    document = read(
        [
            heading("2025年度“流动书屋”项目委托服务协议"),
            "甲　方：苏州市总工会",
            "乙　方：苏州市焊接技师协会",
            "根据有关法律，双方经友好协商，就有关事项达成如下协议：",
            "第一条　服务内容。乙方组织实施2025年度“流动书屋”项目。",
            "第二条　履行期限。2025年6月25日至2026年6月24日。",
            "第三条　费用及支付。本项目服务费总额为300000元。",
            "日期：2025年6月20日\t日期：2025年6月20日",
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "contract"
    assert facts["party_a"] == "苏州市总工会"
    assert facts["party_b"] == "苏州市焊接技师协会"
    assert facts["subject"] == "2025年度“流动书屋”项目"
    assert facts["amount"] == 300_000
    assert (facts["valid_from"], facts["valid_until"]) == ("2025-06-25", "2026-06-24")
    assert facts["sign_date"] == "2025-06-20"


def test_a_memorandum_names_its_parties_in_its_first_sentence() -> None:
    facts = facts_of(
        read(
            [
                heading("合作备忘录"),
                "南京市人才促进会（以下简称甲方）与南京市烹饪协会（以下简称乙方）",
                "本着优势互补的原则，就共同开展职工法律援助项目达成以下共识。",
                "一、合作期限为2024年3月5日至2026年3月4日。",
                "甲方：（章）\t乙方：（章）",
                "签署日期：二〇二四年三月五日",
            ]
        )
    )

    assert (facts["party_a"], facts["party_b"]) == ("南京市人才促进会", "南京市烹饪协会")
    assert facts["subject"] == "职工法律援助项目"
    assert (facts["valid_from"], facts["valid_until"]) == ("2024-03-05", "2026-03-04")
    assert "amount" not in facts
