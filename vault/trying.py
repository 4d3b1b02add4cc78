"""Whether a store does what it must, by doing it: put, get, delete, and refuse to delete what is locked."""

import io
import secrets
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple, Protocol

import httpx

from dossier.dates import CHINA
from vault import blobs
from vault.blobs import BlobLockedError, Blobs, StoreUnfitError
from vault.stores import StoreSettings, open_blobs

FOLDER = "readings/doctor"
"""Where the trials lie. Nothing looks for readings there."""
CONTENT = b"hezheng doctor"
SECONDS = 5.0


class TrySettings(StoreSettings, Protocol):
    """What has to be known of the settings."""

    @property
    def keep_until(self) -> date | None:
        """Day until which originals are locked; None: they aren't."""
        ...


class Tried(NamedTuple):
    """What was found."""

    place: str
    locks: bool | None
    """Whether what is locked stays; None where nothing is to be locked."""


def try_store(settings: TrySettings) -> Tried:
    """Tries. A lock's trial leaves a content of some bytes until the day is over. Raises StoreError."""
    store = open_blobs(settings)
    key = f"{FOLDER}/{secrets.token_hex(8)}"
    _put(store, key)
    if store.get(key) != CONTENT:
        raise blobs.altered(key, "")
    store.delete(key)
    place = f"{settings.s3_endpoint}/{settings.s3_bucket}" if settings.s3_endpoint else str(settings.data)
    return Tried(place, None if settings.keep_until is None else _locks(store))


def ahead_seconds(settings: StoreSettings) -> float | None:
    """By how much the S3 store's clock is before this host's, to about a second; None where it doesn't tell."""
    scheme = "https" if settings.s3_secure else "http"
    before = datetime.now(UTC)
    try:
        told = httpx.get(f"{scheme}://{settings.s3_endpoint}/", timeout=SECONDS).headers["date"]
        there = parsedate_to_datetime(told)
    except (httpx.HTTPError, KeyError, ValueError):
        return None
    return (there - before - (datetime.now(UTC) - before) / 2).total_seconds()


def _locks(store: Blobs) -> bool:
    today = datetime.now(CHINA).date()
    for key in list(store.keys(f"{FOLDER}/locked-")):
        with suppress(BlobLockedError):  # one of today's
            store.delete(key)
    key = f"{FOLDER}/locked-{today}"
    try:
        _put(store, key, today)
        store.delete(key)
    except BlobLockedError:
        return True
    except StoreUnfitError:
        store.delete(key)
        return False
    return False


def _put(store: Blobs, key: str, until: date | None = None) -> None:
    store.put(key, io.BytesIO(CONTENT), size=len(CONTENT), keep_until=until)
