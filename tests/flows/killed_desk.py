"""A desk that is killed by the test: `python -m tests.flows.killed_desk DATA LEASE HASH...` reads until then."""

import sys
from pathlib import Path

from extractors.readers import ReaderPool
from tests.flows.office import Office


def main() -> None:
    """Tells each progress on a line of its own."""
    data, lease, *contents = sys.argv[1:]

    def tell(done: int, total: int) -> None:
        sys.stdout.write(f"{done} {total}\n")
        sys.stdout.flush()

    office = Office.open(Path(data), lease_seconds=float(lease))
    with ReaderPool(1) as pool, office.bench(pool, "killed") as bench:
        bench.desk.read(contents, priority="batch", tell=tell, check=lambda: None)


if __name__ == "__main__":
    main()
