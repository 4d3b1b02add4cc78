"""Opens a file with the reader for its content."""

import hashlib
import logging
import struct
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.page import Problem, ProblemCode
from extractors.readers import limits, messages, sniff
from extractors.readers.errors import (
    CorruptFile,
    EmptyFile,
    FileTooLarge,
    ReaderError,
    ReaderFailed,
    UnsupportedFile,
)
from extractors.readers.model import Inspection, PageReading, Source
from extractors.readers.naming import mislabelled

if TYPE_CHECKING:
    from extractors.readers.model import MemberName

_LOG = logging.getLogger(__name__)

PARSER_ERRORS = (
    OSError, ValueError, ArithmeticError, LookupError, TypeError, AttributeError, SyntaxError, AssertionError,
    NotImplementedError, EOFError, RecursionError, zipfile.BadZipFile, zlib.error, struct.error,
)  # fmt: skip
"""What libraries raise on bytes that make no sense."""


def open_source(path: Path, media_type: str) -> Source:
    """The opened file. Raises a ReaderError that says in Chinese what is wrong."""
    if media_type == sniff.PDF:
        from extractors.readers.pdf import PdfSource

        return PdfSource(path)
    if media_type in sniff.IMAGES:
        from extractors.readers.image import ImageSource

        return ImageSource(path)
    if media_type == sniff.DOCX:
        from extractors.readers.docx import open_docx

        return open_docx(path)
    if media_type == sniff.DOC:
        from extractors.readers.doc import open_doc

        return open_doc(path)
    if media_type in (sniff.XLSX, sniff.XLS):
        from extractors.readers.sheets import open_xls, open_xlsx

        return open_xlsx(path) if media_type == sniff.XLSX else open_xls(path)
    if media_type in (sniff.HTML, sniff.TEXT):
        from extractors.readers.html import open_html, open_text

        return open_html(path) if media_type == sniff.HTML else open_text(path)
    if media_type == sniff.OFD:
        from extractors.readers.ofd import OfdSource

        return OfdSource(path)
    raise UnsupportedFile(messages.UNSUPPORTED.format(what=messages.type_name(media_type)))


def guarded_open(path: Path, media_type: str) -> Source:
    """The opened file; what a parser chokes on is a corrupt file, told as such and logged."""
    try:
        return open_source(path, media_type)
    except PARSER_ERRORS as error:
        _LOG.warning("could not open %s as %s", path, media_type, exc_info=True)
        raise CorruptFile(messages.CORRUPT) from error


def guarded_read(source: Source, index: int) -> PageReading:
    """The page; where the program fails on it, that is told as the page's problem and logged."""
    try:
        return source.read(index)
    except PARSER_ERRORS as error:
        _LOG.warning("could not read page %d", index + 1, exc_info=True)
        raise ReaderFailed(messages.READER_ERROR_PAGE.format(page=index + 1)) from error


def digest(path: Path) -> str:
    """sha256 of the file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def inspect(path: Path, name: str | None = None) -> Inspection:
    """What the file is and how many pages it has, by its content. `name` is what the applicant called it.

    Never raises for what is in a file: a file that can't be read has a fatal problem.
    """
    size = path.stat().st_size
    sha256 = digest(path)
    media_type = "application/octet-stream"
    problems: list[Problem] = []
    members: tuple[MemberName, ...] = ()
    pages = 0
    try:
        if size == 0:
            raise EmptyFile(messages.EMPTY)
        media_type = sniff.media_type(path)
        told = mislabelled(name or path.name, media_type)
        if told is not None:
            problems.append(told)
        if media_type == sniff.ZIP:
            from extractors.readers.archive import list_members

            members = list_members(path)
        else:
            if size > limits.MAX_FILE_BYTES:
                mebibytes = 1024 * 1024
                raise FileTooLarge(
                    messages.TOO_LARGE_FILE.format(
                        size=size // mebibytes, limit=limits.MAX_FILE_BYTES // mebibytes
                    )
                )
            source = guarded_open(path, media_type)
            try:
                pages = source.page_count
                problems.extend(source.problems)
            finally:
                source.close()
            if pages > limits.MAX_PAGES:
                message = messages.TOO_MANY_PAGES.format(pages=pages, limit=limits.MAX_PAGES)
                problems.append(Problem(code=ProblemCode.TOO_MANY_PAGES, message=message, fatal=False))
                pages = limits.MAX_PAGES
    except ReaderError as error:
        problems.append(error.problem())
    return Inspection(
        media_type=media_type,
        sha256=sha256,
        size=size,
        page_count=pages,
        problems=tuple(problems),
        members=members,
    )
