"""`GET /metrics`: this process's figures for Prometheus, for this host itself and for who may administer or audit."""

from ipaddress import ip_address
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials
from starlette.responses import Response

from dossier.principal import Scope
from flows import metrics
from review.api import messages
from review.api.parts import Service
from review.api.problems import Problem
from review.api.security import BEARER, CHALLENGE, principal_of

FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""What a proxy adds: who comes through one on this host is somebody else."""
ALLOWED = frozenset({Scope.ADMIN, Scope.AUDIT})

router = APIRouter()


def may_scrape(
    request: Request,
    parts: Service,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)],
) -> None:
    """Passes who may see the figures. Problems `unauthenticated` and `forbidden`."""
    if credentials is not None:
        if not principal_of(parts, credentials.credentials).scopes & ALLOWED:
            raise Problem("forbidden", messages.SCOPE_LACKING.format(scope=" / ".join(sorted(ALLOWED))))
    elif not _from_this_host(request):
        raise Problem("unauthenticated", messages.BEARER_MISSING, headers=CHALLENGE)


def _from_this_host(request: Request) -> bool:
    if request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False  # not an address: a test's client, or a socket in the file system


@router.get("/metrics", include_in_schema=False, dependencies=[Depends(may_scrape)])
def figures() -> Response:
    """The figures in Prometheus' text format."""
    return Response(metrics.exposition(), headers={"Content-Type": metrics.CONTENT_TYPE})
