"""The trail, to be looked through and checked."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from dossier.principal import Principal
from dossier.trail import TrailFilter, TrailVerdict
from review.api.parts import Parts, Service
from review.site.office_roles import Looker
from review.site.rendering import page
from review.site.trail_messages import ACTIONS
from vault.records.verifying import verify_trail

router = APIRouter(prefix="/trail")
ON_A_PAGE = 50


class Asked(BaseModel):
    """What the address asks for; a day that is none narrows nothing."""

    subject: str = Field(default="", max_length=200)
    actor: str = Field(default="", max_length=200)
    action: str = Field(default="", max_length=200)
    day: str = Field(default="", max_length=200)
    before: int | None = Field(default=None, ge=1, le=2**53)

    def wanted(self) -> TrailFilter:
        """The rows that fit."""
        return TrailFilter(
            subject=self.subject.strip(), actor=self.actor.strip(), action=self.action, day=_day(self.day)
        )


@router.get("")
def trail(request: Request, parts: Service, viewer: Looker, asked: Annotated[Asked, Query()]) -> Response:
    """Rows that fit, newest first, a page of them."""
    return _page(request, parts, viewer, asked)


@router.post("/check")
def check(request: Request, parts: Service, viewer: Looker) -> Response:
    """Checks the whole trail against itself and against the heads in the store."""
    verdict = verify_trail(parts.records, parts.blobs)
    parts.records.note(
        viewer.id, "trail.check", "trail", rows=verdict.rows, heads=verdict.heads, faults=len(verdict.faults)
    )
    return _page(request, parts, viewer, Asked(), verdict)


def _page(
    request: Request,
    parts: Parts,
    viewer: Principal,
    asked: Asked,
    verdict: TrailVerdict | None = None,
) -> Response:
    wanted = asked.wanted()
    rows = parts.records.trail_page(viewer, wanted, before=asked.before, limit=ON_A_PAGE + 1)
    chosen = {name: value for name, value in wanted.model_dump(mode="json").items() if value}
    older = ""
    if len(rows) > ON_A_PAGE:
        rows = rows[:ON_A_PAGE]
        older = urlencode({**chosen, "before": rows[-1].seq})
    return page(
        request,
        "trail.html.j2",
        rows=[(each, _pairs(each.detail)) for each in rows],
        wanted=wanted,
        older=older,
        newest=asked.before is None,
        first=urlencode(chosen),
        actions=ACTIONS,
        verdict=verdict,
    )


def _pairs(detail: str) -> list[tuple[str, str]]:
    """What a row tells beside who, what and when. What is no object of JSON is shown as it is: a row may have been tampered with."""
    try:
        told = json.loads(detail)
    except ValueError:
        told = detail
    if not isinstance(told, dict):
        return [("", detail)]
    return [
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in told.items()
        if value is not None
    ]


def _day(told: str) -> date | None:
    """The day that was chosen; none for what is no day."""
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
