"""A round, column by column: what an audit reads, as frames."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import polars as pl

DECIMALS = 6
"""Of sums of points: the order in which rows are added leaves dust behind, which isn't part of what is told."""

SUBMISSIONS = pl.Schema(
    {
        "submission": pl.String,
        "organization": pl.String,
        "type": pl.String,
        "city": pl.String,
        "recommender": pl.String,
        "state": pl.String,
        "submitted_on": pl.Date,
        "recommended_on": pl.Date,
        "verified": pl.Boolean,
        "claimed": pl.Float64,
        "low": pl.Float64,
        "high": pl.Float64,
        "threshold": pl.Float64,
        "eligible": pl.String,
        "gates": pl.Int64,
        "majors": pl.Int64,
        "traces": pl.Int64,
        "documents": pl.Int64,
        "pages": pl.Int64,
        "rubric": pl.String,
        "rubric_version": pl.String,
        "rubric_sha256": pl.String,
        "rubric_provisional": pl.Boolean,
    }
)
"""One row a submission that was handed in and not withdrawn. Days are the office's; points and counts are of the newest report."""

FINDINGS = pl.Schema(
    {
        "submission": pl.String,
        "criterion": pl.String,
        "verdict": pl.String,
        "claimed": pl.Float64,
        "low": pl.Float64,
        "high": pl.Float64,
    }
)
"""Of the newest reports."""

DISCREPANCIES = pl.Schema(
    {
        "submission": pl.String,
        "code": pl.String,
        "severity": pl.String,
        "criterion": pl.String,
        "document": pl.String,
        "message": pl.String,
    }
)
"""Of the newest reports."""

DECISIONS = pl.Schema({"submission": pl.String, "criterion": pl.String, "by": pl.String, "name": pl.String})
"""Decisions on single criteria, the latest of each."""

RULINGS = pl.Schema(
    {
        "submission": pl.String,
        "code": pl.String,
        "criterion": pl.String,
        "document": pl.String,
        "message": pl.String,
        "outcome": pl.String,
        "by": pl.String,
        "name": pl.String,
        "agreed": pl.Boolean,
    }
)
"""What people said of discrepancies, the latest of each person on each; `agreed`: the outcome holds, with all the agreement that it needs."""

DOCUMENTS = pl.Schema(
    {
        "submission": pl.String,
        "document": pl.String,
        "sha256": pl.String,
        "kind": pl.String,
        "pages": pl.Int64,
    }
)
"""Of the newest reports: those whose content more than one submission of the round holds."""

REUSED = pl.Schema(
    {
        "submission": pl.String,
        "document": pl.String,
        "sha256": pl.String,
        "kind": pl.String,
        "earlier": pl.String,
        "earlier_document": pl.String,
        "earlier_round": pl.String,
        "earlier_organization": pl.String,
        "withdrawn": pl.Boolean,
    }
)
"""Of the newest reports: documents whose content an `earlier` submission held, of a round before or one that was withdrawn; not what many had."""

FACTS = pl.Schema(
    {
        "submission": pl.String,
        "document": pl.String,
        "sha256": pl.String,
        "kind": pl.String,
        "name": pl.String,
        "value": pl.String,
        "page": pl.Int64,
        "box": pl.List(pl.Float64),
    }
)
"""Of the newest reports: numbers, addresses and people by which applicants may hang together, each with its place."""

EARLIER = pl.Schema({"criterion": pl.String, "count": pl.Int64, "of": pl.Int64})
"""Of all rounds before: overclaimed claims of a criterion, of all claims on it."""

LOOKS = pl.Schema(
    {
        "submission": pl.String,
        "criterion": pl.String,
        "right": pl.Boolean,
        "by": pl.String,
        "note": pl.String,
    }
)
"""What came back from second looks, the latest on each finding."""


@dataclass(frozen=True)
class RoundTables:
    """The frames of a round."""

    submissions: pl.DataFrame
    findings: pl.DataFrame
    discrepancies: pl.DataFrame
    documents: pl.DataFrame
    reused: pl.DataFrame
    facts: pl.DataFrame
    decisions: pl.DataFrame
    rulings: pl.DataFrame
    earlier: pl.DataFrame
    looks: pl.DataFrame

    @classmethod
    def of(cls, rows: dict[str, pl.DataFrame]) -> Self:
        """From frames by name, whose columns are brought to their types. Raises polars' errors where one is missing."""
        return cls(
            **{
                name: rows[name].select(schema.names()).cast(dict(schema))  # pyright: ignore[reportArgumentType]
                for name, schema in SCHEMAS.items()
            }
        )

    def write_parquet(self, folder: Path) -> list[Path]:
        """A Parquet file a table, for the office's own analysts; their places."""
        folder.mkdir(parents=True, exist_ok=True)
        paths: list[Path] = []
        for name in SCHEMAS:
            path = folder / f"{name}.parquet"
            frame: pl.DataFrame = getattr(self, name)
            frame.write_parquet(path)
            paths.append(path)
        return paths


SCHEMAS: dict[str, pl.Schema] = {
    "submissions": SUBMISSIONS,
    "findings": FINDINGS,
    "discrepancies": DISCREPANCIES,
    "documents": DOCUMENTS,
    "reused": REUSED,
    "facts": FACTS,
    "decisions": DECISIONS,
    "rulings": RULINGS,
    "earlier": EARLIER,
    "looks": LOOKS,
}
"""The columns of each table."""
