"""The standard's own cases, and the registry behind its operators."""

from typing import get_args

import pytest

from rubric.operators import Check, Operator
from tests.verifiers.builders import shipped
from verifiers import case_problems, operators
from verifiers.cases import CaseResult, run
from verifiers.registry import operator, registered

RESULTS = list(run(shipped()))


@pytest.mark.parametrize("result", RESULTS, ids=lambda one: f"{one.criterion.id} {one.case.name}")
def test_a_case_comes_out_as_the_standard_says(result: CaseResult):
    assert (result.finding.verdict, result.finding.supported) == (
        result.case.expect.verdict,
        result.case.expect.supported,
    ), result.finding.explanation
    assert sorted(result.codes) == sorted(result.case.expect.codes)


def test_a_case_that_comes_out_otherwise_is_told_with_both_results():
    standard = shipped()
    first = standard.criteria[0]
    case = first.cases[0]
    wrong = case.model_copy(update={"expect": case.expect.model_copy(update={"supported": (1.0, 1.0)})})
    changed = first.model_copy(update={"cases": (wrong,)})
    (problem,) = case_problems(standard.model_copy(update={"criteria": (changed, *standard.criteria[1:])}))
    assert problem.rule == "1.1"
    assert case.name in problem.what
    assert "[1, 1]" in problem.what
    assert "[3, 3]" in problem.what


def test_every_operator_of_the_standard_has_a_function_and_no_function_is_without_an_operator():
    operators.load()
    union, _ = get_args(Check)
    assert set(registered()) == set(get_args(union))


def test_an_operator_is_registered_once():
    operators.load()
    known: type[Operator] = next(iter(registered()))
    with pytest.raises(ValueError, match="registered twice"):
        operator(known)(lambda _matter, _rule: None)  # type: ignore[arg-type, return-value]
