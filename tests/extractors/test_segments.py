"""Volumes: where one document ends and the next begins."""

from __future__ import annotations

from dossier.document import ReadDocument
from tests.extractors.pages import Row, heading, read

COVER: list[Row] = [
    heading("佐证材料汇编", 0.15, 40),
    (0.2, 0.32, "1.登记证书……………………1"),
    (0.2, 0.36, "2.等级评估证书……………………4"),
    (0.2, 0.4, "3.章程及制度……………………10"),
]
PLAN: list[Row] = [
    heading("2025年工作计划"),
    (0.1, 0.2, "一、加强队伍建设，年内开展学习四次。"),
    (0.62, 0.5, "南京市快递协会"),
    (0.62, 0.53, "2025年2月28日"),
]
CERTIFICATE: list[Row] = [
    heading("聘 书", 0.15, 44),
    (0.1, 0.3, "侯静怡同志："),
    (0.1, 0.4, "兹聘请您担任南京市总工会法律顾问，聘期三年。"),
    (0.62, 0.6, "南京市总工会"),
    (0.62, 0.63, "2024年1月25日"),
]
CHARTER: list[Row] = [heading("南京市快递协会章程"), (0.1, 0.13, "第一章　总则")]
CHARTER += [
    (0.1, 0.17 + 0.035 * n, f"第{n + 1}条　本会的名称是南京市快递协会，依法开展活动。") for n in range(20)
]
CHARTER_GOES_ON: list[Row] = [
    (0.1, 0.06, "第二章　业务范围"),
    (0.1, 0.1, "第二十一条　本会的业务范围：宣传、交流、培训。"),
]


def kinds(document: ReadDocument) -> list[tuple[str, tuple[int, int]]]:
    return [(segment.kind.value, segment.pages) for segment in document.document.segments]


def test_a_cover_is_a_segment_of_its_own_and_proves_nothing() -> None:
    document = read(COVER, PLAN, CERTIFICATE)

    assert kinds(document) == [("other", (1, 1)), ("plan", (2, 2)), ("appointment", (3, 3))]
    assert document.document.kind == "plan"
    assert not [fact for fact in document.facts if fact.segment == 0]


def test_a_later_chapter_goes_on() -> None:
    assert kinds(read(CHARTER, CHARTER_GOES_ON, PLAN)) == [("charter", (1, 2)), ("plan", (3, 3))]


def test_a_page_with_its_number_only_stands_between_documents() -> None:
    assert kinds(read(PLAN, [(0.48, 0.95, "- 12 -")], CERTIFICATE)) == [
        ("plan", (1, 1)),
        ("other", (2, 2)),
        ("appointment", (3, 3)),
    ]


def test_a_page_with_its_number_only_belongs_to_the_document_that_goes_on_behind_it() -> None:
    assert kinds(read(CHARTER, [(0.48, 0.95, "- 2 -")], CHARTER_GOES_ON)) == [("charter", (1, 3))]


def test_an_empty_page_belongs_to_the_document_before_it() -> None:
    assert kinds(read(CHARTER, [], PLAN)) == [("charter", (1, 2)), ("plan", (3, 3))]


def test_the_policy_that_a_notice_issues_is_one_document_with_it() -> None:
    notice: list[Row] = [
        heading("关于印发《财务管理办法》的通知", size=22),
        (0.1, 0.2, "现将《财务管理办法》印发给你们，请遵照执行。"),
        (0.62, 0.5, "2024年6月17日"),
    ]
    policy: list[Row] = [heading("财务管理办法"), (0.1, 0.13, "第一条　本办法适用于本会。")]

    assert kinds(read(notice, policy)) == [("policy_document", (1, 2))]


def test_an_empty_file_has_no_segments() -> None:
    assert kinds(read()) == []
