"""Heads of the trail in the store: what a day ended with, where nobody can change it any more."""

import hashlib
import io
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pydantic import ValidationError

from dossier.trail import Head
from vault.blobs import Blobs, StoreError, StoreUnreachableError
from vault.records.records import Records

PREFIX = "trail/"


class KeptHead(NamedTuple):
    """A day's head as it lies in the store; None: it can't be read, or isn't that day's."""

    day: date
    head: Head | None


def publish_heads(records: Records, blobs: Blobs, *, keep_until: date | None = None) -> tuple[Head, ...]:
    """Puts the heads of all days that are over and not in the store yet, and gives them.

    Harmless twice, and from several processes. Raises what `blobs` raises; BlobTakenError means that the trail
    or the store was tampered with.
    """
    known = frozenset(day for day in map(_day_of, blobs.keys(PREFIX)) if day is not None)
    heads = records.heads(known)
    for head in heads:
        content = head.model_dump_json().encode()
        blobs.put(
            f"{PREFIX}{head.day}.json",
            io.BytesIO(content),
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            keep_until=keep_until,
        )
    return heads


def kept_heads(blobs: Blobs) -> Iterator[KeptHead]:
    """All heads in the store, by day. Raises StoreUnreachableError."""
    for key in sorted(blobs.keys(PREFIX)):
        day = _day_of(key)
        if day is not None:
            yield KeptHead(day, _head(blobs, key, day))


def _head(blobs: Blobs, key: str, day: date) -> Head | None:
    try:
        head = Head.model_validate_json(blobs.get(key))
    except StoreUnreachableError:
        raise
    except (StoreError, ValidationError):
        return None
    return head if head.day == day else None


def _day_of(key: str) -> date | None:
    try:
        return date.fromisoformat(key.removeprefix(PREFIX).removesuffix(".json"))
    except ValueError:
        return None
