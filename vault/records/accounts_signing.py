"""Whether a password is right, and how often it may be tried.

An attempt is counted before it is looked at, so that many at once are no way around the count. After some failures each
further one doubles the wait, per account (whether there is one or not) and per address.
"""

import hashlib
import ipaddress
from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from sqlalchemy import delete

from dossier.principal import Principal
from vault.records import passwords
from vault.records.accounts import locked_account
from vault.records.accounts_errors import SignInError, SignInLockedError
from vault.records.accounts_schema import AccountRow, AttemptRow
from vault.records.engine import Transaction
from vault.records.part import Part
from vault.records.schema import UserRow
from vault.records.users import principal_of_row

FREE_AT_ACCOUNT = 5
FREE_FROM_ADDRESS = 100
"""Failures without a wait. An office may sit behind one address; sign-ins under way count too, of which a process has 40 at most."""
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN = timedelta(days=1)
"""Failures count until there was none for so long."""


class Checked(NamedTuple):
    """Whose password was right, and whether a second factor is to be asked for."""

    user: Principal
    second_factor: bool


class SignInRecords(Part):
    """Trying to come in."""

    def check_password(self, user: str, password: str, *, address: str) -> Checked:
        """The user whose password that is. SignInError, whatever the matter is; SignInLockedError after too many failures."""
        account, place = account_key(user), _address_key(address)
        self.count_attempt(account, place)
        with self._database.read() as transaction:
            row = transaction.session.get(AccountRow, user)
            kept = row.password if row is not None and row.disabled_at is None else None
        if not passwords.matches(kept, password):
            raise SignInError(f"sign-in of {user!r} failed")
        renewed = passwords.hashed(password) if kept and passwords.is_outdated(kept) else None
        with self._database.write() as transaction:
            row = locked_account(transaction, user)
            if row.password == kept and renewed:
                row.password = renewed
            succeed(transaction, account, place)
            found = transaction.session.get_one(UserRow, user)
            return Checked(principal_of_row(found), row.totp is not None)

    def count_attempt(self, *keys: str) -> None:
        """Counts an attempt as a failure, until `succeed` takes it back. SignInLockedError where one has to wait."""
        with self._database.write() as transaction:
            now = transaction.now
            transaction.session.execute(delete(AttemptRow).where(AttemptRow.last_at < now - FORGOTTEN))
            rows = [_counted(transaction, key) for key in sorted(keys)]
            wait = max((row.locked_until or now) - now for row in rows)
            if wait > timedelta(0):
                raise SignInLockedError(ceil(wait.total_seconds()))
            for row in rows:
                row.failures += 1
                row.last_at = now
                row.locked_until = _locked_until(row, now)
                if row.failures == _free(row.key):
                    transaction.note("sign-in", "sign_in.locked", row.key)


def account_key(user: str) -> str:
    """Under which an account's failures are counted. A hash: what is typed there may be a password."""
    return "account:" + hashlib.sha256(user.encode()).hexdigest()[:32]


def factor_key(user: str) -> str:
    """Under which failures at a second factor are counted."""
    return "factor:" + hashlib.sha256(user.encode()).hexdigest()[:32]


def succeed(transaction: Transaction, own: str, place: str | None = None) -> None:
    """Forgets the failures under `own`, and the last one from the place: one's own account doesn't clear an address."""
    transaction.session.execute(delete(AttemptRow).where(AttemptRow.key == own))
    row = transaction.session.get(AttemptRow, place, with_for_update=True) if place else None
    if row is not None:
        row.failures -= 1
        row.locked_until = None


def _address_key(address: str) -> str:
    """IPv6 by its network of 64 bits, of which one house has all."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return f"address:{address[:64]}"
    if parsed.version == 6:
        return f"address:{ipaddress.ip_network((parsed, 64), strict=False).network_address}"
    return f"address:{parsed}"


def _counted(transaction: Transaction, key: str) -> AttemptRow:
    transaction.insert_new(AttemptRow, key=key, failures=0, last_at=transaction.now)
    return transaction.session.get_one(AttemptRow, key, with_for_update=True)


def _free(key: str) -> int:
    return FREE_FROM_ADDRESS if key.startswith("address:") else FREE_AT_ACCOUNT


def _locked_until(row: AttemptRow, now: datetime) -> datetime | None:
    beyond = row.failures - _free(row.key)
    if beyond < 0:
        return None
    return now + min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(beyond, 16))
