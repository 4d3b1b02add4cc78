"""The Prefect worker that runs kept submissions in its own process, so that reading processes and models stay warm.

A server that is away, new or slow changes nothing but the time at which work begins: the worker looks again.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import anyio.abc
import anyio.to_thread
import httpx
from prefect import Flow
from prefect.client.schemas.objects import FlowRun, State
from prefect.exceptions import PrefectException
from prefect.flow_engine import run_flow
from prefect.workers.base import BaseJobConfiguration, BaseVariables, BaseWorker, BaseWorkerResult

from flows.bench import Bench
from flows.deployment import POOL_TYPE
from flows.service_flow import service_flow

_LOG = logging.getLogger(__name__)

POLL_SECONDS = 0.5
"""How often the server is asked for work: most of what passes between submitting and the first page."""
SYNC_SECONDS = 15.0
"""How often the server is told that this worker lives."""
LONGEST_PAUSE = 5.0
"""Seconds between attempts at a server that doesn't answer, at the most."""

TROUBLE = (httpx.HTTPError, PrefectException, OSError)
"""What a server that is away or new gives."""


class HezhengWorkerResult(BaseWorkerResult):
    """How a flow run ended: always well, for the records know better."""


class HezhengWorker(BaseWorker[BaseJobConfiguration, BaseVariables, HezhengWorkerResult]):
    """Polls a work pool and runs what it is given on threads of this process. `limit` bounds how much at once."""

    type = POOL_TYPE
    job_configuration = BaseJobConfiguration
    job_configuration_variables = BaseVariables
    _description = "Verifies kept submissions in the worker's own process."

    def __init__(self, bench: Bench, *, pool: str, limit: int) -> None:
        super().__init__(
            work_pool_name=pool, name=bench.name, limit=limit, heartbeat_interval_seconds=int(SYNC_SECONDS)
        )
        self._flow: Flow[[str], State[str]] = service_flow(bench)
        self._running = 0

    @property
    def running(self) -> int:
        """How many submissions are under way."""
        return self._running

    async def run(
        self,
        flow_run: FlowRun,
        configuration: BaseJobConfiguration,
        task_status: anyio.abc.TaskStatus[int] | None = None,
    ) -> HezhengWorkerResult:
        """Runs the flow on a thread and waits for it."""
        _ = configuration
        if task_status is not None:
            task_status.started(os.getpid())
        self._running += 1
        try:
            await anyio.to_thread.run_sync(self._run, flow_run)
        finally:
            self._running -= 1
        return HezhengWorkerResult(identifier=str(os.getpid()), status_code=0)

    def _run(self, flow_run: FlowRun) -> None:
        run_flow(self._flow, flow_run=flow_run, parameters=flow_run.parameters, return_type="state")

    async def work(self, stopping: anyio.Event) -> None:
        """Takes work until told to stop, then waits for what is under way, which the bench may be told to give back.

        The server needn't be there, now or later.
        """
        async with self, anyio.create_task_group() as loops:
            loops.start_soon(self._again, SYNC_SECONDS, self.sync_with_backend)
            loops.start_soon(self._again, POLL_SECONDS, self.get_and_submit_flow_runs)
            await stopping.wait()
            loops.cancel_scope.cancel()

    async def _again(self, seconds: float, look: Callable[[], Awaitable[Any]]) -> None:
        """Looks every so many seconds; a server that doesn't answer is asked sooner at first, then ever later."""
        trouble = 0.0
        while True:
            try:
                await look()
            except TROUBLE as error:
                if not trouble:
                    _LOG.warning("the Prefect server doesn't answer; this worker goes on asking: %r", error)
                trouble = min(LONGEST_PAUSE, trouble * 2 or POLL_SECONDS)
            else:
                if trouble:
                    _LOG.info("the Prefect server answers again")
                trouble = 0.0
            await anyio.sleep(trouble or seconds)
