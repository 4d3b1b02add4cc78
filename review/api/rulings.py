"""What reviewers say of each discrepancy, and what they ask of the applicant."""

from fastapi import APIRouter, Response

from dossier.record import SubmissionRecord
from dossier.ruling import RuledDiscrepancy, Ruling, Supplement
from review.api.bodies import NewRuling, NewSupplement
from review.api.parts import Service
from review.api.security import Reader, Reviewer
from review.api.submissions import SubmissionId, Version
from review.api.versions import tagged

router = APIRouter(prefix="/submissions/{submission}", tags=["decisions"])


@router.get("/rulings", summary="逐处认定")
def list_rulings(submission: SubmissionId, parts: Service, principal: Reader) -> tuple[RuledDiscrepancy, ...]:
    """最新报告的每一处不符、对它的历次认定和认定进度。报告更新后，说法不变的沿用原认定。"""
    return parts.records.ruled(principal, submission)


@router.post("/rulings", status_code=201, summary="认定一处不符")
def add_ruling(
    submission: SubmissionId, body: NewRuling, parts: Service, principal: Reviewer, version: Version
) -> Ruling:
    """只增不改。否决项的认定和“不成立”的认定须由另一人作出同样的认定才算数。"""
    return parts.records.rule(
        principal,
        submission,
        version,
        fingerprint=body.fingerprint,
        outcome=body.outcome,
        reason=body.reason,
        seen=body.seen,
    )


@router.get("/supplements", summary="历次补正通知")
def list_supplements(submission: SubmissionId, parts: Service, principal: Reader) -> tuple[Supplement, ...]:
    """新的在前；申报处于 supplement 时，最新的一次正待答复。"""
    return parts.records.supplements(principal, submission)


@router.post("/supplements", status_code=201, summary="请申报单位补正")
def ask_applicant(
    submission: SubmissionId,
    body: NewSupplement,
    parts: Service,
    principal: Reviewer,
    version: Version,
    response: Response,
) -> SubmissionRecord:
    """把认定为 ask 的各处发给申报单位；期限内可增加材料并用 submit 提交，新材料随即核验。"""
    record = parts.records.ask(principal, submission, version, due_on=body.due_on, note=body.note)
    return tagged(record, response)
