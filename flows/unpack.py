"""Unpacks a submission's zip.

Threat: a zip made to write outside its folder, to fill the disk, or to hide what it holds. Measures: members
are written under numbers, never under their own names; names that lead out of the archive refuse the whole
archive; sizes are taken from the headers before anything is unpacked, and counted again while it is written;
members that share bytes refuse it too; links and devices are left out.
Left to the readers: what the members themselves hold, archives inside included.
"""

import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from extractors.readers.zips import ListTooLong, MembersOverlap, open_zip
from flows import messages
from flows.errors import (
    ArchiveBrokenError,
    ArchiveEncryptedError,
    ArchiveUnsafeError,
    TooManyFilesError,
)
from flows.listing import NamedFile, canonical, is_hidden

BLOCK = 1 << 18
UTF8_NAME = 0x800
ENCRYPTED = 0x1
UNICODE_PATH = 0x7075
DRIVE = re.compile(r"^[A-Za-z]:")


def unpack(
    archive: Path, folder: Path, *, member_limit: int, byte_limit: int
) -> tuple[list[NamedFile], frozenset[str]]:
    """The files, written into `folder`, and the names of the damaged ones (written as far as they go)."""
    try:
        with open_zip(archive) as opened:
            members = [(name, info) for info in opened.infolist() if (name := _kept_name(info, archive))]
            if len(members) > member_limit:
                raise TooManyFilesError(
                    messages.TOO_MANY_FILES.format(limit=member_limit, path=archive),
                    advice=messages.TOO_MANY_FILES_ADVICE,
                )
            if sum(info.file_size for _, info in members) > byte_limit:
                raise _too_large(archive, members[-1][0], byte_limit)
            return _write_all(opened, members, archive, folder, byte_limit)
    except ListTooLong as error:
        raise TooManyFilesError(
            messages.TOO_MANY_FILES.format(limit=member_limit, path=archive),
            advice=messages.TOO_MANY_FILES_ADVICE,
            cause=str(error),
        ) from error
    except MembersOverlap as error:
        raise _too_large(archive, archive.name, byte_limit) from error
    except (zipfile.BadZipFile, struct.error, EOFError) as error:
        raise ArchiveBrokenError(
            messages.ARCHIVE_BROKEN.format(path=archive),
            advice=messages.ARCHIVE_BROKEN_ADVICE,
            cause=str(error),
        ) from error
    except NotImplementedError as error:
        raise ArchiveBrokenError(
            messages.ARCHIVE_METHOD.format(path=archive),
            advice=messages.ARCHIVE_METHOD_ADVICE,
            cause=str(error),
        ) from error


def _write_all(
    opened: zipfile.ZipFile,
    members: list[tuple[str, zipfile.ZipInfo]],
    archive: Path,
    folder: Path,
    byte_limit: int,
) -> tuple[list[NamedFile], frozenset[str]]:
    folder.mkdir(parents=True, exist_ok=True)
    left = byte_limit
    files: list[NamedFile] = []
    damaged: set[Path] = set()
    for number, (name, info) in enumerate(members, start=1):
        target = folder / f"{number:05d}{plain_suffix(name)}"

        written, whole = _write(opened, info, target, left)
        if written > left:
            raise _too_large(archive, name, byte_limit)
        left -= written
        files.append((name, target))
        if not whole:
            damaged.add(target)
    named = canonical(files)
    return named, frozenset(name for name, path in named if path in damaged)


def _too_large(archive: Path, name: str, byte_limit: int) -> ArchiveUnsafeError:
    return ArchiveUnsafeError(
        messages.ARCHIVE_BOMB.format(path=archive),
        where=messages.ARCHIVE_BOMB_WHERE.format(limit=byte_limit >> 20, name=name),
        advice=messages.ARCHIVE_BOMB_ADVICE,
        cause=f"more than {byte_limit} bytes",
    )


def _write(opened: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, limit: int) -> tuple[int, bool]:
    """Bytes unpacked, more than `limit` where it was stopped there, and whether the member came out whole."""
    written = 0
    with target.open("xb") as sink:
        try:
            with opened.open(info) as source:
                while block := source.read(BLOCK):
                    written += len(block)
                    if written > limit:
                        return written, False
                    sink.write(block)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError):
            return written, False
    return written, True


def _kept_name(info: zipfile.ZipInfo, archive: Path) -> str | None:
    """The member's name, or None for what is no file of the applicant's."""
    name = member_name(info)
    if name.startswith("/") or DRIVE.match(name) or ".." in PurePosixPath(name).parts or "\0" in name:
        raise ArchiveUnsafeError(
            messages.ARCHIVE_ESCAPES.format(path=archive),
            where=messages.ARCHIVE_ESCAPES_WHERE.format(name=name[:80]),
            advice=messages.ARCHIVE_ESCAPES_ADVICE,
            cause=f"member name {name!r}",
        )
    mode = info.external_attr >> 16
    special = stat.S_IFMT(mode) not in {0, stat.S_IFREG}
    if name.endswith("/") or special or is_hidden(name):
        return None
    if info.flag_bits & ENCRYPTED:
        raise ArchiveEncryptedError(
            messages.ARCHIVE_ENCRYPTED.format(path=archive), advice=messages.ARCHIVE_ENCRYPTED_ADVICE
        )
    return PurePosixPath(name).as_posix()


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's name as its maker saw it: Chinese Windows writes GBK and doesn't say so."""
    name = info.orig_filename
    if not info.flag_bits & UTF8_NAME:
        raw = name.encode("cp437")
        name = _unicode_path(info.extra, raw) or _decode(raw)
    return name.replace("\\", "/")


def _decode(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the Unicode Path field (APPNOTE 4.6.9), where it belongs to `raw`."""
    while len(extra) >= 4:
        tag, size = struct.unpack("<HH", extra[:4])
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if tag == UNICODE_PATH and len(field) > 5 and struct.unpack("<L", field[1:5])[0] == zlib.crc32(raw):
            return field[5:].decode("utf-8", errors="replace")
    return None


def plain_suffix(name: str) -> str:
    """The name's ending in small letters, where it is one that any disk can hold; else nothing."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""
