"""Accounts: how they are made, changed, closed, and given a password."""

import re
import secrets
from datetime import timedelta

from sqlalchemy import delete, select

from dossier.account import Account
from dossier.principal import Principal
from vault.records import accounts_messages as messages
from vault.records import passwords
from vault.records.accounts_errors import InvitationInvalidError, OwnAccountError
from vault.records.accounts_schema import AccountRow, InvitationRow, RecoveryCodeRow
from vault.records.engine import Transaction
from vault.records.errors import NotFoundError, UserError
from vault.records.identifiers import digest
from vault.records.part import Part
from vault.records.schema import UserRow
from vault.records.users import apply_fields, end_sessions, fields_of, principal_of_row

INVITED = timedelta(days=7)
"""How long a link to set a password is good for."""
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")


class AccountRecords(Part):
    """Who may sign in. `actor` is who makes the change: a principal's id, or `console:<account>`."""

    def add_account(self, actor: str, user: Principal) -> Principal:
        """A new user. UserError: the id is taken or of another form, the region unknown."""
        if not _ID.fullmatch(user.id):
            raise UserError(messages.ID_UNUSABLE.format(id=user.id), advice=messages.ID_ADVICE)
        fields = fields_of(user)
        with self._database.write() as transaction:
            if not transaction.insert_new(UserRow, id=user.id, created_at=transaction.now, **fields):
                raise UserError(messages.ID_TAKEN.format(id=user.id), cause=f"user {user.id} exists")
            transaction.note(actor, "user.add", user.id, **fields)
            return principal_of_row(transaction.session.get_one(UserRow, user.id))

    def change_account(self, actor: Principal, user: Principal) -> Account:
        """Name, role, region and organization anew; another role or region ends the user's sessions.

        NotFoundError; OwnAccountError: one's own role; UserError: the region is unknown.
        """
        fields = fields_of(user)
        with self._database.write() as transaction:
            row = _user(transaction, user.id)
            if actor.id == user.id and row.role != fields["role"]:
                raise OwnAccountError(actor)
            if changed := apply_fields(transaction, row, fields):
                transaction.note(actor.id, "user.change", user.id, **changed)
            return account_of(row, transaction.session.get(AccountRow, user.id))

    def account(self, user: str) -> Account:
        """A user's account. NotFoundError."""
        with self._database.read() as transaction:
            row = transaction.session.get(UserRow, user)
            if row is None:
                raise NotFoundError(user)
            return account_of(row, transaction.session.get(AccountRow, user))

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, by id."""
        query = select(UserRow, AccountRow).outerjoin(AccountRow, AccountRow.user_id == UserRow.id)
        with self._database.read() as transaction:
            found = transaction.session.execute(query.order_by(UserRow.id))
            return tuple(account_of(user, account) for user, account in found)

    def disable_account(self, actor: Principal, user: str) -> None:
        """Lets the user in no more: sessions end, links and tokens are useless. NotFoundError, OwnAccountError."""
        if actor.id == user:
            raise OwnAccountError(actor)
        with self._database.write() as transaction:
            row = locked_account(transaction, user)
            if row.disabled_at is None:
                row.disabled_at = transaction.now
                transaction.session.execute(delete(InvitationRow).where(InvitationRow.user_id == user))
                end_sessions(transaction, user)
                transaction.note(actor.id, "user.disable", user)

    def enable_account(self, actor: Principal, user: str) -> None:
        """Lets the user in again. NotFoundError."""
        with self._database.write() as transaction:
            row = locked_account(transaction, user)
            if row.disabled_at is not None:
                row.disabled_at = None
                transaction.note(actor.id, "user.enable", user)

    def set_password(self, actor: str, user: str, password: str, *, keep: str | None = None) -> None:
        """A new password; all sessions end but `keep` (a session's id). NotFoundError, PasswordUnusableError."""
        kept = self._hashed(user, password)
        with self._database.write() as transaction:
            _put_password(transaction, actor, user, kept, keep)

    def invite(self, actor: str, user: str) -> str:
        """The secret of a link with which the user sets a password, once, within INVITED. Older links are useless. NotFoundError."""
        secret = secrets.token_urlsafe(32)
        with self._database.write() as transaction:
            locked_account(transaction, user)
            now = transaction.now
            spent = (InvitationRow.user_id == user) | (InvitationRow.expires_at < now)
            transaction.session.execute(delete(InvitationRow).where(spent))
            row = InvitationRow(sha256=digest(secret), user_id=user, expires_at=now + INVITED)
            transaction.session.add(row)
            transaction.note(actor, "user.invite", user)
        return secret

    def invited(self, secret: str) -> Principal:
        """Whom a link is for. InvitationInvalidError."""
        with self._database.read() as transaction:
            return principal_of_row(
                transaction.session.get_one(UserRow, _invitation(transaction, secret).user_id)
            )

    def accept_invitation(self, secret: str, password: str) -> Principal:
        """Sets the password and spends the link. InvitationInvalidError, PasswordUnusableError."""
        user = self.invited(secret)
        kept = self._hashed(user.id, password)
        with self._database.write() as transaction:
            transaction.session.delete(_invitation(transaction, secret, lock=True))
            _put_password(transaction, user.id, user.id, kept, None)
        return user

    def _hashed(self, user: str, password: str) -> str:
        """Made outside of any transaction, for it takes a while. NotFoundError, PasswordUnusableError."""
        known = self.account(user).user
        passwords.check_usable(password, known.id, known.name, known.organization or "")
        return passwords.hashed(password)


def locked_account(transaction: Transaction, user: str) -> AccountRow:
    """The account's row, made where there is none, locked until the end. NotFoundError where there is no such user."""
    _user(transaction, user)
    transaction.insert_new(AccountRow, user_id=user, totp_step=0)
    return transaction.session.get_one(AccountRow, user, with_for_update=True)


def forget_second_factor(transaction: Transaction, row: AccountRow) -> None:
    """Takes the second factor away, and the codes that stand in for it."""
    row.totp = row.totp_proposed = None
    transaction.session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.user_id == row.user_id))


def account_of(user: UserRow, row: AccountRow | None) -> Account:
    """The noun of a user and their account, which may never have been used."""
    return Account(
        user=principal_of_row(user),
        has_password=row is not None and row.password is not None,
        has_second_factor=row is not None and row.totp is not None,
        portal=row is not None and row.subject is not None,
        created_at=user.created_at,
        last_seen_at=row.last_seen_at if row else None,
        disabled_at=row.disabled_at if row else None,
    )


def _user(transaction: Transaction, user: str) -> UserRow:
    row = transaction.session.get(UserRow, user, with_for_update=True)
    if row is None:
        raise NotFoundError(user)
    return row


def _put_password(transaction: Transaction, actor: str, user: str, kept: str, keep: str | None) -> None:
    locked_account(transaction, user).password = kept
    end_sessions(transaction, user, keep=keep)
    transaction.note(actor, "user.password", user)


def _invitation(transaction: Transaction, secret: str, *, lock: bool = False) -> InvitationRow:
    row = transaction.session.get(InvitationRow, digest(secret), with_for_update=lock)
    if row is None or row.expires_at <= transaction.now:
        raise InvitationInvalidError
    return row
