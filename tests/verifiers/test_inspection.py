"""2.5: annual inspections."""

from datetime import date

import pytest

from dossier.finding import Severity, Verdict
from dossier.geometry import Box, Quad
from dossier.page import Line
from tests.verifiers.builders import (
    DROP,
    ORGANIZATION,
    OTHER_NAME,
    check,
    claim,
    inspection,
    paper,
    registration,
)

CLAIM = [claim("2.5", 4)]


def test_a_missing_year_fails_the_gate_and_names_the_year():
    outcome = check([inspection(2024)], CLAIM)
    assert outcome.codes("2.5") == ["annual_inspection_missing"]
    assert outcome.told("annual_inspection_missing").severity is Severity.GATE
    assert "2025年度" in outcome.told("annual_inspection_missing").message


def test_two_missing_years_are_told_together():
    assert check([], CLAIM).codes("2.5") == ["annual_inspection_missing"]


def test_a_page_headed_by_the_other_year_leaves_it_open():
    two_in_one = inspection(2024, behind=["某社会组织2025年度检查结论", "结论：合格"])
    outcome = check([two_in_one], CLAIM)
    assert outcome.codes("2.5") == []
    assert outcome.finding("2.5").verdict is Verdict.UNCERTAIN


def test_a_report_that_speaks_of_the_next_year_doesnt_stand_in_for_it():
    outcome = check([inspection(2024, behind=["2024年的问题在2025年度检查前整改"])], CLAIM)
    assert outcome.codes("2.5") == ["annual_inspection_missing"]


def test_a_list_under_anothers_name_that_names_the_applicant_too_accuses_nobody():
    papers = [inspection(2024), inspection(2025, organization_name=OTHER_NAME, text=[ORGANIZATION.name])]
    outcome = check(papers, CLAIM)
    assert outcome.codes("2.5") == []
    assert outcome.finding("2.5").verdict is Verdict.UNCERTAIN


def test_a_copy_stamp_with_the_applicants_name_doesnt_make_it_the_applicants_paper():
    stamp = f"此复印件仅供{ORGANIZATION.name}申报使用"
    papers = [inspection(2024), inspection(2025, organization_name=OTHER_NAME, text=[stamp])]
    assert check(papers, CLAIM).codes("2.5") == ["identity_mismatch"]


def test_a_failed_year_fails_the_gate():
    outcome = check([inspection(2024, conclusion="不合格"), inspection(2025)], CLAIM)
    assert outcome.codes("2.5") == ["annual_inspection_failed"]
    assert outcome.finding("2.5").supported == (0, 0)


def test_a_basic_year_carries_half_and_is_flagged_whatever_is_claimed():
    papers = [inspection(2024), inspection(2025, conclusion="基本合格")]
    over, fair = check(papers, CLAIM), check(papers, [claim("2.5", 2)])
    assert over.codes("2.5") == fair.codes("2.5") == ["annual_inspection_basic"]
    assert (over.finding("2.5").verdict, over.finding("2.5").supported) == (Verdict.CONTRADICTED, (2, 2))
    assert (fair.finding("2.5").verdict, fair.finding("2.5").supported) == (Verdict.SUPPORTED, (2, 2))


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2026, 6, 29), Verdict.SUPPORTED),
        (date(2026, 6, 30), Verdict.UNCERTAIN),
        (date(2026, 7, 1), Verdict.MISSING),
    ],
)
def test_a_year_falls_due_on_30_june_of_the_next(day: date, verdict: Verdict):
    outcome = check([inspection(2023), inspection(2024)], CLAIM, as_of=day)
    assert outcome.finding("2.5").verdict is verdict


def test_a_table_of_years_counts_as_one_paper_for_each():
    table = paper(
        "年检表.pdf",
        "annual_report",
        organization_name=ORGANIZATION.name,
        more=[("year", 2024), ("conclusion", "合格"), ("year", 2025), ("conclusion", "合格")],
    )
    assert check([table], CLAIM).finding("2.5").verdict is Verdict.SUPPORTED


def test_a_table_with_a_failed_year_fails():
    table = paper(
        "年检表.pdf",
        "annual_report",
        organization_name=ORGANIZATION.name,
        more=[("year", 2024), ("conclusion", "不合格"), ("year", 2025), ("conclusion", "合格")],
    )
    assert check([table], CLAIM).codes("2.5") == ["annual_inspection_failed"]


def test_an_organization_registered_after_30_june_owes_none_for_that_year():
    young = registration(registration_date="2024-07-01", valid_from="2024-07-01", valid_until="2029-06-30")
    outcome = check([young, inspection(2025)], CLAIM)
    assert outcome.finding("2.5").verdict is Verdict.SUPPORTED


def test_an_organization_registered_on_30_june_owes_one():
    young = registration(registration_date="2024-06-30", valid_from="2024-06-30", valid_until="2029-06-29")
    assert check([young, inspection(2025)], CLAIM).codes("2.5") == ["annual_inspection_missing"]


def test_a_certificate_without_registration_date_leaves_a_young_organizations_year_open():
    young = registration(registration_date=DROP, valid_from="2024-09-01", valid_until="2029-08-31")
    outcome = check([young, inspection(2025)], CLAIM)
    assert outcome.finding("2.5").verdict is Verdict.UNCERTAIN
    assert outcome.codes("2.5") == []


def test_an_organization_that_owes_none_yet_goes_to_the_reviewer():
    young = registration(registration_date="2026-01-10", valid_from="2026-01-10", valid_until="2031-01-09")
    assert check([young], CLAIM).finding("2.5").verdict is Verdict.UNCERTAIN


def test_a_charitys_report_needs_no_conclusion():
    papers = [
        inspection(2024, conclusion=DROP, text=["慈善组织年度工作报告"]),
        inspection(2025, conclusion=DROP, charity=True),
    ]
    finding = check(papers, CLAIM).finding("2.5")
    assert finding.verdict is Verdict.SUPPORTED
    assert "慈善组织" in finding.explanation


def test_a_report_that_says_not_a_charity_needs_its_conclusion():
    papers = [inspection(2024), inspection(2025, conclusion=DROP, text=["是否为慈善组织：否"])]
    assert check(papers, CLAIM).finding("2.5").verdict is Verdict.UNCERTAIN


def test_another_bodys_report_is_an_identity_mismatch_not_a_missing_year():
    outcome = check([inspection(2024), inspection(2025, organization_name=OTHER_NAME)], CLAIM)
    assert outcome.codes("2.5") == ["identity_mismatch"]


def test_papers_of_one_year_that_disagree_leave_it_open():
    papers = [inspection(2024), inspection(2025), inspection(2025, path="另一份.pdf", conclusion="不合格")]
    assert check(papers, CLAIM).finding("2.5").verdict is Verdict.UNCERTAIN


def test_a_paper_marked_as_void_proves_nothing():
    good = inspection(2024)
    page = good.reading.pages[0]
    across = Line(text="作废", quad=Quad.from_box(Box(0.2, 0.3, 0.8, 0.7)), confidence=0.98, origin="text")
    marked = page.model_copy(update={"lines": (*page.lines, across)})
    void = good.model_copy(update={"reading": good.reading.model_copy(update={"pages": (marked,)})})
    assert check([good, inspection(2025)], CLAIM).finding("2.5").verdict is Verdict.SUPPORTED
    finding = check([void, inspection(2025)], CLAIM).finding("2.5")
    assert finding.verdict is Verdict.UNCERTAIN
    assert "印有“作废”字样" in finding.explanation
