"""Processes that start at the same moment and do the same, as workers on several hosts would."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from queue import Queue

from tests.vault.records.office import opened
from vault.records import Records

Job = Callable[[Records, int], list[str]]
PATIENCE = 120


def _run(job: Job, url: str, number: int, barrier: Barrier, told: "Queue[list[str]]") -> None:
    barrier.wait(PATIENCE)
    records = opened(url)
    told.put(job(records, number))
    records.close()


def race(url: str, processes: int, job: Job) -> list[list[str]]:
    """What each process's job gave, which was called with the records and a number of its own."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.vault.records.reports", "vault.records"])
    barrier, told = context.Barrier(processes), context.Queue()
    started = [
        context.Process(target=_run, args=(job, url, number, barrier, told), daemon=True)
        for number in range(processes)
    ]
    for process in started:
        process.start()
    results = [told.get(timeout=PATIENCE) for _ in started]
    for process in started:
        process.join(PATIENCE)
    assert [process.exitcode for process in started] == [0] * processes
    return results
