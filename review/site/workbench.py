"""The reviewer's workbench: what was found on the left, the page that it rests on on the right.

The address says what is looked at (`?finding=…&place=…&document=…&page=…`), so that it can be sent to a colleague.
Findings come as rows from the records; a page's lines come from its reading, when the page is looked at.
"""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dossier.report import reader_version
from flows.kept_pages import Width
from review.api.parts import Service
from review.api.problems import Problem
from review.api.submissions import SubmissionId
from review.criteria import titles_in
from review.reports.messages import NO_DISCREPANCY
from review.site import workbench_messages as messages
from review.site.rendering import page as render
from review.site.reviewing import Reviewer
from review.site.rulings_view import Settling
from review.site.workbench_sheet import lay_out as lay_out_sheet
from review.site.workbench_sheet import problems_of
from review.site.workbench_view import lay_out

router = APIRouter()


@router.get("/review/{submission}")
def workbench(request: Request, parts: Service, viewer: Reviewer, submission: SubmissionId) -> Response:
    """The whole workbench, or where the submission stands while there is no report on it."""
    record = parts.records.get(viewer, submission)
    reports = parts.records.reports(viewer, submission)
    if not reports:
        return render(request, "workbench_waiting.html.j2", record=record)
    report = parts.records.report(viewer, submission)
    titles = titles_in(parts, report)
    return render(
        request,
        "workbench.html.j2",
        record=record,
        bench=lay_out(report, titles),
        settling=Settling(record, viewer, parts.records.ruled(viewer, submission)),
        made=reports[0],
        no_discrepancy=NO_DISCREPANCY,
    )


@router.get("/review/{submission}/sheet")
def sheet(
    request: Request,
    parts: Service,
    viewer: Reviewer,
    submission: SubmissionId,
    document: Annotated[str | None, Query(max_length=2000)] = None,
    page: Annotated[int, Query(ge=1)] = 1,
) -> Response:
    """A page's picture and all that was read on it, of the first document where none is named. Problem `not-found`."""
    report = parts.records.report(viewer, submission)
    found = next((each for each in report.documents if document in {None, each.path}), None)
    if found is None:
        raise Problem("not-found", messages.NO_DOCUMENT.format(path=document or ""))
    reading = parts.pages.reading(found.sha256, reader_version(report.extractor))
    if reading is None or not reading.pages:
        return render(request, "workbench_unread.html.j2", document=found, problems=problems_of(found))
    number = min(page, len(reading.pages))
    return render(
        request,
        "workbench_sheet.html.j2",
        sheet=lay_out_sheet(report, found, reading, number),
        submission=submission,
        rules=Settling(parts.records.get(viewer, submission), viewer, ()).rules,
        Width=Width,
    )
