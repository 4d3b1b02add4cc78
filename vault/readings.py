"""Readings by content hash and reader version: the same file, from anyone, at any time, is read once.

A reading lies in `<folder>/<reader version>/<first two of the hash>/<hash>.json.gz`. It is written whole and
renamed into place, so a run that is cut short, or two at once, leave nothing half written. A reading that can't
be decoded counts as absent and is read again.
"""

from __future__ import annotations

import gzip
import os
import tempfile
import zlib
from pathlib import Path

from pydantic import ValidationError

from dossier.page import Reading


class ReadingStore:
    """A folder of readings."""

    def __init__(self, folder: Path, reader: str) -> None:
        self._folder = folder / reader
        self._reader = reader

    def get(self, sha256: str) -> Reading | None:
        """The kept reading of a content, or None."""
        try:
            text = gzip.decompress(self._place(sha256).read_bytes())
            reading = Reading.model_validate_json(text)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, EOFError, zlib.error, ValidationError):
            return None
        return reading if reading.sha256 == sha256 and reading.reader == self._reader else None

    def put(self, reading: Reading) -> None:
        """Keeps a reading. Raises OSError where the folder can't be written."""
        place = self._place(reading.sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(gzip.compress(reading.model_dump_json().encode(), compresslevel=3, mtime=0))
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _place(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / f"{sha256}.json.gz"
