"""Files of a draft or a supplement, as a signed-in page hands them in: announced, sent in parts, taken out again.

The parts are sent as the API's resumable uploads are (`review.api.uploads`). To resume, a page announces the same file
again: it is told by its hash, and the answer says how many bytes are there. What has come whole is read ahead.
"""

from typing import Annotated, Final

from fastapi import APIRouter, Form, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse

from dossier.principal import Principal
from dossier.record import SubmissionRecord, Upload
from dossier.state import State
from review.api import files, uploads
from review.api.bodies import NewFile
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.api.submissions import SubmissionId
from review.api.uploads import UploadId
from review.site import mine_messages as messages
from review.site.applying import Applicant, criteria_today, standard_today, tidy
from review.site.handed import Handed, is_read_alone
from review.site.rendering import page
from vault.records.errors import NotFoundError

router = APIRouter(prefix="/my/{submission}")

LOCATION: Final = "/my/{submission}/uploads/{upload}"
Path = Annotated[str, Form(max_length=1000)]
Folder = Annotated[str, Form(max_length=40)]


@router.get("/files")
def list_files(
    request: Request,
    parts: Service,
    viewer: Applicant,
    submission: SubmissionId,
    folder: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """The files of one folder, and how far they are read."""
    return _listed(request, parts, viewer, parts.records.get(viewer, submission), folder)


@router.post("/files")
def announce(
    parts: Service,
    viewer: Applicant,
    submission: SubmissionId,
    path: Path,
    sha256: Annotated[str, Form(pattern=r"^[0-9a-f]{64}$")],
    size: Annotated[int, Form(ge=0)],
    folder: Folder = "",
) -> Response:
    """Says that a file will come; the answer has where to send it from which byte on, or that it is there already."""
    parts.records.check_draft(viewer, submission)
    if not tidy(path):
        raise Problem("invalid", messages.NO_NAME)
    whole = "/".join(each for each in (tidy(folder), tidy(path)) if each)
    free = _free(parts, viewer, submission, whole, sha256)
    answer = Response(status_code=201)
    state = files.announce_file(
        submission, NewFile(path=free, sha256=sha256, size=size), parts, viewer, answer
    )
    if state.state == "kept":
        _read_ahead(parts, state.path, sha256)
    else:
        upload = str(state.location).rpartition("/")[2]
        state = state.model_copy(update={"location": LOCATION.format(submission=submission, upload=upload)})
    return JSONResponse(state.model_dump(), answer.status_code)


@router.patch("/uploads/{upload}")
async def append(
    request: Request,
    parts: Service,
    viewer: Applicant,
    submission: SubmissionId,
    upload: UploadId,
    upload_offset: Annotated[str | None, Header()] = None,
    upload_complete: Annotated[str | None, Header()] = None,
) -> Response:
    """Adds bytes at the offset. 204 while more are to come; the file's record when it is whole."""
    found = await run_in_threadpool(_upload, parts, viewer, submission, upload)
    answer = await uploads.append_upload(upload, request, parts, viewer, upload_offset, upload_complete)
    if answer.headers["Upload-Complete"] == "?1":
        await run_in_threadpool(_read_ahead, parts, found.path, found.sha256)
    return answer


@router.delete("/uploads/{upload}", status_code=204)
def give_up(parts: Service, viewer: Applicant, submission: SubmissionId, upload: UploadId) -> None:
    """Forgets an upload and its bytes."""
    _upload(parts, viewer, submission, upload)
    uploads.cancel_upload(upload, parts, viewer)


@router.post("/files/remove")
def remove(
    request: Request,
    parts: Service,
    viewer: Applicant,
    submission: SubmissionId,
    path: Path,
    folder: Folder = "",
) -> Response:
    """Takes a file out: of a draft any, of a supplement what came with it."""
    parts.records.remove_document(viewer, submission, path)
    if request.headers.get("HX-Request") == "true":
        return _listed(request, parts, viewer, parts.records.get(viewer, submission), folder)
    return RedirectResponse(f"/my/{submission}", 303)


def _listed(
    request: Request, parts: Parts, viewer: Principal, record: SubmissionRecord, folder: str
) -> Response:
    handed = Handed(parts, viewer, record)
    if record.state is State.DRAFT:
        folders = [each.id for each in criteria_today(standard_today(parts))]
    else:
        folders = [messages.ANSWERS]
    found = handed.folder(folder if folder in folders else "", folders)
    return page(request, "mine_files.html.j2", record=record, folder=found)


def _free(parts: Parts, viewer: Principal, submission: str, path: str, sha256: str) -> str:
    """The path, or where another content has it already, as phones name all pictures alike, one beside it."""
    taken = {each.path: each.sha256 for each in parts.records.documents(viewer, submission)}
    stem, dot, suffix = path.rpartition(".") if "." in path.rpartition("/")[2] else (path, "", "")
    number = 1
    while taken.get(path, sha256) != sha256:
        number += 1
        path = f"{stem} ({number}){dot}{suffix}"
    return path


def _upload(parts: Parts, viewer: Principal, submission: str, upload: str) -> Upload:
    parts.records.check_draft(viewer, submission)
    found = parts.records.upload(viewer, upload)
    if found.submission != submission:
        raise NotFoundError(upload)
    return found


def _read_ahead(parts: Parts, path: str, sha256: str) -> None:
    if is_read_alone(path):
        parts.rehearsals.read_ahead([sha256])
