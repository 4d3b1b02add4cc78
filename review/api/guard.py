"""The outermost layer: security headers on every answer, and the last place where an error can be told."""

import logging

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from review.api.problems import of_unexpected

_LOG = logging.getLogger(__name__)

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""On every answer, unless the answer itself says otherwise."""

TRANSPORT = ("Strict-Transport-Security", "max-age=31536000")
"""Only where the request came over TLS."""


class Guard:
    """Adds the headers, and answers what nobody foresaw with a problem."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if scope["scheme"] == "https":
                    headers.setdefault(*TRANSPORT)
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception as error:
            problem = of_unexpected(f"{scope['method']} {scope['path']}", error)
            if started:
                # The client sees the connection close before the announced length: no whole answer is feigned.
                raise ConnectionAbortedError(problem.detail) from error
            await problem.response()(scope, receive, guarded)
