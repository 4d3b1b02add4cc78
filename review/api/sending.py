"""One delivery of a webhook over the network: signed, to the judged address only, no redirect followed."""

import random
import ssl
from functools import cache
from typing import NamedTuple

import httpx

from review.api import addresses, signing
from review.api.problems import Problem

TIMEOUT = 10.0
"""Seconds for connecting and for each read."""

FIRST_PAUSE = 5.0
GROWTH = 4.0
LONGEST_PAUSE = 6 * 3600.0
ATTEMPTS = 9
"""Deliveries that failed so often are dead: with these pauses, after some fourteen hours."""


class Outcome(NamedTuple):
    """How a delivery went. `problem` is the English reason where it failed."""

    delivered: bool
    problem: str = ""


def pause_after(attempt: int, *, jitter: random.Random | None = None) -> float:
    """Seconds to wait after the attempt of that number (from 1) has failed, spread by a quarter either way."""
    spread = (jitter or random).uniform(0.75, 1.25)
    return min(LONGEST_PAUSE, FIRST_PAUSE * GROWTH ** (attempt - 1)) * spread


def send(
    url: str, secret: str, *, identity: str, timestamp: int, body: bytes, allow_private: bool
) -> Outcome:
    """Sends one delivery. Only a 2xx answer counts as delivered; nothing is raised for what the other side does."""
    try:
        target = addresses.judge(url, allow_private=allow_private)
    except Problem as problem:
        return Outcome(delivered=False, problem=f"address refused: {problem.detail}")
    headers = {
        "Host": target.host,
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "hezheng-webhooks",
        **signing.headers(secret, identity, timestamp, body),
    }
    try:
        # No proxy from the environment: it would connect to another address than the judged one.
        with (
            httpx.Client(verify=_trust(), timeout=TIMEOUT, follow_redirects=False, trust_env=False) as client,
            client.stream(
                "POST", target.url, content=body, headers=headers, extensions={"sni_hostname": target.name}
            ) as answer,
        ):
            status = answer.status_code
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Outcome(delivered=False, problem=f"{type(error).__name__}: {error}"[:300])
    if 200 <= status < 300:
        return Outcome(delivered=True)
    return Outcome(delivered=False, problem=f"answered {status}")


@cache
def _trust() -> ssl.SSLContext:
    """Whose certificates are believed: the usual authorities, or those of SSL_CERT_FILE, where an office has its own."""
    return httpx.create_ssl_context()
