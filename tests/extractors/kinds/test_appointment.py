"""Appointments: notices, certificates, forms."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read

SIGNED = [(0.62, 0.6, "南京市总工会"), (0.62, 0.63, "2024年1月25日")]


def test_a_post_is_split_into_the_body_and_the_position() -> None:
    document = read(
        [
            heading("关于张国强同志任职的通知"),
            (0.1, 0.2, "各基层工会："),
            (0.1, 0.25, "经研究决定，张国强同志任南京市总工会兼职副主席。"),
            *SIGNED,
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "appointment"
    assert (facts["person"], facts["body"], facts["position"]) == ("张国强", "南京市总工会", "兼职副主席")
    assert facts["issuing_authority"] == "南京市总工会"
    assert facts["issue_date"] == "2024-01-25"


def test_a_committee_of_a_term_belongs_to_the_body() -> None:
    rows = [
        heading("关于增补委员的通知"),
        (0.1, 0.2, "决定：李红同志任南京市总工会第三届委员会委员。"),
        *SIGNED,
    ]
    facts = facts_of(read(rows))

    assert (facts["body"], facts["position"]) == ("南京市总工会第三届委员会", "委员")


def test_a_standing_committee_belongs_to_the_position() -> None:
    rows = [heading("任职通知"), (0.1, 0.2, "李红同志任南京市总工会第三届委员会常务委员会委员。"), *SIGNED]
    facts = facts_of(read(rows))

    assert (facts["body"], facts["position"]) == ("南京市总工会第三届委员会", "常务委员会委员")


def test_a_certificate_that_speaks_to_its_holder_names_no_pronoun_as_a_person() -> None:
    document = read(
        [
            heading("聘 书", size=40),
            (0.1, 0.3, "侯静怡同志："),
            (0.1, 0.4, "兹聘请您担任南京市总工会职工服务专家库法律顾问，聘期三年。"),
            *SIGNED,
        ]
    )
    facts = facts_of(document)

    assert facts["person"] == "侯静怡"
    assert (facts["body"], facts["position"]) == ("南京市总工会职工服务专家库", "法律顾问")


def test_of_several_people_the_applicants_is_read() -> None:
    rows = [
        heading("关于增补兼职人员的通知"),
        (0.1, 0.2, "钱凯（南京市烹饪协会）任南京市总工会第三届委员会委员；"),
        (0.1, 0.24, "陶娟（南京市快递协会）任南京市总工会第三届委员会常委；"),
        *SIGNED,
    ]

    assert facts_of(read(rows, organization="南京市快递协会"))["person"] == "陶娟"


def test_a_form_tells_the_post_in_its_cells_and_the_authority_in_its_box() -> None:
    document = read(
        [
            heading("工会挂职（兼职）人员登记表"),
            "姓名\t毛宝林\t性别\t男",
            "工作单位\t南京市货车司机联合会",
            "任职机构\t南京市总工会职工服务专家库",
            "所任职务\t职工服务顾问",
            "任命单位意见\t同意。",
            (0.5, 0.379, "南京市总工会（章）"),
            (0.5, 0.403, "2026年4月15日"),
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "appointment"
    assert facts["person"] == "毛宝林"
    assert facts["body"] == "南京市总工会职工服务专家库"
    assert facts["position"] == "职工服务顾问"
    assert facts["issuing_authority"] == "南京市总工会"
    assert facts["issue_date"] == "2026-04-15"
