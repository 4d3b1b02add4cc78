"""The second factor when signing in: its code, or, for roles that need one and have none, setting one up."""

from collections.abc import Sequence

import segno
from fastapi import APIRouter
from pyotp.totp import TOTP
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.account import Session, Stage
from dossier.principal import Principal
from review.api.parts import Parts, Service
from review.site import messages as site_messages
from review.site.rendering import page
from review.site.signin import Field
from review.site.signing import sign_in, way_on
from vault.records.accounts_errors import CodeWrongError, SignInLockedError

router = APIRouter()


@router.get("/signin/code")
def ask_code(request: Request, next: str = "/") -> Response:  # noqa: A002 - as the address has it
    """Asks for the code."""
    _session_at(request, Stage.SECOND_FACTOR)
    return page(request, "signin_code.html.j2", way=way_on(next), lines=())


@router.post("/signin/code")
def check_code(request: Request, parts: Service, code: Field = "", way: Field = "/") -> Response:
    """Signs in wholly where it is right."""
    user = _session_at(request, Stage.SECOND_FACTOR).user
    try:
        parts.records.check_factor(user.id, code)
    except (CodeWrongError, SignInLockedError) as error:
        status = 429 if isinstance(error, SignInLockedError) else 422
        return page(request, "signin_code.html.j2", status=status, way=way_on(way), lines=error.lines)
    answer = RedirectResponse(way_on(way), 303)
    answer.headers.append("Set-Cookie", sign_in(request, parts, user, Stage.WHOLE))
    return answer


@router.get("/signin/factor")
def offer_factor(request: Request, parts: Service, next: str = "/") -> Response:  # noqa: A002 - as the address has it
    """Shows what is to be scanned."""
    user = _session_at(request, Stage.ENROL).user
    return enrolment(request, parts, user, action="/signin/factor", way=way_on(next))


@router.post("/signin/factor")
def accept_factor(request: Request, parts: Service, code: Field = "", way: Field = "/") -> Response:
    """Takes the device where its code is right, shows the recovery codes, and signs in wholly."""
    user = _session_at(request, Stage.ENROL).user
    try:
        codes = parts.records.confirm_factor(user.id, code)
    except CodeWrongError as error:
        return enrolment(request, parts, user, action="/signin/factor", way=way_on(way), lines=error.lines)
    cookie = sign_in(request, parts, user, Stage.WHOLE)
    answer = recovery_codes(request, codes, way_on(way))
    answer.headers.append("Set-Cookie", cookie)
    return answer


def enrolment(
    request: Request, parts: Parts, user: Principal, *, action: str, way: str, lines: Sequence[str] = ()
) -> Response:
    """What is to be scanned, as a picture and to be typed, and the field for the first code."""
    secret = parts.records.propose_factor(user.id)
    address = TOTP(secret).provisioning_uri(name=user.id, issuer_name=site_messages.NAME)
    typed = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return page(
        request,
        "enrolment.html.j2",
        status=422 if lines else 200,
        picture=segno.make(address, error="m").svg_data_uri(scale=5),
        typed=typed,
        action=action,
        way=way,
        lines=lines,
    )


def recovery_codes(request: Request, codes: Sequence[str], way: str) -> Response:
    """The codes to be kept on paper, told this once."""
    return page(request, "recovery_codes.html.j2", codes=codes, way=way)


def _session_at(request: Request, stage: Stage) -> Session:
    """The session, where it has come so far. Leads to the sign-in, or to the first page, where it hasn't."""
    session: Session | None = request.state.session
    if session is None or session.stage is not stage:
        raise HTTPException(303, headers={"Location": "/signin" if session is None else "/"})
    return session
