"""The second factor: codes of a device (TOTP, RFC 6238), and codes on paper for when it is lost."""

import hmac
import secrets
from datetime import datetime

from pyotp import random_base32
from pyotp.totp import TOTP
from sqlalchemy import delete, func, select

from vault.records import accounts_messages as messages
from vault.records.accounts import forget_second_factor, locked_account
from vault.records.accounts_errors import CodeWrongError
from vault.records.accounts_schema import AccountRow, RecoveryCodeRow
from vault.records.accounts_signing import SignInRecords, factor_key, succeed
from vault.records.engine import Transaction
from vault.records.errors import UserError
from vault.records.identifiers import digest
from vault.records.users import end_sessions

STEP = 30
"""Seconds for which a code stands."""
DRIFT = 1
"""Steps by which a device's clock may be off."""
CODES = 10
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Nothing that is taken for something else on paper."""


class FactorRecords(SignInRecords):
    """Having, checking and losing a second factor."""

    def propose_factor(self, user: str) -> str:
        """The secret to be put into the device, in base 32: the same until it is confirmed. NotFoundError."""
        with self._database.write() as transaction:
            row = locked_account(transaction, user)
            proposed = row.totp_proposed or random_base32()
            row.totp_proposed = proposed
            return proposed

    def confirm_factor(self, user: str, code: str) -> tuple[str, ...]:
        """Takes the proposed secret as the second factor, in place of an older one, since the device gave the right code.

        Gives the recovery codes, this once. UserError: nothing is proposed; CodeWrongError.
        """
        with self._database.write() as transaction:
            row = locked_account(transaction, user)
            if row.totp_proposed is None:
                raise UserError(messages.NOT_PROPOSED, cause="no proposed factor")
            row.totp_step = 0
            row.totp_step = _step_of(row, row.totp_proposed, code, transaction.now)
            proposed = row.totp_proposed
            forget_second_factor(transaction, row)
            row.totp = proposed
            transaction.note(user, "user.second_factor", user)
            return _new_codes(transaction, user)

    def check_factor(self, user: str, code: str) -> None:
        """CodeWrongError unless it is the device's code, or one of the recovery codes. Either is taken once. SignInLockedError."""
        self.count_attempt(factor_key(user))
        with self._database.write() as transaction:
            row = locked_account(transaction, user)
            if not _spend_recovery_code(transaction, user, code):
                if row.totp is None:
                    raise CodeWrongError
                row.totp_step = _step_of(row, row.totp, code, transaction.now)
            succeed(transaction, factor_key(user))

    def renew_codes(self, user: str) -> tuple[str, ...]:
        """New recovery codes in place of the old ones. UserError where there is no second factor."""
        with self._database.write() as transaction:
            if locked_account(transaction, user).totp is None:
                raise UserError(messages.NOT_PROPOSED, cause="no second factor")
            transaction.session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.user_id == user))
            transaction.note(user, "user.recovery_codes", user)
            return _new_codes(transaction, user)

    def codes_left(self, user: str) -> int:
        """How many recovery codes there are."""
        query = select(func.count()).select_from(RecoveryCodeRow).where(RecoveryCodeRow.user_id == user)
        with self._database.read() as transaction:
            return transaction.session.scalar(query) or 0

    def remove_factor(self, actor: str, user: str) -> None:
        """Takes a user's second factor away and ends their sessions: the device is lost, or in other hands. NotFoundError."""
        with self._database.write() as transaction:
            row = locked_account(transaction, user)
            forget_second_factor(transaction, row)
            end_sessions(transaction, user)
            transaction.note(actor, "user.second_factor_removed", user)


def _step_of(row: AccountRow, secret: str, code: str, now: datetime) -> int:
    """The half minute that the code is of. CodeWrongError: of none near, or of one that was taken."""
    given = "".join(code.split())
    current = int(now.timestamp()) // STEP
    totp = TOTP(secret, interval=STEP)
    for step in range(max(current - DRIFT, row.totp_step + 1), current + DRIFT + 1):
        if hmac.compare_digest(totp.generate_otp(step).encode(), given.encode()):
            return step
    raise CodeWrongError


def _new_codes(transaction: Transaction, user: str) -> tuple[str, ...]:
    """74 bits of chance each."""
    codes = tuple("-".join(_letters(5) for _ in range(3)) for _ in range(CODES))
    transaction.session.add_all(RecoveryCodeRow(user_id=user, sha256=_code_hash(code)) for code in codes)
    return codes


def _letters(count: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(count))


def _spend_recovery_code(transaction: Transaction, user: str, code: str) -> bool:
    row = transaction.session.get(RecoveryCodeRow, (user, _code_hash(code)), with_for_update=True)
    if row is None:
        return False
    transaction.session.delete(row)
    transaction.note(user, "user.recovery_code", user)
    return True


def _code_hash(code: str) -> str:
    return digest("".join(code.lower().replace("-", "").split()))
