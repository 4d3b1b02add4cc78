"""manifest.xlsx: what of an export was taken and what wasn't, and why, for the office's own lists."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from flows.importing import Line, Outcome
from review.reports.workbook import COUNT, Cell, Column, Sheets, text_workbook
from review.site.messages import STATES

OUTCOMES: dict[Outcome, str] = {
    Outcome.TAKEN: "已收下",
    Outcome.THERE: "此前已收下",
    Outcome.REFUSED: "未收下",
    Outcome.PASSED_OVER: "略过",
}
COLUMNS = (
    Column("导出中的名称", 40),
    Column("结果", 12),
    Column("原因", 60),
    Column("申报编号", 30),
    Column("目前状态", 16),
    Column("单位", 34),
    Column("推荐单位", 22),
    Column("文件数", 8, COUNT),
    Column("字节", 14, COUNT),
    Column("内容摘要", 20),
)


def render_manifest(lines: Iterable[Line]) -> bytes:
    """The workbook. Names of files and applicants are written as text, never as formulas or links."""
    held = io.BytesIO()
    with text_workbook(held) as workbook:
        Sheets(workbook).table("导入清单", COLUMNS, _rows(lines))
    return held.getvalue()


def _rows(lines: Iterable[Line]) -> Iterator[Sequence[Cell]]:
    for line in lines:
        yield (
            line.entry, OUTCOMES[line.outcome], line.reason, line.submission,
            STATES[line.state] if line.state is not None else None, line.organization, line.recommender,
            line.documents, line.size, line.content,
        )  # fmt: skip
