"""A round's documents, facts and findings in full, column by column, for the office's own analysts: in blocks, so that none is too large."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import select

from dossier.principal import Principal
from vault.records import access
from vault.records.errors import NotFoundError
from vault.records.part import Part
from vault.records.queue_schema import RoundRow
from vault.records.schema import FactRow, FindingRow, ReportDocumentRow, SubmissionRow
from vault.records.tables import handed_in

if TYPE_CHECKING:
    import polars as pl

ROWS = 50_000
"""Of a block: some tens of megabytes."""
Detail = Literal["documents", "facts", "findings"]
DETAILS: tuple[Detail, ...] = ("documents", "facts", "findings")
_TABLES: dict[Detail, tuple[type[ReportDocumentRow | FactRow | FindingRow], tuple[str, ...]]] = {
    "documents": (ReportDocumentRow, ("path", "sha256", "kind", "kind_confidence", "pages", "origin")),
    "facts": (
        FactRow,
        ("document", "segment", "kind", "name", "value", "raw", "confidence", "note", "evidence"),
    ),
    "findings": (
        FindingRow,
        ("criterion", "check", "verdict", "claimed", "low", "high", "clause", "explanation", "no_evidence"),
    ),
}
_TYPES = {
    "pages": "Int64",
    "segment": "Int64",
    "page": "Int64",
    **dict.fromkeys(("kind_confidence", "confidence", "claimed", "low", "high"), "Float64"),
}


class BlockRecords(Part):
    """All that the newest reports of a round hold."""

    def round_blocks(self, principal: Principal, round: str, detail: Detail) -> Iterator[pl.DataFrame]:  # noqa: A002
        """The rows by submission, in order. Of a fact, `value` is JSON and `page` that of its first evidence.

        What isn't handed in or was withdrawn isn't in it. There is one block at least, so that the columns are told. NotAllowedError,
        NotFoundError: there is no such round.
        """
        access.check_audits(principal)
        table, names = _TABLES[detail]
        query = (
            select(table.submission_id, *(getattr(table, name) for name in names))
            .join(SubmissionRow, SubmissionRow.id == table.submission_id)
            .where(handed_in(round))
            .order_by(table.submission_id, table.index)
            .execution_options(yield_per=ROWS)
        )
        with self._database.read() as transaction:
            if transaction.session.get(RoundRow, round) is None:
                raise NotFoundError(round)
            rows = None
            for rows in transaction.session.execute(query).partitions():
                yield _frame(names, rows)
            if rows is None:
                yield _frame(names, ())


def _frame(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> pl.DataFrame:
    import polars as pl

    columns = ["submission", *("page" if name == "evidence" else name for name in names)]
    schema = {name: getattr(pl, _TYPES.get(name, "String")) for name in columns}
    cells = [[_cell(name, cell) for name, cell in zip(("", *names), row, strict=True)] for row in rows]
    return pl.DataFrame(cells, schema, orient="row")


def _cell(name: str, cell: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if name == "value":
        return None if cell is None else json.dumps(cell, ensure_ascii=False)
    return cell[0]["page"] if name == "evidence" else cell
