"""Puts right what dead workers and lost messages left: one look at the records at a time, by any number of processes."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from flows import metrics
from flows.announcing import Announcer, PrefectUnreachableError
from flows.trigger import PrefectSettings

if TYPE_CHECKING:
    from vault.records import Records

_LOG = logging.getLogger(__name__)

FIRST_DELAY = 10.0
LONGEST_DELAY = 600.0
"""Seconds until a submission goes out again that has lost more than one worker: doubled each time, up to this."""


class Turn(NamedTuple):
    """What one look put right."""

    put_back: int
    reopened: int
    closed: int
    announced: int


class Reconciler:
    """Looks when `turn` is called. Two at once do no harm: whatever they do is asked of the records, and done once."""

    def __init__(self, records: Records, settings: PrefectSettings) -> None:
        self._records = records
        url = settings.prefect_api_url
        self._announcer = Announcer(records, url, settings.work_pool) if url is not None else None
        self._unreachable = False

    def turn(self) -> Turn:
        """Leases that ended free their work, supplements whose day is over end, and what waits is announced. RecordsError."""
        put_back = sum(
            self._records.put_back(run, delay_seconds=_delay(run.attempts)) for run in self._records.expired()
        )
        reopened = self._records.reopen_units()
        closed = len(self._records.close_supplements())
        turn = Turn(put_back, reopened, closed, self._announce())
        for action, count in turn._asdict().items():
            if count:
                metrics.RECONCILED.labels(action).inc(count)
                _LOG.info("%s: %d", action, count)
        return turn

    def _announce(self) -> int:
        if self._announcer is None:
            return 0
        try:
            announced = self._announcer.announce()
        except PrefectUnreachableError as error:
            if not self._unreachable:
                _LOG.warning("the Prefect server at %s can't be reached; submissions wait", error)
            self._unreachable = True
            return 0
        if self._unreachable:
            _LOG.info("the Prefect server is back")
        self._unreachable = False
        return announced


def _delay(attempts: int) -> float:
    """A worker that is lost may be anyone's fault; a second one may be the submission's."""
    return 0.0 if attempts < 2 else min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** (attempts - 2))
