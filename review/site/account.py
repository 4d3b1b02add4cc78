"""One's own account: password, second factor, sessions. What changes a way in asks for the password once more."""

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.errors import HezhengError
from dossier.principal import Principal
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.site import signing_messages as messages
from review.site.rendering import page
from review.site.second_factor import enrolment, recovery_codes
from review.site.signin import Field, agreed
from review.site.signing import Viewer, address_of
from vault.records.accounts_errors import (
    CodeWrongError,
    PasswordUnusableError,
    SignInError,
    SignInLockedError,
)

router = APIRouter()
_CONFIRM = "/account/factor/confirm"
_BROWSERS = (
    ("MicroMessenger/", "微信"),
    ("Edg/", "Edge"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
"""Signs in what browsers call themselves; many call themselves by others' names too, so the order counts."""


@router.get("/account")
def account(request: Request, parts: Service, viewer: Viewer, done: str = "") -> Response:
    """What there is, and the ways to change it."""
    return _page(request, parts, viewer, done=messages.DONE.get(done))


@router.post("/account/password")
def change_password(
    request: Request, parts: Service, viewer: Viewer, old: Field = "", password: Field = "", again: Field = ""
) -> Response:
    """A new password; all other sessions end."""
    try:
        _check(request, parts, viewer, old)
        chosen = agreed(password, again)
        parts.records.set_password(viewer.id, viewer.id, chosen, keep=request.state.session.id)
    except (PasswordUnusableError, SignInError, SignInLockedError) as error:
        return _page(request, parts, viewer, lines=_lines(error))
    return RedirectResponse("/account?done=password", 303)


@router.post("/account/factor")
def offer_factor(request: Request, parts: Service, viewer: Viewer, old: Field = "") -> Response:
    """Shows what is to be scanned, for a first device or another one."""
    try:
        _check(request, parts, viewer, old)
    except (SignInError, SignInLockedError) as error:
        return _page(request, parts, viewer, lines=_lines(error))
    return enrolment(request, parts, viewer, action=_CONFIRM, way="/account")


@router.post(_CONFIRM)
def accept_factor(request: Request, parts: Service, viewer: Viewer, code: Field = "") -> Response:
    """Takes the device where its code is right."""
    try:
        codes = parts.records.confirm_factor(viewer.id, code)
    except CodeWrongError as error:
        return enrolment(request, parts, viewer, action=_CONFIRM, way="/account", lines=error.lines)
    return recovery_codes(request, codes, "/account")


@router.post("/account/factor/remove")
def remove_factor(request: Request, parts: Service, viewer: Viewer, old: Field = "") -> Response:
    """Goes on without a second factor, where the role doesn't need one; all sessions end. Problem `forbidden` else."""
    if viewer.role in parts.settings.second_factor_for:
        raise Problem("forbidden", messages.FACTOR_NEEDED)
    try:
        _check(request, parts, viewer, old)
    except (SignInError, SignInLockedError) as error:
        return _page(request, parts, viewer, lines=_lines(error))
    parts.records.remove_factor(viewer.id, viewer.id)
    return RedirectResponse("/signin", 303)


@router.post("/account/codes")
def renew_codes(request: Request, parts: Service, viewer: Viewer, old: Field = "") -> Response:
    """New recovery codes; the old ones are useless."""
    try:
        _check(request, parts, viewer, old)
    except (SignInError, SignInLockedError) as error:
        return _page(request, parts, viewer, lines=_lines(error))
    return recovery_codes(request, parts.records.renew_codes(viewer.id), "/account")


@router.post("/account/sessions")
def end_other_sessions(request: Request, parts: Service, viewer: Viewer) -> Response:
    """Signs out in all other browsers."""
    parts.records.end_sessions(viewer.id, viewer.id, keep=request.state.session.id)
    return RedirectResponse("/account?done=sessions", 303)


def _check(request: Request, parts: Parts, viewer: Principal, password: str) -> None:
    """SignInError, SignInLockedError unless that is the viewer's password."""
    parts.records.check_password(viewer.id, password, address=address_of(request))


def _lines(error: HezhengError) -> tuple[str, ...]:
    return (messages.OLD_WRONG,) if isinstance(error, SignInError) else error.lines


def _browser(agent: str) -> str:
    """What a browser calls itself, as far as people know it by: `Chrome · Windows`."""
    found = (next((name for sign, name in names if sign in agent), None) for names in (_BROWSERS, _SYSTEMS))
    return " · ".join(name for name in found if name) or messages.OTHER_BROWSER


def _page(
    request: Request, parts: Parts, viewer: Principal, *, lines: Sequence[str] = (), done: str | None = None
) -> Response:
    return page(
        request,
        "account.html.j2",
        status=422 if lines else 200,
        account=parts.records.account(viewer.id),
        sessions=[(_browser(each.agent), each) for each in parts.records.sessions(viewer.id)],
        here=request.state.session.id,
        codes_left=parts.records.codes_left(viewer.id),
        needed=viewer.role in parts.settings.second_factor_for,
        role=messages.ROLES[viewer.role.value],
        lines=lines,
        done=done,
    )
