"""The records on both databases: every test that takes `records` or `url` runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vault.records.office import opened
from vault.blobs import Blobs
from vault.blobs_folder import FolderBlobs
from vault.records import Records


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'records.db'}"
    return request.getfixturevalue("postgres").new_database()


@pytest.fixture
def records(url: str) -> Iterator[Records]:
    """Records in an empty database."""
    found = opened(url)
    yield found
    found.close()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    """An empty store."""
    return FolderBlobs(tmp_path / "store")
