"""From one store to another: all that is kept, with the days until which it has to be.

What is there already is read and compared, not copied again, so that a copy which was cut short is taken up by
starting it once more. What was copied is read back. The source stays as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vault import blobs
from vault.blobs import BlobMissingError, Blobs, BlobTakenError, ContentMismatchError

BY_HASH = ("originals", "reports")
"""Kinds whose contents bear their hash as their name."""
REPLACEABLE = ("readings",)
"""Kinds whose contents may differ from store to store: another reading of the same file is as good."""


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


def copy(source: Blobs, target: Blobs) -> Iterator[Copied]:
    """Copies as it is iterated over. Raises StoreUnreachableError, StoreFullError, StoreUnfitError."""
    for kind in blobs.KINDS:
        for key in source.keys(f"{kind}/"):
            try:
                done = _copy(source, target, key)
            except BlobMissingError:
                continue  # deleted since the keys were listed
            yield done


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
