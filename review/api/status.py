"""How far a submission is. A client may wait for the next move instead of asking over and over."""

import asyncio
import time
from contextlib import nullcontext
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from dossier.principal import Principal
from dossier.state import State
from review.api.bodies import Status
from review.api.parts import Parts, Service
from review.api.security import Reader
from review.api.submissions import SubmissionId

router = APIRouter(prefix="/submissions", tags=["status"])

LOOK = 1.0
"""Seconds between two looks into the records while a client waits. No thread is held meanwhile."""
LONGEST_WAIT = 60
MOST_WAITING = 500
"""Clients that may wait at once; further ones are answered at once."""
_waiting = asyncio.Semaphore(MOST_WAITING)


@router.get("/{submission}/status", summary="核验进度")
async def get_status(
    submission: SubmissionId,
    request: Request,
    parts: Service,
    principal: Reader,
    response: Response,
    wait: Annotated[int, Query(description="最多等多少秒", ge=0, le=LONGEST_WAIT)] = 0,
    since: Annotated[int | None, Query(description="等到版本不同于此", ge=0)] = None,
) -> Status:
    """带 `?wait=30&since=<版本>` 时，状态一变就返回，否则等满时间后返回当前进度。"""
    may_wait = since is not None and not _waiting.locked()
    until = time.monotonic() + (wait if may_wait else 0)
    async with _waiting if may_wait else nullcontext():
        while True:
            found = await run_in_threadpool(_status, parts, principal, submission)
            left = until - time.monotonic()
            over = left <= 0 or request.app.state.stopping.is_set() or await request.is_disconnected()
            if since is None or found.version != since or over:
                response.headers["ETag"] = f'"{found.version}"'
                return found
            await asyncio.sleep(min(LOOK, left))


def _status(parts: Parts, principal: Principal, submission: str) -> Status:
    record = parts.records.get(principal, submission)
    pages = record.progress
    return Status(
        id=record.id,
        state=record.state,
        version=record.version,
        done=pages.done if pages is not None else 0,
        total=pages.total if pages is not None else 0,
        queue=parts.records.ahead(submission) if record.state is State.RECEIVED else None,
        problems=(record.reason,) if record.state is State.UNUSABLE and record.reason else (),
    )
