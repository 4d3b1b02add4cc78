"""A reading process's own folder: the one file that it reads, and where it may write. It goes with the process.

A folder is locked for as long as the process lives that made it, so what one that was killed left behind is told
from the rest and goes when the next is made.
"""

import fcntl
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_PREFIX = "hezheng-reading-"
_SETTLING_SECONDS = 60
"""A folder younger than this may not be locked yet."""


class Scratch:
    """`inbox` holds the file that is read, under a number; `room` is free to write."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX)).resolve()
        self._lock = os.open(self.folder, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self.inbox, self.room = self.folder / "in", self.folder / "room"
        self.inbox.mkdir(mode=0o700)
        self.room.mkdir(mode=0o700)
        self._count = 0
        self._held: tuple[tuple[str, int, int, int], Path] | None = None
        _sweep(self.folder.parent)

    def hand_in(self, path: Path) -> Path:
        """Where the process finds the file: linked where that can be, else copied. Raises OSError."""
        state = path.stat()
        key = (str(path), state.st_ino, state.st_mtime_ns, state.st_size)
        if self._held is not None and self._held[0] == key:
            return self._held[1]
        if self._held is not None:
            self._held[1].unlink(missing_ok=True)
            self._held = None
        self._count += 1
        place = self.inbox / str(self._count)
        try:
            os.link(path.resolve(), place)
        except OSError:  # another file system, another owner, one that knows no links
            shutil.copyfile(path, place)
        self._held = (key, place)
        return place

    def remove(self) -> None:
        """Removes the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)


def _sweep(parent: Path) -> None:
    """Removes what killed processes left."""
    for folder in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            state = folder.lstat()
            if state.st_uid != os.geteuid() or time.time() - state.st_mtime < _SETTLING_SECONDS:
                continue
            lock = os.open(folder, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)
