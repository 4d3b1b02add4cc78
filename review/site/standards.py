"""Versions of the standard: handed over, checked, held against the one in force, and put in force by two people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Form, Path, UploadFile
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.principal import Principal
from dossier.standards import Answer, Proposal, StandardVersion
from flows import in_force
from review.api.parts import Parts, Service
from review.site import standards_messages as messages
from review.site.office_roles import Keeper, Looker
from review.site.rendering import page
from rubric.differences import differences
from rubric.errors import RubricError
from rubric.model import Rubric
from rubric.sheet_reading import MOST_BYTES
from rubric.sheet_writing import to_workbook
from rubric.uploads import from_file
from vault.records.standards_errors import (
    AnsweredError,
    OthersProposalError,
    OwnProposalError,
    ProposedError,
)

router = APIRouter(prefix="/admin/standards")
Sha256 = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
Words = Annotated[str, Form()]
Upload = Annotated[UploadFile | None, File()]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("")
def standards(request: Request, parts: Service, viewer: Looker) -> Response:
    """The standard in force, what is proposed, and all versions."""
    return _overview(request, parts, viewer)


@router.post("")
def add_standard(request: Request, parts: Service, viewer: Keeper, file: Upload = None) -> Response:
    """Checks a file, its own cases too, and keeps it; or says what is wrong and where."""
    if file is None or not file.filename:
        return _overview(request, parts, viewer, lines=(messages.UPLOAD_EMPTY,))
    from verifiers import case_problems

    try:
        standard, content = from_file(file.file.read(MOST_BYTES + 1), file.filename)
        faults = case_problems(standard)
    except RubricError as error:
        faults = error.problems
    else:
        if not faults:
            kept = parts.records.add_standard(
                viewer,
                content,
                id=standard.id,
                version=standard.version,
                title=standard.title,
                provisional=standard.provisional,
                file=file.filename[:200],
            )
            return RedirectResponse(f"/admin/standards/{kept.sha256}?done=added", 303)
    return _overview(request, parts, viewer, file=file.filename, lines=[each.line for each in faults])


@router.get("/current.xlsx")
def current_workbook(parts: Service, _viewer: Looker) -> Response:
    """The standard in force as a workbook, to be edited and handed over again."""
    return _workbook(_now(parts))


@router.get("/{sha256}")
def standard_(request: Request, parts: Service, viewer: Looker, sha256: Sha256, done: str = "") -> Response:
    """A version, and how it differs from the one in force."""
    return _one(request, parts, viewer, sha256, done=messages.DONE.get(done))


@router.get("/{sha256}/file.yaml")
def file(parts: Service, viewer: Looker, sha256: Sha256) -> Response:
    """The version's own file."""
    version, content = parts.records.standard(viewer, sha256)
    headers = {"Content-Disposition": f'attachment; filename="standard-{version.sha256[:12]}.yaml"'}
    return Response(content, media_type="application/yaml", headers=headers)


@router.get("/{sha256}/file.xlsx")
def workbook(parts: Service, viewer: Looker, sha256: Sha256) -> Response:
    """The version as a workbook."""
    return _workbook(in_force.read_standard(parts.records.standard(viewer, sha256)[1]))


@router.post("/{sha256}/propose")
def propose(
    request: Request, parts: Service, viewer: Keeper, sha256: Sha256, since: Words = "", reason: Words = ""
) -> Response:
    """Proposes that the version be in force from a day on."""
    try:
        told = Proposal(sha256=sha256, since=date.fromisoformat(since), reason=reason.strip())
        parts.records.propose_standard(viewer, told)
    except (ValidationError, ValueError):
        return _one(request, parts, viewer, sha256, lines=(messages.PROPOSAL,), typed=(since, reason))
    except ProposedError as error:
        return _one(request, parts, viewer, sha256, lines=error.lines, typed=(since, reason))
    return RedirectResponse(f"/admin/standards/{sha256}?done=proposed", 303)


@router.post("/{sha256}/answer")
def answer(
    request: Request,
    parts: Service,
    viewer: Keeper,
    sha256: Sha256,
    number: Annotated[int, Form(ge=1, le=2**31)],
    said: Annotated[Answer, Form()],
) -> Response:
    """Agrees to a proposal, refuses it, or takes one's own back."""
    try:
        parts.records.answer_proposal(viewer, number, said)
    except (OwnProposalError, OthersProposalError, AnsweredError) as error:
        return _one(request, parts, viewer, sha256, lines=error.lines)
    return RedirectResponse(f"/admin/standards/{sha256}?done={said.value}", 303)


def _now(parts: Parts) -> Rubric:
    return in_force.standard_on(parts.records, parts.settings.rubric, in_force.today())


def _workbook(standard: Rubric) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="standard-{standard.sha256[:12]}.xlsx"'}
    return Response(to_workbook(standard), media_type=XLSX, headers=headers)


def _overview(
    request: Request, parts: Parts, viewer: Principal, *, file: str = "", lines: Sequence[str] = ()
) -> Response:
    versions = parts.records.standards(viewer)
    return page(
        request,
        "standards.html.j2",
        status=422 if lines else 200,
        now=_now(parts),
        origin=messages.SETTINGS_FILE if parts.settings.rubric else messages.SHIPPED_FILE,
        versions=versions,
        named=_by_hash(versions),
        enactments=parts.records.enactments(viewer),
        answers=messages.ANSWERS,
        file=file,
        lines=lines,
    )


def _one(
    request: Request,
    parts: Parts,
    viewer: Principal,
    sha256: str,
    *,
    lines: Sequence[str] = (),
    typed: tuple[str, str] = ("", ""),
    done: str | None = None,
) -> Response:
    version, content = parts.records.standard(viewer, sha256)
    now = _now(parts)
    return page(
        request,
        "standard.html.j2",
        status=422 if lines else 200,
        version=version,
        standard=in_force.read_standard(content),
        now=now,
        differences=differences(now, in_force.read_standard(content)),
        sorts=messages.SORTS,
        enactments=[each for each in parts.records.enactments(viewer) if each.sha256 == sha256],
        answers=messages.ANSWERS,
        rounds=parts.records.rounds(),
        since=typed[0] or in_force.today().isoformat(),
        reason=typed[1],
        lines=lines,
        done=done,
    )


def _by_hash(versions: Sequence[StandardVersion]) -> dict[str, StandardVersion]:
    return {each.sha256: each for each in versions}
