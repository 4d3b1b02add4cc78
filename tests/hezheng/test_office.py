"""An office as docker-compose.yml describes it, with all its processes, but for the containers around them."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import yaml
from psycopg.sql import SQL, Identifier

from dossier.principal import Principal, Role
from flows.server import wait_until_ready
from hezheng.settings import Settings
from tests.review.api.office import draft, put
from tests.servers import POSTGRES, free_ports, tied
from vault.records import open_records

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
APPLICATION = {
    "round": "2026",
    "organization": {"name": "某某职工服务中心"},
    "recommender": "南京市总工会",
    "claims": [{"criterion": "2.6", "points": 6}],
}


class Host:
    """Where the containers' names lead to here, and the processes that run."""

    def __init__(self, folder: Path, addresses: dict[str, str], stack: ExitStack) -> None:
        self._folder = folder
        self._addresses = addresses
        self._stack = stack
        text = (DEPLOY / "docker-compose.yml").read_text("utf-8")
        self._services = yaml.safe_load(
            re.sub(
                r"\$\{(\w+)(?::-([^}]*)|:\?)?\}",
                lambda found: found[2] if found[2] is not None else "x",
                text,
            )
        )

    def environment(self, service: str, **more: str) -> dict[str, str]:
        """What the container of the service would have, with names and folders of this host."""
        folder = self._folder / service
        folder.mkdir(exist_ok=True)
        given = {
            name: str(value or "")
            for name, value in self._services["services"][service]["environment"].items()
        }
        for name, value in given.items():
            for container, here in self._addresses.items():
                given[name] = given[name].replace(container, here)
            given[name] = (
                given[name].replace("/data", str(folder)) if value.startswith("/data") else given[name]
            )
        given |= more
        return {
            name: value
            for name, value in {**os.environ, "PYTHONPATH": str(ROOT), **given}.items()
            if not (name.startswith(("HEZHENG_", "PREFECT_")) and name not in given)
        }

    def start(self, service: str, *program: str, **more: str) -> subprocess.Popen[bytes]:
        """Starts the service's command."""
        environment = self.environment(service, **more)
        port = self._addresses["prefect:4200"].rpartition(":")[2]
        here = {"0.0.0.0": "127.0.0.1", "4200": port}  # noqa: S104 - what is replaced
        told: list[str] = self._services["services"][service]["command"]
        command = [here.get(each, each) for each in told]
        log = self._stack.enter_context((self._folder / f"{service}.log").open("wb"))
        process = subprocess.Popen(
            tied([sys.executable, *program, *command]),
            env=environment,
            cwd=self._folder / service,
            stdout=log,
            stderr=log,
        )
        self._stack.callback(process.wait, 60)
        self._stack.callback(process.kill)
        return process


@pytest.fixture
def host(tmp_path: Path, postgres: Any, object_store: Any) -> Iterator[Host]:
    port = str(postgres._port)
    secrets = {
        "HEZHENG_DATABASE_PASSWORD": "x",
        "PREFECT_DATABASE_PASSWORD": "x",
        "POSTGRES_USER": "postgres",
    }
    subprocess.run(
        [DEPLOY / "postgres-init.sh"],
        env={"PATH": f"{POSTGRES}:/usr/bin:/bin", "PGHOST": "127.0.0.1", "PGPORT": port, **secrets},
        check=True,
        capture_output=True,
    )
    (prefect,) = free_ports(1)
    addresses = {
        "postgres:5432": f"127.0.0.1:{port}",
        "minio:9000": object_store.endpoint,
        "prefect:4200": f"127.0.0.1:{prefect}",
    }
    with ExitStack() as stack:
        yield Host(tmp_path, addresses, stack)
    with psycopg.connect(postgres._dsn("postgres"), autocommit=True) as connection:
        for name in ("hezheng", "prefect"):
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))
            connection.execute(SQL("DROP ROLE {}").format(Identifier(name)))


def until(seconds: float, what: str, look: Any) -> None:
    late = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < late, what
        time.sleep(0.5)


def answers(url: str) -> bool:
    try:
        return httpx.get(url, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def ran(port: int) -> float:
    """Runs that the worker has finished."""
    text = httpx.get(f"http://127.0.0.1:{port}/metrics", trust_env=False).text
    found = re.search(r'^hezheng_runs_total\{outcome="finished"\} (\S+)$', text, re.MULTILINE)
    return float(found[1]) if found else 0.0


@pytest.mark.slow
def test_the_office_verifies_what_is_handed_in_and_doctor_finds_nothing_lacking(
    host: Host, object_store: Any
) -> None:
    serving, *telling = free_ports(3)
    store = {
        "HEZHENG_S3_ACCESS_KEY": object_store.access_key,
        "HEZHENG_S3_SECRET_KEY": object_store.secret_key,
        "HEZHENG_S3_BUCKET": object_store.new_bucket(),
        "HEZHENG_KEEP_UNTIL": "2099-12-31",
    }
    prefect = host.start("prefect", "-m", "prefect")
    own = host.environment("serve", HEZHENG_HOST="127.0.0.1", HEZHENG_PORT=str(serving), **store)
    url = f"http://127.0.0.1:{serving}"
    assert wait_until_ready(own["HEZHENG_PREFECT_API_URL"], 120)
    running = [host.start("serve", "-m", "hezheng", **{k: own[k] for k in own if k.startswith("HEZHENG_")})]
    until(60, "serve", lambda: answers(f"{url}/readyz"))
    for name, port in zip(("worker-1", "worker-2"), telling, strict=True):
        told = {**store, "HEZHENG_METRICS_HOST": "127.0.0.1", "HEZHENG_METRICS_PORT": str(port)}
        running.append(host.start(name, "-m", "hezheng", HEZHENG_WORKERS="1", **told))
    until(90, "workers", lambda: all(answers(f"http://127.0.0.1:{port}/metrics") for port in telling))

    given = {name.removeprefix("HEZHENG_").lower(): own[name] for name in own if name.startswith("HEZHENG_")}
    settings = Settings(_env_file=None, **given)  # pyright: ignore[reportCallIssue, reportArgumentType]
    with closing(open_records(settings)) as records:
        records.put_user("test", Principal(id="office", name="省总", role=Role.OFFICE))
        token = records.add_token("test", "office", name="test").secret
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=f"{url}/api/v1", headers=headers, timeout=60, trust_env=False) as client:
        handed_in: list[str] = []
        for number in range(4):
            submission = draft(client, application=APPLICATION, batch=bool(number % 2))["id"]
            assert put(client, submission, "证明.txt", f"第 {number} 份证明".encode()).is_success
            version = client.get(f"/submissions/{submission}").headers["ETag"]
            answer = client.post(f"/submissions/{submission}/submit", headers={"If-Match": version})
            assert answer.status_code == 200, answer.text
            handed_in.append(submission)

        def state(submission: str) -> str:
            return client.get(f"/submissions/{submission}").json()["state"]

        until(180, "verified", lambda: all(state(each) == "in_review" for each in handed_in))
    assert sum(ran(port) for port in telling) == 4

    done = subprocess.run(
        [sys.executable, "-m", "hezheng", "doctor", "--json"],
        env=own,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    checks = {each["code"]: each for each in json.loads(done.stdout)["checks"]}
    service = {"settings", "database", "store", "clocks", "prefect", "workers"}
    assert [checks[code] for code in service if not checks[code]["fine"]] == []
    assert checks["workers"]["detail"].startswith("2 ")

    for process in reversed(running):
        process.send_signal(signal.SIGTERM)
    assert [process.wait(90) for process in running] == [0, 0, 0]
    assert prefect.poll() is None
