"""The page as an application of its own, served beside the API (`review.web`).

A module of pages has a `router`; it is named in ROUTERS, and nothing else changes. What a viewer may see is decided in
the records; a route only names the role it is for.
"""

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dossier.errors import HezhengError
from review.api import problems
from review.api.guard import Guard
from review.api.observed import Observed
from review.api.parts import Parts
from review.site import (
    account,
    admin,
    assets,
    audits,
    conclusion,
    handing_in,
    home,
    keys,
    letters,
    lists,
    messages,
    mine,
    oidc,
    page_images,
    people,
    printed_standard,
    queue,
    revisions,
    rounds,
    rulings,
    second_factor,
    self_check,
    signin,
    standards,
    trail,
    what_if,
    workbench,
)
from review.site.portal import Portal
from review.site.rendering import page
from review.site.signing import Signing, check_form
from review.site.trials import Trials

ROUTERS = (
    assets,
    home,
    signin,
    second_factor,
    oidc,
    account,
    people,
    queue,
    rounds,
    workbench,
    page_images,
    audits,
    conclusion,
    rulings,
    revisions,
    letters,
    admin,
    standards,
    what_if,
    lists,
    printed_standard,
    trail,
    keys,
    mine,
    handing_in,
    self_check,
)


def create_site(parts: Parts) -> FastAPI:
    """The pages over these parts."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, dependencies=[Depends(check_form)])
    app.state.parts = parts
    app.state.portal = Portal(parts.settings) if parts.settings.oidc_issuer else None
    app.state.trials = Trials()
    for module in ROUTERS:
        app.include_router(module.router)
    app.add_exception_handler(HezhengError, _of_room)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(RequestValidationError, _of_validation)
    # The layer that is added last is the outermost.
    app.add_middleware(Signing, parts=parts, tell=_told)
    app.add_middleware(Guard)
    app.add_middleware(Observed)
    return app


async def _of_room(request: Request, error: Exception) -> Response:
    assert isinstance(error, HezhengError)  # noqa: S101 - as registered
    return _told(request, problems.of_error(error))


async def _of_framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as registered
    if 300 <= error.status_code < 400:
        return Response(status_code=error.status_code, headers=error.headers)
    return _told(request, problems.of_http(request, error))


async def _of_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as registered
    return _told(request, problems.of_validation(error))


def _told(request: Request, problem: problems.Problem) -> Response:
    """A page that says what is wrong and where to go on; a few lines in place for a request of htmx; data for a script."""
    if problems.MEDIA_TYPE in request.headers.get("accept", ""):
        return problem.response()
    lines = str(problem.detail).splitlines()
    title = messages.ERRORS.get(problem.kind) or messages.ERROR
    answer = page(request, "error.html.j2", status=problem.status_code, title=title, lines=lines)
    answer.headers.update(problem.headers or {})
    return answer
