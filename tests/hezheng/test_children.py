"""Children are started again when they end, stopped in order, and never left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from hezheng import children
from hezheng.children import Child
from hezheng.loops import Loop

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
DEAF = [
    sys.executable,
    "-c",
    "import signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', file=sys.stderr, flush=True); time.sleep(600)",
]


def _wait(condition: Callable[[], object], seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came about"
        time.sleep(0.02)


def _gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_a_child_that_is_killed_runs_again_under_another_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "SHORTEST_PAUSE", 0.05)
    child = Child("sleeper", SLEEPER)
    child.start()
    try:
        _wait(lambda: child.pid)
        first = child.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        _wait(lambda: child.pid not in {None, first})
    finally:
        child.stop()
    assert child.pid is None


def test_a_child_that_fails_at_once_is_not_started_in_a_storm(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(children, "SHORTEST_PAUSE", 0.1)
    marks = tmp_path / "marks"
    child = Child(
        "failing", [sys.executable, "-c", f"open({str(marks)!r}, 'a').write('x'); raise SystemExit(1)"]
    )
    child.start()
    time.sleep(2)
    child.stop()
    assert 2 <= len(marks.read_text()) <= 6, "pauses of 0.1, 0.2, 0.4, 0.8 s fit into two seconds"


def test_a_child_that_does_not_listen_is_killed_in_the_end(capfd: pytest.CaptureFixture[str]) -> None:
    child = Child("deaf", DEAF)
    child.start()
    seen: list[str] = []

    def spoken() -> bool:
        seen.append(capfd.readouterr().err)
        return "deaf" in "".join(seen)

    _wait(spoken)
    pid = child.pid
    assert pid is not None
    child.stop(patience=0.3)
    _wait(lambda: _gone(pid))


def test_no_child_outlives_a_parent_that_is_killed() -> None:
    script = (
        "import sys, time\n"
        "from hezheng.children import Child\n"
        f"child = Child('sleeper', {SLEEPER!r})\n"
        "child.start()\n"
        "late = time.monotonic() + 10\n"
        "while child.pid is None and time.monotonic() < late: time.sleep(0.01)\n"
        "time.sleep(0.5)\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        try:
            assert parent.stdout is not None
            pid = int(parent.stdout.readline())
            assert psutil.pid_exists(pid)
        finally:
            parent.kill()
    _wait(lambda: _gone(pid))


def test_a_loop_goes_on_after_an_error() -> None:
    turns: list[int] = []

    def work() -> None:
        turns.append(1)
        raise RuntimeError("this turn fails")

    loop = Loop("failing", 0.01, work)
    loop.start()
    _wait(lambda: len(turns) > 3)
    loop.stop()
    seen = len(turns)
    time.sleep(0.1)
    assert len(turns) == seen
