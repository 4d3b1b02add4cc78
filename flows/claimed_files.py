"""Finds the files that a claim names, as forgiving as the system that the applicant wrote them on."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

ARCHIVE_MARK = "!/"


class FileNames:
    """The names of a submission's files, found again by what a person wrote."""

    def __init__(self, names: Sequence[str]) -> None:
        self._exact = frozenset(names)
        self._whole = _index(names, lambda name: name)
        self._last = _index(names, lambda name: PurePosixPath(name).name)
        self._stem = _index(names, lambda name: PurePosixPath(name).stem)

    def resolve(self, written: str) -> str:
        """The file's own name; as written (tidied) where there is none, for the verifier to tell."""
        return self.find(written) or tidy(written)

    def find(self, written: str) -> str | None:
        """The one file that is meant: same path, else same path but for case; None where there is none."""
        wanted = tidy(written)
        outer, mark, inner = wanted.partition(ARCHIVE_MARK)
        found = outer if outer in self._exact else _only(self._whole, outer)
        return f"{found}{mark}{inner}" if found else None

    def find_loosely(self, written: str) -> str | None:
        """As `find`, else the one file of that last name, with or without its ending."""
        wanted = tidy(written)
        return self.find(written) or _only(self._last, wanted) or _only(self._stem, wanted)


def tidy(written: str) -> str:
    """A path as it is written here: composed Unicode, `/` between parts, no `./` before."""
    path = unicodedata.normalize("NFC", written.strip()).replace("\\", "/")
    while path.startswith("./"):
        path = path[2:]
    return path


def _key(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _index(names: Sequence[str], part: Callable[[str], str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for name in names:
        index[_key(part(name))].append(name)
    return index


def _only(index: dict[str, list[str]], wanted: str) -> str | None:
    found = index.get(_key(wanted), [])
    return found[0] if len(found) == 1 else None
