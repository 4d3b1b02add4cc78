"""What was altered, lost, not finished or not there is told, and neither backed up nor put back as sound."""

import json
import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from hezheng import cli, settings
from tests.hezheng.installation import CONTENTS, Installation, fill, owned_database, sha256_of
from tests.servers import free_ports
from vault import backup


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
