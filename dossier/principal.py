"""Who acts, and what they may ask for."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from dossier.model import Noun


class Role(StrEnum):
    """What a person or program is to the office."""

    APPLICANT = "applicant"
    REVIEWER = "reviewer"
    """A city's trade union, which recommends."""
    EXPERT = "expert"
    OFFICE = "office"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    WORKER = "worker"


class Scope(StrEnum):
    """What a token is good for."""

    SUBMIT = "submit"
    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"
    AUDIT = "audit"


SCOPES: dict[Role, frozenset[Scope]] = {
    Role.APPLICANT: frozenset({Scope.SUBMIT, Scope.READ}),
    Role.REVIEWER: frozenset({Scope.SUBMIT, Scope.READ, Scope.REVIEW}),
    Role.EXPERT: frozenset({Scope.READ, Scope.REVIEW}),
    Role.OFFICE: frozenset({Scope.SUBMIT, Scope.READ, Scope.REVIEW, Scope.AUDIT}),
    Role.ADMINISTRATOR: frozenset({Scope.SUBMIT, Scope.READ, Scope.ADMIN, Scope.AUDIT}),
    Role.AUDITOR: frozenset({Scope.READ, Scope.AUDIT}),
    Role.WORKER: frozenset({Scope.READ}),
}
"""What each role may ask for at most; a token may be good for less."""


class Principal(Noun):
    """Someone who acts. `region` is a prefecture's full name (南京市), where the role is bound to one."""

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    role: Role
    region: str | None = None
    organization: str | None = None
    scopes: frozenset[Scope] = frozenset()

    def may(self, scope: Scope) -> bool:
        """Whether this is within what was granted."""
        return scope in self.scopes


class Token(Noun):
    """A token as it is listed: never the secret itself."""

    id: str
    name: str
    """What it is for, in its owner's words."""
    user: str
    scopes: frozenset[Scope]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


class NewToken(Noun):
    """A token just made. `secret` is told this once; only its hash is kept."""

    token: Token
    secret: str
