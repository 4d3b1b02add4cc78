"""Who asks, and what that one may: bearer tokens and their scopes.

A route says its scope with `requires(Scope.READ)`. What the asker may see of the records is decided in the records
themselves; here it is only decided whether the token is good for this kind of request at all.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from dossier.principal import Principal, Scope
from review.api import messages
from review.api.parts import Parts, Service
from review.api.problems import Problem
from vault.records.errors import TokenInvalidError

BEARER = HTTPBearer(
    auto_error=False, scheme_name="token", description="令牌，由 `hezheng token create` 生成，只显示一次。"
)
_CHALLENGE = {"WWW-Authenticate": "Bearer"}


def principal_of(parts: Parts, token: str) -> Principal:
    """Who holds the token. Problem `unauthenticated` where nobody does."""
    try:
        return parts.records.principal_of(token)
    except TokenInvalidError as error:
        raise Problem("unauthenticated", messages.BEARER_INVALID, headers=_CHALLENGE) from error


class Requires:
    """A dependency that gives the asker, where the token is good for the scope."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def __call__(
        self,
        request: Request,
        parts: Service,
        credentials: Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)],
    ) -> Principal:
        """The asker. Problems `unauthenticated` and `forbidden`."""
        if credentials is None:
            raise Problem("unauthenticated", messages.BEARER_MISSING, headers=_CHALLENGE)
        principal = principal_of(parts, credentials.credentials)
        request.state.principal = principal
        if not principal.may(self.scope):
            raise Problem("forbidden", messages.SCOPE_LACKING.format(scope=self.scope.value))
        return principal


def requires(scope: Scope) -> Callable[..., Principal]:
    """What a route depends on to be asked only with this scope."""
    return Requires(scope)


Submitter = Annotated[Principal, Depends(requires(Scope.SUBMIT))]
Reader = Annotated[Principal, Depends(requires(Scope.READ))]
Reviewer = Annotated[Principal, Depends(requires(Scope.REVIEW))]
Administrator = Annotated[Principal, Depends(requires(Scope.ADMIN))]
Auditor = Annotated[Principal, Depends(requires(Scope.AUDIT))]
