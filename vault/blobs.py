"""Where bytes are kept: one key, one content, for good. Two faces: a folder, and a bucket of an S3 store.

A key is an ASCII path whose first part says what it holds (`KINDS`): `originals/ab/abcd…`. A content is put whole
or not at all, and is never replaced by another one. What has a day to be kept until can't be deleted before that
day is over in China. The folder can only keep its own users from doing so; a bucket with object lock keeps out
everyone who hasn't the right to bypass it.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from dossier.dates import CHINA
from dossier.errors import HezhengError
from vault import messages

KINDS = ("originals", "readings", "reports", "pages", "trail")
"""The first part of every key. All of these, and nothing else, is copied from one store to another."""

CHUNK = 1 << 20
"""How many bytes are read at once."""

KEY = re.compile(rf"(?:{'|'.join(KINDS)})(?:/(?!\.)[A-Za-z0-9._-]+)+")


class StoreError(HezhengError):
    """Base: the store can't do what it was asked for."""


class StoreUnreachableError(StoreError):
    """The store doesn't answer, or doesn't let us in. What was asked may be asked again."""


class StoreFullError(StoreError):
    """There is no room left. Nothing was kept of what was put."""


class StoreUnfitError(StoreError):
    """The bucket can't lock what has to be kept."""


class BlobMissingError(StoreError):
    """There is nothing under the key."""


class BlobTakenError(StoreError):
    """Another content stands under the key. It stays as it is."""


class BlobAlteredError(StoreError):
    """What is kept isn't what was put."""


class BlobLockedError(StoreError):
    """The content has to be kept until a day that isn't over."""


class ContentMismatchError(StoreError):
    """The bytes that came aren't as many as were announced, or haven't the announced hash. Nothing was kept."""


class Blobs(Protocol):
    """Contents by key. All methods raise StoreUnreachableError, and ValueError for a key that is none."""

    def put(
        self,
        key: str,
        source: BinaryIO,
        *,
        size: int,
        sha256: str | None = None,
        keep_until: date | None = None,
    ) -> None:
        """Keeps what `source` gives, `size` bytes, durably: it outlives a crash once this returns.

        Does nothing where the same content is there, except that it is kept until the later of the two days.
        Raises ContentMismatchError, BlobTakenError, StoreFullError and StoreUnfitError.
        """
        ...

    def open(self, key: str) -> AbstractContextManager[BinaryIO]:
        """The content as a stream that can't be relied upon to seek. Raises BlobMissingError."""
        ...

    def get(self, key: str) -> bytes:
        """The whole content in memory. Raises BlobMissingError."""
        ...

    def size(self, key: str) -> int | None:
        """How many bytes are kept; None where nothing is."""
        ...

    def kept_until(self, key: str) -> date | None:
        """The last day on which it can't be deleted, or None. Raises BlobMissingError."""
        ...

    def keys(self, prefix: str) -> Iterator[str]:
        """The keys that begin with `prefix` (a kind and a slash at the least), in order."""
        ...

    def delete(self, key: str) -> None:
        """Removes it with all its versions; nothing where it isn't there. Raises BlobLockedError."""
        ...

    def local(self, key: str) -> Path | None:
        """The kept file itself, to be read and linked but never written; None where it isn't one on this host.

        Raises BlobMissingError.
        """
        ...

    def link(self, key: str, *, seconds: int, name: str) -> str | None:
        """An address that gives the content for so long, as a file of that name; None where there is no such thing."""
        ...


class Digest(NamedTuple):
    """What a stream amounts to."""

    sha256: str
    size: int


def digest(source: BinaryIO, *, into: BinaryIO | None = None, limit: int | None = None) -> Digest:
    """Hash and size of the rest of a stream, in bounded memory, copied `into` another one.

    Ends early, with a size above `limit`, where the stream gives more than that.
    """
    hashed, size = hashlib.sha256(), 0
    while (limit is None or size <= limit) and (chunk := source.read(CHUNK)):
        hashed.update(chunk)
        size += len(chunk)
        if into is not None:
            into.write(chunk)
    return Digest(hashed.hexdigest(), size)


def file_hash(file: Path) -> str:
    """The hash of a file's content. Raises OSError."""
    with file.open("rb") as stream:
        return digest(stream).sha256


def hash_key(kind: str, sha256: str) -> str:
    """The key of a content that bears its hash as its name."""
    return f"{kind}/{sha256[:2]}/{sha256}"


def check_key(key: str) -> str:
    """The key. Raises ValueError where it isn't one."""
    if not KEY.fullmatch(key):
        raise ValueError(f"no key of a kind in {KINDS}: {key!r}")
    return key


def check_prefix(prefix: str) -> str:
    """The prefix. Raises ValueError where no key can begin so."""
    if prefix.partition("/")[0] not in KINDS or "/" not in prefix or ".." in prefix:
        raise ValueError(f"no prefix of keys of a kind in {KINDS}: {prefix!r}")
    return prefix


def check_content(key: str, found: Digest, *, size: int, sha256: str | None) -> None:
    """Raises ContentMismatchError where what was found isn't what was announced."""
    if found.size != size:
        raise ContentMismatchError(
            messages.CONTENT_SIZE.format(found=found.size, size=size),
            advice=messages.CONTENT_ADVICE,
            cause=f"{key}: announced {size} bytes, got {found.size}",
        )
    if sha256 is not None and found.sha256 != sha256:
        raise ContentMismatchError(
            messages.CONTENT_HASH.format(found=found.sha256, sha256=sha256),
            advice=messages.CONTENT_ADVICE,
            cause=f"{key}: announced {sha256}, got {found.sha256}",
        )


def lock_ends(day: date) -> datetime:
    """The moment at which `day` is over in China."""
    return datetime.combine(day + timedelta(days=1), time(), CHINA)


def last_day(moment: datetime) -> date:
    """The last day that is touched by a lock which ends at `moment`."""
    return (moment.astimezone(CHINA) - timedelta(microseconds=1)).date()


def is_kept(until: date | None) -> bool:
    """Whether the day isn't over yet."""
    return until is not None and datetime.now(CHINA) < lock_ends(until)


def missing(key: str) -> BlobMissingError:
    """The error for a key under which nothing stands."""
    return BlobMissingError(
        messages.BLOB_MISSING.format(key=key), advice=messages.BLOB_MISSING_ADVICE, cause=f"{key} is missing"
    )


def taken(key: str) -> BlobTakenError:
    """The error for a key under which another content stands."""
    return BlobTakenError(
        messages.BLOB_TAKEN.format(key=key),
        advice=messages.BLOB_TAKEN_ADVICE,
        cause=f"{key} holds another content",
    )


def altered(key: str, found: str) -> BlobAlteredError:
    """The error for a content whose hash is no longer what it was."""
    return BlobAlteredError(
        messages.BLOB_ALTERED.format(key=key),
        where=messages.BLOB_ALTERED_WHERE.format(found=found),
        advice=messages.BLOB_ALTERED_ADVICE,
        cause=f"{key}: now {found}",
    )


def locked(key: str, until: date | None) -> BlobLockedError:
    """The error for a content that has to be kept."""
    day = until.isoformat() if until is not None else messages.SOME_DAY
    return BlobLockedError(
        messages.BLOB_LOCKED.format(key=key, day=day),
        advice=messages.BLOB_LOCKED_ADVICE,
        cause=f"{key} is kept until {until}",
    )
