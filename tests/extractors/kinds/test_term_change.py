"""Changes of term."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read


def test_a_form_tells_this_change_from_the_one_before() -> None:
    document = read(
        [
            heading("社会组织换届备案表"),
            "社会组织名称\t江苏省女企业家协会",
            "上届换届时间\t2016.02.18\t任期\t五年",
            "本次换届时间\t2020.07.06\t届次\t第三届",
            "审批机关意见\t同意备案。",
            (0.5, 0.323, "江苏省民政厅（盖章）"),
            (0.5, 0.347, "2020年7月24日"),
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "term_change"
    assert facts["organization_name"] == "江苏省女企业家协会"
    assert facts["date"] == "2020-07-06"
    assert facts["session"] == 3
    assert facts["approving_body"] == "江苏省民政厅"
