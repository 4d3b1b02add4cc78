"""The rounds: their days and quotas, and where each city stands."""

from datetime import date
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form
from pydantic import BaseModel, ValidationError, field_validator
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.principal import Principal, Role
from dossier.queue import NOBODY
from dossier.rounds import RoundDays
from review.api.parts import Parts, Service
from review.site.rendering import page
from review.site.rounds_messages import DONE, UNUSABLE
from review.site.signing import for_roles

router = APIRouter(prefix="/rounds")
Reader = Annotated[
    Principal, Depends(for_roles(Role.REVIEWER, Role.OFFICE, Role.ADMINISTRATOR, Role.AUDITOR))
]
Setter = Annotated[Principal, Depends(for_roles(Role.OFFICE, Role.ADMINISTRATOR))]

COUNTED = ("drafts", "received", "reading", "reviewing", "recommended", "returned", "overdue")
"""Figures of places that can be added up."""


class Typed(BaseModel):
    """What the form says of a round. What is no date or number is refused as the round's noun refuses it."""

    version: int = 0
    title: str = ""
    closes_on: date | str = ""
    recommend_by: date | str = ""
    appeals_until: date | str | None = None
    city_quota: int | str = ""
    industry_quota: int | str = ""

    @field_validator("appeals_until")
    @classmethod
    def _nothing(cls, told: date | str | None) -> date | str | None:
        return told or None


@router.get("")
def rounds(request: Request, parts: Service, viewer: Reader) -> Response:
    """The newest round, or that there is none."""
    known = parts.records.rounds()
    if not known:
        return page(request, "rounds.html.j2", progress=None)
    return _progress(request, parts, viewer, known[0].id)


@router.get("/{round}")
def round_(request: Request, parts: Service, viewer: Reader, round: str, done: str = "") -> Response:  # noqa: A002
    """One round."""
    return _progress(request, parts, viewer, round, done=DONE if done else "")


@router.post("/{round}")
def change_round(
    request: Request,
    parts: Service,
    viewer: Setter,
    round: str,  # noqa: A002
    typed: Annotated[Typed, Form()],
) -> Response:
    """Sets days and quotas, and says what can't be."""
    try:
        days = RoundDays.model_validate(typed.model_dump(exclude={"version"}))
    except ValidationError:
        return _progress(request, parts, viewer, round, typed=typed, refused=UNUSABLE)
    parts.records.change_round(viewer, round, typed.version, days)
    return RedirectResponse(f"/rounds/{quote(round, safe='')}?done=yes", 303)


def _progress(
    request: Request,
    parts: Parts,
    viewer: Principal,
    round: str,  # noqa: A002
    *,
    typed: Typed | None = None,
    done: str = "",
    refused: str = "",
) -> Response:
    progress = parts.records.round_progress(viewer, round)
    found = progress.round
    shown = Typed(version=found.version, **found.days.model_dump()) if typed is None else typed
    return page(
        request,
        "rounds.html.j2",
        status=422 if refused else 200,
        progress=progress,
        rounds=parts.records.rounds(),
        days_left=(found.days.recommend_by - progress.today).days,
        sums={name: sum(getattr(each, name) for each in progress.places) for name in COUNTED},
        typed=shown,
        sets=viewer.role in {Role.OFFICE, Role.ADMINISTRATOR},
        done=done,
        refused=refused,
        nobody=NOBODY,
    )
