"""The folder face of the store: one file for a key, as it is named.

A content is written beside, made durable, and then given its name by a hard link, which fails where the name is
taken: so nothing is ever replaced or seen half written, whoever races. The day that a content is kept until lies in
`.kept/<key>` and is durable before the content gets its name.

The folder refuses what this program is asked to do; whoever may write to the disk can still do anything to it.
`hezheng vault check` finds that. The files are read-only, so that a slip of the hand isn't enough.
"""

import errno
import os
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import BinaryIO

from vault import blobs, messages
from vault.blobs import StoreFullError, StoreUnreachableError

NEW = ".new"
"""Folder of what is being written."""
KEPT = ".kept"
"""Folder of the days until which contents have to be kept."""
STALE = 24 * 3600
"""Seconds after which a file in `NEW` is known to be left by a process that was killed."""
READ_ONLY = 0o440


class FolderBlobs:
    """Contents in the files of a folder, which is made when something is first put."""

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()

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
        place = self._place(key)
        with self._told(), self._written(source, size) as (written, found):
            blobs.check_content(key, found, size=size, sha256=sha256)
            if place.exists():
                _check_same(key, place, found)
            if keep_until is not None:
                self._keep(key, keep_until)
            _make_folder(place.parent)
            try:
                os.link(written, place)
            except FileExistsError:
                _check_same(key, place, found)
            _sync_folder(place.parent)

    @contextmanager
    def open(self, key: str) -> Generator[BinaryIO]:
        """The content as a stream. Raises BlobMissingError."""
        with self._told(key):
            stream = self._place(key).open("rb")
        with stream:
            yield stream

    def get(self, key: str) -> bytes:
        """The whole content. Raises BlobMissingError."""
        with self._told(key):
            return self._place(key).read_bytes()

    def size(self, key: str) -> int | None:
        """How many bytes are kept; None where nothing is."""
        place = self._place(key)
        with self._told():
            return place.stat().st_size if place.is_file() else None

    def kept_until(self, key: str) -> date | None:
        """The last day on which it can't be deleted, or None. Raises BlobMissingError."""
        if self.size(key) is None:
            raise blobs.missing(key)
        return self._day(key)

    def keys(self, prefix: str) -> Iterator[str]:
        """The keys that begin with `prefix`, in order."""
        folder = self._root / blobs.check_prefix(prefix).rpartition("/")[0]
        with self._told():
            found = sorted(
                (Path(parent) / name).relative_to(self._root).as_posix()
                for parent, _, names in os.walk(folder)
                for name in names
                if not name.startswith(".")
            )
        return (key for key in found if key.startswith(prefix))

    def delete(self, key: str) -> None:
        """Removes it; nothing where it isn't there. Raises BlobLockedError."""
        place = self._place(key)
        with self._told():
            if not place.exists():
                return
            day = self._day(key)
            if blobs.is_kept(day):
                raise blobs.locked(key, day)
            place.unlink(missing_ok=True)
            _sync_folder(place.parent)
            (self._root / KEPT / key).unlink(missing_ok=True)

    def local(self, key: str) -> Path:
        """The kept file. Raises BlobMissingError."""
        if self.size(key) is None:
            raise blobs.missing(key)
        return self._place(key)

    def link(self, key: str, *, seconds: int, name: str) -> None:
        """None: a folder has no addresses."""
        _ = key, seconds, name

    def sweep(self) -> None:
        """Removes what processes that were killed have left half written."""
        oldest = time.time() - STALE
        with self._told():
            for left in (self._root / NEW).glob("*"):
                with suppress(FileNotFoundError):  # its process was still at work, or somebody else sweeps
                    if left.stat().st_mtime < oldest:
                        left.unlink()

    def _place(self, key: str) -> Path:
        return self._root / blobs.check_key(key)

    def _day(self, key: str) -> date | None:
        try:
            return date.fromisoformat((self._root / KEPT / key).read_text("ascii").strip())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _keep(self, key: str, until: date) -> None:
        before = self._day(key)
        if before is not None and before >= until:
            return
        place = self._root / KEPT / key
        _make_folder(place.parent)
        with self._new() as (stream, path):
            stream.write(f"{until.isoformat()}\n".encode())
            _make_durable(stream)
            path.replace(place)
        _sync_folder(place.parent)

    @contextmanager
    def _written(self, source: BinaryIO, size: int) -> Generator[tuple[Path, blobs.Digest]]:
        with self._new() as (stream, path):
            found = blobs.digest(source, into=stream, limit=size)
            _make_durable(stream)
            yield path, found

    @contextmanager
    def _new(self) -> Generator[tuple[BinaryIO, Path]]:
        folder = self._root / NEW
        _make_folder(folder)
        handle, name = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream, Path(name)
        finally:
            Path(name).unlink(missing_ok=True)

    @contextmanager
    def _told(self, key: str = "") -> Generator[None]:
        """Tells the system's errors as the store's own; with a key, an absent file is a missing content."""
        try:
            yield
        except OSError as error:
            if key and isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError):
                raise blobs.missing(key) from error
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise StoreFullError(
                    messages.STORE_FULL.format(place=self._root),
                    advice=messages.STORE_FULL_ADVICE,
                    cause=str(error),
                ) from error
            raise StoreUnreachableError(
                messages.FOLDER_UNREACHABLE.format(path=self._root),
                where=messages.FOLDER_UNREACHABLE_WHERE.format(reason=error.strerror or error),
                advice=messages.FOLDER_UNREACHABLE_ADVICE,
                cause=str(error),
            ) from error


def _check_same(key: str, place: Path, found: blobs.Digest) -> None:
    with place.open("rb") as stream:
        if place.stat().st_size != found.size or blobs.digest(stream) != found:
            raise blobs.taken(key)


def _make_durable(stream: BinaryIO) -> None:
    stream.flush()
    os.fchmod(stream.fileno(), READ_ONLY)
    os.fsync(stream.fileno())


def _make_folder(folder: Path) -> None:
    """Makes a folder with those above it so that they outlive a crash."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
