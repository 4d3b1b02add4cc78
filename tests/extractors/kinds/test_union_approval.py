"""Approvals to found a union: replies, forms, certificates."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read

REPLY = [
    heading("南京市总工会文件"),
    (0.38, 0.12, "宁工复〔2021〕15号"),
    heading("关于同意成立南京市快递协会工会委员会的批复", 0.18, 20),
    (0.1, 0.24, "南京市快递协会："),
    (0.1, 0.28, "你单位关于建会的请示收悉。经研究，同意成立南京市快递协会工会委员会。"),
    (0.62, 0.5, "南京市总工会"),
    (0.62, 0.53, "2021年6月8日"),
]


def test_a_reply_names_the_union_the_body_and_the_approving_union() -> None:
    document = read(REPLY)
    facts = facts_of(document)

    assert document.document.kind == "union_approval"
    assert facts["union_name"] == "南京市快递协会工会委员会"
    assert facts["organization_name"] == "南京市快递协会"
    assert facts["approving_union"] == "南京市总工会"
    assert facts["document_number"] == "宁工复〔2021〕15号"
    assert facts["issue_date"] == "2021-06-08"


def test_a_form_is_approved_in_the_box_of_the_union_above() -> None:
    document = read(
        [
            heading("新建工会组织审批表"),
            "单位名称\t南京市家政服务业协会",
            "拟建工会名称\t南京市家政服务业协会联合工会委员会",
            "单位意见\t同意建会。",
            "上级工会审批意见\t同意成立。",
            (0.5, 0.352, "南京市鼓楼区总工会（盖章）"),
            (0.5, 0.376, "2022年3月4日"),
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "union_approval"
    assert facts["union_name"] == "南京市家政服务业协会联合工会委员会"
    assert facts["approving_union"] == "南京市鼓楼区总工会"
    assert facts["issue_date"] == "2022-03-04"


def test_a_body_that_stands_only_inside_the_unions_name_is_left_out() -> None:
    document = read(
        [
            heading("工会法人资格证书"),
            "工会名称：南京市快递协会工会委员会",
            "发证机关：南京市总工会",
            "发证日期：2020年5月6日",
        ]
    )
    facts = facts_of(document)

    assert facts["union_name"] == "南京市快递协会工会委员会"
    assert "organization_name" not in facts


def test_a_union_that_is_approved_before_the_verb_is_found() -> None:
    rows = [*REPLY[:2], heading("建会批复", 0.18, 20), REPLY[3]]
    rows.append((0.1, 0.28, "你单位报告收悉，批准南京市快递协会联合工会委员会成立，隶属南京市总工会。"))

    assert facts_of(read([*rows, *REPLY[-2:]]))["union_name"] == "南京市快递协会联合工会委员会"
