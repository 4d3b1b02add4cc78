"""`hezheng rubric check` and `hezheng rubric show`."""

import sys
from pathlib import Path

import rubric
from hezheng import settings
from hezheng.console import console


def check(file: Path | None) -> int:
    """Say whether the standard holds up, its own cases too; every fault on stderr and 2 where it doesn't."""
    import verifiers

    result = rubric.check(_chosen(file), run_cases=verifiers.case_problems)
    if not result.ok:
        sys.stderr.writelines(f"{line}\n" for line in result.lines)
        return rubric.RubricError.exit_code
    for line in result.lines:
        console().print(line)
    return 0


def show(file: Path | None) -> int:
    """Print the standard clause by clause, beside the office's own copy of the notice where there is one."""
    console().print(rubric.show(rubric.load(_chosen(file)), notice=settings.load().notice), end="")
    return 0


def _chosen(file: Path | None) -> Path | None:
    return file if file is not None else settings.load().rubric
