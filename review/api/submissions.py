"""Submissions: made, listed, handed in, taken back."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Response

from dossier.record import SubmissionPage, SubmissionRecord
from dossier.state import State
from dossier.submission import Organization
from flows.submission_file import SubmissionOnDisk
from flows.submission_json import validate
from review.api import messages
from review.api.bodies import NewSubmission, Reason
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.api.security import Reader, Submitter
from review.api.versions import tagged, version_seen
from review.criteria import titles_today

router = APIRouter(prefix="/submissions", tags=["submissions"])

SubmissionId = Annotated[
    str,
    Path(
        description="申报编号", pattern=r"^S[0-9A-HJKMNP-TV-Z]{26}$", examples=["S01KAV3Q8R9S0T1V2W3X4Y5Z6A7"]
    ),
]
Version = Annotated[int, Depends(version_seen)]


@router.post("", status_code=201, summary="新建申报（草稿）")
def create_submission(
    body: NewSubmission, parts: Service, principal: Submitter, response: Response
) -> SubmissionRecord:
    """草稿可以继续加文件；交齐后用 submit 提交。"""
    application = _checked(parts, body.application) if body.application is not None else None
    written = application.round if application is not None else None
    if body.round is not None and written is not None and body.round != written:
        raise Problem("invalid", messages.ROUND_DIFFERS.format(one=body.round, other=written))
    chosen = body.round or written
    if chosen is None:
        raise Problem("invalid", messages.ROUND_MISSING)
    organization, recommender = body.organization, body.recommender
    if application is not None:
        organization = organization or Organization(**application.organization.model_dump())
        recommender = recommender or application.recommender
    record = parts.records.create(
        principal,
        round=chosen,
        organization=organization,
        recommender=recommender,
        application=body.application,
        batch=body.batch,
    )
    response.headers["Location"] = f"/api/v1/submissions/{record.id}"
    return tagged(record, response)


@router.get("", summary="列出申报")
def list_submissions(
    parts: Service,
    principal: Reader,
    round: Annotated[str | None, Query(description="只列出这一批次", max_length=500)] = None,  # noqa: A002
    state: Annotated[State | None, Query(description="只列出这一状态")] = None,
    after: Annotated[str | None, Query(description="上一页的 after", max_length=40)] = None,
    limit: Annotated[int, Query(description="一页最多多少份", ge=1, le=200)] = 50,
) -> SubmissionPage:
    """新的在前。`after` 不为空时还有下一页。"""
    return parts.records.list(principal, round=round, state=state, after=after, limit=limit)


@router.get("/{submission}", summary="一份申报")
def get_submission(
    submission: SubmissionId, parts: Service, principal: Reader, response: Response
) -> SubmissionRecord:
    """版本在 ETag 头中；改动时请放在 If-Match 头中。"""
    return tagged(parts.records.get(principal, submission), response)


@router.post("/{submission}/submit", summary="提交申报")
def submit_submission(
    submission: SubmissionId,
    parts: Service,
    principal: Submitter,
    version: Version,
    response: Response,
) -> SubmissionRecord:
    """提交之后文件不能再增减；核验随即排队。"""
    record = parts.records.submit(principal, submission, version)
    parts.trigger(submission)
    return tagged(record, response)


@router.post("/{submission}/withdraw", summary="撤回申报")
def withdraw_submission(
    submission: SubmissionId,
    parts: Service,
    principal: Submitter,
    version: Version,
    response: Response,
    body: Reason | None = None,
) -> SubmissionRecord:
    """撤回后不能恢复。"""
    reason = body.reason or None if body is not None else None
    return tagged(parts.records.withdraw(principal, submission, version, reason=reason), response)


@router.delete("/{submission}", summary="撤回申报（同 withdraw）")
def delete_submission(
    submission: SubmissionId,
    parts: Service,
    principal: Submitter,
    version: Version,
    response: Response,
) -> SubmissionRecord:
    """留痕不能删除，所以申报只能撤回。"""
    return tagged(parts.records.withdraw(principal, submission, version), response)


@router.post("/{submission}/reopen", summary="重新打开不能用的申报")
def reopen_submission(
    submission: SubmissionId,
    parts: Service,
    principal: Submitter,
    version: Version,
    response: Response,
) -> SubmissionRecord:
    """申报表不能用时，改正文件后可再次提交。"""
    return tagged(parts.records.reopen(principal, submission, version), response)


def _checked(parts: Parts, application: dict[str, Any]) -> SubmissionOnDisk:
    known = tuple(titles_today(parts))
    return validate(application, "application", known)
