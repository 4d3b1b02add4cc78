"""Files and pages that gave nothing, each told once."""

from collections.abc import Iterator, Sequence

from dossier.document import ReadDocument
from dossier.finding import Code, Discrepancy, Severity
from dossier.page import Problem, ProblemCode
from verifiers import messages
from verifiers.exhibits import is_unreadable

_HARMLESS = frozenset({ProblemCode.BLANK_PAGE, ProblemCode.MISLABELLED})


def check(documents: Sequence[ReadDocument]) -> Iterator[Discrepancy]:
    """One discrepancy for each file that can't be read, or of which pages can't be."""
    for read in documents:
        problems = tuple(dict.fromkeys((*read.document.problems, *read.reading.problems)))
        whole = is_unreadable(read)
        fatal = [
            problem for problem in problems if problem.fatal and (whole or problem.code not in _HARMLESS)
        ]
        if not fatal:
            continue
        severity = Severity.MINOR if whole or not read.facts else Severity.INFO
        yield Discrepancy(
            code=Code.UNREADABLE_DOCUMENT,
            severity=severity,
            criterion=None,
            document=read.document.path,
            message=messages.unreadable(read.document.path, _words(fatal), whole=whole),
        )


def _words(problems: Sequence[Problem]) -> str:
    return "；".join(dict.fromkeys(f"第{p.page}页：{p.message}" if p.page else p.message for p in problems))
