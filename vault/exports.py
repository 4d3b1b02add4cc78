"""An export of the portal: a folder or a part of a bucket, in which each folder or archive is one submission."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

from minio.error import MinioException, S3Error
from urllib3.exceptions import HTTPError

from dossier.errors import HezhengError
from dossier.shown import shown
from vault import messages
from vault.blobs import CHUNK, StoreUnreachableError
from vault.blobs_minio import unreachable
from vault.blobs_minio_client import Client
from vault.stores import StoreSettings

SCHEME = "s3://"
_HIDDEN = (".", "__MACOSX", "~$")


class ExportError(HezhengError):
    """There is no export at the address, or it can't be reached."""


class EntryUnfitError(HezhengError):
    """An entry that can't be fetched: a name that no disk holds, or more bytes than are allowed."""


class Entry(NamedTuple):
    """Something that lies in an export. `folder`: with files in it; else a file."""

    name: str
    folder: bool


class Export(Protocol):
    """Where the portal's submissions lie."""

    def entries(self) -> list[Entry]:
        """All of them, by name; without what systems leave behind. Raises ExportError, StoreUnreachableError."""
        ...

    def fetch(self, entry: Entry, target: Path, limit: int) -> Path:
        """The entry on this host: itself, or copied to `target`. `limit`: bytes that it may have then.

        Raises EntryUnfitError, StoreUnreachableError.
        """
        ...


def open_export(address: str, settings: StoreSettings) -> Export:
    """The export at an address: a folder, or `s3://bucket/prefix` in the store of the settings, with their account. ExportError."""
    if not address.startswith(SCHEME):
        return FolderExport(Path(address))
    bucket, _, prefix = address.removeprefix(SCHEME).partition("/")
    if settings.s3_endpoint is None or not bucket:
        raise ExportError(
            messages.EXPORT_NO_STORE.format(address=address), advice=messages.EXPORT_NO_STORE_ADVICE
        )
    account, secret = settings.s3_access_key, settings.s3_secret_key.get_secret_value()
    try:
        client = Client(settings.s3_endpoint, account, secret, secure=settings.s3_secure)
    except ValueError as error:
        raise unreachable(settings.s3_endpoint, error) from error
    return BucketExport(client, settings.s3_endpoint, bucket, prefix.strip("/"))


class FolderExport:
    """A folder on this host. Links that lead out of it aren't followed."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def entries(self) -> list[Entry]:
        """What lies in the folder itself."""
        if not self._root.is_dir():
            raise ExportError(
                messages.EXPORT_NO_FOLDER.format(path=self._root), advice=messages.EXPORT_NO_FOLDER_ADVICE
            )
        home = os.path.realpath(self._root)
        return [
            Entry(path.name, path.is_dir())
            for path in sorted(self._root.iterdir())
            if not path.name.startswith(_HIDDEN) and Path(os.path.realpath(path)).is_relative_to(home)
        ]

    def fetch(self, entry: Entry, target: Path, limit: int) -> Path:
        """The entry where it lies."""
        _ = target, limit
        return self._root / entry.name


class BucketExport:
    """The objects of a bucket whose keys begin with a prefix."""

    def __init__(self, client: Client, endpoint: str, bucket: str, prefix: str) -> None:
        self._client = client
        self._endpoint = endpoint
        self._bucket = bucket
        self._prefix = f"{prefix}/" if prefix else ""

    def entries(self) -> list[Entry]:
        """What lies right under the prefix."""
        found: list[Entry] = []
        with self._told():
            for each in self._client.list_objects(self._bucket, prefix=self._prefix):
                key = each.object_name or ""
                name = key.removeprefix(self._prefix).rstrip("/")
                if name and not name.startswith(_HIDDEN):
                    found.append(Entry(name, bool(each.is_dir)))
        return sorted(found)

    def fetch(self, entry: Entry, target: Path, limit: int) -> Path:
        """The entry's objects as files under `target`."""
        target.mkdir(parents=True)
        key = self._prefix + entry.name
        place = _inside(target, entry.name)
        if not entry.folder:
            self._download(key, place, limit)
            return place
        with self._told():
            objects = list(self._client.list_objects(self._bucket, prefix=f"{key}/", recursive=True))
        named = [(each.object_name or "", each.size or 0) for each in objects if not each.is_dir]
        _check_size(entry.name, sum(size for _, size in named), limit)
        place.mkdir()
        for name, _ in named:
            inner = name.removeprefix(f"{key}/")
            if inner and not inner.endswith("/"):
                self._download(name, _inside(place, inner), limit)
        return place

    def _download(self, key: str, place: Path, limit: int) -> None:
        with self._told():
            told = self._client.stat_object(self._bucket, key)
        _check_size(key, told.size or 0, limit)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as file, self._told():
                answer = self._client.get_object(self._bucket, key)
                try:
                    shutil.copyfileobj(answer, file, CHUNK)
                finally:
                    answer.close()
        except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
            raise _unfit(key) from error

    @contextmanager
    def _told(self) -> Generator[None]:
        try:
            yield
        except S3Error as error:
            raise StoreUnreachableError(
                messages.EXPORT_REFUSED.format(bucket=self._bucket, code=error.code),
                advice=messages.EXPORT_REFUSED_ADVICE,
                cause=str(error),
            ) from error
        except (HTTPError, MinioException) as error:
            raise unreachable(self._endpoint, error) from error


def _inside(folder: Path, name: str) -> Path:
    """The place of a name within a folder. EntryUnfitError where it leads out of it, or no disk can hold it."""
    parts = name.split("/")
    if any(part in {"", ".", ".."} or "\0" in part or len(os.fsencode(part)) > 255 for part in parts):
        raise _unfit(name)
    return folder.joinpath(*parts)


def _unfit(name: str) -> EntryUnfitError:
    return EntryUnfitError(
        messages.ENTRY_NAME.format(name=shown(name)[:200]), cause=f"no file can have the name {name!r}"
    )


def _check_size(name: str, size: int, limit: int) -> None:
    if size > limit:
        raise EntryUnfitError(
            messages.ENTRY_SIZE.format(name=shown(name)[:200], size=size >> 20, limit=limit >> 20)
        )
