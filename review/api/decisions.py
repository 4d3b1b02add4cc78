"""What reviewers say: of one criterion, of the whole, and where a submission goes next."""

from fastapi import APIRouter, Response

from dossier.record import Decision, SubmissionRecord
from dossier.state import State
from review.api.bodies import Move, NewDecision
from review.api.parts import Service
from review.api.points import check_points
from review.api.security import Reader, Reviewer
from review.api.submissions import SubmissionId, Version
from review.api.versions import tagged
from review.criteria import titles_today

router = APIRouter(prefix="/submissions/{submission}", tags=["decisions"])


@router.get("/decisions", summary="历次决定")
def list_decisions(submission: SubmissionId, parts: Service, principal: Reader) -> tuple[Decision, ...]:
    """旧的在前；只增不改，同一条以最后一次为准。"""
    return parts.records.decisions(principal, submission)


@router.post("/decisions", status_code=201, summary="作出决定")
def add_decision(
    submission: SubmissionId,
    body: NewDecision,
    parts: Service,
    principal: Reviewer,
    version: Version,
    response: Response,
) -> SubmissionRecord:
    """对一条（confirm、amend）的决定不改变状态；对整份（recommend、return）的决定使申报变为已决定。"""
    if body.criterion is not None:
        check_points(titles_today(parts), body.criterion, body.points)
    record = parts.records.decide(
        principal,
        submission,
        version,
        outcome=body.outcome,
        criterion=body.criterion,
        points=body.points,
        comment=body.comment,
    )
    return tagged(record, response)


@router.post("/moves", summary="移到下一个状态")
def move_submission(
    submission: SubmissionId,
    body: Move,
    parts: Service,
    principal: Reviewer,
    version: Version,
    response: Response,
) -> SubmissionRecord:
    """已决定的申报移到已推荐或已退回，或重新审核；审核中的申报可以重新核验。"""
    record = parts.records.move(principal, submission, State(body.to), version, reason=body.reason or None)
    if record.state is State.RECEIVED:
        parts.trigger(submission)
    return tagged(record, response)
