"""Zip containers of documents (docx, xlsx, ofd): parts within limits, XML without entities."""

import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extractors.readers import limits, messages
from extractors.readers.errors import CorruptFile, FileTooLarge
from extractors.readers.zips import open_zip

Element = Any
"""An lxml element."""

_BROKEN = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error)


class Package:
    """An opened container. Python's zipfile never gives more bytes than a part's header says, so headers bound it."""

    def __init__(self, path: Path) -> None:
        try:
            self._archive = open_zip(path)
        except _BROKEN as error:
            raise CorruptFile(messages.CORRUPT) from error
        self._sizes = {info.filename: info.file_size for info in self._archive.infolist()}
        if sum(self._sizes.values()) > limits.MAX_UNPACKED_BYTES or len(self._sizes) > limits.MAX_MEMBERS * 5:
            self.close()
            raise FileTooLarge(
                messages.TOO_LARGE_PART.format(limit=limits.MAX_UNPACKED_BYTES // 1024 // 1024)
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._archive.close()

    @property
    def names(self) -> list[str]:
        """The parts."""
        return list(self._sizes)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._sizes

    def data(self, name: str) -> bytes:
        """A part's bytes. Raises CorruptFile or FileTooLarge."""
        if self._sizes.get(name, 0) > limits.MAX_PART_BYTES:
            raise FileTooLarge(messages.TOO_LARGE_PART.format(limit=limits.MAX_PART_BYTES // 1024 // 1024))
        try:
            return self._archive.read(name)
        except (*_BROKEN, KeyError) as error:
            raise CorruptFile(messages.CORRUPT) from error

    def xml(self, name: str) -> Element:
        """A part as an lxml element. A document type, which these formats forbid, is refused."""
        return parse_xml(self.data(name))


def parse_xml(data: bytes) -> Element:
    """The root element, with no entity resolved and nothing fetched."""
    import lxml.etree as etree  # noqa: PLR0402 - known to pyright by this name only

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CorruptFile(messages.CORRUPT) from error
    if root.getroottree().docinfo.doctype:
        raise CorruptFile(messages.CORRUPT)
    return root
