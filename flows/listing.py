"""Which files a submission holds, and under which names."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from dossier.shown import numbered, shown_name
from flows import messages
from flows.errors import TooManyFilesError, UnreadableFileError

NamedFile = tuple[str, Path]
"""A file's name within the submission (parts joined by /), and where it lies."""

HIDDEN_NAMES = {"thumbs.db", "desktop.ini", "ehthumbs.db"}
HIDDEN_FOLDERS = {"__macosx"}
BLOCK = 1 << 20


def is_hidden(name: str) -> bool:
    """Whether a file is a system's or an office program's own, not the applicant's."""
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") or part.lower() in HIDDEN_FOLDERS for part in parts) or (
        bool(parts) and (parts[-1].lower() in HIDDEN_NAMES or parts[-1].startswith("~$"))
    )


def list_folder(root: Path, limit: int) -> list[NamedFile]:
    """The folder's files, sorted by name. Links that lead out of the folder, or nowhere, are left out."""
    home = os.path.realpath(root)
    found: list[NamedFile] = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if not is_hidden(name) and path.is_file() and Path(os.path.realpath(path)).is_relative_to(home):
            found.append((name, path))
    if len(found) > limit:
        raise TooManyFilesError(
            messages.TOO_MANY_FILES.format(limit=limit, path=root), advice=messages.TOO_MANY_FILES_ADVICE
        )
    return canonical(found)


def canonical(files: Iterable[NamedFile]) -> list[NamedFile]:
    """Sorted by name, names composed and harmless to show, without a folder that wraps everything."""
    used: set[str] = set()
    named = [(numbered(shown_name(name), used), path) for name, path in files]
    prefix = _wrapper([name for name, _ in named])
    return sorted((name[len(prefix) :], path) for name, path in named)


def _wrapper(names: Sequence[str]) -> str:
    """The folders, with a closing /, that all names share."""
    if not names:
        return ""
    shared: list[str] = []
    for parts in zip(*(name.split("/")[:-1] for name in names), strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return "".join(f"{part}/" for part in shared)


def submission_id(files: Iterable[NamedFile]) -> str:
    """First 16 hexadecimal digits of the hash over (name, content hash) of all files, sorted by name."""
    digest = hashlib.sha256()
    for name, path in sorted(files):
        digest.update(f"{name}\0{content_hash(name, path)}\n".encode())
    return digest.hexdigest()[:16]


def content_hash(name: str, path: Path) -> str:
    """SHA-256 of the file, hexadecimal."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(BLOCK):
                digest.update(block)
    except OSError as error:
        raise unreadable(name, error) from error
    return digest.hexdigest()


def unreadable(name: str, error: OSError) -> UnreadableFileError:
    """The error for a file that can't be opened."""
    return UnreadableFileError(
        messages.UNREADABLE_FILE.format(name=name),
        advice=messages.UNREADABLE_FILE_ADVICE.format(reason=error.strerror),
        cause=str(error),
    )
