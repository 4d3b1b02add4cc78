"""A standard as a workbook, for the office to edit and hand back (rubric.sheet_reading)."""

import io
from collections import Counter
from collections.abc import Mapping
from typing import Any

from yaml import safe_dump

from dossier.kinds import KIND_NAMES, Kind
from rubric import messages
from rubric.flat import flatten
from rubric.model import Standard
from rubric.sheets import (
    CASE,
    CASES,
    CRITERIA,
    CRITERION,
    DOCUMENTS,
    EVIDENCE,
    FACTS,
    KIND,
    NAME,
    NUMBER,
    OUTCOMES,
    PARAMETERS,
    PATH,
    SECTIONS,
    SHEETS,
    STANDARD,
    VALUE,
    Column,
    Tables,
    criterion_key,
)

_APART = frozenset({"sections", "outcomes", "criteria", "sha256"})
"""What doesn't stand in the sheet of the standard itself."""
_HEAD = "DCE6F1"
_MOST_ROWS = 2000
"""Rows that a list of choices reaches."""


def to_workbook(standard: Standard) -> bytes:
    """The workbook. Read again, it gives an equal standard."""
    from openpyxl import Workbook

    book: Any = Workbook()
    book.remove(book.active)
    tables = _tables(standard.model_dump(mode="json", exclude_defaults=True))
    for name, columns in SHEETS.items():
        _fill(book.create_sheet(name), columns, tables[name])
    told = book.create_sheet(messages.SHEET_HELP_TITLE)
    told.column_dimensions["A"].width = 110
    for line in messages.SHEET_HELP:
        told.append([line])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _tables(data: Mapping[str, Any]) -> Tables:
    tables: Tables = {name: [] for name in SHEETS}
    standard = {name: value for name, value in data.items() if name not in _APART}
    tables[STANDARD] = [{PATH: path, VALUE: value} for path, value in flatten(standard).items()]
    tables[SECTIONS] = [_row(SECTIONS, section) for section in data["sections"]]
    tables[OUTCOMES] = _outcomes("", data["outcomes"])
    versions = Counter(criterion["id"] for criterion in data["criteria"])
    for criterion in data["criteria"]:
        identifier = criterion["id"]
        key = criterion_key(identifier, criterion["effective"]["since"], only=versions[identifier] == 1)
        _add_criterion(tables, key, criterion)
    return tables


def _add_criterion(tables: Tables, key: str, criterion: Mapping[str, Any]) -> None:
    operator = criterion["check"]["operator"]
    told = messages.OPERATORS[operator]
    tables[CRITERIA].append(_row(CRITERIA, criterion) | {"判定方式说明": told})
    for kind, facts in criterion["evidence"].items():
        row: dict[str, object] = {
            CRITERION: key,
            KIND: kind,
            "材料名称": KIND_NAMES[Kind(kind)],
            FACTS: facts,
        }
        tables[EVIDENCE].append(row)
    for path, value in flatten(criterion["check"]).items():
        if path != "operator":
            tables[PARAMETERS].append({CRITERION: key, PATH: path, VALUE: value})
    tables[OUTCOMES] += _outcomes(key, criterion.get("outcomes", {}))
    for number, case in enumerate(criterion.get("cases", ()), start=1):
        tables[CASES].append(_row(CASES, case) | {CRITERION: key, NUMBER: number})
        for document in case.get("documents", ()):
            tables[DOCUMENTS].append(_row(DOCUMENTS, document) | {CRITERION: key, CASE: number})


def _outcomes(key: str, outcomes: Mapping[str, Any]) -> list[dict[str, object]]:
    return [
        _row(OUTCOMES, outcome) | {CRITERION: key or None, NAME: name} for name, outcome in outcomes.items()
    ]


def _row(sheet: str, described: Mapping[str, Any]) -> dict[str, object]:
    """The cells of what a row describes; a pair of points stands in two columns."""
    flat = flatten({name: value for name, value in described.items() if name != "facts"})
    return {
        column.title: described.get("facts") if column.path == "facts" else flat.get(column.path)
        for column in SHEETS[sheet]
        if column.path
    }


def _fill(sheet: Any, columns: tuple[Column, ...], rows: list[dict[str, object]]) -> None:  # noqa: ANN401 - openpyxl has no types
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for place, column in enumerate(columns, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        head = sheet.cell(1, place, column.title)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
        if column.choices:
            choices: Any = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            choices.add(f"{letter}2:{letter}{_MOST_ROWS}")
            sheet.add_data_validation(choices)
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(columns, start=1):
            value = _cell(row.get(column.title))
            if value is None:
                continue
            cell = sheet.cell(number, place, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, str):
                # As text, whatever it looks like: no formula, no date of `11-10`, no number of `1.10`.
                cell.data_type, cell.number_format = "s", "@"
    sheet.freeze_panes = "A2"


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "\n".join(map(str, value)) or None  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    if isinstance(value, Mapping):
        return safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000).strip() if value else None
    return value
