"""What the log's lines are marked with while a request is under way."""

import asyncio
from typing import Any

import httpx
import pytest
import structlog
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from review.api.observed import Observed

SUBMISSION = "S01KAV3Q8R9S0T1V2W3X4Y5Z6AB"


async def told(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the marks that a line would have now."""
    await JSONResponse(structlog.contextvars.get_contextvars())(scope, receive, send)


def marks(path: str) -> dict[str, Any]:
    async def asked() -> dict[str, Any]:
        transport = httpx.ASGITransport(Observed(told))
        async with httpx.AsyncClient(transport=transport, base_url="http://office") as client:
            return (await client.get(path)).json()

    return asyncio.run(asked())


@pytest.mark.parametrize(
    "path",
    [
        f"/api/v1/submissions/{SUBMISSION}",
        f"/api/v1/submissions/{SUBMISSION}/files/a.pdf",
        f"/review/{SUBMISSION}",
        f"/review/{SUBMISSION}/sheet",
    ],
)
def test_lines_are_marked_with_the_submission_that_the_path_names(path: str) -> None:
    assert marks(path)["submission"] == SUBMISSION


@pytest.mark.parametrize("path", ["/queue", f"/queue/{SUBMISSION}", f"/review/{SUBMISSION}9", "/review/S1"])
def test_other_paths_name_none(path: str) -> None:
    assert list(marks(path)) == ["request"]
