"""`hezheng rubric check` and `hezheng rubric show`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import rubric
from dossier.kinds import KIND_NAMES
from hezheng import messages, settings
from hezheng.console import console
from rubric import Criterion, Rubric, RubricError
from rubric.notice_text import quote, read_notice


def check(file: Path | None) -> int:
    """Say whether the standard holds up; every fault on stderr and 2 where it doesn't."""
    try:
        standard = rubric.load(_chosen(file))
    except RubricError as error:
        lines = (error.what, *(problem.line for problem in error.problems), error.advice)
        sys.stderr.writelines(f"{line}\n" for line in lines)
        return error.exit_code
    console().print(
        messages.RUBRIC_FINE.format(
            title=standard.title,
            id=standard.id,
            version=standard.version,
            count=len(list(standard.versions())),
            total=f"{standard.round.total:g}",
        )
    )
    if standard.provisional:
        console().print(messages.RUBRIC_PROVISIONAL)
    return 0


def show(file: Path | None) -> int:
    """Print the standard clause by clause."""
    shown = console()
    copy = settings.load().notice
    notice = read_notice(copy) if copy is not None else ""
    for line in standard_lines(rubric.load(_chosen(file)), notice):
        shown.print(line)
    return 0


def _chosen(file: Path | None) -> Path | None:
    return file if file is not None else settings.load().rubric


def standard_lines(standard: Rubric, notice: str = "") -> Iterator[str]:
    """The standard for people: its sections, and under each its criteria in all their versions.

    Where the text of the notice is given, its own sentence stands beside our paraphrase.
    """
    yield f"{standard.title}（{standard.id} {standard.version}）"
    if standard.provisional:
        yield messages.RUBRIC_PROVISIONAL
    versions = list(standard.versions())
    for section in standard.sections:
        points = messages.RUBRIC_POINTS.format(points=f"{section.points:g}")
        yield f"\n{section.id} {section.title}（{points}）"
        for _, criteria in versions:
            for criterion in criteria:
                if criterion.section == section.id:
                    yield from _criterion_lines(criterion, quote(notice, criterion), dated=len(criteria) > 1)


def _criterion_lines(criterion: Criterion, quoted: str | None, *, dated: bool) -> Iterator[str]:
    points = messages.RUBRIC_POINTS.format(points=f"{criterion.points:g}")
    gate = f"，{messages.RUBRIC_GATE}" if criterion.gate else ""
    yield f"  {criterion.id} {criterion.title}（{points}{gate}）"
    yield f"      {messages.RUBRIC_CLAUSE.format(place=criterion.clause.place)}"
    yield f"      {messages.RUBRIC_ASKS.format(asks=criterion.clause.asks)}"
    if quoted:
        yield f"      {messages.RUBRIC_QUOTE.format(quote=quoted)}"
    kinds = "、".join(KIND_NAMES[kind] for kind in criterion.evidence)
    yield f"      {messages.RUBRIC_EVIDENCE.format(kinds=kinds)}"
    if dated:
        until = criterion.effective.until
        told = messages.RUBRIC_UNTIL.format(until=until) if until else ""
        yield f"      {messages.RUBRIC_EFFECTIVE.format(since=criterion.effective.since, until=told)}"
