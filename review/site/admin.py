"""Where the office's house is kept: the ways to all that can be set, and what waits for somebody."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from review.api.parts import Service
from review.site.office_roles import Looker
from review.site.rendering import page

router = APIRouter()


@router.get("/admin")
def admin(request: Request, parts: Service, viewer: Looker) -> Response:
    """All of it, with proposals that wait for the viewer first."""
    waiting = [each for each in parts.records.enactments(viewer) if each.answer is None]
    return page(request, "admin.html.j2", waiting=waiting)
