"""`hezheng user`: people who sign in to the page."""

import getpass
import sys

from dossier.account import Account
from dossier.principal import Principal
from hezheng import messages, settings
from hezheng.commands.tokens import actor, moment, opened_records, role_named
from hezheng.console import console
from vault.records import Records
from vault.records.accounts import INVITED
from vault.records.accounts_errors import PasswordUnusableError


def add(user: str, *, role: str, name: str | None, region: str | None, organization: str | None) -> int:
    """Add a user and print the link with which they set a password."""
    wanted = Principal(
        id=user, name=name or user, role=role_named(role), region=region, organization=organization
    )
    with opened_records() as records:
        made = records.add_account(actor(), wanted)
        console(stderr=True).print(
            messages.USER_ADDED.format(id=made.id, name=made.name, role=made.role.value)
        )
        _invite(records, made.id)
    return 0


def invite(user: str) -> int:
    """Print a new link, with which the user sets another password."""
    with opened_records() as records:
        _invite(records, user)
    return 0


def password(user: str) -> int:
    """Ask for a new password, twice on a terminal, and set it."""
    with opened_records() as records:
        known = records.account(user).user.id
        records.set_password(actor(), known, _asked())
    console().print(messages.USER_PASSWORD_SET.format(id=known))
    return 0


def remove_factor(user: str) -> int:
    """Take the second factor of a user away who lost the device: the next sign-in sets another one up where it is needed."""
    with opened_records() as records:
        records.remove_factor(actor(), user)
    console().print(messages.USER_FACTOR_REMOVED.format(id=user))
    return 0


def list_all() -> int:
    """Print all users."""
    with opened_records() as records:
        accounts = records.accounts()
    for account in accounts:
        console().print(_line(account))
    if not accounts:
        console().print(messages.USER_NONE)
    return 0


def _invite(records: Records, user: str) -> None:
    """The link alone goes to stdout."""
    secret = records.invite(actor(), user)
    chosen = settings.load()
    base = (chosen.public_url or f"http://{chosen.host}:{chosen.port}").rstrip("/")
    console(stderr=True).print(messages.USER_INVITED.format(days=INVITED.days))
    sys.stdout.write(f"{base}/invitation/{secret}\n")


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(messages.USER_PASSWORD_ASKED)
    if getpass.getpass(messages.USER_PASSWORD_AGAIN) != first:
        raise PasswordUnusableError(messages.USER_PASSWORD_DIFFERS, cause="typed differently")
    return first


def _line(account: Account) -> str:
    user = account.user
    return messages.USER_LINE.format(
        id=user.id,
        name=user.name,
        role=user.role.value,
        region=user.region or messages.NEVER,
        password=messages.YES if account.has_password else messages.NO,
        factor=messages.YES if account.has_second_factor else messages.NO,
        seen=moment(account.last_seen_at),
        state=messages.USER_DISABLED if account.disabled_at else "",
    )
