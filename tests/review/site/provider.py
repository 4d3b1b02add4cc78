"""A small OpenID provider on this host: discovery, code flow with PKCE, signed tokens; and faults on demand."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Form, Request
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.responses import JSONResponse, RedirectResponse, Response

from tests.servers import serving

CLIENT, WORD = "hezheng-test", "client's password"
UNSIGNED = b'{"alg":"none"}'


@dataclass
class Provider:
    """The provider, and what it says of whoever comes by."""

    url: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "first"}))
    published: list[RSAKey] = field(default_factory=list)
    """Keys that it shows; none: its own."""
    person: dict[str, Any] = field(default_factory=dict)
    """Claims about whoever comes by."""
    claims: dict[str, Any] = field(default_factory=dict)
    """Claims that it gets wrong."""
    algorithm: str = "RS256"
    calls_itself: str | None = None
    granted: dict[str, dict[str, str]] = field(default_factory=dict)
    """What was asked for, by the code that was given for it."""
    asked: list[dict[str, str]] = field(default_factory=list)

    def restored(self) -> None:
        """Honest again."""
        self.published, self.claims, self.algorithm, self.calls_itself = [], {}, "RS256", None

    def token(self, nonce: str) -> str:
        """An ID token, signed."""
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "nonce": nonce, "iat": now, "exp": now + 300}
        claims |= self.person | self.claims
        header = {"alg": self.algorithm, "kid": self.key.kid}
        body = _base64(json.dumps(claims).encode())
        if self.algorithm == "HS256":  # the published key, taken for a password that both sides know
            signed = f"{_base64(json.dumps(header).encode())}.{body}"
            return (
                f"{signed}.{_base64(hmac.digest(self.key.as_pem(private=False), signed.encode(), 'sha256'))}"
            )
        if self.algorithm == "none":
            return f"{_base64(UNSIGNED)}.{body}."
        return jwt.encode(header, claims, self.key)


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def application(provider: Provider) -> FastAPI:
    """The provider's addresses."""
    app = FastAPI()

    @app.get("/.well-known/openid-configuration")
    def configuration() -> dict[str, Any]:
        return {
            "issuer": provider.calls_itself or provider.url,
            "authorization_endpoint": f"{provider.url}/authorize",
            "token_endpoint": f"{provider.url}/token",
            "jwks_uri": f"{provider.url}/keys",
        }

    @app.get("/keys")
    def keys() -> dict[str, Any]:
        return {"keys": [key.as_dict(private=False) for key in provider.published or [provider.key]]}

    @app.get("/authorize")
    def authorize(request: Request) -> Response:
        asked = dict(request.query_params)
        provider.asked.append(asked)
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        provider.granted[code] = asked
        back = {"code": code, "state": asked["state"], "iss": provider.url}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", 303)

    @app.post("/token")
    def token(
        request: Request,
        code: Annotated[str, Form()],
        redirect_uri: Annotated[str, Form()],
        code_verifier: Annotated[str, Form()],
    ) -> Response:
        known = base64.b64encode(f"{CLIENT}:{quote(WORD)}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {known}":
            return JSONResponse({"error": "invalid_client"}, 401)
        asked = provider.granted.pop(code, None)
        challenge = _base64(hashlib.sha256(code_verifier.encode()).digest())
        if asked is None or (asked["code_challenge"], asked["redirect_uri"]) != (challenge, redirect_uri):
            return JSONResponse({"error": "invalid_grant"}, 400)
        answer = {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "expires_in": 300}
        return JSONResponse(answer | {"id_token": provider.token(asked["nonce"])})

    return app


@contextmanager
def providing() -> Iterator[Provider]:
    """The provider, while it serves."""
    provider = Provider()
    with serving(application(provider)) as provider.url:
        yield provider
