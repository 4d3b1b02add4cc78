"""The Prefect server of an office that has named none: a program on the loopback address, with SQLite in the data folder.

Whoever starts it keeps it running (`hezheng serve`). Submissions don't need it to be safe, only to be taken.
"""

from __future__ import annotations

import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from flows import quiet

HOME = "prefect"
"""Folder of Prefect's own files, within the data folder."""
HOST = "127.0.0.1"
SETTINGS = {
    # Nothing of ours is scheduled ahead, and nothing is run by Prefect's own task workers.
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    # Our records are the record: what Prefect remembers of old runs may go.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
}
"""Beside what keeps Prefect quiet."""


def server_url(port: int) -> str:
    """Address of the server's API, as PREFECT_API_URL has it."""
    return f"http://{HOST}:{port}/api"


def server_command(port: int) -> list[str]:
    """The program and its arguments."""
    return [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(port)]


def server_environment(data: Path, port: int) -> dict[str, str]:
    """The environment that the program is to be started with."""
    own = {"PREFECT_HOME": str((data / HOME).absolute()), "PREFECT_API_URL": server_url(port)}
    return {**SETTINGS, **quiet.environment(), **own}


def is_ready(url: str, seconds: float = 2.0) -> bool:
    """Whether a server answers at that address within so many seconds."""
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=seconds) as answer:  # noqa: S310 - http, from the settings
            return answer.status == 200
    except (OSError, urllib.error.URLError, ValueError):
        return False


def wait_until_ready(url: str, seconds: float) -> bool:
    """Waits for a server that is being started; whether it answered in time."""
    late = time.monotonic() + seconds
    while time.monotonic() < late:
        if is_ready(url):
            return True
        time.sleep(0.2)
    return False
