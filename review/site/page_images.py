"""Pictures of a document's pages. What comes to a browser is drawn by us: an upload itself never does."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from flows.kept_pages import Width
from review.api.parts import Service
from review.api.submissions import SubmissionId
from review.site.reviewing import Reviewer

router = APIRouter()
FOREVER = "private, max-age=31536000, immutable"
"""An address names a content: what it shows never changes. Private, for only some may see it."""

Sha256 = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]


@router.get("/review/{submission}/pages/{document}/{page}.webp")
def page_image(
    request: Request,
    parts: Service,
    viewer: Reviewer,
    submission: SubmissionId,
    document: Sha256,
    page: Annotated[int, Path(ge=1)],
    width: Annotated[Width, Query()] = Width.SHEET,
) -> Response:
    """The upright page of a document, which is named by its content's hash. NotFoundError, PageUndrawableError."""
    reader = parts.records.reader_of(viewer, submission, document)
    headers = {"ETag": f'"{reader}-{document[:32]}-{page}-{width}"', "Cache-Control": FOREVER}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    content = parts.pages.image(document, reader, page, width)
    return Response(content, media_type="image/webp", headers=headers)
