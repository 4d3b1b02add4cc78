"""Tries, from within a reading process, what it must not be able to do. What succeeds is undone.

Sockets are tried by the C library itself, past what Python's audit hook refuses.
"""

import ctypes
import mmap
import os
import resource
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TypedDict

from extractors.readers import limits

_MAP_NORESERVE = 0x4000
_HARMLESS = 1 << 2
"""The one capability that is kept, CAP_DAC_READ_SEARCH."""


class Measure(StrEnum):
    """What a reading process is kept from."""

    NETWORK = "network"
    PROGRAMS = "programs"
    PROCESSES = "processes"
    READING = "reading"
    WRITING = "writing"
    MEMORY = "memory"
    TIME = "time"
    OPEN_FILES = "open_files"
    PRIVILEGES = "privileges"
    ENVIRONMENT = "environment"


class Bait(TypedDict):
    """What is laid out for the trials: a file and a folder of somebody else's, a listening port, secrets' names."""

    file: str
    folder: str
    port: int
    secrets: list[str]


def attempt(bait: Bait) -> dict[str, bool]:
    """Each measure, and whether it holds."""
    held: dict[str, bool] = {}
    for measure, trial in _TRIALS.items():
        try:
            held[measure.value] = not trial(bait)
        except (OSError, ValueError):
            held[measure.value] = True
    return held


def _connects(bait: Bait) -> bool:
    library = ctypes.CDLL(None, use_errno=True)
    end = library.socket(socket.AF_INET, socket.SOCK_STREAM, 0)
    if end < 0:
        return False
    address = struct.pack("=H", socket.AF_INET) + struct.pack(">H4s8x", bait["port"], bytes((127, 0, 0, 1)))
    try:
        return library.connect(end, address, len(address)) == 0
    finally:
        os.close(end)


def _starts_programs(_: Bait) -> bool:
    try:
        child = os.fork()
    except OSError:
        child = os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {})
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return True


def _reaches_processes(_: Bait) -> bool:
    return any(
        _succeeds(trial)
        for trial in (
            lambda: os.kill(os.getppid(), 0),
            lambda: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
            lambda: Path(f"/proc/{os.getppid()}/mem").open("rb").close(),
        )
    )


def _reads(bait: Bait) -> bool:
    return any(
        _succeeds(trial)
        for trial in (lambda: Path(bait["file"]).read_bytes(), lambda: list(Path(bait["folder"]).iterdir()))
    )


def _writes(bait: Bait) -> bool:
    mine = Path(bait["folder"]) / "written"
    own = Path(os.environ["TMPDIR"]) / "large"
    return any(
        _succeeds(trial)
        for trial in (
            lambda: mine.write_bytes(b"x"),
            lambda: mine.symlink_to(bait["file"]),
            lambda: os.chmod(bait["file"], 0o600),  # noqa: PTH101 - the call itself is tried
            lambda: os.truncate(bait["file"], 0),
            lambda: os.close(os.open(bait["file"], os.O_RDONLY | os.O_TRUNC)),
            lambda: _grows(own),
        )
    )


def _grows(path: Path) -> None:
    with path.open("wb") as file:
        try:
            file.truncate(limits.WORKER_WRITTEN_BYTES + 1)
        finally:
            path.unlink()


def _takes_memory(_: Bait) -> bool:
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | _MAP_NORESERVE
    mmap.mmap(-1, limits.WORKER_DATA_BYTES, flags=flags).close()
    return True


def _runs_on(_: Bait) -> bool:
    """Whether its processor time is unlimited, or its limit can be lifted."""
    if resource.getrlimit(resource.RLIMIT_CPU)[1] > limits.WORKER_CPU_SECONDS:
        return True
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return True


def _opens_many(_: Bait) -> bool:
    with ExitStack() as stack:
        for _number in range(limits.WORKER_OPEN_FILES):
            stack.enter_context(Path(os.devnull).open("rb"))
    return True


def _has_privileges(_: Bait) -> bool:
    lines = Path("/proc/self/status").read_text().splitlines()
    state = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    return state["NoNewPrivs"] != "1" or bool(int(state["CapEff"], 16) & ~_HARMLESS)


def _knows_secrets(bait: Bait) -> bool:
    known = Path("/proc/self/environ").read_bytes().split(b"\0")
    return any(entry.startswith(f"{name}=".encode()) for entry in known for name in bait["secrets"])


def _succeeds(trial: Callable[[], object]) -> bool:
    try:
        trial()
    except OSError:
        return False
    return True


_TRIALS: dict[Measure, Callable[[Bait], bool]] = {
    Measure.NETWORK: _connects,
    Measure.PROGRAMS: _starts_programs,
    Measure.PROCESSES: _reaches_processes,
    Measure.READING: _reads,
    Measure.WRITING: _writes,
    Measure.MEMORY: _takes_memory,
    Measure.TIME: _runs_on,
    Measure.OPEN_FILES: _opens_many,
    Measure.PRIVILEGES: _has_privileges,
    Measure.ENVIRONMENT: _knows_secrets,
}
