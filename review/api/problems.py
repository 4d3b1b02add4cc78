"""Errors as problems (RFC 9457): `application/problem+json` with a Chinese title and detail.

`type` is `urn:hezheng:problem:<kind>`; the three of the resumable uploads draft keep its own names. An error that
nobody foresaw is a problem with the id of the request, under which the log has the traceback.
"""

import logging
from collections.abc import Mapping

import structlog
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dossier.errors import HezhengError
from flows.errors import IntakeError, PageUndrawableError
from flows.replaying import UnreplayableError
from flows.revisions import ValueUnusableError
from review.api import messages
from vault import blobs
from vault.records import accounts_errors as accounts
from vault.records import errors as records

URN = "urn:hezheng:problem:"
MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger(__name__)

STATUS: dict[str, int] = {
    "unauthenticated": 401,
    "forbidden": 403,
    "not-found": 404,
    "method-not-allowed": 405,
    "illegal-move": 409,
    "path-taken": 409,
    "idempotency-running": 409,
    "report-missing": 404,
    "stale": 412,
    "too-large": 413,
    "unsupported-media-type": 415,
    "invalid": 422,
    "content-mismatch": 422,
    "undrawable": 422,
    "length-differs": 400,
    "offset-differs": 409,
    "upload-interrupted": 409,
    "too-many-files": 422,
    "address-refused": 422,
    "idempotency-reused": 422,
    "version-needed": 428,
    "too-many-requests": 429,
    "internal": 500,
    "unavailable": 503,
    "store-full": 507,
}
"""The status of each kind of problem."""

KINDS: dict[type[HezhengError], str] = {
    IntakeError: "invalid",
    PageUndrawableError: "undrawable",
    UnreplayableError: "invalid",
    ValueUnusableError: "invalid",
    blobs.StoreUnreachableError: "unavailable",
    blobs.StoreFullError: "store-full",
    blobs.ContentMismatchError: "content-mismatch",
    records.NotFoundError: "not-found",
    accounts.InvitationInvalidError: "not-found",
    accounts.SignInError: "unauthenticated",
    records.UserError: "invalid",
    records.StaleError: "stale",
    records.IllegalMoveError: "illegal-move",
    records.NotInDraftError: "illegal-move",
    records.NotAllowedError: "forbidden",
    records.NoDocumentsError: "invalid",
    records.PathUnusableError: "invalid",
    records.PathTakenError: "path-taken",
    records.NoAnswerError: "invalid",
    records.HandedInStaysError: "illegal-move",
    records.RulingUnusableError: "invalid",
    records.UnsettledError: "illegal-move",
    records.NothingAskedError: "invalid",
    records.DeadlineError: "invalid",
    records.OutcomeUnusableError: "invalid",
    records.CursorUnusableError: "invalid",
    records.TooManyError: "invalid",
    records.ViewError: "invalid",
    records.IdempotencyConflictError: "idempotency-reused",
    records.IdempotencyRunningError: "idempotency-running",
    records.DatabaseUnreachableError: "unavailable",
    records.DatabaseBusyError: "unavailable",
    records.DatabaseFullError: "store-full",
}
"""The kind of problem that an error of one of our rooms is; any other is the service's own fault."""

_RETRY = {"unavailable": "2", "idempotency-running": "1"}
"""Seconds after which asking again is right."""

_BY_STATUS = {404: "not-found", 405: "method-not-allowed", 413: "too-large", 415: "unsupported-media-type"}


class Problem(HTTPException):
    """A problem that the API itself sees. `extra` are further members of the answer."""

    def __init__(
        self,
        kind: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        extra: Mapping[str, object] | None = None,
        type_uri: str | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(status or STATUS[kind], detail, dict(headers or {}))
        self.kind = kind
        self.extra = dict(extra or {})
        self.type_uri = type_uri or URN + kind

    def response(self) -> Response:
        """The answer."""
        body = {
            "type": self.type_uri,
            "title": messages.TITLES[self.kind],
            "status": self.status_code,
            "detail": self.detail,
            **self.extra,
        }
        return JSONResponse(body, self.status_code, headers=self.headers, media_type=MEDIA_TYPE)


def of_error(error: HezhengError) -> Problem:
    """The problem that an error of one of our rooms amounts to."""
    kind = next((KINDS[each] for each in type(error).__mro__ if each in KINDS), "internal")
    if STATUS[kind] >= 500:
        _LOG.error("%s: %s", type(error).__name__, error.cause or error.what, exc_info=error)
    headers = {"Retry-After": _RETRY[kind]} if kind in _RETRY else None
    return Problem(kind, "\n".join(error.lines), headers=headers)


def of_http(request: Request, error: HTTPException) -> Problem:
    """The problem of an error that the framework raised: no such path, no such method."""
    if isinstance(error, Problem):
        return error
    kind = _BY_STATUS.get(error.status_code, "other")
    path = request.url.path
    detail = {
        "not-found": messages.NO_SUCH_PATH.format(path=path),
        "method-not-allowed": messages.NO_SUCH_METHOD.format(path=path, method=request.method),
    }.get(kind, messages.OTHER.format(status=error.status_code))
    return Problem(kind, detail, headers=error.headers, status=error.status_code)


def of_validation(error: RequestValidationError) -> Problem:
    """The problem of a request that doesn't fit the schema; `errors` names each place."""
    found = error.errors()
    if any(each["type"] == "json_invalid" for each in found):
        return Problem("invalid", messages.INVALID_JSON)
    places = [
        {
            "place": ".".join(str(part) for part in each["loc"][1:]) or messages.BODY,
            "reason": _reason(each["type"]),
        }
        for each in found
    ]
    told = "；".join(messages.INVALID_PLACE.format(**each) for each in places[:3])
    return Problem("invalid", told, extra={"errors": places})


def _reason(kind: str) -> str:
    """Why a value can't be used, by pydantic's name for it."""
    return next((told for start, told in messages.REASONS.items() if kind.startswith(start)), messages.REASON)


def of_unexpected(request_line: str, error: Exception) -> Problem:
    """The problem of an error that nobody foresaw: its traceback goes into the log under the request's id."""
    identity = str(structlog.contextvars.get_contextvars().get("request", ""))
    _LOG.error("unexpected error in %s", request_line, exc_info=error)
    return Problem("internal", messages.UNEXPECTED.format(id=identity), extra={"id": identity})
