"""Readings that are kept: found again by content and version, and never half."""

import gzip
import threading
from pathlib import Path

import pytest

from dossier.geometry import Point, Quad
from dossier.page import Line, Page, Reading
from vault import blobs_folder
from vault.blobs import StoreFullError, StoreUnreachableError
from vault.blobs_folder import FolderBlobs
from vault.readings import ReadingStore

CONTENT = "ab" + "0" * 62


def reading(words: str = "评估等级证书", *, sha256: str = CONTENT, reader: str = "readers-1") -> Reading:
    quad = Quad(Point(0.1, 0.1), Point(0.5, 0.1), Point(0.5, 0.2), Point(0.1, 0.2))
    line = Line(text=words, quad=quad, confidence=0.93, origin="ocr")
    page = Page(number=1, width=1000, height=1414, origin="ocr", lines=(line,))
    return Reading(sha256=sha256, reader=reader, media_type="image/jpeg", pages=(page,))


@pytest.fixture
def store(tmp_path: Path) -> ReadingStore:
    return ReadingStore(FolderBlobs(tmp_path), "readers-1")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def damage(file: Path, content: bytes) -> None:
    file.chmod(0o600)
    file.write_bytes(content)


def test_a_reading_comes_back_as_it_was(store: ReadingStore) -> None:
    store.put(reading())
    assert store.get(CONTENT) == reading()


def test_what_was_never_kept_is_not_there(store: ReadingStore) -> None:
    assert store.get(CONTENT) is None


def test_another_version_of_the_readers_reads_anew(store: ReadingStore, tmp_path: Path) -> None:
    store.put(reading())
    assert ReadingStore(FolderBlobs(tmp_path), "readers-2").get(CONTENT) is None


def test_the_same_reading_gives_the_same_bytes(store: ReadingStore, tmp_path: Path) -> None:
    store.put(reading())
    first = files(tmp_path)[0].read_bytes()
    store.put(reading())
    assert [path.read_bytes() for path in files(tmp_path)] == [first]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no gzip",
        gzip.compress(reading().model_dump_json().encode())[:-9],
        gzip.compress(b"{}"),
        gzip.compress(reading(sha256="cd" + "0" * 62).model_dump_json().encode()),
        gzip.compress(reading(reader="readers-0").model_dump_json().encode()),
    ],
    ids=["empty", "foreign", "cut short", "no reading", "of another content", "of another version"],
)
def test_a_damaged_reading_counts_as_absent_and_can_be_replaced(
    store: ReadingStore, tmp_path: Path, content: bytes
) -> None:
    store.put(reading())
    damage(files(tmp_path)[0], content)
    assert store.get(CONTENT) is None
    store.put(reading())
    assert store.get(CONTENT) == reading()


def test_a_write_that_fails_keeps_nothing(
    store: ReadingStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(blobs_folder.os, "fsync", full)
    with pytest.raises(StoreFullError, match="已满"):
        store.put(reading())
    assert store.get(CONTENT) is None
    assert files(tmp_path) == []


def test_the_first_of_two_readings_stands(store: ReadingStore) -> None:
    store.put(reading("先"))
    store.put(reading("后"))
    assert store.get(CONTENT) == reading("先")


def test_a_reading_that_an_earlier_release_kept_is_found(store: ReadingStore, tmp_path: Path) -> None:
    place = tmp_path / "readings" / "readers-1" / "ab" / f"{CONTENT}.json.gz"
    place.parent.mkdir(parents=True)
    place.write_bytes(gzip.compress(reading().model_dump_json().encode(), compresslevel=3, mtime=0))
    assert store.get(CONTENT) == reading()


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "readings").write_text("")
    blocked = ReadingStore(FolderBlobs(tmp_path), "readers-1")
    assert blocked.get(CONTENT) is None
    with pytest.raises(StoreUnreachableError, match="不能读写"):
        blocked.put(reading())


def test_readers_see_whole_readings_while_others_write(store: ReadingStore) -> None:
    words = [f"{number}" * 2000 for number in range(8)]
    writers = [threading.Thread(target=store.put, args=(reading(text),)) for text in words]
    for writer in writers:
        writer.start()
    seen = [store.get(CONTENT) for _ in range(20)]
    for writer in writers:
        writer.join()
    kept = store.get(CONTENT)
    assert kept is not None
    assert kept.pages[0].lines[0].text in words
    assert all(found in (None, kept) for found in seen)
