"""What a version of the standard would change in a round, before it comes into force: from kept facts, no page is read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Path
from starlette.requests import Request
from starlette.responses import Response

from audit.rescoring import Outcome
from flows import in_force
from flows.progress import silent
from flows.rescore_round import rescore_round
from review.api.parts import Service
from review.audits.rescoring_messages import OUTCOMES
from review.reports.messages import ELIGIBLE_NAMES
from review.site.office_roles import Looker
from review.site.rendering import page

router = APIRouter(prefix="/admin/standards")
_TONES = {Outcome.PASSES: "reached", Outcome.FALLS: "late", Outcome.OTHERWISE: "soon"}


@router.post("/{sha256}/what-if")
def what_if(
    request: Request,
    parts: Service,
    viewer: Looker,
    sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")],
    round: Annotated[str, Form(max_length=100)] = "",  # noqa: A002 - the field's own name
) -> Response:
    """The round under the version: who would pass, who would fall, and by which rules. It is noted in the trail."""
    version, content = parts.records.standard(viewer, sha256)
    standard = in_force.read_standard(content)
    rescored = rescore_round(
        parts, viewer, round, [(version.file, standard)], fallback=parts.settings.rubric, progress=silent
    )
    (found,) = rescored.what_ifs
    ranks = list(OUTCOMES)
    changed = [each for each in found.submissions if each.outcome is not Outcome.SAME]
    return page(
        request,
        "what_if.html.j2",
        version=version,
        rescored=rescored,
        found=found,
        changed=sorted(changed, key=lambda each: (ranks.index(each.outcome), each.submission)),
        outcomes=OUTCOMES,
        tones=_TONES,
        eligible=ELIGIBLE_NAMES,
    )
