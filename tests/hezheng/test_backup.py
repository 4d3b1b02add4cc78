"""Lose everything, put the backup back, and find all as it was: on SQLite and a folder, on PostgreSQL and S3."""

import hashlib
import json
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from dossier.principal import SCOPES, Principal, Role
from dossier.state import State
from hezheng import cli, settings
from tests.servers import free_ports
from vault import backup
from vault.blobs import BlobLockedError, Blobs
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
        return settings.load()

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, value in self.variables.items():
            monkeypatch.setenv(name, value)
        settings.load.cache_clear()

    def records(self) -> Records:
        return open_records(self.settings)

    def blobs(self) -> Blobs:
        return open_blobs(self.settings)


@pytest.fixture(params=["sqlite and a folder", "postgresql and s3"])
def lost_twice(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Installation, Installation]]:
    """An installation, and an empty one of its kind that takes its place."""
    monkeypatch.chdir(tmp_path)
    made: list[Installation] = []
    for name in ("first", "second"):
        variables = {"HEZHENG_DATA": str(tmp_path / name), "HEZHENG_KEEP_UNTIL": KEEP_UNTIL.isoformat()}
        if request.param == "postgresql and s3":
            store: Any = request.getfixturevalue("object_store")
            variables |= {
                "HEZHENG_DATABASE_URL": owned_database(request.getfixturevalue("postgres")),
                "HEZHENG_S3_ENDPOINT": store.endpoint,
                "HEZHENG_S3_ACCESS_KEY": store.access_key,
                "HEZHENG_S3_SECRET_KEY": store.secret_key,
                "HEZHENG_S3_BUCKET": store.new_bucket(),
                "HEZHENG_S3_SECURE": "false",
            }
        made.append(Installation(tmp_path / name, variables))
    made[0].use(monkeypatch)
    yield made[0], made[1]
    settings.load.cache_clear()


def owned_database(postgres: Any) -> str:
    """An empty database of a role that has no other rights, as the program's should be."""
    address: str = postgres.new_database()
    with psycopg.connect(postgres._dsn("postgres"), autocommit=True) as connection:
        if connection.execute("SELECT FROM pg_roles WHERE rolname = 'keeper'").rowcount == 0:
            connection.execute("CREATE ROLE keeper LOGIN")
        name = Identifier(address.rpartition("/")[2])
        connection.execute(SQL("ALTER DATABASE {} OWNER TO keeper").format(name))
    return address.replace("postgres@", "keeper@")


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def hand_in(records: Records, originals: Originals, contents: list[bytes]) -> str:
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


def test_what_was_lost_is_put_back_whole(
    lost_twice: tuple[Installation, Installation],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lost, new = lost_twice
    waiting, reading = fill(lost)
    with closing(lost.records()) as records:
        before = told(records)
    assert cli.run(["backup", "--out", str(tmp_path / "backup")]) == 0
    assert "原件 4 份" in capsys.readouterr().out
    shutil.rmtree(lost.data, ignore_errors=True)

    new.use(monkeypatch)
    assert cli.run(["restore", str(tmp_path / "backup")]) == 0
    assert "操作记录完整，原件齐全且未被改动" in capsys.readouterr().out
    blobs = new.blobs()
    with closing(new.records()) as records:
        assert told(records) == before
        assert records.get(OFFICE, waiting).state is State.RECEIVED
        assert records.get(OFFICE, reading).state is State.READING
        # and it goes on: the trail's chain, and the lease that nobody holds any more
        assert records.take(waiting, "worker-2", 60) is not None
        hand_in(records, Originals(blobs, KEEP_UNTIL), CONTENTS[4:])
    assert backup.faults_of(new.settings) == []
    assert blobs.get("readings/readers-3/ab/abcd.json.gz") == b"read"
    for content in CONTENTS[:4]:
        key = f"originals/{sha256_of(content)[:2]}/{sha256_of(content)}"
        assert blobs.get(key) == content
        assert blobs.kept_until(key) == KEEP_UNTIL
        with pytest.raises(BlobLockedError):
            blobs.delete(key)


def test_a_database_that_is_lost_alone_is_put_back_beside_its_contents(
    lost_twice: tuple[Installation, Installation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store survived, with contents that came after the backup: they stay, locked as they are."""
    lost, new = lost_twice
    fill(lost)
    with closing(lost.records()) as records:
        before = told(records)
    assert cli.run(["backup", "--out", str(tmp_path / "backup")]) == 0
    with closing(lost.records()) as records:
        hand_in(records, Originals(lost.blobs(), KEEP_UNTIL), CONTENTS[4:])
    for file in lost.data.glob("hezheng.db*"):
        file.unlink()
    address = new.variables.get("HEZHENG_DATABASE_URL")
    if address is not None:
        monkeypatch.setenv("HEZHENG_DATABASE_URL", address)
        settings.load.cache_clear()
    assert cli.run(["restore", str(tmp_path / "backup")]) == 0
    with closing(lost.records()) as records:
        assert told(records) == before
    kept = f"originals/{sha256_of(CONTENTS[4])[:2]}/{sha256_of(CONTENTS[4])}"
    assert lost.blobs().get(kept) == CONTENTS[4]


def test_a_second_backup_adds_only_what_is_new_and_the_first_still_fits(
    lost_twice: tuple[Installation, Installation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost, new = lost_twice
    fill(lost)
    copied: list[int] = []
    first, made = backup.back_up(
        lost.settings, tmp_path / "backup", program="1", tell=lambda _, done: copied.append(done)
    )
    assert (made.contents, copied[-1]) == (6, 6)
    first = first.rename(first.with_name("20260101T000000Z"))  # made long ago
    with closing(lost.records()) as records:
        later = hand_in(records, Originals(lost.blobs(), KEEP_UNTIL), CONTENTS[4:])
    _, made = backup.back_up(
        lost.settings, tmp_path / "backup", program="1", tell=lambda _, done: copied.append(done)
    )
    assert (made.contents, copied[-1]) == (7, 1)

    new.use(monkeypatch)
    assert cli.run(["restore", str(tmp_path / "backup"), "--at", first.name]) == 0
    with closing(new.records()) as records:
        assert later not in {each.id for each in records.list(OFFICE).items}
        assert len(records.list(OFFICE).items) == 2


def test_a_backup_is_not_put_over_what_is_there(
    lost_twice: tuple[Installation, Installation], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost, _ = lost_twice
    fill(lost)
    assert cli.run(["backup", "--out", str(tmp_path / "backup")]) == 0
    with closing(lost.records()) as records:
        before = told(records)
    assert cli.run(["restore", str(tmp_path / "backup")]) == 2
    assert "没有覆盖" in capsys.readouterr().err
    with closing(lost.records()) as records:
        assert told(records) == before


def test_a_backup_that_is_made_while_submissions_come_in_is_whole(
    lost_twice: tuple[Installation, Installation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever moment the dump has seen: each original that it names is there, and the trail holds."""
    lost, new = lost_twice
    fill(lost)
    stop, handed_in = threading.Event(), 0

    def go_on() -> None:
        nonlocal handed_in
        with closing(lost.records()) as records:
            originals = Originals(lost.blobs(), KEEP_UNTIL)
            while not stop.is_set():
                content = f"{handed_in} 份材料".encode() * 500
                hand_in(records, originals, [content])
                handed_in += 1

    clients = threading.Thread(target=go_on, daemon=True)
    clients.start()
    try:
        while not handed_in:
            assert clients.is_alive()
            time.sleep(0.01)
        backup.back_up(lost.settings, tmp_path / "backup", program="1", tell=lambda *_: time.sleep(0.02))
    finally:
        stop.set()
        clients.join()
    new.use(monkeypatch)
    assert cli.run(["restore", str(tmp_path / "backup")]) == 0
    with closing(new.records()) as records:
        restored = sum(records.count(OFFICE).values())
    assert 2 < restored <= 2 + handed_in


def original_in(folder: Path, content: bytes) -> Path:
    return folder / "originals" / sha256_of(content)[:2] / sha256_of(content)


def alter(file: Path) -> None:
    file.chmod(0o600)
    file.write_bytes(b"x" + file.read_bytes()[1:])


@pytest.fixture
def embedded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    monkeypatch.chdir(tmp_path)
    installation = Installation(tmp_path / "data", {"HEZHENG_DATA": str(tmp_path / "data")})
    installation.use(monkeypatch)
    yield installation
    settings.load.cache_clear()


def test_an_original_that_was_altered_or_lost_is_named_and_the_rest_is_backed_up(
    embedded: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(embedded)
    alter(original_in(embedded.data, CONTENTS[0]))
    original_in(embedded.data, CONTENTS[1]).unlink()
    assert cli.run(["backup", "--out", str(tmp_path / "backup")]) == 1
    shown = capsys.readouterr().out
    assert sha256_of(CONTENTS[0]) in shown
    assert sha256_of(CONTENTS[1]) in shown
    assert original_in(tmp_path / "backup" / "store", CONTENTS[2]).is_file()
    assert not original_in(tmp_path / "backup" / "store", CONTENTS[0]).exists()


def test_a_backup_that_was_altered_is_refused_and_nothing_is_restored(
    embedded: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(embedded)
    place, made = backup.back_up(embedded.settings, tmp_path / "backup", program="1", tell=lambda *_: None)
    shutil.rmtree(embedded.data)
    alter(original_in(tmp_path / "backup" / "store", CONTENTS[0]))
    assert cli.run(["restore", str(tmp_path / "backup")]) == 2
    assert sha256_of(CONTENTS[0]) in capsys.readouterr().err
    alter(place / made.dump)
    assert cli.run(["restore", str(tmp_path / "backup")]) == 2
    assert made.dump in capsys.readouterr().err
    assert not (embedded.data / "hezheng.db").exists()


def test_a_journal_without_its_database_is_in_the_way(
    embedded: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(embedded)
    backup.back_up(embedded.settings, tmp_path / "backup", program="1", tell=lambda *_: None)
    (embedded.data / "hezheng.db").unlink()
    (embedded.data / "hezheng.db-wal").write_bytes(b"of the lost one")
    assert cli.run(["restore", str(tmp_path / "backup")]) == 2
    assert "-wal" in capsys.readouterr().err


def test_a_backup_that_was_not_finished_counts_for_nothing(
    embedded: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(embedded)
    place, _ = backup.back_up(embedded.settings, tmp_path / "backup", program="1", tell=lambda *_: None)
    (place / "backup.json").unlink()
    assert cli.run(["restore", str(tmp_path / "backup")]) == 2
    assert "没有完整的备份" in capsys.readouterr().err


def test_heads_of_days_that_were_not_over_stay_out_of_an_older_backup(
    embedded: Installation, tmp_path: Path
) -> None:
    """Such a head speaks of rows that came after the dump: put back with it, it would call them cut."""
    fill(embedded)
    blobs = embedded.blobs()
    for day in ("2020-01-01", "2999-01-01"):
        blobs.put(f"trail/{day}.json", BytesIO(b"{}"), size=2)
    backup.back_up(embedded.settings, tmp_path / "backup", program="1", tell=lambda *_: None)
    kept = sorted(each.name for each in (tmp_path / "backup" / "store" / "trail").iterdir())
    assert kept == ["2020-01-01.json"]


def test_only_the_owner_may_look_into_a_backup(embedded: Installation, tmp_path: Path) -> None:
    fill(embedded)
    before = os.umask(0o022)
    try:
        assert cli.run(["backup", "--out", str(tmp_path / "backup")]) == 0
    finally:
        os.umask(before)
    assert (tmp_path / "backup").stat().st_mode & 0o077 == 0
    (place,) = (tmp_path / "backup").glob("*/backup.json")
    shown = json.loads(place.read_text("utf-8"))
    assert shown["dump_sha256"] == sha256_of((place.parent / shown["dump"]).read_bytes())


def test_without_postgresqls_programs_their_package_is_named(
    postgres: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEZHENG_DATABASE_URL", postgres.new_database())
    monkeypatch.setenv("PATH", "")
    settings.load.cache_clear()
    assert cli.run(["backup", "--out", str(tmp_path / "backup")]) == 2
    assert "postgresql-client" in capsys.readouterr().err
    settings.load.cache_clear()


def test_a_database_that_is_away_or_of_another_kind_is_told_and_nothing_is_written(
    embedded: Installation,
    postgres: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["backup", "--out", str(tmp_path / "never")]) == 2
    assert "hezheng.db" in capsys.readouterr().err
    fill(embedded)
    assert cli.run(["backup", "--out", str(tmp_path / "backup")]) == 0
    (port,) = free_ports(1)
    for address, told in (
        (owned_database(postgres), "另一种数据库"),
        (f"postgresql+psycopg://u:pa55word@127.0.0.1:{port}/d", str(port)),
    ):
        monkeypatch.setenv("HEZHENG_DATABASE_URL", address)
        settings.load.cache_clear()
        capsys.readouterr()
        assert cli.run(["restore", str(tmp_path / "backup")]) == 2
        shown = capsys.readouterr().err
        assert told in shown
        assert "pa55word" not in shown
    assert cli.run(["backup", "--out", str(tmp_path / "away")]) == 2
    assert "pg_dump" in capsys.readouterr().err
    assert list((tmp_path / "away").iterdir()) == []


def test_what_is_damaged_in_the_database_is_not_backed_up_as_sound(
    embedded: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(embedded)
    file = embedded.data / "hezheng.db"
    for journal in embedded.data.glob("hezheng.db-*"):
        journal.unlink()
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 30] = os.urandom(4096 * 27)
    file.write_bytes(content)
    assert cli.run(["backup", "--out", str(tmp_path / "backup")]) == 2
    assert "SQLite" in capsys.readouterr().err
    assert backup.moments(tmp_path / "backup") == []
