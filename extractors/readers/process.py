"""One reading process, seen from the outside: started, asked, heard, killed."""

import os
import socket
import subprocess
import sys
import tempfile
from multiprocessing.connection import Connection
from pathlib import Path

from extractors.readers import limits
from extractors.readers.worker import MEMORY_DIGITS

_ROOT = Path(__file__).resolve().parents[2]
_MOST_BYTES = 512 * 1024 * 1024
_KINDS = {b"A": "A", b"I": "I", b"P": "P"}


class WorkerProcess:
    """A fresh interpreter with its OCR engine loaded at its first scan. What it prints is kept for the log."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed by kill
        try:
            # -P: the current folder, which may hold an upload, gives no modules.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "extractors.readers", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._stderr,
                env=_environment(),
            )
        except BaseException:
            ours.close()
            self._stderr.close()
            raise
        finally:
            theirs.close()
        self.connection: Connection[bytes, bytes] = Connection(ours.detach())
        self._answered = 0
        self._memory = 0

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def worn_out(self) -> bool:
        """Whether it has read so much, or grown so large, that a fresh one is better."""
        return self._answered >= limits.WORKER_RECYCLE_PAGES or self._memory > limits.WORKER_RECYCLE_BYTES

    def send(self, request: bytes) -> bool:
        """Asks; False where the process is gone."""
        try:
            self.connection.send_bytes(request)
        except OSError:
            return False
        return True

    def receive(self) -> tuple[str, bytes] | None:
        """The answer's kind and body; None where the process is gone or talks nonsense."""
        try:
            answer = self.connection.recv_bytes(_MOST_BYTES)
            kind, body, memory = answer[:1], answer[1:-MEMORY_DIGITS], int(answer[-MEMORY_DIGITS:])
        except (EOFError, OSError, ValueError):
            return None
        if kind not in _KINDS:
            return None
        self._answered += 1
        self._memory = memory
        return _KINDS[kind], body

    def processor_seconds(self) -> float:
        """Processor time that it has used so far; 0 where it is gone."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_bytes().rsplit(b") ", 1)[1].split()
        except (OSError, IndexError):
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def kill(self) -> str:
        """Ends it at once, and gives its exit code and the end of what it printed."""
        self._process.kill()
        self._process.wait()
        self.connection.close()
        with self._stderr as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - 2000))
            return f"exit {self._process.returncode}: {file.read().decode(errors='replace')}"


def _environment() -> dict[str, str]:
    """One thread in every library; PDFium, numpy and ONNX Runtime would else start one a core."""
    paths = [str(_ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "PYTHONFAULTHANDLER": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        "ORT_DISABLE_TELEMETRY": "1",
    }
