"""The hold that a run has on its submission: told of again and again, and lost where another run began."""

from __future__ import annotations

import logging
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dossier.work import Run
from vault.records.errors import FencedError, RecordsError

if TYPE_CHECKING:
    from vault.records import Records

_LOG = logging.getLogger(__name__)


class StoppedError(Exception):
    """This worker stops, and the run has to give its submission back."""


class Lease:
    """Puts a run's lease off until it is left. `check` is asked between the steps and while pages are awaited."""

    def __init__(self, records: Records, run: Run, stop: threading.Event) -> None:
        self._records = records
        self._run = run
        self._stop = stop
        self._left = threading.Event()
        self._lost: FencedError | None = None
        self._thread = threading.Thread(target=self._beat, name=f"lease-{run.submission}", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left.set()
        self._thread.join()

    def check(self) -> None:
        """Raises FencedError where the run is over, and StoppedError where it has to give its submission back."""
        if self._lost is not None:
            raise self._lost
        if self._stop.is_set():
            raise StoppedError

    def _beat(self) -> None:
        while not self._left.wait(self._run.lease_seconds / 4):
            try:
                self._records.beat(self._run)
            except FencedError as error:
                self._lost = error
                return
            except RecordsError:
                # Whoever reaches the records first after this decides; the fence keeps the loser out.
                _LOG.exception("the lease on %s could not be put off", self._run.submission)
