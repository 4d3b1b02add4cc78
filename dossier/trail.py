"""The audit trail: rows that each carry the hash of the one before."""

import hashlib
import json
from datetime import date, datetime
from enum import StrEnum

from pydantic import JsonValue

from dossier.model import Noun

GENESIS = "0" * 64
"""What the first row has as the hash before it."""


def canonical(value: JsonValue) -> str:
    """JSON text that is the same for equal values: sorted keys, no white space, no escapes but the needed."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class TrailEntry(Noun):
    """One thing that happened. `detail` is canonical JSON; `at` is UTC to the microsecond."""

    seq: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str
    previous: str
    hash: str

    def digest(self, seq: int | None = None) -> str:
        """What `hash` must be, or what it would be at another place in the trail."""
        return digest(
            self.seq if seq is None else seq,
            self.at,
            actor=self.actor,
            action=self.action,
            subject=self.subject,
            detail=self.detail,
            previous=self.previous,
        )


class TrailFilter(Noun):
    """Which rows are looked at; what is empty doesn't narrow."""

    subject: str = ""
    """How it begins."""
    actor: str = ""
    action: str = ""
    """How it begins."""
    day: date | None = None
    """Of the office."""


def digest(
    seq: int, at: datetime, *, actor: str, action: str, subject: str, detail: str, previous: str
) -> str:
    """sha256 over the canonical JSON of a row's fields, in hexadecimal."""
    fields: dict[str, JsonValue] = {
        "seq": seq,
        "at": at.isoformat(timespec="microseconds"),
        "actor": actor,
        "action": action,
        "subject": subject,
        "detail": detail,
        "previous": previous,
    }
    return hashlib.sha256(canonical(fields).encode()).hexdigest()


class Head(Noun):
    """The last row at the end of a day in Shanghai, as it is laid into the locked bucket."""

    day: date
    seq: int
    hash: str


class FaultKind(StrEnum):
    """How a trail can be broken."""

    EDITED = "edited"
    """A row's fields aren't those that its hash was made from."""
    CUT = "cut"
    """Rows are gone."""
    REORDERED = "reordered"
    """Rows stand at places other than those at which they were written."""
    REWRITTEN = "rewritten"
    """The chain holds in itself, but not with what it rested on: a head in the bucket, the tip, or the row before."""
    HEAD_MISSING = "head_missing"
    """A day's head isn't in the bucket though those around it are."""


class TrailFault(Noun):
    """Something wrong with the trail: rows `first` to `last`, and for a person what it is (Chinese)."""

    kind: FaultKind
    first: int
    last: int
    message: str


class TrailVerdict(Noun):
    """What was looked at, and what is wrong with it; no faults: the trail is intact."""

    rows: int
    heads: int
    faults: tuple[TrailFault, ...]
