"""Pages of kept documents for people to look at: what was read on them, and pictures drawn by a confined process.

The upload itself is never given out: a crafted file meets a reading process, never a reviewer's browser.
"""

from __future__ import annotations

import io
import math
import os
import re
import threading
from collections import OrderedDict
from contextlib import ExitStack
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from flows import messages
from flows.copies import Copies
from flows.errors import PageUndrawableError
from flows.workspace import workspace
from vault.page_images import PageImageStore
from vault.readings import ReadingStore

if TYPE_CHECKING:
    from PIL.Image import Image

    from dossier.page import Reading
    from extractors.readers import ReaderPool
    from vault.blobs import Blobs
    from vault.originals import Originals

COPIES = "viewed"
"""Where the files that are being drawn lie, within the data folder."""
COPIES_BYTES = 1 << 30
READINGS = 16
"""So many documents' readings are held: reviewers turn pages one after the other."""
_READER = re.compile(r"readers-\d+")
_A4_INCHES = 8.27
_QUALITY = 70
_EFFORT = 2
"""Pillow's `method`: 4 makes pictures 3 % smaller and takes twice as long."""


class Width(IntEnum):
    """The widths, in pixels, in which pages are drawn. A page of few pixels isn't blown up."""

    STRIP = 200
    SHEET = 1000
    CLOSE = 2000


class KeptPages:
    """Safe to use from several threads. Nothing is started or fetched before the first page; to be closed at the end."""

    def __init__(self, blobs: Blobs, originals: Originals, data: Path) -> None:
        self._blobs = blobs
        self._originals = originals
        self._data = data
        self._images = PageImageStore(blobs)
        self._stack = ExitStack()
        self._tools: tuple[Copies, ReaderPool] | None = None
        self._lock = threading.Lock()
        self._drawing: dict[tuple[str, int, int], threading.Lock] = {}
        self._readings: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    def close(self) -> None:
        """Ends the reading processes, and removes the copies."""
        self._stack.close()

    def reading(self, sha256: str, reader: str) -> Reading | None:
        """What that version of the readers read of a content; None where it isn't kept. StoreUnreachableError."""
        if not _READER.fullmatch(reader):
            return None  # the report was made by something else than our readers
        key = (sha256, reader)
        with self._lock:
            if key in self._readings:
                self._readings.move_to_end(key)
                return self._readings[key]
        found = ReadingStore(self._blobs, reader).get(sha256)
        if found is not None:
            with self._lock:
                self._readings[key] = found
                while len(self._readings) > READINGS:
                    self._readings.popitem(last=False)
        return found

    def image(self, sha256: str, reader: str, page: int, width: Width) -> bytes:
        """WebP of the upright page, from 1, drawn once. PageUndrawableError where it can't be; StoreError."""
        if not _READER.fullmatch(reader):
            raise _unread(sha256, page)
        kept = self._images.get(reader, sha256, page, width)
        if kept is not None:
            return kept
        with self._lock:
            turn = self._drawing.setdefault((sha256, page, width), threading.Lock())
        try:
            with turn:
                kept = self._images.get(reader, sha256, page, width)
                if kept is not None:
                    return kept
                content = _webp(self._draw(sha256, reader, page, width), width)
                return self._images.put(reader, sha256, page, width, content)
        finally:
            with self._lock:
                self._drawing.pop((sha256, page, width), None)

    def _draw(self, sha256: str, reader: str, page: int, width: Width) -> Image:
        from extractors.readers.errors import ReaderError

        reading = self.reading(sha256, reader)
        if reading is None or not 1 <= page <= len(reading.pages):
            raise _unread(sha256, page)
        copies, pool = self._ready()
        with copies.held(sha256) as path:
            try:
                return pool.render_page(path, reading, page, math.ceil(width / _A4_INCHES))
            except ReaderError as error:
                raise PageUndrawableError(
                    messages.PAGE_UNDRAWABLE.format(page=page),
                    where=error.message,
                    cause=f"page {page} of {sha256}: {error.message}",
                ) from error

    def _ready(self) -> tuple[Copies, ReaderPool]:
        """Copies and reading processes of this process's own, from the first page on."""
        from extractors.readers import ReaderPool

        with self._lock:
            if self._tools is None:
                folder = self._stack.enter_context(workspace(self._data / COPIES))
                pool = self._stack.enter_context(ReaderPool(min(2, len(os.sched_getaffinity(0)))))
                self._tools = Copies(folder, self._originals, COPIES_BYTES), pool
            return self._tools


def _unread(sha256: str, page: int) -> PageUndrawableError:
    return PageUndrawableError(
        messages.PAGE_NOT_READ.format(page=page), cause=f"no reading of page {page} of {sha256}"
    )


def _webp(drawn: Image, width: Width) -> bytes:
    from PIL.Image import Resampling

    if drawn.width > width:
        size = (width.value, max(1, round(drawn.height * width / drawn.width)))
        drawn = drawn.resize(size, Resampling.LANCZOS, reducing_gap=2.0)
    held = io.BytesIO()
    drawn.save(held, "WEBP", quality=_QUALITY, method=_EFFORT)
    return held.getvalue()
