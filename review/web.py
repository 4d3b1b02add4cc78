"""What is served: the API under its own paths, the page everywhere else."""

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from review.api.app import create_app
from review.api.parts import Parts
from review.site.app import create_site

API_PATHS = ("/api/", "/healthz", "/readyz", "/metrics")


class Web:
    """Passes a request to the API or to the page. Each tells of errors in its own way, of unknown paths too."""

    def __init__(self, api: FastAPI, site: FastAPI) -> None:
        self.api = api
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        path = scope.get("path", "")
        await (self.api if path.startswith(API_PATHS) else self.site)(scope, receive, send)


def create_web(parts: Parts) -> Web:
    """The API and the page over these parts."""
    return Web(create_app(parts), create_site(parts))
