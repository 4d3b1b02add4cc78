"""`hezheng worker`: takes submissions that wait, on any host that reaches the records, the store and the Prefect server.

Told to stop (SIGTERM, SIGINT), it takes nothing new, goes on for a while with what it is at, and gives back what it
can't finish. Told twice, it gives back at once.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import threading
from typing import TYPE_CHECKING

from flows.server import HOME
from hezheng import logs, messages, settings
from hezheng.failures import CallError
from hezheng.loops import Loop
from hezheng.publishing import publish
from hezheng.service import Service
from hezheng.settings import PRIVATE, Settings

if TYPE_CHECKING:
    import anyio

    from flows.bench import Bench
    from flows.worker import HezhengWorker

_LOG = logging.getLogger(__name__)

GRACE = 15.0
"""Seconds in which work that is under way may be finished, when told to stop."""
ENDING = 10.0
"""Seconds in which what can't be finished is given back, and this process ends."""


def worker() -> int:
    """Works until told to stop. 0 when it ended so."""
    chosen = settings.load()
    os.umask(PRIVATE)
    logs.configure("worker", chosen)
    if chosen.prefect_api_url is None:
        raise CallError(messages.NO_PREFECT, advice=messages.NO_PREFECT_ADVICE)
    # Prefect reads its environment when it is imported.
    os.environ["PREFECT_API_URL"] = chosen.prefect_api_url
    os.environ.setdefault("PREFECT_HOME", str((chosen.data / HOME).absolute()))
    _work(chosen)
    return 0


def worker_name() -> str:
    """A name that no other process has or had: hosts and process ids come again in containers."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}"


def _work(chosen: Settings) -> None:
    import anyio

    from extractors.readers import ReaderPool
    from flows import metrics
    from flows.bench import open_bench
    from flows.capacity import reading_processes, submissions_at_once
    from flows.reconciler import Reconciler
    from flows.worker import HezhengWorker

    processes = reading_processes(chosen.workers)
    service = Service.open(chosen)
    if chosen.metrics_port:
        metrics.listen(chosen.metrics_host, chosen.metrics_port)
    reconciling = Loop("reconcile", chosen.reconcile_seconds, Reconciler(service.records, chosen).turn)
    try:
        with (
            ReaderPool(processes) as pool,
            open_bench(worker_name(), service, chosen, pool=pool, publish=publish) as bench,
        ):
            reconciling.start()
            made = HezhengWorker(bench, pool=chosen.work_pool, limit=submissions_at_once(processes))
            anyio.run(_until_told, made, bench)
            reconciling.stop()
    finally:
        service.close()


async def _until_told(made: HezhengWorker, bench: Bench) -> None:
    import anyio

    stopping = anyio.Event()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_listen, stopping, bench)
        await made.work(stopping)
        tasks.cancel_scope.cancel()


async def _listen(stopping: anyio.Event, bench: Bench) -> None:
    import anyio

    with anyio.open_signal_receiver(signal.SIGTERM, signal.SIGINT) as told:
        await anext(told)
        stopping.set()
        with anyio.move_on_after(GRACE):
            await anext(told)
        bench.stop.set()
        _end_within(ENDING)


def _end_within(seconds: float) -> None:
    """Ends this process by then at the latest. Prefect's client would wait for minutes for a server that is gone too."""

    def end() -> None:
        _LOG.warning("still here %s s after all work was given back; ending", seconds)
        os._exit(1)

    watch = threading.Timer(seconds, end)
    watch.daemon = True
    watch.start()
