"""`hezheng corrections check`, and what a verification says of corrections that it can't use."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.dates import CHINA
from hezheng import messages, settings
from hezheng.console import console

if TYPE_CHECKING:
    from extractors.corrections import Correction, Corrections

FAULTY = 2
"""Exit code where a row is refused."""


def check(folder: Path | None) -> int:
    """Print what would apply, list by list; each refused row on stderr, and 2 where there is one."""
    from extractors.corrections import read
    from flows import steps

    if folder is None:
        place, found = place_of(settings.load()), steps.read_corrections(settings.load())
    else:
        place, found = folder, read(folder, demanded=True)
    shown = console()
    shown.print(messages.CORRECTIONS_FOLDER.format(path=place), soft_wrap=True)
    today = datetime.now(CHINA).date()
    for name, title in messages.CORRECTIONS_LISTS.items():
        rows = [row for row in found.rows if row.list == name]
        if rows:
            shown.print(messages.CORRECTIONS_LIST.format(title=title, count=len(rows)))
        for row in rows:
            shown.print(_line(row, in_force=row.holds_on(today)), soft_wrap=True)
    shown.print(
        messages.CORRECTIONS_SUM.format(
            count=len(found.rows), refused=len(found.refused), version=found.version
        )
        if found.rows or found.refused
        else messages.CORRECTIONS_NONE
    )
    tell_refused(found)
    return FAULTY if found.refused else 0


def tell_refused(found: "Corrections") -> None:
    """One line on stderr for each row or file that isn't used."""
    sys.stderr.writelines(f"{messages.CORRECTION_REFUSED.format(text=each.text)}\n" for each in found.refused)


def place_of(chosen: settings.Settings) -> Path:
    """The folder that the settings mean."""
    from flows.steps import CORRECTIONS

    return chosen.corrections if chosen.corrections is not None else chosen.data / CORRECTIONS


def _line(row: "Correction", *, in_force: bool) -> str:
    from extractors.corrections.reader import LEVELS

    return messages.CORRECTION_LINE.format(
        name=row.name,
        meaning=LEVELS.get(row.meaning, row.meaning) or messages.CORRECTION_DEPARTMENT,
        since=row.since or "…",
        until=row.until or "…",
        by=row.by,
        why=row.why,
        state="" if in_force else messages.CORRECTION_NOT_NOW,
    )
