"""Every test of the store runs against a folder and against a real S3 server."""

from pathlib import Path

import pytest

from tests.servers import ObjectStore
from tests.vault.faces import Bucket, Face, Folder
from vault.blobs import Blobs


@pytest.fixture(params=["folder", "bucket"])
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Face:
    """An empty store of either kind."""
    if request.param == "folder":
        return Folder(tmp_path / "data")
    server: ObjectStore = request.getfixturevalue("object_store")
    return Bucket(server, server.new_bucket())


@pytest.fixture
def store(face: Face) -> Blobs:
    """The store itself."""
    return face.blobs


@pytest.fixture
def bucket(object_store: ObjectStore) -> Bucket:
    """An empty bucket."""
    return Bucket(object_store, object_store.new_bucket())
