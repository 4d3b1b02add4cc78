"""Files of reports are kept by their content."""

from pathlib import Path

import pytest

from vault.blobs import BlobMissingError
from vault.blobs_folder import FolderBlobs
from vault.report_files import ReportFileStore


def test_what_is_put_is_found_by_its_hash_and_putting_it_again_changes_nothing(tmp_path: Path) -> None:
    store = ReportFileStore(FolderBlobs(tmp_path))
    sha256 = store.put(b"%PDF-1.7")
    assert store.put(b"%PDF-1.7") == sha256
    with store.open(sha256) as stream:
        assert stream.read() == b"%PDF-1.7"
    with pytest.raises(BlobMissingError), store.open("0" * 64):
        pass
