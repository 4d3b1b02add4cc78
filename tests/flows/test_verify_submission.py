"""The flow on a real Prefect server: the bytes of the plain walk, whatever happens in between."""

import contextlib
import json
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterFlowRunId,
    FlowRunFilter,
    FlowRunFilterId,
)
from prefect.client.schemas.objects import Artifact, TaskRun

from dossier.page import Problem, ProblemCode, Reading
from extractors.readers import ReaderPool
from extractors.readers.pool import Progress
from flows import quiet, steps
from flows.errors import PathMissingError
from flows.options import StepOptions
from flows.progress import silent
from flows.verify_submission import verify_submission
from tests.flows import publishers, submissions

STEPS = 2 * submissions.CONTENTS + 5
"""Task runs of a flow run: reading each content, the facts of each document (one is there twice), and four more."""

Server = Any
"""The fixture's, whose class can't be imported from conftest.py."""


@pytest.fixture(scope="module")
def walked(submission: Path, server: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID]:
    """The data folder of a flow that has run once, with its report in `out`, and the run's id."""
    _ = server
    data = tmp_path_factory.mktemp("walked")
    return data, run(submission, data / "out", data)


@pytest.fixture
def data(walked: tuple[Path, UUID], tmp_path: Path) -> Path:
    """A copy of that data folder, for a test to do its worst to."""
    return shutil.copytree(walked[0], tmp_path / "data")


def run(path: Path, out: Path, data: Path, publisher: str = publishers.PLAIN) -> UUID:
    """Runs the flow; the id of its run."""
    options = StepOptions(data=data, workers=2)
    state = verify_submission(path, out, publisher=publisher, options=options, return_state=True)
    state.result()
    assert state.state_details.flow_run_id is not None
    return state.state_details.flow_run_id


def report_of(out: Path) -> bytes:
    return (out / "report.json").read_bytes()


def task_runs(flow_run: UUID, least: int = STEPS, seconds: float = 30) -> list[TaskRun]:
    """The flow run's task runs, once the server has heard the end of so many: it is told with some delay."""
    mine = FlowRunFilter(id=FlowRunFilterId(any_=[flow_run]))
    late = time.monotonic() + seconds
    with get_client(sync_client=True) as client:
        while True:
            runs = client.read_task_runs(flow_run_filter=mine)
            ended = sum(each.state is not None and each.state.is_final() for each in runs)
            if ended >= least or time.monotonic() > late:
                return runs
            time.sleep(0.1)


def states(runs: Sequence[TaskRun], name: str) -> Counter[str]:
    """How the task runs of that name ended, with how many did."""
    return Counter(each.state_name or "" for each in runs if each.name.startswith(name))


@contextlib.contextmanager
def reader_that_dies_on(name: str) -> Iterator[None]:
    """Has reading processes die on the file of that name."""
    read_files = ReaderPool.read_files

    def dying(
        pool: ReaderPool, files: Sequence[tuple[str, Path]], progress: Progress | None = None
    ) -> Iterator[tuple[str, Reading]]:
        for found, reading in read_files(pool, files, progress):
            problem = Problem(code=ProblemCode.READER_FAILED, message="识读这份材料时程序中断。")
            update = {"pages": (), "problems": (problem,)}
            yield found, reading.model_copy(update=update) if found == name else reading

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReaderPool, "read_files", dying)
        yield


def test_both_ways_give_the_same_bytes(walked: tuple[Path, UUID], expected: bytes) -> None:
    assert report_of(walked[0] / "out") == expected


def test_the_server_has_the_record_of_every_step(walked: tuple[Path, UUID], server: Server) -> None:
    _ = server
    runs = task_runs(walked[1])
    assert states(runs, "read ") == {"Completed": submissions.CONTENTS}
    assert states(runs, "facts of ") == {"Completed": submissions.CONTENTS + 1}
    assert [states(runs, name) for name in ("take in", "verify claims", "score", "publish")] == [
        {"Completed": 1}
    ] * 4
    assert all("round:2026" in each.tags for each in runs if not each.name.startswith("take in"))


def test_the_summary_and_the_report_s_place_are_left_as_artifacts(
    walked: tuple[Path, UUID], expected: bytes, server: Server
) -> None:
    _ = server
    mine = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[walked[1]]))
    with get_client(sync_client=True) as client:
        found: list[Artifact] = client.read_artifacts(artifact_filter=mine)
    by_key = {each.key: each.data for each in found}
    identity = json.loads(expected)["submission"]["id"]
    assert submissions.ORGANIZATION in str(by_key[f"submission-{identity}"])
    assert f"{walked[0]}/out" in str(by_key[f"submission-{identity}-report"])
    assert by_key[None] == 100.0


def test_a_second_run_reads_nothing(
    submission: Path, expected: bytes, data: Path, tmp_path: Path, asked: list[str]
) -> None:
    again = run(submission, tmp_path / "out", data)
    assert asked == []
    assert report_of(tmp_path / "out") == expected
    runs = task_runs(again)
    for name in ("read ", "facts of ", "verify claims"):
        assert set(states(runs, name)) == {"Cached"}


def test_the_two_ways_share_what_was_read(
    submission: Path, expected: bytes, data: Path, tmp_path: Path, asked: list[str]
) -> None:
    _, written = steps.verify_submission(
        submission, as_of=None, rubric_path=None, out=tmp_path / "out",
        settings=StepOptions(data=data), progress=silent, publish=publishers.plain,
    )  # fmt: skip
    assert asked == []
    assert written.read_bytes() == expected


def test_another_day_is_checked_anew_without_reading(
    submission: Path, data: Path, tmp_path: Path, asked: list[str]
) -> None:
    options = StepOptions(data=data, workers=2)
    state = verify_submission(
        submission,
        tmp_path / "out",
        as_of="2027-11-15",
        publisher=publishers.PLAIN,
        options=options.model_dump(mode="json"),
        return_state=True,
    )  # pyright: ignore[reportCallIssue, reportArgumentType] # fmt: skip - as a deployment gives them: JSON
    state.result()
    assert json.loads(report_of(tmp_path / "out"))["submission"]["as_of"] == "2027-11-15"
    assert asked == []


def test_changed_corrections_are_seen_by_the_next_run_and_named_in_the_report(
    submission: Path, data: Path, tmp_path: Path, asked: list[str]
) -> None:
    told: list[str] = []
    for number, meaning in enumerate(("无锡市职工中心", submissions.ORGANIZATION)):
        (data / "corrections").mkdir(exist_ok=True)
        (data / "corrections" / "names.tsv").write_text(
            f"name\torganization\tfrom\tuntil\tby\twhy\n{submissions.ORGANIZATION}分部\t{meaning}\t\t\t张某\t来函\n坏行\n",
            encoding="utf-8",
        )
        run(submission, tmp_path / f"flow{number}", data)
        _, written = steps.verify_submission(
            submission, as_of=None, rubric_path=None, out=tmp_path / f"direct{number}",
            settings=StepOptions(data=data), progress=silent, publish=publishers.plain,
        )  # fmt: skip
        assert written.read_bytes() == report_of(tmp_path / f"flow{number}")
        told.append(json.loads(written.read_bytes())["extractor"])
    assert all("+corrections:" in each for each in told)
    assert len(set(told)) == 2
    assert asked == []


def test_readings_that_are_gone_are_read_again_whatever_the_marks_say(
    submission: Path, expected: bytes, data: Path, tmp_path: Path, asked: list[str]
) -> None:
    shutil.rmtree(data / "readings")
    run(submission, tmp_path / "out", data)
    assert len(asked) == submissions.CONTENTS
    assert report_of(tmp_path / "out") == expected


def test_torn_results_and_readings_are_made_again(
    submission: Path, expected: bytes, data: Path, tmp_path: Path
) -> None:
    for folder in ("results", "readings"):
        for place in (data / folder).rglob("*"):
            if place.is_file():
                place.chmod(0o600)
                place.write_bytes(place.read_bytes()[:-20])
    run(submission, tmp_path / "out", data)
    assert report_of(tmp_path / "out") == expected


def test_a_document_on_which_the_readers_die_fails_alone_and_is_read_again_next_time(
    submission: Path, expected: bytes, tmp_path: Path, asked: list[str], server: Server
) -> None:
    _ = server
    name = "服务/年度总结.txt"
    with reader_that_dies_on(name):
        first = run(submission, tmp_path / "flow", tmp_path / "data")
        steps.verify_submission(
            submission, as_of=None, rubric_path=None, out=tmp_path / "direct",
            settings=StepOptions(data=tmp_path / "other", workers=2), progress=silent,
            publish=publishers.plain,
        )  # fmt: skip
    assert states(task_runs(first), "read ") == {"Completed": submissions.CONTENTS - 1, "Failed": 1}
    assert report_of(tmp_path / "flow") == report_of(tmp_path / "direct") != expected
    asked.clear()
    run(submission, tmp_path / "flow", tmp_path / "data")
    assert asked == [name]
    assert report_of(tmp_path / "flow") == expected


@pytest.mark.parametrize("readings", [2, submissions.CONTENTS], ids=["reading", "publishing"])
def test_a_run_that_was_killed_is_finished_by_the_next(
    submission: Path,
    expected: bytes,
    tmp_path: Path,
    asked: list[str],
    server: Server,
    kill: Callable[..., None],
    readings: int,
) -> None:
    data = tmp_path / "data"
    kill("flow", submission, tmp_path / "out", data, readings=readings, environment=server.environment)
    assert not (tmp_path / "out").exists()
    run(submission, tmp_path / "out", data)
    assert len(asked) == submissions.CONTENTS - readings
    assert report_of(tmp_path / "out") == expected
    assert list((data / steps.WORK).iterdir()) == []


def test_a_disk_that_hiccups_is_tried_again(
    submission: Path, expected: bytes, data: Path, tmp_path: Path
) -> None:
    hiccuped = run(submission, tmp_path / "out", data, publishers.HICCUP)
    assert [each.run_count for each in task_runs(hiccuped) if each.name.startswith("publish")] == [2]
    assert report_of(tmp_path / "out") == expected


def test_a_submission_at_fault_is_not_tried_again(tmp_path: Path, server: Server) -> None:
    _ = server
    state = verify_submission(
        tmp_path / "没有", tmp_path / "out", publisher=publishers.PLAIN,
        options=StepOptions(data=tmp_path / "data"), return_state=True,
    )  # fmt: skip
    with pytest.raises(PathMissingError):
        state.result()
    assert state.state_details.flow_run_id is not None
    assert [each.run_count for each in task_runs(state.state_details.flow_run_id, least=1)] == [1]


def test_prefect_tells_nobody_outside() -> None:
    environment = quiet.environment()
    assert environment["DO_NOT_TRACK"] == "1"
    assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


@pytest.mark.slow
def test_a_worker_runs_the_deployment_and_leaves_all_four_files(
    submission: Path, expected: bytes, data: Path, tmp_path: Path, server: Server
) -> None:
    server.run("work-pool", "create", "hezheng-folders", "--type", "process")
    server.run("--no-prompt", "deploy", "--all")
    parameters = {"path": str(submission), "out": str(tmp_path / "out"), "options": {"data": str(data)}}
    server.run("deployment", "run", "verify-submission/verify", "--params", json.dumps(parameters))
    server.run(
        "worker", "start", "--pool", "hezheng-folders", "--type", "process", "--run-once", cwd=tmp_path
    )
    assert report_of(tmp_path / "out") == expected
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "report.json",
        "report.html",
        "report.pdf",
        "report.xlsx",
    }
