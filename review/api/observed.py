"""Each request's id, its line in the log, and its figures. Outside everything else, so that nothing is left out.

The id comes in and goes out as `X-Request-ID`; with it, and with the submission that the path names, every line is
marked that is logged meanwhile. Who asked from where is not logged: the trail says who did what.
"""

import re
import secrets
from time import perf_counter

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flows import metrics

HEADER = "X-Request-ID"
GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")
"""An id of the client's, or of a proxy before us, that is taken over."""
SUBMISSION = re.compile(r"/(?:submissions|review)/(S[0-9A-Z]{26})(?=/|$)")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER = "other"
"""Stands for paths that no route has and methods that nobody knows, whose number has no bound."""
UNANSWERED = 500
"""What the server answers where the application never does."""
GONE = 499
"""Told where the client left before it was answered, which is no fault of ours: uploads break off every day."""
WATCHED = frozenset({"/healthz", "/readyz", "/metrics"})
"""Asked for by monitoring, again and again: in the log only where that is wanted, or where they fail."""
_LOG = structlog.get_logger(__name__)


class Observed:
    """Passes requests on and watches them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        identity = given if GIVEN.fullmatch(given) else secrets.token_hex(8)
        status, gone = 0, False
        started = perf_counter()

        async def watched() -> Message:
            nonlocal gone
            message = await receive()
            gone = gone or message["type"] == "http.disconnect"
            return message

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = GONE if gone else message["status"]
                MutableHeaders(scope=message)[HEADER] = identity
            await send(message)

        bound = {"request": identity}
        if found := SUBMISSION.search(scope["path"]):
            bound["submission"] = found[1]
        with structlog.contextvars.bound_contextvars(**bound):
            try:
                await self._app(scope, watched, marked)
            finally:
                status = status or (GONE if gone else UNANSWERED)
                _count(scope, status, perf_counter() - started)


def _count(scope: Scope, status: int, seconds: float) -> None:
    route = _template(scope)
    method = scope["method"] if scope["method"] in METHODS else OTHER
    metrics.REQUESTS.labels(method, route, str(status)).inc()
    metrics.REQUEST_DURATION.labels(method, route).observe(seconds)
    level = _LOG.warning if status >= 500 else _LOG.debug if route in WATCHED else _LOG.info
    level("request", method=method, route=route, status=status, seconds=round(seconds, 4))


def _template(scope: Scope) -> str:
    """The path that the route was declared with. A router's own routes lack the prefix it was included under."""
    path, route = scope["path"], scope.get("route")
    if route is None:
        return OTHER
    for slash in (match.start() for match in re.finditer("/", path)):
        if route.path_regex.match(path[slash:]):
            return path[:slash] + route.path
    return route.path
