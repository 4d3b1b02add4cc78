"""The portal's sign-in: OpenID Connect, code flow with PKCE. What comes back is believed only where all of it fits.

The browser holds one secret while it is away, from which `state`, `nonce` and PKCE's verifier are made: an answer that
was meant for another browser fits nothing here, and there is nothing to be kept on this side.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import threading
import time
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

import httpx
from pydantic import BaseModel, ValidationError

from dossier.errors import HezhengError
from dossier.principal import Role
from review.site import signing_messages as messages

if TYPE_CHECKING:
    from joserfc.jwk import KeySet

    from review.site.sign_in_settings import SignInSettings

ALGORITHMS = ("RS256", "PS256", "ES256")
"""Signatures that only the provider can make."""
LEEWAY = 60
"""Seconds by which clocks may differ."""
FRESH = 3600.0
"""Seconds for which the provider's addresses and keys are taken as known."""
SECONDS = 10.0
"""How long the provider may take to answer."""
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class PortalAwayError(HezhengError):
    """The provider doesn't answer, or not as one."""

    def __init__(self, cause: str) -> None:
        super().__init__(messages.PORTAL_AWAY, advice=messages.PORTAL_AWAY_ADVICE, cause=cause)


class PortalDistrustedError(HezhengError):
    """What came back isn't what was asked for, or wasn't made by the provider for us, for this browser, just now."""

    def __init__(self, cause: str) -> None:
        super().__init__(messages.PORTAL_DISTRUSTED, advice=messages.PORTAL_DISTRUSTED_ADVICE, cause=cause)


class PortalStrangerError(HezhengError):
    """The provider vouches for them, but nothing of what it says gives them a role here."""

    def __init__(self, cause: str) -> None:
        super().__init__(messages.PORTAL_STRANGER, advice=messages.PORTAL_STRANGER_ADVICE, cause=cause)


class Provider(BaseModel):
    """What a provider says of itself."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


class Vouched(NamedTuple):
    """Whom the provider vouches for."""

    subject: str
    name: str
    role: Role
    region: str | None


class Portal:
    """The provider that the settings name. Safe for threads."""

    def __init__(self, settings: SignInSettings) -> None:
        self._settings = settings
        self.issuer = settings.oidc_issuer or ""
        self._lock = threading.Lock()
        self._known: tuple[float, Provider] | None = None
        self._keys: tuple[float, KeySet] | None = None

    def way(self, secret: str, redirect_uri: str) -> str:
        """The address at the provider to which a browser with that secret is sent. PortalAwayError."""
        asked = {
            "response_type": "code",
            "client_id": self._settings.oidc_client_id,
            "redirect_uri": redirect_uri,
            "scope": "openid profile",
            "state": made(secret, "state"),
            "nonce": made(secret, "nonce"),
            "code_challenge": _challenge(made(secret, "verifier")),
            "code_challenge_method": "S256",
        }
        endpoint = self._provider().authorization_endpoint
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(asked)}"

    def vouched(self, secret: str, redirect_uri: str, answer: dict[str, str]) -> Vouched:
        """Whom the answer stands for. PortalAwayError, PortalDistrustedError, PortalStrangerError."""
        fits = hmac.compare_digest(answer.get("state", "").encode(), made(secret, "state").encode())
        if not secret or not fits:
            raise PortalDistrustedError("state differs")
        if answer.get("iss", self.issuer) != self.issuer:
            raise PortalDistrustedError(f"answer of {answer['iss']!r}")
        if "code" not in answer:
            raise PortalDistrustedError(f"refused there: {answer.get('error', 'no code')!r}")
        claims = self._claims(self._token(answer["code"], secret, redirect_uri))
        if not hmac.compare_digest(str(claims.get("nonce")).encode(), made(secret, "nonce").encode()):
            raise PortalDistrustedError("nonce differs")
        return self._person(claims)

    def _token(self, code: str, secret: str, redirect_uri: str) -> str:
        """The ID token for a code."""
        name, word = self._settings.oidc_client_id, self._settings.oidc_client_secret.get_secret_value()
        told = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": made(secret, "verifier"),
        }
        # RFC 6749, section 2.3.1: name and password are form-encoded before they go into the header.
        sender = httpx.BasicAuth(quote(name, safe=""), quote(word, safe=""))
        endpoint = self._provider().token_endpoint
        try:
            answer = httpx.post(endpoint, data=told, auth=sender, timeout=SECONDS)
            token = answer.json().get("id_token")
        except (httpx.HTTPError, ValueError, AttributeError) as error:
            raise PortalAwayError(f"{endpoint}: {error}") from error
        if not isinstance(token, str):
            raise PortalDistrustedError(f"no ID token for the code: {answer.status_code}")
        return token

    def _claims(self, token: str) -> dict[str, Any]:
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwt import JWTClaimsRegistry

        audience = self._settings.oidc_client_id
        registry = JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": audience},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )
        try:
            claims = jwt.decode(token, self._keys_for(token), algorithms=ALGORITHMS).claims
            registry.validate(claims)
        except (JoseError, ValueError) as error:
            raise PortalDistrustedError(f"ID token: {error!r}") from error
        if claims.get("azp", audience) != audience:
            raise PortalDistrustedError(f"ID token for {claims['azp']!r}")
        return claims

    def _person(self, claims: dict[str, Any]) -> Vouched:
        told = claims.get(self._settings.oidc_role_claim, [])
        values = {told} if isinstance(told, str) else set(map(str, told)) if isinstance(told, list) else set()
        roles = self._settings.oidc_roles
        role = next((role for value, role in roles.items() if value in values), roles.get("*"))
        if role is None:
            raise PortalStrangerError(f"roles {sorted(values)}")
        region = claims.get(self._settings.oidc_region_claim)
        if role is Role.REVIEWER and not isinstance(region, str):
            raise PortalStrangerError("a reviewer without a region")
        subject = str(claims["sub"])
        name = next((claims[each] for each in ("name", "preferred_username") if claims.get(each)), subject)
        return Vouched(subject, str(name)[:100], role, region if isinstance(region, str) else None)

    def _provider(self) -> Provider:
        with self._lock:
            if self._known is None or time.monotonic() - self._known[0] > FRESH:
                self._known = time.monotonic(), self._discovered()
            return self._known[1]

    def _discovered(self) -> Provider:
        told = _fetched(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        try:
            found = Provider.model_validate(told)
        except ValidationError as error:
            raise PortalAwayError(f"what the provider says of itself: {error}") from error
        if found.issuer != self.issuer:
            raise PortalAwayError(f"the provider calls itself {found.issuer!r}")
        for address in (found.authorization_endpoint, found.token_endpoint, found.jwks_uri):
            _check_tls(address)
        return found

    def _keys_for(self, token: str) -> KeySet:
        """The provider's keys, asked for anew where none of those known is named in the token."""
        from joserfc import jws
        from joserfc.jwk import KeySet

        named = jws.extract_compact(token.encode()).headers().get("kid")
        provider = self._provider()
        with self._lock:
            known = self._keys
            fresh = known is not None and time.monotonic() - known[0] <= FRESH
            if known is None or not fresh or named not in {key.kid for key in known[1].keys}:
                known = time.monotonic(), KeySet.import_key_set(_fetched(provider.jwks_uri))
                self._keys = known
            return known[1]


def made(secret: str, use: str) -> str:
    """What is made of a browser's secret for one use; tells nothing of the secret or of the others."""
    return hmac.new(secret.encode(), use.encode(), hashlib.sha256).hexdigest()


def _challenge(verifier: str) -> str:
    """RFC 7636, S256."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _check_tls(address: str) -> None:
    """PortalAwayError unless it is spoken to over TLS, or is this host itself."""
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise PortalAwayError(f"{address} isn't asked over TLS")


def _fetched(address: str) -> Any:  # noqa: ANN401 - JSON
    """What lies at an address of the provider. PortalAwayError."""
    _check_tls(address)
    try:
        answer = httpx.get(address, timeout=SECONDS)
        answer.raise_for_status()
        return answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise PortalAwayError(f"{address}: {error}") from error
