"""The result of checking a rubric file, for `rubric check`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rubric import messages
from rubric.errors import RubricError, RubricProblem
from rubric.model import Rubric
from rubric.reader import load

RunCases = Callable[[Rubric], tuple[RubricProblem, ...]]
"""Runs a rubric's cases and tells those that come out otherwise; the verifiers have one."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A file, the rubric that it holds where it can be read, and its faults."""

    source: str
    rubric: Rubric | None
    problems: tuple[RubricProblem, ...]

    @property
    def ok(self) -> bool:
        """Whether the rubric can be used."""
        return not self.problems

    @property
    def lines(self) -> tuple[str, ...]:
        """What to tell the person, a line each."""
        if self.rubric is not None and self.ok:
            cases = sum(len(criterion.cases) for criterion in self.rubric.criteria)
            return (
                messages.accepted(self.source, len(self.rubric.criteria), cases, self.rubric.sha256[:12]),
            )
        return (
            messages.refused(self.source, len(self.problems)),
            *(problem.line for problem in self.problems),
        )


def check(path: Path | str | None = None, run_cases: RunCases | None = None) -> CheckResult:
    """Checks a file (the shipped one for None): its form, whether it adds up, and, given a runner, its cases."""
    try:
        rubric = load(path)
    except RubricError as error:
        return CheckResult(str(path or ""), None, error.problems)
    return CheckResult(str(path or rubric.id), rubric, run_cases(rubric) if run_cases else ())
