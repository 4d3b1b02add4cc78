"""A run in a process of its own that is killed (SIGKILL) in the middle.

python -m tests.flows.killed flow|direct SUBMISSION OUT DATA READINGS

It dies when it is about to keep one reading more than READINGS, at the latest when it publishes.
"""

import os
import signal
import sys
import threading
from pathlib import Path

from dossier.page import Reading
from flows import steps
from flows.options import StepOptions
from flows.progress import silent
from tests.flows import publishers
from vault.readings import ReadingStore


def die_after(readings: int) -> None:
    """Has the process killed when it is about to keep one reading more."""
    put = ReadingStore.put
    lock = threading.Lock()
    left = iter(range(readings))

    def limited(self: ReadingStore, reading: Reading) -> None:
        with lock:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            put(self, reading)

    ReadingStore.put = limited


def main(way: str, path: Path, out: Path, data: Path, readings: int) -> None:
    """Runs until it is killed."""
    die_after(readings)
    options = StepOptions(data=data, workers=2)
    if way == "flow":
        from flows.verify_submission import verify_submission

        verify_submission(path, out, publisher=publishers.KILLED, options=options)
    else:
        steps.verify_submission(
            path,
            as_of=None,
            rubric_path=None,
            out=out,
            settings=options,
            progress=silent,
            publish=publishers.killed,
        )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]), int(sys.argv[5]))
