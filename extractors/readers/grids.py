"""An office document's tables as grids of text, for forms that are filled in. Merged cells share their key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from extractors.readers import messages
from extractors.readers.errors import CorruptFile, ReaderError, UnsupportedFile
from extractors.readers.office import check_office
from extractors.readers.packed import Package

ROW_LIMIT = 1000
COLUMN_LIMIT = 64


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of a grid. Places of a merged cell have equal keys and the same text."""

    text: str
    key: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, a table, or a run of paragraphs (one cell a row)."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


GRIDS = TypeAdapter(list[Grid])
"""Their JSON, in which a reading process answers."""


def read_grids(path: Path) -> list[Grid]:
    """The grids of an xlsx or docx. ReaderError where it can't be opened, or unpacks to too much."""
    try:
        with Package(path) as package:
            check_office(package)
            names = set(package.names)
        if "xl/workbook.xml" in names:
            return list(_sheets(path))
        if "word/document.xml" in names:
            return list(_tables(path))
    except ReaderError:
        raise
    except Exception as error:  # both libraries raise whatever a broken part leads them to
        raise CorruptFile(messages.CORRUPT) from error
    raise UnsupportedFile(messages.NOT_A_FORM)


def _sheets(path: Path) -> Iterator[Grid]:
    from openpyxl import load_workbook

    # openpyxl leaves a file open that it opened itself and couldn't read.
    with path.open("rb") as file:
        workbook = load_workbook(file, data_only=True)
    for sheet in workbook.worksheets:
        merged: dict[tuple[int, int], tuple[int, int]] = {}
        for span in sheet.merged_cells.ranges:
            for row in range(span.min_row, min(span.max_row, ROW_LIMIT) + 1):
                for column in range(span.min_col, min(span.max_col, COLUMN_LIMIT) + 1):
                    merged[row, column] = (span.min_row, span.min_col)
        texts: dict[tuple[int, int], str] = {}
        height, width = min(sheet.max_row, ROW_LIMIT), min(sheet.max_column, COLUMN_LIMIT)
        for row, values in enumerate(sheet.iter_rows(1, height, 1, width, values_only=True), start=1):
            texts |= {(row, column): _text(value) for column, value in enumerate(values, start=1)}
        yield Grid(
            sheet.title,
            tuple(
                tuple(_merged_cell(row, column, merged, texts) for column in range(1, width + 1))
                for row in range(1, height + 1)
            ),
        )


def _merged_cell(
    row: int,
    column: int,
    merged: Mapping[tuple[int, int], tuple[int, int]],
    texts: Mapping[tuple[int, int], str],
) -> Cell:
    key = merged.get((row, column), (row, column))
    return Cell(texts.get(key, ""), key)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a workbook holds
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).strip()


def _tables(path: Path) -> Iterator[Grid]:
    import docx

    document = docx.Document(str(path))
    lines = [paragraph.text for paragraph in islice(document.paragraphs, ROW_LIMIT)]
    yield Grid("正文", tuple((Cell(text.strip(), (row, 1)),) for row, text in enumerate(lines, start=1)))
    for number, table in enumerate(document.tables, start=1):
        keys: dict[object, tuple[int, int]] = {}
        rows: list[tuple[Cell, ...]] = []
        for row, cells in enumerate((row.cells for row in islice(table.rows, ROW_LIMIT)), start=1):
            rows.append(
                tuple(
                    Cell(cell.text.strip(), keys.setdefault(cell._tc, (row, column)))  # noqa: SLF001 - merged cells share it
                    for column, cell in enumerate(cells[:COLUMN_LIMIT], start=1)
                )
            )
        yield Grid(f"表{number}", tuple(rows))
