"""Applicants' files as they came, under the hash of their content: the same file from anyone is kept once."""

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from functools import partial
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from vault import blobs
from vault.blobs import Blobs

KIND = "originals"
NOT_LINKABLE = {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP}
_key = partial(blobs.hash_key, KIND)


class Originals:
    """The files of all submissions. All methods raise StoreUnreachableError."""

    def __init__(self, store: Blobs, keep_until: date | None = None) -> None:
        self._store = store
        self._keep_until = keep_until

    def put(self, source: BinaryIO | Path, *, sha256: str, size: int) -> None:
        """Keeps a file, durably, and locks it until the day that the originals have to be kept.

        Raises ContentMismatchError where the bytes aren't those (nothing is kept then), BlobTakenError where what
        is kept under this hash was altered, and StoreFullError.
        """
        if isinstance(source, Path):
            with source.open("rb") as stream:
                self.put(stream, sha256=sha256, size=size)
            return
        self._store.put(_key(sha256), source, size=size, sha256=sha256, keep_until=self._keep_until)

    def has(self, sha256: str) -> bool:
        """Whether the file is kept."""
        return self._store.size(_key(sha256)) is not None

    @contextmanager
    def open(self, sha256: str) -> Generator[BinaryIO]:
        """The file as a stream. Raises BlobMissingError.

        Where it is read to its end and was altered, the last read raises BlobAlteredError.
        """
        with self._store.open(_key(sha256)) as stream:
            yield cast("BinaryIO", _Checked(stream, sha256))

    def fetch(self, sha256: str, target: Path) -> Path:
        """Has the file at `target`, whole and hash-checked, and gives `target`. It is only to be read.

        A target with that content stays; any other is replaced. Where the store is a folder on the same disk, the
        target is the kept file itself by another name. Raises BlobMissingError, BlobAlteredError and OSError.
        """
        if target.is_file() and blobs.file_hash(target) == sha256:
            return target
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as folder:
            fetched = Path(folder) / "file"
            kept = self._store.local(_key(sha256))
            if kept is None or not _linked(kept, fetched):
                with self.open(sha256) as stream, fetched.open("xb") as file:
                    shutil.copyfileobj(stream, file, blobs.CHUNK)
            elif (found := blobs.file_hash(fetched)) != sha256:
                raise blobs.altered(_key(sha256), found)
            fetched.replace(target)
        return target

    def link(self, sha256: str, *, seconds: int, name: str) -> str | None:
        """An address that gives the file under its own name for so long; None where the store is a folder."""
        return self._store.link(_key(sha256), seconds=seconds, name=name)


class _Checked(RawIOBase):
    """A stream that tells at its end whether it was the content of a hash."""

    def __init__(self, stream: BinaryIO, sha256: str) -> None:
        self._stream = stream
        self._sha256 = sha256
        self._hashed = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._hashed.update(chunk)
        if not chunk and self._hashed.hexdigest() != self._sha256:
            raise blobs.altered(_key(self._sha256), self._hashed.hexdigest())
        return len(chunk)


def _linked(kept: Path, target: Path) -> bool:
    """Gives a file a second name. False where the two places can't share a file."""
    try:
        os.link(kept, target)
    except OSError as error:
        if error.errno not in NOT_LINKABLE:
            raise
        return False
    return True
