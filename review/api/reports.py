"""Reports: as files, and as the rows that other programs want."""

import io
from contextlib import nullcontext
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from dossier.finding import Discrepancy, Finding, Severity, Verdict
from dossier.principal import Principal
from dossier.record import ReportRecord
from review.api import messages
from review.api.downloads import attachment
from review.api.drawing import draw_report
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.api.security import Reader
from review.api.submissions import SubmissionId

router = APIRouter(prefix="/submissions/{submission}", tags=["reports"])


class Format(StrEnum):
    """The files of a report."""

    JSON = "json"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"


MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.HTML: "text/html; charset=utf-8",
    Format.PDF: "application/pdf",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PAGE_POLICY = "sandbox allow-scripts; default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
"""The page holds all that it shows; opened from here it reaches nothing else."""


@router.get("/reports", summary="历次报告")
def list_reports(submission: SubmissionId, parts: Service, principal: Reader) -> tuple[ReportRecord, ...]:
    """新的在前；`files` 是各文件的 SHA-256。"""
    return parts.records.reports(principal, submission)


@router.get(
    "/report.{format}",
    summary="最新的报告",
    response_class=Response,
    responses={
        200: {
            "description": "报告文件",
            "content": {kind.partition(";")[0]: {} for kind in MEDIA_TYPES.values()},
        }
    },
)
def get_report(
    submission: SubmissionId,
    format: Annotated[Format, Path(description="json、html、pdf 或 xlsx")],  # noqa: A002
    parts: Service,
    principal: Reader,
) -> Response:
    """report.json 的写法见 `hezheng schema report`。"""
    files = _newest(parts, principal, submission).files
    sha256 = files.get(format)
    name = f"{submission}-report.{format}"
    if sha256 is not None:
        answer = attachment(parts.reports.open(sha256), name=name, media_type=MEDIA_TYPES[format])
        answer.headers["ETag"] = f'"{sha256}"'
    elif format is Format.JSON:
        raise Problem("report-missing", messages.NO_SUCH_FORMAT.format(format=format.value))
    else:  # of a report that a correction made, only the data are kept
        content = draw_report(parts, parts.records.report(principal, submission), format.value)
        answer = attachment(nullcontext(io.BytesIO(content)), name=name, media_type=MEDIA_TYPES[format])
    if format is Format.HTML:
        answer.headers["Content-Security-Policy"] = PAGE_POLICY
    return answer


@router.get("/findings", summary="逐条结论")
def list_findings(
    submission: SubmissionId,
    parts: Service,
    principal: Reader,
    criterion: Annotated[str | None, Query(description="只要这一条", examples=["2.6"], max_length=40)] = None,
    verdict: Annotated[Verdict | None, Query(description="只要这一种结论")] = None,
) -> tuple[Finding, ...]:
    """最新报告中的结论。"""
    _newest(parts, principal, submission)
    return tuple(
        found
        for found in parts.records.report(principal, submission).findings
        if criterion in {None, found.criterion} and verdict in {None, found.verdict}
    )


@router.get("/discrepancies", summary="不符之处")
def list_discrepancies(
    submission: SubmissionId,
    parts: Service,
    principal: Reader,
    severity: Annotated[Severity | None, Query(description="只要这一种轻重")] = None,
) -> tuple[Discrepancy, ...]:
    """最新报告中的不符之处。"""
    _newest(parts, principal, submission)
    return tuple(
        found
        for found in parts.records.report(principal, submission).discrepancies
        if severity in {None, found.severity}
    )


def _newest(parts: Parts, principal: Principal, submission: str) -> ReportRecord:
    found = parts.records.reports(principal, submission)
    if not found:
        told = messages.NO_REPORT.format(path=f"/api/v1/submissions/{submission}/status")
        raise Problem("report-missing", told)
    return found[0]
