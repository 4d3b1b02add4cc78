"""Runs a program by the clock, and watches the memory of it and all that it starts."""

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.2
_PROC = Path("/proc")


class WatchedFailedError(RuntimeError):
    """The program ended with an exit code that isn't allowed."""


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of the processor; the most memory at one time, in how many processes."""

    wall: float
    cpu: float
    peak_mb: float
    processes: int


def watched(command: Sequence[str], environment: Mapping[str, str], allowed: Sequence[int] = (0,)) -> Run:
    """Runs the command to its end. Raises WatchedFailedError with what it said where it fails."""
    peak, processes = 0.0, 0
    with tempfile.TemporaryFile() as said:
        before, start = os.times(), time.perf_counter()
        child = subprocess.Popen(command, env=dict(environment), stdout=said, stderr=subprocess.STDOUT)
        while True:
            try:
                code = child.wait(INTERVAL)
                break
            except subprocess.TimeoutExpired:
                family = list(with_descendants(child.pid))
                used = sum(map(proportional_mb, family))
                if used > peak:
                    peak, processes = used, len(family)
        wall, after = time.perf_counter() - start, os.times()
        if code not in allowed:
            said.seek(0)
            raise WatchedFailedError(
                f"{command} ended with {code}: {said.read()[-2000:].decode(errors='replace')}"
            )
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return Run(wall, cpu, peak, processes)


def with_descendants(process: int) -> Iterable[int]:
    """The process, its children, theirs, and so on, as far as they live."""
    yield process
    for task in (_PROC / str(process) / "task").glob("*/children"):
        for child in _text(task).split():
            yield from with_descendants(int(child))


def proportional_mb(process: int) -> float:
    """Proportional set size in MB: pages that several processes share are split between them; 0 for one that ended."""
    found = re.search(r"^Pss:\s+(\d+)", _text(_PROC / str(process) / "smaps_rollup"), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def _text(place: Path) -> str:
    """What stands in a file of /proc; nothing where its process has ended."""
    try:
        return place.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
