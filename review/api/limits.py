"""How often and how much a client may ask: token buckets per token and per address, and the size of a body.

The buckets live in this process's memory: behind several API processes a client gets as many times the rate.
"""

from __future__ import annotations

import hashlib
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from review.api import messages
from review.api.problems import Problem

BODY_BYTES = 1 << 20
"""The most that a JSON body may hold."""

STREAMED = {"PATCH", "PUT"}
"""Methods that carry files; uploads count their bytes themselves."""

API = "/api/"


@dataclass(frozen=True)
class Rate:
    """So many requests a second, and so many at once."""

    per_second: float
    burst: float


class Buckets:
    """Token buckets by key. The least recently used are forgotten: they are full again by then."""

    def __init__(
        self, rate: Rate, *, kept: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._kept = kept
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Takes one token. 0: there was one; else the seconds until there is."""
        now = self._clock()
        level, since = self._buckets.pop(key, (self._rate.burst, now))
        level = min(self._rate.burst, level + (now - since) * self._rate.per_second)
        wait = 0.0 if level >= 1 else (1 - level) / self._rate.per_second
        self._buckets[key] = (level - 1 if level >= 1 else level, now)
        if len(self._buckets) > self._kept:
            self._buckets.popitem(last=False)
        return wait


class RateLimit:
    """Answers 429 with Retry-After where an address or a token asks too often."""

    def __init__(self, app: ASGIApp, *, per_address: Rate, per_token: Rate) -> None:
        self._app = app
        self._addresses = Buckets(per_address)
        self._tokens = Buckets(per_token)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the request through, or refuses it."""
        if scope["type"] == "http" and scope["path"].startswith(API):
            wait = self._wait(scope)
            if wait:
                seconds = math.ceil(wait)
                problem = Problem(
                    "too-many-requests",
                    messages.WAIT.format(seconds=seconds),
                    headers={"Retry-After": str(seconds)},
                )
                await problem.response()(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _wait(self, scope: Scope) -> float:
        client = scope.get("client")
        wait = self._addresses.take(client[0] if client else "")
        token = Headers(scope=scope).get("authorization")
        if wait or token is None:
            return wait
        return self._tokens.take(hashlib.sha256(token.encode()).hexdigest())


class BodyLimit:
    """Refuses bodies above `limit` bytes, said by Content-Length or counted as they come."""

    def __init__(self, app: ASGIApp, *, limit: int = BODY_BYTES) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the request through; reading too much of it raises the problem."""
        if scope["type"] != "http" or scope["method"] in STREAMED or not scope["path"].startswith(API):
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdigit() and int(announced) > self._limit:
            await self._problem().response()(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._limit:
                raise self._problem()
            return message

        await self._app(scope, counted, send)

    def _problem(self) -> Problem:
        return Problem("too-large", messages.BODY_TOO_LARGE.format(limit=self._limit))
