"""2.1: the registration certificate."""

from dossier.finding import Severity, Verdict
from tests.verifiers.builders import (
    DROP,
    NAME,
    ORGANIZATION,
    OTHER_NAME,
    OTHER_USCC,
    USCC,
    check,
    claim,
    paper,
    registration,
)

CLAIM = [claim("2.1", 5, "登记证书.jpg")]


def test_a_certificate_of_another_name_is_an_identity_mismatch_and_nothing_else():
    outcome = check([registration(organization_name=OTHER_NAME, uscc=OTHER_USCC)], CLAIM)
    assert outcome.codes("2.1") == ["identity_mismatch"]
    assert outcome.told("identity_mismatch").severity is Severity.GATE


def test_another_valid_code_is_a_mismatch():
    outcome = check([registration(uscc=OTHER_USCC)], CLAIM)
    assert outcome.codes("2.1") == ["uscc_mismatch"]
    assert OTHER_USCC in outcome.told("uscc_mismatch").message


def test_a_code_that_fails_its_check_digit_in_application_and_certificate_is_invalid_once():
    wrong = USCC[:-1] + "L"
    organization = ORGANIZATION.model_copy(update={"uscc": wrong})
    outcome = check([registration(uscc=wrong)], CLAIM, organization=organization)
    assert outcome.codes("2.1") == ["uscc_invalid"]


def test_a_legible_code_that_fails_its_check_digit_on_the_certificate_alone_is_invalid():
    outcome = check([registration(uscc=USCC[:-1] + "L")], CLAIM)
    assert outcome.codes("2.1") == ["uscc_invalid"]


def test_a_hardly_legible_code_that_fails_its_check_digit_is_asked_not_accused():
    outcome = check([registration(uscc=USCC[:-1] + "L", doubtful=["uscc"])], CLAIM)
    assert outcome.finding("2.1").verdict is Verdict.UNCERTAIN
    assert outcome.codes("2.1") == []


def test_a_repaired_code_that_is_not_the_applications_is_asked():
    outcome = check([registration(uscc=OTHER_USCC, notes={"uscc": "由识别结果修正"})], CLAIM)
    assert outcome.finding("2.1").verdict is Verdict.UNCERTAIN


def test_an_application_without_a_code_is_asked():
    organization = ORGANIZATION.model_copy(update={"uscc": None})
    assert (
        check([registration()], CLAIM, organization=organization).finding("2.1").verdict is Verdict.UNCERTAIN
    )


def test_the_last_day_of_validity_counts_and_the_day_after_does_not():
    assert check([registration(valid_until="2026-11-15")], CLAIM).codes("2.1") == []
    assert check([registration(valid_until="2026-11-14")], CLAIM).codes("2.1") == ["registration_expired"]


def test_a_month_without_its_day_counts_as_the_last_day_and_is_told():
    finding = check([registration(valid_until="2026-11")], CLAIM).finding("2.1")
    assert finding.verdict is Verdict.SUPPORTED
    assert "最有利" in finding.explanation


def test_a_certificate_without_end_is_valid():
    found = check([registration(valid_until=None, raw={"valid_until": "长期"})], CLAIM).finding("2.1")
    assert found.verdict is Verdict.SUPPORTED


def test_a_certificate_that_begins_later_is_not_valid():
    assert check([registration(valid_from="2026-12-01")], CLAIM).codes("2.1") == ["registration_expired"]


def test_a_business_licence_is_not_a_social_organizations_registration():
    licence = paper("执照.jpg", "business_licence", organization_name=NAME, uscc="91320100MA1ABCDE85")
    assert check([licence], [claim("2.1", 5)]).codes("2.1") == ["not_a_social_organization"]
    assert check([licence], [claim("2.1", 5, "执照.jpg")]).codes("2.1") == ["not_a_social_organization"]


def test_a_partners_business_licence_is_no_fault_beside_the_applicants_registration():
    licence = paper("合作方执照.jpg", "business_licence", organization_name="南京文化传播有限公司")
    assert check([licence, registration()], [claim("2.1", 5)]).codes("2.1") == []
    assert check([licence], []).codes("2.1") == ["evidence_missing"]


def test_a_certificate_of_an_enterprise_registry_is_refused():
    outcome = check([registration(registration_authority="南京市市场监督管理局")], CLAIM)
    assert outcome.codes("2.1") == ["not_a_social_organization"]


def test_the_approval_bureau_registers_too():
    assert check([registration(registration_authority="南京市行政审批局")], CLAIM).codes("2.1") == []


def test_an_unknown_issuer_is_asked():
    outcome = check([registration(registration_authority="南京市社会事业中心")], CLAIM)
    assert outcome.finding("2.1").verdict is Verdict.UNCERTAIN


def test_a_certificate_whose_issuer_was_not_read_is_carried_by_its_code():
    finding = check([registration(registration_authority=DROP)], CLAIM).finding("2.1")
    assert finding.verdict is Verdict.SUPPORTED
    assert "信用代码首位" in finding.explanation


def test_an_enterprises_code_in_both_places_is_not_a_social_organization():
    code = "91320100MA1ABCDE85"
    organization = ORGANIZATION.model_copy(update={"uscc": code})
    outcome = check([registration(uscc=code)], CLAIM, organization=organization)
    assert outcome.codes("2.1") == ["not_a_social_organization"]


def test_an_enterprises_type_is_not_a_social_organization():
    outcome = check([registration(organization_type="有限责任公司")], CLAIM)
    assert outcome.codes("2.1") == ["not_a_social_organization"]


def test_a_doubtful_type_is_asked():
    outcome = check([registration(organization_type="有限责任公司", doubtful=["organization_type"])], CLAIM)
    assert outcome.finding("2.1").verdict is Verdict.UNCERTAIN


def test_a_valid_certificate_stands_beside_its_expired_predecessor():
    old = registration("旧证.jpg", valid_from="2018-01-01", valid_until="2023-01-01")
    outcome = check([old, registration()], [claim("2.1", 5)])
    assert outcome.finding("2.1").verdict is Verdict.SUPPORTED
    assert outcome.codes("2.1") == []


def test_two_causes_are_told_as_two():
    outcome = check([registration(uscc=OTHER_USCC, valid_until="2026-01-01")], CLAIM)
    assert sorted(outcome.codes("2.1")) == ["registration_expired", "uscc_mismatch"]


def test_the_gate_is_checked_without_a_claim():
    outcome = check([registration(valid_until="2026-01-01")], [])
    assert outcome.codes("2.1") == ["registration_expired"]
    assert outcome.finding("2.1").supported == (0, 0)


def test_a_gate_proven_by_a_paper_that_the_claim_does_not_name_goes_to_the_reviewer():
    other = paper("章程.pdf", "charter", title="章程", organization_name=NAME)
    outcome = check([registration("证书.jpg"), other], [claim("2.1", 5, "章程.pdf")])
    assert outcome.finding("2.1").verdict is Verdict.UNCERTAIN
    assert outcome.finding("2.1").supported == (0, 5)
    assert outcome.told("evidence_unrelated").severity is Severity.MINOR
