"""Readings by content hash and reader version: the same file, from anyone, at any time, is read once.

A reading is kept under `readings/<reader version>/<first two of the hash>/<hash>.json.gz`. Where two runs read the
same content at once, the first reading stands. One that can't be decoded counts as absent and is replaced.
"""

import gzip
import zlib
from io import BytesIO

from pydantic import ValidationError

from dossier.page import Reading
from vault.blobs import BlobMissingError, Blobs, BlobTakenError

KIND = "readings"


class ReadingStore:
    """The readings of one version of the readers. All methods raise StoreUnreachableError."""

    def __init__(self, store: Blobs, reader: str) -> None:
        self._store = store
        self._reader = reader

    def get(self, sha256: str) -> Reading | None:
        """The kept reading of a content, or None."""
        try:
            text = gzip.decompress(self._store.get(self._key(sha256)))
            reading = Reading.model_validate_json(text)
        except BlobMissingError:
            return None
        except (gzip.BadGzipFile, EOFError, zlib.error, ValidationError):
            return None
        return reading if reading.sha256 == sha256 and reading.reader == self._reader else None

    def put(self, reading: Reading) -> None:
        """Keeps a reading, unless there is one. Raises StoreFullError."""
        content = gzip.compress(reading.model_dump_json().encode(), compresslevel=3, mtime=0)
        key = self._key(reading.sha256)
        try:
            self._store.put(key, BytesIO(content), size=len(content))
        except BlobTakenError:
            if self.get(reading.sha256) is None:
                self._store.delete(key)
                self._store.put(key, BytesIO(content), size=len(content))

    def _key(self, sha256: str) -> str:
        return f"{KIND}/{self._reader}/{sha256[:2]}/{sha256}.json.gz"
