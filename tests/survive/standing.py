"""An office of real processes: a Prefect server, `hezheng serve`, two workers, and what keeps their data."""

import os
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Literal

import httpx
from sqlalchemy import func, select

from dossier.principal import SCOPES, Principal, Role
from dossier.work import UnitState
from flows.server import is_ready, server_command, server_environment, server_url
from hezheng.settings import Settings
from tests.servers import (
    ObjectStore,
    Postgres,
    clean_environment,
    free_ports,
    run_object_store,
    run_postgres,
)
from tests.survive.material import POISON
from tests.survive.programs import Clock, Program
from vault.blobs import Blobs
from vault.records import Records, open_records
from vault.records.errors import RecordsError
from vault.records.schema import TrailRow, UnitRow
from vault.stores import open_blobs

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0
"""Seconds that anything may take on a machine that does a lot besides."""
LEASE_SECONDS = 3.0
RECONCILE_SECONDS = 0.5
WORKERS = ("worker-1", "worker-2")
CLOCKED = ("serve", *WORKERS)
"""Programs whose clocks can jump."""

Kind = Literal["folder", "servers"]
"""SQLite and a folder, or PostgreSQL and an S3 store."""

OFFICER = Principal(id="officer", name="经办人", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])


class Office:
    """The office while it runs. What it keeps is looked at through connections of the tests' own."""

    def __init__(self, folder: Path, postgres: Postgres | None, store: ObjectStore | None) -> None:
        self.folder = folder
        (folder / "data").mkdir(exist_ok=True)
        self.postgres = postgres
        self.store = store
        self._ports = free_ports(2)
        self._told = self._settings(folder / "data")
        self._told["database_url"] = postgres.new_database() if postgres is not None else ""
        if store is not None:
            self._told |= store.settings(store.new_bucket())
        # One host has one clock and one folder; with servers, each program is as on a host of its own.
        shared = Clock(folder / "clock")
        self.clocks = {
            name: shared if self.kind == "folder" else Clock(folder / f"{name}-clock") for name in CLOCKED
        }
        self.programs = {each.name: each for each in self._programs()}
        self.settings = Settings(_env_file=None, **self._told)  # pyright: ignore[reportCallIssue, reportArgumentType]
        self.blobs: Blobs = open_blobs(self.settings)
        self.records: Records = open_records(self.settings)
        self.records.put_user("test", OFFICER)
        self.token = self.records.add_token("test", OFFICER.id, name="test").secret

    @property
    def kind(self) -> Kind:
        """What it keeps its data in."""
        return "folder" if self.postgres is None else "servers"

    @property
    def url(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self._ports[1]}"

    @property
    def prefect_url(self) -> str:
        """Where its Prefect server is."""
        return server_url(self._ports[0])

    @property
    def workers(self) -> list[Program]:
        """The programs that verify."""
        return [self.programs[name] for name in WORKERS]

    def start(self) -> None:
        """Starts all programs and waits until requests are answered."""
        for each in self.programs.values():
            each.start()
        self.wait(self.answers, "the office answers")
        self.wait(lambda: is_ready(self.prefect_url), "the Prefect server answers")

    def stop(self) -> None:
        """Ends all programs."""
        for each in reversed(self.programs.values()):
            each.stop()
        self.records.close()

    def answers(self) -> bool:
        """Whether it is ready to serve."""
        try:
            return httpx.get(f"{self.url}/readyz", timeout=5, trust_env=False).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    def progress(self) -> int:
        """Counts up with whatever is done, as long as the database can be asked."""
        with suppress(RecordsError), self.records.database.read() as transaction:
            done = select(func.count()).where(UnitRow.state == UnitState.DONE)
            rows = transaction.session.scalar(select(func.max(TrailRow.seq))) or 0
            return rows + (transaction.session.scalar(done) or 0)
        return 0

    def wait(self, until: Callable[[], bool], what: str, seconds: float = PATIENCE) -> float:
        """Waits until something is so; how many seconds that took. AssertionError, with the logs, where it never is."""
        began = time.monotonic()
        while not until():
            if time.monotonic() - began > seconds:
                logs = "\n".join(f"== {each.name}\n{each.said()}" for each in self.programs.values())
                raise AssertionError(f"it never came to that: {what}\n{logs}")
            time.sleep(0.05)
        return time.monotonic() - began

    def environment(self, data: Path | None = None) -> dict[str, str]:
        """What its programs are told, and nothing of this machine's own."""
        told = self._told if data is None else {**self._told, "data": str(data)}
        return {
            **clean_environment(),
            "PYTHONPATH": os.pathsep.join((str(POISON), str(ROOT))),
            **{f"HEZHENG_{name.upper()}": value for name, value in told.items()},
        }

    def _settings(self, data: Path) -> dict[str, str]:
        return {
            "data": str(data),
            "prefect_api_url": self.prefect_url,
            "port": str(self._ports[1]),
            "workers": "1",
            "lease_seconds": str(LEASE_SECONDS),
            "reconcile_seconds": str(RECONCILE_SECONDS),
            "rate_per_second": "10000",
        }

    def _programs(self) -> Iterator[Program]:
        quiet = server_environment(self.folder / "data", self._ports[0])
        yield Program("prefect", server_command(self._ports[0]), {**self.environment(), **quiet}, self.folder)
        for name in CLOCKED:
            own = {
                **self.environment(None if self.kind == "folder" else self.folder / name),
                **self.clocks[name].environment,
                "PREFECT_API_URL": self.prefect_url,
                "PREFECT_HOME": str(self.folder / f"{name}-prefect"),
            }
            command = [sys.executable, "-m", "tests.survive.program", name.partition("-")[0]]
            yield Program(name, command, own, self.folder)


@contextmanager
def standing(kind: Kind, folder: Path) -> Generator[Office]:
    """An office that runs."""
    with ExitStack() as stack:
        postgres = store = None
        if kind == "servers":
            postgres = stack.enter_context(contextmanager(run_postgres)())
            place = folder / "store"
            place.mkdir()
            store = stack.enter_context(contextmanager(run_object_store)(place))
        office = Office(folder, postgres, store)
        stack.callback(office.stop)
        office.start()
        yield office
