"""What is told of the submission whatever its criteria: sums, days, files, reuse, traces."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from dossier.document import ReadDocument
from dossier.finding import Severity, Verdict
from dossier.page import Problem, ProblemCode, SignalCode
from tests.verifiers.builders import (
    NAME,
    award,
    check,
    claim,
    grade,
    honest,
    honest_claims,
    inspection,
    paper,
    signal,
    training,
)

CHINA = timezone(timedelta(hours=8))


# --- sums and days ---


def test_a_total_that_is_not_the_sum_is_told():
    outcome = check(list(honest().values()), honest_claims(), total=100)
    assert outcome.codes() == ["score_arithmetic"]


def test_decimals_that_add_up_are_no_fault():
    outcome = check([], [claim("3.1", 0.1), claim("3.2", 0.2)], total=0.3)
    assert "score_arithmetic" not in outcome.codes()


def test_less_than_the_threshold_is_told_and_not_eligible():
    outcome = check(list(honest().values()), honest_claims()[:15])
    assert outcome.told("below_threshold").severity is Severity.GATE
    assert outcome.score.eligible == "no"


@pytest.mark.parametrize(
    ("moment", "outside"),
    [
        (datetime(2026, 11, 10, 0, 0, tzinfo=CHINA), False),
        (datetime(2026, 11, 9, 23, 59, tzinfo=CHINA), True),
        (datetime(2026, 11, 20, 23, 59, tzinfo=CHINA), False),
        (datetime(2026, 11, 21, 0, 0, tzinfo=CHINA), True),
        (datetime(2026, 11, 20, 17, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 9, 17, 0, tzinfo=UTC), False),
        (datetime(2025, 11, 15, 12, 0, tzinfo=CHINA), True),
        (datetime(2026, 11, 20, 23, 0), False),  # noqa: DTZ001 - a time without a zone is China's
    ],
)
def test_the_window_is_ten_days_in_chinas_time(moment: datetime, outside: bool):
    outcome = check([], [], submitted_at=moment)
    assert ("submitted_out_of_window" in outcome.codes()) == outside


# --- files ---


def test_a_file_that_cannot_be_read_is_told_with_the_remedy():
    found = check([paper("坏.pdf", "other", problem=ProblemCode.ENCRYPTED)], []).told("unreadable_document")
    assert found.document == "坏.pdf"
    assert "重新提交" in found.message


def _with_problem(
    read: ReadDocument, code: ProblemCode, *, page: int | None, fatal: bool = True
) -> ReadDocument:
    problem = Problem(code=code, message="说明", page=page, fatal=fatal)
    return read.model_copy(update={"reading": read.reading.model_copy(update={"problems": (problem,)})})


def test_a_blank_page_is_no_fault():
    outcome = check([_with_problem(award(), ProblemCode.BLANK_PAGE, page=2)], [claim("6.2", 5)])
    assert not [one for one in outcome.verification.discrepancies if one.code == "unreadable_document"]


def test_an_illegible_page_of_a_paper_that_gave_facts_is_only_noted():
    outcome = check([_with_problem(award(), ProblemCode.ILLEGIBLE, page=2)], [claim("6.2", 5)])
    assert outcome.told("unreadable_document").severity is Severity.INFO


def test_a_name_that_does_not_fit_the_content_is_no_fault():
    outcome = check(
        [_with_problem(award(), ProblemCode.MISLABELLED, page=None, fatal=False)], [claim("6.2", 5)]
    )
    assert outcome.finding("6.2").verdict is Verdict.SUPPORTED


# --- reuse ---

TEXT = ["南京市职工关爱服务促进会于二〇二五年六月组织了职工技能培训，共有六十名会员参加。"]


def test_one_file_under_two_names_is_reused():
    read = award()
    twin = award("荣誉副本.jpg")
    twin = twin.model_copy(
        update={
            "document": twin.document.model_copy(update={"sha256": read.document.sha256}),
            "reading": twin.reading.model_copy(update={"sha256": read.document.sha256}),
        }
    )
    found = check([read, twin], []).told("evidence_reused")
    assert found.document == "荣誉副本.jpg"
    assert {place.document for place in found.evidence} == {"荣誉.jpg", "荣誉副本.jpg"}


def test_one_page_photographed_twice_is_reused():
    papers = [
        training(2025, text=TEXT, fingerprint="f0f0aa55f0f0aa55"),
        training(2025, path="又一份.jpg", text=TEXT, fingerprint="f0f0aa55f0f0aa57"),
    ]
    assert "evidence_reused" in check(papers, []).codes()


def test_forms_of_one_template_are_two_papers():
    papers = [
        inspection(
            2024, text=["社会组织年度检查结论通知书，检查编号2024071533"], fingerprint="f0f0aa55f0f0aa55"
        ),
        inspection(
            2025, text=["社会组织年度检查结论通知书，检查编号2025080211"], fingerprint="f0f0aa55f0f0aa55"
        ),
    ]
    assert "evidence_reused" not in check(papers, []).codes()


@pytest.mark.parametrize(("signer", "reused"), [("王建国", True), ("王健国", True), ("赵小燕", False)])
def test_forms_that_others_signed_are_two_papers(signer: str, reused: bool):
    text = [
        *TEXT,
        "参加培训的会员在签到表上签名，培训资料由秘书处整理后归档，并向理事会通报了情况。",
        "主持人：",
    ]
    papers = [
        training(2025, text=[*text, "王建国"], fingerprint="f0f0aa55f0f0aa55"),
        training(2025, path="又一份.jpg", text=[*text, signer], fingerprint="f0f0aa55f0f0aa57"),
    ]
    assert ("evidence_reused" in check(papers, []).codes()) is reused


def test_pages_that_look_different_are_two_papers():
    papers = [
        training(2025, text=TEXT, fingerprint="f0f0aa55f0f0aa55"),
        training(2025, path="又一份.jpg", text=TEXT, fingerprint="0f0f55aa0f0f55aa"),
    ]
    assert "evidence_reused" not in check(papers, []).codes()


def test_texts_without_pictures_are_one_where_they_are_the_same():
    papers = [training(2025, text=TEXT), training(2025, path="又一份.docx", text=TEXT)]
    assert "evidence_reused" in check(papers, []).codes()


def test_pictures_without_text_are_one_where_they_look_the_same():
    papers = [
        paper("照片1.jpg", "other", fingerprint="a1b2c3d4e5f60718"),
        paper("照片2.jpg", "other", fingerprint="a1b2c3d4e5f60718"),
        paper("照片3.jpg", "other", fingerprint="5e4d3c2b1a09f8e7"),
    ]
    assert check(papers, []).codes().count("evidence_reused") == 1


# --- numbers ---


def test_one_certificate_number_on_two_certificates_is_told():
    outcome = check([grade(), grade("另一张.jpg", grade="4A", issue_date="2024-01-01")], [])
    assert outcome.told("certificate_number_shared").document == "另一张.jpg"


def test_copies_of_one_certificate_share_its_number_rightly():
    outcome = check([grade(), grade("复印件.jpg", text=["复印件与原件一致"])], [])
    assert "certificate_number_shared" not in outcome.codes()


# --- traces ---


def test_a_trace_on_the_grade_opens_the_claim_and_is_told():
    outcome = check([grade(signals=[signal(SignalCode.FOREIGN_FONT_RUN, 1)])], [claim("2.6", 6)])
    assert outcome.finding("2.6").verdict is Verdict.UNCERTAIN
    assert outcome.finding("2.6").supported == (0, 6)
    assert outcome.told("tampering_suspected").severity is Severity.MAJOR


def test_a_trace_elsewhere_on_the_page_is_told_and_decides_nothing():
    outcome = check([grade(signals=[signal(SignalCode.IMAGE_PATCH, 20)])], [claim("2.6", 6)])
    assert outcome.finding("2.6").verdict is Verdict.SUPPORTED
    assert outcome.told("tampering_suspected").severity is Severity.MINOR


def test_a_trace_on_one_part_takes_that_part_alone():
    policies = [
        paper("财务.docx", "policy_document", title="财务管理制度", topics=["财务"], organization_name=NAME),
        paper(
            "人事.pdf",
            "policy_document",
            title="人事管理制度",
            topics=["人事"],
            organization_name=NAME,
            signals=[signal(SignalCode.FOREIGN_FONT_RUN, 0)],
        ),
    ]
    assert check(policies, [claim("3.1", 3)]).finding("3.1").supported == (1.5, 3)


def test_an_editors_name_alone_is_only_noted():
    outcome = check([grade(signals=[signal(SignalCode.EDITOR_METADATA)])], [claim("2.6", 6)])
    assert outcome.told("tampering_suspected").severity is Severity.INFO
    assert outcome.codes("2.6") == []


def test_a_text_layer_that_disagrees_is_told_and_the_pixels_stand():
    outcome = check([grade(signals=[signal(SignalCode.TEXT_LAYER_MISMATCH, 1)])], [claim("2.6", 6)])
    assert outcome.told("text_layer_mismatch").severity is Severity.MAJOR
    assert outcome.finding("2.6").verdict is Verdict.SUPPORTED


def test_a_seal_of_another_body_is_told():
    outcome = check([grade(seal_name="无锡市民政局")], [claim("2.6", 6)])
    assert outcome.told("seal_issuer_mismatch").evidence


@pytest.mark.parametrize("seal", ["江苏省民政厅", "江苏省民政厅行政许可专用章"])
def test_the_issuers_own_seal_is_none(seal: str):
    assert "seal_issuer_mismatch" not in check([grade(seal_name=seal)], []).codes()


def test_a_doubtful_seal_is_not_told():
    outcome = check([grade(seal_name="无锡市民政局", doubtful=["seal_name"])], [])
    assert "seal_issuer_mismatch" not in outcome.codes()


# --- order ---


def test_discrepancies_stand_heaviest_first():
    outcome = check([grade(grade="2A")], [claim("6.2", 5)], total=7)
    weights = [list(Severity).index(one.severity) for one in outcome.verification.discrepancies]
    assert weights == sorted(weights)


# --- criteria of documents ---


def test_a_documents_fault_is_told_under_the_criterion_that_names_it():
    outcome = check(
        [paper("品牌.docx", "other", problem=ProblemCode.CORRUPT)], [claim("5.3", 5, "品牌.docx")]
    )
    assert outcome.told("unreadable_document").criterion == "5.3"


def test_a_documents_fault_is_told_under_the_only_criterion_that_takes_its_kind():
    outcome = check([grade(signals=[signal(SignalCode.IMAGE_PATCH)])], [claim("2.6", 6)])
    assert outcome.told("tampering_suspected").criterion == "2.6"


def test_a_document_for_several_criteria_has_no_single_one():
    claims = [claim("5.3", 5, "品牌.docx"), claim("1.1", 3, "品牌.docx")]
    outcome = check([paper("品牌.docx", "other", problem=ProblemCode.CORRUPT)], claims)
    assert outcome.told("unreadable_document").criterion is None


def test_payrolls_of_two_months_are_two_papers():
    rows = [f"32010119900101{number:04d} 李小兰 养老 1200.00 医疗 300.00" for number in range(40)]
    papers = [
        paper(
            f"社保{month}.pdf",
            "staff_proof",
            text=[f"缴费月份：2026-{month}", *rows],
            fingerprint="f0f0aa55f0f0aa55",
        )
        for month in ("05", "06")
    ]
    assert "evidence_reused" not in check(papers, []).codes()
