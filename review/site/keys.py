"""What programs come in with, and what is told to them: one's own tokens and webhooks; everybody's for who audits.

A secret is shown once. A new token is a way in, so it asks for the password once more, as the account's page does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.principal import SCOPES, Principal, Role, Scope
from dossier.state import State
from review.api import addresses, signing
from review.api.parts import Parts, Service
from review.api.problems import Problem
from review.site import keys_messages as messages
from review.site import signing_messages
from review.site.rendering import page
from review.site.signing import Viewer, address_of
from vault.records.accounts_errors import SignInError, SignInLockedError

router = APIRouter(prefix="/account/keys")
_SEE_ALL = frozenset({Role.OFFICE, Role.ADMINISTRATOR, Role.AUDITOR})
DAYS = (30, 90, 365)
"""How long a token can be good for."""


class TypedToken(BaseModel):
    """What the form says of a new token."""

    name: str = ""
    scopes: list[Scope] = Field(default_factory=list[Scope])
    days: int = 0
    old: str = ""


class TypedWebhook(BaseModel):
    """What the form says of a new webhook; no states: all."""

    url: str = ""
    states: list[State] = Field(default_factory=list[State])


@router.get("")
def keys(request: Request, parts: Service, viewer: Viewer, done: str = "") -> Response:
    """What there is."""
    return _page(request, parts, viewer, done=messages.DONE.get(done))


@router.post("/tokens")
def add_token(
    request: Request, parts: Service, viewer: Viewer, typed: Annotated[TypedToken, Form()]
) -> Response:
    """Makes a token and shows its secret, this once."""
    name = typed.name.strip()
    if not 1 <= len(name) <= 100 or typed.days not in DAYS:
        return _page(request, parts, viewer, lines=(messages.NAME_MISSING,))
    if not typed.scopes or set(typed.scopes) - SCOPES[viewer.role]:
        return _page(request, parts, viewer, lines=(messages.SCOPE_UNUSABLE,))
    try:
        if parts.records.account(viewer.id).has_password:
            parts.records.check_password(viewer.id, typed.old, address=address_of(request))
    except SignInError:
        return _page(request, parts, viewer, lines=(signing_messages.OLD_WRONG,))
    except SignInLockedError as error:
        return _page(request, parts, viewer, lines=error.lines)
    made = parts.records.add_token(viewer.id, viewer.id, name=name, scopes=typed.scopes, days=typed.days)
    return _page(request, parts, viewer, secret=made.secret)


@router.post("/tokens/{token}/revoke")
def revoke_token(parts: Service, viewer: Viewer, token: str) -> Response:
    """Makes a token useless: one's own, or for administrators anybody's."""
    parts.records.revoke_own_token(viewer, token)
    return RedirectResponse("/account/keys?done=revoked", 303)


@router.post("/webhooks")
def add_webhook(
    request: Request, parts: Service, viewer: Viewer, typed: Annotated[TypedWebhook, Form()]
) -> Response:
    """Has an address told of moves, and shows what signs the messages, this once. For roles that may over HTTP."""
    if Scope.ADMIN not in SCOPES[viewer.role]:
        raise Problem("forbidden", signing_messages.OTHER_ROLE)
    url = typed.url.strip()
    if not 8 <= len(url) <= 2000:
        return _page(request, parts, viewer, lines=(messages.URL_UNUSABLE,))
    try:
        addresses.judge(url, allow_private=parts.settings.webhook_private)
    except Problem as problem:
        return _page(request, parts, viewer, lines=str(problem.detail).splitlines())
    secret = signing.new_secret()
    events = [f"submission.{state.value}" for state in typed.states]
    parts.records.add_webhook(viewer, url, secret=secret, events=events)
    return _page(request, parts, viewer, secret=secret)


@router.post("/webhooks/{webhook}/remove")
def remove_webhook(parts: Service, viewer: Viewer, webhook: str) -> Response:
    """Tells the address nothing more. One's own only."""
    parts.records.remove_webhook(viewer, webhook)
    return RedirectResponse("/account/keys?done=removed", 303)


def _page(
    request: Request,
    parts: Parts,
    viewer: Principal,
    *,
    lines: Sequence[str] = (),
    done: str | None = None,
    secret: str = "",
) -> Response:
    records, sees_all = parts.records, viewer.role in _SEE_ALL
    return page(
        request,
        "keys.html.j2",
        status=422 if lines else 200,
        tokens=records.tokens(viewer.id),
        others=[each for each in records.tokens() if each.user != viewer.id] if sees_all else [],
        hooks=records.webhooks(viewer),
        other_hooks=[each for each in records.all_webhooks(viewer) if each.owner != viewer.id]
        if sees_all
        else [],
        scopes=[(each.value, messages.SCOPES[each.value]) for each in Scope if each in SCOPES[viewer.role]],
        scope_names=messages.SCOPES,
        days=DAYS,
        hooked=Scope.ADMIN in SCOPES[viewer.role],
        has_password=records.account(viewer.id).has_password,
        lines=lines,
        done=done,
        secret=secret,
    )
