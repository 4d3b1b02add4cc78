"""Uploads that survive broken connections: the upload resource of the IETF's resumable uploads draft.

An upload is made by announcing a file (`POST …/files`, which knows its length and hash). `HEAD` tells the offset,
`PATCH` appends at it, `DELETE` gives up. The answer that completes it has the file's record, or says what is wrong.
"""

import re
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Header, Path, Request, Response
from fastapi.concurrency import run_in_threadpool

from dossier.principal import Principal
from dossier.record import KeptDocument, Upload
from review.api import messages
from review.api.bodies import UploadState
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.api.receiving import IANA, LIMIT, Turns, other_offset, receive
from review.api.security import Submitter
from vault.blobs import ContentMismatchError

router = APIRouter(prefix="/uploads", tags=["uploads"])

PARTIAL = "application/partial-upload"
LOCATION = "/api/v1/uploads/{id}"
UploadId = Annotated[str, Path(description="上传编号", pattern=r"^U[0-9A-HJKMNP-TV-Z]{26}$")]
_DIGITS = re.compile(r"[0-9]{1,15}")
_turns = Turns()


@router.head("/{upload}", status_code=204, summary="已收到多少字节")
def head_upload(upload: UploadId, parts: Service, principal: Submitter, response: Response) -> None:
    """在 Upload-Offset 头中；从那里续传。已完成的上传不再存在（404）。"""
    found, _, offset = _take(parts, principal, upload)
    response.headers.update(
        {
            "Upload-Offset": str(offset),
            "Upload-Length": str(found.size),
            "Upload-Complete": "?0",
            "Upload-Limit": LIMIT,
        }
    )


@router.patch(
    "/{upload}",
    summary="续传",
    response_model=KeptDocument,
    responses={204: {"description": "已收下，还没有传完；位置在 Upload-Offset 头中"}},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {PARTIAL: {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def append_upload(
    upload: UploadId,
    request: Request,
    parts: Service,
    principal: Submitter,
    upload_offset: Annotated[str | None, Header(description="从第几个字节续传", examples=["0"])] = None,
    upload_complete: Annotated[str | None, Header(description="?1：这是最后一段", examples=["?1"])] = None,
) -> Response:
    """任意大小的一段；收到的字节写到磁盘后才答复。传完时校验 SHA-256，不符则从头上传。"""
    found, newest, offset = await run_in_threadpool(_take, parts, principal, upload)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != PARTIAL:
        raise Problem("unsupported-media-type", messages.PARTIAL_TYPE, headers={"Accept-Patch": PARTIAL})
    at = _offset(upload_offset)
    if at != offset:
        raise other_offset(offset, at)
    offset = await receive(request, parts.partials, upload, at=at, size=found.size, newest=newest)
    headers = {"Upload-Offset": str(offset), "Upload-Complete": "?0"}
    if offset == found.size:
        kept = await run_in_threadpool(_complete, parts, principal, found)
        headers["Upload-Complete"] = "?1"
        return Response(kept.model_dump_json(), headers=headers, media_type="application/json")
    if upload_complete == "?1":
        told = messages.LENGTH_SHORT.format(offset=offset, size=found.size)
        uri = IANA + "inconsistent-upload-length"
        raise Problem("length-differs", told, headers=headers, type_uri=uri)
    return Response(status_code=204, headers=headers)


@router.delete("/{upload}", status_code=204, summary="放弃上传")
def cancel_upload(upload: UploadId, parts: Service, principal: Submitter) -> None:
    """已收到的字节随即删除。"""
    parts.records.end_upload(principal, upload)
    _turns.end(upload)
    parts.partials.remove(upload)


def keep(
    parts: Parts, principal: Principal, submission: str, path: str, *, partial: str, sha256: str, size: int
) -> KeptDocument:
    """Has what came in a partial upload kept for good, and as a file of the submission."""
    # What can't become a file of the submission isn't kept: originals may be locked for years.
    parts.records.check_draft(principal, submission)
    with parts.partials.open(partial) as source:
        parts.originals.put(source, sha256=sha256, size=size)
    return parts.records.add_document(principal, submission, path, sha256=sha256, size=size)


def state_of(parts: Parts, upload: Upload) -> UploadState:
    """Where an upload stands."""
    return UploadState(
        state="partial",
        path=upload.path,
        sha256=upload.sha256,
        size=upload.size,
        offset=parts.partials.offset(upload.id),
        location=LOCATION.format(id=upload.id),
    )


def _take(parts: Parts, principal: Principal, upload: str) -> tuple[Upload, Callable[[], bool], int]:
    """Begins a turn: the upload, what tells whether the turn is still the newest, and the offset."""
    parts.records.upload(principal, upload)
    newest = _turns.take(upload)
    offset = parts.partials.offset(upload)
    # Looked up again: an upload that the turn before completed meanwhile is over (404), not one that stands at 0.
    return parts.records.upload(principal, upload), newest, offset


def _complete(parts: Parts, principal: Principal, upload: Upload) -> KeptDocument:
    size, sha256 = upload.size, upload.sha256
    try:
        kept = keep(
            parts, principal, upload.submission, upload.path, partial=upload.id, sha256=sha256, size=size
        )
    except ContentMismatchError as error:
        parts.partials.start_anew(upload.id)
        raise Problem(
            "content-mismatch",
            messages.HASH_DIFFERS.format(expected=sha256),
            headers={"Upload-Offset": "0", "Upload-Complete": "?0"},
        ) from error
    parts.records.end_upload(principal, upload.id)
    _turns.end(upload.id)
    parts.partials.remove(upload.id)
    return kept


def _offset(written: str | None) -> int:
    if written is None or not _DIGITS.fullmatch(written.strip()):
        raise Problem("invalid", messages.OFFSET_MISSING, status=400)
    return int(written)
