"""Processes that this one starts and keeps going: one that ends is started again, after ever longer pauses.

What they have to say goes to stderr and into the logs.

Each is its own session, so that Ctrl-C in a terminal reaches only this process, which then stops them in order. A
child is told by the kernel when this process is killed, so that none is left behind.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence

_LOG = logging.getLogger(__name__)

SHORTEST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
"""Seconds before a child that ended is started again: doubled each time, up to this."""
SETTLED = 60.0
"""Seconds after which a child counts as running well, and the pauses begin anew."""
PATIENCE = 30.0
"""Seconds that a child has to finish when it is asked to."""

_PR_SET_PDEATHSIG = 1


class Child:
    """A command that is kept running from `start` to `stop`."""

    def __init__(
        self, name: str, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self._command = [sys.executable, "-m", __name__, str(os.getpid()), *command]
        self._environment = dict(os.environ if environment is None else environment)
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        # The kernel tells a child of the end of the *thread* that made it: this one lasts as long as the child.
        self._thread = threading.Thread(target=self._keep, name=f"child-{name}", daemon=True)

    @property
    def pid(self) -> int | None:
        """The process now running."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        """Begins to keep the command running."""
        self._thread.start()

    def stop(self, patience: float = PATIENCE) -> None:
        """Asks the process to finish what it is at, and waits; ends it by force when patience ends."""
        self._stopping.set()
        self._signal(signal.SIGTERM)
        self._thread.join(patience)
        if self._thread.is_alive():
            _LOG.warning("%s did not stop within %.0f s and is killed", self.name, patience)
            self._signal(signal.SIGKILL)
            self._thread.join()

    def _signal(self, number: signal.Signals) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            return
        try:
            if number is signal.SIGKILL:
                os.killpg(process.pid, number)
            else:
                process.send_signal(number)
        except ProcessLookupError:
            return  # it ended a moment ago, which is what was wanted

    def _keep(self) -> None:
        pause = SHORTEST_PAUSE
        while not self._stopping.is_set():
            began = time.monotonic()
            self._process = subprocess.Popen(
                self._command,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
            if self._stopping.is_set():
                self._signal(signal.SIGTERM)  # asked between the loop's test and the start
            code = self._process.wait()
            if self._stopping.is_set():
                return
            if time.monotonic() - began > SETTLED:
                pause = SHORTEST_PAUSE
            _LOG.error("%s ended with %s; it starts again in %.0f s", self.name, code, pause)
            self._stopping.wait(pause)
            pause = min(LONGEST_PAUSE, pause * 2)


def run_tied(parent: int, command: Sequence[str]) -> None:
    """Becomes the command, with the kernel's promise to send SIGTERM when the parent ends."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        raise SystemExit(1)  # the parent ended before the promise was given
    os.execv(command[0], list(command))  # noqa: S606 - a list of arguments of our own


if __name__ == "__main__":
    run_tied(int(sys.argv[1]), sys.argv[2:])
