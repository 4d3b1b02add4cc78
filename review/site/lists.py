"""The office's corrections: authorities, departments, outlets and names, edited row by row or replaced by a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, NamedTuple

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.principal import Principal
from extractors.corrections import Correction, Corrections, cells, read_list, written
from extractors.corrections.model import List
from extractors.corrections.reader import COLUMNS, LEVELS
from flows.in_force import corrections_now, today
from review.api.parts import Parts, Service
from review.site import lists_messages as messages
from review.site.office_roles import Keeper, Looker
from review.site.rendering import page

router = APIRouter(prefix="/admin/lists")
MOST_BYTES = 1 << 20
Version = Annotated[int, Form(ge=0, le=2**31)]
Upload = Annotated[UploadFile | None, File()]


class Typed(BaseModel):
    """What the form says of a row; `row` is its place in the list, None for a new one."""

    name: str = ""
    level: str = ""
    organization: str = ""
    since: str = Field(default="", alias="from")
    until: str = ""
    by: str = ""
    why: str = ""
    version: int = Field(default=0, ge=0, le=2**31)
    row: int | None = Field(default=None, ge=0, le=2**31)

    def cells(self) -> dict[str, str]:
        """The row as a file has it."""
        told = self.model_dump(by_alias=True, exclude={"version", "row"})
        return {name: " ".join(value.split()) for name, value in told.items()}


class _Shown(NamedTuple):
    """What stands in the form, and what is said above it."""

    typed: dict[str, str]
    row: int | None = None
    lines: Sequence[str] = ()
    done: bool = False


@router.get("")
def lists(_viewer: Looker) -> Response:
    """Leads to the first list."""
    return RedirectResponse(f"/admin/lists/{next(iter(messages.LISTS))}", 303)


@router.get("/{which}")
def list_(
    request: Request, parts: Service, viewer: Looker, which: List, row: int | None = None, done: str = ""
) -> Response:
    """A list's rows, and the form for one of them or a new one."""
    rows = _found(parts, which).rows
    if row is not None and 0 <= row < len(rows):
        return _page(request, parts, viewer, which, _Shown(cells(rows[row]), row))
    return _page(request, parts, viewer, which, _Shown({"by": viewer.name}, done=bool(done)))


@router.get("/{which}/file")
def file_of(parts: Service, _viewer: Looker, which: List) -> Response:
    """The list as a file of tabs, as spreadsheets read and write it."""
    content = written(which, map(cells, _found(parts, which).rows))
    headers = {"Content-Disposition": f'attachment; filename="{which}.tsv"'}
    # The mark at the start tells spreadsheets that this is UTF-8.
    return Response(content.encode("utf-8-sig"), media_type="text/tab-separated-values", headers=headers)


@router.post("/{which}/row")
def put_row(
    request: Request, parts: Service, viewer: Keeper, which: List, typed: Annotated[Typed, Form()]
) -> Response:
    """Adds a row or changes one, where the list holds with it."""
    rows = [cells(row) for row in _found(parts, which).rows]
    new = typed.cells()
    shown = _Shown(new, typed.row)
    if new["name"].lstrip('"').startswith("#"):
        return _page(request, parts, viewer, which, shown._replace(lines=(messages.HASH,)))
    if typed.row is None:
        rows.append(new)
        note = messages.NOTE_PUT.format(name=new["name"])
    elif typed.row < len(rows):
        rows[typed.row] = new
        note = messages.NOTE_CHANGED.format(name=new["name"])
    else:
        return _page(request, parts, viewer, which, shown._replace(row=None, lines=(messages.GONE,)))
    content = written(which, rows)
    refused = read_list(which, content.encode()).refused
    if refused:
        return _page(request, parts, viewer, which, shown._replace(lines=[each.message for each in refused]))
    return _keep(parts, viewer, which, typed.version, content, note)


@router.post("/{which}/remove")
def remove_row(
    request: Request, parts: Service, viewer: Keeper, which: List, typed: Annotated[Typed, Form()]
) -> Response:
    """Takes a row out."""
    rows = list(_found(parts, which).rows)
    if typed.row is None or typed.row >= len(rows):
        return _page(request, parts, viewer, which, _Shown({}, lines=(messages.GONE,)))
    note = messages.NOTE_REMOVED.format(name=rows.pop(typed.row).name)
    return _keep(parts, viewer, which, typed.version, written(which, map(cells, rows)), note)


@router.post("/{which}/file")
def replace(
    request: Request, parts: Service, viewer: Keeper, which: List, version: Version = 0, file: Upload = None
) -> Response:
    """Puts a file in the list's place, where all of its rows hold."""
    if file is None or not file.filename:
        return _page(request, parts, viewer, which, _Shown({}, lines=(messages.FILE_MISSING,)))
    found = read_list(which, file.file.read(MOST_BYTES + 1))
    if found.refused:
        told = [each.text for each in found.refused]
        return _page(request, parts, viewer, which, _Shown({}, lines=told))
    note = messages.NOTE_FILE.format(file=file.filename[:200])
    return _keep(parts, viewer, which, version, written(which, map(cells, found.rows)), note)


def _found(parts: Parts, which: List) -> Corrections:
    """The list as it applies now, and what of it doesn't."""
    found = corrections_now(parts.records, parts.settings)
    return Corrections(
        rows=tuple(row for row in found.rows if row.list == which),
        refused=tuple(each for each in found.refused if each.file == f"{which}.tsv"),
    )


def _keep(parts: Parts, viewer: Principal, which: List, version: int, content: str, note: str) -> Response:
    """Keeps the list's next version. StaleError where it was made from an older one."""
    parts.records.change_list(viewer, which, version, content, note=note)
    return RedirectResponse(f"/admin/lists/{which}?done=yes", 303)


def _page(request: Request, parts: Parts, viewer: Principal, which: List, shown: _Shown) -> Response:
    found = _found(parts, which)
    versions = parts.records.list_versions(viewer, which)
    return page(
        request,
        "list.html.j2",
        status=422 if shown.lines else 200,
        which=which,
        lists=messages.LISTS,
        columns=[(column, messages.COLUMNS[column]) for column in COLUMNS[which]],
        rows=_rows(found.rows),
        refused=[each.text for each in found.refused],
        version=versions[0].number if versions else 0,
        versions=versions[:20],
        levels=LEVELS,
        placeholders=messages.PLACEHOLDERS,
        shown=shown,
        done=messages.DONE if shown.done else "",
    )


def _rows(rows: Iterable[Correction]) -> list[tuple[dict[str, str], bool]]:
    """Each row's cells as they are shown, and whether it is in force today."""
    day = today()
    found: list[tuple[dict[str, str], bool]] = []
    for row in rows:
        told = cells(row)
        if "level" in told:
            told["level"] = LEVELS[told["level"]]
        found.append((told, row.holds_on(day)))
    return found
