"""Installations of the tests, with submissions in them, for what is backed up and put back."""

import hashlib
from contextlib import closing
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from dossier.principal import SCOPES, Principal, Role
from hezheng import settings
from tests.servers import Postgres
from vault.blobs import Blobs
from vault.originals import Originals
from vault.records import Records, open_records
from vault.report_files import ReportFileStore
from vault.stores import open_blobs

OFFICE = Principal(id="office", name="省总工会", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])
KEEP_UNTIL = date.today() + timedelta(days=2)  # noqa: DTZ011 - any day to come
CONTENTS = [f"第 {number} 份材料".encode() * 1000 for number in range(5)]


class Installation:
    """An installation that can be lost."""

    def __init__(self, data: Path, variables: dict[str, str]) -> None:
        self.data = data
        self.variables = variables

    @property
    def settings(self) -> settings.Settings:
        """The settings that are in use."""
        return settings.load()

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Has the program use this one."""
        for name, value in self.variables.items():
            monkeypatch.setenv(name, value)
        settings.load.cache_clear()

    def records(self) -> Records:
        """Its records, newly opened."""
        return open_records(self.settings)

    def blobs(self) -> Blobs:
        """Its store."""
        return open_blobs(self.settings)


def owned_database(postgres: Postgres) -> str:
    """An empty database of a role that has no other rights, as the program's should be."""
    address = postgres.new_database()
    with psycopg.connect(postgres._dsn("postgres"), autocommit=True) as connection:
        if connection.execute("SELECT FROM pg_roles WHERE rolname = 'keeper'").rowcount == 0:
            connection.execute("CREATE ROLE keeper LOGIN")
        name = Identifier(address.rpartition("/")[2])
        connection.execute(SQL("ALTER DATABASE {} OWNER TO keeper").format(name))
    return address.replace("postgres@", "keeper@")


def sha256_of(content: bytes) -> str:
    """The hash by which an original is kept."""
    return hashlib.sha256(content).hexdigest()


def hand_in(records: Records, originals: Originals, contents: list[bytes]) -> str:
    """Hands a submission of these files in; its number."""
    draft = records.create(OFFICE, round="2026", recommender="南京市总工会")
    for number, content in enumerate(contents):
        originals.put(BytesIO(content), sha256=sha256_of(content), size=len(content))
        records.add_document(
            OFFICE, draft.id, f"证明 {number}.pdf", sha256=sha256_of(content), size=len(content)
        )
    return records.submit(OFFICE, draft.id, draft.version).id


def fill(installation: Installation) -> tuple[str, str]:
    """A submission that waits and one that is read; and what else lies in a store."""
    with closing(installation.records()) as records:
        blobs = installation.blobs()
        originals = Originals(blobs, KEEP_UNTIL)
        waiting = hand_in(records, originals, CONTENTS[:3])
        reading = hand_in(records, originals, CONTENTS[2:4])
        assert records.take(reading, "worker-1", 60) is not None
        ReportFileStore(blobs).put(b"{}")
        blobs.put("readings/readers-3/ab/abcd.json.gz", BytesIO(b"read"), size=4)
    return waiting, reading


def told(records: Records) -> dict[str, Any]:
    """What the records say, for comparison."""
    page = records.list(OFFICE)
    return {
        "submissions": sorted(each.model_dump_json() for each in page.items),
        "documents": [records.documents(OFFICE, each.id) for each in page.items],
        "trail": records.trail(Principal(id="a", name="审计", role=Role.AUDITOR)),
    }
