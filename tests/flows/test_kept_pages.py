"""Pages to look at: drawn once by a confined process, in the widths that are asked for, never the upload itself."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from extractors.readers import READER_VERSION, read_file
from flows.errors import PageUndrawableError
from flows.kept_pages import READINGS, KeptPages, Width
from tests.extractors.readers import making
from vault.blobs_folder import FolderBlobs
from vault.originals import Originals
from vault.readings import ReadingStore


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobs:
    return FolderBlobs(tmp_path / "store")


@pytest.fixture
def pages(tmp_path: Path, blobs: FolderBlobs) -> Iterator[KeptPages]:
    pages = KeptPages(blobs, Originals(blobs, None), tmp_path / "data")
    yield pages
    pages.close()


@pytest.fixture
def certificate(tmp_path: Path, blobs: FolderBlobs) -> str:
    """The hash of a certificate that is kept and read."""
    path = making.pdf(tmp_path / "证书.pdf", making.certificate)
    reading = read_file(path)
    Originals(blobs, None).put(path, sha256=reading.sha256, size=path.stat().st_size)
    ReadingStore(blobs, READER_VERSION).put(reading)
    return reading.sha256


def test_a_page_is_drawn_once_in_each_width(pages: KeptPages, blobs: FolderBlobs, certificate: str) -> None:
    sheet = pages.image(certificate, READER_VERSION, 1, Width.SHEET)
    assert pages.image(certificate, READER_VERSION, 1, Width.SHEET) == sheet
    pages.image(certificate, READER_VERSION, 1, Width.STRIP)
    kept = list(blobs.keys("pages/"))
    assert [key.rpartition("/")[2] for key in kept] == ["1-1000.webp", "1-200.webp"]
    assert all(certificate in key and READER_VERSION in key for key in kept)
    image = Image.open(io.BytesIO(sheet))
    assert image.format == "WEBP"
    assert image.width == Width.SHEET
    assert image.height / image.width == pytest.approx(842 / 595, abs=0.01)


def test_a_kept_picture_needs_neither_the_file_nor_a_process(
    pages: KeptPages, blobs: FolderBlobs, tmp_path: Path, certificate: str
) -> None:
    drawn = pages.image(certificate, READER_VERSION, 1, Width.STRIP)
    for key in blobs.keys("originals/"):
        blobs.delete(key)
    again = KeptPages(blobs, Originals(blobs, None), tmp_path / "other")
    assert again.image(certificate, READER_VERSION, 1, Width.STRIP) == drawn
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(("reader", "page"), [(READER_VERSION, 2), ("readers-0", 1), ("../originals", 1)])
def test_a_page_that_was_not_read_is_not_drawn(
    pages: KeptPages, certificate: str, reader: str, page: int
) -> None:
    with pytest.raises(PageUndrawableError) as told:
        pages.image(certificate, reader, page, Width.SHEET)
    assert f"第 {page} 页" in told.value.what


def test_a_file_that_no_longer_is_what_was_read_is_told(
    pages: KeptPages, blobs: FolderBlobs, tmp_path: Path
) -> None:
    path = making.pdf(tmp_path / "证书.pdf", making.certificate)
    reading = read_file(path)
    broken = b"%PDF-1.4 noise %%EOF"
    (tmp_path / "broken").write_bytes(broken)
    sha256 = hashlib.sha256(broken).hexdigest()
    Originals(blobs, None).put(tmp_path / "broken", sha256=sha256, size=len(broken))
    ReadingStore(blobs, READER_VERSION).put(reading.model_copy(update={"sha256": sha256}))
    with pytest.raises(PageUndrawableError) as told:
        pages.image(sha256, READER_VERSION, 1, Width.SHEET)
    assert told.value.where
    assert not list(blobs.keys("pages/"))


def test_only_the_last_readings_are_held(pages: KeptPages, blobs: FolderBlobs, certificate: str) -> None:
    first = pages.reading(certificate, READER_VERSION)
    assert pages.reading(certificate, READER_VERSION) is first
    store = ReadingStore(blobs, READER_VERSION)
    assert first is not None
    for number in range(READINGS):
        store.put(first.model_copy(update={"sha256": f"{number:064x}"}))
        assert pages.reading(f"{number:064x}", READER_VERSION) is not None
    assert pages.reading(certificate, READER_VERSION) is not first
    assert pages.reading("f" * 64, READER_VERSION) is None
