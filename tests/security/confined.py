"""Starts what reading processes run, with some of their measures taken away, and asks what can be done all the same."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

from extractors.readers.trials import Bait, Measure

_SCRIPT = """
import json, sys
from pathlib import Path
from extractors.readers import confine, landlock, limits, seccomp, trials
{prepare}
if {confined}:
    confine.confine(Path(sys.argv[1]), Path(sys.argv[2]))
{code}
"""

NO_LANDLOCK = "landlock.restrict = lambda *_: False"
NO_SECCOMP = "seccomp.restrict = lambda: False"
LANDLOCK_REFUSED = "landlock._RESTRICT_SELF = 999"
"""As where a container lets only some of its calls through."""
NO_NAMESPACE = "confine._CLONE_NEWNET = confine._CLONE_NEWUSER = 0"


def run(
    folder: Path, code: str, *arguments: str, prepare: str = "", confined: bool = True
) -> subprocess.CompletedProcess[str]:
    """The code, run in a process that was confined after `prepare`. Its folders are made in `folder`."""
    inbox, room = folder / "in", folder / "room"
    inbox.mkdir(exist_ok=True)
    room.mkdir(exist_ok=True)
    script = _SCRIPT.format(prepare=prepare, confined=confined, code=code)
    return subprocess.run(
        [sys.executable, "-P", "-c", script, str(inbox), str(room), *arguments],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "TMPDIR": str(room)},
    )  # fmt: skip


def not_held(folder: Path, prepare: str = "", *, confined: bool = True) -> set[Measure]:
    """The measures that don't hold in a process confined after `prepare`."""
    other = folder / "other"
    other.mkdir()
    file = other / "file"
    file.write_text("secret", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        bait = Bait(file=str(file), folder=str(other), port=server.getsockname()[1], secrets=["PATH"])
        done = run(
            folder, "print(json.dumps(trials.attempt(json.loads(sys.argv[3]))))", json.dumps(bait),
            prepare=prepare, confined=confined,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    # The environment is the pool's to clean: here it is this process's own.
    return {Measure(name) for name, held in json.loads(done.stdout).items() if not held} - {
        Measure.ENVIRONMENT
    }
