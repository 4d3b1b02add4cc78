"""Submissions on disk, a standard small enough to be read here, what the reading processes were asked for."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dossier.page import Reading
from extractors.readers import ReaderPool
from extractors.readers.pool import Progress
from flows import quiet, steps
from flows.options import StepOptions
from flows.progress import silent
from flows.server import HOME
from tests.flows import publishers, submissions
from tests.servers import free_ports, prefect_server

ROOT = Path(steps.__file__).resolve().parents[1]


@dataclass(frozen=True)
class Criterion:
    """What the intake knows of a criterion."""

    id: str
    title: str


CRITERIA = (
    Criterion("2.1", "依法在民政部门注册登记"),
    Criterion("2.2", "有固定办公场所"),
    Criterion("2.6", "社会组织评估等级在3A以上"),
    Criterion("5.1", "服务体系化：年度预算、计划、实施、总结"),
    Criterion("6.1", "职工满意度达70%以上"),
    Criterion("6.2", "设区市级以上表彰奖励"),
    Criterion("6.3", "设区市级以上主流媒体正面报道"),
)


@pytest.fixture
def criteria() -> tuple[Criterion, ...]:
    """The criteria that the standard knows."""
    return CRITERIA


@pytest.fixture
def application() -> dict[str, Any]:
    """A sound submission.json."""
    return {
        "round": "2026",
        "organization": {
            "name": "南京市蓝海职工服务中心",
            "uscc": "52320100MJ0000000X",
            "type": "民办非企业单位",
        },
        "recommender": "南京市总工会",
        "submitted_at": "2026-11-15T10:00:00+08:00",
        "claims": [
            {
                "criterion": "2.6",
                "points": 6,
                "statement": "5A级社会组织",
                "files": ["组织建设/评估等级证书.jpg"],
            },
            {"criterion": "6.1", "points": 4.5},
        ],
        "claimed_total": 10.5,
    }


@pytest.fixture
def folder(tmp_path: Path, application: dict[str, Any]) -> Callable[..., Path]:
    """Makes a submission's folder; without an argument the sound one."""

    def make(value: object = None, *, raw: bytes | None = None, name: str = "材料") -> Path:
        root = tmp_path / name
        (root / "组织建设").mkdir(parents=True, exist_ok=True)
        (root / "组织建设" / "评估等级证书.jpg").write_bytes(b"jpeg")
        (root / "登记证书.pdf").write_bytes(b"pdf")
        content = raw if raw is not None else json.dumps(value or application, ensure_ascii=False).encode()
        (root / "submission.json").write_bytes(content)
        return root

    return make


@pytest.fixture(scope="session")
def submission(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A submission that needs no OCR, one of whose files can't be read. Nobody may write into it."""
    return submissions.make(tmp_path_factory.mktemp("submission") / "材料")


@pytest.fixture(scope="session")
def expected(submission: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of report.json that the plain walk gives for it."""
    place = tmp_path_factory.mktemp("direct")
    _, written = steps.verify_submission(
        submission,
        as_of=None,
        rubric_path=None,
        out=place / "out",
        settings=StepOptions(data=place / "data", workers=2),
        progress=silent,
        publish=publishers.plain,
    )
    return written.read_bytes()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that reading processes are asked to read from now on."""
    names: list[str] = []
    read_files = ReaderPool.read_files

    def noted(
        pool: ReaderPool, files: Sequence[tuple[str, Path]], progress: Progress | None = None
    ) -> Iterator[tuple[str, Reading]]:
        names.extend(name for name, _ in files)
        return read_files(pool, files, progress)

    monkeypatch.setattr(ReaderPool, "read_files", noted)
    return names


@pytest.fixture
def kill() -> Callable[..., None]:
    """Starts a run that is killed when it has kept so many readings, and waits for its end."""

    def run(
        way: str,
        path: Path,
        out: Path,
        data: Path,
        *,
        readings: int,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        arguments = [way, str(path), str(out), str(data), str(readings)]
        done = subprocess.run(
            [sys.executable, "-m", "tests.flows.killed", *arguments],
            cwd=ROOT,
            env=environment or quiet.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == -9, done.stderr

    return run


@dataclass(frozen=True)
class Server:
    """A Prefect server of the tests' own."""

    home: Path
    url: str

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to know to find it."""
        return quiet.environment() | {"PREFECT_HOME": str(self.home), "PREFECT_API_URL": self.url}

    def run(self, *arguments: str, cwd: Path = ROOT) -> str:
        """Runs Prefect's command line against the server and gives what it says."""
        done = subprocess.run(
            [sys.executable, "-m", "prefect", *arguments],
            cwd=cwd,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server, which flows in this process report to as well."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker
    from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings

    (port,) = free_ports(1)
    data = tmp_path_factory.mktemp("prefect")
    with prefect_server(data, port) as url:
        made = Server(data / HOME, url)
        with temporary_settings({PREFECT_API_URL: made.url, PREFECT_HOME: made.home}):
            yield made
            for worker in (EventsWorker, APILogWorker):
                worker.drain_all(timeout=10)
