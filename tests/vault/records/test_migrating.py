"""Opening a database."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from tests.vault.records.office import APPLICANT, execute, opened, received
from tests.vault.records.racing import race
from vault.records import Records
from vault.records.errors import DatabaseTooNewError, DatabaseUnreachableError, DatabaseUrlError
from vault.records.schema import Base

PROCESSES = 4


def test_the_migrations_lead_to_the_tables_that_the_program_knows(records: Records) -> None:
    with records.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Base.metadata) == []


def test_opened_again_nothing_is_lost(records: Records, url: str) -> None:
    made = received(records)
    again = opened(url)
    assert again.get(APPLICANT, made.id) == made
    again.close()


def hand_in(records: Records, _: int) -> list[str]:
    """Hands a submission in."""
    return [received(records).id]


def test_several_processes_start_at_once_on_an_empty_database(url: str) -> None:
    made = [submission for each in race(url, PROCESSES, hand_in) for submission in each]
    records = opened(url)
    assert sorted(each.id for each in records.list(APPLICANT).items) == sorted(made)
    records.close()


def test_a_newer_database_is_refused_and_left_alone(records: Records, url: str) -> None:
    made = received(records)
    execute(records, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNewError) as caught:
        opened(url)
    assert caught.value.lines[0].startswith("数据库的版本比程序新")
    assert "9999" in caught.value.where
    assert records.get(APPLICANT, made.id) == made
    with records.database.engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://host/x", "postgresql://host/x", "sqlite://", "sqlite+aiosqlite:///x.db"]
)
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(DatabaseUrlError) as caught:
        opened(url)
    assert "postgresql+psycopg://" in caught.value.advice


def test_a_database_that_cannot_be_reached_is_told_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachableError) as caught:
        opened("postgresql+psycopg://hezheng:geheim@127.0.0.1:1/x")
    assert "geheim" not in " ".join(caught.value.lines)
    assert "127.0.0.1" in caught.value.where
    (tmp_path / "records.db").mkdir()
    with pytest.raises(DatabaseUnreachableError):
        opened(f"sqlite:///{tmp_path / 'records.db'}")
