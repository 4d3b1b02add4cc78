"""The reading process is confined, as each forbidden thing tried from within it shows, and reads all the same."""

import ctypes
import io
import os
import platform
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from extractors.readers import ReaderPool, landlock, read_file, scratch
from extractors.readers.measures import measures_held
from extractors.readers.process import WorkerProcess
from extractors.readers.trials import Measure
from tests.extractors.readers import making
from tests.security import confined

LANDLOCK = landlock.version(ctypes.CDLL(None, use_errno=True))
FILES = {Measure.READING, Measure.WRITING}


def test_all_measures_hold_in_a_real_reading_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEZHENG_S3_SECRET_KEY", "secret")
    monkeypatch.setenv("HEZHENG_DATABASE_URL", "postgresql+psycopg://user:secret@host/db")
    lacking = {measure for measure, held in measures_held().items() if not held}
    assert lacking <= (set() if LANDLOCK else FILES | {Measure.PROCESSES})


def test_the_trials_succeed_where_nothing_is_confined(tmp_path: Path) -> None:
    assert confined.not_held(tmp_path, confined=False) == set(Measure) - {Measure.ENVIRONMENT}


@pytest.mark.skipif(not LANDLOCK, reason="this kernel has no Landlock")
def test_each_layer_that_is_missing_costs_only_what_no_other_covers(tmp_path: Path) -> None:
    for number, (prepare, lost) in enumerate(
        (
            ("", set[Measure]()),
            (confined.NO_NAMESPACE, set[Measure]()),
            (confined.NO_SECCOMP, {Measure.PROGRAMS, Measure.WRITING}),
            (confined.NO_LANDLOCK, FILES),
            (confined.LANDLOCK_REFUSED, FILES),
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert confined.not_held(folder, prepare) == lost, prepare


@pytest.mark.parametrize("version", range(1, LANDLOCK + 1))
def test_all_measures_hold_on_kernels_with_an_older_landlock(tmp_path: Path, version: int) -> None:
    """Debian 12 has version 2, which doesn't know of cutting files to nothing, of the network, or of signals."""
    assert confined.not_held(tmp_path, f"landlock.version = lambda _: {version}") == set()


@pytest.mark.parametrize("lacking", [confined.NO_NAMESPACE, confined.NO_SECCOMP, confined.NO_LANDLOCK])
def test_no_network_even_where_one_of_its_three_measures_is_missing(tmp_path: Path, lacking: str) -> None:
    assert Measure.NETWORK not in confined.not_held(tmp_path, lacking)


def test_python_code_is_refused_the_network_where_nothing_else_does(tmp_path: Path) -> None:
    done = confined.run(
        tmp_path,
        "import socket\nsocket.create_connection(('127.0.0.1', 9), timeout=1)",
        prepare=f"{confined.NO_LANDLOCK}\n{confined.NO_SECCOMP}\n{confined.NO_NAMESPACE}",
    )
    assert "reading processes have no network" in done.stderr


def test_memory_is_limited(tmp_path: Path) -> None:
    done = confined.run(
        tmp_path, "bytearray(600 * 1024 * 1024)", prepare="limits.WORKER_DATA_BYTES = 400 * 1024 * 1024"
    )
    assert "MemoryError" in done.stderr


def test_processor_time_is_limited(tmp_path: Path) -> None:
    done = confined.run(tmp_path, "while True: pass", prepare="limits.WORKER_CPU_SECONDS = 1")
    assert done.returncode in (-signal.SIGXCPU, -signal.SIGKILL)


@pytest.mark.parametrize(
    "code",
    [
        "import ctypes; ctypes.CDLL(None).memfd_create(b'x', 0) < 0 or sys.exit('shared memory')",
        "import ctypes; ctypes.CDLL(None).ptrace(0, 0, 0, 0) < 0 or sys.exit('ptrace')",
        "import ctypes; ctypes.CDLL(None).unshare(0x10000000) < 0 or sys.exit('namespaces')",
        "import ctypes; ctypes.CDLL(None).mount(b'none', b'/tmp', b'tmpfs', 0, None) < 0 or sys.exit('mount')",
        "import ctypes; ctypes.CDLL(None).syscall(425, 1, None) < 0 or sys.exit('io_uring')",
        "import ctypes; ctypes.CDLL(None).syscall(BPF, 0, None, 0) < 0 or sys.exit('bpf')",
        "import ctypes; ctypes.CDLL(None).shmget(0, 4096, 0o1600) < 0 or sys.exit('System V memory')",
    ],
    ids=["memfd", "ptrace", "unshare", "mount", "io_uring", "bpf", "shmget"],
)
def test_system_calls_that_reading_never_needs_are_refused(tmp_path: Path, code: str) -> None:
    # errno tells a filter's refusal from a call that fails for its arguments.
    whole = code.replace("BPF", "321" if platform.machine() == "x86_64" else "280").replace(
        "ctypes.CDLL(None)", "ctypes.CDLL(None, use_errno=True)"
    )
    done = confined.run(tmp_path, f"{whole}\nprint(ctypes.get_errno())")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "1"


def test_threads_can_still_be_made(tmp_path: Path) -> None:
    code = "import threading; t = threading.Thread(target=print, args=('ran',)); t.start(); t.join()"
    assert confined.run(tmp_path, code).stdout == "ran\n"


def test_a_reading_process_dies_with_the_one_that_asked() -> None:
    script = (
        "import os, signal, sys\nfrom extractors.readers.process import WorkerProcess\n"
        "print(WorkerProcess().pid, flush=True)\nsys.stdin.read()"
    )
    asker = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert asker.stdout is not None
    pid = int(asker.stdout.readline())
    asker.kill()
    asker.communicate()
    until = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{pid}").exists()


def test_only_the_file_that_is_read_lies_in_the_inbox_and_nothing_stays(tmp_path: Path) -> None:
    held = scratch.Scratch()
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(b"1")
    second.write_bytes(b"2")
    place = held.hand_in(first)
    assert held.hand_in(first) == place
    held.hand_in(second)
    assert [path.read_bytes() for path in held.inbox.iterdir()] == [b"2"]
    held.remove()
    assert not held.folder.exists()
    assert first.read_bytes() == b"1"


def test_a_file_that_cannot_be_linked_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(18, "cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "a.pdf"
    file.write_bytes(b"1")
    held = scratch.Scratch()
    place = held.hand_in(file)
    assert place.read_bytes() == b"1"
    assert place.stat().st_ino != file.stat().st_ino
    held.remove()


def test_what_a_killed_process_left_goes_with_the_next_and_what_lives_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(scratch, "_SETTLING_SECONDS", -1)
    left = tmp_path / "hezheng-reading-left"
    (left / "in").mkdir(parents=True)
    living = scratch.Scratch()
    assert not left.exists()
    another = scratch.Scratch()
    assert living.folder.exists()
    for held in (living, another):
        held.remove()


def test_what_comes_as_a_picture_is_opened_as_png_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("评估等级", encoding="utf-8")
    with ReaderPool(1) as pool:
        _, reading = next(pool.read_files([("a.txt", file)]))
        held = io.BytesIO()
        Image.new("RGB", (8, 8)).save(held, "TIFF")
        monkeypatch.setattr(WorkerProcess, "receive", lambda _: ("I", held.getvalue()))
        with pytest.raises(OSError, match="cannot identify"):
            pool.render_page(file, reading, 1)


PICTURES = {
    "png": "PNG",
    "jpg": "JPEG",
    "tif": "TIFF",
    "bmp": "BMP",
    "webp": "WEBP",
    "gif": "GIF",
    "heic": "HEIF",
}


@pytest.mark.ocr
def test_every_format_is_read_by_a_confined_process_as_by_a_free_one(tmp_path: Path) -> None:
    import docx
    import openpyxl
    import pillow_heif

    pillow_heif.register_heif_opener()
    image = making.picture("评估等级：5A", "发证日期：2023年5月18日")
    files = [making.pdf(tmp_path / "text.pdf", making.certificate)]
    for suffix, kind in PICTURES.items():
        path = tmp_path / f"a.{suffix}"
        path.write_bytes(making.encoded(image, kind))
        files.append(path)
    letter = docx.Document()
    letter.add_paragraph("评估等级：5A")
    letter.save(str(tmp_path / "a.docx"))
    book = openpyxl.Workbook()
    book.worksheets[0].append(["评估等级", "5A"])
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "a.html").write_text("<html><body><p>评估等级：5A</p></body></html>", encoding="utf-8")
    (tmp_path / "a.txt").write_text("评估等级：5A", encoding="utf-8")
    making.ofd(tmp_path / "a.ofd", [making.ofd_text(20, 30, "评估等级：5A")])
    files += [tmp_path / f"a.{suffix}" for suffix in ("docx", "xlsx", "html", "txt", "ofd")]
    with ReaderPool(1) as pool:
        found = dict(pool.read_files([(path.name, path) for path in files]))
        for path in files:
            reading = found[path.name]
            assert not reading.problems, path
            assert (
                "5A" in "".join(line.text for page in reading.pages for line in page.lines)
                or path.suffix == ".pdf"
            )
            assert reading == read_file(path, path.name)
            assert pool.render_page(path, reading, 1, dpi=60).width > 100
