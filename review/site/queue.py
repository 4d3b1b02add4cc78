"""The reviewers' queue. Filters work without reloading the page, and the address says all of them."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.dates import CHINA
from dossier.principal import Principal, Role
from dossier.queue import NOBODY, OPEN, Acted, QueueChoices
from dossier.state import State
from review.api.parts import Parts, Service
from review.criteria import titles_today
from review.reports.messages import CODE_NAMES, ELIGIBLE_NAMES
from review.site import queue_messages as messages
from review.site.queue_query import ME, QueueQuery, parsed
from review.site.rendering import page
from review.site.reviewing import Reviewer
from review.site.signing import for_roles

router = APIRouter(prefix="/queue")
Arranger = Annotated[Principal, Depends(for_roles(Role.REVIEWER, Role.OFFICE))]
Chosen = Annotated[list[str], Form(default_factory=list)]
Way = Annotated[str, Form()]
"""The query string of the list that a form belongs to."""
PAGE = 50


@router.get("")
def queue(
    request: Request, parts: Service, viewer: Reviewer, query: Annotated[QueueQuery, Query()]
) -> Response:
    """The list, or for htmx what has changed of it."""
    answer = _list(request, parts, viewer, query)
    if request.headers.get("HX-Request") == "true":
        # The form sends its blank fields too, which no address needs.
        answer.headers["HX-Push-Url"] = query.address(after=query.after)
    return answer


@router.post("/assign")
def assign(
    request: Request,
    parts: Service,
    viewer: Arranger,
    submission: Chosen,
    assignee: Annotated[str, Form()] = "",
    way: Way = "",
) -> Response:
    """Has somebody review the submissions; NOBODY takes them off everybody."""
    if not assignee:
        return _list(request, parts, viewer, parsed(way), refused=messages.NO_ASSIGNEE)
    if not submission:
        return _list(request, parts, viewer, parsed(way), refused=messages.NONE_CHOSEN)
    done = parts.records.assign(viewer, submission, None if assignee == NOBODY else assignee)
    return _list(
        request, parts, viewer, parsed(way), what="取消分派" if assignee == NOBODY else "分派", done=done
    )


@router.post("/aside")
def set_aside(
    request: Request,
    parts: Service,
    viewer: Arranger,
    submission: Chosen,
    reason: Annotated[str, Form()] = "",
    way: Way = "",
) -> Response:
    """Sets the submissions aside."""
    if not submission:
        return _list(request, parts, viewer, parsed(way), refused=messages.NONE_CHOSEN)
    done = parts.records.set_aside(viewer, submission, reason)
    return _list(request, parts, viewer, parsed(way), what="搁置", done=done)


@router.post("/take-up")
def take_up(
    request: Request, parts: Service, viewer: Arranger, submission: Chosen, way: Way = ""
) -> Response:
    """Puts the submissions back into the queue."""
    if not submission:
        return _list(request, parts, viewer, parsed(way), refused=messages.NONE_CHOSEN)
    done = parts.records.take_up(viewer, submission)
    return _list(request, parts, viewer, parsed(way), what="取回", done=done)


@router.post("/views")
def save_view(parts: Service, viewer: Reviewer, name: Annotated[str, Form()] = "", way: Way = "") -> Response:
    """Keeps the list's address under a name."""
    query = parsed(way)
    parts.records.save_view(viewer, name, query.query())
    return RedirectResponse(query.address(), 303)


@router.post("/views/remove")
def remove_view(
    parts: Service, viewer: Reviewer, name: Annotated[str, Form()] = "", way: Way = ""
) -> Response:
    """Forgets a view."""
    parts.records.remove_view(viewer, name)
    return RedirectResponse(parsed(way).address(), 303)


def _list(
    request: Request,
    parts: Parts,
    viewer: Principal,
    query: QueueQuery,
    *,
    what: str = "",
    done: tuple[Acted, ...] = (),
    refused: str | None = None,
) -> Response:
    records = parts.records
    found = records.queue(
        viewer,
        query.wanted(viewer.id),
        sort=query.sort,
        reverse=query.reverse,
        after=query.after,
        limit=PAGE,
    )
    told, lines = messages.acted(what, done) if what else (refused, ())
    return page(
        request,
        "queue.html.j2",
        status=422 if refused else 200,
        query=query,
        found=found,
        fields=_fields(parts, viewer, query, records.queue_choices(viewer)),
        people=records.assignees(viewer) if viewer.role in {Role.REVIEWER, Role.OFFICE} else (),
        views=records.views(viewer),
        tabs=("open", *(state for state in State if state in found.states or state == query.state), "all"),
        open_total=sum(count for state, count in found.states.items() if state in OPEN),
        told=told,
        lines=lines,
        good=bool(done) and all(each.refused is None for each in done),
        eligible=ELIGIBLE_NAMES,
        words=messages,
        china=CHINA,
        nobody=NOBODY,
    )


def _fields(
    parts: Parts, viewer: Principal, query: QueueQuery, choices: QueueChoices
) -> list[tuple[str, Sequence[tuple[str, str]]]]:
    """Each filter that is a choice: its name, and its values with their names."""
    cities = [(each, each) for each in choices.regions]
    if viewer.role is not Role.REVIEWER:
        cities.append((NOBODY, messages.NO_CITY))
    holders = [(ME, messages.ME), (NOBODY, messages.NO_ASSIGNEE_YET)]
    holders += [(each.id, each.name) for each in choices.assignees if each.id != viewer.id]
    criteria = titles_today(parts)
    fields: list[tuple[str, Sequence[tuple[str, str]]]] = [
        ("round", [(each, each) for each in choices.rounds]),
        ("city", cities),
        ("eligible", list(ELIGIBLE_NAMES.items())),
        ("code", [(code.value, name) for code, name in CODE_NAMES.items()]),
        ("criterion", [(each, f"{each} {known.title}") for each, known in criteria.items()]),
        ("assignee", holders),
    ]
    # One city alone is no choice, unless an address asks for another.
    return [each for each in fields if each[0] != "city" or len(cities) > 1 or query.city is not None]
