"""Readings by content hash and reader version: the same file, from anyone, at any time, is read once.

A reading is kept under `readings/<reader version>/<first two of the hash>/<hash>.json.gz`. Where two runs read the
same content at once, the first reading stands. One that can't be decoded counts as absent and is replaced.
"""

from pydantic import ValidationError

from dossier.page import Reading
from vault.blobs import Blobs
from vault.packing import put_packed, unpacked

KIND = "readings"


class ReadingStore:
    """The readings of one version of the readers. All methods raise StoreUnreachableError."""

    def __init__(self, store: Blobs, reader: str) -> None:
        self._store = store
        self._reader = reader

    def get(self, sha256: str) -> Reading | None:
        """The kept reading of a content, or None."""
        text = unpacked(self._store, self._key(sha256))
        if text is None:
            return None
        try:
            reading = Reading.model_validate_json(text)
        except ValidationError:
            return None
        return reading if reading.sha256 == sha256 and reading.reader == self._reader else None

    def put(self, reading: Reading) -> None:
        """Keeps a reading, unless there is one. Raises StoreFullError."""
        put_packed(
            self._store,
            self._key(reading.sha256),
            reading.model_dump_json().encode(),
            lambda: self.get(reading.sha256) is not None,
        )

    def _key(self, sha256: str) -> str:
        return f"{KIND}/{self._reader}/{sha256[:2]}/{sha256}.json.gz"
