"""Reads a filled application form by its labels, as far as it goes."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dossier.dates import CHINA
from extractors.readers.grids import Cell, Grid
from flows import messages
from flows.claimed_files import FileNames
from flows.errors import ApplicationInvalidError
from flows.form_criteria import CriterionFinder
from flows.form_labels import PLACE_NAMES, column_of, field_of, plain, split_inline
from flows.submission_json import Place

ORGANIZATION_FIELDS = ("name", "uscc", "type", "legal_representative", "address")
LIKELY_FIELDS = 2
"""A document with so many of the application's labels and a scoring table is a form."""
NOTHING = {"", "/", "-", "—", "——", "无", "/分", "分"}
FILE_NAME = re.compile(r"\.(pdf|jpe?g|png|tiff?|bmp|webp|heic|docx?|xlsx?|ofd|txt|html?|zip)$", re.IGNORECASE)


@dataclass(slots=True)
class FilledForm:
    """What a form says, in the shape of submission.json, and what it calls each place."""

    value: dict[str, object] = field(default_factory=dict[str, object])
    places: dict[Place, str] = field(default_factory=dict[Place, str])


@dataclass(frozen=True, slots=True)
class _Table:
    """The scoring table: where its heading stands, and which column says what."""

    grid: Grid
    heading: int
    columns: Mapping[str, tuple[int, ...]]

    def surroundings(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows above the table, and those below its total."""
        rows = self.grid.rows
        after = next(
            (number for number in range(self.heading + 1, len(rows)) if _is_total(rows[number])), len(rows)
        )
        return rows[: self.heading] + rows[after + 1 :]

    def text(self, row: Sequence[Cell], column: str) -> str:
        """The first column of that name that says something in this row."""
        return next(
            (row[at].text for at in self.columns.get(column, ()) if at < len(row) and row[at].text), ""
        )


def looks_like_form(grids: Sequence[Grid]) -> bool:
    """Whether a document has a form's labels and its scoring table."""
    labels = {name for grid in grids for row in grid.rows for cell in row if (name := _label(cell.text))}
    return len(labels & set(PLACE_NAMES)) >= LIKELY_FIELDS and _find_table(grids) is not None


def read_form(grids: Sequence[Grid], name: str, titles: Mapping[str, str], names: FileNames) -> FilledForm:
    """The application that the form holds. `titles`: the criteria's, by id. `names`: the submission's files.

    ApplicationInvalidError: the applicant's name or the scoring table isn't there, or points stand in a row that
    belongs to no criterion.
    """
    table = _find_table(grids)
    fields = dict(_fields(grids, table))
    if not fields.get("name"):
        raise ApplicationInvalidError(
            messages.FORM_NO_NAME.format(name=name), advice=messages.FORM_NO_NAME_ADVICE
        )
    if table is None:
        raise ApplicationInvalidError(
            messages.FORM_NO_TABLE.format(name=name), advice=messages.FORM_NO_TABLE_ADVICE
        )
    form = FilledForm(
        places={(key,): told for key, told in PLACE_NAMES.items() if key not in ORGANIZATION_FIELDS}
    )
    form.places |= {("organization", key): PLACE_NAMES[key] for key in ORGANIZATION_FIELDS}
    form.value["organization"] = {key: fields[key] for key in ORGANIZATION_FIELDS if fields.get(key)}
    form.value["claims"] = _claims(table, name, titles, names, form.places)
    if recommender := fields.get("recommender"):
        form.value["recommender"] = recommender
    submitted = _moment(fields.get("submitted_at", "")) or _signed_on(grids)
    if submitted:
        form.value["submitted_at"] = submitted
    form.value["round"] = _round(fields.get("round", ""), grids, submitted) or str(datetime.now(CHINA).year)
    total = _number(_total(table)) if _total(table) else _number(fields.get("claimed_total", ""))
    if total is not None:
        form.value["claimed_total"] = total
    return form


def _label(text: str) -> str | None:
    inline = split_inline(text)
    return inline[0] if inline else field_of(text)


def _find_table(grids: Sequence[Grid]) -> _Table | None:
    for grid in grids:
        for number, row in enumerate(grid.rows):
            columns: dict[str, tuple[int, ...]] = {}
            for at, cell in enumerate(row):
                if (name := column_of(cell.text)) and (at == 0 or row[at - 1].key != cell.key):
                    columns[name] = (*columns.get(name, ()), at)
            if "points" in columns and ("criterion" in columns or "number" in columns):
                return _Table(grid, number, columns)
    return None


def _fields(grids: Sequence[Grid], table: _Table | None) -> Iterator[tuple[str, str]]:
    """(field, value) for each label outside the scoring table, last first, so that the first one stays."""
    found: list[tuple[str, str]] = []
    for grid in grids:
        rows = grid.rows if table is None or grid is not table.grid else table.surroundings()
        for number, row in enumerate(rows):
            for at, cell in enumerate(row):
                if at and row[at - 1].key == cell.key:
                    continue
                pieces = re.split(r"\s{2,}|\t|　+", cell.text)
                found.extend(inline for piece in pieces if (inline := split_inline(piece)))
                name = field_of(cell.text)
                value = _value_of(rows, number, at) if name else ""
                if name and value:
                    found.append((name, value))
    yield from reversed(found)


def _value_of(rows: Sequence[Sequence[Cell]], number: int, at: int) -> str:
    """The text that a label at this place stands for: right of it, or below where the whole row is labels."""
    row = rows[number]
    right = next((cell for cell in row[at:] if cell.key != row[at].key), None)
    if right is not None and right.text and not field_of(right.text):
        return right.text
    said = [cell.text for cell in row if cell.text]
    heading = len(said) > 1 and all(field_of(text) for text in said)
    if heading and number + 1 < len(rows) and at < len(rows[number + 1]):
        below = rows[number + 1][at]
        return "" if field_of(below.text) else below.text
    return ""


def _claims(
    table: _Table, name: str, titles: Mapping[str, str], names: FileNames, places: dict[Place, str]
) -> list[dict[str, object]]:
    finder = CriterionFinder(titles)
    headings = {cell.key for cell in table.grid.rows[table.heading]}
    claims: list[dict[str, object]] = []
    for number, row in enumerate(table.grid.rows[table.heading + 1 :], start=table.heading + 2):
        points = table.text(row, "points")
        if (
            plain(points) in NOTHING
            or all(cell.key in headings for cell in row)
            or column_of(points) == "points"
        ):
            continue
        written = [row[at].text for at in table.columns.get("criterion", ()) if at < len(row)]
        criterion = finder.find(table.text(row, "number"), written)
        if criterion is None:
            if finder.is_heading(table.text(row, "number"), written, [cell.text for cell in row]):
                continue
            text = next((each for each in reversed(written) if each), table.text(row, "number"))
            raise ApplicationInvalidError(
                messages.INVALID.format(name=name, count=1),
                where=messages.INVALID_ONE.format(
                    where=messages.FORM_CELL.format(sheet=table.grid.name, row=number),
                    reason=messages.FORM_ROW_UNKNOWN.format(text=text[:30]),
                ),
                advice=messages.INVALID_ADVICE_FORM,
            )
        places["claims", len(claims)] = messages.FORM_CELL.format(sheet=table.grid.name, row=number)
        value = _number(points)
        statement, files = _proof(table.text(row, "statement"), table.text(row, "files"), names)
        claims.append(
            {
                "criterion": criterion,
                "points": points if value is None else value,
                "statement": statement,
                "files": files,
            }
        )
    return claims


def _proof(statement: str, written: str, names: FileNames) -> tuple[str | None, list[str]]:
    """The statement and the files. What stands among the files and is none joins the statement."""
    files: list[str] = []
    rest: list[str] = []
    for piece in (part.strip(" 《》") for part in re.split(r"[\n;；、,，]+", written)):
        if found := names.find_loosely(piece):
            files.append(found)
        elif FILE_NAME.search(piece):
            files.append(names.resolve(piece))
        elif piece and piece not in NOTHING:
            rest.append(piece)
    told = "；".join(part for part in (statement, "、".join(rest)) if part)
    return told or None, list(dict.fromkeys(files))


def _total(table: _Table) -> str:
    """What the points column says in the row of the total."""
    row = next((row for row in table.grid.rows[table.heading + 1 :] if _is_total(row)), None)
    return table.text(row, "points") if row is not None else ""


def _is_total(row: Sequence[Cell]) -> bool:
    return any(field_of(cell.text) == "claimed_total" for cell in row)


def _number(text: str) -> float | None:
    tight = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).removesuffix("分")
    return float(tight) if re.fullmatch(r"[+-]?\d{1,6}(\.\d{1,4})?", tight) else None


def _moment(text: str) -> str | None:
    """ISO date, or date and time; the text itself where it is neither, for the validation to tell."""
    tight = unicodedata.normalize("NFKC", text).strip()
    day = re.fullmatch(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?", tight)
    if day:
        year, month, number = (int(part) for part in day.groups())
        return f"{year:04d}-{month:02d}-{number:02d}"
    return None if not re.search(r"\d", tight) else tight


def _signed_on(grids: Sequence[Grid]) -> str | None:
    """The day under the form: the last cell or paragraph that is nothing but a date."""
    days = [
        day
        for grid in grids
        for row in grid.rows
        for cell in row
        if re.fullmatch(
            r"\s*20\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?\s*",
            unicodedata.normalize("NFKC", cell.text),
        )
        and (day := _moment(cell.text)) is not None
    ]
    return days[-1] if days else None


def _round(written: str, grids: Sequence[Grid], submitted: str | None) -> str | None:
    """The year that the form is for: as written, as its title says, or that of its date."""
    if written.strip():
        year = re.fullmatch(r"(20\d{2})\s*年?度?", unicodedata.normalize("NFKC", written).strip())
        return year[1] if year else written.strip()
    for grid in grids:
        for row in grid.rows[:10]:
            for cell in row:
                titled = re.search(r"(20\d{2})\s*年", unicodedata.normalize("NFKC", cell.text))
                if titled and "申报" in cell.text and not _label(cell.text):
                    return titled[1]
    return submitted[:4] if submitted and re.match(r"20\d{2}-", submitted) else None
