"""Signing in with a password, signing out, and setting one's first password by a link."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.account import Stage
from dossier.principal import Principal
from review.api.parts import Parts, Service
from review.site import signing_messages as messages
from review.site.rendering import page
from review.site.signing import address_of, sign_in, sign_out, way_on
from vault.records.accounts_errors import PasswordUnusableError, SignInError, SignInLockedError

router = APIRouter()
Field = Annotated[str, Form()]
_STEPS = {Stage.SECOND_FACTOR: "/signin/code", Stage.ENROL: "/signin/factor"}
"""Where one that isn't wholly signed in goes on."""


@router.get("/signin")
def signin(request: Request, parts: Service, next: str = "/") -> Response:  # noqa: A002 - as the address has it
    """The form; for one that is signed in, the way on."""
    if request.state.principal is not None:
        return RedirectResponse(way_on(next), 303)
    return _form(request, parts, next, "", ())


@router.post("/signin")
def sign_in_with_password(
    request: Request, parts: Service, user: Field = "", password: Field = "", way: Field = "/"
) -> Response:
    """Begins a session, or says that it was wrong, and never what of it."""
    try:
        checked = parts.records.check_password(user.strip(), password, address=address_of(request))
    except SignInLockedError as error:
        answer = _form(request, parts, way, user, error.lines, status=429)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer
    except SignInError as error:
        return _form(request, parts, way, user, error.lines, status=422)
    return entered(request, parts, checked.user, second_factor=checked.second_factor, way=way)


@router.post("/signout")
def signout(request: Request, parts: Service) -> Response:
    """Ends the session."""
    answer = RedirectResponse("/signin", 303)
    sign_out(request, parts, answer)
    return answer


@router.get("/invitation/{secret}")
def invitation(request: Request, parts: Service, secret: str) -> Response:
    """The form to set a password. An error page where the link was used or is too old."""
    return page(request, "invitation.html.j2", invited=parts.records.invited(secret), lines=())


@router.post("/invitation/{secret}")
def set_first_password(
    request: Request, parts: Service, secret: str, password: Field = "", again: Field = ""
) -> Response:
    """Sets it, and goes on as after signing in with it: a second factor is asked for all the same."""
    invited = parts.records.invited(secret)
    try:
        parts.records.accept_invitation(secret, agreed(password, again))
    except PasswordUnusableError as error:
        return page(request, "invitation.html.j2", status=422, invited=invited, lines=error.lines)
    enrolled = parts.records.account(invited.id).has_second_factor
    return entered(request, parts, invited, second_factor=enrolled, way="/")


def agreed(password: str, again: str) -> str:
    """The password that was typed twice. PasswordUnusableError where it was typed differently."""
    if password != again:
        raise PasswordUnusableError(messages.DIFFERENT, cause="typed differently")
    return password


def entered(request: Request, parts: Parts, user: Principal, *, second_factor: bool, way: str) -> Response:
    """The way on for one whose password was right: to where they wanted, or to the second factor first."""
    needed = user.role in parts.settings.second_factor_for
    stage = Stage.SECOND_FACTOR if second_factor else Stage.ENROL if needed else Stage.WHOLE
    step = _STEPS.get(stage)
    answer = RedirectResponse(f"{step}?next={quote(way_on(way))}" if step else way_on(way), 303)
    answer.headers.append("Set-Cookie", sign_in(request, parts, user, stage))
    return answer


def _form(
    request: Request, parts: Parts, way: str, user: str, lines: tuple[str, ...], *, status: int = 200
) -> Response:
    portal = parts.settings.oidc_name if parts.settings.oidc_issuer else None
    return page(
        request, "signin.html.j2", status=status, way=way_on(way), user=user, lines=lines, portal=portal
    )
