"""The files of reports (json, html, pdf, xlsx), each under the hash of its content. None is ever replaced."""

from contextlib import AbstractContextManager
from functools import partial
from io import BytesIO
from typing import BinaryIO

from vault.blobs import Blobs, digest, hash_key

KIND = "reports"
_key = partial(hash_key, KIND)


class ReportFileStore:
    """The files of all reports. All methods raise StoreUnreachableError."""

    def __init__(self, store: Blobs) -> None:
        self._store = store

    def put(self, content: bytes) -> str:
        """Keeps a file, durably, and gives the hash by which the records name it. Raises StoreFullError."""
        sha256, size = digest(BytesIO(content))
        self._store.put(_key(sha256), BytesIO(content), size=size, sha256=sha256)
        return sha256

    def open(self, sha256: str) -> AbstractContextManager[BinaryIO]:
        """The file as a stream. Raises BlobMissingError."""
        return self._store.open(_key(sha256))
