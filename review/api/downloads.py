"""Contents of the store as answers."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import BinaryIO
from urllib.parse import quote

from fastapi.responses import StreamingResponse

CHUNK = 1 << 18


def attachment(content: AbstractContextManager[BinaryIO], *, name: str, media_type: str) -> StreamingResponse:
    """The content as a download of that name; a browser is told not to open it in place.

    One piece is always held back: where the end shows that the content was altered, the answer breaks off before
    it, so that a client never takes an altered content for whole. Errors of opening come before anything is sent.
    """
    opened = ExitStack()
    stream = opened.enter_context(content)

    def pieces() -> Iterator[bytes]:
        with opened:
            piece = stream.read(CHUNK)
            while piece:
                following = stream.read(CHUNK)
                yield piece
                piece = following

    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return StreamingResponse(pieces(), headers={"Content-Disposition": disposition}, media_type=media_type)
