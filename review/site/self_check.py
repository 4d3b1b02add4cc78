"""The self-check of a draft: what could be read, what the steps of the verification say of it, what is still missing.

It is walked by `flows.rehearsal`, and enters neither the records nor anything that reviewers see.
"""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dossier.state import State
from flows.rehearsal import Stage
from review.api.parts import Service
from review.api.submissions import SubmissionId
from review.site import mine_messages as messages
from review.site.applying import Applicant, claims_of, criteria_today, standard_today
from review.site.checklist import lay_out
from review.site.handed import Handed
from review.site.rendering import page
from vault.records.errors import NotInDraftError

router = APIRouter(prefix="/my")


@router.get("/{submission}/check")
def self_check(request: Request, parts: Service, viewer: Applicant, submission: SubmissionId) -> Response:
    """How far the self-check is, or what it gave; the first look begins it. NotInDraftError."""
    record = parts.records.get(viewer, submission)
    if record.state is not State.DRAFT:
        raise NotInDraftError(record.state)
    handed = Handed(parts, viewer, record)
    found = parts.rehearsals.look(record, handed.documents)
    rubric = standard_today(parts)
    checklist = lay_out(rubric, criteria_today(rubric), claims_of(record), handed, found.report)
    lines = (messages.NO_APPLICATION,) if found.stage is Stage.NO_APPLICATION else found.lines
    return page(
        request,
        "mine_check.html.j2",
        record=record,
        found=found,
        checklist=checklist,
        lines=lines,
        done=found.report is not None,
    )
