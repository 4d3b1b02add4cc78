"""One reading process, seen from the outside: started, asked, heard, killed."""

import json
import logging
import os
import socket
import subprocess
import sys
import tempfile
import textwrap
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from dossier.shown import shown
from extractors.readers import limits
from extractors.readers.scratch import Scratch
from extractors.readers.worker import MEMORY_DIGITS

_LOG = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
_MOST_BYTES = 512 * 1024 * 1024
_KINDS = {b"A": "A", b"I": "I", b"P": "P"}
PASSED_ON = (
    "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "XDG_CACHE_HOME",
    "HEZHENG_OCR_CACHE",
)  # fmt: skip
"""What a reading process has to know of the environment. Addresses, keys and passwords are none of it."""


class WorkerProcess:
    """A fresh interpreter with its OCR engine loaded at its first scan. What it prints is kept for the log."""

    def __init__(self) -> None:
        _build_models()
        with ExitStack() as undone:
            self._scratch = Scratch()
            undone.callback(self._scratch.remove)
            self._stderr = undone.enter_context(tempfile.TemporaryFile())
            ours, theirs = socket.socketpair()
            undone.callback(ours.close)
            with theirs:
                # -P: the current folder, which may hold an upload, gives no modules.
                self._process = subprocess.Popen(
                    [
                        sys.executable, "-P", "-m", "extractors.readers",
                        str(theirs.fileno()), str(self._scratch.inbox), str(self._scratch.room),
                    ],
                    cwd=self._scratch.room,
                    pass_fds=(theirs.fileno(),),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=self._stderr,
                    env=_environment(self._scratch),
                )  # fmt: skip
            undone.pop_all()
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

    def send(self, request: dict[str, Any]) -> bool:
        """Hands the file in and asks; False where the process, or the file, is gone."""
        try:
            if "path" in request:
                request = {**request, "path": str(self._scratch.hand_in(Path(request["path"])))}
            self.connection.send_bytes(json.dumps(request).encode())
        except OSError:
            _LOG.warning("could not ask a reading process", exc_info=True)
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
        self._scratch.remove()
        with self._stderr as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - 2000))
            # Indented, so that no line of it passes for one of the log's own.
            told = textwrap.indent(shown(file.read().decode(errors="replace"), lines=True), "    ")
            return f"exit {self._process.returncode}: {told.lstrip()}"


def _build_models() -> None:
    """Builds the model folders, if need be: a reading process can't, for it writes nowhere."""
    from extractors.ocr.errors import OcrError
    from extractors.ocr.models import build_all

    try:
        build_all()
    except OcrError:  # told with each page that needs a model
        _LOG.warning("models could not be built", exc_info=True)


def _environment(scratch: Scratch) -> dict[str, str]:
    """One thread in every library; PDFium, numpy and ONNX Runtime would else start one a core."""
    from extractors.ocr.models import cache_folder

    paths = [str(_ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {
        **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
        "HEZHENG_OCR_CACHE": str(cache_folder().absolute()),
        "PADDLE_PDX_CACHE_HOME": str(scratch.room),
        "TMPDIR": str(scratch.room),
        "PYTHONPATH": os.pathsep.join(str(Path(path).absolute()) for path in paths if path),
        "PYTHONFAULTHANDLER": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        "ORT_DISABLE_TELEMETRY": "1",
    }
