"""Papers of a review: the letter to the applicant, and the report, each with the trail's head."""

import io
from contextlib import nullcontext
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from dossier.principal import Principal
from review.api.downloads import attachment
from review.api.drawing import Drawn, draw_report
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.api.reports import MEDIA_TYPES, PAGE_POLICY, Format
from review.api.submissions import SubmissionId
from review.criteria import titles_in
from review.reports.letter import write_letter
from review.site import letters_messages as messages
from review.site.letters_text import Reviewed, letter_of
from review.site.reviewing import Reviewer

router = APIRouter(prefix="/review/{submission}")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/letter.docx")
def letter(parts: Service, viewer: Reviewer, submission: SubmissionId) -> Response:
    """What is to be told to the applicant now: the decision, else what was asked last. Problem `illegal-move`: nothing yet."""
    records = parts.records
    record = records.get(viewer, submission)
    report = records.report(viewer, submission)
    rounds = {each.id: each for each in records.rounds()}
    found = letter_of(
        Reviewed(
            record=record,
            report=report,
            titles=titles_in(parts, report),
            decisions=records.decisions(viewer, submission),
            ruled=records.ruled(viewer, submission),
            supplements=records.supplements(viewer, submission),
            round=rounds.get(record.round),
            writer=viewer,
            head=trail_head(parts, viewer, submission),
        )
    )
    if found is None:
        raise Problem("illegal-move", messages.NOTHING_TO_TELL)
    name = f"{report.submission.organization.name}-{found.title}.docx"
    return attachment(nullcontext(io.BytesIO(write_letter(found))), name=name, media_type=DOCX)


@router.get("/report.{format}")
def report(
    parts: Service,
    viewer: Reviewer,
    submission: SubmissionId,
    format: Annotated[Drawn, Path()],  # noqa: A002
) -> Response:
    """The newest report, drawn anew with the trail's head as it is now."""
    found = parts.records.report(viewer, submission)
    head = trail_head(parts, viewer, submission)
    content = draw_report(parts, found, format, trail_head=head)
    answer = attachment(
        nullcontext(io.BytesIO(content)),
        name=f"{found.submission.organization.name}-核验报告.{format}",
        media_type=MEDIA_TYPES[Format(format)],
    )
    answer.headers["Content-Security-Policy"] = PAGE_POLICY
    return answer


def trail_head(parts: Parts, viewer: Principal, submission: str) -> str:
    """Number and hash of the last row of the trail on the submission: it vouches for all rows before it."""
    last = parts.records.history(viewer, submission)[-1]
    return messages.TRAIL_HEAD.format(seq=last.seq, hash=last.hash)
