"""What signing in needs to know of the settings."""

from collections.abc import Mapping
from typing import Protocol

from pydantic import SecretStr

from dossier.principal import Role


class SignInSettings(Protocol):
    """Sessions, second factor, and the portal's sign-in."""

    @property
    def public_url(self) -> str | None:
        """Address under which people reach the page; None: the one that they asked for."""
        ...

    @property
    def session_idle_minutes(self) -> float:
        """A session that wasn't used for so long is over."""
        ...

    @property
    def session_hours(self) -> float:
        """A session is over after so long in any case."""
        ...

    @property
    def second_factor_for(self) -> frozenset[Role]:
        """Roles that don't come in by a password alone."""
        ...

    @property
    def oidc_issuer(self) -> str | None:
        """The portal's OpenID provider; None: there is none."""
        ...

    @property
    def oidc_client_id(self) -> str:
        """What this program is called there."""
        ...

    @property
    def oidc_client_secret(self) -> SecretStr:
        """Its password there."""
        ...

    @property
    def oidc_name(self) -> str:
        """What the button says."""
        ...

    @property
    def oidc_role_claim(self) -> str:
        """The claim that says what someone is: a text or a list of texts."""
        ...

    @property
    def oidc_roles(self) -> Mapping[str, Role]:
        """The role for each value of that claim; `*` for whoever has none of them."""
        ...

    @property
    def oidc_region_claim(self) -> str:
        """The claim that names the prefecture."""
        ...
