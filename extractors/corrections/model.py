"""Corrections as values: the rows that hold, and what was refused."""

import hashlib
from datetime import date
from typing import Literal

from dossier.model import Noun
from dossier.name_parts import fold_name

List = Literal["authorities", "departments", "outlets", "names"]
"""The lists that may stand in the folder, a file each: `authorities.tsv` and so on."""


class Correction(Noun):
    """One row: what a name means, in which time, by whom and why.

    `meaning` is the level of an authority or outlet, the full name for a name, and empty for a department.
    """

    list: List
    name: str
    meaning: str = ""
    since: date | None = None
    until: date | None = None
    by: str
    why: str

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return fold_name(self.name)

    @property
    def note(self) -> str:
        """Who decided so, and why: what a fact tells that rests on it."""
        return f"按更正（{self.by}：{self.why}）"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force that day; both ends count."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def overlaps(self, other: "Correction") -> bool:
        """Whether both are in force on some day."""
        return (self.since or date.min) <= (other.until or date.max) and (other.since or date.min) <= (
            self.until or date.max
        )


class Refusal(Noun):
    """A row or file that isn't used: where, what is wrong, what to do (Chinese). `line` is None for a whole file."""

    file: str
    line: int | None
    message: str

    @property
    def text(self) -> str:
        """The refusal in one line."""
        place = f"{self.file} 第 {self.line} 行" if self.line is not None else self.file
        return f"{place}：{self.message}"


class Corrections(Noun):
    """All rows of the folder that hold, in the folder's order, and what was refused."""

    rows: tuple[Correction, ...] = ()
    refused: tuple[Refusal, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of what applies; empty where nothing does. Comments, order and refused rows don't change it."""
        if not self.rows:
            return ""
        return hashlib.sha256(
            "\n".join(sorted(row.model_dump_json() for row in self.rows)).encode()
        ).hexdigest()

    @property
    def version(self) -> str:
        """What a report adds to its extractor's version: `+corrections:1a2b3c4d`, or nothing."""
        return f"+corrections:{self.digest[:8]}" if self.rows else ""

    def find(self, which: List, name: str, day: date) -> Correction | None:
        """The row of that list for the name that is in force that day."""
        key = fold_name(name)
        rows = (row for row in self.rows if row.list == which and row.key == key and row.holds_on(day))
        return next(rows, None)

    def in_force(self, which: List, day: date) -> tuple[Correction, ...]:
        """The rows of that list that are in force that day."""
        return tuple(row for row in self.rows if row.list == which and row.holds_on(day))


NONE = Corrections()
