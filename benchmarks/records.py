"""Transactions a second of the records: `python benchmarks/records.py [URL]`; without an address, SQLite in a folder of its own.

For each kind of transaction, with one process and with four at once: claims of units (one a transaction, and eight), rows
appended to the trail, and submissions handed in (three transactions each).
"""

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path
from queue import Queue

from dossier.principal import SCOPES, Principal, Role
from dossier.work import UnitKey
from vault.records import Records, open_records

SECONDS = 4.0
PROCESSES = (1, 4)
UNITS = 20_000
APPLICANT = Principal(id="a", name="a", role=Role.APPLICANT, scopes=SCOPES[Role.APPLICANT])


@dataclass(frozen=True)
class Place:
    """Settings that say where the records are."""

    records_url: str


def claim_one(records: Records) -> int:
    """Takes a unit and tells that it is done."""
    return _claim(records, 1)


def claim_eight(records: Records) -> int:
    """Takes eight units and tells that they are done."""
    return _claim(records, 8)


def append(records: Records) -> int:
    """Appends a row to the trail."""
    records.note("benchmark", "note", "x", detail="y")
    return 1


def hand_in(records: Records) -> int:
    """Hands a submission in."""
    made = records.create(APPLICANT, round="2026", recommender="南京市总工会")
    records.add_document(APPLICANT, made.id, "申报表.xlsx", sha256="a" * 64, size=1)
    records.submit(APPLICANT, made.id, made.version)
    return 3


def _claim(records: Records, count: int) -> int:
    units = records.take_units("benchmark", count, 60)
    records.units_done([unit.key for unit in units])
    return 2


JOBS: tuple[Callable[[Records], int], ...] = (claim_one, claim_eight, append, hand_in)


def work(url: str, job: Callable[[Records], int], barrier: Barrier, told: "Queue[tuple[int, float]]") -> None:
    """Does the job for some seconds; tells how many transactions that were, and the longest it took in seconds."""
    records = open_records(Place(url))
    job(records)
    barrier.wait()
    end, done, longest = time.perf_counter() + SECONDS, 0, 0.0
    while (begun := time.perf_counter()) < end:
        done += job(records)
        longest = max(longest, time.perf_counter() - begun)
    told.put((done, longest))
    records.close()


def main(url: str) -> None:
    """Measures and prints."""
    records = open_records(Place(url))
    keys = [UnitKey(sha256="a" * 64, reader="r", first=page, last=page) for page in range(1, UNITS + 1)]
    records.want(keys, "batch")
    context = multiprocessing.get_context("spawn")
    for job in JOBS:
        for count in PROCESSES:
            barrier, told = context.Barrier(count), context.Queue()
            started = [context.Process(target=work, args=(url, job, barrier, told)) for _ in range(count)]
            for process in started:
                process.start()
            results = [told.get() for _ in started]
            for process in started:
                process.join()
            rate, longest = sum(done for done, _ in results) / SECONDS, max(each for _, each in results)
            print(f"{job.__name__:12} {count} processes: {rate:7.0f}/s, longest {longest * 1000:6.0f} ms")
    records.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
            main(f"sqlite:///{folder}/records.db")
