"""`Idempotency-Key`: a POST that is sent again is answered again, not done again.

The key belongs to its sender. The first answer is kept with the fingerprint of its request; the same key with another
request is refused. Answers to what may yet go well (429, 5xx) aren't kept: sent again, it is tried again. A request
whose process died between doing it and keeping the answer may be made again after two minutes: what must not happen
twice even then (a move) is guarded by its version.
"""

from __future__ import annotations

import hashlib
import json
import re

from fastapi.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dossier.errors import HezhengError
from dossier.principal import Principal
from dossier.record import KeptAnswer
from review.api import messages
from review.api.parts import Parts
from review.api.problems import Problem, of_error
from review.api.security import principal_of

HEADER = "Idempotency-Key"
REPLAYED = ("Idempotent-Replayed", "true")
KEPT_HEADERS = ("content-type", "location", "etag")
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_BEARER = re.compile(r"bearer\s+(\S+)", re.IGNORECASE)


class Idempotency:
    """Answers a POST that was answered before; keeps the answers of those with a key."""

    def __init__(self, app: ASGIApp, *, parts: Parts) -> None:
        self._app = app
        self._parts = parts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, unless it was answered before."""
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        key = headers.get(HEADER)
        bearer = _BEARER.fullmatch(headers.get("authorization", ""))
        if scope["type"] != "http" or scope["method"] != "POST" or key is None or bearer is None:
            await self._app(scope, receive, send)
            return
        if not _KEY.fullmatch(key):
            await Problem("invalid", messages.KEY_BAD).response()(scope, receive, send)
            return
        try:
            body = await _body(receive)
            principal = await run_in_threadpool(principal_of, self._parts, bearer[1])
            kept = await run_in_threadpool(
                self._parts.records.idempotency, principal, key, _fingerprint(scope, headers, body)
            )
            if kept is not None:
                await _again(kept)(scope, receive, send)
            else:
                await self._first(scope, body, send, key=key, principal=principal)
        except Problem as problem:
            await problem.response()(scope, receive, send)
        except HezhengError as error:
            await of_error(error).response()(scope, receive, send)

    async def _first(self, scope: Scope, body: bytes, send: Send, *, key: str, principal: Principal) -> None:
        """Lets the request be done, and keeps its answer before the client sees it."""
        sent = False

        async def replay() -> Message:
            nonlocal sent
            if sent:
                return {"type": "http.disconnect"}
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}

        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        records = self._parts.records
        try:
            await self._app(scope, replay, hold)
        except Exception:
            await run_in_threadpool(records.forget_key, principal, key)
            raise
        start, content = held[0], b"".join(message.get("body", b"") for message in held[1:])
        status = start["status"]
        if status == 429 or status >= 500:
            await run_in_threadpool(records.forget_key, principal, key)
        else:
            answer = KeptAnswer(status=status, body=_pack(Headers(raw=start["headers"]), content))
            await run_in_threadpool(records.keep_answer, principal, key, answer)
        for message in held:
            await send(message)


async def _body(receive: Receive) -> bytes:
    whole = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Problem("upload-interrupted", messages.BROKEN_OFF)
        whole += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(whole)


def _fingerprint(scope: Scope, headers: Headers, body: bytes) -> str:
    """Of all that decides what the request does."""
    seen = (scope["method"], scope["path"], scope["query_string"].decode(), headers.get("if-match", ""))
    return hashlib.sha256(json.dumps(seen).encode() + body).hexdigest()


def _pack(headers: Headers, content: bytes) -> str:
    kept = {name: headers[name] for name in KEPT_HEADERS if name in headers}
    return json.dumps({"headers": kept, "content": content.decode()}, ensure_ascii=False)


def _again(kept: KeptAnswer) -> Response:
    packed = json.loads(kept.body)
    return Response(packed["content"], kept.status, headers=dict([*packed["headers"].items(), REPLAYED]))
