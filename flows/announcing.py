"""Tells Prefect of submissions that wait, so that a worker hears of them. The records alone say which do.

A submission is announced under a key of its own, so that it doesn't matter who does it or how often. A flow run that
ended or got stuck, over a submission that still waits, is worth nothing: another one is made in its place.
"""

from __future__ import annotations

import logging
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import httpx
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
    FlowRunFilterTags,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.exceptions import PrefectException
from prefect.states import Crashed, Scheduled

from dossier.work import Due
from flows.deployment import client_of, ensure_deployment

if TYPE_CHECKING:
    from vault.records import Records

_LOG = logging.getLogger(__name__)

AT_ONCE = 50
"""So many waiting submissions are announced, the first ones: more than workers take until the next look."""
RECHECK_SECONDS = 30.0
"""A submission that was announced and still waits is looked after this often."""
AGE = timedelta(days=1)
"""Flow runs are made to begin so long ago, in their order: so they are due by whatever clock of a host looks at them."""
STUCK_SECONDS = 60.0
"""A flow run that began so long ago takes its submission no more: its worker is gone."""


_GONE = Crashed(message="its worker is gone")
FIRST_VERSION = 2
"""Of a submission that waits for the first time: a draft, then submitted."""


class PrefectUnreachableError(Exception):
    """The Prefect server doesn't answer. Submissions wait in the records until it does."""


class Announcer:
    """Announces waiting submissions to the Prefect server at an address. Safe to use from several threads."""

    def __init__(self, records: Records, url: str, pool: str) -> None:
        self._records = records
        self._url = url
        self._pool = pool
        self._lock = threading.Lock()
        self._deployment: UUID | None = None
        self._announced: dict[Due, float] = {}

    def announce(self) -> int:
        """Announces what waits and wasn't announced lately; how many. Raises PrefectUnreachableError and RecordsError."""
        with self._lock:
            now = time.monotonic()
            due = self._records.due(AT_ONCE)
            self._announced = {
                each: when
                for each, when in self._announced.items()
                if each in due and now - when < RECHECK_SECONDS
            }
            fresh = [each for each in due if each not in self._announced]
            if not fresh:
                return 0
            try:
                with client_of(self._url) as client:
                    for each in fresh:
                        self._announce(client, each)
                        self._announced[each] = now
            except (httpx.HTTPError, PrefectException, OSError) as error:
                raise PrefectUnreachableError(self._url) from error
            return len(fresh)

    def _announce(self, client: SyncPrefectClient, due: Due) -> None:
        """Has a live flow run for the submission. Each key names the dead run before it, so all announcers agree."""
        key = f"{due.id}:{due.version}"
        run = self._create(client, due, key)
        while _dead(client, run):
            run = self._create(client, due, f"{key}:{run.id}")
        if due.version > FIRST_VERSION:
            _bury(client, due, run)

    def _create(self, client: SyncPrefectClient, due: Due, key: str) -> FlowRun:
        if self._deployment is not None:
            try:
                return _flow_run(client, self._deployment, due, key)
            except httpx.HTTPStatusError as error:
                if error.response.status_code != httpx.codes.NOT_FOUND:
                    raise
        # Not known yet, or the server came back with another database.
        self._deployment = ensure_deployment(client, self._pool)
        return _flow_run(client, self._deployment, due, key)


def _flow_run(client: SyncPrefectClient, deployment: UUID, due: Due, key: str) -> FlowRun:
    return client.create_flow_run_from_deployment(
        deployment,
        state=Scheduled(scheduled_time=datetime.now(UTC) - AGE),
        parameters={"submission": due.id},
        name=f"{due.id}-{due.version}",
        tags=["hezheng", f"submission:{due.id}", due.priority],
        idempotency_key=key,
        work_queue_name=due.priority,
    )


def _bury(client: SyncPrefectClient, due: Due, live: FlowRun) -> None:
    """Marks flow runs that still seem to be at work on a submission that waits: their workers were killed."""
    mine = FlowRunFilter(
        tags=FlowRunFilterTags(all_=[f"submission:{due.id}"]),
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.PENDING])),
    )
    for run in client.read_flow_runs(flow_run_filter=mine):
        if run.id != live.id:
            client.set_flow_run_state(run.id, _GONE, force=True)


def _dead(client: SyncPrefectClient, run: FlowRun) -> bool:
    """Whether a flow run won't take its submission any more. One that got stuck is marked so for whoever looks."""
    state = run.state
    if state is None or state.is_scheduled():
        return False
    if state.is_final():
        return True
    # Far ahead of this host's clock it may be, too, where that was set back.
    if abs(datetime.now(UTC) - state.timestamp) < timedelta(seconds=STUCK_SECONDS):
        return False
    _LOG.warning("flow run %s got stuck; another one takes its place", run.name)
    client.set_flow_run_state(run.id, _GONE, force=True)
    return True
