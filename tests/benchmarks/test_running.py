import os
import sys

import pytest

from benchmarks.__main__ import summary_of
from benchmarks.watched import WatchedFailedError, watched

CHILD_THAT_HOLDS_MEMORY = """
import subprocess, sys
subprocess.run([sys.executable, "-c", "import time; held = bytearray(80 << 20); time.sleep(0.7)"], check=True)
"""


def test_the_memory_of_children_is_counted() -> None:
    run = watched([sys.executable, "-c", CHILD_THAT_HOLDS_MEMORY], dict(os.environ))
    assert run.peak_mb > 80
    assert run.processes == 2
    assert run.wall > 0.7


def test_a_program_that_fails_is_told_with_what_it_said() -> None:
    with pytest.raises(WatchedFailedError, match="kaputt"):
        watched([sys.executable, "-c", "raise SystemExit('kaputt')"], dict(os.environ))
    assert watched([sys.executable, "-c", "raise SystemExit(1)"], dict(os.environ), allowed=(0, 1)).wall > 0


def test_a_benchmarks_summary_is_its_marked_lines_or_else_its_last() -> None:
    assert summary_of("a\n→ one\nb\n→ two\n\n") == ["→ one", "→ two"]
    assert summary_of("a\nb\n\n") == ["→ b"]
    assert summary_of("") == []
