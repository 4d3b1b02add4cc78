"""A worker without Prefect, to be killed: `python -m tests.flows.working DATA NAME` verifies all that waits."""

import sys
import threading
import time
from pathlib import Path

from extractors.readers import ReaderPool
from flows.kept import verify_kept
from tests.flows.office import Office
from vault.records import Records

LEASE_SECONDS = 1.0


def main() -> None:
    """Looks for work until it is killed."""
    data, name = sys.argv[1:]
    office = Office.open(Path(data), lease_seconds=LEASE_SECONDS)
    # In a thread of its own: a run waits for pages that a killed worker took, until they are free again.
    threading.Thread(target=put_right, args=(office.records,), daemon=True).start()
    with ReaderPool(1) as pool, office.bench(pool, name) as bench:
        while True:
            for due in office.records.due(10):
                verify_kept(due.id, bench)
            time.sleep(0.05)


def put_right(records: Records) -> None:
    """Frees what killed workers hold, as the service's reconciler does, for as long as the process lives."""
    while True:
        for run in records.expired():
            records.put_back(run)
        records.reopen_units()
        time.sleep(0.05)


if __name__ == "__main__":
    main()
