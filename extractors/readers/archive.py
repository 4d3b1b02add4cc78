"""Archives: the files in a zip, one level of zips in it, unpacked within limits under names of ours.

Threats: bombs, names that point outside, links, passwords, damaged members. Members are written to `0001`, `0002` …,
never to their own names; sizes are taken from the headers first and counted as bytes come, since headers may lie.
"""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dossier.page import Problem, ProblemCode
from dossier.shown import numbered, shown_name
from extractors.readers import limits, messages, sniff
from extractors.readers.errors import CorruptFile, ReaderError
from extractors.readers.model import MemberName
from extractors.readers.zips import ListTooLong, MembersOverlap, open_zip

_CHUNK = 1024 * 1024
_JUNK_FOLDER = "__MACOSX/"
_JUNK = (".DS_Store", "Thumbs.db", "desktop.ini")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_DRIVE = re.compile("[A-Za-z]:")
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file that came out of an archive: its name within the submission (`a.zip!/b.pdf`) and where it lies now."""

    name: str
    path: Path


@dataclass(slots=True)
class Unpacking:
    """What came out of an archive, and what didn't: each problem with the name that it belongs to."""

    files: list[Unpacked] = field(default_factory=list)
    problems: list[tuple[str, Problem]] = field(default_factory=list)
    unpacked_bytes: int = 0
    count: int = 0


class _Stop(Exception):
    """A limit of the whole archive was reached."""


def list_members(path: Path) -> tuple[MemberName, ...]:
    """The files in a zip, by their names. Raises CorruptFile."""
    try:
        with open_zip(path) as archive:
            return tuple(
                MemberName(name=member_name(info), size=info.file_size) for info in _files(archive.infolist())
            )[: limits.MAX_MEMBERS]
    except _BROKEN as error:
        raise CorruptFile(messages.CORRUPT) from error


def unpack(path: Path, name: str, folder: Path) -> Unpacking:
    """Unpacks a zip, and zips in it, into the (empty or new) folder. `name` is the archive's within the submission."""
    folder.mkdir(parents=True, exist_ok=True)
    result = Unpacking()
    try:
        _unpack(path, name, folder, result, 1)
    except _Stop:
        return result
    if not result.files and not result.problems:
        result.problems.append((name, _problem(ProblemCode.EMPTY, messages.ARCHIVE_EMPTY)))
    return result


def _unpack(path: Path, name: str, folder: Path, result: Unpacking, depth: int) -> None:
    archive = _opened(path, name, result)
    if archive is None:
        return
    with archive:
        used: set[str] = set()
        for info in _files(archive.infolist()):
            if result.count >= limits.MAX_MEMBERS:
                result.problems.append((name, _problem(ProblemCode.TOO_LARGE, _too_many())))
                raise _Stop
            result.count += 1
            inner = numbered(member_name(info), used)
            whole = f"{name}!/{inner}"
            refused = _refused(info, inner)
            if refused is not None:
                result.problems.append((whole, refused))
                continue
            target = folder / f"{result.count:04d}{_safe_suffix(inner)}"
            problem = _extract(archive, info, inner, target, result)
            if problem is not None:
                target.unlink(missing_ok=True)
                result.problems.append((whole, problem))
                if problem.message == _total_message():
                    raise _Stop
                continue
            if _is_archive(target):
                if depth >= limits.MAX_NESTING:
                    message = messages.ARCHIVE_TOO_DEEP.format(name=inner)
                    result.problems.append((whole, _problem(ProblemCode.UNSUPPORTED, message)))
                else:
                    _unpack(target, whole, folder, result, depth + 1)
                target.unlink()
                continue
            result.files.append(Unpacked(whole, target))


def _opened(path: Path, name: str, result: Unpacking) -> zipfile.ZipFile | None:
    try:
        return open_zip(path)
    except ListTooLong:
        problem = _problem(ProblemCode.TOO_LARGE, _too_many())
    except MembersOverlap:
        problem = _problem(ProblemCode.TOO_LARGE, messages.ARCHIVE_BOMB.format(name=name))
    except _BROKEN:
        problem = _problem(ProblemCode.CORRUPT, messages.CORRUPT)
    result.problems.append((name, problem))
    return None


def _refused(info: zipfile.ZipInfo, inner: str) -> Problem | None:
    """Why a member isn't unpacked, told from its header."""
    if ".." in PurePosixPath(inner).parts or inner.startswith("/") or _DRIVE.match(inner):
        return _problem(ProblemCode.CORRUPT, messages.ARCHIVE_TRAVERSAL.format(name=inner))
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return _problem(ProblemCode.UNSUPPORTED, messages.ARCHIVE_LINK.format(name=inner))
    if info.flag_bits & _ENCRYPTED_FLAG:
        return _problem(ProblemCode.ENCRYPTED, messages.ENCRYPTED_MEMBER.format(name=inner))
    return None


def _extract(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, inner: str, target: Path, result: Unpacking
) -> Problem | None:
    """Writes the member, counting; gives the problem that stopped it."""
    bomb = _problem(ProblemCode.TOO_LARGE, messages.ARCHIVE_BOMB.format(name=inner))
    if result.unpacked_bytes + info.file_size > limits.MAX_UNPACKED_BYTES:
        return _problem(ProblemCode.TOO_LARGE, _total_message())
    if _too_dense(info.file_size, info):
        return bomb
    written = 0
    try:
        with archive.open(info) as source, target.open("wb") as out:
            while chunk := source.read(_CHUNK):
                written += len(chunk)
                result.unpacked_bytes += len(chunk)
                if result.unpacked_bytes > limits.MAX_UNPACKED_BYTES:
                    return _problem(ProblemCode.TOO_LARGE, _total_message())
                if _too_dense(written, info):
                    return bomb
                out.write(chunk)
    except NotImplementedError:
        return _problem(ProblemCode.UNSUPPORTED, messages.ARCHIVE_MEMBER_METHOD.format(name=inner))
    except _BROKEN:
        return _problem(ProblemCode.CORRUPT, messages.ARCHIVE_MEMBER_CORRUPT.format(name=inner))
    return None


def _too_dense(size: int, info: zipfile.ZipInfo) -> bool:
    return size > limits.RATIO_FROM_BYTES and size / max(1, info.compress_size) > limits.MAX_RATIO


def _too_many() -> str:
    return messages.ARCHIVE_TOO_MANY.format(limit=limits.MAX_MEMBERS)


def _total_message() -> str:
    return messages.ARCHIVE_TOO_LARGE.format(limit=limits.MAX_UNPACKED_BYTES // 1024 // 1024)


def _problem(code: ProblemCode, message: str) -> Problem:
    return Problem(code=code, message=message)


def _files(infos: list[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    for info in infos:
        name = info.filename.replace("\\", "/")
        last = name.rsplit("/", 1)[-1]
        if last and last not in _JUNK and not last.startswith("~$") and not name.startswith(_JUNK_FOLDER):
            yield info


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's name: as flagged UTF-8, else by Info-ZIP's Unicode field, else UTF-8 or GBK by its bytes."""
    name = info.filename
    if not info.flag_bits & _UTF8_FLAG:
        raw = info.orig_filename.encode("cp437", "replace")
        name = _unicode_field(info.extra, raw) or _decoded(raw) or name
    return shown_name(name.replace("\\", "/"))


def _decoded(raw: bytes) -> str | None:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _unicode_field(extra: bytes, raw: bytes) -> str | None:
    """Info-ZIP's extra field 0x7075: version, CRC of the plain name, the name in UTF-8."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = (
            int.from_bytes(extra[at : at + 2], "little"),
            int.from_bytes(extra[at + 2 : at + 4], "little"),
        )
        body = extra[at + 4 : at + 4 + size]
        if kind == 0x7075 and len(body) > 5 and int.from_bytes(body[1:5], "little") == zlib.crc32(raw):
            try:
                return body[5:].decode("utf-8")
            except UnicodeDecodeError:
                return None
        at += 4 + size
    return None


def _safe_suffix(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix.isascii() and suffix[1:].isalnum() and len(suffix) <= 6 else ""


def _is_archive(path: Path) -> bool:
    try:
        return sniff.media_type(path) == sniff.ZIP
    except (ReaderError, OSError):
        return False
