"""Files of a submission: announced, sent whole by simple clients, listed, fetched, taken out."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Header, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from dossier.principal import Principal
from dossier.record import KeptDocument
from extractors.readers.limits import MAX_FILE_BYTES
from review.api import messages
from review.api.bodies import Link, NewFile, UploadState
from review.api.downloads import attachment
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.api.receiving import LIMIT, digest_of, receive
from review.api.security import Reader, Submitter
from review.api.submissions import SubmissionId
from review.api.uploads import keep, state_of
from vault.records.identifiers import clean_path

router = APIRouter(prefix="/submissions/{submission}/files", tags=["files"])

FilePath = Annotated[str, Path(description="文件在申报材料中的路径", examples=["组织建设/评估等级证书.jpg"])]
LINK_SECONDS = 300
BINARY = "application/octet-stream"


@router.get("", summary="文件清单")
def list_files(submission: SubmissionId, parts: Service, principal: Reader) -> tuple[KeptDocument, ...]:
    """按路径排序。"""
    return parts.records.documents(principal, submission)


@router.post(
    "",
    status_code=201,
    summary="声明要交的文件",
    responses={200: {"model": UploadState, "description": "本单位交过同样的内容，已经记下，不必再传"}},
)
def announce_file(
    submission: SubmissionId,
    body: NewFile,
    parts: Service,
    principal: Submitter,
    response: Response,
) -> UploadState:
    """本单位已交过同样内容时 state 为 kept；否则请把内容续传到 Location。重复声明得到同一个上传。"""
    path = clean_path(body.path)
    _check_room(parts, principal, submission, path, body.size)
    if parts.records.handed_in(principal, body.sha256) == body.size and parts.originals.has(body.sha256):
        parts.records.add_document(principal, submission, path, sha256=body.sha256, size=body.size)
        response.status_code = 200
        return UploadState(
            state="kept", path=path, sha256=body.sha256, size=body.size, offset=body.size, location=None
        )
    days = parts.settings.upload_hours / 24
    upload = parts.records.start_upload(
        principal, submission, path, size=body.size, sha256=body.sha256, days=days
    )
    state = state_of(parts, upload)
    response.headers.update(
        {"Location": str(state.location), "Upload-Offset": str(state.offset), "Upload-Limit": LIMIT}
    )
    return state


@router.put(
    "/{path:path}",
    status_code=201,
    summary="直接上传一个小文件",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {BINARY: {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def put_file(
    submission: SubmissionId,
    path: FilePath,
    request: Request,
    parts: Service,
    principal: Submitter,
    content_digest: Annotated[str | None, Header(description="可选：sha-256=:<Base64>:，不符时不收")] = None,
) -> KeptDocument:
    """断线须从头再传；大文件请用续传。"""
    expected = digest_of(content_digest)
    announced = request.headers.get("content-length", "0")
    size = int(announced) if announced.isdigit() else 0
    cleaned = clean_path(path)
    await run_in_threadpool(_check_room, parts, principal, submission, cleaned, size)
    upload = f"put-{secrets.token_hex(16)}"
    try:
        size = await receive(request, parts.partials, upload, at=0, size=MAX_FILE_BYTES, newest=lambda: True)
        # What came without a length, or with another one, is judged by what it is.
        await run_in_threadpool(_check_room, parts, principal, submission, cleaned, size)
        found = await run_in_threadpool(parts.partials.sha256, upload)
        if expected is not None and found != expected:
            raise Problem("content-mismatch", messages.DIGEST_DIFFERS.format(found=found, expected=expected))
        return await run_in_threadpool(
            keep, parts, principal, submission, cleaned, partial=upload, sha256=found, size=size
        )
    finally:
        await run_in_threadpool(parts.partials.remove, upload)


@router.delete("/{path:path}", status_code=204, summary="从草稿中去掉一个文件")
def delete_file(submission: SubmissionId, path: FilePath, parts: Service, principal: Submitter) -> None:
    """只有草稿可以去掉文件；补正中的申报只能去掉补正时上传的。"""
    parts.records.remove_document(principal, submission, path)


@router.get(
    "/{path:path}",
    summary="下载一个文件",
    response_class=Response,
    responses={
        200: {"description": "原件；或 link=true 时的链接", "content": {BINARY: {}, "application/json": {}}}
    },
)
def get_file(
    submission: SubmissionId,
    path: FilePath,
    parts: Service,
    principal: Reader,
    link: Annotated[bool, Query(description="要一个短时有效的下载链接，而不是内容本身")] = False,  # noqa: FBT002
) -> Response:
    """原件总是作为附件下载，从不在浏览器中打开。"""
    cleaned = clean_path(path)
    found = next(
        (each for each in parts.records.documents(principal, submission) if each.path == cleaned), None
    )
    if found is None:
        raise Problem("not-found", messages.NO_SUCH_FILE.format(path=cleaned))
    parts.records.note(
        principal.id, "document.fetch", submission, path=cleaned, sha256=found.sha256, link=link
    )
    name = cleaned.rpartition("/")[2]
    if link:
        url = parts.originals.link(found.sha256, seconds=LINK_SECONDS, name=name)
        body = Link(url=url, seconds=LINK_SECONDS if url is not None else 0)
        return Response(body.model_dump_json(), media_type="application/json")
    return attachment(parts.originals.open(found.sha256), name=name, media_type=BINARY)


def _check_room(parts: Parts, principal: Principal, submission: str, path: str, size: int) -> None:
    parts.records.check_draft(principal, submission)
    if size > MAX_FILE_BYTES:
        told = messages.FILE_TOO_LARGE.format(limit=MAX_FILE_BYTES >> 20, path=path)
        raise Problem("too-large", told, headers={"Upload-Limit": LIMIT})
    others = parts.records.files_to_come(principal, submission)
    others.pop(path, None)
    if len(others) >= parts.settings.member_limit:
        raise Problem("too-many-files", messages.TOO_MANY_FILES.format(limit=parts.settings.member_limit))
    if sum(others.values()) + size > parts.settings.unpacked_limit_mb << 20:
        raise Problem("too-large", messages.TOO_MUCH.format(limit=parts.settings.unpacked_limit_mb))
