"""Two certificates on one sheet."""

from __future__ import annotations

from dossier.document import ReadDocument
from tests.extractors.pages import Row, heading, read


def kinds(document: ReadDocument) -> list[tuple[str, tuple[int, int]]]:
    return [(segment.kind.value, segment.pages) for segment in document.document.segments]


def values(document: ReadDocument, segment: int) -> dict[str, object]:
    return {fact.name: fact.value for fact in document.facts if fact.segment == segment}


def grade(x: float, y: float) -> list[Row]:
    """A grade's certificate with its upper left corner at x, y."""
    return [
        (x + 0.04, y, "社会组织等级证书", 26),
        (x, y + 0.07, "南京市快递协会：", 13),
        (x, y + 0.11, "经评估，获评4A级社会组织。", 13),
        (x, y + 0.15, "有效期：2024年3月7日至2029年3月6日", 11),
        (x + 0.2, y + 0.25, "南京市民政局", 13),
        (x + 0.2, y + 0.28, "2024年3月7日", 13),
    ]


def award(x: float, y: float, day: str = "2022年9月9日") -> list[Row]:
    """A certificate of honour with its upper left corner at x, y."""
    return [
        (x + 0.1, y, "荣誉证书", 30),
        (x, y + 0.07, "南京市快递协会：", 13),
        (x, y + 0.11, "被评为全市服务职工先进集体。", 13),
        (x + 0.2, y + 0.25, "南京市总工会", 13),
        (x + 0.2, y + 0.28, day, 13),
    ]


def test_two_that_lie_side_by_side_are_two_documents_of_one_page() -> None:
    document = read([*grade(0.05, 0.1), *award(0.55, 0.1)])

    assert kinds(document) == [("grade_certificate", (1, 1)), ("award", (1, 1))]
    assert values(document, 0)["issuing_authority"] == "南京市民政局"
    assert values(document, 1)["issuing_authority"] == "南京市总工会"
    assert values(document, 1)["issue_date"] == "2022-09-09"


def test_two_over_each_other_are_two_documents_of_one_page() -> None:
    document = read([*grade(0.2, 0.05), *award(0.2, 0.55)])

    assert kinds(document) == [("grade_certificate", (1, 1)), ("award", (1, 1))]
    assert values(document, 0)["issue_date"] == "2024-03-07"
    assert values(document, 1)["issue_date"] == "2022-09-09"


def test_two_of_one_kind_differ_in_their_days() -> None:
    document = read([*award(0.05, 0.1), *award(0.55, 0.1, "2024年1月8日")])

    assert kinds(document) == [("award", (1, 1)), ("award", (1, 1))]
    assert [values(document, number)["issue_date"] for number in (0, 1)] == ["2022-09-09", "2024-01-08"]


def test_two_that_cannot_be_told_apart_leave_the_kind_unsure() -> None:
    mixed: list[Row] = [
        (0.1, 0.1, "社会组织等级证书", 26),
        (0.6, 0.1, "荣誉证书", 26),
        (0.1, 0.2, "南京市快递协会：经评估，获评4A级社会组织，被评为全市服务职工先进集体。", 13),
        (0.1, 0.25, "南京市民政局　2024年3月7日　　　　　　　　南京市总工会　2022年9月9日", 13),
    ]

    document = read(mixed)

    assert len(document.document.segments) == 1
    assert document.document.kind_confidence < 0.6


def test_a_form_with_a_gap_is_one_document() -> None:
    form: list[Row] = [
        heading("工会挂职（兼职）人员登记表"),
        (0.1, 0.15, "姓名"),
        (0.3, 0.15, "薛力"),
        (0.1, 0.2, "工作单位"),
        (0.3, 0.2, "无锡市道路运输行业协会"),
        (0.1, 0.45, "任职机构"),
        (0.3, 0.45, "无锡市总工会"),
        (0.1, 0.5, "任命单位意见"),
        (0.3, 0.5, "无锡市总工会（章）"),
        (0.3, 0.54, "2026年7月15日"),
    ]

    assert kinds(read(form)) == [("appointment", (1, 1))]


def test_the_annex_to_a_certificate_on_its_right_half_is_no_second_one() -> None:
    copy: list[Row] = [
        (0.08, 0.06, "社会团体法人登记证书", 24),
        (0.08, 0.15, "名称：南京市快递协会", 13),
        (0.08, 0.2, "统一社会信用代码：51320100MJ00000000", 11),
        (0.08, 0.25, "发证机关：南京市民政局", 13),
        (0.08, 0.3, "有效期限：2022年3月7日至2026年3月6日", 11),
        (0.58, 0.08, "年度检查记录", 14),
        (0.58, 0.15, "2022年度　合格", 13),
        (0.58, 0.2, "2023年度　合格", 13),
        (0.58, 0.25, "2024年度　合格", 13),
    ]

    assert kinds(read(copy)) == [("registration_certificate", (1, 1))]
