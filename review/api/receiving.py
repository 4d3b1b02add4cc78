"""Taking in the bytes of a file as they come, so that a connection that breaks costs nothing that has arrived."""

from __future__ import annotations

import asyncio
import base64
import binascii
import errno
import itertools
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from extractors.readers.limits import MAX_FILE_BYTES
from review.api import messages
from review.api.partials import OffsetError, Partials
from review.api.problems import Problem

BLOCK = 1 << 20
"""Bytes that are held in memory before they are written."""
SILENCE = 120.0
"""Seconds without a byte after which a connection counts as lost."""

IANA = "https://iana.org/assignments/http-problem-types#"
"""Where the resumable uploads draft registers its problem types."""
LIMIT = f"max-size={MAX_FILE_BYTES}"
"""For `Upload-Limit`."""
_SHA256 = re.compile(r"(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):")


class Turns:
    """On one upload only the newest request goes on: an older one is a connection that the client has given up.

    It holds within this process; between processes the lock on the file and the offset keep the order.
    """

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._newest: dict[str, int] = {}

    def take(self, upload: str) -> Callable[[], bool]:
        """Begins a turn and ends the one before; gives what tells whether this is still the newest."""
        mine = next(self._numbers)
        self._newest[upload] = mine
        return lambda: self._newest.get(upload) == mine

    def end(self, upload: str) -> None:
        """Ends whatever turn there is: the upload is over."""
        self._newest.pop(upload, None)


async def receive(
    request: Request, partials: Partials, upload: str, *, at: int, size: int, newest: Callable[[], bool]
) -> int:
    """Appends the request's body from offset `at` on; gives the new offset, which is on the disk by then.

    A connection that breaks leaves what has come. Problems: another offset, more bytes than announced, a newer request.
    """
    held = bytearray()

    async def write() -> None:
        nonlocal at
        data = bytes(held)
        held.clear()
        with _told():
            at = await run_in_threadpool(partials.append, upload, at, data)

    try:
        async for chunk in _chunks(request):
            if not newest():
                raise Problem("upload-interrupted", messages.SUPERSEDED)
            if at + len(held) + len(chunk) > size:
                await run_in_threadpool(partials.start_anew, upload)
                raise too_long(size)
            held += chunk
            if len(held) >= BLOCK:
                await write()
    except (ClientDisconnect, TimeoutError) as error:
        if newest():
            await write()
        raise Problem("upload-interrupted", messages.INTERRUPTED) from error
    await write()
    with _told():
        return await run_in_threadpool(partials.offset, upload)


async def _chunks(request: Request) -> AsyncIterator[bytes]:
    stream = aiter(request.stream())
    while True:
        try:
            async with asyncio.timeout(SILENCE):
                chunk = await anext(stream)
        except StopAsyncIteration:
            return
        yield chunk


@contextmanager
def _told() -> Iterator[None]:
    """Turns what the folder of uploads raises into problems."""
    try:
        yield
    except OffsetError as error:
        raise other_offset(error.offset, None) from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise Problem("store-full", messages.NO_ROOM) from error
        raise


def other_offset(expected: int, provided: int | None) -> Problem:
    """The upload stands elsewhere; the right offset is in the header."""
    extra: dict[str, object] = {"expected-offset": expected}
    if provided is not None:
        extra["provided-offset"] = provided
    return Problem(
        "offset-differs",
        messages.OFFSET_DIFFERS.format(expected=expected),
        headers={"Upload-Offset": str(expected), "Upload-Complete": "?0"},
        extra=extra,
        type_uri=IANA + "mismatching-upload-offset",
    )


def too_long(size: int) -> Problem:
    """More bytes came than were announced: what has come is forgotten."""
    return Problem(
        "length-differs",
        messages.LENGTH_EXCEEDED.format(size=size),
        headers={"Upload-Offset": "0", "Upload-Complete": "?0"},
        type_uri=IANA + "inconsistent-upload-length",
    )


def digest_of(header: str | None) -> str | None:
    """The sha256 in hexadecimal that `Content-Digest` or `Repr-Digest` names; None without one. Problem `invalid`."""
    if header is None:
        return None
    found = _SHA256.search(header)
    try:
        digest = base64.b64decode(found[1], validate=True) if found else b""
    except binascii.Error:
        digest = b""
    if len(digest) != 32:
        raise Problem("invalid", messages.DIGEST_BAD)
    return digest.hex()
