"""The applicant's own submissions: where each stands, a new one, what it claims, the last look, taking it back.

What is told to applicants, and what isn't, stands in `review.site.applying`.
"""

import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.dates import CHINA
from dossier.divisions import PREFECTURES
from dossier.principal import Principal
from dossier.record import Outcome, SubmissionRecord
from dossier.regions import HOME
from dossier.rounds import Round
from dossier.state import State, may_move
from dossier.submission import Organization
from flows.form_template import TYPES, write_forms
from review.api.downloads import attachment
from review.api.parts import Parts, Service
from review.api.submissions import SubmissionId
from review.reports import words
from review.site import mine_messages as messages
from review.site.applying import (
    HERE,
    Applicant,
    TypedAbout,
    TypedError,
    about,
    application_of,
    claims_of,
    criteria_today,
    standard_today,
    tidy,
    typed_claims,
)
from review.site.checklist import lay_out
from review.site.handed import Handed
from review.site.rendering import page
from vault.records.errors import NotInDraftError

router = APIRouter(prefix="/my")
Version = Annotated[int, Form(ge=1)]
RECOMMENDERS = tuple(f"{city}总工会" for city in PREFECTURES[HOME].split())
FORM_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
DAYS_SHOWN = 60
"""So many days before it, the end of applications is told."""


async def _fields(request: Request) -> Mapping[str, str]:
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


Fields = Annotated[Mapping[str, str], Depends(_fields)]


@router.get("")
def mine(request: Request, parts: Service, viewer: Applicant, after: str | None = None) -> Response:
    """All of the applicant's own, newest first."""
    found = parts.records.list(viewer, after=after, limit=50)
    rounds = {each.id: each for each in parts.records.rounds()}
    closing = {each.id: _closing(rounds.get(each.round)) for each in found.items}
    return page(request, "mine.html.j2", found=found, stands=messages.STANDS, closing=closing, rounds=rounds)


@router.get("/new")
def new(request: Request, parts: Service, viewer: Applicant) -> Response:
    """The form that begins a submission, filled with what the last one said."""
    last = parts.records.list(viewer, limit=1).items
    typed = about(last[0]) if last else TypedAbout(name=viewer.organization or viewer.name)
    return _about_page(request, parts, None, typed.model_copy(update={"round": "", "way": HERE}))


@router.post("/new")
def create(
    request: Request, parts: Service, viewer: Applicant, typed: Annotated[TypedAbout, Form()]
) -> Response:
    """A new draft, and the way to it."""
    if typed.round not in _rounds(parts):
        return _about_page(request, parts, None, typed, lines=(messages.NO_ROUND,))
    try:
        organization = typed.organization()
    except TypedError as error:
        return _about_page(request, parts, None, typed, lines=error.lines)
    recommender = tidy(typed.recommender)
    here = typed.way == HERE
    made = parts.records.create(
        viewer,
        round=typed.round,
        organization=organization,
        recommender=recommender,
        application=application_of(typed.round, organization, recommender, {}) if here else None,
    )
    return RedirectResponse(f"/my/{made.id}", 303)


@router.get("/forms/{kind}")
def empty_form(parts: Service, viewer: Applicant, kind: Literal["docx", "xlsx"]) -> Response:
    """The empty application form of today's standard."""
    _ = viewer
    with tempfile.TemporaryDirectory() as folder:
        for written in write_forms(standard_today(parts), Path(folder)):
            if written.suffix == f".{kind}":
                return attachment(written.open("rb"), name=written.name, media_type=FORM_TYPES[kind])
    raise LookupError(kind)


@router.get("/{submission}")
def one(request: Request, parts: Service, viewer: Applicant, submission: SubmissionId) -> Response:
    """A submission by where it stands: a draft to work at, questions to answer, or how far it is."""
    return show(request, parts, viewer, parts.records.get(viewer, submission))


@router.get("/{submission}/about")
def about_page(request: Request, parts: Service, viewer: Applicant, submission: SubmissionId) -> Response:
    """Who applies, to be corrected."""
    record = _draft(parts, viewer, submission)
    return _about_page(request, parts, record, about(record))


@router.post("/{submission}/about")
def change_about(
    request: Request,
    parts: Service,
    viewer: Applicant,
    submission: SubmissionId,
    typed: Annotated[TypedAbout, Form()],
) -> Response:
    """Corrects who applies, and whether points are set here or by a form."""
    record = _draft(parts, viewer, submission)
    try:
        organization = typed.organization()
    except TypedError as error:
        return _about_page(request, parts, record, typed, lines=error.lines)
    recommender = tidy(typed.recommender)
    application = application_of(record.round, organization, recommender, claims_of(record))
    parts.records.write_draft(
        viewer,
        submission,
        organization=organization,
        recommender=recommender,
        application=application if typed.way == HERE else None,
    )
    return RedirectResponse(f"/my/{submission}", 303)


@router.post("/{submission}/points")
def set_points(
    request: Request, parts: Service, viewer: Applicant, submission: SubmissionId, fields: Fields
) -> Response:
    """Sets the points and statements of all criteria at once; what can't be taken is told, the rest is kept."""
    record = _draft(parts, viewer, submission)
    claims, wrong = typed_claims(fields, criteria_today(standard_today(parts)))
    organization = record.organization or Organization(name=viewer.name)
    record = parts.records.write_draft(
        viewer,
        submission,
        organization=organization,
        recommender=record.recommender,
        application=application_of(record.round, organization, record.recommender, claims),
    )
    if request.headers.get("HX-Request") == "true":
        total = sum(points for points, _ in claims.values())
        return page(request, "mine_saved.html.j2", lines=wrong, total=total, status=422 if wrong else 200)
    if wrong:
        return show(request, parts, viewer, record, lines=wrong, status=422)
    return RedirectResponse(f"/my/{submission}", 303)


@router.get("/{submission}/submit")
def last_look(request: Request, parts: Service, viewer: Applicant, submission: SubmissionId) -> Response:
    """What is about to be handed in."""
    record = parts.records.get(viewer, submission)
    parts.records.check_draft(viewer, submission)
    handed = Handed(parts, viewer, record)
    return page(
        request,
        "mine_submit.html.j2",
        record=record,
        handed=handed,
        claims=claims_of(record),
        titles={each.id: each.title for each in criteria_today(standard_today(parts))},
        answers=record.state is State.SUPPLEMENT,
        closing=_closing({each.id: each for each in parts.records.rounds()}.get(record.round)),
    )


@router.post("/{submission}/submit")
def submit(parts: Service, viewer: Applicant, submission: SubmissionId, version: Version) -> Response:
    """Hands a draft or a supplement in."""
    parts.records.submit(viewer, submission, version)
    parts.trigger(submission)
    return RedirectResponse(f"/my/{submission}", 303)


@router.post("/{submission}/withdraw")
def withdraw(
    parts: Service,
    viewer: Applicant,
    submission: SubmissionId,
    version: Version,
    reason: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Takes a submission back for good."""
    parts.records.withdraw(viewer, submission, version, reason=tidy(reason) or None)
    return RedirectResponse(f"/my/{submission}", 303)


@router.post("/{submission}/reopen")
def reopen(parts: Service, viewer: Applicant, submission: SubmissionId, version: Version) -> Response:
    """Makes one whose application can't be used a draft again."""
    parts.records.reopen(viewer, submission, version)
    return RedirectResponse(f"/my/{submission}", 303)


def show(
    request: Request,
    parts: Parts,
    viewer: Principal,
    record: SubmissionRecord,
    *,
    lines: list[str] | None = None,
    status: int = 200,
) -> Response:
    """The page of a submission as it stands."""
    handed = Handed(parts, viewer, record)
    round_ = {each.id: each for each in parts.records.rounds()}.get(record.round)
    told, meaning = messages.STANDS[record.state]
    shared = {
        "record": record,
        "handed": handed,
        "told": told,
        "meaning": meaning,
        "closing": _closing(round_),
        "round": round_,
        "may_withdraw": may_move(record.state, State.WITHDRAWN),
        "lines": lines or [],
    }
    if record.state is State.DRAFT:
        rubric = standard_today(parts)
        checked = parts.rehearsals.last(record, handed.documents)
        checklist = lay_out(rubric, criteria_today(rubric), claims_of(record), handed, checked)
        return page(
            request, "mine_draft.html.j2", status=status, checklist=checklist, checked=checked, **shared
        )
    supplements = parts.records.supplements(viewer, record.id)
    titles = {each.id: each.title for each in criteria_today(standard_today(parts))}
    if record.state is State.SUPPLEMENT:
        asked = handed.folder(messages.ANSWERS, [messages.ANSWERS])
        return page(
            request,
            "mine_supplement.html.j2",
            supplement=supplements[0],
            titles=titles,
            answers=asked,
            before=handed.folder("", [messages.ANSWERS]),
            **shared,
        )
    known = record.state in {State.RECOMMENDED, State.RETURNED}
    return page(
        request,
        "mine_state.html.j2",
        supplements=supplements,
        titles=titles,
        reason=record.reason if known or record.state in {State.UNUSABLE, State.WITHDRAWN} else None,
        points=_points_set(parts, viewer, record.id) if known else {},
        **shared,
    )


def _draft(parts: Parts, viewer: Principal, submission: str) -> SubmissionRecord:
    """A draft of the viewer's. NotFoundError, NotInDraftError."""
    record = parts.records.get(viewer, submission)
    if record.state is not State.DRAFT:
        raise NotInDraftError(record.state)
    return record


def _points_set(parts: Parts, viewer: Principal, submission: str) -> dict[str, float]:
    """The points that were set otherwise than claimed, by criterion: the latest word on each."""
    decisions = parts.records.decisions(viewer, submission)
    latest = {each.criterion: each for each in decisions if each.criterion is not None}
    return {
        criterion: each.points
        for criterion, each in latest.items()
        if each.outcome is Outcome.AMEND and each.points is not None
    }


def _about_page(
    request: Request,
    parts: Parts,
    record: SubmissionRecord | None,
    typed: TypedAbout,
    *,
    lines: tuple[str, ...] = (),
) -> Response:
    return page(
        request,
        "mine_about.html.j2",
        status=422 if lines else 200,
        record=record,
        typed=typed,
        lines=lines,
        rounds=_rounds(parts),
        types=TYPES,
        recommenders=RECOMMENDERS,
    )


def _rounds(parts: Parts) -> dict[str, str]:
    """The rounds that take applications now, by id, with their names; the year's own where none is open."""
    today = datetime.now(CHINA).date()
    found = {each.id: each.days.title for each in parts.records.rounds() if each.days.closes_on >= today}
    return found or {str(today.year): f"{today.year}年度"}


def _closing(round_: Round | None) -> str:
    """How long applications are taken; empty while that is far away, or where the round isn't known."""
    if round_ is None:
        return ""
    closes = round_.days.closes_on
    days = (closes - datetime.now(CHINA).date()).days
    if days > DAYS_SHOWN:
        return ""
    which = "before" if days > 0 else "last" if days == 0 else "over"
    return messages.CLOSES[which].format(day=words.day(closes), days=days)
