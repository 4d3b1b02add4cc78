"""One paper in two versions: told where what must be unique is equal, silent on forms of one template."""

from collections.abc import Sequence

import pytest

from dossier.document import ReadDocument
from dossier.finding import Severity
from dossier.geometry import Box, Quad
from dossier.page import Line
from tests.verifiers.builders import NAME, OTHER_NAME, USCC, check, paper

WORDS = (
    "荣誉证书",
    "南京市职工关爱服务促进会：",
    "你单位在2024年度服务职工工作中成绩突出，",
    "被评为“先进集体”，",
    "特发此证，以资鼓励。",
    "编号：0012345",
    "中华全国总工会",
    "北京市西城区",
    "2025年4月28日",
    "服务职工 奉献社会",
)


def _scan(
    path: str,
    words: Sequence[str] = WORDS,
    *,
    shift: float = 0.0,
    origin: str = "ocr",
    confidence: float = 0.99,
    tilt: float = 0.0,
) -> ReadDocument:
    """A page of these lines; `shift` and `tilt` move them as another laying on the scanner does."""
    read = paper(path, "award", recipient=NAME, fingerprint="a1b2c3d4e5f60718")
    lines = tuple(
        Line(
            text=text,
            quad=Quad.from_box(
                Box(
                    0.1 + shift,
                    0.05 + 0.06 * index + shift + tilt * index,
                    0.1 + shift + 0.02 * len(text),
                    0.07 + 0.06 * index + shift + tilt * index,
                )
            ),
            confidence=confidence,
            origin="text" if origin == "text" else "ocr",
        )
        for index, text in enumerate(words)
    )
    (page,) = read.reading.pages
    page = page.model_copy(update={"lines": lines, "origin": origin})
    return read.model_copy(update={"reading": read.reading.model_copy(update={"pages": (page,)})})


def _with(old: str, new: str) -> tuple[str, ...]:
    return tuple(text.replace(old, new) for text in WORDS)


@pytest.mark.parametrize(
    ("old", "new"),
    [("2025年4月", "2026年4月"), ("职工关爱服务促进会", "志愿服务联合会"), ("0012345", "0012346")],
)
def test_one_scan_with_two_contents_is_told_with_both_places(old: str, new: str) -> None:
    """A holder, a date or a number that was changed on a scan of which the other version is there too."""
    outcome = check([_scan("奖状.jpg"), _scan("奖状2.jpg", _with(old, new))], [])
    told = outcome.told("tampering_suspected")
    assert told.severity is Severity.MAJOR
    assert {place.document for place in told.evidence} == {"奖状.jpg", "奖状2.jpg"}
    assert any(old in place.text for place in told.evidence)
    assert any(new in place.text for place in told.evidence)
    assert "常见的无害原因" in told.message


@pytest.mark.parametrize(
    "other",
    [
        _scan("奖状2.jpg", _with("2025年4月", "2026年4月"), shift=0.004),
        _scan("奖状2.jpg", _with("2025年4月", "2026年4月"), tilt=0.001),
        _scan("奖状2.jpg", _with("2025年4月", "2026年4月"), confidence=0.8),
        _scan("奖状2.jpg", _with("，", "。")),
        _scan("奖状2.jpg"),
        _scan("奖状2.jpg", [text[::-1] for text in WORDS]),
    ],
    ids=["laid otherwise", "laid askew", "read with doubt", "stops", "the same", "another paper"],
)
def test_two_scans_and_two_copies_are_not_told(other: ReadDocument) -> None:
    """The same form scanned twice lies otherwise; a copy says the same."""
    assert "tampering_suspected" not in check([_scan("奖状.jpg"), other], []).codes()


def test_forms_of_one_template_are_not_told() -> None:
    """What is printed from one template lies alike to the point, and two years' papers differ in their dates."""
    papers = [
        _scan("2024.pdf", origin="text"),
        _scan("2025.pdf", _with("2024年度", "2025年度"), origin="text"),
    ]
    assert "tampering_suspected" not in check(papers, []).codes()


def test_one_credit_code_under_two_names_is_told() -> None:
    """A code belongs to one body."""
    papers = [
        paper("登记证.pdf", "registration_certificate", uscc=USCC, organization_name=NAME),
        paper("年检.pdf", "annual_report", uscc=USCC, organization_name=OTHER_NAME),
    ]
    told = check(papers, []).told("tampering_suspected")
    assert OTHER_NAME in told.message
    assert {place.document for place in told.evidence} == {"登记证.pdf", "年检.pdf"}


@pytest.mark.parametrize("name", [NAME, "南京市职工关爱服务促迸会", "职工关爱服务促进会"])
def test_a_name_misread_or_cut_short_is_not_told(name: str) -> None:
    """Names must differ for sure."""
    papers = [
        paper("登记证.pdf", "registration_certificate", uscc=USCC, organization_name=NAME),
        paper("年检.pdf", "annual_report", uscc=USCC, organization_name=name),
    ]
    assert "tampering_suspected" not in check(papers, []).codes()


def _decision(path: str, number: str = "苏民罚决字〔2025〕3号", **facts: object) -> ReadDocument:
    given = {"document_number": number, "organization_name": NAME, "decision_date": "2025-03-01", **facts}
    return paper(path, "penalty_decision", **given)


@pytest.mark.parametrize(
    ("facts", "shared"),
    [
        ({}, False),
        ({"organization_name": OTHER_NAME}, True),
        ({"organization_name": "南京市职工关爱服务促迸会"}, False),
        ({"decision_date": "2025-03"}, False),
        ({"decision_date": "2024-03-01"}, True),
        ({"number": "苏民罚决字〔2025〕4号", "organization_name": OTHER_NAME}, False),
    ],
)
def test_a_decisions_number_is_its_own(facts: dict[str, str], shared: bool) -> None:
    """One number, two holders or two days."""
    papers = [_decision("处罚.pdf"), _decision("处罚2.pdf", **facts)]
    assert ("certificate_number_shared" in check(papers, []).codes()) is shared


def test_one_commendation_names_many() -> None:
    """A decision to commend has one number for all whom it commends."""
    papers = [
        paper(f"{who}.pdf", "award", document_number="苏工发〔2025〕12号", recipient=who)
        for who in (NAME, OTHER_NAME)
    ]
    assert "certificate_number_shared" not in check(papers, []).codes()
