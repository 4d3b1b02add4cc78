"""Folders that runs unpack into. What a run that was killed left behind goes with the next run."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "run-"
LOCK = ".lock"
"""Suffix of the file beside a folder that is locked while its run lives: a lock dies with its process."""


@contextmanager
def workspace(parent: Path) -> Iterator[Path]:
    """A folder of this run's own under `parent`, gone afterwards. Raises OSError where it can't be made."""
    parent.mkdir(parents=True, exist_ok=True)
    sweep(parent)
    handle, name = tempfile.mkstemp(dir=parent, prefix=PREFIX, suffix=LOCK)
    lock = Path(name)
    folder = lock.with_suffix("")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        folder.mkdir()
        yield folder.absolute()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.unlink(missing_ok=True)
        os.close(handle)


def sweep(parent: Path) -> None:
    """Removes the folders whose runs no longer live."""
    for lock in parent.glob(f"{PREFIX}*{LOCK}"):
        try:
            handle = os.open(lock, os.O_RDWR)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        else:
            shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
            lock.unlink(missing_ok=True)
        finally:
            os.close(handle)
