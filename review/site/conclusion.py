"""Where a review comes to its end: points criterion by criterion, questions to the applicant, and the decision."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.dates import CHINA
from dossier.principal import Principal
from dossier.record import Outcome
from dossier.state import State
from review.api.parts import Parts, Service
from review.api.points import check_points
from review.api.problems import Problem
from review.api.submissions import SubmissionId
from review.criteria import titles_in
from review.site import rulings_messages as messages
from review.site.conclusion_view import moves_of, rows_of, total_of
from review.site.letters import trail_head
from review.site.rendering import page
from review.site.reviewing import Reviewer
from review.site.rulings import Decider
from review.site.rulings_view import Settling

router = APIRouter(prefix="/review/{submission}")
Version = Annotated[int, Form(ge=0)]
Comment = Annotated[str, Form(max_length=2000)]
USUAL_DAYS = 5
"""A supplement's last day, unless the reviewer chooses another."""


@router.get("/conclusion")
def conclusion(request: Request, parts: Service, viewer: Reviewer, submission: SubmissionId) -> Response:
    """The page. Problem `not-found` while there is no report."""
    return _page(request, parts, viewer, submission)


@router.post("/points")
def set_points(
    parts: Service,
    viewer: Decider,
    submission: SubmissionId,
    version: Version,
    criterion: Annotated[str, Form(max_length=20)],
    points: Annotated[float, Form(allow_inf_nan=False)],
    comment: Comment = "",
) -> Response:
    """Sets a criterion's points within the standard's limits; outside of what the evidence supports, with a reason."""
    report = parts.records.report(viewer, submission)
    check_points(titles_in(parts, report), criterion, points)
    found = next((each for each in report.findings if each.criterion == criterion), None)
    within = found is not None and found.supported[0] <= points <= found.supported[1]
    if not within and not comment.strip():
        raise Problem("invalid", messages.POINTS_REASON.format(criterion=criterion))
    parts.records.decide(
        viewer,
        submission,
        version,
        outcome=Outcome.CONFIRM if within else Outcome.AMEND,
        criterion=criterion,
        points=points,
        comment=comment.strip(),
    )
    return _back(submission, f"points-{criterion}")


@router.post("/supplement")
def ask(
    parts: Service,
    viewer: Decider,
    submission: SubmissionId,
    version: Version,
    due_on: Annotated[date, Form()],
    note: Comment = "",
) -> Response:
    """Puts all questions to the applicant."""
    parts.records.ask(viewer, submission, version, due_on=due_on, note=note)
    return _back(submission, "supplement")


@router.post("/decision")
def decide(
    parts: Service,
    viewer: Decider,
    submission: SubmissionId,
    version: Version,
    outcome: Annotated[Literal["recommend", "return"], Form()],
    comment: Comment = "",
) -> Response:
    """Decides the whole."""
    if outcome == Outcome.RETURN and not comment.strip():
        raise Problem("invalid", messages.RETURN_REASON)
    parts.records.decide(viewer, submission, version, outcome=Outcome(outcome), comment=comment.strip())
    return _back(submission, "decision")


@router.post("/moves")
def move(
    parts: Service,
    viewer: Reviewer,
    submission: SubmissionId,
    version: Version,
    to: Annotated[Literal["received", "in_review", "recommended", "returned"], Form()],
    reason: Comment = "",
) -> Response:
    """Verifies it again, takes a supplement back, or carries a decision out."""
    record = parts.records.move(viewer, submission, State(to), version, reason=reason.strip() or None)
    if record.state is State.RECEIVED:
        parts.trigger(submission)
    return _back(submission, "decision")


def _page(request: Request, parts: Parts, viewer: Principal, submission: str) -> Response:
    records = parts.records
    record = records.get(viewer, submission)
    report = records.report(viewer, submission)
    decisions = records.decisions(viewer, submission)
    rows = rows_of(report, titles_in(parts, report), decisions)
    settling = Settling(record, viewer, records.ruled(viewer, submission))
    today = datetime.now(CHINA).date()
    return page(
        request,
        "conclusion.html.j2",
        record=record,
        report=report,
        made=records.reports(viewer, submission),
        rows=rows,
        total=total_of(rows),
        settling=settling,
        asked=[each for each in settling.ruled if each.settlement == "asked"],
        supplements=records.supplements(viewer, submission),
        whole=[each for each in decisions if each.criterion is None],
        moves=moves_of(viewer, record),
        first_day=today + timedelta(days=1),
        head=trail_head(parts, viewer, submission),
        usual_day=today + timedelta(days=USUAL_DAYS),
        words=messages,
    )


def _back(submission: str, place: str) -> Response:
    return RedirectResponse(f"/review/{submission}/conclusion#{place}", 303)
