"""Rooms: leases, deeds, statements."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read


def test_a_lease_names_its_parties_not_the_subjects_of_its_sentences() -> None:
    document = read(
        [
            heading("房屋租赁协议"),
            "房主（甲方）：卢志刚",
            "租房人（乙方）：连云港市企业促进会",
            "一、甲方自愿将坐落于连云港市海州区北京巷28号的房屋出租给乙方作办公",
            "使用，建筑面积297平方米。",
            "二、租赁期限从2021年6月14日起至2024年6月13日止。",
            "三、年租金21000元，先付后用。",
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "office_proof"
    assert facts["owner"] == "卢志刚"
    assert facts["tenant"] == "连云港市企业促进会"
    assert facts["address"] == "连云港市海州区北京巷28号"
    assert (facts["valid_from"], facts["valid_until"]) == ("2021-06-14", "2024-06-13")


def test_the_term_of_a_deeds_land_is_not_a_tenants() -> None:
    document = read(
        [
            (0.3, 0.06, "苏（2021）南京市不动产权第2586858号"),
            "权利人\t南京市人才服务中心",
            "共有情况\t单独所有",
            "坐落\t南京市高淳区淮海南路239号",
            "权利类型\t国有建设用地使用权/房屋所有权",
            "使用期限\t国有建设用地使用权至2066年2月22日止",
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "office_proof"
    assert facts["owner"] == "南京市人才服务中心"
    assert "valid_until" not in facts


def test_who_signs_a_statement_of_its_own_rooms_owns_them() -> None:
    facts = facts_of(
        read(
            [
                heading("场地使用证明"),
                (0.1, 0.2, "兹有我公司所有的位于高邮市龙城社区208号综合楼2楼的房屋，"),
                (0.1, 0.24, "同意交由江苏希望教育发展基金会作为办公场所使用。"),
                (0.1, 0.28, "使用期限为2021年3月10日至2026年3月9日。"),
                (0.55, 0.45, "扬州市三六五汽车零部件有限公司"),
                (0.62, 0.48, "2021年3月10日"),
            ]
        )
    )

    assert facts["owner"] == "扬州市三六五汽车零部件有限公司"
    assert facts["tenant"] == "江苏希望教育发展基金会"
    assert facts["address"] == "高邮市龙城社区208号综合楼2楼"
