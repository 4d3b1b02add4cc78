"""What machine it is."""

import os
import platform
import re
from pathlib import Path


def machine() -> str:
    """Processor, cores and memory in a few words."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    model = re.search(r"model name\s*:\s*(.+)", info)
    total = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(encoding="utf-8"))
    memory = f", {int(total[1]) / 2**20:.0f} GB" if total else ""
    cores = len(os.sched_getaffinity(0))
    return f"{model[1].strip() if model else platform.machine()} ({cores} cores{memory})"
