"""How much a host takes on: reading processes by its processors and its memory, and submissions at once."""

from __future__ import annotations

import os
from pathlib import Path

import psutil

from extractors.readers import limits

ENGINE_BYTES = limits.WORKER_RECYCLE_BYTES
"""What a reading process may need: 0.9 GB was measured on scans, and one that grows beyond this is replaced."""
SHARE = 0.75
"""Of the memory that is free; the rest is for this process, reports and the system."""
_CGROUP = Path("/sys/fs/cgroup")


def reading_processes(wanted: int) -> int:
    """How many processes may read pages here: `wanted`, 0 for one a core, but no more than fit into memory."""
    cores = len(os.sched_getaffinity(0))
    return max(1, min(wanted or cores, int(available_bytes() * SHARE / ENGINE_BYTES)))


def submissions_at_once(processes: int) -> int:
    """How many submissions are under way at once: one is read while others are checked or put to paper."""
    return processes + 1


def available_bytes() -> int:
    """Memory that this process may still take: what the host has free, or what is left of a container's limit."""
    available = psutil.virtual_memory().available
    left = _left_in_container(_CGROUP)
    return available if left is None else min(available, left)


def _left_in_container(cgroup: Path) -> int | None:
    """What is left of the limit of a control group, version 2; None where there is no limit."""
    try:
        limit = (cgroup / "memory.max").read_text("ascii").strip()
        used = int((cgroup / "memory.current").read_text("ascii"))
    except (OSError, ValueError):
        return None
    return None if limit == "max" else max(0, int(limit) - used)
