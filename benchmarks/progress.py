"""Says how far a benchmark is, on the error stream."""

import sys
import time


def tell(text: str) -> None:
    """A line with the time of day."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stderr.flush()
