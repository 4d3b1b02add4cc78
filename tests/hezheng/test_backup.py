"""Lose everything, put the backup back, and find all as it was: on SQLite and a folder, on PostgreSQL and S3."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dossier.state import State
from hezheng import cli, settings
from tests.hezheng.installation import (
    CONTENTS,
    KEEP_UNTIL,
    OFFICE,
    Installation,
    fill,
    hand_in,
    owned_database,
    sha256_of,
    told,
)
from vault import backup
from vault.blobs import BlobLockedError
from vault.originals import Originals


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
            told_of_it = store.settings(store.new_bucket())
            variables |= {f"HEZHENG_{key.upper()}": value for key, value in told_of_it.items()}
            variables["HEZHENG_DATABASE_URL"] = owned_database(request.getfixturevalue("postgres"))
        made.append(Installation(tmp_path / name, variables))
    made[0].use(monkeypatch)
    yield made[0], made[1]
    settings.load.cache_clear()


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
