"""Whether contents that bear their hash as their name are still what came: all of them read again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from vault import blobs
from vault.blobs import BlobMissingError, Blobs


class FaultCode(StrEnum):
    """What is wrong with a content that is, or should be, kept."""

    MISSING = "missing"
    """A record names it, and it isn't there."""
    ALTERED = "altered"
    """It is there, but is no longer what came."""
    UNKNOWN = "unknown"
    """It is there, and no record names it: left from a draft, or put by somebody else."""


@dataclass(frozen=True)
class Fault:
    """One content at fault."""

    sha256: str
    code: FaultCode
    found: str | None = None
    """The hash of what is there now, where it was altered."""


def check(store: Blobs, kind: str, expected: Iterable[str], *, known: Iterable[str] = ()) -> Iterator[Fault]:
    """Reads every content of a kind again and gives what is at fault. Raises StoreUnreachableError.

    `expected` are hashes that have to be there, `known` such as may be there.
    """
    lacking = set(expected)
    named = lacking.union(known)
    for key in store.keys(f"{kind}/"):
        sha256 = key.rpartition("/")[2]
        try:
            with store.open(key) as stream:
                found = blobs.digest(stream).sha256
        except BlobMissingError:
            continue  # deleted since the keys were listed
        lacking.discard(sha256)
        if found != sha256:
            yield Fault(sha256, FaultCode.ALTERED, found)
        if sha256 not in named:
            yield Fault(sha256, FaultCode.UNKNOWN)
    yield from (Fault(sha256, FaultCode.MISSING) for sha256 in sorted(lacking))
