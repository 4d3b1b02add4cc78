"""The application: routers, layers around them, and what becomes of errors."""

import threading

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dossier.errors import HezhengError
from review.api import (
    decisions,
    figures,
    files,
    health,
    openapi,
    problems,
    reports,
    rulings,
    status,
    submissions,
    trail,
    uploads,
    webhooks,
)
from review.api.guard import Guard
from review.api.idempotency import Idempotency
from review.api.limits import BodyLimit, Rate, RateLimit
from review.api.observed import Observed
from review.api.parts import Parts

PREFIX = "/api/v1"
ROUTERS = (submissions, files, uploads, status, reports, decisions, rulings, webhooks, trail)
BURST_SECONDS = 4
"""How many seconds' worth of requests may come at once."""
PER_ADDRESS = 4
"""Behind one address an office may have several clients: so many times a token's rate."""


def described() -> FastAPI:
    """The routes without anything behind them: enough to tell what there is."""
    app = FastAPI(
        title=openapi.TITLE,
        description=openapi.DESCRIPTION,
        version=openapi.VERSION,
        openapi_url=f"{PREFIX}/openapi.json",
        openapi_tags=openapi.TAGS,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=openapi.operation_id,
    )
    app.openapi = lambda: openapi.describe(app)
    for module in ROUTERS:
        app.include_router(module.router, prefix=PREFIX)
    app.include_router(health.router)
    app.include_router(figures.router)
    return app


def create_app(parts: Parts) -> FastAPI:
    """The application over these parts."""
    app = described()
    app.state.parts = parts
    app.state.stopping = threading.Event()
    _tell_errors(app)
    rate = parts.settings.rate_per_second
    # The layer that is added last is the outermost.
    app.add_middleware(Idempotency, parts=parts)
    app.add_middleware(BodyLimit)
    app.add_middleware(
        RateLimit,
        per_token=Rate(rate, rate * BURST_SECONDS),
        per_address=Rate(rate * PER_ADDRESS, rate * PER_ADDRESS * BURST_SECONDS),
    )
    app.add_middleware(Guard)
    app.add_middleware(Observed)
    return app


def _tell_errors(app: FastAPI) -> None:
    async def of_room(_: Request, error: Exception) -> Response:
        assert isinstance(error, HezhengError)  # noqa: S101 - as registered
        return problems.of_error(error).response()

    async def of_framework(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - as registered
        return problems.of_http(request, error).response()

    async def of_validation(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 - as registered
        return problems.of_validation(error).response()

    app.add_exception_handler(HezhengError, of_room)
    app.add_exception_handler(HTTPException, of_framework)
    app.add_exception_handler(RequestValidationError, of_validation)
