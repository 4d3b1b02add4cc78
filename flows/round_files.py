"""Writes a round as Parquet for the office's own analysts: the tables of its audit, and its documents, facts and findings in full."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dossier.principal import Principal
from vault.records.blocks import DETAILS

if TYPE_CHECKING:
    from audit.tables import RoundTables
    from vault.records import Records

TABLES = "tables"
PART = "{number:04}.parquet"


def write_round(
    records: Records,
    principal: Principal,
    round: str,  # noqa: A002 - the field's own name
    tables: RoundTables,
    folder: Path,
) -> None:
    """Has `tables/*.parquet`, `documents/`, `facts/` and `findings/*.parquet` in the folder, in place of older ones.

    NotAllowedError, NotFoundError, OSError.
    """
    tables.write_parquet(folder / TABLES)
    for detail in DETAILS:
        place = folder / detail
        place.mkdir(parents=True, exist_ok=True)
        for older in place.glob("*.parquet"):
            older.unlink()
        for number, block in enumerate(records.round_blocks(principal, round, detail), 1):
            block.write_parquet(place / PART.format(number=number))
