"""Parts of readings that are under way: what a worker read of a content, until the whole is put together.

A part is kept under `readings/<reader version>/parts/<hash>/<name>.json.gz`. Where two workers read the same pages,
the first part stands.
"""

from vault.blobs import Blobs
from vault.packing import put_packed, unpacked
from vault.readings import KIND


class PartStore:
    """The parts of one version of the readers. All methods raise StoreUnreachableError."""

    def __init__(self, store: Blobs, reader: str) -> None:
        self._store = store
        self._folder = f"{KIND}/{reader}/parts"

    def get(self, sha256: str, name: str) -> bytes | None:
        """The kept JSON; None where there is none, or none that can be unpacked."""
        return unpacked(self._store, self._key(sha256, name))

    def put(self, sha256: str, name: str, content: bytes) -> None:
        """Keeps a part, unless there is a sound one. Raises StoreFullError."""
        put_packed(self._store, self._key(sha256, name), content, lambda: self.get(sha256, name) is not None)

    def clear(self, sha256: str) -> None:
        """Removes all parts of a content."""
        for key in list(self._store.keys(f"{self._folder}/{sha256}/")):
            self._store.delete(key)

    def _key(self, sha256: str, name: str) -> str:
        return f"{self._folder}/{sha256}/{name}.json.gz"
