"""Where one begins: the first page of one's role."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from review.site.rendering import page

router = APIRouter()


@router.get("/")
def home(request: Request) -> Response:
    """What this is, and the way in."""
    return page(request, "home.html.j2")
