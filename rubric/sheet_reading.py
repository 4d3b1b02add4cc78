"""A standard from the office's workbook (rubric.sheet_writing makes one): as YAML, or with every fault and the cell that has it."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, cast

import yaml

from rubric import messages
from rubric.errors import RubricError, RubricProblem
from rubric.flat import WORDS, PathError, Steps, steps_of, unflatten
from rubric.model import Rubric
from rubric.reader import read
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
    Sort,
    criterion_key,
)

MOST_BYTES = 4 << 20
"""What a workbook may weigh."""
_MOST_UNPACKED = 64 << 20
_DATA = dict[str, Any]


def from_workbook(content: bytes, source: str) -> tuple[Rubric, bytes]:
    """The standard, and the YAML that it is from now on. `source` names the file in errors. RubricError."""
    reading = _Reading(_grids(content, source))
    data = reading.standard()
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110).encode()
    try:
        standard = read(text, source)
    except RubricError as error:
        raise RubricError(source, reading.all_of(error.problems)) from error
    if reading.problems:
        raise RubricError(source, tuple(reading.problems))
    return standard, text


@dataclass
class _Row:
    """A row of a sheet by the titles of its columns, and where it stands."""

    sheet: str
    number: int
    values: Mapping[str, object]
    letters: Mapping[str, str]

    def place(self, title: str | None = None) -> str:
        """The row or its cell, as people find it."""
        if title is None:
            return messages.sheet_row(self.sheet, self.number)
        return messages.sheet_cell(self.sheet, f"{self.letters[title]}{self.number}")


@dataclass
class _Reading:
    """What was read of the sheets, with the place in the workbook of each place in the standard."""

    rows: dict[str, list[_Row]]
    problems: list[RubricProblem] = field(default_factory=list[RubricProblem])
    _places: dict[Steps, str] = field(default_factory=dict[Steps, str])
    _rules: dict[str, str] = field(default_factory=dict[str, str])
    """Where each criterion's own row stands."""

    def standard(self) -> _DATA:
        """What the file of the standard says; faults of the workbook itself go to `problems`."""
        data = self._pairs(self.rows[STANDARD], ())
        data["sections"] = [
            self._described(row, ("sections", place)) for place, row in enumerate(self.rows[SECTIONS])
        ]
        shared = [row for row in self.rows[OUTCOMES] if not _word(row.values[CRITERION])]
        data["outcomes"] = self._outcomes(shared, ("outcomes",))
        data["criteria"] = [
            self._described(row, ("criteria", place)) for place, row in enumerate(self.rows[CRITERIA])
        ]
        self._add_parts(data["criteria"])
        return data

    def all_of(self, found: Sequence[RubricProblem]) -> tuple[RubricProblem, ...]:
        """All faults, those of the workbook first.

        With such faults something of the standard is lacking, and only what is wrong with a cell of its own is sure.
        """
        sure = [problem for problem in found if not self.problems or self._steps(problem) in self._places]
        return (*self.problems, *map(self.placed, sure))

    def placed(self, problem: RubricProblem) -> RubricProblem:
        """The problem with the place in the workbook."""
        steps = self._steps(problem)
        while steps and steps not in self._places:
            steps = steps[:-1]
        place = self._places.get(steps) or self._rules.get(problem.rule or "", "")
        return replace(problem, place=place)

    @staticmethod
    def _steps(problem: RubricProblem) -> Steps:
        """Where in the standard; within a check, pydantic names the operator too."""
        location = problem.location
        return location[:3] + location[4:] if location[2:3] == ("check",) else location

    def _fault(self, row: _Row, title: str | None, words: tuple[str, str], cause: str) -> None:
        self.problems.append(RubricProblem(None, *words, cause, place=row.place(title)))

    def _pairs(self, rows: Sequence[_Row], base: Steps) -> _DATA:
        """Rows of path and value."""
        found: list[tuple[str, object]] = []
        for row in rows:
            path = _word(row.values[PATH])
            try:
                steps = steps_of(path)
                pair = (path, self._value(row, VALUE, "lines" if path.endswith(WORDS) else "value"))
                unflatten([*found, pair])
            except PathError as error:
                self._fault(row, PATH, messages.path_unusable(path), f"path {error}")
                continue
            found.append(pair)
            self._places[base + steps] = row.place(VALUE)
        return unflatten(found)

    def _described(self, row: _Row, base: Steps) -> _DATA:
        """What the columns of a row describe. Cells that are empty say nothing, but lists that stand with something."""
        self._places[base] = row.place()
        found: list[tuple[str, object]] = []
        for column in SHEETS[row.sheet]:
            if not column.path:
                continue
            self._places[base + steps_of(column.path)] = row.place(column.title)
            value = self._value(row, column.title, column.sort)
            if value not in (None, []):
                found.append((column.path, value))
        return unflatten(found)

    def _outcomes(self, rows: Sequence[_Row], base: Steps) -> _DATA:
        found: _DATA = {}
        for row in rows:
            name = _word(row.values[NAME])
            if not name or name in found:
                self._fault(row, NAME, messages.name_twice(name), f"outcome {name!r}")
                continue
            found[name] = self._described(row, (*base, name))
        return found

    def _add_parts(self, criteria: list[_DATA]) -> None:
        """Puts evidence, parameters, outcomes and cases to their criteria."""
        known: dict[str, int] = {}
        for place, row in enumerate(self.rows[CRITERIA]):
            identifier = str(criteria[place].get("id", ""))
            only = sum(str(each.get("id", "")) == identifier for each in criteria) == 1
            since = str(criteria[place].get("effective", {}).get("since", ""))
            known[criterion_key(identifier, since, only=only)] = place
            self._rules.setdefault(identifier, row.place())
        for place, rows in self._of_criteria(EVIDENCE, known).items():
            criteria[place]["evidence"] = self._evidence(rows, ("criteria", place, "evidence"))
        for place, rows in self._of_criteria(PARAMETERS, known).items():
            check = criteria[place].get("check", {})
            criteria[place]["check"] = check | self._pairs(rows, ("criteria", place, "check"))
        for place, rows in self._of_criteria(OUTCOMES, known).items():
            criteria[place]["outcomes"] = self._outcomes(rows, ("criteria", place, "outcomes"))
        documents = self._of_criteria(DOCUMENTS, known)
        for place, rows in self._of_criteria(CASES, known).items():
            base: Steps = ("criteria", place, "cases")
            criteria[place]["cases"] = self._cases(rows, documents.pop(place, []), base)
        for row in (row for rows in documents.values() for row in rows):
            self._fault(row, CASE, messages.no_such_case(""), "a document of a criterion without cases")

    def _of_criteria(self, sheet: str, known: Mapping[str, int]) -> dict[int, list[_Row]]:
        """The rows of each criterion, by its place; a row of none is a fault."""
        found: dict[int, list[_Row]] = {}
        for row in self.rows[sheet]:
            key = _word(row.values[CRITERION])
            if sheet == OUTCOMES and not key:
                continue
            if key not in known:
                self._fault(row, CRITERION, messages.no_such_criterion(key), f"no criterion {key!r}")
                continue
            found.setdefault(known[key], []).append(row)
        return found

    def _evidence(self, rows: Sequence[_Row], base: Steps) -> _DATA:
        found: _DATA = {}
        for row in rows:
            kind = _word(row.values[KIND])
            if not kind or kind in found:
                self._fault(row, KIND, messages.name_twice(kind), f"kind {kind!r}")
                continue
            found[kind] = self._value(row, FACTS, "lines")
            self._places[*base, kind] = row.place(KIND)
        return found

    def _cases(self, rows: Sequence[_Row], documents: Sequence[_Row], base: Steps) -> list[_DATA]:
        found: dict[str, _DATA] = {}
        for row in rows:
            number = _word(row.values[NUMBER])
            if not number or number in found:
                self._fault(row, NUMBER, messages.name_twice(number), f"case {number!r}")
                continue
            found[number] = self._described(row, (*base, len(found)))
        order = {number: place for place, number in enumerate(found)}
        for row in documents:
            number = _word(row.values[CASE])
            if number not in found:
                self._fault(row, CASE, messages.no_such_case(number), f"no case {number!r}")
                continue
            listed: list[_DATA] = found[number].setdefault("documents", [])
            listed.append(self._described(row, (*base, order[number], "documents", len(listed))))
        return list(found.values())

    def _value(self, row: _Row, title: str, sort: Sort) -> object:
        """What a cell says."""
        value = row.values[title]
        if sort == "lines":
            return [line.strip() for line in _word(value).splitlines() if line.strip()]
        if value is None or sort == "value":
            return _day(value) if isinstance(value, datetime) else value
        if sort == "number":
            return _number(value)
        if sort == "day":
            return _day(value)
        if sort == "yaml":
            try:
                return yaml.safe_load(_word(value))
            except (yaml.YAMLError, ValueError) as error:
                self._fault(row, title, messages.cell_not_yaml(), str(error))
                return None
        return _word(value)


def _word(value: object) -> str:
    """A cell as text: 2.6 where a spreadsheet made a number of it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return _day(value) if isinstance(value, datetime) else str(value).strip()


def _number(value: object) -> object:
    """A number, where it is one; what it is instead is told by the standard's own reader."""
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _day(value: object) -> str:
    """A day as the standard writes it, where it is one."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    told = str(value).strip()
    parts = told.replace("/", "-").replace(".", "-").split("-")
    try:
        year, month, day = map(int, parts)
        return date(year, month, day).isoformat()
    except ValueError:
        return told


def _grids(content: bytes, source: str) -> dict[str, list[_Row]]:
    """The rows of all sheets that a standard has; RubricError where one or a column is lacking."""
    book = _opened(content, source)
    problems: list[RubricProblem] = []
    found: dict[str, list[_Row]] = {}
    for name, columns in SHEETS.items():
        if name not in book.sheetnames:
            problems.append(RubricProblem(None, *messages.sheet_lacking(name), f"no sheet {name!r}"))
            continue
        lines: Iterator[tuple[Any, ...]] = book[name].iter_rows(values_only=True)
        head = [_word(title) for title in next(lines, ())]
        lacking = [column.title for column in columns if column.sort != "told" and column.title not in head]
        if lacking:
            words = messages.columns_lacking("、".join(lacking))
            problems.append(RubricProblem(None, *words, f"no columns {lacking}", place=name))
            continue
        found[name] = list(_rows(name, columns, head, lines))
    if problems:
        raise RubricError(source, tuple(problems))
    return found


def _rows(
    name: str, columns: Sequence[Column], head: Sequence[str], lines: Iterator[tuple[Any, ...]]
) -> Iterator[_Row]:
    """The rows below the head that say something."""
    from openpyxl.utils import get_column_letter

    letter = cast("Callable[[int], str]", get_column_letter)
    places = {column.title: head.index(column.title) for column in columns if column.title in head}
    letters = {title: letter(place + 1) for title, place in places.items()}
    for number, line in enumerate(lines, start=2):
        values = {
            title: None if isinstance(line[place], str) and not line[place].strip() else line[place]
            for title, place in places.items()
        }
        if any(value is not None for value in values.values()):
            yield _Row(name, number, values, letters)


def _opened(content: bytes, source: str) -> Any:  # noqa: ANN401 - openpyxl has no types
    """The workbook. What weighs too much, packed or not, isn't opened. RubricError."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(member.file_size for member in packed.infolist())
        if len(content) <= MOST_BYTES and unpacked <= _MOST_UNPACKED:
            return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        cause = f"{len(content)} bytes, {unpacked} unpacked"
    except Exception as error:  # noqa: BLE001 - openpyxl raises what its parsers raise, and all of it means the same
        cause = str(error)
    raise RubricError(source, (RubricProblem(None, *messages.not_workbook(), cause),))
