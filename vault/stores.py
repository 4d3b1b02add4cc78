"""Which store an installation keeps its bytes in."""

from pathlib import Path
from typing import Protocol

from pydantic import SecretStr

from vault.blobs import Blobs


class StoreSettings(Protocol):
    """What has to be known of the settings."""

    @property
    def data(self) -> Path:
        """Folder of what is kept."""
        ...

    @property
    def s3_endpoint(self) -> str | None:
        """Host and port of an S3 store; None for the data folder."""
        ...

    @property
    def s3_access_key(self) -> str:
        """Account at the S3 store."""
        ...

    @property
    def s3_secret_key(self) -> SecretStr:
        """Its password."""
        ...

    @property
    def s3_bucket(self) -> str:
        """Bucket in the S3 store."""
        ...

    @property
    def s3_secure(self) -> bool:
        """Whether the S3 store is spoken to over TLS."""
        ...


def open_blobs(settings: StoreSettings) -> Blobs:
    """The store that the settings name. Raises StoreUnreachableError."""
    if settings.s3_endpoint is None:
        return _folder(settings.data)
    return _bucket(settings.s3_endpoint, settings.s3_bucket, settings, secure=settings.s3_secure)


def open_address(address: str, settings: StoreSettings) -> Blobs:
    """The store at an address: a folder, or `https://host:port/bucket` with the account that the settings name.

    Raises StoreUnreachableError.
    """
    scheme, separator, rest = address.partition("://")
    if not separator:
        return _folder(Path(address))
    endpoint, _, bucket = rest.rstrip("/").partition("/")
    return _bucket(endpoint, bucket or settings.s3_bucket, settings, secure=scheme != "http")


def _folder(path: Path) -> Blobs:
    from vault.blobs_folder import FolderBlobs

    store = FolderBlobs(path)
    store.sweep()
    return store


def _bucket(endpoint: str, bucket: str, settings: StoreSettings, *, secure: bool) -> Blobs:
    from vault.blobs_minio import open_minio

    account, secret = settings.s3_access_key, settings.s3_secret_key.get_secret_value()
    return open_minio(endpoint, bucket, account, secret, secure=secure)
