"""The two faces of the store, each with a way around it: what somebody with rights on the disk or the bucket can do."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Protocol

from minio import Minio

from tests.servers import ObjectStore
from vault.blobs import Blobs
from vault.blobs_folder import FolderBlobs
from vault.blobs_minio import open_minio


class Face(Protocol):
    """A store and a way around it."""

    name: str
    blobs: Blobs

    def alter(self, key: str, content: bytes) -> None:
        """Puts another content in the place of what is kept."""
        ...

    def remove(self, key: str) -> None:
        """Takes away what is kept."""
        ...

    def again(self) -> Blobs:
        """The store, opened anew."""
        ...


@dataclass
class Folder:
    """The folder face."""

    root: Path
    name = "folder"

    def __post_init__(self) -> None:
        self.blobs = self.again()

    def alter(self, key: str, content: bytes) -> None:
        place = self.root / key
        place.chmod(0o600)
        place.write_bytes(content)

    def remove(self, key: str) -> None:
        (self.root / key).unlink()

    def again(self) -> Blobs:
        return FolderBlobs(self.root)


@dataclass
class Bucket:
    """The bucket face."""

    server: ObjectStore
    bucket: str
    name = "bucket"

    def __post_init__(self) -> None:
        self.blobs = self.again()
        self.client = Minio(
            self.server.endpoint, self.server.access_key, self.server.secret_key, secure=False
        )

    def alter(self, key: str, content: bytes) -> None:
        self.client.put_object(self.bucket, key, BytesIO(content), len(content))

    def remove(self, key: str) -> None:
        self.client.remove_object(self.bucket, key)

    def again(self) -> Blobs:
        server = self.server
        return open_minio(server.endpoint, self.bucket, server.access_key, server.secret_key, secure=False)


def put(store: Blobs, key: str, content: bytes, **how: object) -> None:
    """Puts a content of known size."""
    store.put(key, BytesIO(content), size=len(content), **how)  # pyright: ignore[reportArgumentType]


def sha256(content: bytes) -> str:
    """The hash of a content."""
    return hashlib.sha256(content).hexdigest()
