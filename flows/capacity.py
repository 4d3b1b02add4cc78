"""How much a host takes on: reading processes by its processors and its memory, and submissions at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psutil

from extractors.readers import limits

ENGINE_BYTES = limits.WORKER_RECYCLE_BYTES
"""What a reading process may need: 0.9 GB was measured on scans, and one that grows beyond this is replaced."""
SHARE = 0.75
"""Of the memory that is free; the rest is for this process, reports and the system."""
_CGROUP = Path("/sys/fs/cgroup")
_OWN = Path("/proc/self/cgroup")


def reading_processes(wanted: int) -> int:
    """How many processes may read pages here: `wanted`, 0 for one a core, but no more than fit into memory."""
    cores = len(os.sched_getaffinity(0))
    return max(1, min(wanted or cores, int(available_bytes() * SHARE / ENGINE_BYTES)))


def submissions_at_once(processes: int) -> int:
    """How many submissions are under way at once: one is read while others are checked or put to paper."""
    return processes + 1


def available_bytes() -> int:
    """Memory that this process may still take: what the host has free, or what is left of a limit set to it."""
    available = psutil.virtual_memory().available
    return min((available, *(max(0, limit - used) for limit, used in _limits())))


def memory_limit() -> int | None:
    """The least memory that a container, a systemd unit or a slice around them is allowed; None without a limit."""
    return min((limit for limit, _ in _limits()), default=None)


def _limits() -> Iterator[tuple[int, int]]:
    """Limit and use of this process's control group, version 2, and of each around it that has a limit."""
    group = _CGROUP / _own_group()
    for each in (group, *group.parents):
        try:
            limit = (each / "memory.max").read_text("ascii").strip()
            used = int((each / "memory.current").read_text("ascii"))
        except (OSError, ValueError):
            continue  # the root of all has neither, and so has what is above it
        if limit != "max":
            yield int(limit), used


def _own_group() -> str:
    """The group's path below the root; empty in a container, which sees its own group as the root."""
    try:
        lines = _OWN.read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line[3:].strip("/") for line in lines if line.startswith("0::")), "")
