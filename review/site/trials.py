"""Standards that are tried on rounds, one after another, on a thread of its own: a round of a thousand takes minutes.

What came out lives in this process's memory until others push it out; it can be had again at any time.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from audit.rescoring import Rescored
from flows.progress import Progress

MOST = 8
"""Trials that are kept."""
Key = tuple[str, str]
"""The standard's hash, and the round."""
Work = Callable[[Progress], Rescored]


@dataclass
class Trial:
    """How far one is. It is over once there is a result or an error."""

    done: int = 0
    total: int = 0
    result: Rescored | None = None
    error: Exception | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.result is not None or self.error is not None


class Trials:
    """The trials of this process. Safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._trials: OrderedDict[Key, Trial] = OrderedDict()

    def begin(self, key: Key, work: Work) -> None:
        """Has the work done, unless the same is under way."""
        with self._lock:
            known = self._trials.get(key)
            if known is not None and not known.over:
                return
            trial = self._trials[key] = Trial()
            self._trials.move_to_end(key)
            for old in [each for each, held in self._trials.items() if held.over][: -MOST or None]:
                del self._trials[old]
        # A daemon: whoever stops the service doesn't wait for it.
        threading.Thread(target=self._do, args=(trial, work), name="trial", daemon=True).start()

    def get(self, key: Key) -> Trial | None:
        """How far it is; None where it wasn't begun here, or was pushed out."""
        with self._lock:
            return self._trials.get(key)

    def _do(self, trial: Trial, work: Work) -> None:
        def tell(stage: str, done: int, total: int) -> None:  # noqa: ARG001 - there is but one stage
            trial.done, trial.total = done, total

        with self._turn:
            try:
                trial.result = work(tell)
            except Exception as error:  # noqa: BLE001 - told to whoever asks how far it is
                trial.error = error
