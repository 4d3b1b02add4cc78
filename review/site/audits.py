"""The provincial office's audit of a round: what breaks its rules, what stands out, and the findings to look at again.

An audit begins with an act, which draws the seed of the sample and is in the trail; afterwards the page says how the round
stands now, and takes what the second looks found.
"""

import io
from contextlib import nullcontext
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from audit.model import Audit, Member
from dossier.principal import Principal, Role
from flows.audit_round import audit_round, begin
from flows.kept_pages import Width
from review.api.downloads import attachment
from review.api.parts import Parts, Service
from review.api.submissions import SubmissionId
from review.audits import auditing
from review.audits.audit_view import AuditView
from review.site.rendering import page
from review.site.signing import for_roles

router = APIRouter(prefix="/audits")
Auditor = Annotated[Principal, Depends(for_roles(Role.OFFICE, Role.ADMINISTRATOR, Role.AUDITOR))]
FORMATS = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.get("")
def audits(request: Request, parts: Service, _: Auditor) -> Response:
    """The newest round's audit, or that there is no round."""
    known = parts.records.rounds()
    if known:
        return RedirectResponse(f"/audits/{quote(known[0].id)}", 303)
    return page(request, "audits.html.j2", round=None, rounds=(), audit=None)


@router.get("/{round}")
def audit(request: Request, parts: Service, viewer: Auditor, round: str) -> Response:  # noqa: A002
    """The audit as the round stands now; before the first one, how to begin it."""
    found = _audited(parts, viewer, round)
    told = {"round": round, "rounds": parts.records.rounds(), "audit": found}
    if found is None:
        return page(request, "audits.html.j2", **told)
    return page(
        request, "audits.html.j2", **told, view=AuditView(found), site="", pictures=picture, formats=FORMATS
    )


@router.post("/{round}")
def begin_audit(
    parts: Service,
    viewer: Auditor,
    round: str,  # noqa: A002
    seed: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Draws a seed, or takes the one typed."""
    begin(parts.records, viewer, round, seed.strip() or None)
    return RedirectResponse(f"/audits/{quote(round)}", 303)


@router.post("/{round}/looks")
def look(
    parts: Service,
    viewer: Auditor,
    round: str,  # noqa: A002
    submission: Annotated[SubmissionId, Form()],
    criterion: Annotated[str, Form(max_length=16)],
    right: Annotated[bool, Form()],
    note: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Keeps what a second look found."""
    seed = parts.records.audit_seed(viewer, round) or ""
    parts.records.look_again(viewer, submission, criterion, right=right, seed=seed, note=note)
    return RedirectResponse(f"/audits/{quote(round)}#{quote(f'{submission}-{criterion}')}", 303)


@router.get("/{round}/file")
def download(
    request: Request,
    parts: Service,
    viewer: Auditor,
    round: str,  # noqa: A002
    form: Annotated[str, Query(pattern=f"^({'|'.join(FORMATS)})$")] = "json",
) -> Response:
    """The audit as a file."""
    found = _audited(parts, viewer, round)
    if found is None:
        return RedirectResponse(f"/audits/{quote(round)}", 303)
    parts.records.note_audit(viewer, "round.export", round, format=form)
    site = str(request.base_url).rstrip("/")
    content = {
        "json": lambda: found.to_json().encode(),
        "html": lambda: auditing.render_page(found, site).encode(),
        "pdf": lambda: auditing.render_paper(found, site),
        "xlsx": lambda: auditing.render_workbook(found, site),
    }[form]()
    name = f"{round}-audit.{form}"
    return attachment(nullcontext(io.BytesIO(content)), name=name, media_type=FORMATS[form])


def picture(member: Member) -> str:
    """The address of a page's picture, as the workbench shows it."""
    return f"/review/{member.submission}/pages/{member.sha256}/{member.page}.webp?width={Width.SHEET.value}"


def _audited(parts: Parts, viewer: Principal, round: str) -> Audit | None:  # noqa: A002
    seed = parts.records.audit_seed(viewer, round)
    if seed is None:
        return None
    return audit_round(parts, viewer, round, seed, fallback=parts.settings.rubric).audit
