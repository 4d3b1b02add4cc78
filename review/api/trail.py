"""The audit trail over HTTP, for those who audit. Whether the chain holds is asked with `hezheng trail verify`."""

from typing import Annotated

from fastapi import APIRouter, Query

from dossier.trail import TrailEntry
from review.api.parts import Service
from review.api.security import Auditor
from review.api.submissions import SubmissionId

router = APIRouter(tags=["trail"])


@router.get("/trail", summary="操作记录")
def list_trail(
    parts: Service,
    principal: Auditor,
    after: Annotated[int, Query(description="只要这一条之后的", ge=0, le=2**53)] = 0,
    limit: Annotated[int, Query(description="一次最多多少条", ge=1, le=1000)] = 200,
) -> tuple[TrailEntry, ...]:
    """旧的在前；`hash` 由其余各项算出，`previous` 是前一条的 `hash`。"""
    return parts.records.trail(principal, after=after, limit=limit)


@router.get("/submissions/{submission}/trail", summary="一份申报的操作记录")
def list_submission_trail(
    submission: SubmissionId, parts: Service, principal: Auditor
) -> tuple[TrailEntry, ...]:
    """谁在什么时候对这份申报做了什么，旧的在前。"""
    return parts.records.history(principal, submission)
