"""The report in a terminal: where the submission stands, what differs, where the files lie."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dossier.report import Report
from dossier.shown import shown
from review.reports import messages
from review.reports.outputs import ReportFiles
from review.reports.summary import Summary, summarise
from review.reports.titles import CriterionTitle
from review.reports.view import by_weight

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROW = 72
"""Columns under which discrepancies are listed one below the other."""
LABEL = 10
"""Columns that a label takes."""

STYLES = {
    "yes": "bold green", "no": "bold red", "review": "bold yellow",
    "passes": "green", "fails": "bold red", "open": "yellow",
    "gate": "bold red", "major": "yellow", "minor": "cyan", "info": "dim",
}  # fmt: skip


def print_summary(
    report: Report,
    *,
    titles: Mapping[str, CriterionTitle] | None = None,
    files: ReportFiles | None = None,
    console: Console | None = None,
) -> None:
    """Prints the summary; the gates only where `titles` tell which they are. Wraps to any width; what the terminal's encoding lacks becomes a question mark."""
    console = console or _for_output()
    summary = summarise(report, titles or {})
    _standing(console, report, summary)
    _discrepancies(console, report)
    _line(console, "痕迹", _traces(summary), "yellow" if summary.traces else "dim")
    if files is not None:
        console.print()
        console.print(_text(str(files.html.resolve()), "bold"), soft_wrap=True)
        others = "、".join(path.name for path in (files.pdf, files.xlsx, files.json))
        console.print(
            _text(f"同一文件夹：{others}" + ("" if files.drawn else "（内容未变，沿用已有文件）"), "dim")
        )


def _for_output() -> Console:
    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.encoding.lower().startswith("utf"):
        sys.stdout.reconfigure(errors="replace")
    return Console(highlight=False, soft_wrap=False)


def _standing(console: Console, report: Report, summary: Summary) -> None:
    provisional = f"（{messages.PROVISIONAL}）" if report.rubric.provisional else ""
    organization = report.submission.organization
    console.print()
    _line(console, "单位", organization.name, "bold")
    _line(console, "信用代码", organization.uscc or "未填")
    _line(console, "核验基准日", report.submission.as_of.isoformat())
    _line(console, "推荐条件", summary.eligible, STYLES[report.score.eligible])
    for reason in summary.reasons:
        _line(console, "", reason)
    _line(console, "自评总分", summary.claimed + _sum(report, summary))
    _line(console, "证据支持", f"{summary.supported}{provisional}", "bold")
    _line(console, "申报门槛", summary.threshold)
    for position, gate in enumerate(summary.gates):
        label = "" if position else "否决项"
        _line(console, label, f"{gate.name}　{gate.criterion} {gate.title}", STYLES[gate.state])
    console.print()


def _sum(report: Report, summary: Summary) -> str:
    if report.score.claimed == report.score.claimed_sum:
        return ""
    return f"（分项合计 {summary.claimed_sum}，两者不符）"


def _discrepancies(console: Console, report: Report) -> None:
    told = by_weight(report.discrepancies)
    if not told:
        console.print(_text(messages.NO_DISCREPANCY))
    elif console.width < NARROW:
        for item in told:
            line = _text(messages.SEVERITY_NAMES[item.severity], STYLES[item.severity.value])
            line.append(f" {messages.CODE_NAMES[item.code]} {item.criterion or ''}".rstrip(), "bold")
            console.print(line)
            console.print(_text(item.message))
    else:
        from rich.table import Table

        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
        for heading in ("轻重", "差异", "指标"):
            table.add_column(heading, no_wrap=heading != "差异", max_width=24)
        table.add_column("说明", ratio=1, min_width=24, overflow="fold")
        for item in told:
            table.add_row(
                _text(messages.SEVERITY_NAMES[item.severity], STYLES[item.severity.value]),
                _text(messages.CODE_NAMES[item.code], "bold"),
                _text(item.criterion or ""),
                _text(item.message),
            )
        console.print(table)
    console.print()


def _traces(summary: Summary) -> str:
    return messages.TRACES_SOME.format(count=summary.traces) if summary.traces else messages.TRACES_NONE


def _line(console: Console, label: str, value: str, style: str = "") -> None:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=LABEL, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(_text(label, "dim"), _text(value, style))
    console.print(grid)


def _text(value: str, style: str = "") -> Text:
    """Text as it stands: no markup, and no mark that would steer the terminal."""
    from rich.text import Text

    return Text(shown(value, lines=True), style)
