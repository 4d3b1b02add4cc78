"""Accounts of people for whom the portal vouches."""

import hashlib

from sqlalchemy import select

from dossier.principal import Principal, Role
from vault.records.accounts import locked_account
from vault.records.accounts_errors import SignInError
from vault.records.accounts_schema import AccountRow
from vault.records.part import Part
from vault.records.schema import UserRow
from vault.records.users import apply_fields, principal_of_row, region_of

ACTOR = "portal"


class PortalRecords(Part):
    """Who came in through the portal."""

    def put_portal_user(
        self, issuer: str, subject: str, *, name: str, role: Role, region: str | None
    ) -> Principal:
        """The user whom the portal knows under that subject, made or brought up to date with what it says now.

        A local account is never taken over, whatever it is called. SignInError: disabled; UserError: the region is unknown.
        """
        fields = {"name": name, "role": role.value, "region": region_of(region)}
        query = select(AccountRow.user_id).where(AccountRow.issuer == issuer, AccountRow.subject == subject)
        with self._database.write() as transaction:
            known = transaction.session.scalar(query)
            user = known or "portal-" + hashlib.sha256(f"{issuer} {subject}".encode()).hexdigest()[:20]
            if transaction.insert_new(UserRow, id=user, created_at=transaction.now, **fields):
                transaction.note(ACTOR, "user.add", user, **fields)
            account = locked_account(transaction, user)
            if account.disabled_at is not None:
                raise SignInError(f"{user} is disabled")
            account.issuer, account.subject = issuer, subject
            row = transaction.session.get_one(UserRow, user)
            if changed := apply_fields(transaction, row, fields):
                transaction.note(ACTOR, "user.change", user, **changed)
            return principal_of_row(row)
