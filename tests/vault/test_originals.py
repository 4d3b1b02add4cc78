"""Originals: found by their content, never other than they came, and what is wrong with them is named."""

import os
import tracemalloc
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.vault.faces import Face, sha256
from vault.blobs import (
    BlobAlteredError,
    BlobLockedError,
    BlobMissingError,
    BlobTakenError,
    ContentMismatchError,
)
from vault.blobs_minio import PART
from vault.checking import Fault, FaultCode, check
from vault.originals import KIND, Originals

CONTENT = "评估等级证书".encode() * 1000
HASH = sha256(CONTENT)
KEY = f"originals/{HASH[:2]}/{HASH}"
ALTERED = CONTENT.replace("级".encode(), "次".encode())
UNTIL = date(2099, 6, 30)


@pytest.fixture
def originals(face: Face) -> Originals:
    return Originals(face.blobs, UNTIL)


def keep(originals: Originals, content: bytes = CONTENT) -> str:
    originals.put(BytesIO(content), sha256=sha256(content), size=len(content))
    return sha256(content)


def test_a_file_is_found_by_its_content(originals: Originals, tmp_path: Path) -> None:
    assert not originals.has(HASH)
    file = tmp_path / "证书.pdf"
    file.write_bytes(CONTENT)
    originals.put(file, sha256=HASH, size=len(CONTENT))
    originals.put(BytesIO(CONTENT), sha256=HASH, size=len(CONTENT))
    assert originals.has(HASH)
    with originals.open(HASH) as stream:
        assert stream.read() == CONTENT
    assert file.read_bytes() == CONTENT


def test_a_file_is_kept_until_the_day(originals: Originals, face: Face) -> None:
    keep(originals)
    assert face.blobs.kept_until(KEY) == UNTIL
    with pytest.raises(BlobLockedError, match="2099-06-30"):
        face.blobs.delete(KEY)
    assert originals.has(HASH)


def test_without_a_day_a_file_may_be_deleted(face: Face) -> None:
    originals = Originals(face.blobs)
    keep(originals)
    face.blobs.delete(KEY)
    assert not originals.has(HASH)


def test_bytes_of_another_hash_are_never_kept(originals: Originals, face: Face) -> None:
    with pytest.raises(ContentMismatchError, match=HASH):
        originals.put(BytesIO(ALTERED), sha256=HASH, size=len(CONTENT))
    assert not originals.has(HASH)
    assert list(check(face.blobs, KIND, [])) == []


def test_a_fetched_file_is_whole_and_the_rest_of_the_folder_untouched(
    originals: Originals, tmp_path: Path
) -> None:
    keep(originals)
    target = tmp_path / "cache" / "ab" / HASH
    assert originals.fetch(HASH, target) == target
    assert target.read_bytes() == CONTENT
    assert [path.name for path in target.parent.iterdir()] == [HASH]


def test_fetching_mends_a_damaged_target_and_leaves_a_sound_one(originals: Originals, tmp_path: Path) -> None:
    keep(originals)
    target = tmp_path / "file"
    target.write_bytes(ALTERED)
    originals.fetch(HASH, target)
    assert target.read_bytes() == CONTENT
    before = target.stat()
    originals.fetch(HASH, target)
    assert target.stat().st_ino == before.st_ino
    with originals.open(HASH) as stream:
        assert stream.read() == CONTENT


def test_what_is_missing_can_not_be_fetched(originals: Originals, tmp_path: Path) -> None:
    with pytest.raises(BlobMissingError, match=HASH):
        originals.fetch(HASH, tmp_path / "file")
    assert not (tmp_path / "file").exists()
    with pytest.raises(BlobMissingError), originals.open(HASH):
        pass


@pytest.mark.parametrize("content", [ALTERED, CONTENT[:-1], b""], ids=["as long", "cut", "emptied"])
def test_altered_bytes_are_never_handed_out_as_the_original(
    originals: Originals, face: Face, tmp_path: Path, content: bytes
) -> None:
    keep(originals)
    face.alter(KEY, content)
    with pytest.raises(BlobAlteredError, match=HASH):
        originals.fetch(HASH, tmp_path / "file")
    assert not (tmp_path / "file").exists()
    with pytest.raises(BlobAlteredError, match=HASH), originals.open(HASH) as stream:
        list(iter(lambda: stream.read(1000), b""))
    with pytest.raises(BlobTakenError):
        keep(originals)


def test_check_names_what_is_missing_altered_and_unknown(originals: Originals, face: Face) -> None:
    sound, lost, edited, surplus = (keep(originals, bytes([number]) * 100) for number in range(4))
    face.remove(f"originals/{lost[:2]}/{lost}")
    face.alter(f"originals/{edited[:2]}/{edited}", b"edited")
    never = sha256(b"never came")
    faults = list(check(face.blobs, KIND, [sound, lost, edited, never, sound]))
    assert sorted(faults, key=lambda fault: fault.code) == [
        Fault(edited, FaultCode.ALTERED, sha256(b"edited")),
        *(Fault(each, FaultCode.MISSING) for each in sorted([lost, never])),
        Fault(surplus, FaultCode.UNKNOWN),
    ]


def test_what_was_taken_away_can_be_put_back(originals: Originals, face: Face) -> None:
    keep(originals)
    face.remove(KEY)
    assert list(check(face.blobs, KIND, [HASH])) == [Fault(HASH, FaultCode.MISSING)]
    keep(originals)
    assert list(check(face.blobs, KIND, [HASH])) == []


def test_what_is_deleted_while_the_rest_is_checked_is_told_as_missing_if_at_all(face: Face) -> None:
    originals = Originals(face.blobs)
    first, second = sorted(keep(originals, bytes([number]) * 100) for number in range(2))
    face.alter(f"originals/{first[:2]}/{first}", b"edited")
    faults = check(face.blobs, KIND, [second])
    assert next(faults) == Fault(first, FaultCode.ALTERED, sha256(b"edited"))
    face.blobs.delete(f"originals/{second[:2]}/{second}")
    assert list(faults) == [Fault(first, FaultCode.UNKNOWN), Fault(second, FaultCode.MISSING)]
    assert list(check(face.blobs, KIND, [])) == [
        Fault(first, FaultCode.ALTERED, sha256(b"edited")),
        Fault(first, FaultCode.UNKNOWN),
    ]


def test_a_large_file_goes_in_and_out_in_little_memory(
    originals: Originals, face: Face, tmp_path: Path
) -> None:
    file = tmp_path / "volume.pdf"
    with file.open("wb") as stream:
        for _ in range(40):
            stream.write(os.urandom(1 << 20))
    content = file.read_bytes()
    known = sha256(content)
    del content
    tracemalloc.start()
    try:
        originals.put(file, sha256=known, size=40 << 20)
        originals.fetch(known, tmp_path / "fetched")
        assert list(check(face.blobs, KIND, [known])) == []
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2.5 * PART
    assert sha256((tmp_path / "fetched").read_bytes()) == known
