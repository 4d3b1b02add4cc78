"""docs/coverage.md is up to date, and nothing that is checked is without a test."""

import pytest

import rubric
from dossier.finding import Code
from rubric.model import Criterion
from tests import coverage_table

STANDARD = rubric.load()


def test_the_page_is_up_to_date() -> None:
    assert coverage_table.PAGE.read_text(encoding="utf-8") == coverage_table.page(), "run make coverage-table"


@pytest.mark.parametrize("code", [code for code in Code if code not in coverage_table.NOT_RAISED])
def test_every_code_is_raised_by_somebody_and_has_a_test(code: Code) -> None:
    assert list(coverage_table.raised_by(STANDARD, code))
    cases = [case for each in STANDARD.criteria for case in coverage_table.cases_of(each, code)]
    assert cases or coverage_table.tests_of_code(code)


@pytest.mark.parametrize("code", list(coverage_table.NOT_RAISED))
def test_a_code_that_nobody_raises_is_said_to_be_raised_by_nobody(code: Code) -> None:
    assert not list(coverage_table.raised_by(STANDARD, code))


@pytest.mark.parametrize("criterion", STANDARD.criteria, ids=lambda each: each.id)
def test_every_criterion_has_cases_of_all_sorts_and_each_of_its_codes_a_test(criterion: Criterion) -> None:
    assert {case.sort for case in criterion.cases} == {"pass", "fail", "unreadable"}
    for code in coverage_table.codes_of(STANDARD, criterion):
        assert coverage_table.cases_of(criterion, code) or coverage_table.tests_of_code(code), code
