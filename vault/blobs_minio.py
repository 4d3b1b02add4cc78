"""The bucket face of the store: MinIO, or another S3 store with object lock and `If-None-Match`.

Locks are of mode GOVERNANCE. COMPLIANCE can't be lifted by anyone, not even where a court or the law on personal
information demands deletion, or where the day was mistyped by ten years. GOVERNANCE can be lifted only with the right
`s3:BypassGovernanceRetention`, which the account of this program must not have; the store logs each use, and
`hezheng vault check` finds what is gone.

The hash of a content is kept as its metadata, so that the same content put twice costs one question. A large content
goes up in parts and counts for nothing before all have come and the hash is right.

Nothing is replaced, which the store sees to. Not every store holds that for two uploads in parts that end at the same
moment (SeaweedFS 4.48 doesn't): both contents are then kept as versions. Originals bear their hash as their key, so
that these are the same.
"""

import hashlib
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BufferedReader, RawIOBase
from typing import BinaryIO, NamedTuple, cast
from urllib.parse import quote

from minio.commonconfig import ENABLED, GOVERNANCE
from minio.error import MinioException, S3Error
from minio.retention import Retention
from minio.versioningconfig import VersioningConfig
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError

from vault import blobs, messages
from vault.blobs import StoreFullError, StoreUnfitError, StoreUnreachableError
from vault.blobs_minio_client import BACKOFF_SECONDS, RETRIES, Client

PART = 8 << 20
"""Bytes of a part; smaller contents go at one go. It is what a put takes in memory."""
HASH = "x-amz-meta-sha256"
LOCK_MODE = "x-amz-object-lock-mode"
LOCK_DAY = "x-amz-object-lock-retain-until-date"
MISSING = {"NoSuchKey", "NoSuchVersion"}
FULL = {"XMinioStorageFull", "XMinioAdminBucketQuotaExceeded", "QuotaExceeded", "InsufficientStorage"}
OWNED = {"BucketAlreadyOwnedByYou", "BucketAlreadyExists"}
TAKEN = {"PreconditionFailed", "ConditionalRequestConflict"}


class Held(NamedTuple):
    """What the store tells of a content."""

    size: int
    sha256: str | None
    until: date | None


class MinioBlobs:
    """Contents in a bucket, which is made with versions and object lock where it isn't there."""

    def __init__(self, client: Client, endpoint: str, bucket: str) -> None:
        """Raises StoreUnreachableError."""
        self._client = client
        self._endpoint = endpoint
        self._bucket = bucket
        with self._told():
            self._open_bucket()
            self._locks = self._has_locks()

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
        blobs.check_key(key)
        if size <= PART:
            content = _read(source, size + 1)
            found = blobs.Digest(hashlib.sha256(content).hexdigest(), len(content))
            blobs.check_content(key, found, size=size, sha256=sha256)
            self._publish(
                key,
                found,
                keep_until,
                lambda headers: self._client.put_new(self._bucket, key, content, headers),
            )
        elif sha256 is not None:
            told = blobs.Digest(sha256, size)
            self._publish(key, told, keep_until, lambda headers: self._upload(key, source, told, headers))
        else:
            with tempfile.TemporaryFile() as spooled:
                found = blobs.digest(source, into=spooled, limit=size)
                blobs.check_content(key, found, size=size, sha256=None)
                spooled.seek(0)
                self.put(key, spooled, size=size, sha256=found.sha256, keep_until=keep_until)

    @contextmanager
    def open(self, key: str) -> Generator[BinaryIO]:
        """The content as a stream that asks again where the line breaks. Raises BlobMissingError."""
        blobs.check_key(key)
        with self._told(key):
            body = _Body(lambda offset, version: self._ask(key, offset, version))
        with BufferedReader(body, blobs.CHUNK) as stream:
            yield cast("BinaryIO", stream)

    def get(self, key: str) -> bytes:
        """The whole content. Raises BlobMissingError."""
        with self.open(key) as stream:
            return stream.read()

    def size(self, key: str) -> int | None:
        """How many bytes are kept; None where nothing is."""
        held = self._held(key)
        return held.size if held is not None else None

    def kept_until(self, key: str) -> date | None:
        """The last day on which it can't be deleted, or None. Raises BlobMissingError."""
        held = self._held(key)
        if held is None:
            raise blobs.missing(key)
        return held.until

    def keys(self, prefix: str) -> Iterator[str]:
        """The keys that begin with `prefix`, in order."""
        return self._keys(blobs.check_prefix(prefix))

    def delete(self, key: str) -> None:
        """Removes all its versions; nothing where it isn't there. Raises BlobLockedError.

        To delete without naming a version would only hide it, which S3 allows for locked contents too.
        """
        blobs.check_key(key)
        with self._told():
            listed = self._client.list_objects(self._bucket, prefix=key, recursive=True, include_version=True)
            versions = [each for each in listed if each.object_name == key]
            for each in versions:
                held = None if each.is_delete_marker else self._held(key, each.version_id)
                if held is not None and blobs.is_kept(held.until):
                    raise blobs.locked(key, held.until)
            for each in versions:
                try:
                    self._client.remove_object(self._bucket, key, version_id=each.version_id)
                except S3Error as error:
                    if error.code == "AccessDenied":
                        raise blobs.locked(key, None) from error
                    raise

    def local(self, key: str) -> None:
        """None: a bucket isn't on this host."""
        _ = key

    def link(self, key: str, *, seconds: int, name: str) -> str:
        """An address that gives the content for so long, as a file of that name. It isn't asked whether it exists."""
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        with self._told():
            return self._client.presigned_get_object(
                self._bucket,
                blobs.check_key(key),
                expires=timedelta(seconds=seconds),
                response_headers={"response-content-disposition": disposition},
            )

    def _keys(self, prefix: str) -> Iterator[str]:
        with self._told():
            for found in self._client.list_objects(self._bucket, prefix=prefix, recursive=True):
                yield found.object_name or ""

    def _open_bucket(self) -> None:
        if not self._client.bucket_exists(self._bucket):
            try:
                self._client.make_bucket(self._bucket, object_lock=True)
            except S3Error as error:
                if error.code not in OWNED:
                    raise
        if self._client.get_bucket_versioning(self._bucket).status != ENABLED:
            self._client.set_bucket_versioning(self._bucket, VersioningConfig(ENABLED))

    def _has_locks(self) -> bool:
        try:
            self._client.get_object_lock_config(self._bucket)
        except S3Error as error:
            if error.code == "ObjectLockConfigurationNotFoundError":
                return False
            raise
        return True

    def _publish(
        self, key: str, found: blobs.Digest, until: date | None, send: Callable[[dict[str, str]], None]
    ) -> None:
        """Sends a content where nothing stands under the key, or else sees that it is the same one."""
        lock = until if blobs.is_kept(until) else None
        if lock is not None and not self._locks:
            raise StoreUnfitError(
                messages.STORE_UNFIT.format(bucket=self._bucket),
                advice=messages.STORE_UNFIT_ADVICE,
                cause=f"{self._bucket} has no object lock",
            )
        with self._told():
            held = self._held(key)
            if held is None:
                try:
                    send(_headers(found, lock))
                except S3Error as error:
                    held = self._held(key)  # somebody else was faster
                    if error.code not in TAKEN or held is None:
                        raise
                else:
                    return
            if held.size != found.size or (held.sha256 or self._hash(key)) != found.sha256:
                raise blobs.taken(key)
            if lock is not None and (held.until is None or held.until < lock):
                retention = Retention(GOVERNANCE, blobs.lock_ends(lock))
                self._client.set_object_retention(self._bucket, key, retention)

    def _upload(self, key: str, source: BinaryIO, told: blobs.Digest, headers: dict[str, str]) -> None:
        hashed, size = hashlib.sha256(), 0
        with self._client.upload_new(self._bucket, key, headers) as upload:
            while size <= told.size and (content := _read(source, PART)):
                hashed.update(content)
                size += len(content)
                upload.add(content)
            found = blobs.Digest(hashed.hexdigest(), size)
            blobs.check_content(key, found, size=told.size, sha256=told.sha256)
            upload.complete()

    def _held(self, key: str, version: str | None = None) -> Held | None:
        blobs.check_key(key)
        with self._told():
            try:
                told = self._client.stat_object(self._bucket, key, version_id=version)
            except S3Error as error:
                if error.code in MISSING:
                    return None
                raise
        known = {name.lower(): value for name, value in (told.metadata or {}).items()}
        day = known.get(LOCK_DAY)
        return Held(
            told.size or 0, known.get(HASH), blobs.last_day(datetime.fromisoformat(day)) if day else None
        )

    def _hash(self, key: str) -> str:
        with self.open(key) as stream:
            return blobs.digest(stream).sha256

    def _ask(self, key: str, offset: int, version: str | None) -> BaseHTTPResponse:
        with self._told(key):
            return self._client.get_object(self._bucket, key, offset=offset, version_id=version)

    @contextmanager
    def _told(self, key: str = "") -> Generator[None]:
        """Tells the client's errors as the store's own; with a key, what the store doesn't know is missing."""
        try:
            yield
        except S3Error as error:
            if key and error.code in MISSING:
                raise blobs.missing(key) from error
            if error.code in FULL:
                raise StoreFullError(
                    messages.STORE_FULL.format(place=f"{self._endpoint}/{self._bucket}"),
                    advice=messages.STORE_FULL_ADVICE,
                    cause=str(error),
                ) from error
            raise StoreUnreachableError(
                messages.STORE_REFUSED.format(endpoint=self._endpoint, code=error.code),
                advice=messages.STORE_REFUSED_ADVICE.format(bucket=self._bucket),
                cause=str(error),
            ) from error
        except (HTTPError, MinioException) as error:
            raise unreachable(self._endpoint, error) from error


class _Body(RawIOBase):
    """The bytes of one version of a content. Where the line breaks, it goes on from there."""

    def __init__(self, ask: Callable[[int, str | None], BaseHTTPResponse]) -> None:
        self._ask = ask
        self._response = ask(0, None)
        self._version = self._response.headers.get("x-amz-version-id")
        self._offset = 0
        self._breaks = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        chunk = self._read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._offset += len(chunk)
        return len(chunk)

    def close(self) -> None:
        self._response.close()
        super().close()

    def _read(self, size: int) -> bytes:
        while True:
            try:
                return self._response.read(size)
            except HTTPError as error:
                self._response.close()
                if self._breaks == RETRIES:
                    raise unreachable(self._response.geturl() or "", error) from error
                time.sleep(BACKOFF_SECONDS * 2**self._breaks)
                self._breaks += 1
                self._response = self._ask(self._offset, self._version)


def open_minio(endpoint: str, bucket: str, access_key: str, secret_key: str, *, secure: bool) -> MinioBlobs:
    """The bucket, made where it isn't there. Raises StoreUnreachableError."""
    try:
        client = Client(endpoint, access_key, secret_key, secure=secure)
        return MinioBlobs(client, endpoint, bucket)
    except ValueError as error:  # a name that no host or bucket can have
        raise unreachable(endpoint, error) from error


def unreachable(endpoint: str, error: Exception) -> StoreUnreachableError:
    """The error for a store that doesn't answer as one."""
    return StoreUnreachableError(
        messages.STORE_UNREACHABLE.format(endpoint=endpoint),
        advice=messages.STORE_UNREACHABLE_ADVICE,
        cause=f"{type(error).__name__}: {error}",
    )


def _headers(found: blobs.Digest, lock: date | None) -> dict[str, str]:
    told = {"Content-Type": "application/octet-stream", HASH: found.sha256}
    if lock is not None:
        told[LOCK_MODE] = GOVERNANCE
        told[LOCK_DAY] = blobs.lock_ends(lock).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return told


def _read(source: BinaryIO, size: int) -> bytes:
    """`size` bytes, or all that are left where they are fewer. A pipe or an upload gives less at a time."""
    pieces: list[bytes] = []
    while size > 0 and (piece := source.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
