"""Bytes become pages of lines: `inspect` a file, `read_files` and `read_grids` through processes, `render_page` for what people see."""

from extractors.readers.archive import Unpacked, Unpacking, unpack
from extractors.readers.assembly import assemble, unread_page
from extractors.readers.model import Inspection, MemberName, PageReading
from extractors.readers.naming import under_name
from extractors.readers.pool import PageAnswer, ReaderPool, read_files, read_grids
from extractors.readers.render import read_file, read_page, render_page
from extractors.readers.sources import digest, inspect
from extractors.readers.version import READER_VERSION

__all__ = [
    "READER_VERSION",
    "Inspection",
    "MemberName",
    "PageAnswer",
    "PageReading",
    "ReaderPool",
    "Unpacked",
    "Unpacking",
    "assemble",
    "digest",
    "inspect",
    "read_file",
    "read_files",
    "read_grids",
    "read_page",
    "render_page",
    "under_name",
    "unpack",
    "unread_page",
]
