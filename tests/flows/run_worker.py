"""`hezheng worker` with a publisher of the tests': `python -m tests.flows.run_worker PUBLISHER`, told by its variables."""

import sys

from flows.publisher import find_publisher
from hezheng.commands import working


def main() -> int:
    """Works until told to stop."""
    working.publish = find_publisher(sys.argv[1])
    return working.worker()


if __name__ == "__main__":
    sys.exit(main())
