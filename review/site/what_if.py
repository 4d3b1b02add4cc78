"""What a version of the standard would change in a round, before it comes into force: from kept facts, no page is read."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from audit.rescoring import Outcome, Rescored
from dossier.standards import StandardVersion
from flows import in_force
from flows.rescore_round import rescore_round
from review.api.parts import Service
from review.audits.rescoring_messages import OUTCOMES
from review.reports.messages import ELIGIBLE_NAMES
from review.site.office_roles import Looker
from review.site.rendering import page
from review.site.trials import Trials

router = APIRouter(prefix="/admin/standards/{sha256}/what-if")
Sha256 = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
_TONES = {Outcome.PASSES: "reached", Outcome.FALLS: "late", Outcome.OTHERWISE: "soon"}


@router.post("")
def try_on(
    request: Request,
    parts: Service,
    viewer: Looker,
    sha256: Sha256,
    round: Annotated[str, Form(max_length=100)] = "",  # noqa: A002 - the field's own name
) -> Response:
    """Begins to try the version on a round, and leads to where it is told. It is noted in the trail."""
    version, content = parts.records.standard(viewer, sha256)
    tried = [(version.file, in_force.read_standard(content))]
    fallback = parts.settings.rubric
    _trials(request).begin(
        (sha256, round),
        lambda tell: rescore_round(parts, viewer, round, tried, fallback=fallback, progress=tell),
    )
    return RedirectResponse(f"/admin/standards/{sha256}/what-if/{quote(round, safe='')}", 303)


@router.get("/{round}")
def told(
    request: Request,
    parts: Service,
    viewer: Looker,
    sha256: Sha256,
    round: str,  # noqa: A002 - the path's own name
) -> Response:
    """The round under the version: who would pass, who would fall, and by which rules; how far it is, until then.

    What went wrong is raised here: NotFoundError where there is no such round.
    """
    version, _ = parts.records.standard(viewer, sha256)
    trial = _trials(request).get((sha256, round))
    if trial is None:
        return RedirectResponse(f"/admin/standards/{sha256}", 303)
    if trial.error is not None:
        raise trial.error
    if trial.result is None:
        return page(request, "what_if_waiting.html.j2", version=version, round=round, trial=trial)
    return _result(request, version, trial.result)


def _trials(request: Request) -> Trials:
    return request.app.state.trials


def _result(request: Request, version: StandardVersion, rescored: Rescored) -> Response:
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
