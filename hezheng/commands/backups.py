"""`hezheng backup` and `hezheng restore`."""

import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from hezheng import messages, settings
from hezheng.console import console
from vault import backup

TOLD_EVERY = 1000
"""Contents after which the terminal is told how far it is."""


def back_up(out: Path) -> int:
    """Back up the records and the store, while the service runs. 0: all is there, 1: some contents are at fault."""
    os.umask(settings.PRIVATE)
    place, made = backup.back_up(settings.load(), out, program=version("hezheng"), tell=_teller())
    shown = console()
    shown.print(messages.BACKUP_MADE.format(path=place, originals=made.originals, contents=made.contents))
    for key in made.faults:
        shown.print(messages.BACKUP_FAULT.format(key=key))
    if made.faults:
        shown.print(messages.BACKUP_FAULTS_ADVICE)
    return 1 if made.faults else 0


def restore(folder: Path, moment: str | None) -> int:
    """Put a backup back, then check trail and originals. 0: all is as it was, 1: something is at fault."""
    os.umask(settings.PRIVATE)
    chosen = settings.load()
    held = backup.restore(chosen, folder, moment=moment, tell=_teller())
    shown = console()
    shown.print(
        messages.RESTORED.format(
            made_at=held.made_at.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
            program=held.program,
            contents=held.contents,
        )
    )
    faults = backup.faults_of(chosen)
    for fault in faults:
        shown.print(messages.RESTORE_FAULT.format(fault=fault))
    shown.print(messages.RESTORE_FAULTY.format(count=len(faults)) if faults else messages.RESTORE_SOUND)
    return 1 if faults else 0


def _teller() -> Callable[[int, int], None]:
    target = console(stderr=True)

    def tell(looked: int, copied: int) -> None:
        if looked % TOLD_EVERY == 0 and target.is_terminal:
            target.print(messages.BACKUP_PROGRESS.format(looked=looked, copied=copied))

    return tell
