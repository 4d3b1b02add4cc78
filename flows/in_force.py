"""What a kept submission is verified by: the standard and the corrections that the office put in force.

The records say so, on all hosts alike and without a restart. Where they say nothing yet, what the settings name counts: the
file of a standard, the folder of corrections.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.dates import CHINA
from flows import messages, steps
from flows.options import StepSettings

if TYPE_CHECKING:
    from extractors.corrections import Corrections
    from rubric import Rubric
    from vault.records import Records


def today() -> date:
    """The day by the office's calendar."""
    return datetime.now(CHINA).date()


def standard_on(records: Records, fallback: Path | None, day: date) -> Rubric:
    """The standard in force on a day. `fallback`: the one of the settings, None for the shipped one. RubricError."""
    content = records.standard_on(day)
    return steps.load_rubric(fallback) if content is None else read_standard(content)


def standard_of(records: Records, fallback: Path | None, sha256: str, day: date) -> Rubric:
    """The standard of that hash, which a report was made by; where it isn't kept, the one in force on the day. RubricError."""
    content = records.standard_file(sha256)
    return standard_on(records, fallback, day) if content is None else read_standard(content)


@lru_cache(maxsize=8)
def read_standard(content: bytes) -> Rubric:
    """The standard of a file that the records keep. RubricError where this program is too old, or too new, for it."""
    from rubric.reader import read

    return read(content, messages.STANDARD_KEPT)


def corrections_now(records: Records, settings: StepSettings) -> Corrections:
    """The office's corrections: each list as it was last changed in the records, else as it lies in the folder."""
    from extractors.corrections import Corrections, read_list
    from extractors.corrections.reader import COLUMNS

    folder = steps.read_corrections(settings)
    kept = records.correction_lists()
    if not kept:
        return folder
    rows = [row for row in folder.rows if row.list not in kept]
    refused = [each for each in folder.refused if each.file.removesuffix(".tsv") not in kept]
    for name in COLUMNS:
        if name in kept:
            found = read_list(name, kept[name].content.encode())
            rows += found.rows
            refused += found.refused
    return Corrections(rows=tuple(rows), refused=tuple(refused))
