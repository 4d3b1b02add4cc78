"""A worker's own copies of originals: a reading process opens files, and a store may be a bucket."""

from __future__ import annotations

import os
import threading
from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.readers import digest

if TYPE_CHECKING:
    from vault.originals import Originals

BYTES = 4 << 30
"""Copies that nobody holds go, the longest unused first, while all together are larger than this."""


class Copies:
    """Files by the hash of their content, in a folder of this process's own. Safe to use from several threads."""

    def __init__(self, folder: Path, originals: Originals, limit: int = BYTES) -> None:
        self._folder = folder
        self._originals = originals
        self._limit = limit
        self._lock = threading.Lock()
        self._sizes: OrderedDict[str, int] = OrderedDict()
        self._holders: Counter[str] = Counter()
        self._fetching: dict[str, threading.Lock] = {}

    @contextmanager
    def held(self, sha256: str) -> Iterator[Path]:
        """The file, hash-checked when it was fetched, there for as long as this is held and only to be read.

        Raises what `Originals.fetch` raises: StoreError, OSError.
        """
        with self._lock:
            self._holders[sha256] += 1
            fetching = self._fetching.setdefault(sha256, threading.Lock())
        try:
            place = self._folder / sha256
            with fetching:
                if sha256 not in self._sizes:
                    self._originals.fetch(sha256, place)
                self._note(sha256, place.stat().st_size)
            yield place
        finally:
            with self._lock:
                self._holders[sha256] -= 1
                if not self._holders[sha256]:
                    del self._holders[sha256]
                    self._fetching.pop(sha256, None)
                self._evict()

    def keep(self, path: Path) -> str:
        """Has a file that is on this disk kept as an original; its hash. There is a copy of it then.

        Raises what `Originals.put` raises: StoreError, OSError.
        """
        sha256, size = digest(path), path.stat().st_size
        self._originals.put(path, sha256=sha256, size=size)
        with self._lock:
            if sha256 not in self._sizes and sha256 not in self._fetching:
                os.link(path, self._folder / sha256)
                self._sizes[sha256] = size
        return sha256

    def _note(self, sha256: str, size: int) -> None:
        with self._lock:
            self._sizes[sha256] = size
            self._sizes.move_to_end(sha256)

    def _evict(self) -> None:
        total = sum(self._sizes.values())
        for sha256 in [each for each in self._sizes if each not in self._holders]:
            if total <= self._limit:
                return
            total -= self._sizes.pop(sha256)
            (self._folder / sha256).unlink(missing_ok=True)
