"""Bringing a database to what this program knows, by one process at a time."""

import fcntl
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from vault.records import messages
from vault.records.errors import DatabaseTooNewError

_LOG = logging.getLogger(__name__)
SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x68657A68656E67
"""PostgreSQL's advisory lock for migrations: "hezheng" in ASCII."""
_one_thread = threading.Lock()
"""Alembic keeps the migration under way in globals of its own."""


def migrate(writer: Engine, file: Path | None) -> None:
    """Migrates to the newest revision. `file` is that of SQLite, None for PostgreSQL. Raises DatabaseTooNewError.

    `writer` has to begin transactions that may write.
    """
    with _one_thread, _one_process(file), writer.begin() as connection:
        if file is None:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        _upgrade(connection)


def revisions() -> list[str]:
    """All that this program knows, the newest first."""
    return [each.revision for each in ScriptDirectory.from_config(_config()).walk_revisions()]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config


def _upgrade(connection: Connection) -> None:
    config, known = _config(), revisions()
    found = MigrationContext.configure(connection).get_current_revision()
    if found == known[0]:
        return
    if found is not None and found not in known:
        raise DatabaseTooNewError(
            messages.TOO_NEW,
            where=messages.TOO_NEW_WHERE.format(found=found, known=known[0]),
            advice=messages.TOO_NEW_ADVICE,
            cause=f"revision {found} is unknown, newest known is {known[0]}",
        )
    _LOG.info("migrating the records from %s to %s", found, known[0])
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@contextmanager
def _one_process(file: Path | None) -> Iterator[None]:
    """For SQLite, whose switch to WAL on the first connection isn't a transaction; PostgreSQL has a lock of its own."""
    if file is None:
        yield
        return
    with file.with_name(f"{file.name}.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
