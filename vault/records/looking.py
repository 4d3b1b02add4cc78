"""A look at a database from outside: whether it answers, and what is in it. Nothing is migrated or written."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from vault.records import migrating
from vault.records.engine import connected, parsed_url


class Look(NamedTuple):
    """What was seen."""

    place: str
    """Where the database is, without its password."""
    exists: bool
    """False for a file of SQLite that will be made when the service first starts."""
    revision: str | None
    """What it was migrated to; None: not yet."""
    newest: str
    """What this program would migrate it to."""
    known: bool
    """Whether this program knows the revision; else a newer program has been there."""
    read_only: bool
    """A standby, or a file that may not be written."""
    ahead_seconds: float
    """By how much the database's clock is before this host's."""


def look(records_url: str) -> Look:
    """Looks. Raises DatabaseUrlError and DatabaseUnreachableError."""
    url = parsed_url(records_url)
    place = url.render_as_string(hide_password=True)
    revisions = migrating.revisions()
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite and not Path(url.database or "").exists():
        return Look(
            place,
            exists=False,
            revision=None,
            newest=revisions[0],
            known=True,
            read_only=False,
            ahead_seconds=0.0,
        )
    with connected(url) as connection:
        found = MigrationContext.configure(connection).get_current_revision()
        before = datetime.now(UTC)
        if sqlite:
            read_only = not os.access(url.database or "", os.W_OK)
            ahead = 0.0
        else:
            read_only = connection.execute(text("SHOW transaction_read_only")).scalar_one() == "on"
            there: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
            ahead = (there - before - (datetime.now(UTC) - before) / 2).total_seconds()
    known = found is None or found in revisions
    return Look(
        place,
        exists=True,
        revision=found,
        newest=revisions[0],
        known=known,
        read_only=read_only,
        ahead_seconds=ahead,
    )
