"""Contents that are kept packed, and that are made again where they can't be unpacked."""

import gzip
import zlib
from collections.abc import Callable
from io import BytesIO

from vault.blobs import BlobMissingError, Blobs, BlobTakenError


def unpacked(store: Blobs, key: str) -> bytes | None:
    """The content under the key; None where there is none, or none that can be unpacked. StoreUnreachableError."""
    try:
        return gzip.decompress(store.get(key))
    except (BlobMissingError, gzip.BadGzipFile, EOFError, zlib.error):
        return None


def put_packed(store: Blobs, key: str, content: bytes, is_sound: Callable[[], bool]) -> None:
    """Keeps a content, unless there is one under the key that `is_sound`. StoreUnreachableError, StoreFullError."""
    packed = gzip.compress(content, compresslevel=3, mtime=0)
    try:
        store.put(key, BytesIO(packed), size=len(packed))
    except BlobTakenError:
        if not is_sound():
            store.delete(key)
            store.put(key, BytesIO(packed), size=len(packed))
