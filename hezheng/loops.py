"""Work that is done again and again beside the requests: each in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

_LOG = logging.getLogger(__name__)


class Loop:
    """Calls `work` every so many seconds. An error is logged, and the next turn comes all the same."""

    def __init__(self, name: str, seconds: float, work: Callable[[], object]) -> None:
        self.name = name
        self._seconds = seconds
        self._work = work
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._turn, name=f"loop-{name}", daemon=True)

    def start(self) -> None:
        """Begins; the first turn comes at once."""
        self._thread.start()

    def stop(self, patience: float = 10.0) -> None:
        """No further turn; waits for one that is under way."""
        self._stopping.set()
        self._thread.join(patience)

    def _turn(self) -> None:
        while not self._stopping.is_set():
            try:
                self._work()
            except Exception:  # noqa: BLE001 - whatever it was, the work is wanted next time too
                _LOG.exception("a turn of %s failed; the next comes in %s s", self.name, self._seconds)
            self._stopping.wait(self._seconds)
