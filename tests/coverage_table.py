"""Writes docs/coverage.md: what is checked, and which test holds it. `make coverage-table`, or `python -m tests.coverage_table`.

Everything is taken from the code: the kinds' facts and the standard from `rubric`, who raises a code from the standard's outcomes
and the verifiers' sources, and the tests from the names that they contain and from the standard's own cases.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import rubric
from dossier.finding import Code
from dossier.kinds import KIND_NAMES, Kind
from rubric.model import Criterion, Rubric
from tests.extractors.test_every_fact import WITHOUT, facts_of

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "coverage.md"
CASES = "tests/verifiers/test_standard_cases.py"
EVERY_FACT = "tests/extractors/test_every_fact.py"
ENGINE = "engine.py"
"""It raises what the operators' results mean, and names codes only to tell them apart."""
NOT_RAISED = {
    Code.QUOTA_EXCEEDED: "nobody yet: it is for the batch audit of a round, which sees all its submissions"
}
"""Codes of the contract that one submission can't give cause for."""
NOT_TESTS_OF_CODES = {"test_contract.py", "test_reports.py"}
"""Tests that only spell all codes out."""


def page() -> str:
    """The page's text."""
    standard = rubric.load()
    return "\n".join((*_head(), *_kinds(), *_criteria(standard), *_codes(standard), ""))


def _head() -> Iterator[str]:
    yield "# What is checked, and which test holds it"
    yield ""
    yield "Made by `make coverage-table` from the code; a test fails where this page is out of date or something has no test."
    yield ""


def _kinds() -> Iterator[str]:
    yield "## Kinds and their facts"
    yield ""
    yield (
        f"Each of these facts is read with its true value in [`{EVERY_FACT}`](../{EVERY_FACT}). Beside it, the tests of "
        "extractors that name the kind. `organizer` is left out where such papers bear none."
    )
    yield ""
    yield "| kind | facts | its own tests |"
    yield "|---|---|---|"
    for kind in Kind:
        if kind not in WITHOUT:
            facts = "<br>".join(sorted(facts_of(kind)))
            yield f"| {KIND_NAMES[kind]} `{kind.value}` | {facts} | {_links(tests_of_kind(kind))} |"
    yield ""


def _criteria(standard: Rubric) -> Iterator[str]:
    yield "## Criteria"
    yield ""
    yield (
        f"`{standard.id}` {standard.version}. The standard's own cases run in [`{CASES}`](../{CASES}). A code without a case "
        "of the criterion's own is held by the tests of [the code](#discrepancy-codes), on other criteria."
    )
    yield ""
    shared = ", ".join(f"`{code.value}`" for code in _shared(standard))
    yield f"Every criterion can raise {shared} besides."
    yield ""
    yield "| criterion | operator | code | case |"
    yield "|---|---|---|---|"
    for criterion in standard.criteria:
        shared = [code for code in _shared(standard) if not cases_of(criterion, code)]
        codes = [code for code in codes_of(standard, criterion) if code not in shared]
        for number, code in enumerate(codes):
            named = f"{criterion.id} {criterion.title}" if number == 0 else ""
            operator = f"`{criterion.check.operator}`" if number == 0 else ""
            yield f"| {named} | {operator} | `{code.value}` | {_told(criterion, code)} |"
    yield ""


def _told(criterion: Criterion, code: Code) -> str:
    return "; ".join(cases_of(criterion, code)) or "[of the code](#discrepancy-codes)"


def _shared(standard: Rubric) -> list[Code]:
    """The codes that every criterion can raise."""
    codes = [codes_of(standard, criterion) for criterion in standard.criteria]
    return [code for code in Code if all(code in each for each in codes)]


def _codes(standard: Rubric) -> Iterator[str]:
    yield "## Discrepancy codes"
    yield ""
    yield "| code | raised by | tests |"
    yield "|---|---|---|"
    for code in Code:
        by = [*raised_by(standard, code)]
        tests = [*tests_of_code(code)]
        if code in NOT_RAISED:
            yield f"| `{code.value}` | {NOT_RAISED[code]} | |"
            continue
        cases = [criterion.id for criterion in standard.criteria if cases_of(criterion, code)]
        told = ", ".join(filter(None, (f"cases of {', '.join(cases)}" if cases else "", _links(tests))))
        yield f"| `{code.value}` | {', '.join(by)} | {told} |"


def _links(paths: Iterable[str]) -> str:
    return ", ".join(f"[{Path(path).name}](../{path})" for path in paths)


def codes_of(standard: Rubric, criterion: Criterion) -> list[Code]:
    """The codes that the criterion can raise: those of the results that its operator may give."""
    described = {*standard.outcomes, *criterion.outcomes} & criterion.check.outcomes()
    codes = {standard.outcome(criterion, name).code for name in described}
    return [code for code in Code if code in codes]


def cases_of(criterion: Criterion, code: Code) -> list[str]:
    """The criterion's cases that expect the code."""
    return [case.name for case in criterion.cases if code in case.expect.codes]


def raised_by(standard: Rubric, code: Code) -> Iterator[str]:
    """Who raises a code: operators by the standard's outcomes, and verifiers that name it themselves."""
    operators = {
        criterion.check.operator for criterion in standard.criteria if code in codes_of(standard, criterion)
    }
    yield from (f"`{name}`" for name in sorted(operators))
    for path in sorted((ROOT / "verifiers").rglob("*.py")):
        if path.name != ENGINE and f"Code.{code.name}" in _names(path):
            yield f"`{path.relative_to(ROOT).as_posix()}`"


def tests_of_kind(kind: Kind) -> list[str]:
    """The tests of the kind's extractor, and those of its checks that name it."""
    return [
        path.relative_to(ROOT).as_posix()
        for path in _tests("extractors/kinds")
        if path.name.startswith(f"test_{kind.value}") or {kind.value, f"Kind.{kind.name}"} & _names(path)
    ]


def tests_of_code(code: Code) -> list[str]:
    """The tests that name the code."""
    return [
        path.relative_to(ROOT).as_posix()
        for path in (*_tests("verifiers"), *_tests("flows"), *_tests("hezheng"))
        if path.name not in NOT_TESTS_OF_CODES and {code.value, f"Code.{code.name}"} & _names(path)
    ]


def _tests(folder: str) -> list[Path]:
    return sorted((ROOT / "tests" / folder).rglob("test_*.py"))


@cache
def _names(path: Path) -> frozenset[str]:
    """The words of the string literals in a source, and the attributes that it names (`Code.UNREADABLE_DOCUMENT`)."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(node.value.split())
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.add(f"{node.value.id}.{node.attr}")
    return frozenset(found)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
