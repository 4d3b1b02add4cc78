"""Writes a migration from what has changed in vault/records/schema.py: `python scripts/new_migration.py "Add a column"`."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from vault.records.migrating import SCRIPTS


def main(message: str) -> None:
    """Migrates an empty database to the newest revision, and writes down how the tables differ from it."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'empty.db'}")
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            command.revision(config, message=message, autogenerate=True, rev_id=f"{_next():04}")


def _next() -> int:
    return len(list((SCRIPTS / "versions").glob("[0-9]*.py"))) + 1


if __name__ == "__main__":
    main(sys.argv[1])
