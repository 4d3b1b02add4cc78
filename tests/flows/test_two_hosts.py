"""Two hosts that share only PostgreSQL, the bucket and the Prefect server read a round as one host would: the same bytes."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from dossier.principal import Principal, Role
from dossier.state import State
from extractors.readers import ReaderPool
from flows import steps
from flows.audit_round import audit_round
from flows.importing import Importer, Outcome, wait_until_verified
from flows.kept import Outcome as RunOutcome
from flows.kept import verify_kept
from flows.progress import silent
from flows.rescore_round import rescore_round
from rubric import load
from tests.flows import publishers, submissions
from tests.flows.office import OFFICER, Office
from tests.servers import clean_environment, free_ports
from vault.blobs_folder import FolderBlobs
from vault.blobs_minio import open_minio
from vault.exports import FolderExport
from vault.originals import Originals

ROOT = Path(steps.__file__).resolve().parents[1]
PATIENCE = 180.0
SUBMISSIONS = 12
AUDITOR = Principal(id="a", name="审计", role=Role.AUDITOR)


class Hosts:
    """What all hosts share, and the processes of those that work."""

    def __init__(self, folder: Path, server: Any, postgres: Any, store: Any, stack: ExitStack) -> None:
        self.folder = folder
        self._stack = stack
        bucket = store.new_bucket()
        self.shared = {
            **{f"HEZHENG_{name}".upper(): value for name, value in store.settings(bucket).items()},
            "HEZHENG_DATABASE_URL": postgres.new_database(),
            "HEZHENG_PREFECT_API_URL": server.url,
            "HEZHENG_WORK_POOL": f"pool-{uuid4().hex}",
        }
        blobs = open_minio(store.endpoint, bucket, store.access_key, store.secret_key, secure=False)
        self.office = Office.open(
            folder / "office", store=blobs, database=self.shared["HEZHENG_DATABASE_URL"]
        )
        stack.callback(self.office.records.close)

    def start(self, name: str, port: int) -> "subprocess.Popen[bytes]":
        """A worker with a data folder that no other host sees."""
        data = self.folder / name
        data.mkdir()
        own = {
            "HEZHENG_DATA": str(data),
            "HEZHENG_WORKERS": "1",
            "HEZHENG_RECONCILE_SECONDS": "0.5",
            "HEZHENG_METRICS_PORT": str(port),
        }
        log = self._stack.enter_context((self.folder / f"{name}.log").open("wb"))
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.flows.run_worker", publishers.PLAIN],
            cwd=ROOT,
            env=clean_environment() | self.shared | own | {"PYTHONPATH": str(ROOT)},
            stdout=log,
            stderr=log,
        )
        self._stack.callback(process.wait, 60)
        self._stack.callback(process.kill)
        return process


@pytest.fixture
def hosts(tmp_path: Path, server: Any, postgres: Any, object_store: Any) -> Iterator[Hosts]:
    with ExitStack() as stack:
        yield Hosts(tmp_path, server, postgres, object_store, stack)


def answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/metrics", trust_env=False).is_success
    except httpx.HTTPError:
        return False


def export(folder: Path) -> FolderExport:
    """Submissions none of whose contents is that of another, so that each has pages to be read."""
    for number in range(SUBMISSIONS):
        made = submissions.make(folder / f"单位{number:02}")
        for path in made.rglob("*.txt"):
            path.write_text(f"{path.read_text('utf-8')}第{number}号\n", "utf-8")
    return FolderExport(folder)


@pytest.mark.slow
def test_two_hosts_give_the_bytes_of_one(hosts: Hosts, tmp_path: Path) -> None:
    office, records = hosts.office, hosts.office.records
    ports = free_ports(2)
    running = [hosts.start(f"host-{port}", port) for port in ports]
    late = time.monotonic() + PATIENCE
    while not all(map(answers, ports)):
        assert time.monotonic() < late, "the workers don't start"
        time.sleep(0.2)

    importer = Importer(office, OFFICER, export(tmp_path / "导出"), "2026", settings=office.settings)
    lines = list(importer.run(importer.entries(), silent))
    assert {line.outcome for line in lines} == {Outcome.TAKEN}
    wait_until_verified(records, OFFICER, "2026", silent)
    for process in running:
        process.send_signal(signal.SIGTERM)
    assert [process.wait(PATIENCE) for process in running] == [0, 0]

    entries = records.trail(AUDITOR, limit=10_000)
    workers = {entry.actor for entry in entries if entry.action == "report.keep"}
    assert len(workers) == 2, workers
    for port in ports:
        left = {path.name for path in (tmp_path / f"host-{port}").iterdir()}
        assert left.isdisjoint({"originals", "readings", "reports", "hezheng.db"}), left
    taken = [str(line.submission) for line in lines]
    of_two = reports_of(office, taken)
    assert [len(found) for found in of_two.values()] == [1] * SUBMISSIONS
    audited = audit_round(office, OFFICER, "2026", "seed", fallback=None).audit

    # One host, which has the originals and nothing that was read of them.
    store = FolderBlobs(tmp_path / "alone")
    originals = Originals(store)
    alone = Office(office.settings, records, store, originals, office.reports)
    with ReaderPool(1) as pool, alone.bench(pool, "alone") as bench:
        for submission in taken:
            for document in records.documents(OFFICER, submission):
                place = office.originals.fetch(document.sha256, tmp_path / "copies" / document.sha256)
                originals.put(place, sha256=document.sha256, size=document.size)
            records.move(OFFICER, submission, State.RECEIVED, records.get(OFFICER, submission).version)
            assert verify_kept(submission, bench) is RunOutcome.FINISHED
    for newer, older in reports_of(office, taken).values():
        assert newer == older
    again = audit_round(alone, OFFICER, "2026", "seed", fallback=None).audit
    assert again.to_json() == audited.to_json()
    rescored = [
        rescore_round(vault, OFFICER, "2026", [("a.yaml", load())], fallback=None, progress=silent)
        for vault in (office, alone)
    ]
    assert rescored[0].rescored == SUBMISSIONS
    assert rescored[0].model_dump_json() == rescored[1].model_dump_json()


def reports_of(office: Office, taken: list[str]) -> dict[str, list[str]]:
    """The hashes of each submission's reports, newest first."""
    return {
        submission: [each.sha256 for each in office.records.reports(OFFICER, submission)]
        for submission in taken
    }
