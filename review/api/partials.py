"""Uploads that aren't whole yet: one file each in a folder of this host, appended to under a lock.

The file's length is the offset. It is brought to the disk before it is told to a client, so an offset once told
survives the process and the machine. Several API processes on one host may share the folder; behind several
hosts, either the folder is shared or a client is kept on one host, for the record of an upload lies in the
database and its bytes lie here.
"""

from __future__ import annotations

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from vault.blobs import digest

BLOCK = 1 << 20
_NAME = re.compile(r"[A-Za-z0-9_-]{8,64}")


class OffsetError(Exception):
    """Bytes were meant for another place than the end. `offset` is where the end is."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"the upload stands at {offset}")
        self.offset = offset


class Partials:
    """The folder of partial uploads. OSError where it can't be written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def offset(self, upload: str) -> int:
        """How many bytes have come, all of them on the disk. 0 where none has."""
        try:
            with self._locked(upload, create=False) as file:
                os.fsync(file)
                return os.fstat(file).st_size
        except FileNotFoundError:
            return 0

    def append(self, upload: str, at: int, data: bytes) -> int:
        """Adds bytes at the end, which has to be `at`; gives the new end. OffsetError where it isn't."""
        with self._locked(upload) as file:
            end = os.fstat(file).st_size
            if end != at:
                raise OffsetError(end)
            view = memoryview(data)
            while view:
                view = view[os.write(file, view) :]
            return at + len(data)

    def start_anew(self, upload: str) -> None:
        """Forgets the bytes that have come."""
        with self._locked(upload) as file:
            os.ftruncate(file, 0)
            os.fsync(file)

    def remove(self, upload: str) -> None:
        """Takes the file away. One that isn't there is no error."""
        self._place(upload).unlink(missing_ok=True)

    def sha256(self, upload: str) -> str:
        """The digest of the bytes that have come."""
        with self.open(upload) as file:
            return digest(file).sha256

    def open(self, upload: str) -> BinaryIO:
        """The bytes that have come."""
        return self._place(upload).open("rb")

    def sweep(self, seconds: float) -> int:
        """Removes files that nothing was added to for so long; how many. Their uploads have ended, or end so."""
        removed = 0
        for name in list(self.names()):
            with suppress(FileNotFoundError):
                if time.time() - self._place(name).stat().st_mtime > seconds:
                    self.remove(name)
                    removed += 1
        return removed

    def names(self) -> Iterator[str]:
        """The uploads that have a file."""
        if self._folder.is_dir():
            yield from (path.name for path in self._folder.iterdir() if _NAME.fullmatch(path.name))

    def _place(self, upload: str) -> Path:
        if not _NAME.fullmatch(upload):
            raise ValueError(f"{upload!r} is no upload's id")
        return self._folder / upload

    @contextmanager
    def _locked(self, upload: str, *, create: bool = True) -> Iterator[int]:
        flags = os.O_RDWR | os.O_APPEND | os.O_CLOEXEC
        if create:
            self._folder.mkdir(parents=True, exist_ok=True)
            flags |= os.O_CREAT
        file = os.open(self._place(upload), flags, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
        finally:
            os.close(file)
