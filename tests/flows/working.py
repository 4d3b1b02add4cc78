"""A worker without Prefect, to be killed: `python -m tests.flows.working DATA NAME` verifies all that waits."""

import sys
import time
from pathlib import Path

from extractors.readers import ReaderPool
from flows.kept import verify_kept
from tests.flows.office import Office

LEASE_SECONDS = 1.0


def main() -> None:
    """Looks for work until it is killed."""
    data, name = sys.argv[1:]
    office = Office.open(Path(data), lease_seconds=LEASE_SECONDS)
    with ReaderPool(1) as pool, office.bench(pool, name) as bench:
        while True:
            for run in office.records.expired():
                office.records.put_back(run)
            office.records.reopen_units()
            for due in office.records.due(10):
                verify_kept(due.id, bench)
            time.sleep(0.05)


if __name__ == "__main__":
    main()
