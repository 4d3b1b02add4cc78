"""What the reviewer says of each discrepancy, within the workbench: the block is sent anew in place of the old one."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.principal import Principal, Role
from dossier.ruling import Ruled
from review.api.parts import Service
from review.api.submissions import SubmissionId
from review.site.rendering import page
from review.site.rulings_view import Settling
from review.site.signing import for_roles

router = APIRouter(prefix="/review/{submission}")
Decider = Annotated[Principal, Depends(for_roles(Role.REVIEWER, Role.EXPERT, Role.OFFICE))]


class Said(BaseModel):
    """What the form of a ruling says. `seen`: the last ruling that its page showed."""

    fingerprint: str = Field(max_length=40)
    outcome: Ruled
    version: int = Field(ge=0)
    reason: str = Field(default="", max_length=2000)
    seen: int = Field(default=0, ge=0)


@router.post("/rulings")
def rule(
    request: Request,
    parts: Service,
    viewer: Decider,
    submission: SubmissionId,
    said: Annotated[Said, Form()],
) -> Response:
    """Adds the ruling. For htmx, the block with what the reviewer may say next; else the way back to it."""
    records, key = parts.records, said.fingerprint
    records.rule(
        viewer,
        submission,
        said.version,
        fingerprint=key,
        outcome=said.outcome,
        reason=said.reason,
        seen=said.seen,
    )
    if request.headers.get("HX-Request") != "true":
        return RedirectResponse(f"/review/{submission}?finding={key}", 303)
    settling = Settling(records.get(viewer, submission), viewer, records.ruled(viewer, submission))
    return page(request, "workbench_ruled.html.j2", settling=settling, key=key)
