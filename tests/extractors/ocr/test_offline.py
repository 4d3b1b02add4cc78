"""Nothing connects: neither Python's sockets nor the native code of the engines."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from benchmarks import ocr_pages as pages

READ = """
import sys, socket
import numpy as np
if sys.argv[2] == "guard":
    def refuse(*_, **__):
        raise AssertionError("a socket was opened")
    socket.socket.connect = refuse
    socket.socket.connect_ex = refuse
    socket.getaddrinfo = refuse
from extractors.ocr import read_image
print(len(read_image(np.load(sys.argv[1])).lines))
"""


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """What runs a first start, with an empty cache and no variable that would quiet anything, and gives its call."""
    np.save(tmp_path / "page.npy", pages.nearly_empty().pixels)
    quieting = ("ORT_", "PADDLE", "HF_", "DISABLE_")
    env = {name: value for name, value in os.environ.items() if not name.startswith(quieting)}
    env["HEZHENG_OCR_CACHE"] = str(tmp_path / "cache")

    def run(mode: str, *before: str) -> subprocess.CompletedProcess[str]:
        command = [*before, sys.executable, "-c", READ, str(tmp_path / "page.npy"), mode]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=300)

    return run


def test_no_socket_of_python_connects(start: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """Not even to look up a name."""
    assert start("guard").stdout.strip() == "2"


def test_no_native_code_connects(
    start: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """Seen from the kernel: no connect or sendto of an internet address by any thread."""
    if shutil.which("strace") is None:
        pytest.fail("strace is needed to prove that nothing connects: apt-get install strace")
    trace = tmp_path / "trace"
    start("plain", "strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(trace))
    assert [line for line in trace.read_text().splitlines() if "AF_INET" in line] == []
