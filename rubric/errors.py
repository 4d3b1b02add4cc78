"""What can be wrong with a rubric: every problem at once, each with its rule, the fault and the remedy."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.errors import HezhengError
from rubric import messages


@dataclass(frozen=True, slots=True)
class RubricProblem:
    """One fault of a rubric: the rule that has it, what is wrong and what to do (Chinese), the cause (English)."""

    rule: str | None
    what: str
    fix: str
    cause: str
    location: tuple[int | str, ...] = ()
    """Where in the file's data, as far as it is one place."""
    place: str = ""
    """Where in a workbook."""

    @property
    def line(self) -> str:
        """The fault in one line for the person who writes the rubric."""
        return messages.problem_line(self.rule, self.what, self.fix, self.place)


class RubricError(HezhengError):
    """The rubric can't be used. `problems` holds every fault that was found."""

    exit_code: ClassVar[int] = 2

    def __init__(self, source: str, problems: tuple[RubricProblem, ...]) -> None:
        super().__init__(
            messages.refused(source, len(problems)),
            where=problems[0].line if problems else "",
            advice=messages.CHECK_ADVICE,
            cause="; ".join(problem.cause for problem in problems),
        )
        self.problems = problems
