"""The reading process: opens uploads for the pool, one page a request, confined before it sees the first.

Threats: a crafted file that crashes a parser, fills memory, never ends, or takes over the process.
Measures: a process of its own with what `confine` takes from it; a time limit a page, held by the pool; the one file
that is read is handed into its own folder, and it sees no other; answers are JSON, never pickles, so that a process
that was taken over can only lie about its pages.
Residual risk: until it is replaced it may lie about the pages of later files too, and see them.
"""

import contextlib
import json
import logging
import os
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extractors.readers import messages
from extractors.readers.confine import confine
from extractors.readers.errors import ReaderError, ReaderFailed
from extractors.readers.model import Inspection, PageReading, Source
from extractors.readers.sources import PARSER_ERRORS, guarded_open, guarded_read, inspect

OUT_OF_MEMORY = 70
"""Exit code of a process that ran into its limit on memory."""

MEMORY_DIGITS = 16
"""Digits at the end of each answer: the bytes of memory that the process holds."""

_LOG = logging.getLogger(__name__)


def main() -> None:
    """Serves requests from the descriptor, for files in the inbox, both named on the command line, until it is closed."""
    connection = Connection(int(sys.argv[1]))
    confine(Path(sys.argv[2]), Path(sys.argv[3]))
    desk = Desk()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        while True:
            request = json.loads(connection.recv_bytes())
            connection.send_bytes(desk.answer(request))


class Desk:
    """Answers requests, with the last file kept open, because its next page is asked for next."""

    def __init__(self) -> None:
        self._key: tuple[str, str, int, int] | None = None
        self._source: Source | None = None

    def answer(self, request: dict[str, Any]) -> bytes:
        """The answer as JSON, or as PNG for a picture of a page, after a byte that tells which."""
        page = request.get("page")
        try:
            body = self._do(request)
        except ReaderError as error:
            body = b"P" + error.problem(page).model_dump_json().encode()
        except PARSER_ERRORS:
            _LOG.warning("request failed: %s", request["do"], exc_info=True)
            message = messages.READER_ERROR_PAGE.format(page=page) if page else messages.READER_ERROR_FILE
            body = b"P" + ReaderFailed(message).problem(page).model_dump_json().encode()
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        return body + str(resident_bytes()).encode().rjust(MEMORY_DIGITS)

    def _do(self, request: dict[str, Any]) -> bytes:
        if request["do"] == "try":
            from extractors.readers.trials import attempt

            return b"A" + json.dumps(attempt(request["bait"])).encode()
        path = Path(request["path"])
        if request["do"] == "inspect":
            answer: Inspection | PageReading = inspect(path, request["name"])
            return b"A" + answer.model_dump_json().encode()
        if request["do"] == "grids":
            from extractors.readers.grids import GRIDS, read_grids

            return b"A" + GRIDS.dump_json(read_grids(path))
        source = self._open(path, request["media_type"])
        index = request["page"] - 1
        if request["do"] == "read":
            return b"A" + guarded_read(source, index).model_dump_json().encode()
        return b"I" + picture(source, index, request["turned"], request["dpi"])

    def _open(self, path: Path, media_type: str) -> Source:
        state = path.stat()
        key = (str(path), media_type, state.st_mtime_ns, state.st_size)
        if self._source is None or self._key != key:
            if self._source is not None:
                self._source.close()
                self._source = None
            self._source, self._key = guarded_open(path, media_type), key
        return self._source


def picture(source: Source, index: int, turned: int, dpi: int) -> bytes:
    """PNG of the upright page."""
    import io

    from extractors.readers.pixels import turned_image

    buffer = io.BytesIO()
    turned_image(source.render(index, dpi), turned).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def resident_bytes() -> int:
    """Memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
