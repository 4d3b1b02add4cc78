"""User administration: who may sign in, as what. For administrators."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.account import Account
from dossier.principal import Principal, Role
from review.api.parts import Parts, Service
from review.site import signing_messages as messages
from review.site.rendering import page
from review.site.signing import Viewer, base_url, for_roles
from vault.records.accounts import INVITED
from vault.records.errors import UserError

router = APIRouter(prefix="/admin", dependencies=[Depends(for_roles(Role.ADMINISTRATOR))])
ROLES = tuple(role for role in Role if role is not Role.WORKER)
"""What a person can be; workers are programs, and come in by tokens."""


class Typed(BaseModel):
    """What the form says of a user."""

    user: str = ""
    name: str = ""
    role: str = Role.APPLICANT.value
    region: str = ""
    organization: str = ""

    def principal(self) -> Principal:
        """The user that it describes. UserError."""
        region = self.region.strip() or None
        if self.role not in ROLES:
            raise UserError(messages.ROLE_MISSING, cause=f"role {self.role!r}")
        if self.role == Role.REVIEWER and region is None:
            raise UserError(messages.REGION_MISSING, cause="a reviewer without a region")
        if not self.user.strip() or not self.name.strip():
            raise UserError(messages.NAME_MISSING, cause="no id or no name")
        return Principal(
            id=self.user.strip(),
            name=self.name.strip(),
            role=Role(self.role),
            region=region,
            organization=self.organization.strip() or None,
        )


TypedForm = Annotated[Typed, Form()]


@router.get("/people")
def people(request: Request, parts: Service, search: str = "", role: str = "") -> Response:
    """All users, or those whose id, name, region or organization has the words."""
    found = [each for each in parts.records.accounts() if _fits(each, search.strip().casefold(), role)]
    return page(
        request,
        "people.html.j2",
        accounts=found,
        search=search,
        role=role,
        roles=_named_roles(),
        names=messages.ROLES,
    )


@router.get("/new-person")
def new_person(request: Request) -> Response:
    """The empty form."""
    return _form(request, None, Typed())


@router.post("/people")
def add_person(request: Request, parts: Service, viewer: Viewer, typed: TypedForm) -> Response:
    """Adds a user, and shows the link with which they set a password."""
    try:
        made = parts.records.add_account(viewer.id, typed.principal())
    except UserError as error:
        return _form(request, None, typed, lines=error.lines)
    return _invited(request, parts, viewer, made.id)


@router.get("/people/{user}")
def person(request: Request, parts: Service, user: str, done: str = "") -> Response:
    """One user, and what can be done about them."""
    account = parts.records.account(user)
    return _form(request, account, _typed(account), done=messages.DONE.get(done))


@router.post("/people/{user}")
def change_person(request: Request, parts: Service, viewer: Viewer, user: str, typed: TypedForm) -> Response:
    """Changes what the user is called and may do."""
    account = parts.records.account(user)
    try:
        parts.records.change_account(viewer, typed.model_copy(update={"user": user}).principal())
    except UserError as error:
        return _form(request, account, typed, lines=error.lines)
    return _back(user, "person_change")


@router.post("/people/{user}/invitation")
def invite_person(request: Request, parts: Service, viewer: Viewer, user: str) -> Response:
    """Shows a new link with which the user sets a password."""
    return _invited(request, parts, viewer, user)


@router.post("/people/{user}/disable")
def disable_person(request: Request, parts: Service, viewer: Viewer, user: str) -> Response:
    """Lets the user in no more."""
    account = parts.records.account(user)
    try:
        parts.records.disable_account(viewer, user)
    except UserError as error:
        return _form(request, account, _typed(account), lines=error.lines)
    return _back(user, "person_disable")


@router.post("/people/{user}/enable")
def enable_person(parts: Service, viewer: Viewer, user: str) -> Response:
    """Lets the user in again."""
    parts.records.enable_account(viewer, user)
    return _back(user, "person_enable")


@router.post("/people/{user}/factor/remove")
def remove_persons_factor(parts: Service, viewer: Viewer, user: str) -> Response:
    """Takes a lost device away; the user's sessions end."""
    parts.records.remove_factor(viewer.id, user)
    return _back(user, "person_factor")


@router.post("/people/{user}/sessions")
def end_persons_sessions(parts: Service, viewer: Viewer, user: str) -> Response:
    """Signs the user out everywhere."""
    parts.records.end_sessions(viewer.id, user)
    return _back(user, "person_sessions")


def _typed(account: Account) -> Typed:
    user = account.user
    return Typed(
        user=user.id,
        name=user.name,
        role=user.role.value,
        region=user.region or "",
        organization=user.organization or "",
    )


def _fits(account: Account, search: str, role: str) -> bool:
    user = account.user
    told = " ".join((user.id, user.name, user.region or "", user.organization or "")).casefold()
    return search in told and role in {"", user.role.value}


def _named_roles() -> list[tuple[str, str]]:
    return [(role.value, messages.ROLES[role.value]) for role in ROLES]


def _form(
    request: Request,
    account: Account | None,
    typed: Typed,
    *,
    lines: Sequence[str] = (),
    done: str | None = None,
) -> Response:
    return page(
        request,
        "person.html.j2",
        status=422 if lines else 200,
        account=account,
        typed=typed,
        roles=_named_roles(),
        own=account is not None and account.user.id == request.state.principal.id,
        lines=lines,
        done=done,
    )


def _invited(request: Request, parts: Parts, viewer: Principal, user: str) -> Response:
    secret = parts.records.invite(viewer.id, user)
    return page(
        request,
        "invited.html.j2",
        account=parts.records.account(user),
        link=f"{base_url(request, parts)}/invitation/{secret}",
        days=INVITED.days,
    )


def _back(user: str, done: str) -> Response:
    """To the user's page, which says what was done."""
    return RedirectResponse(f"/admin/people/{quote(user, safe='')}?done={done}", 303)
