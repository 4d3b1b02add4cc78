"""The database under the records: how it is opened, and what a transaction is.

SQLite runs in WAL mode: readers see a snapshot, and writers stand in a line (`BEGIN IMMEDIATE`), so that none finds out
at its end that it can't write. `synchronous=FULL` makes a commit wait for the disk: a submission that was said to
be received is still there after a power cut. PostgreSQL does so by itself; there, rows that a decision rests on are locked.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from pydantic import JsonValue
from sqlalchemy import (
    URL,
    Connection,
    CursorResult,
    Engine,
    ExceptionContext,
    Executable,
    create_engine,
    event,
    func,
    literal,
    make_url,
    select,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

from vault.records import chain, messages, migrating
from vault.records.errors import (
    DatabaseBusyError,
    DatabaseFullError,
    DatabaseUnreachableError,
    DatabaseUrlError,
)
from vault.records.schema import Base

BUSY_SECONDS = 30
"""How long a writer waits for its turn."""
CONNECT_SECONDS = 10
IDLE_SECONDS = 20
"""PostgreSQL ends a transaction whose process has said nothing for so long: a host that stands still mustn't hold up all
others, who wait longer than this. SQLite's processes are on one host."""
_POOL = {"pool_size": 10, "max_overflow": 30, "pool_timeout": BUSY_SECONDS}
"""As many connections of one process as the API has threads."""
_WRITES = "hezheng_writes"
_BUSY_STATES = frozenset({"55P03", "40P01", "40001"})
"""PostgreSQL: lock not available, deadlock, serialization failure."""
_FULL_STATE = "53100"
"""PostgreSQL: disk full."""


class Transaction:
    """One transaction: a session, the database's clock, and what it will append to the trail."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._entries: list[chain.Entry] = []

    @cached_property
    def now(self) -> datetime:
        """The database's time, asked for once. SQLite runs in this process, so that its clock is this host's."""
        if self.session.get_bind().dialect.name == "sqlite":
            return datetime.now(UTC)
        return self.session.execute(select(func.clock_timestamp())).scalar_one().astimezone(UTC)

    def change(self, statement: Executable) -> int:
        """Runs an UPDATE or DELETE. How many rows it changed."""
        return cast("CursorResult[Any]", self.session.execute(statement)).rowcount

    def insert_new(self, table: type[Base], **values: object) -> bool:
        """Inserts a row unless one of its key is there, waiting for whoever is inserting the same. Whether it was new."""
        sqlite = self.session.get_bind().dialect.name == "sqlite"
        insert = sqlite_dialect.insert if sqlite else postgresql.insert
        statement = insert(table).values(**values).on_conflict_do_nothing().returning(literal(1))
        return self.session.execute(statement).first() is not None

    def note(self, actor: str, action: str, subject: str, **detail: JsonValue) -> None:
        """Has this appended to the trail when the transaction ends, or not at all."""
        self._entries.append(chain.Entry(actor, action, subject, detail))

    def seal(self) -> None:
        """Appends what was noted. It comes last, so that the trail's one lock is held shortly and after all others."""
        if self._entries:
            chain.append(self.session, self.now, self._entries)
            self._entries = []


class Database:
    """A database of records, migrated to what this program knows."""

    def __init__(self, url: str) -> None:
        """Raises DatabaseUrlError, DatabaseUnreachableError, DatabaseTooNewError."""
        self._url = parsed_url(url)
        self.engine = make_engine(self._url)
        self._turn = threading.Lock()
        options = {} if self.sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reader = self.engine.execution_options(**options)
        self._writer = self.engine.execution_options(**{_WRITES: True})
        try:
            with self._told():
                migrating.migrate(self._writer, Path(self._url.database or "") if self.sqlite else None)
        except BaseException:
            self.engine.dispose()
            raise

    @property
    def sqlite(self) -> bool:
        """Whether this is SQLite; else PostgreSQL."""
        return self._url.get_backend_name() == "sqlite"

    @property
    def place(self) -> str:
        """Where it is, without the password."""
        return self._url.render_as_string(hide_password=True)

    def watch(self, tell: Callable[[str], None]) -> None:
        """Has `tell` called with the kind of each error of a connection or a lock, such as `OperationalError`."""

        def look(context: ExceptionContext) -> None:
            if context.is_disconnect or isinstance(context.sqlalchemy_exception, OperationalError):
                tell(type(context.original_exception).__name__)

        event.listen(self.engine, "handle_error", look)

    def close(self) -> None:
        """Lets go of all connections."""
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A transaction that sees one moment of the database and changes nothing."""
        with self._told(), Session(self._reader, expire_on_commit=False) as session, session.begin():
            yield Transaction(session)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """A transaction that is committed, with its rows of the trail, or leaves nothing."""
        with (
            self._in_turn(),
            self._told(),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            transaction = Transaction(session)
            yield transaction
            transaction.seal()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Puts this process's writers to SQLite in a line: left to themselves they sleep and try, and some starve."""
        if not self.sqlite:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise _busy("another thread has been writing all the time")
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns the driver's errors about locks and connections into ours."""
        try:
            yield
        except PoolTimeoutError as error:
            raise _busy(str(error)) from error
        except DBAPIError as error:
            state, cause = getattr(error.orig, "sqlstate", None), str(error.orig)
            if state in _BUSY_STATES or "database is locked" in cause:
                raise _busy(cause) from error
            if state == _FULL_STATE or "disk is full" in cause:
                raise DatabaseFullError(
                    messages.DATABASE_FULL,
                    where=messages.UNREACHABLE_WHERE.format(place=self.place),
                    advice=messages.DATABASE_FULL_ADVICE,
                    cause=cause,
                ) from error
            if error.connection_invalidated or isinstance(error, OperationalError):
                raise unreachable(self._url, cause) from error
            raise


def _busy(cause: str) -> DatabaseBusyError:
    return DatabaseBusyError(messages.BUSY, advice=messages.BUSY_ADVICE, cause=cause)


def unreachable(url: URL, cause: str) -> DatabaseUnreachableError:
    """The error for a database that doesn't answer, or doesn't let us in."""
    return DatabaseUnreachableError(
        messages.UNREACHABLE,
        where=messages.UNREACHABLE_WHERE.format(place=url.render_as_string(hide_password=True)),
        advice=messages.UNREACHABLE_ADVICE,
        cause=cause,
    )


@contextmanager
def connected(url: URL) -> Iterator[Connection]:
    """A connection to a database as it is: nothing is migrated for it. Raises DatabaseUnreachableError."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        raise unreachable(url, str(error.orig)) from error
    finally:
        engine.dispose()


def parsed_url(url: str) -> URL:
    """The address, where it is one of SQLite's or PostgreSQL's. Raises DatabaseUrlError."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise DatabaseUrlError(
            messages.URL_UNUSABLE.format(place="…"), advice=messages.URL_ADVICE, cause="not a URL"
        ) from error
    file = parsed.drivername == "sqlite" and parsed.database not in (None, "", ":memory:")
    if not file and parsed.drivername != "postgresql+psycopg":
        place = parsed.render_as_string(hide_password=True)
        raise DatabaseUrlError(
            messages.URL_UNUSABLE.format(place=place),
            advice=messages.URL_ADVICE,
            cause=f"driver {parsed.drivername}",
        )
    return parsed


def make_engine(url: URL) -> Engine:
    """Connections to the database, which isn't looked at yet."""
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "")
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)  # it holds the webhooks' secrets; SQLite's other files take its mode
        engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS}, **_POOL)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(
        url,
        hide_parameters=True,  # they are people's data, and errors stand in the log
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            "options": f"-c timezone=UTC -c lock_timeout={BUSY_SECONDS}s"
            f" -c idle_in_transaction_session_timeout={IDLE_SECONDS}s",
        },
        **_POOL,
    )


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
    connection.isolation_level = None  # the driver begins nothing by itself; _begin_sqlite does
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "recursive_triggers=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
