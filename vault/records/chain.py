"""Appending to the trail, within the transaction of what is told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from pydantic import JsonValue
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from dossier.trail import canonical, digest
from vault.records.schema import TipRow, TrailRow

TIP = 1
"""The id of the tip's one row."""


class Entry(NamedTuple):
    """What is to be appended."""

    actor: str
    action: str
    subject: str
    detail: Mapping[str, JsonValue]


def lock_tip(session: Session) -> TipRow:
    """The tip, for this transaction alone: whoever else appends waits for its end."""
    return session.execute(select(TipRow).where(TipRow.id == TIP).with_for_update()).scalar_one()


def append(session: Session, now: datetime, entries: Sequence[Entry]) -> None:
    """Appends the entries. Their time never runs backwards, whatever the clock does."""
    tip = lock_tip(session)
    seq, previous, at = tip.seq, tip.hash, max(now, tip.at)
    rows: list[dict[str, object]] = []
    for entry in entries:
        seq += 1
        detail = canonical(dict(entry.detail))
        fields = {
            "actor": entry.actor,
            "action": entry.action,
            "subject": entry.subject,
            "detail": detail,
            "previous": previous,
        }
        previous = digest(seq, at, **fields)
        rows.append({"seq": seq, "at": at, "hash": previous, **fields})
    session.execute(insert(TrailRow), rows)
    session.execute(update(TipRow).where(TipRow.id == TIP).values(seq=seq, hash=previous, at=at))
