"""From one store to another: all that is kept, with the days until which it has to be.

What is there already is read and compared, not copied again, so that a copy which was cut short is taken up by
starting it once more. What was copied is read back. The source stays as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from vault import blobs
from vault.blobs import BlobMissingError, Blobs, BlobTakenError, ContentMismatchError

BY_HASH = ("originals", "reports")
"""Kinds whose contents bear their hash as their name."""
REPLACEABLE = ("readings", "pages")
"""Kinds whose contents may differ from store to store: another reading or picture of the same file is as good."""


class Outcome(StrEnum):
    """What became of a content."""

    COPIED = "copied"
    THERE = "there"
    """It was in the target, the same."""
    ALTERED = "altered"
    """The source's content isn't what its name says. It was not copied."""
    TAKEN = "taken"
    """The target has another content under its key, which stays."""


@dataclass(frozen=True)
class Copied:
    """A content, and what became of it."""

    key: str
    size: int
    outcome: Outcome


def copy(
    source: Blobs,
    target: Blobs,
    *,
    wanted: Callable[[str], bool] | None = None,
    thorough: bool = True,
) -> Iterator[Copied]:
    """Copies as it is iterated over, what is `wanted` by its key, else all.

    Not `thorough`: what is there is known by its size, and nothing is read back; originals and reports are still held
    to the hash that they bear. Raises StoreUnreachableError, StoreFullError, StoreUnfitError.
    """
    copy_one = _copy if thorough else _copy_new
    for kind in blobs.KINDS:
        for key in source.keys(f"{kind}/"):
            if wanted is not None and not wanted(key):
                continue
            try:
                done = copy_one(source, target, key)
            except BlobMissingError:
                continue  # deleted since the keys were listed
            yield done


def _copy_new(source: Blobs, target: Blobs, key: str) -> Copied:
    size, there = source.size(key), target.size(key)
    if size is None:
        raise blobs.missing(key)
    kind, name = key.partition("/")[0], key.rpartition("/")[2]
    until = source.kept_until(key)
    if there == size and (until is None or target.kept_until(key) == until):
        return Copied(key, size, Outcome.THERE)
    if there not in {None, size} and kind in REPLACEABLE:
        target.delete(key)
    try:
        with source.open(key) as stream:
            sha256 = name if kind in BY_HASH else None
            target.put(key, stream, size=size, sha256=sha256, keep_until=until)
    except ContentMismatchError:
        return Copied(key, size, Outcome.ALTERED)
    except BlobTakenError:
        return Copied(key, size, Outcome.TAKEN)
    return Copied(key, size, Outcome.COPIED)


def _copy(source: Blobs, target: Blobs, key: str) -> Copied:
    found = _digest(source, key)
    kind, name = key.partition("/")[0], key.rpartition("/")[2]
    if kind in BY_HASH and found.sha256 != name:
        return Copied(key, found.size, Outcome.ALTERED)
    until = source.kept_until(key)
    there = target.size(key) is not None
    if there and _digest(target, key) != found:
        return Copied(key, found.size, Outcome.THERE if kind in REPLACEABLE else Outcome.TAKEN)
    if there and (until is None or target.kept_until(key) == until):
        return Copied(key, found.size, Outcome.THERE)
    try:
        with source.open(key) as stream:
            target.put(key, stream, size=found.size, sha256=found.sha256, keep_until=until)
    except ContentMismatchError:  # altered since it was read
        return Copied(key, found.size, Outcome.ALTERED)
    except BlobTakenError:  # by somebody else in the meantime
        return Copied(key, found.size, Outcome.TAKEN)
    if (back := _digest(target, key)) != found:
        raise blobs.altered(key, back.sha256)
    return Copied(key, found.size, Outcome.THERE if there else Outcome.COPIED)


def _digest(store: Blobs, key: str) -> blobs.Digest:
    with store.open(key) as stream:
        return blobs.digest(stream)
