"""Who looks at the pages: the session behind the cookie, and whether a request was meant by a page of ours.

A page's route takes `viewer: Viewer`, or `Annotated[Principal, Depends(for_roles(Role.OFFICE))]`. Nothing that changes
anything (POST, PUT, PATCH, DELETE) reaches any route unless it says the token of its own browser's session, in the
field `csrf` or in the header X-CSRF-Token, and doesn't come from another site.
"""

import hashlib
import hmac
import math
import secrets
from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import Depends
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dossier.account import Session, Stage
from dossier.errors import HezhengError
from dossier.principal import Principal, Role
from review.api.parts import Parts
from review.api.problems import Problem, of_error
from review.site import signing_messages as messages

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
SESSION = "hezheng"
"""The cookie with the session's secret. Over TLS its name has the prefix `__Host-`: no other host can set it."""
VISIT = "hezheng-visit"
"""The cookie that ties forms to a browser in which nobody is signed in."""
BEFORE_SIGN_IN = 32 << 10
"""The most, in bytes, that somebody sends who isn't signed in."""
FIELDS = 1 << 20
"""The most, in bytes, of a form without files: it is read into memory."""
_PLAIN = "application/x-www-form-urlencoded"
_FORMS = (_PLAIN, "multipart/form-data")


class Signing:
    """Puts `session`, `principal` and `csrf` into the request's state."""

    def __init__(self, app: ASGIApp, *, parts: Parts, tell: Callable[[Request, Problem], Response]) -> None:
        self._app = app
        self._parts = parts
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or refuses it."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        request.state.principal, request.state.session = None, None
        try:
            session = await self._session(request)
        except HezhengError as error:
            await self._tell(request, of_error(error))(scope, receive, send)
            return
        visit = request.cookies.get(cookie_name(request, VISIT)) or secrets.token_urlsafe(32)
        browser = request.cookies[cookie_name(request, SESSION)] if session else visit
        request.state.session = session
        request.state.principal = session.user if session and session.stage is Stage.WHOLE else None
        request.state.csrf = csrf_of(browser)
        if problem := _refused(request, session):
            await self._tell(request, problem)(scope, receive, send)
            return
        known = session is not None or visit == request.cookies.get(cookie_name(request, VISIT))
        await self._app(scope, receive, send if known else _marking(request, send, visit))

    async def _session(self, request: Request) -> Session | None:
        secret = request.cookies.get(cookie_name(request, SESSION))
        if not secret:
            return None
        idle = self._parts.settings.session_idle_minutes
        return await run_in_threadpool(self._parts.records.session_of, secret, idle_minutes=idle)


async def check_form(request: Request) -> None:
    """A dependency of all routes: a change says the token of its browser. Problems `unauthenticated`, `forbidden`."""
    if request.method in SAFE:
        return
    given = request.headers.get("X-CSRF-Token")
    if given is None and request.headers.get("content-type", "").startswith(_FORMS):
        field = (await request.form()).get("csrf")
        given = field if isinstance(field, str) else None
    if given is None or not hmac.compare_digest(given.encode(), request.state.csrf.encode()):
        if request.state.session is None:
            raise Problem("unauthenticated", messages.OVER)
        raise Problem("forbidden", messages.OTHER_PAGE)


def viewer(request: Request) -> Principal:
    """Who is signed in. Leads to the sign-in where nobody is; problem `unauthenticated` for what is no page."""
    if request.state.principal is not None:
        return request.state.principal
    way = "/signin?next=" + quote(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
    if request.headers.get("HX-Request") == "true":
        raise Problem("unauthenticated", messages.OVER, headers={"HX-Redirect": "/signin"})
    if request.method in SAFE:
        raise HTTPException(303, headers={"Location": way})
    raise Problem("unauthenticated", messages.OVER)


Viewer = Annotated[Principal, Depends(viewer)]
"""The signed-in person."""


def for_roles(*roles: Role) -> Callable[[Principal], Principal]:
    """A dependency that gives the signed-in person where they have one of these roles. Problem `forbidden` else."""

    def of_role(viewer: Viewer) -> Principal:
        if viewer.role not in roles:
            raise Problem("forbidden", messages.OTHER_ROLE)
        return viewer

    return of_role


def sign_in(request: Request, parts: Parts, user: Principal, stage: Stage) -> str:
    """Begins a session in this browser, in place of the one that it had: the Set-Cookie that the answer has to carry.

    SignInError where the account is disabled.
    """
    if request.state.session is not None:
        parts.records.end_session(user.id, request.state.session.id)
    agent = request.headers.get("user-agent", "")
    secret = parts.records.begin_session(user.id, stage, hours=parts.settings.session_hours, agent=agent)
    request.state.csrf = csrf_of(secret)
    request.state.principal = user if stage is Stage.WHOLE else None
    return cookie(request, SESSION, secret)


def sign_out(request: Request, parts: Parts, answer: Response) -> None:
    """Ends this browser's session, and has the browser forget its secret."""
    session: Session | None = request.state.session
    if session is not None:
        parts.records.end_session(session.user.id, session.id)
    answer.headers.append("Set-Cookie", cookie(request, SESSION, "", "Max-Age=0"))


def csrf_of(secret: str) -> str:
    """The token of a browser's forms: tells nothing of the secret, and is known only to who has it."""
    return hashlib.sha256(f"csrf {secret}".encode()).hexdigest()


def cookie_name(request: Request, name: str) -> str:
    """The cookie's name for this request's scheme."""
    return f"__Host-{name}" if request.url.scheme == "https" else name


def way_on(wanted: str | None) -> str:
    """Where to go after signing in: a path of ours, whatever was asked for."""
    parts = urlsplit(wanted or "/")
    ours = not parts.scheme and not parts.netloc and parts.path.startswith("/") and parts.path.isprintable()
    if not wanted or not ours or wanted.startswith("//") or "\\" in wanted or not wanted.isprintable():
        return "/"
    return wanted


def base_url(request: Request, parts: Parts) -> str:
    """Where the office is reached from outside, without a slash at the end: as the settings say, else as asked."""
    return (parts.settings.public_url or str(request.base_url)).rstrip("/")


def address_of(request: Request) -> str:
    """Who asks, by network address; empty where the server can't tell."""
    return request.client.host if request.client else ""


def _refused(request: Request, session: Session | None) -> Problem | None:
    """Why a change isn't even looked at: it comes from another site, or is too much for somebody unknown."""
    if request.method in SAFE:
        return None
    if not _is_own(request):
        return Problem("forbidden", messages.OTHER_SITE)
    told = request.headers.get("content-length", "")
    length = int(told) if told.isdigit() else math.inf
    if session is None and length > BEFORE_SIGN_IN:
        return Problem("unauthenticated", messages.OVER)
    if request.headers.get("content-type", "").startswith(_PLAIN) and length > FIELDS:
        return Problem("too-large", messages.FORM_TOO_LARGE)
    return None


def _is_own(request: Request) -> bool:
    """By what the browser itself says of where a request comes from; programs that are no browsers say nothing."""
    told = request.headers.get("sec-fetch-site")
    if told is not None:
        return told in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).hostname == request.url.hostname


def cookie(request: Request, name: str, value: str, *more: str) -> str:
    """A Set-Cookie: gone when the browser closes; never told to scripts; not sent along by other sites' forms."""
    secure = ("Secure",) if request.url.scheme == "https" else ()
    return "; ".join(
        (f"{cookie_name(request, name)}={value}", "Path=/", "HttpOnly", "SameSite=Lax", *secure, *more)
    )


def _marking(request: Request, send: Send, visit: str) -> Callable[[Message], Awaitable[None]]:
    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).append("Set-Cookie", cookie(request, VISIT, visit))
        await send(message)

    return marked
