"""Who asks, and what that one may: bearer tokens and their scopes.

A route says its scope with `Requires(Scope.READ)`. What the asker may see of the records is decided in the records
themselves; here it is only decided whether the token is good for this kind of request at all.
"""

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
CHALLENGE = {"WWW-Authenticate": "Bearer"}
"""What an answer says to whoever comes without a good token."""


def principal_of(parts: Parts, token: str) -> Principal:
    """Who holds the token. Problem `unauthenticated` where nobody does."""
    try:
        return parts.records.principal_of(token)
    except TokenInvalidError as error:
        raise Problem("unauthenticated", messages.BEARER_INVALID, headers=CHALLENGE) from error


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
            raise Problem("unauthenticated", messages.BEARER_MISSING, headers=CHALLENGE)
        principal = principal_of(parts, credentials.credentials)
        request.state.principal = principal
        if not principal.may(self.scope):
            raise Problem("forbidden", messages.SCOPE_LACKING.format(scope=self.scope.value))
        return principal


Submitter = Annotated[Principal, Depends(Requires(Scope.SUBMIT))]
Reader = Annotated[Principal, Depends(Requires(Scope.READ))]
Reviewer = Annotated[Principal, Depends(Requires(Scope.REVIEW))]
Administrator = Annotated[Principal, Depends(Requires(Scope.ADMIN))]
Auditor = Annotated[Principal, Depends(Requires(Scope.AUDIT))]
