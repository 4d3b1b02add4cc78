"""Folders of runs: gone with their run, however it ends."""

import fcntl
import os
from pathlib import Path

import pytest

from flows.workspace import sweep, workspace


def test_the_folder_is_gone_afterwards(tmp_path: Path) -> None:
    with workspace(tmp_path / "work") as folder:
        (folder / "a" / "b").mkdir(parents=True)
        (folder / "a" / "b" / "file").write_text("x")
    assert list((tmp_path / "work").iterdir()) == []


def test_the_folder_is_gone_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), workspace(tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / "run-dead").mkdir()
    (tmp_path / "run-dead" / "file").write_text("x")
    (tmp_path / "run-dead.lock").write_text("")
    with workspace(tmp_path) as folder:
        assert {path.name for path in tmp_path.iterdir()} == {folder.name, f"{folder.name}.lock"}


def test_runs_at_the_same_time_leave_each_other_alone(tmp_path: Path) -> None:
    with workspace(tmp_path) as first, workspace(tmp_path) as second:
        assert first != second
        assert first.is_dir()


def test_what_nobody_made_as_a_run_s_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    sweep(tmp_path)
    assert (tmp_path / "notes").is_dir()


def test_a_lock_that_goes_away_meanwhile_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "run-gone.lock").write_text("")
    opened = os.open

    def late(path: Path, flags: int) -> int:
        path.unlink()
        return opened(path, flags)

    monkeypatch.setattr(os, "open", late)
    sweep(tmp_path)


def test_a_locked_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "run-live").mkdir()
    with (tmp_path / "run-live.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        sweep(tmp_path)
    assert (tmp_path / "run-live").is_dir()
