"""Reads a folder of corrections: what can't be used is refused row by row, and the rest holds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from dossier.name_parts import fold_name
from dossier.regions import leading
from extractors.corrections import messages
from extractors.corrections.model import NONE, Correction, Corrections, List, Refusal

COLUMNS: dict[List, tuple[str, ...]] = {
    "authorities": ("name", "level", "from", "until", "by", "why"),
    "departments": ("name", "from", "until", "by", "why"),
    "outlets": ("name", "level", "from", "until", "by", "why"),
    "names": ("name", "organization", "from", "until", "by", "why"),
}
"""Each list's columns; more columns may stand beside them."""
LEVELS = {
    "national": "国家级",
    "provincial": "省级",
    "prefecture": "设区市级",
    "county": "县级",
    "other": "其他",
}
_LEAST = {"authorities": 4, "departments": 2, "outlets": 2, "names": 3}
_BYTES = 1 << 20
_MEANING = {"authorities": "level", "outlets": "level", "names": "organization"}


class _RefusedError(Exception):
    """A row that can't be used; the argument is the message."""


def read(folder: Path, *, demanded: bool = False) -> Corrections:
    """The folder's corrections. One that is absent holds none, and that is a fault only where somebody has `demanded` it.

    Never raises for what the folder holds: see `Corrections.refused`.
    """
    try:
        files = sorted(folder.iterdir())
    except FileNotFoundError:
        return _none(folder, messages.FOLDER_ABSENT) if demanded else NONE
    except NotADirectoryError:
        return _none(folder, messages.FOLDER_IS_FILE)
    except OSError:
        return _none(folder, messages.UNREADABLE)
    rows: list[Correction] = []
    refused: list[Refusal] = []
    for path in files:
        if path.name.startswith((".", "~")) or path.suffix.lower() in {".md", ".bak"}:
            continue
        for found in _file(path):
            if isinstance(found, Correction):
                rows.append(found)
            else:
                refused.append(found)
    return Corrections(rows=tuple(rows), refused=tuple(refused))


def read_list(which: List, content: bytes) -> Corrections:
    """One list from a file's bytes. Never raises for what they hold: see `Corrections.refused`."""
    try:
        found = tuple(_list(which, _decoded(content)))
    except _RefusedError as error:
        return Corrections(refused=(Refusal(file=f"{which}.tsv", line=None, message=str(error)),))
    return Corrections(
        rows=tuple(each for each in found if isinstance(each, Correction)),
        refused=tuple(each for each in found if isinstance(each, Refusal)),
    )


def written(which: List, rows: Iterable[Mapping[str, str]]) -> str:
    """A list's file of these rows, each a value by its column. White space that would part cells or lines becomes a space."""
    lines = ["\t".join(COLUMNS[which])]
    lines += ["\t".join(" ".join(row.get(name, "").split()) for name in COLUMNS[which]) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def cells(row: Correction) -> dict[str, str]:
    """A row as the cells of its file."""
    values = {
        "name": row.name,
        "from": row.since.isoformat() if row.since else "",
        "until": row.until.isoformat() if row.until else "",
        "by": row.by,
        "why": row.why,
    }
    meaning = _MEANING.get(row.list)
    return values if meaning is None else values | {meaning: row.meaning}


def _none(folder: Path, message: str) -> Corrections:
    return Corrections(refused=(Refusal(file=str(folder), line=None, message=message),))


def _file(path: Path) -> Iterator[Correction | Refusal]:
    which: List | None = next((name for name in COLUMNS if path.name == f"{name}.tsv"), None)
    if which is None:
        names = "、".join(f"{name}.tsv" for name in COLUMNS)
        yield Refusal(file=path.name, line=None, message=messages.UNKNOWN_FILE.format(names=names))
        return
    try:
        lines = _lines(path)
    except _RefusedError as error:
        yield Refusal(file=path.name, line=None, message=str(error))
        return
    yield from _list(which, lines)


def _list(which: List, lines: list[str]) -> Iterator[Correction | Refusal]:
    """The rows of a list, and what is refused of it."""
    file = f"{which}.tsv"
    try:
        header, body = _header(lines, which)
    except _RefusedError as error:
        yield Refusal(file=file, line=None, message=str(error))
        return
    kept: list[tuple[int, Correction]] = []
    for number, cells in body:
        try:
            row = _row(which, header, cells)
            _refuse_twin(row, kept)
        except _RefusedError as error:
            yield Refusal(file=file, line=number, message=str(error))
            continue
        kept.append((number, row))
        yield row


def _refuse_twin(row: Correction, kept: list[tuple[int, Correction]]) -> None:
    for line, each in kept:
        if each.key == row.key and each.overlaps(row):
            raise _RefusedError(messages.TWICE.format(line=line))


def _lines(path: Path) -> list[str]:
    """The file's lines, in whichever encoding a spreadsheet saves text."""
    try:
        if not path.is_file():
            raise _RefusedError(messages.UNREADABLE)
        with path.open("rb") as stream:
            content = stream.read(_BYTES + 1)
    except OSError as error:
        raise _RefusedError(messages.UNREADABLE) from error
    return _decoded(content)


def _decoded(content: bytes) -> list[str]:
    if len(content) > _BYTES:
        raise _RefusedError(messages.TOO_LARGE)
    encodings = ["utf-16"] if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    raise _RefusedError(messages.NOT_TEXT)


def _header(lines: list[str], which: List) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The columns, and the rows below with their line numbers; empty lines and those that begin with # are passed over."""
    rows = [
        (number, [cell.strip().strip('"') for cell in line.split("\t")])
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.lstrip().lstrip('"').startswith("#")
    ]
    header = [cell.lower() for cell in rows[0][1]] if rows else []
    lacking = [column for column in COLUMNS[which] if column not in header]
    if lacking:
        raise _RefusedError(messages.COLUMNS_LACKING.format(names="、".join(lacking)))
    return header, rows[1:]


def _row(which: List, header: list[str], cells: list[str]) -> Correction:
    if len(cells) > len(header) and any(cells[len(header) :]):
        raise _RefusedError(messages.CELLS.format(found=len(cells), expected=len(header)))
    # Spreadsheets leave empty cells at a row's end away.
    values = dict(zip(header, cells + [""] * len(header), strict=False))
    meaning = _MEANING.get(which)
    for column in ("name", meaning, "by", "why"):
        if column is not None and not values[column]:
            raise _RefusedError(messages.EMPTY.format(column=column))
    name = values["name"]
    if len(fold_name(name)) < _LEAST[which]:
        raise _RefusedError(messages.NAME_SHORT.format(name=name, least=_LEAST[which]))
    since, until = _day(values, "from"), _day(values, "until")
    if since is not None and until is not None and since > until:
        raise _RefusedError(messages.BACKWARDS.format(since=since, until=until))
    if which == "departments" and leading(fold_name(name)).path:
        raise _RefusedError(messages.DEPARTMENT_REGION.format(name=name))
    value = values[meaning] if meaning else ""
    if meaning == "level":
        value = _level(value)
    elif which == "names" and fold_name(value) == fold_name(name):
        raise _RefusedError(messages.SAME_NAME)
    return Correction(
        list=which, name=name, meaning=value, since=since, until=until, by=values["by"], why=values["why"]
    )


def _level(value: str) -> str:
    for level, chinese in LEVELS.items():
        if value.lower() == level or value == chinese:
            return level
    choices = "、".join(f"{level}（{chinese}）" for level, chinese in LEVELS.items())
    raise _RefusedError(messages.LEVEL.format(value=value, levels=choices))


def _day(values: Mapping[str, str], column: str) -> date | None:
    value = values[column].replace("/", "-")
    if not value:
        return None
    try:
        year, month, day = (int(part) for part in value.split("-"))
        return date(year, month, day)
    except ValueError as error:
        raise _RefusedError(messages.DAY.format(column=column, value=values[column])) from error
