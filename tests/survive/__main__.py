"""Fault injection for as long as one likes; see the package."""

import argparse
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.survive.campaign import campaign


def main() -> int:
    """Plays the rounds and prints the table. 1, with what was found, where a round fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.survive", description=__doc__)
    parser.add_argument("--seed", type=int, default=int(time.time()), help="what is drawn by lot hangs on it")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--faults", type=int, default=4, help="of a round")
    parser.add_argument("--office", choices=("folder", "servers"), default="folder")
    parser.add_argument("--folder", type=Path, help="where logs and data stay; else they go")
    told = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # whoever is told to end ends what it started
    with ExitStack() as stack:
        folder = told.folder or Path(stack.enter_context(TemporaryDirectory(prefix="hezheng-survive-")))
        folder.mkdir(parents=True, exist_ok=True)
        made = stack.enter_context(campaign(told.office, folder, told.seed))
        for number in range(1, told.rounds + 1):
            try:
                made.play(told.faults, poisoned=number % 5 == 0)
            except Exception as error:  # noqa: BLE001 - whatever it is, the seed and the round belong to it
                tell(f"seed {told.seed}, round {number}: {error}\n{made.table()}")
                return 1
            tell(f"round {number}: {', '.join(made.last)}")
        tell(made.table())
    return 0


def tell(text: str) -> None:
    """Says it at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
