"""1.2, 1.3, 1.4 and 6.4: what rests on unions."""

from typing import Any

import pytest

from dossier.document import ReadDocument
from dossier.finding import Verdict
from tests.verifiers.builders import DROP, NAME, OTHER_NAME, check, claim, paper, registration


def _approval(**changes: Any) -> ReadDocument:
    facts = {
        "union_name": f"{NAME}工会委员会",
        "approving_union": "南京市鼓楼区总工会",
        "issue_date": "2021-03-05",
    }
    kept = {name: value for name, value in {**facts, **changes}.items() if value is not DROP}
    return paper("建会批复.pdf", "union_approval", **kept)


def _activity(path: str = "工会活动.docx", **changes: Any) -> ReadDocument:
    facts = {"title": "职工健步走活动记录", "organization_name": NAME, "date": "2026-05-12"}
    kept = {name: value for name, value in {**facts, **changes}.items() if value is not DROP}
    return paper(path, "activity_record", **kept)


def _meeting(path: str = "会议.pdf", **changes: Any) -> ReadDocument:
    facts = {
        "title": "经验交流会材料",
        "organizer": "南京市总工会",
        "organizer_level": "prefecture",
        "date": "2025-11-20",
        "mentions_organization": True,
    }
    kept = {name: value for name, value in {**facts, **changes}.items() if value is not DROP}
    return paper(path, "meeting_record", **kept)


def _post(**changes: Any) -> ReadDocument:
    facts = {
        "person": "周明远",
        "position": "兼职委员",
        "issuing_authority": "南京市鼓楼区总工会",
        "issue_date": "2024-06-01",
    }
    kept = {name: value for name, value in {**facts, **changes}.items() if value is not DROP}
    return paper("任职通知.pdf", "appointment", **kept)


STAFF = paper(
    "社保.pdf", "staff_proof", organization_name=NAME, people=["李小兰", "王建国"], period="2026-01/2026-10"
)


# --- 1.2 ---


def test_another_organizations_union_is_an_identity_mismatch():
    outcome = check([_approval(union_name=f"{OTHER_NAME}工会委员会"), _activity()], [claim("1.2", 4)])
    assert outcome.codes("1.2") == ["identity_mismatch"]


@pytest.mark.parametrize(("day", "codes"), [("2025-11-15", []), ("2025-11-14", ["out_of_period"])])
def test_an_activity_counts_for_twelve_months(day: str, codes: list[str]):
    assert check([_approval(), _activity(date=day)], [claim("1.2", 4)]).codes("1.2") == codes


def test_an_approval_without_activity_lacks_its_other_half():
    outcome = check([_approval()], [claim("1.2", 4)])
    assert outcome.codes("1.2") == ["evidence_missing"]
    assert outcome.finding("1.2").supported == (0, 0)


def test_a_company_does_not_approve_unions():
    outcome = check(
        [_approval(approving_union="南京惠工科技有限公司"), _activity()],
        [claim("1.2", 4, "建会批复.pdf", "工会活动.docx")],
    )
    assert outcome.codes("1.2") == ["evidence_unrelated"]


def test_a_union_whose_name_lost_a_character_is_asked_about():
    papers = [_approval(approving_union="徐市鼓楼区总会"), _activity()]
    outcome = check(papers, [claim("1.2", 4, "建会批复.pdf", "工会活动.docx")])
    assert outcome.codes("1.2") == []
    assert outcome.finding("1.2").verdict is Verdict.UNCERTAIN


def test_a_charity_federation_does_not_approve_unions():
    papers = [_approval(approving_union="徐州市慈善总会"), _activity()]
    assert check(papers, [claim("1.2", 4, "建会批复.pdf", "工会活动.docx")]).codes("1.2") == [
        "evidence_unrelated"
    ]


def test_an_activity_of_the_organizations_union_is_its_own():
    papers = [_approval(), _activity(organization_name=f"{NAME}工会")]
    assert check(papers, [claim("1.2", 4)]).finding("1.2").verdict is Verdict.SUPPORTED


# --- 1.3, 6.4 ---


def test_an_association_is_no_union_body():
    outcome = check([_meeting(organizer="南京市社会组织联合会")], [claim("1.3", 4, "会议.pdf")])
    assert outcome.codes("1.3") == ["evidence_unrelated"]


def test_the_union_federation_of_social_organizations_is_one():
    meeting = _meeting(organizer="南京市社会组织工会联合会", organizer_level="other")
    assert check([meeting], [claim("1.3", 4)]).finding("1.3").verdict is Verdict.SUPPORTED


def test_the_applicants_own_union_does_not_prove_that_it_takes_part_elsewhere():
    finding = check([_meeting(organizer=f"{NAME}工会委员会")], [claim("1.3", 4)]).finding("1.3")
    assert finding.verdict is Verdict.UNCERTAIN


def test_a_meeting_that_does_not_name_the_applicant_is_unrelated():
    outcome = check([_meeting(mentions_organization=False)], [claim("1.3", 4, "会议.pdf")])
    assert outcome.codes("1.3") == ["evidence_unrelated"]


def test_where_no_file_is_named_a_meeting_of_others_is_nobodys_fault():
    outcome = check([_meeting(organizer="南京市社会组织联合会")], [claim("1.3", 4)])
    assert outcome.codes("1.3") == ["evidence_missing"]


def test_a_district_union_is_too_low_for_exchange():
    outcome = check(
        [_meeting(organizer="南京市鼓楼区总工会", organizer_level="county")], [claim("6.4", 4, "会议.pdf")]
    )
    assert outcome.codes("6.4") == ["authority_level_too_low"]


def test_an_old_meeting_is_out_of_period():
    assert check([_meeting(date="2022-01-01")], [claim("6.4", 4)]).codes("6.4") == ["out_of_period"]


def test_a_meeting_without_any_exchange_is_asked():
    finding = check([_meeting(title="工作部署会签到")], [claim("6.4", 4)]).finding("6.4")
    assert finding.verdict is Verdict.UNCERTAIN


def test_a_meeting_after_the_reference_date_is_asked():
    finding = check([_meeting(date="2026-12-01")], [claim("6.4", 4)]).finding("6.4")
    assert finding.verdict is Verdict.UNCERTAIN
    assert "晚于" in finding.explanation


# --- 1.4 ---


def test_an_employee_counts_by_the_payroll():
    outcome = check([_post(person="李小兰"), STAFF], [claim("1.4", 4)])
    finding = outcome.finding("1.4")
    assert finding.verdict is Verdict.SUPPORTED
    assert "社保.pdf" in {place.document for place in finding.evidence}


def test_somebody_who_is_not_on_the_payroll_that_was_handed_in_is_asked():
    outcome = check([_post(person="陈国栋"), STAFF], [claim("1.4", 4, "任职通知.pdf")])
    assert outcome.finding("1.4").verdict is Verdict.UNCERTAIN
    assert "陈国栋" in outcome.finding("1.4").explanation
    assert outcome.codes("1.4") == []


def test_a_name_one_glyph_off_the_payroll_is_asked():
    assert (
        check([_post(person="李小芝"), STAFF], [claim("1.4", 4)]).finding("1.4").verdict is Verdict.UNCERTAIN
    )


def test_without_a_payroll_a_stranger_is_asked():
    assert check([_post(person="陈国栋")], [claim("1.4", 4)]).finding("1.4").verdict is Verdict.UNCERTAIN


def test_the_certificates_legal_representative_counts():
    papers = [_post(person="吴海涛"), registration(legal_representative="吴海涛")]
    assert check(papers, [claim("1.4", 4)]).finding("1.4").verdict is Verdict.SUPPORTED


def test_a_company_does_not_give_union_posts():
    outcome = check([_post(issuing_authority="南京惠工科技有限公司")], [claim("1.4", 4, "任职通知.pdf")])
    assert outcome.codes("1.4") == ["evidence_unrelated"]


def test_an_old_appointment_is_out_of_period():
    assert check([_post(issue_date="2020-06-01")], [claim("1.4", 4)]).codes("1.4") == ["out_of_period"]
