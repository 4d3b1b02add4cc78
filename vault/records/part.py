"""What the parts of the records have in common."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import InstrumentedAttribute

from vault.records.engine import Database

FARTHEST = timedelta(hours=1)
"""Leases and pauses end sooner than this. One that seems to end later was given before the clock was set back."""


class Part:
    """Some of the records' methods. Each is one transaction, with its rows of the trail."""

    def __init__(self, database: Database) -> None:
        self._database = database


def is_over(end: InstrumentedAttribute[datetime | None], now: datetime) -> ColumnElement[bool]:
    """Whether a lease or a pause has ended by the database's clock, which may have been set back meanwhile."""
    return or_(end <= now, end > now + FARTHEST)
