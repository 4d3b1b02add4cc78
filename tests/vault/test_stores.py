"""Settings and addresses lead to the store that they name."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.servers import ObjectStore
from tests.vault.faces import put
from vault.blobs import StoreUnreachableError
from vault.blobs_folder import FolderBlobs
from vault.blobs_minio import MinioBlobs
from vault.stores import open_address, open_blobs

KEY = "reports/a"
SECRET = SecretStr(ObjectStore.secret_key)


@dataclass(frozen=True)
class Chosen:
    """Settings."""

    data: Path
    s3_endpoint: str | None = None
    s3_access_key: str = ObjectStore.access_key
    s3_secret_key: SecretStr = SECRET
    s3_bucket: str = "hezheng"
    s3_secure: bool = False


def test_without_an_endpoint_the_data_folder_is_the_store(tmp_path: Path) -> None:
    store = open_blobs(Chosen(tmp_path))
    assert isinstance(store, FolderBlobs)
    put(store, KEY, b"x")
    assert (tmp_path / KEY).read_bytes() == b"x"


def test_opening_sweeps_away_what_a_killed_process_left(tmp_path: Path) -> None:
    put(open_blobs(Chosen(tmp_path)), KEY, b"x")
    left = tmp_path / ".new" / "left"
    left.write_bytes(b"half")
    past = time.time() - 7 * 24 * 3600
    os.utime(left, (past, past))
    open_blobs(Chosen(tmp_path))
    assert not left.exists()


def test_an_endpoint_leads_to_the_bucket(tmp_path: Path, object_store: ObjectStore) -> None:
    chosen = Chosen(tmp_path, s3_endpoint=object_store.endpoint, s3_bucket=object_store.new_bucket())
    store = open_blobs(chosen)
    assert isinstance(store, MinioBlobs)
    put(store, KEY, b"x")
    assert open_blobs(chosen).get(KEY) == b"x"
    assert list(tmp_path.iterdir()) == []


def test_an_address_is_a_folder_or_a_bucket(tmp_path: Path, object_store: ObjectStore) -> None:
    chosen = Chosen(tmp_path, s3_bucket=object_store.new_bucket())
    other = object_store.new_bucket()
    put(open_address(f"http://{object_store.endpoint}", chosen), KEY, b"of the settings")
    put(open_address(f"http://{object_store.endpoint}/{other}/", chosen), KEY, b"other")
    put(open_address(str(tmp_path / "folder"), chosen), KEY, b"folder")
    assert open_address(f"http://{object_store.endpoint}/{other}", chosen).get(KEY) == b"other"
    assert (tmp_path / "folder" / KEY).read_bytes() == b"folder"


def test_an_address_of_a_store_that_is_not_there_is_told(tmp_path: Path, object_store: ObjectStore) -> None:
    with pytest.raises(StoreUnreachableError, match="没有应答"):
        open_address("http://127.0.0.1:1/bucket", Chosen(tmp_path))
    with pytest.raises(StoreUnreachableError, match="没有应答"):  # TLS is asked for, and not spoken
        open_address(f"https://{object_store.endpoint}/bucket", Chosen(tmp_path))
