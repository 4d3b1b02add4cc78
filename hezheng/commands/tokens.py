"""`hezheng token`."""

import getpass
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime

from dossier.dates import CHINA
from dossier.errors import HezhengError
from dossier.principal import Principal, Role, Scope
from hezheng import messages, settings
from hezheng.console import console
from vault.records import Records, open_records
from vault.records.errors import NotFoundError


class TokenCallError(HezhengError):
    """The call names a role or scope that there is none of, or lacks a role."""


def create(
    user: str,
    *,
    role: str | None,
    name: str | None,
    region: str | None,
    scopes: Sequence[str],
    days: int | None,
    purpose: str,
) -> int:
    """Print a new token, once. A user who isn't known yet is added, for which the role is needed."""
    wanted = [_scope(each) for each in scopes] or None
    with opened_records() as records:
        _known(records, user, role=role, name=name, region=region)
        made = records.add_token(actor(), user, name=purpose, scopes=wanted, days=days)
    shown = console(stderr=True)
    shown.print(messages.TOKEN_MADE.format(id=made.token.id, user=user, scopes=_listed(made.token.scopes)))
    shown.print(messages.TOKEN_ONCE)
    console().print(made.secret)
    return 0


def list_all(user: str | None) -> int:
    """Print all tokens, or a user's, without their secrets."""
    with opened_records() as records:
        tokens = records.tokens(user)
    shown = console()
    for token in tokens:
        state = messages.TOKEN_REVOKED_AT.format(at=moment(token.revoked_at)) if token.revoked_at else ""
        shown.print(
            messages.TOKEN_LINE.format(
                id=token.id,
                user=token.user,
                name=token.name,
                scopes=_listed(token.scopes),
                until=moment(token.expires_at),
                used=moment(token.last_used_at),
                state=state,
            )
        )
    if not tokens:
        shown.print(messages.TOKEN_NONE)
    return 0


def revoke(token: str) -> int:
    """Make a token useless."""
    with opened_records() as records:
        records.revoke_token(actor(), token)
    console().print(messages.TOKEN_REVOKED.format(id=token))
    return 0


def opened_records() -> closing[Records]:
    """The records of the settings in force."""
    return closing(open_records(settings.load()))


def _known(records: Records, user: str, *, role: str | None, name: str | None, region: str | None) -> None:
    """Adds the user, or changes what the call says of them."""
    try:
        found = records.user(user)
    except NotFoundError as error:
        if role is None:
            raise TokenCallError(
                messages.TOKEN_ROLE_NEEDED.format(user=user),
                advice=messages.TOKEN_ROLE_ADVICE.format(roles=_roles()),
                cause="a new user without a role",
            ) from error
        found = Principal(id=user, name=user, role=role_named(role))
    told = {"name": name, "role": role_named(role) if role else None, "region": region}
    changed = {field: value for field, value in told.items() if value is not None}
    records.put_user(actor(), found.model_copy(update=changed))


def actor() -> str:
    """Who acts, as the trail tells it."""
    return f"console:{getpass.getuser()}"


def role_named(value: str) -> Role:
    """The role of that name. TokenCallError."""
    try:
        return Role(value)
    except ValueError as error:
        raise TokenCallError(
            messages.TOKEN_ROLE_UNKNOWN.format(role=value),
            advice=messages.TOKEN_ROLE_ADVICE.format(roles=_roles()),
            cause=str(error),
        ) from error


def _scope(value: str) -> Scope:
    try:
        return Scope(value)
    except ValueError as error:
        raise TokenCallError(
            messages.TOKEN_SCOPE_UNKNOWN.format(scope=value),
            advice=messages.TOKEN_SCOPE_ADVICE.format(scopes="、".join(Scope)),
            cause=str(error),
        ) from error


def _roles() -> str:
    return "、".join(Role)


def _listed(scopes: frozenset[Scope]) -> str:
    return "、".join(sorted(scopes))


def moment(at: datetime | None) -> str:
    """As the clock on the office's wall shows it; a dash for never."""
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if at else messages.NEVER
