"""Reading and drawing without a pool, in this process: for tests, for tools, and for files that are trusted."""

from pathlib import Path
from typing import TYPE_CHECKING

from dossier.page import Reading
from extractors.readers.assembly import assemble, empty_page
from extractors.readers.errors import ReaderError
from extractors.readers.model import PageReading
from extractors.readers.sources import guarded_open, guarded_read, inspect

if TYPE_CHECKING:
    from PIL.Image import Image


def read_page(path: Path, media_type: str, number: int) -> PageReading:
    """One page, counted from 1. Raises a ReaderError where the file or the page can't be read."""
    source = guarded_open(path, media_type)
    try:
        return guarded_read(source, number - 1)
    finally:
        source.close()


def read_file(path: Path, name: str | None = None) -> Reading:
    """The whole file, read in this process."""
    inspection = inspect(path, name)
    pages: list[PageReading] = []
    if inspection.page_count:
        source = guarded_open(path, inspection.media_type)
        try:
            for index in range(inspection.page_count):
                try:
                    pages.append(guarded_read(source, index))
                except ReaderError as error:
                    problem = error.problem(index + 1)
                    pages.append(PageReading(page=empty_page(index + 1), problems=(problem,)))
        finally:
            source.close()
    return assemble(inspection, pages)


def render_page(path: Path, reading: Reading, number: int, dpi: int = 110) -> "Image":
    """The page, counted from 1, as RGB pixels standing upright as it was read. Raises a ReaderError.

    This opens the upload in this process; `ReaderPool.render_page` does the same in a confined one.
    """
    from extractors.readers.pixels import turned_image

    source = guarded_open(path, reading.media_type)
    try:
        return turned_image(source.render(number - 1, dpi), reading.pages[number - 1].turned)
    finally:
        source.close()
