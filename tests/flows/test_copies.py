"""A worker's copies: fetched once, there while somebody holds them, and bounded."""

import hashlib
import threading
from pathlib import Path

import pytest

from flows.copies import Copies
from vault.blobs import BlobMissingError
from vault.blobs_folder import FolderBlobs
from vault.originals import Originals


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(FolderBlobs(tmp_path / "store"))


@pytest.fixture
def copies(tmp_path: Path, originals: Originals) -> Copies:
    (tmp_path / "copies").mkdir()
    return Copies(tmp_path / "copies", originals, limit=10)


def put(originals: Originals, tmp_path: Path, content: bytes) -> str:
    path = tmp_path / "file"
    path.write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    originals.put(path, sha256=sha256, size=len(content))
    return sha256


def test_a_copy_is_there_while_it_is_held(copies: Copies, originals: Originals, tmp_path: Path) -> None:
    sha256 = put(originals, tmp_path, b"content")
    with copies.held(sha256) as path, copies.held(sha256) as again:
        assert path == again
        assert path.read_bytes() == b"content"


def test_copies_that_nobody_holds_go_when_there_is_too_much(
    copies: Copies, originals: Originals, tmp_path: Path
) -> None:
    first, second, third = (put(originals, tmp_path, content) for content in (b"first", b"second", b"third"))
    with copies.held(first) as oldest, copies.held(second) as held:
        with copies.held(third) as newest:
            pass
        assert oldest.exists()
        assert held.exists()
        assert not newest.exists(), "the only one that nobody holds"
    assert not (oldest.exists() and held.exists())


def test_many_who_want_a_copy_at_once_all_have_it(
    copies: Copies, originals: Originals, tmp_path: Path
) -> None:
    sha256 = put(originals, tmp_path, b"content")
    found: list[bytes] = []

    def look() -> None:
        with copies.held(sha256) as path:
            found.append(path.read_bytes())

    threads = [threading.Thread(target=look) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [b"content"] * len(threads)


def test_a_file_that_is_at_hand_need_not_be_fetched(copies: Copies, tmp_path: Path) -> None:
    path = tmp_path / "member"
    path.write_bytes(b"content")
    sha256 = copies.keep(path)
    assert sha256 == copies.keep(path) == hashlib.sha256(b"content").hexdigest()
    with copies.held(sha256) as copy:
        assert copy.read_bytes() == b"content"


def test_what_is_not_kept_is_told(copies: Copies) -> None:
    with pytest.raises(BlobMissingError), copies.held("0" * 64):
        pass
