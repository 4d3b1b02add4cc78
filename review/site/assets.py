"""Style, scripts and libraries of the page, each under an address that changes with its content."""

import hashlib
from functools import cache
from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

FOLDER = Path(__file__).parent / "static"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
FOREVER = "public, max-age=31536000, immutable"

router = APIRouter()


def asset_url(name: str) -> str:
    """Address of a file of the static folder, such as `site.css`. LookupError where there is none."""
    return f"/static/{_digests()[name]}/{name}"


@router.get("/static/{digest}/{name:path}", include_in_schema=False)
def asset(digest: str, name: str) -> Response:
    """A file of the static folder; an address of another content than ours isn't there."""
    if _digests().get(name) != digest:
        raise HTTPException(404)
    path = FOLDER / name
    return FileResponse(path, media_type=MEDIA_TYPES[path.suffix], headers={"Cache-Control": FOREVER})


@cache
def _digests() -> dict[str, str]:
    """The first letters of each file's SHA-256 by its name. Only files of known types are given out."""
    return {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        for path in sorted(FOLDER.rglob("*"))
        if path.suffix in MEDIA_TYPES
    }
