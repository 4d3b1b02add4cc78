"""A fact is corrected: what would change is shown before it is kept, and what has changed afterwards."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.principal import Principal
from dossier.report import Report
from dossier.revision import RevisedFact
from flows import in_force
from flows.replaying import Kept, kept_of
from flows.revisions import hint_of, revised_report
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.api.submissions import SubmissionId
from review.criteria import titles_in
from review.reports.messages import FACT_NAMES, VALUE_NAMES
from review.site import revisions_messages as messages
from review.site.changes_view import compare
from review.site.rendering import page as render
from review.site.reviewing import Reviewer
from review.site.revisions_form import Typed, correctable, revised, target_of
from review.site.rulings import Decider
from vault.blobs import BlobMissingError
from vault.records.revisions import Remade

router = APIRouter(prefix="/review/{submission}")


@router.get("/revision")
def form(
    request: Request,
    parts: Service,
    viewer: Decider,
    submission: SubmissionId,
    fact: Annotated[int | None, Query(ge=0)] = None,
    document: Annotated[str, Query(max_length=2000)] = "",
    page: Annotated[int, Query(ge=1)] = 1,
) -> Response:
    """The form of a fact of the newest report, or of one that is to be added to a document's page."""
    record = parts.records.get(viewer, submission)
    report = parts.records.report(viewer, submission)
    target = target_of(report, fact, document, page)
    return render(
        request,
        "revision.html.j2",
        record=record,
        target=target,
        before=parts.records.reports(viewer, submission)[0].sha256,
        names={each: FACT_NAMES.get(each, each) for each in correctable(target.kind)},
        values=VALUE_NAMES.get(target.name or "", {}),
        hint=hint_of(target.name) if target.name else messages.NEW_HINT,
    )


@router.post("/revision/preview")
def preview(
    request: Request,
    parts: Service,
    viewer: Decider,
    submission: SubmissionId,
    typed: Annotated[Typed, Form()],
) -> Response:
    """What the correction would change. Nothing is kept."""
    _, report, after = _remade(parts, viewer, submission, typed)
    return render(
        request, "revision_preview.html.j2", changes=compare(report, after, titles_in(parts, report))
    )


@router.post("/revision")
def revise(
    request: Request,
    parts: Service,
    viewer: Decider,
    submission: SubmissionId,
    typed: Annotated[Typed, Form()],
) -> Response:
    """Keeps the correction and the report that it makes, and leads to what has changed."""
    fact, _, after = _remade(parts, viewer, submission, typed)
    application = parts.records.application(viewer, submission)
    if application is None:
        raise Problem("invalid", messages.TOO_OLD)
    sha256 = parts.reports.put(after.to_json().encode())
    remade = Remade(typed.before, after, {"json": sha256}, application)
    parts.records.revise(viewer, submission, typed.version, fact, remade, reason=typed.reason)
    place = f"/review/{submission}/changes"
    if request.headers.get("HX-Request") == "true":
        return Response(status_code=204, headers={"HX-Redirect": place})
    return RedirectResponse(place, 303)


@router.get("/changes")
def changes(
    request: Request,
    parts: Service,
    viewer: Reviewer,
    submission: SubmissionId,
    before: Annotated[int | None, Query(ge=0)] = None,
    after: Annotated[int | None, Query(ge=0)] = None,
) -> Response:
    """What is otherwise in one report than in an earlier one: by default in the newest than in the one before."""
    records = parts.records
    made = records.reports(viewer, submission)
    numbers = [each.fence for each in made]
    if not made:
        raise Problem("not-found", messages.NO_REPORT)
    new = after if after in numbers else numbers[0]
    older = [each for each in numbers if each < new]
    old = before if before in numbers else older[0] if older else None
    found = None
    if old is not None:
        later = _kept(parts, viewer, submission, new)
        found = compare(_kept(parts, viewer, submission, old), later, titles_in(parts, later))
    return render(
        request,
        "changes.html.j2",
        record=records.get(viewer, submission),
        made=made,
        old=old,
        new=new,
        changes=found,
        revisions=records.revisions(viewer, submission),
        fact_names=FACT_NAMES,
    )


def _remade(
    parts: Parts, viewer: Principal, submission: str, typed: Typed
) -> tuple[RevisedFact, Report, Report]:
    """The correction, the newest report, and the report that comes of it."""
    kept: Kept = kept_of(parts.records, parts.blobs, viewer, submission)
    fact = revised(kept, typed)
    day: date = kept.report.submission.as_of
    rubric = in_force.standard_of(parts.records, parts.settings.rubric, kept.report.rubric.sha256, day)
    return fact, kept.report, revised_report(kept, fact, rubric)


def _kept(parts: Parts, viewer: Principal, submission: str, fence: int) -> Report:
    """One of the submission's reports. Problem `not-found` where its file is gone."""
    (made,) = [each for each in parts.records.reports(viewer, submission) if each.fence == fence]
    try:
        with parts.reports.open(made.files["json"]) as file:
            return Report.model_validate_json(file.read())
    except (KeyError, BlobMissingError):
        raise Problem("not-found", messages.NO_FILE) from None
