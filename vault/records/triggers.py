"""Triggers that hold, in the database itself, what must hold whoever writes.

A submission begins as a draft and makes none but the moves of dossier/state.py; rows of the trail and of what people decided are
neither changed nor removed. A migration that changes MOVES, or adds such a table, calls `install` again.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from dossier.state import INITIAL, MOVES


def install(connection: Connection, append_only: Iterable[str]) -> None:
    """Makes the triggers, in place of older ones; rows of the tables named are neither changed nor removed."""
    sqlite = connection.dialect.name == "sqlite"
    for statement in _sqlite(append_only) if sqlite else _postgresql(append_only):
        connection.exec_driver_sql(statement)


def _pairs() -> str:
    return ", ".join(f"'{before}>{after}'" for before, after in sorted(MOVES))


def _sqlite(append_only: Iterable[str]) -> Iterator[str]:
    illegal = f"NEW.state <> OLD.state AND OLD.state || '>' || NEW.state NOT IN ({_pairs()})"
    yield from _sqlite_trigger("submissions_moves", "UPDATE ON submissions", illegal, "illegal move")
    begins = f"NEW.state <> '{INITIAL}'"
    yield from _sqlite_trigger("submissions_begin", "INSERT ON submissions", begins, "illegal first state")
    yield from _sqlite_trigger("submissions_stay", "DELETE ON submissions", "1", "submissions stay")
    for table in append_only:
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_no_{verb.lower()}"
            yield from _sqlite_trigger(name, f"{verb} ON {table}", "1", f"{table} is append-only")


def _sqlite_trigger(name: str, occasion: str, condition: str, refusal: str) -> Iterator[str]:
    yield f"DROP TRIGGER IF EXISTS {name}"
    yield (
        f"CREATE TRIGGER {name} BEFORE {occasion} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    )


def _postgresql(append_only: Iterable[str]) -> Iterator[str]:
    yield (
        "CREATE OR REPLACE FUNCTION hezheng_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    illegal = f"NEW.state <> OLD.state AND OLD.state || '>' || NEW.state NOT IN ({_pairs()})"
    yield from _postgresql_trigger("submissions_moves", "UPDATE ON submissions", illegal, "illegal move")
    begins = f"NEW.state <> '{INITIAL}'"
    yield from _postgresql_trigger(
        "submissions_begin", "INSERT ON submissions", begins, "illegal first state"
    )
    yield from _postgresql_trigger("submissions_stay", "DELETE ON submissions", None, "submissions stay")
    for table in append_only:
        for verb in ("UPDATE", "DELETE", "TRUNCATE"):
            name = f"{table}_no_{verb.lower()}"
            yield from _postgresql_trigger(name, f"{verb} ON {table}", None, f"{table} is append-only")


def _postgresql_trigger(name: str, occasion: str, condition: str | None, refusal: str) -> Iterator[str]:
    table = occasion.rpartition(" ")[2]
    scope = f"FOR EACH ROW WHEN ({condition})" if condition else "FOR EACH STATEMENT"
    yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
    yield (f"CREATE TRIGGER {name} BEFORE {occasion} {scope} EXECUTE FUNCTION hezheng_refuse('{refusal}')")
