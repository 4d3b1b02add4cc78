"""How a person comes in: their account and their sessions. Who they are is `Principal`."""

from datetime import datetime
from enum import StrEnum

from dossier.model import Noun
from dossier.principal import Principal


class Account(Noun):
    """A user with what is known of their way in; never a secret."""

    user: Principal
    has_password: bool
    has_second_factor: bool
    portal: bool
    """Whether they come in by the portal's sign-in."""
    created_at: datetime
    last_seen_at: datetime | None
    disabled_at: datetime | None


class Stage(StrEnum):
    """How far a session has come."""

    SECOND_FACTOR = "second_factor"
    """The password was right, the code is still asked for."""
    ENROL = "enrol"
    """The password was right; this role needs a second factor, and there is none yet."""
    WHOLE = "whole"


class Session(Noun):
    """Someone's session in one browser."""

    id: str
    """Hash of the secret that the browser holds."""
    user: Principal
    stage: Stage
    agent: str
    """What the browser calls itself, shortened."""
    begun_at: datetime
    seen_at: datetime
    expires_at: datetime
