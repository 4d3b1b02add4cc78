"""What a file is, by its content. The name is only compared with it."""

import zipfile
from pathlib import Path, PurePosixPath

from extractors.readers import messages
from extractors.readers.errors import CorruptFile, EncryptedFile, UnsupportedFile
from extractors.readers.plain import decode
from extractors.readers.zips import open_zip

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
GIF = "image/gif"
TIFF = "image/tiff"
BMP = "image/bmp"
WEBP = "image/webp"
HEIC = "image/heic"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
OFD = "application/ofd"
ZIP = "application/zip"
TEXT = "text/plain"
HTML = "text/html"

IMAGES = frozenset({JPEG, PNG, GIF, TIFF, BMP, WEBP, HEIC})

_SUFFIXES = {
    ".pdf": PDF, ".jpg": JPEG, ".jpeg": JPEG, ".jpe": JPEG, ".jfif": JPEG, ".png": PNG, ".gif": GIF,
    ".tif": TIFF, ".tiff": TIFF, ".bmp": BMP, ".webp": WEBP, ".heic": HEIC, ".heif": HEIC,
    ".docx": DOCX, ".docm": DOCX, ".xlsx": XLSX, ".xlsm": XLSX, ".doc": DOC, ".wps": DOC, ".xls": XLS,
    ".et": XLS, ".ofd": OFD, ".zip": ZIP, ".txt": TEXT, ".csv": TEXT, ".html": HTML, ".htm": HTML,
}  # fmt: skip

_PROGRAMS = frozenset(
    """
    .exe .com .scr .pif .bat .cmd .msi .dll .cpl .lnk .url .reg .js .jse .vbs .vbe .wsf .hta .ps1 .jar .chm .apk .sh
    .py .php .jsp .asp .aspx .svg .mht .mhtml .iso .dmg
    """.split()
)
"""Endings that no evidence has: whoever opens such a file runs it. Nothing here ever does, whatever it holds."""

_MAGIC: tuple[tuple[bytes | tuple[bytes, ...], str], ...] = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    ((b"GIF87a", b"GIF89a"), GIF),
    ((b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"), TIFF),
)

_HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif"}

_OTHERS = ((b"Rar!\x1a\x07", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gzip"))


def media_type(path: Path) -> str:
    """The media type by content. Raises UnsupportedFile, EncryptedFile (Office) or CorruptFile."""
    with path.open("rb") as file:
        head = file.read(4096)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if (kind := _by_structure(head)) is not None:
        return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _packed(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(path)
    for magic, name in _OTHERS:
        if head.startswith(magic):
            raise UnsupportedFile(messages.UNSUPPORTED_ARCHIVE.format(what=name))
    return PDF if b"%PDF-" in head[:1024] else _written(head)


def _by_structure(head: bytes) -> str | None:
    """Types that a few bytes at the start don't settle."""
    if head.startswith(b"BM") and len(head) > 18 and head[14] in (12, 40, 52, 56, 64, 108, 124):
        return BMP
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return HEIC
    return None


def _packed(path: Path) -> str:
    try:
        with open_zip(path) as archive:
            names = {info.filename for info in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise CorruptFile(messages.CORRUPT) from error
    if "word/document.xml" in names or "word/document2.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    if "OFD.xml" in names:
        return OFD
    if "ppt/presentation.xml" in names:
        raise UnsupportedFile(messages.UNSUPPORTED.format(what="演示文稿 pptx"))
    if "content.xml" in names and "mimetype" in names:
        raise UnsupportedFile(messages.UNSUPPORTED.format(what="OpenDocument"))
    return ZIP


def _compound(path: Path) -> str:
    import olefile

    try:
        with olefile.OleFileIO(str(path)) as ole:
            names = {"/".join(entry) for entry in ole.listdir()}
    except (OSError, ValueError, IndexError, TypeError, AttributeError) as error:
        raise CorruptFile(messages.CORRUPT) from error
    if "EncryptedPackage" in names:
        raise EncryptedFile(messages.ENCRYPTED_OFFICE)
    if "WordDocument" in names:
        return DOC
    if names & {"Workbook", "Book"}:
        return XLS
    raise UnsupportedFile(messages.UNSUPPORTED.format(what="旧版 Office 文件"))


def _written(head: bytes) -> str:
    if head.startswith(b"{\\rtf"):
        raise UnsupportedFile(messages.UNSUPPORTED.format(what="RTF"))
    text = decode(head, partial=True)
    if text is None:
        raise UnsupportedFile(messages.UNSUPPORTED.format(what="二进制数据"))
    start = text.lstrip("\ufeff \t\r\n").lower()
    tags = ("<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>")
    if start.startswith(tags) or "<html" in start[:2000]:
        return HTML
    return TEXT


def mislabelled_suffix(name: str, actual: str) -> str | None:
    """The name's ending where it promises another type than the content has, else None."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    promised = _SUFFIXES.get(suffix)
    fits = promised in (None, actual) and suffix not in _PROGRAMS
    return None if fits else suffix
