"""The whole database as one file, taken while it is in use, and put back into an empty one.

SQLite is copied by `VACUUM INTO`, PostgreSQL by `pg_dump` and `pg_restore`: both see one moment of it.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg
from sqlalchemy import URL, select

from vault.records import messages
from vault.records.engine import CONNECT_SECONDS, connected, parsed_url, unreachable
from vault.records.errors import (
    DatabaseNotEmptyError,
    DumpFailedError,
    DumpProgramMissingError,
)
from vault.records.schema import DocumentRow

SQLITE_NAME = "records.sqlite"
POSTGRESQL_NAME = "records.pgdump"
PACKAGE = "postgresql-client"


def dump(records_url: str, folder: Path) -> Path:
    """Writes the database into a file of the folder and gives that. It is durable when this returns.

    Raises DatabaseUnreachableError, DumpProgramMissingError, DumpFailedError.
    """
    url = parsed_url(records_url)
    if url.get_backend_name() == "sqlite":
        target = folder / SQLITE_NAME
        _copy_sqlite(url, target)
    else:
        target = folder / POSTGRESQL_NAME
        _run(url, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    with target.open("rb") as stream:
        os.fsync(stream.fileno())
    return target


def load(records_url: str, file: Path) -> None:
    """Puts a dump into the database, which must hold nothing; all of it or nothing.

    Raises DatabaseNotEmptyError, DatabaseUnreachableError, DumpProgramMissingError, DumpFailedError.
    """
    url = parsed_url(records_url)
    sqlite = url.get_backend_name() == "sqlite"
    if file.name != (SQLITE_NAME if sqlite else POSTGRESQL_NAME):
        raise DumpFailedError(
            messages.DUMP_OTHER_KIND.format(file=file.name), advice=messages.DUMP_OTHER_KIND_ADVICE
        )
    check_empty(records_url)
    if not sqlite:
        _run(url, "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", str(file))
        return
    place = Path(url.database or "")
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".new-{place.name}")
    shutil.copyfile(file, new)
    with new.open("rb") as stream:
        os.fsync(stream.fileno())
    new.replace(place)


def named_originals(records_url: str) -> frozenset[str]:
    """Hashes of all files that were handed in. The database isn't migrated for it. DatabaseUnreachableError."""
    with connected(parsed_url(records_url)) as connection:
        return frozenset(connection.scalars(select(DocumentRow.sha256).distinct()))


def check_empty(records_url: str) -> None:
    """Raises DatabaseNotEmptyError where there is anything in the database, and DatabaseUnreachableError."""
    url = parsed_url(records_url)
    sqlite = url.get_backend_name() == "sqlite"
    if _has_files(url) if sqlite else _has_tables(url):
        raise DatabaseNotEmptyError(
            messages.NOT_EMPTY.format(place=url.render_as_string(hide_password=True)),
            advice=messages.NOT_EMPTY_ADVICE,
        )


def _copy_sqlite(url: URL, target: Path) -> None:
    source = Path(url.database or "")
    if not source.is_file():
        raise unreachable(url, "no such file")
    try:
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
        with closing(sqlite3.connect(target)) as copy:
            (told,) = copy.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as error:
        raise DumpFailedError(
            messages.DUMP_FAILED.format(program="SQLite"), advice=messages.DUMP_ADVICE, cause=str(error)
        ) from error
    if told != "ok":
        raise DumpFailedError(
            messages.DUMP_FAILED.format(program="SQLite"), advice=messages.DUMP_ADVICE, cause=str(told)
        )


def _has_files(url: URL) -> bool:
    """Whether anything is left of a database: a journal alone would be applied to what takes the lost file's place."""
    place = Path(url.database or "")
    return any(place.with_name(place.name + suffix).exists() for suffix in ("", "-wal", "-shm", "-journal"))


def _has_tables(url: URL) -> bool:
    dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
    query = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
    try:
        with psycopg.connect(dsn, connect_timeout=CONNECT_SECONDS) as connection:
            row = connection.execute(query).fetchone()
    except psycopg.OperationalError as error:
        raise unreachable(url, str(error)) from error
    return row is not None and row[0] > 0


def _run(url: URL, program: str, *arguments: str) -> None:
    """Runs a program of PostgreSQL's. The password goes by the environment, which other users can't see."""
    found = shutil.which(program)
    if found is None:
        raise DumpProgramMissingError(
            messages.DUMP_PROGRAM.format(program=program),
            advice=messages.DUMP_PROGRAM_ADVICE.format(package=PACKAGE),
        )
    shown = url.set(drivername="postgresql", password=None).render_as_string()
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    done = subprocess.run(
        [found, "--no-password", f"--dbname={shown}", *arguments],
        env={**os.environ, "PGCONNECT_TIMEOUT": str(CONNECT_SECONDS), **secret},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise DumpFailedError(
            messages.DUMP_FAILED.format(program=program),
            where=messages.DUMP_WHERE.format(reason=" ".join(done.stderr.split())[-300:]),
            advice=messages.DUMP_ADVICE,
            cause=done.stderr[-2000:],
        )
