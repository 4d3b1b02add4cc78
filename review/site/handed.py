"""The files of a draft or a supplement as its owner sees them: in folders, each with how it was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from dossier.principal import Principal
from dossier.record import KeptDocument, SubmissionRecord
from dossier.state import State
from flows.rehearsal import ReadAhead
from review.api.parts import Parts
from review.site import mine_messages as messages

PACKED = (".zip",)
APPLICATION = "submission.json"


@dataclass(frozen=True)
class FileLine:
    """A file. `tone` is that of a verdict: supported, unreadable, or uncertain while it isn't read."""

    path: str
    name: str
    size: int
    tone: str
    told: str
    lines: tuple[str, ...]
    """What stood in the way of reading it."""
    removable: bool

    @property
    def waits(self) -> bool:
        """Whether it will be read soon."""
        return self.told == messages.WAITING

    @property
    def shown_size(self) -> str:
        """As people say it."""
        return f"{self.size / (1 << 20):.1f} MB" if self.size >= 1 << 20 else f"{max(1, self.size >> 10)} KB"


@dataclass(frozen=True)
class Folder:
    """The files laid with one criterion, or with none (`name` is empty)."""

    name: str
    files: tuple[FileLine, ...]
    unfinished: tuple[str, ...]
    """Names of files of which only a part has come."""

    @property
    def id(self) -> str:
        """For the page."""
        return "files-" + (self.name.replace(".", "-") or "other")

    @property
    def waits(self) -> bool:
        """Whether a file of it will be read soon."""
        return any(each.waits for each in self.files)


class Handed:
    """All files of a submission, looked up once."""

    def __init__(self, parts: Parts, viewer: Principal, record: SubmissionRecord) -> None:
        self.documents = parts.records.documents(viewer, record.id)
        kept = {each.path for each in self.documents}
        self._coming = [path for path in parts.records.files_to_come(viewer, record.id) if path not in kept]
        self._since = None
        if record.state is State.SUPPLEMENT:
            self._since = parts.records.supplements(viewer, record.id)[0].at
        self._open = record.state in {State.DRAFT, State.SUPPLEMENT}
        alone = [each.sha256 for each in self.documents if is_read_alone(each.path)]
        self._read = parts.rehearsals.read_so_far(alone) if self._open else {}

    def folder(self, name: str, folders: Sequence[str]) -> Folder:
        """The files laid in that folder, one of `folders`; with an empty name those in none of them."""
        mine = [each for each in self.documents if self._in(each.path, folders) == name]
        unfinished = [shown(path, name) for path in self._coming if self._in(path, folders) == name]
        return Folder(name, tuple(self._line(each, name) for each in mine), tuple(unfinished))

    @property
    def new(self) -> bool:
        """Whether anything came since the supplement began."""
        return any(self._since is not None and each.added_at > self._since for each in self.documents)

    def _line(self, document: KeptDocument, folder: str) -> FileLine:
        tone, told, lines = self._told(document)
        since = self._since
        return FileLine(
            path=document.path,
            name=shown(document.path, folder),
            size=document.size,
            tone=tone,
            told=told,
            lines=lines,
            removable=self._open and (since is None or document.added_at > since),
        )

    def _told(self, document: KeptDocument) -> tuple[str, str, tuple[str, ...]]:
        if not self._open:
            return "", "", ()
        if not is_read_alone(document.path):
            packed = PurePosixPath(document.path).suffix.lower() in PACKED
            return "uncertain", messages.PACKED if packed else messages.APPLICATION, ()
        read = self._read.get(document.sha256)
        if read is None:
            return "uncertain", messages.WAITING, ()
        return _of_reading(read)

    @staticmethod
    def _in(path: str, folders: Iterable[str]) -> str:
        first = path.partition("/")[0]
        return first if first in folders and first != path else ""


def is_read_alone(path: str) -> bool:
    """Whether a file is read by itself; archives are unpacked, and an application is understood, by the self-check."""
    name = PurePosixPath(path).name.lower()
    return name != APPLICATION and not name.endswith(PACKED)


def shown(path: str, folder: str) -> str:
    """A path without its folder."""
    return path.removeprefix(f"{folder}/") if folder else path


def _of_reading(read: ReadAhead) -> tuple[str, str, tuple[str, ...]]:
    lines = tuple(dict.fromkeys(each.message for each in read.problems))
    told = messages.READ.format(pages=read.pages) if read.pages else messages.READ_ALONE
    if any(each.fatal for each in read.problems) or (lines and not read.pages):
        return "unreadable", messages.UNREAD if not read.pages else messages.UNREAD_IN_PART, lines
    return "supported", told, lines
