"""What has come of an upload is kept in order, whoever writes and whenever it stops."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from review.api.partials import OffsetError, Partials

ID = "upload-0001"


def test_bytes_are_added_only_at_the_end(tmp_path: Path) -> None:
    partials = Partials(tmp_path / "uploads")
    assert partials.offset(ID) == 0
    assert partials.append(ID, 0, b"abc") == 3
    with pytest.raises(OffsetError) as raised:
        partials.append(ID, 0, b"xyz")
    assert raised.value.offset == 3
    assert partials.append(ID, 3, b"de") == partials.offset(ID) == 5
    assert partials.sha256(ID) == hashlib.sha256(b"abcde").hexdigest()
    partials.start_anew(ID)
    assert partials.offset(ID) == 0
    partials.remove(ID)
    partials.remove(ID)
    assert list(partials.names()) == []


@pytest.mark.parametrize("name", ["../../etc/x", "a/b/cdefgh", "short", "", "x" * 65, "upload-\n0001"])
def test_an_id_that_is_none_reaches_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no upload"):
        Partials(tmp_path).offset(name)


def test_writers_at_once_never_mix_their_bytes(tmp_path: Path) -> None:
    """Each of four writers tries to put the next piece of the same content; every piece lands once."""
    content = random.Random(5).randbytes(200_000)
    partials = Partials(tmp_path)

    def write(seed: int) -> None:
        chance = random.Random(seed)
        at = 0
        while at < len(content):
            try:
                at = partials.append(ID, at, content[at : at + chance.randint(1, 5000)])
            except OffsetError as error:
                at = error.offset

    threads = [threading.Thread(target=write, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with partials.open(ID) as file:
        assert file.read() == content


def test_an_offset_that_was_told_outlives_the_process(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from review.api.partials import Partials\n"
        "partials, at = Partials(pathlib.Path(sys.argv[1])), 0\n"
        "while True:\n"
        f"    at = partials.append({ID!r}, at, bytes([at // 1000 % 256]) * 1000)\n"
        f"    print(partials.offset({ID!r}), flush=True)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = [int(child.stdout.readline()) for _ in range(50)]
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    partials = Partials(tmp_path)
    offset = partials.offset(ID)
    assert offset >= told[-1]
    with partials.open(ID) as file:
        content = file.read()
    assert content == b"".join(bytes([number % 256]) * 1000 for number in range(offset // 1000))
