"""What the Prefect flow costs over the plain walk, on the same submission, already read, in one run.

A server of its own is started in a temporary folder. Both walks publish report.json alone, so that drawing pictures
doesn't hide the difference. The flow keeps facts and findings between runs, which the plain walk does not; so it is
measured with them and, as what Prefect alone costs, without.

PYTHONPATH=. python benchmarks/flow_overhead.py [DOCUMENTS] [ROUNDS]
"""

import contextlib
import json
import logging
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from flows import kept_results, quiet, steps
from flows.options import StepOptions
from flows.progress import silent
from tests.flows import publishers, submissions


def make(folder: Path, documents: int) -> Path:
    """A submission of so many documents of three pages of text each, and the small ones of the tests."""
    submissions.make(folder)
    for number in range(documents):
        lines = [f"{submissions.ORGANIZATION}第{number}号会议记录", "2026年3月2日"]
        lines += [f"第{line}项：研究职工服务工作，决定由第{line + number}组负责落实。" for line in range(150)]
        (folder / f"记录{number:03d}.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder


@contextlib.contextmanager
def server(home: Path) -> Iterator[None]:
    """A Prefect server while it lasts; this process's environment names it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/api"
    os.environ |= {"PREFECT_HOME": str(home), "PREFECT_API_URL": address, "PREFECT_LOGGING_LEVEL": "ERROR"}
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(
        command, env=quiet.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            while process.poll() is None:
                with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/health", timeout=5):  # noqa: S310
                    break
                time.sleep(0.2)
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(documents: int, rounds: int) -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as temporary, server(Path(temporary) / "prefect"):
        from flows.verify_submission import verify_submission

        logging.disable(logging.WARNING)
        place = Path(temporary)
        path = make(place / "submission", documents)
        options = StepOptions(data=place / "data")

        def direct() -> None:
            steps.verify_submission(
                path, as_of=None, rubric_path=None, out=place / "direct", settings=options,
                progress=silent, publish=publishers.plain,
            )  # fmt: skip

        def flow() -> None:
            verify_submission(path, place / "flow", publisher=publishers.PLAIN, options=options)

        print(
            f"{documents} documents of 3 pages; reading: {seconds(direct):.2f} s; first flow: {seconds(flow):.2f} s"
        )

        def anew() -> None:
            shutil.rmtree(options.data / kept_results.FOLDER)
            flow()

        taken = [(seconds(direct), seconds(flow), seconds(anew)) for _ in range(rounds)]
        plain, kept, unkept = (statistics.median(each) for each in zip(*taken, strict=True))
        same = (place / "direct" / "report.json").read_bytes() == (
            place / "flow" / "report.json"
        ).read_bytes()
        found = json.loads((place / "flow" / "report.json").read_bytes())["documents"]
        print(
            f"{len(found)} documents, {sum(each['pages'] for each in found)} pages, read before; same bytes: {same}"
        )
        print(f"plain walk {plain:.3f} s")
        for name, took in (("facts and findings kept", kept), ("facts and findings anew", unkept)):
            print(f"flow, {name} {took:.3f} s: ratio {took / plain:.2f}, {took - plain:+.3f} s")
        drain()


def drain() -> None:
    """Sends what Prefect still has to tell while the server is there."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    for worker in (EventsWorker, APILogWorker):
        worker.drain_all(timeout=10)


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:]) if len(sys.argv) > 2 else (40, 5))
