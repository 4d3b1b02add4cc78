"""Makes reading processes die or hang over files that say so; every interpreter imports this where it is on its path.

A parser's own fault would be mended by the next release of its library; these documents stay as they are.
"""

import ctypes
import os
import sys
import time

CRASH = b"%this page ends its reader"
HANG = b"%this page never ends"
INBOX = "hezheng-reading-"


def strike(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: a segmentation fault, or no end, when such a file is opened."""
    path, mode, *_ = arguments if event == "open" else (None, None)
    if not isinstance(path, str) or mode is None or INBOX not in path:
        return
    handle = os.open(path, os.O_RDONLY)  # an `open` without a mode
    try:
        end = os.pread(handle, 256, max(0, os.fstat(handle).st_size - 256))
    finally:
        os.close(handle)
    if CRASH in end:
        ctypes.string_at(0)
    while HANG in end:
        time.sleep(60)


if "extractors.readers" in sys.orig_argv:
    sys.addaudithook(strike)
