"""The store with its errors counted."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from flows import metrics
from vault.blobs import BlobMissingError, Blobs, StoreError


class CountedBlobs:
    """Passes all on to a store. That something isn't there is an answer; other errors of the store are counted."""

    def __init__(self, store: Blobs) -> None:
        self._store = store

    def put(
        self,
        key: str,
        source: BinaryIO,
        *,
        size: int,
        sha256: str | None = None,
        keep_until: date | None = None,
    ) -> None:
        """Keeps what `source` gives: see `Blobs.put`."""
        with _counted():
            self._store.put(key, source, size=size, sha256=sha256, keep_until=keep_until)

    @contextmanager
    def open(self, key: str) -> Generator[BinaryIO]:
        """The content as a stream: see `Blobs.open`."""
        with _counted(), self._store.open(key) as stream:
            yield stream

    def get(self, key: str) -> bytes:
        """The whole content: see `Blobs.get`."""
        with _counted():
            return self._store.get(key)

    def size(self, key: str) -> int | None:
        """How many bytes are kept: see `Blobs.size`."""
        with _counted():
            return self._store.size(key)

    def kept_until(self, key: str) -> date | None:
        """The last day on which it can't be deleted: see `Blobs.kept_until`."""
        with _counted():
            return self._store.kept_until(key)

    def keys(self, prefix: str) -> Iterator[str]:
        """The keys that begin with `prefix`: see `Blobs.keys`."""
        with _counted():
            yield from self._store.keys(prefix)

    def delete(self, key: str) -> None:
        """Removes it: see `Blobs.delete`."""
        with _counted():
            self._store.delete(key)

    def local(self, key: str) -> Path | None:
        """The kept file itself: see `Blobs.local`."""
        with _counted():
            return self._store.local(key)

    def link(self, key: str, *, seconds: int, name: str) -> str | None:
        """An address that gives the content: see `Blobs.link`."""
        with _counted():
            return self._store.link(key, seconds=seconds, name=name)


@contextmanager
def _counted() -> Generator[None]:
    try:
        yield
    except BlobMissingError:
        raise
    except StoreError as error:
        metrics.STORE_ERRORS.labels(type(error).__name__).inc()
        raise
