"""Pictures of pages, drawn from originals for people to look at, so that each is drawn once.

A picture is kept under `pages/<reader version>/<first two of the hash>/<hash>/<page>-<width>.webp`. All of them can be
drawn again: they may be deleted at any time.
"""

from io import BytesIO

from vault.blobs import BlobMissingError, Blobs, BlobTakenError

KIND = "pages"


class PageImageStore:
    """The pictures of all pages. All methods raise StoreUnreachableError."""

    def __init__(self, store: Blobs) -> None:
        self._store = store

    def get(self, reader: str, sha256: str, page: int, width: int) -> bytes | None:
        """The kept picture, or None."""
        try:
            return self._store.get(_key(reader, sha256, page, width))
        except BlobMissingError:
            return None

    def put(self, reader: str, sha256: str, page: int, width: int, content: bytes) -> bytes:
        """Keeps a picture, and gives the one that is kept: another process may have been first. Raises StoreFullError."""
        key = _key(reader, sha256, page, width)
        try:
            self._store.put(key, BytesIO(content), size=len(content))
        except BlobTakenError:
            return self._store.get(key)
        return content


def _key(reader: str, sha256: str, page: int, width: int) -> str:
    return f"{KIND}/{reader}/{sha256[:2]}/{sha256}/{page}-{width}.webp"
