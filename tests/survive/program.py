"""`python -m tests.survive.program serve|worker`: the same as `hezheng`, with the product's pauses shortened."""

import sys
from datetime import timedelta

from extractors.readers import limits
from flows import announcing, kept, reconciler
from hezheng import cli
from vault.records import requests

PAGE_SECONDS = 4.0
"""What a page or an inspection may take; those that hang cost twice as much."""


def shorten() -> None:
    """Makes pauses after trouble, and what is a while for a page or for a flow run, a matter of seconds."""
    limits.PAGE_SECONDS = limits.INSPECT_SECONDS = PAGE_SECONDS
    kept.FIRST_DELAY, kept.LONGEST_DELAY = 0.5, 4.0
    reconciler.FIRST_DELAY, reconciler.LONGEST_DELAY = 0.5, 4.0
    requests.RUNNING = timedelta(seconds=2)
    announcing.RECHECK_SECONDS, announcing.STUCK_SECONDS = 1.0, 5.0


if __name__ == "__main__":
    shorten()
    sys.exit(cli.run(sys.argv[1:]))
