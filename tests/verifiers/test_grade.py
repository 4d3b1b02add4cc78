"""2.6: the grade."""

from datetime import date

import pytest

from dossier.finding import Severity, Verdict
from tests.verifiers.builders import DROP, OTHER_NAME, check, claim, grade, training

CLAIM = [claim("2.6", 6, "等级证书.jpg", statement="5A级社会组织")]


def test_a_lower_grade_than_claimed_is_overstated_and_carries_its_own_points():
    outcome = check([grade(grade="4A")], CLAIM)
    assert outcome.codes("2.6") == ["grade_overstated"]
    assert outcome.finding("2.6").supported == (5, 5)
    assert outcome.finding("2.6").verdict is Verdict.CONTRADICTED


def test_the_points_of_a_grade_claim_that_grade():
    assert check([grade(grade="3A")], [claim("2.6", 5)]).codes("2.6") == ["grade_overstated"]


def test_more_points_than_an_honestly_named_grade_carries_are_overclaimed():
    outcome = check([grade(grade="4A")], [claim("2.6", 6, statement="4A级社会组织")])
    assert outcome.codes("2.6") == ["points_overclaimed"]


def test_points_of_no_grade_are_overclaimed():
    assert check([grade(grade="4A")], [claim("2.6", 5.5)]).codes("2.6") == ["points_overclaimed"]


def test_a_false_statement_is_told_although_the_points_are_right():
    outcome = check([grade(grade="4A")], [claim("2.6", 5, statement="AAAAA级社会组织")])
    assert outcome.codes("2.6") == ["grade_overstated"]
    assert outcome.finding("2.6").verdict is Verdict.CONTRADICTED
    assert outcome.score.supported[0] == 5


def test_less_claimed_than_the_grade_carries_is_supported_as_claimed():
    finding = check([grade()], [claim("2.6", 4)]).finding("2.6")
    assert (finding.verdict, finding.supported) == (Verdict.SUPPORTED, (4, 4))


def test_a_grade_below_3a_fails_the_gate():
    outcome = check([grade(grade="2A")], CLAIM)
    assert outcome.codes("2.6") == ["grade_below_required"]
    assert outcome.told("grade_below_required").severity is Severity.GATE


def test_an_overstated_grade_does_not_fail_the_gate():
    outcome = check([grade(grade="3A")], CLAIM)
    assert outcome.finding("2.6").supported == (4, 4)


@pytest.mark.parametrize(("day", "codes"), [(date(2028, 5, 9), []), (date(2028, 5, 10), ["grade_expired"])])
def test_a_grade_ends_five_years_after_its_date_less_one_day(day: date, codes: list[str]):
    assert check([grade()], CLAIM, as_of=day).codes("2.6") == codes


def test_the_printed_end_goes_before_five_years():
    assert check([grade(valid_until="2025-12-31")], CLAIM).codes("2.6") == ["grade_expired"]
    assert check([grade(issue_date="2019-01-01", valid_until="2027-01-01")], CLAIM).codes("2.6") == []


def test_an_issue_date_without_day_counts_in_favour_and_is_told():
    finding = check([grade(issue_date="2021-11")], CLAIM, as_of=date(2026, 11, 20)).finding("2.6")
    assert finding.verdict is Verdict.SUPPORTED
    assert "最有利" in finding.explanation


def test_an_expired_certificate_that_was_hardly_read_is_asked():
    outcome = check([grade(issue_date="2019-01-01", doubtful=["issue_date"])], CLAIM)
    assert outcome.finding("2.6").verdict is Verdict.UNCERTAIN
    assert outcome.codes("2.6") == []


def test_a_later_lower_grade_supersedes_a_valid_higher_one():
    lower = grade("新证书.jpg", grade="4A", issue_date="2025-06-01", certificate_number="苏社评20250601")
    outcome = check([grade(), lower], [claim("2.6", 6)])
    assert outcome.codes("2.6") == ["grade_overstated"]
    assert "新证书.jpg" in outcome.told("grade_overstated").message


def test_a_later_higher_grade_stands_whatever_the_older_said():
    older = grade("旧证书.jpg", grade="3A", issue_date="2022-06-01", certificate_number="苏社评20220601")
    assert check([older, grade()], [claim("2.6", 6)]).finding("2.6").verdict is Verdict.SUPPORTED


def test_an_expired_older_certificate_is_no_fault():
    older = grade("旧证书.jpg", issue_date="2016-06-01", certificate_number="苏社评20160601")
    outcome = check([older, grade()], [claim("2.6", 6)])
    assert outcome.finding("2.6").verdict is Verdict.SUPPORTED
    assert outcome.codes("2.6") == []


def test_an_undated_rival_of_another_grade_leaves_it_open():
    rival = grade(
        "另一证书.jpg", grade="3A", issue_date=DROP, valid_until="2028-01-01", certificate_number=DROP
    )
    assert check([grade(), rival], [claim("2.6", 6)]).finding("2.6").verdict is Verdict.UNCERTAIN


def test_another_bodys_certificate_is_an_identity_mismatch():
    outcome = check([grade(organization_name=OTHER_NAME)], CLAIM)
    assert outcome.codes("2.6") == ["identity_mismatch"]


def test_a_grade_that_an_association_gave_is_asked():
    finding = check([grade(issuing_authority="江苏省信用评价协会")], CLAIM).finding("2.6")
    assert finding.verdict is Verdict.UNCERTAIN


def test_no_certificate_at_all_leaves_the_gate_to_the_reviewer():
    outcome = check([], [claim("2.6", 6)])
    assert outcome.codes("2.6") == ["evidence_missing"]
    assert outcome.finding("2.6").verdict is Verdict.MISSING


def test_a_paper_of_another_kind_is_unrelated_not_missing():
    outcome = check([training(2026)], [claim("2.6", 6, "培训2026.docx")])
    assert outcome.codes("2.6") == ["evidence_unrelated"]
    assert "培训记录" in outcome.told("evidence_unrelated").message


def test_more_than_the_maximum_is_told_and_capped():
    outcome = check([grade()], [claim("2.6", 8)])
    assert outcome.codes("2.6") == ["points_over_maximum"]
    assert outcome.finding("2.6").supported == (6, 6)


def test_a_later_lower_grade_that_the_claim_does_not_name_is_asked() -> None:
    lower = grade("其他/新证书.jpg", grade="4A", issue_date="2025-06-01", certificate_number=DROP)
    outcome = check([grade(), lower], CLAIM)
    assert outcome.finding("2.6").verdict is Verdict.UNCERTAIN
    assert "新证书.jpg" in outcome.finding("2.6").explanation
    assert outcome.codes("2.6") == []
