"""An office of real processes to be measured: a Prefect server, `hezheng serve`, and workers of one reading process each."""

import os
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx

from dossier.principal import SCOPES, Principal, Role
from flows.server import server_command, server_environment, server_url, wait_until_ready
from hezheng.settings import Settings
from tests.servers import free_ports, run_object_store, run_postgres
from tests.survive.client import Applicant, Ledger
from tests.survive.material import Material
from tests.survive.programs import Program
from vault.records import open_records

PATIENCE = 4 * 3600.0
OFFICER = Principal(id="officer", name="经办人", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])


class Office:
    """The office, while it runs."""

    def __init__(self, folder: Path, told: dict[str, str]) -> None:
        self.folder = folder
        self.programs: dict[str, Program] = {}
        (folder / "data").mkdir(parents=True)
        self._ports = free_ports(2)
        self._told = {
            "data": str(folder / "data"),
            "prefect_api_url": server_url(self._ports[0]),
            "port": str(self._ports[1]),
            "workers": "1",
            "rate_per_second": "100000",
            **told,
        }
        settings = Settings(_env_file=None, **self._told)  # pyright: ignore[reportCallIssue, reportArgumentType]
        self.records = open_records(settings)
        self.records.put_user("benchmark", OFFICER)
        self._token = self.records.add_token("benchmark", OFFICER.id, name="benchmark").secret

    def start(self, workers: int) -> None:
        """Starts all programs; gives when they are ready for work."""
        quiet = server_environment(self.folder / "data", self._ports[0])
        self._program("prefect", server_command(self._ports[0]), quiet)
        if not wait_until_ready(server_url(self._ports[0]), 120):
            raise RuntimeError("the Prefect server doesn't start")
        for name in ("serve", *(f"worker-{number}" for number in range(1, workers + 1))):
            self._program(name, [sys.executable, "-m", "hezheng", name.partition("-")[0]], {})
        self.wait(self._answers)

    def bind_workers(self) -> None:
        """Gives each worker, with all that it will start, a core of its own."""
        cores = sorted(os.sched_getaffinity(0))
        workers = [each for name, each in self.programs.items() if name.startswith("worker")]
        for number, worker in enumerate(workers):
            for task in Path(f"/proc/{worker.pid}/task").iterdir():
                os.sched_setaffinity(int(task.name), {cores[number % len(cores)]})

    def stop(self) -> None:
        """Ends all programs."""
        for each in reversed(self.programs.values()):
            each.stop()
        self.records.close()

    def applicant(self) -> Applicant:
        """Somebody who hands in over HTTP."""
        return Applicant(f"http://127.0.0.1:{self._ports[1]}", self._token, Ledger())

    def hand_in(self, materials: Sequence[Material], *, batch: bool = False) -> list[str]:
        """Hands them in, one after the other."""
        applicant = self.applicant()
        try:
            return [applicant.hand_in(each, batch=batch) for each in materials]
        finally:
            applicant.close()

    def states(self) -> dict[str, int]:
        """How many submissions stand where."""
        return {str(state): number for state, number in self.records.count(OFFICER).items()}

    def wait(self, until: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Waits until something is so."""
        late = time.monotonic() + seconds
        while not until():
            if time.monotonic() > late:
                raise TimeoutError(f"the office got stuck at {self.states()}")
            time.sleep(0.02)

    def wait_until_verified(self, count: int) -> None:
        """Waits until so many submissions lie before the reviewers."""
        self.wait(lambda: self.states().get("in_review", 0) >= count)

    def _answers(self) -> bool:
        try:
            return httpx.get(
                f"http://127.0.0.1:{self._ports[1]}/readyz", timeout=5, trust_env=False
            ).is_success
        except httpx.HTTPError:
            return False

    def _program(self, name: str, command: Sequence[str], more: dict[str, str]) -> None:
        clean = {
            key: value for key, value in os.environ.items() if not key.startswith(("HEZHENG_", "PREFECT_"))
        }
        told = {f"HEZHENG_{key.upper()}": value for key, value in self._told.items()}
        # `more` is made from this process's environment: what is told comes last.
        self.programs[name] = Program(name, command, {**clean, **more, **told}, self.folder)
        self.programs[name].start()


@contextmanager
def standing(folder: Path, workers: int, *, servers: bool) -> Generator[Office]:
    """An office that is ready for work, on SQLite and a folder or on PostgreSQL and an S3 store."""
    with ExitStack() as stack:
        told: dict[str, str] = {}
        folder.mkdir(parents=True)
        if servers:
            postgres = stack.enter_context(contextmanager(run_postgres)())
            place = folder / "store"
            place.mkdir()
            store = stack.enter_context(contextmanager(run_object_store)(place))
            told = {
                "database_url": postgres.new_database(),
                "s3_endpoint": store.endpoint,
                "s3_access_key": store.access_key,
                "s3_secret_key": store.secret_key,
                "s3_bucket": store.new_bucket(),
                "s3_secure": "false",
            }
        office = Office(folder, told)
        stack.callback(office.stop)
        office.start(workers)
        yield office
