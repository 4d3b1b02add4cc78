"""From one store to the other: all of it, as it was, and as long to be kept."""

import itertools
import os
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.servers import ObjectStore
from tests.vault.faces import Bucket, Face, Folder, put, sha256
from vault.blobs import BlobLockedError, Blobs
from vault.blobs_minio import PART
from vault.copying import Outcome, copy
from vault.originals import Originals

FAR = date(2099, 12, 31)
SMALL, LARGE = b"small", os.urandom(PART + 1)
OTHERS = {
    "readings/readers-3/ab/abcd.json.gz": b"reading",
    f"reports/{sha256(b'report')[:2]}/{sha256(b'report')}": b"report",
    "trail/2026-11-24.json": b"head",
}


def original(content: bytes) -> str:
    return f"originals/{sha256(content)[:2]}/{sha256(content)}"


@pytest.fixture(params=["folder to bucket", "bucket to folder"])
def faces(request: pytest.FixtureRequest, tmp_path: Path, object_store: ObjectStore) -> tuple[Face, Face]:
    folder, bucket = Folder(tmp_path / "data"), Bucket(object_store, object_store.new_bucket())
    return (folder, bucket) if request.param == "folder to bucket" else (bucket, folder)


@pytest.fixture
def source(faces: tuple[Face, Face]) -> Face:
    """A store with some of everything."""
    there = faces[0]
    originals = Originals(there.blobs, FAR)
    for content in (SMALL, LARGE):
        put_original(originals, content)
    for key, content in OTHERS.items():
        put(there.blobs, key, content)
    return there


@pytest.fixture
def target(faces: tuple[Face, Face]) -> Face:
    return faces[1]


def put_original(originals: Originals, content: bytes) -> None:
    originals.put(BytesIO(content), sha256=sha256(content), size=len(content))


def contents(store: Blobs) -> dict[str, bytes]:
    kinds = ("originals/", "readings/", "reports/", "trail/")
    return {key: store.get(key) for kind in kinds for key in store.keys(kind)}


def outcomes(source: Face, target: Face) -> dict[str, Outcome]:
    return {done.key: done.outcome for done in copy(source.blobs, target.blobs)}


def test_all_is_copied_with_the_days_and_the_source_stays(source: Face, target: Face) -> None:
    before = contents(source.blobs)
    assert set(outcomes(source, target).values()) == {Outcome.COPIED}
    assert contents(target.blobs) == contents(source.blobs) == before
    for content in (SMALL, LARGE):
        assert target.blobs.kept_until(original(content)) == FAR
        with pytest.raises(BlobLockedError):
            target.blobs.delete(original(content))
    assert all(target.blobs.kept_until(key) is None for key in OTHERS)


def test_a_copy_that_was_cut_short_is_taken_up(source: Face, target: Face) -> None:
    first = [done.key for done in itertools.islice(copy(source.blobs, target.blobs), 2)]
    later = outcomes(source, target)
    assert [key for key, outcome in later.items() if outcome is Outcome.THERE] == first
    assert [key for key, outcome in later.items() if outcome is Outcome.COPIED] == list(later)[2:]
    assert set(outcomes(source, target).values()) == {Outcome.THERE}
    assert contents(target.blobs) == contents(source.blobs)


def test_an_altered_original_is_not_copied_and_the_rest_is(source: Face, target: Face) -> None:
    source.alter(original(SMALL), b"other")
    told = outcomes(source, target)
    assert told.pop(original(SMALL)) is Outcome.ALTERED
    assert set(told.values()) == {Outcome.COPIED}
    assert not Originals(target.blobs).has(sha256(SMALL))


def test_what_stands_in_the_target_is_never_replaced(source: Face, target: Face) -> None:
    put(target.blobs, "trail/2026-11-24.json", b"another head")
    put(target.blobs, "readings/readers-3/ab/abcd.json.gz", b"another reading")
    told = outcomes(source, target)
    assert told["trail/2026-11-24.json"] is Outcome.TAKEN
    assert told["readings/readers-3/ab/abcd.json.gz"] is Outcome.THERE
    assert target.blobs.get("trail/2026-11-24.json") == b"another head"
    assert target.blobs.get("readings/readers-3/ab/abcd.json.gz") == b"another reading"


def test_a_day_is_brought_to_what_is_there_already(source: Face, target: Face) -> None:
    put_original(Originals(target.blobs), SMALL)
    assert outcomes(source, target)[original(SMALL)] is Outcome.THERE
    assert target.blobs.kept_until(original(SMALL)) == FAR


def test_what_is_deleted_while_the_rest_is_copied_is_no_fault(source: Face, target: Face) -> None:
    copying = copy(source.blobs, target.blobs)
    next(copying)
    for key in OTHERS:
        source.blobs.delete(key)
    assert {done.outcome for done in copying} == {Outcome.COPIED}
    assert set(contents(target.blobs)) == {original(SMALL), original(LARGE)}


def test_what_changes_between_two_looks_is_told(
    source: Face, target: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the first reading of a content and its copying, somebody else is at work on either side."""
    known = target.blobs.size

    def meanwhile(key: str) -> int | None:
        size = known(key)
        if key == original(SMALL):
            source.alter(key, b"other")
        elif key == original(LARGE):
            target.alter(key, b"other") if target.name == "bucket" else put(target.blobs, key, b"other")
        return size

    monkeypatch.setattr(target.blobs, "size", meanwhile)
    told = outcomes(source, target)
    assert told[original(SMALL)] is Outcome.ALTERED
    assert told[original(LARGE)] is Outcome.TAKEN
