"""Users and their tokens. Of a token only the hash is kept; the secret is told once."""

import hmac
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from dossier.principal import SCOPES, NewToken, Principal, Role, Scope, Token
from dossier.regions import region_named
from vault.records import messages
from vault.records.accounts_schema import AccountRow, SessionRow
from vault.records.engine import Transaction
from vault.records.errors import NotFoundError, TokenInvalidError, UserError
from vault.records.identifiers import digest, new_id
from vault.records.part import Part
from vault.records.schema import TokenRow, UserRow

PREFIX = "hz"
"""What a token begins with, so that scanners for leaked secrets know it: `hz_<id>_<secret>`."""
USED_AGAIN = timedelta(hours=1)
"""A use is noted when the last one that was is older than this: a busy client would fill the trail."""


class UserRecords(Part):
    """Who may come in, and with what. `actor` is who makes the change: a principal's id, or `console:<account>`."""

    def put_user(self, actor: str, user: Principal) -> Principal:
        """Adds a user, or changes one of the same id, whose sessions end where the role or the region is another.

        The region becomes a prefecture's full name; UserError if unknown.
        """
        fields = fields_of(user)
        with self._database.write() as transaction:
            new = transaction.insert_new(UserRow, id=user.id, created_at=transaction.now, **fields)
            row = transaction.session.get_one(UserRow, user.id, with_for_update=True)
            if new:
                transaction.note(actor, "user.add", user.id, **fields)
            elif apply_fields(transaction, row, fields):
                transaction.note(actor, "user.change", user.id, **fields)
            return principal_of_row(row)

    def user(self, user: str) -> Principal:
        """A user by id, with all scopes of the role. NotFoundError."""
        with self._database.read() as transaction:
            return principal_of_row(_user(transaction, user))

    def users(self) -> tuple[Principal, ...]:
        """All users, by id."""
        with self._database.read() as transaction:
            rows = transaction.session.scalars(select(UserRow).order_by(UserRow.id))
            return tuple(principal_of_row(row) for row in rows)

    def add_token(
        self,
        actor: str,
        user: str,
        *,
        name: str,
        scopes: Iterable[Scope] | None = None,
        days: float | None = None,
    ) -> NewToken:
        """A new token for a user, good for what the role may do unless told less. NotFoundError, UserError."""
        secret = secrets.token_urlsafe(32)
        with self._database.write() as transaction:
            role = Role(_user(transaction, user).role)
            granted = SCOPES[role] if scopes is None else frozenset(scopes)
            if not granted or granted - SCOPES[role]:
                listed = "、".join(sorted(granted - SCOPES[role])) or "—"
                raise UserError(
                    messages.SCOPE_TOO_WIDE.format(role=role, scopes=listed), cause=f"scopes beyond {role}"
                )
            row = TokenRow(
                id=new_id("t", transaction.now).lower(),
                user_id=user,
                name=name,
                sha256=digest(secret),
                scopes=sorted(granted),
                created_at=transaction.now,
                expires_at=None if days is None else transaction.now + timedelta(days=days),
            )
            transaction.session.add(row)
            transaction.session.flush()
            expires = row.expires_at.isoformat() if row.expires_at else None
            transaction.note(
                actor, "token.add", row.id, user=user, name=name, scopes=list(row.scopes), expires=expires
            )
            return NewToken(token=_token_of(row), secret=f"{PREFIX}_{row.id}_{secret}")

    def tokens(self, user: str | None = None) -> tuple[Token, ...]:
        """All tokens, or a user's, oldest first; revoked ones too."""
        query = select(TokenRow).order_by(TokenRow.id)
        if user is not None:
            query = query.where(TokenRow.user_id == user)
        with self._database.read() as transaction:
            return tuple(_token_of(row) for row in transaction.session.scalars(query))

    def revoke_token(self, actor: str, token: str) -> Token:
        """Makes a token useless at once. NotFoundError. Twice is once."""
        with self._database.write() as transaction:
            row = transaction.session.get(TokenRow, token, with_for_update=True)
            if row is None:
                raise NotFoundError(token)
            if row.revoked_at is None:
                row.revoked_at = transaction.now
                transaction.note(actor, "token.revoke", token, user=row.user_id)
            return _token_of(row)

    def revoke_own_token(self, principal: Principal, token: str) -> Token:
        """Revokes one of the principal's tokens; an administrator, anybody's. NotFoundError for another's."""
        if principal.role is not Role.ADMINISTRATOR and all(
            each.id != token for each in self.tokens(principal.id)
        ):
            raise NotFoundError(token)
        return self.revoke_token(principal.id, token)

    def principal_of(self, secret: str) -> Principal:
        """Who a token stands for, with what it is good for. TokenInvalidError, whatever the matter is."""
        identifier, given = _split(secret)
        with self._database.read() as transaction:
            row = transaction.session.get(TokenRow, identifier)
            kept = row.sha256 if row is not None else digest("")
            same = hmac.compare_digest(kept, digest(given))
            if row is None or not same or not _is_valid(row, transaction.now):
                raise TokenInvalidError(f"token {identifier} isn't valid")
            account = transaction.session.get(AccountRow, row.user_id)
            if account is not None and account.disabled_at is not None:
                raise TokenInvalidError(f"{row.user_id} is disabled")
            user = principal_of_row(_user(transaction, row.user_id))
            fresh = row.last_used_at is not None and transaction.now - row.last_used_at < USED_AGAIN
            granted = frozenset(Scope(each) for each in row.scopes)
        if not fresh:
            self._note_use(identifier, user.id)
        return user.model_copy(update={"scopes": granted & user.scopes})

    def _note_use(self, token: str, user: str) -> None:
        with self._database.write() as transaction:
            row = transaction.session.get_one(TokenRow, token, with_for_update=True)
            if row.last_used_at is None or transaction.now - row.last_used_at >= USED_AGAIN:
                row.last_used_at = transaction.now
                transaction.note(user, "token.use", token)


def principal_of_row(row: UserRow) -> Principal:
    """The principal that a user is, with all scopes of the role."""
    role = Role(row.role)
    return Principal(
        id=row.id,
        name=row.name,
        role=role,
        region=row.region,
        organization=row.organization,
        scopes=SCOPES[role],
    )


def fields_of(user: Principal) -> dict[str, str | None]:
    """What is kept of a user beside the id. UserError where the region isn't known."""
    return {
        "name": user.name,
        "role": user.role.value,
        "region": region_of(user.region),
        "organization": user.organization,
    }


def apply_fields(
    transaction: Transaction, row: UserRow, fields: Mapping[str, str | None]
) -> dict[str, str | None]:
    """Changes a user's row and gives what became another. Another role or region ends the user's sessions."""
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed.keys() & {"role", "region"}:
        end_sessions(transaction, row.id)
    return changed


def end_sessions(transaction: Transaction, user: str, *, keep: str | None = None) -> None:
    """Ends the user's sessions, all but `keep`."""
    query = delete(SessionRow).where(SessionRow.user_id == user)
    transaction.session.execute(query if keep is None else query.where(SessionRow.sha256 != keep))


def _user(transaction: Transaction, user: str) -> UserRow:
    row = transaction.session.get(UserRow, user)
    if row is None:
        raise NotFoundError(user)
    return row


def region_of(region: str | None) -> str | None:
    """A prefecture's full name, where a region is given. UserError where it isn't known."""
    if region is None:
        return None
    path = region_named(region).path
    if len(path) < 2:
        raise UserError(
            messages.REGION_UNKNOWN.format(region=region),
            advice=messages.REGION_ADVICE,
            cause=f"no prefecture {region!r}",
        )
    return path[1]


def _split(secret: str) -> tuple[str, str]:
    prefix, _, rest = secret.partition("_")
    identifier, _, given = rest.partition("_")
    if prefix != PREFIX or not identifier or not given:
        raise TokenInvalidError("not of the form of a token")
    return identifier, given


def _is_valid(row: TokenRow, now: datetime) -> bool:
    return row.revoked_at is None and (row.expires_at is None or now < row.expires_at)


def _token_of(row: TokenRow) -> Token:
    return Token(
        id=row.id,
        name=row.name,
        user=row.user_id,
        scopes=frozenset(Scope(each) for each in row.scopes),
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
    )
