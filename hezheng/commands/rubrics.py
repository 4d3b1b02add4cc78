"""`hezheng rubric`: a standard is checked, shown, and made of a workbook and back."""

import sys
from pathlib import Path

import rubric
from dossier.errors import HezhengError
from hezheng import messages, settings
from hezheng.console import console


class RubricUnwritableError(HezhengError):
    """The file can't be written."""


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


def import_workbook(file: Path, out: Path | None) -> int:
    """Write the standard of a workbook as YAML; every fault on stderr, with its cell, and 2 where it can't be used."""
    import verifiers
    from rubric.sheet_reading import from_workbook

    try:
        standard, text = from_workbook(rubric.read_bytes(file), str(file))
        result = rubric.CheckResult(str(file), standard, verifiers.case_problems(standard))
    except rubric.RubricError as error:
        result, text = rubric.CheckResult(str(file), None, error.problems), b""
    if not result.ok:
        sys.stderr.writelines(f"{line}\n" for line in result.lines)
        return rubric.RubricError.exit_code
    target = out if out is not None else file.with_suffix(".yaml")
    _write(target, text)
    for line in (*result.lines, messages.RUBRIC_IMPORTED.format(path=target)):
        console().print(line, soft_wrap=True)
    return 0


def export(file: Path | None, out: Path) -> int:
    """Write a standard as a workbook, which `import_workbook` reads."""
    from rubric.sheet_writing import to_workbook

    _write(out, to_workbook(rubric.load(_chosen(file))))
    return 0


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RubricUnwritableError(
            messages.RUBRIC_UNWRITABLE.format(path=path),
            advice=messages.RUBRIC_UNWRITABLE_ADVICE,
            cause=str(error),
        ) from error
    console().print(messages.RUBRIC_WRITTEN.format(path=path), soft_wrap=True)


def _chosen(file: Path | None) -> Path | None:
    return file if file is not None else settings.load().rubric
