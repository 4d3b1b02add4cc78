"""Signing in through the portal: there and back."""

import logging
import secrets
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.account import Stage
from dossier.errors import HezhengError
from review.api.parts import Parts, Service
from review.site import signing_messages as messages
from review.site.portal import Portal, PortalAwayError, PortalDistrustedError, PortalStrangerError
from review.site.rendering import page
from review.site.signing import base_url, cookie, cookie_name, sign_in, way_on
from vault.records.accounts_errors import SignInError
from vault.records.errors import UserError

router = APIRouter()
AWAY = "hezheng-portal"
"""The cookie that the browser holds while it is at the portal: a secret, and the way on."""
AWAY_SECONDS = 900
_LOG = logging.getLogger(__name__)


def portal_of(request: Request) -> Portal:
    """The portal. 404 where the settings name none."""
    portal: Portal | None = request.app.state.portal
    if portal is None:
        raise HTTPException(404)
    return portal


PortalOf = Annotated[Portal, Depends(portal_of)]


@router.get("/signin/portal")
def to_portal(request: Request, parts: Service, portal: PortalOf, next: str = "/") -> Response:  # noqa: A002 - as the address has it
    """Sends the browser to the portal."""
    secret = secrets.token_urlsafe(32)
    try:
        address = portal.way(secret, _back(request, parts))
    except PortalAwayError as error:
        return _failed(request, error, 503)
    answer = RedirectResponse(address, 303)
    held = f"{secret}.{quote(way_on(next), safe='')}"
    answer.headers.append("Set-Cookie", cookie(request, AWAY, held, f"Max-Age={AWAY_SECONDS}"))
    return answer


@router.get("/signin/portal/back")
def from_portal(request: Request, parts: Service, portal: PortalOf) -> Response:
    """Signs in the one whom the portal vouches for."""
    secret, _, way = request.cookies.get(cookie_name(request, AWAY), "").partition(".")
    back = _back(request, parts)
    try:
        found = portal.vouched(secret, back, dict(request.query_params))
        user = parts.records.put_portal_user(
            portal.issuer, found.subject, name=found.name, role=found.role, region=found.region
        )
        session = sign_in(request, parts, user, Stage.WHOLE)
    except PortalAwayError as error:
        answer = _failed(request, error, 503)
    except (PortalDistrustedError, PortalStrangerError, SignInError, UserError) as error:
        answer = _failed(request, error, 403)
    else:
        answer = RedirectResponse(way_on(unquote(way)), 303)
        answer.headers.append("Set-Cookie", session)
    answer.headers.append("Set-Cookie", cookie(request, AWAY, "", "Max-Age=0"))
    return answer


def _back(request: Request, parts: Parts) -> str:
    return f"{base_url(request, parts)}/signin/portal/back"


def _failed(request: Request, error: HezhengError, status: int) -> Response:
    """What the matter is goes into the log: whoever is at the door needn't know."""
    _LOG.warning("sign-in through the portal failed: %s", error.cause)
    return page(request, "error.html.j2", status=status, title=messages.PORTAL_FAILED, lines=error.lines)
