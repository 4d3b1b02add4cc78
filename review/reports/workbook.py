"""report.xlsx: the same report as sheets, for the office's own lists and sums."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from dossier.kinds import KIND_NAMES
from dossier.shown import shown
from review.reports import messages, words
from review.reports.titles import CriterionTitle
from review.reports.view import ReportView, Shown

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | float | None
LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Excel makes a formula of text that begins so once somebody edits it, or opens a csv that was saved from it."""


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in characters and how its numbers look."""

    heading: str
    width: int
    number: str | None = None


POINTS, SHARE, COUNT = "0.##", "0%", "0"


def render_workbook(
    view: ReportView, titles: Mapping[str, CriterionTitle], report_id: str, *, trail_head: str | None = None
) -> bytes:
    """The workbook. What documents and applicants say is written as text, never as a formula or link."""
    held = io.BytesIO()
    with text_workbook(held) as workbook:
        as_of = view.report.submission.as_of
        workbook.set_properties(
            {
                "title": f"{view.report.submission.organization.name} 申报材料核验报告",
                "keywords": f"hezheng-report {report_id}",
                "created": datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC),
            }
        )
        sheets = Sheets(workbook)
        _overview(sheets, view, report_id, trail_head)
        sheets.table("差异", DISCREPANCIES, _discrepancies(view))
        sheets.table("逐项核验", FINDINGS, _findings(view, titles))
        sheets.table("材料", DOCUMENTS, _documents(view))
        sheets.table("事实", FACTS, _facts(view))
    return held.getvalue()


def text_workbook(held: io.BytesIO) -> Workbook:
    """A workbook, written there at its end, in which no text becomes a formula, a link or a number."""
    from xlsxwriter import Workbook

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    return Workbook(held, options)


class Sheets:
    """Writes sheets of one look into a workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        plain: dict[str, Any] = {"font_name": "等线", "font_size": 10, "valign": "top", "text_wrap": True}
        self._plain = plain
        self._text = workbook.add_format(plain)
        self._quoted = workbook.add_format(plain | {"quote_prefix": True})
        self._head = workbook.add_format(
            plain | {"bold": True, "bg_color": "#E9EDF2", "bottom": 1, "valign": "vcenter"}
        )
        self._name = workbook.add_format(plain | {"font_color": "#5A6675"})
        self._title = workbook.add_format(plain | {"bold": True, "font_size": 14, "text_wrap": False})
        self._numbers: dict[str, Format] = {}

    def table(self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
        """A sheet with a frozen header and filters."""
        sheet = self._sheet(name, columns)
        for position, column in enumerate(columns):
            sheet.write_string(0, position, column.heading, self._head)
        last = 0
        for last, row in enumerate(rows, 1):
            for position, (cell, column) in enumerate(zip(row, columns, strict=True)):
                self._write(sheet, last, position, cell, column.number)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        sheet.repeat_rows(0)

    def pairs(self, name: str, title: str, rows: Iterable[tuple[str, Cell, str | None]]) -> None:
        """A sheet of names and values under a title."""
        sheet = self._sheet(name, (Column("", 20), Column("", 76)))
        sheet.write_string(0, 0, title, self._title)
        for position, (label, value, number) in enumerate(rows, 2):
            sheet.write_string(position, 0, label, self._name)
            self._write(sheet, position, 1, value, number, left=True)

    def _sheet(self, name: str, columns: Sequence[Column]) -> Worksheet:
        sheet = self._workbook.add_worksheet(name)
        for position, column in enumerate(columns):
            sheet.set_column(position, position, column.width)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def _write(
        self, sheet: Worksheet, row: int, position: int, cell: Cell, number: str | None, *, left: bool = False
    ) -> None:
        if isinstance(cell, str):
            look = self._quoted if cell.startswith(FORMULA_STARTS) else self._text
            sheet.write_string(row, position, shown(cell, lines=True)[:LONGEST_CELL], look)
        elif cell is None:
            sheet.write_blank(row, position, None, self._text)
        else:
            sheet.write_number(row, position, cell, self._number(number or "General", left=left))

    def _number(self, code: str, *, left: bool) -> Format:
        key = f"{code} {left}"
        if key not in self._numbers:
            align = {"align": "left"} if left else {}
            self._numbers[key] = self._workbook.add_format(self._plain | {"num_format": code} | align)
        return self._numbers[key]


def _overview(sheets: Sheets, view: ReportView, report_id: str, trail_head: str | None) -> None:
    report, summary = view.report, view.summary
    submission, score = report.submission, report.score
    provisional = f"（{messages.PROVISIONAL}）" if report.rubric.provisional else ""
    rows: list[tuple[str, Cell, str | None]] = [
        ("单位", submission.organization.name, None),
        ("统一社会信用代码", submission.organization.uscc or "未填", None),
        ("推荐单位", submission.recommender or "未填", None),
        ("申报批次", submission.round, None),
        ("提交时间", words.moment(submission.submitted_at) if submission.submitted_at else "未填", None),
        ("核验基准日", words.day(submission.as_of), None),
        ("评分标准", f"{report.rubric.id} {report.rubric.version}{provisional}", None),
        ("推荐条件", summary.eligible, None),
        *((("", reason, None)) for reason in summary.reasons),
        ("自评总分", score.claimed, POINTS),
        ("分项自评合计", score.claimed_sum, POINTS),
        (f"证据支持（下限）{provisional}", score.supported[0], POINTS),
        (f"证据支持（上限）{provisional}", score.supported[1], POINTS),
        ("申报门槛", score.threshold, POINTS),
        *((f"否决项 {gate.criterion}", f"{gate.name}　{gate.title}", None) for gate in summary.gates),
        *(
            (
                section.title,
                f"证据支持 {section.supported}，自评 {section.claimed}，满分 {section.maximum}",
                None,
            )
            for section in summary.sections
        ),
        *((f"差异：{name}", count, COUNT) for _, name, count in view.severities),
        (
            "篡改痕迹",
            messages.TRACES_SOME.format(count=summary.traces) if summary.traces else messages.TRACES_NONE,
            None,
        ),
        ("报告编号", report_id, None),
        *([("留痕", trail_head, None)] if trail_head is not None else []),
        ("提取程序", report.extractor, None),
        ("标准摘要", report.rubric.sha256, None),
    ]
    sheets.pairs("概览", "申报材料核验报告", rows)


def _where(shown: Iterable[Shown]) -> str:
    return "\n".join(
        f"{item.place.document} 第{item.place.page}页"
        + (f"（{item.place.locator}）" if item.place.locator else "")
        for item in shown
    )


def _quotes(shown: Iterable[Shown]) -> str:
    return "\n".join(item.place.text for item in shown)


DISCREPANCIES = (
    Column("序号", 6, COUNT),
    Column("轻重", 8),
    Column("差异", 22),
    Column("代码", 24),
    Column("说明", 60),
    Column("指标", 26),
    Column("条款", 12),
    Column("材料与页码", 40),
    Column("原文", 44),
)


def _discrepancies(view: ReportView) -> Iterable[Sequence[Cell]]:
    for d in view.discrepancies:
        where = _where(d.shown) or d.told.document
        quotes = _quotes(d.shown) or None
        yield (
            d.number, d.severity, d.name, d.told.code.value, d.told.message,
            d.criterion, d.clause, where, quotes,
        )  # fmt: skip


FINDINGS = (
    Column("指标", 8),
    Column("名称", 30),
    Column("满分", 8, POINTS),
    Column("自评", 8, POINTS),
    Column("结论", 12),
    Column("支持下限", 10, POINTS),
    Column("支持上限", 10, POINTS),
    Column("说明", 56),
    Column("条款", 12),
    Column("依据", 26),
    Column("材料与页码", 40),
    Column("原文", 40),
)


def _findings(view: ReportView, titles: Mapping[str, CriterionTitle]) -> Iterable[Sequence[Cell]]:
    for f in view.findings:
        found, title = f.found, titles.get(f.found.criterion)
        yield (
            found.criterion, f.title, title.maximum if title else None, found.claimed, f.verdict,
            *found.supported, found.explanation, found.rule.clause, found.rule.source,
            _where(f.shown) or found.no_evidence, _quotes(f.shown) or None,
        )  # fmt: skip


DOCUMENTS = (
    Column("文件", 46),
    Column("类别", 22),
    Column("把握", 8, SHARE),
    Column("页数", 8, COUNT),
    Column("文字来源", 18),
    Column("文件内各部分", 34),
    Column("读取问题", 50),
    Column("SHA-256", 66),
)


def _documents(view: ReportView) -> Iterable[Sequence[Cell]]:
    for d in view.documents:
        yield (
            d.document.path, d.kind, d.document.kind_confidence, d.document.pages, d.origin,
            "\n".join(d.segments) or None, "\n".join(d.problems) or None, d.document.sha256,
        )  # fmt: skip


FACTS = (
    Column("文件", 40),
    Column("类别", 20),
    Column("名称", 20),
    Column("值", 40),
    Column("页面原文", 40),
    Column("把握", 8, SHARE),
    Column("页码", 8, COUNT),
    Column("位置", 20),
    Column("备注", 34),
)


def _facts(view: ReportView) -> Iterable[Sequence[Cell]]:
    for d in view.documents:
        for f in d.facts:
            yield (
                d.document.path, KIND_NAMES[f.fact.kind], f.name, f.value, f.raw, f.fact.confidence, f.page,
                f.locator, f.fact.note,
            )  # fmt: skip
