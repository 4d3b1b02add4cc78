"""What holds for every store: whole or not at all, never replaced, kept until the day."""

import os
import threading
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import BinaryIO, cast

import pytest

from dossier.dates import CHINA
from tests.vault.faces import Face, put, sha256
from vault import blobs
from vault.blobs import (
    BlobLockedError,
    BlobMissingError,
    Blobs,
    BlobTakenError,
    ContentMismatchError,
    StoreError,
)
from vault.blobs_minio import PART

KEY = "reports/S1/report.json"
FAR = date(2099, 12, 31)
LARGE = PART + 12345


class Trickle:
    """A source that gives less than it is asked for, as a socket does."""

    def __init__(self, content: bytes, at_once: int) -> None:
        self._stream = BytesIO(content)
        self._at_once = at_once

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(min(size, self._at_once) if size >= 0 else self._at_once)


@pytest.mark.parametrize("size", [0, 1, 100_000, PART, LARGE, 2 * PART])
@pytest.mark.parametrize("told", [True, False], ids=["with its hash", "without"])
def test_a_content_comes_back_as_it_was(store: Blobs, size: int, told: bool) -> None:
    content = os.urandom(size)
    put(store, KEY, content, sha256=sha256(content) if told else None)
    assert store.get(KEY) == content
    assert store.size(KEY) == size
    with store.open(KEY) as stream:
        assert stream.read(10) == content[:10]
        assert stream.read() == content[10:]


def test_a_source_may_give_little_at_a_time(store: Blobs) -> None:
    content = os.urandom(LARGE)
    store.put(KEY, cast("BinaryIO", Trickle(content, 60_001)), size=LARGE, sha256=sha256(content))
    assert store.get(KEY) == content


def test_what_was_never_put_is_missing(store: Blobs) -> None:
    assert store.size(KEY) is None
    with pytest.raises(BlobMissingError, match=KEY):
        store.get(KEY)
    with pytest.raises(BlobMissingError, match=KEY), store.open(KEY):
        pass
    with pytest.raises(BlobMissingError, match=KEY):
        store.kept_until(KEY)
    store.delete(KEY)


def test_the_same_content_twice_is_kept_once(store: Blobs) -> None:
    put(store, KEY, b"same")
    put(store, KEY, b"same")
    assert list(store.keys("reports/")) == [KEY]
    assert store.get(KEY) == b"same"


@pytest.mark.parametrize("other", [b"2nd", b"second, longer"], ids=["of the same size", "of another size"])
def test_another_content_never_takes_the_place_of_one_that_is_kept(store: Blobs, other: bytes) -> None:
    put(store, KEY, b"1st")
    with pytest.raises(BlobTakenError, match=KEY):
        put(store, KEY, other)
    assert store.get(KEY) == b"1st"


@pytest.mark.parametrize("size", [20, LARGE])
def test_a_key_holds_one_of_the_contents_that_race_for_it_once_and_whole(store: Blobs, size: int) -> None:
    same = os.urandom(size)
    failed: list[BaseException] = []

    def race() -> None:
        try:
            put(store, KEY, same, sha256=sha256(same))
        except StoreError as error:
            failed.append(error)

    racers = [threading.Thread(target=race) for _ in range(6)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert failed == []
    assert store.get(KEY) == same


def test_of_different_contents_that_race_one_wins_and_the_others_are_told(store: Blobs) -> None:
    contents = [bytes([number]) * 5000 for number in range(8)]
    won: list[bytes] = []
    told: list[BlobTakenError] = []

    def race(content: bytes) -> None:
        try:
            put(store, KEY, content)
            won.append(content)
        except BlobTakenError as error:
            told.append(error)

    racers = [threading.Thread(target=race, args=(content,)) for content in contents]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert [store.get(KEY)] == won
    assert len(told) == len(contents) - 1


@pytest.mark.parametrize("size", [50, LARGE])
@pytest.mark.parametrize("fault", ["another hash", "too short", "too long"])
def test_bytes_that_are_not_what_was_announced_are_refused_and_nothing_is_kept(
    face: Face, size: int, fault: str
) -> None:
    content = os.urandom(size)
    announced = {"another hash": size, "too short": size + 1, "too long": size - 1}[fault]
    expected = sha256(b"other") if fault == "another hash" else sha256(content)
    with pytest.raises(ContentMismatchError):
        face.blobs.put(KEY, BytesIO(content), size=announced, sha256=expected)
    assert face.blobs.size(KEY) is None
    assert list(face.blobs.keys("reports/")) == []
    put(face.blobs, KEY, content, sha256=sha256(content))
    assert face.blobs.get(KEY) == content


def test_keys_are_listed_by_prefix_and_in_order(store: Blobs) -> None:
    for key in ("trail/2026-11-24.json", "trail/2026-11-23.json", "reports/b/1", "reports/b/10", "reports/a"):
        put(store, key, key.encode())
    assert list(store.keys("trail/")) == ["trail/2026-11-23.json", "trail/2026-11-24.json"]
    assert list(store.keys("reports/")) == ["reports/a", "reports/b/1", "reports/b/10"]
    assert list(store.keys("reports/b/1")) == ["reports/b/1", "reports/b/10"]
    assert list(store.keys("originals/")) == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "reports",
        "reports/",
        "/reports/a",
        "reports/../a",
        "reports/.a",
        "reports/a//b",
        "secrets/a",
        "reports/证",
    ],
)
def test_a_key_that_is_none_is_the_callers_fault(store: Blobs, key: str) -> None:
    for use in (store.get, store.size, store.delete, store.kept_until):
        with pytest.raises(ValueError, match="no key"):
            use(key)
    with pytest.raises(ValueError, match="no key"):
        put(store, key, b"")


@pytest.mark.parametrize("prefix", ["", "reports", "secrets/", "reports/../"])
def test_a_prefix_that_no_key_has_is_the_callers_fault(store: Blobs, prefix: str) -> None:
    with pytest.raises(ValueError, match="no prefix"):
        store.keys(prefix)


def test_what_is_deleted_is_gone_and_may_be_put_anew(store: Blobs) -> None:
    put(store, KEY, b"draft")
    put(store, f"{KEY}.other", b"stays")
    store.delete(KEY)
    assert store.size(KEY) is None
    put(store, KEY, b"another")
    assert store.get(KEY) == b"another"
    assert store.get(f"{KEY}.other") == b"stays"


@pytest.mark.parametrize("size", [10, LARGE])
def test_what_has_to_be_kept_can_not_be_deleted(face: Face, size: int) -> None:
    content = os.urandom(size)
    put(face.blobs, KEY, content, sha256=sha256(content), keep_until=FAR)
    for store in (face.blobs, face.again()):
        assert store.kept_until(KEY) == FAR
        with pytest.raises(BlobLockedError, match="2099-12-31"):
            store.delete(KEY)
    assert face.blobs.get(KEY) == content


def test_a_day_is_put_off_but_never_brought_forward(store: Blobs) -> None:
    put(store, KEY, b"x")
    assert store.kept_until(KEY) is None
    for day, kept in ((date(2098, 1, 1), date(2098, 1, 1)), (FAR, FAR), (date(2097, 1, 1), FAR)):
        put(store, KEY, b"x", keep_until=day)
        assert store.kept_until(KEY) == kept
    put(store, KEY, b"x")
    assert store.kept_until(KEY) == FAR


def test_a_day_that_is_over_keeps_nothing(store: Blobs) -> None:
    put(store, KEY, b"x", keep_until=date(2020, 1, 1))
    store.delete(KEY)
    assert store.size(KEY) is None


def test_today_is_not_over(store: Blobs) -> None:
    today = datetime.now(CHINA).date()
    put(store, KEY, b"x", keep_until=today)
    assert store.kept_until(KEY) == today
    with pytest.raises(BlobLockedError):
        store.delete(KEY)
    assert blobs.is_kept(today)
    assert not blobs.is_kept(today - timedelta(days=1))


def test_refused_bytes_leave_no_day_behind(store: Blobs) -> None:
    with pytest.raises(ContentMismatchError):
        store.put(KEY, BytesIO(b"x"), size=1, sha256=sha256(b"y"), keep_until=FAR)
    put(store, KEY, b"y")
    store.delete(KEY)
    assert store.size(KEY) is None
