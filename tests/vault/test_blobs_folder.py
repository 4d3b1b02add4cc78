"""The folder face: what a crash, a full disk and a slip of the hand do to it."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.vault.faces import put, sha256
from vault import blobs_folder
from vault.blobs import BlobLockedError, BlobTakenError, StoreFullError, StoreUnreachableError
from vault.blobs_folder import FolderBlobs
from vault.originals import Originals

KEY = "reports/a"
SMALL_DISK = 4 << 20
WRITER = """
import sys
from io import BytesIO
from pathlib import Path
from vault.blobs_folder import FolderBlobs
store, number = FolderBlobs(Path(sys.argv[1])), 0
while True:
    content = number.to_bytes(4) * 100_000
    store.put(f"reports/{number:08}", BytesIO(content), size=len(content))
    print(number, flush=True)
    number += 1
"""
DELETER = """
import sys
from pathlib import Path
from vault.blobs_folder import FolderBlobs
FolderBlobs(Path(sys.argv[1])).delete(sys.argv[2])
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a full disk needs the right to mount one")
    yield place
    subprocess.run(["umount", place], check=True)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_full_disk_is_told_and_nothing_half_written_stays(small_disk: Path) -> None:
    store = FolderBlobs(small_disk)
    put(store, KEY, b"kept" * 1000)
    with pytest.raises(StoreFullError, match="已满"):
        put(store, "reports/large", bytes(2 * SMALL_DISK))
    assert store.size("reports/large") is None
    assert files(small_disk) == [small_disk / KEY]
    put(store, "reports/small", bytes(SMALL_DISK // 4))
    assert store.get(KEY) == b"kept" * 1000


def test_a_file_is_fetched_onto_another_disk(small_disk: Path, tmp_path: Path) -> None:
    store = Originals(FolderBlobs(tmp_path / "data"))
    known = sha256(b"x")
    (tmp_path / "x").write_bytes(b"x")
    store.put(tmp_path / "x", sha256=known, size=1)
    near, far = store.fetch(known, tmp_path / "near"), store.fetch(known, small_disk / "far")
    assert near.read_bytes() == far.read_bytes() == b"x"
    assert near.stat().st_nlink == 2
    assert far.stat().st_nlink == 1


def test_a_writer_that_is_killed_loses_nothing_it_was_told_is_kept(tmp_path: Path) -> None:
    root = tmp_path / "data"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(root)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        time.sleep(0.5)
        for _ in range(15):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        acknowledged = 15 + len(writer.stdout.read().splitlines())
    store = FolderBlobs(root)
    for key in store.keys("reports/"):
        assert store.get(key) == int(key[-8:]).to_bytes(4) * 100_000
    assert len(list(store.keys("reports/"))) >= acknowledged


def test_what_a_killed_writer_left_is_swept_away_when_it_is_old(tmp_path: Path) -> None:
    store = FolderBlobs(tmp_path)
    put(store, KEY, b"x")
    old, fresh = (tmp_path / blobs_folder.NEW / name for name in ("old", "fresh"))
    old.write_bytes(b"half")
    fresh.write_bytes(b"half")
    past = time.time() - 2 * blobs_folder.STALE
    os.utime(old, (past, past))
    store.sweep()
    assert files(tmp_path) == [fresh, tmp_path / KEY]


def test_a_content_and_its_folders_are_durable_before_they_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What isn't synced when a put returns can be lost with the power."""
    synced: list[str] = []
    sync, link = os.fsync, os.link

    def recorded(handle: int) -> None:
        sync(handle)
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink().relative_to(tmp_path)))

    def linked(source: Path, target: Path) -> None:
        link(source, target)
        synced.append("linked")

    monkeypatch.setattr(blobs_folder.os, "fsync", recorded)
    monkeypatch.setattr(blobs_folder.os, "link", linked)
    put(FolderBlobs(tmp_path / "data"), KEY, b"x", keep_until=date(2099, 1, 1))
    content = next(index for index, each in enumerate(synced) if each.startswith("data/.new/"))
    named = synced.index("linked")
    assert content < synced.index("data/.kept/reports") < named
    assert synced.index("data") < named
    assert synced[named + 1 :] == ["data/reports"]


def test_a_name_that_is_taken_at_the_last_moment_stays_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, link = FolderBlobs(tmp_path), os.link

    def late(source: Path, target: Path) -> None:
        monkeypatch.setattr(blobs_folder.os, "link", link)
        put(FolderBlobs(tmp_path), KEY, b"faster")
        link(source, target)

    monkeypatch.setattr(blobs_folder.os, "link", late)
    with pytest.raises(BlobTakenError):
        put(store, KEY, b"slower")
    assert store.get(KEY) == b"faster"


def test_files_are_read_only(tmp_path: Path) -> None:
    put(FolderBlobs(tmp_path), KEY, b"x")
    assert stat.S_IMODE((tmp_path / KEY).stat().st_mode) == 0o440


def test_a_day_outlives_the_process(tmp_path: Path) -> None:
    put(FolderBlobs(tmp_path), KEY, b"x", keep_until=date(2099, 1, 1))
    done = subprocess.run(
        [sys.executable, "-c", DELETER, str(tmp_path), KEY], capture_output=True, text=True, check=False
    )
    assert BlobLockedError.__name__ in done.stderr
    assert (tmp_path / KEY).exists()


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreUnreachableError, match="不能读写") as told:
        put(FolderBlobs(tmp_path / "data"), KEY, b"x")
    assert any("系统的说明" in line for line in told.value.lines)


def test_a_folder_gives_no_links_but_the_file_itself(tmp_path: Path) -> None:
    store = FolderBlobs(tmp_path)
    put(store, KEY, b"x")
    assert store.link(KEY, seconds=60, name="a") is None
    assert store.local(KEY) == tmp_path / KEY
