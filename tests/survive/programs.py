"""Processes that are started again whenever they end, can be killed and held, and may have clocks of their own."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tests.servers import tied

RESTART_SECONDS = 0.5
"""Pause before a program that ended is started again."""
SOURCE = Path(__file__).with_name("clock.c")


class Clock:
    """The wall clock that some programs go by, as far off the machine's as it is set.

    A library of the tests' own: libfaketime makes waiting fail in programs of several threads.
    """

    can_be_set = shutil.which("cc") is not None
    """Whether there is a compiler for the library."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._file.write_bytes(bytes(8))
        self._library = file.with_suffix(".so")
        if self.can_be_set:
            command = ["cc", "-shared", "-fPIC", "-O2", "-o", self._library, SOURCE, "-ldl"]
            subprocess.run(command, check=True, capture_output=True)

    def set(self, seconds: int) -> None:
        """Has it jump to so many seconds ahead of the machine's clock."""
        with self._file.open("r+b", buffering=0) as stream:
            stream.write(seconds.to_bytes(8, sys.byteorder, signed=True))

    @property
    def environment(self) -> dict[str, str]:
        """What has a program go by it."""
        return {"LD_PRELOAD": str(self._library), "SURVIVE_CLOCK": str(self._file)} if self.can_be_set else {}


class Program:
    """A command that runs from `start` to `stop`, whatever happens to its processes in between; not without this process."""

    def __init__(
        self, name: str, command: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> None:
        self.name = name
        self.starts = 0
        self.ended = 0
        """How often it ended without having been killed."""
        self.log = folder / f"{name}.log"
        self._command = tied(command)
        self._environment = dict(environment)
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._killed = False
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep, name=f"keep-{name}", daemon=True)

    @property
    def pid(self) -> int:
        """The process that runs now, or ran last."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Begins to keep it running."""
        self._thread.start()

    def kill(self) -> None:
        """SIGKILL to the program's own process; those that it started have to find out by themselves."""
        self._killed = True
        self._signal(signal.SIGKILL)

    def hold(self) -> None:
        """Stops it in its tracks (SIGSTOP)."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Lets it go on as if nothing had been (SIGCONT)."""
        self._signal(signal.SIGCONT)

    def stop(self, patience: float = 60.0) -> int | None:
        """Ends it in order; its exit code, None where it had to be killed."""
        self._stopping.set()
        self._signal(signal.SIGTERM)
        self._thread.join(patience)
        process = self._process
        if process is None:
            return None
        code = process.poll()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        self._thread.join()
        return code

    def said(self, most: int = 4000) -> str:
        """The end of what it wrote."""
        return self.log.read_bytes()[-most:].decode(errors="replace") if self.log.exists() else ""

    def _signal(self, number: signal.Signals) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.send_signal(number)

    def _keep(self) -> None:
        while not self._stopping.is_set():
            self._killed = False
            self.starts += 1
            with self.log.open("ab") as log:
                self._process = subprocess.Popen(
                    self._command,
                    cwd=self._folder,
                    env=self._environment,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            self._process.wait()
            if not self._killed and not self._stopping.is_set():
                self.ended += 1
            self._stopping.wait(RESTART_SECONDS)
