"""Kept submissions are verified as `hezheng verify` would, whatever happens to the worker in between."""

import contextlib
import json
import random
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import exists, select

from dossier.dates import CHINA
from dossier.report import Report
from dossier.state import State
from extractors.readers import ReaderPool
from flows import kept, steps
from flows.bench import COPIES, Bench
from flows.kept import Outcome, verify_kept
from flows.options import StepOptions
from flows.progress import silent
from tests.flows import publishers, submissions
from tests.flows.office import OFFICER, Office
from vault.records.schema import RunRow
from vault.records.verifying import verify_trail

ROOT = Path(steps.__file__).resolve().parents[1]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office.open(tmp_path / "data")
    yield made
    made.records.close()


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(2) as made:
        yield made


@pytest.fixture
def bench(office: Office, pool: ReaderPool) -> Iterator[Bench]:
    with office.bench(pool) as made:
        yield made


def direct(folder: Path, office: Office, submission: str, place: Path) -> dict[str, Any]:
    """The report that the plain walk gives on a folder, as of when it was submitted to the office."""
    record = office.record(submission)
    assert record.submitted_at is not None
    copied = shutil.copytree(folder, place / "copied")
    written = copied / "submission.json"
    application = json.loads(written.read_text("utf-8"))
    application["submitted_at"] = record.submitted_at.astimezone(CHINA).isoformat()
    written.write_text(json.dumps(application, ensure_ascii=False), "utf-8")
    report, _ = steps.verify_submission(
        copied,
        as_of=None,
        rubric_path=None,
        out=place / "out",
        settings=StepOptions(data=place / "direct", workers=2),
        progress=silent,
        publish=publishers.plain,
    )
    return without_id(report.to_json().encode())


def without_id(report: bytes) -> dict[str, Any]:
    """The report's content, without what the office numbers anew."""
    content = json.loads(report)
    del content["submission"]["id"]
    return content


def units(office: Office) -> int:
    return sum(office.records.queue_figures().units.values())


def test_the_report_is_that_of_the_plain_walk(
    submission: Path, office: Office, bench: Bench, tmp_path: Path
) -> None:
    made = office.submit(submission)
    assert verify_kept(made, bench) is Outcome.FINISHED
    assert office.record(made).state is State.IN_REVIEW
    assert json.loads(office.report(made))["submission"]["id"] == made
    assert without_id(office.report(made)) == direct(submission, office, made, tmp_path)
    assert office.records.report(OFFICER, made) == Report.model_validate_json(office.report(made))


def test_nothing_is_left_behind_but_what_lasts(submission: Path, office: Office, pool: ReaderPool) -> None:
    with office.bench(pool) as bench:
        verify_kept(office.submit(submission), bench)
    data = office.settings.data
    assert list((data / steps.WORK).iterdir()) == []
    assert list((data / COPIES).iterdir()) == []
    assert not list((data / "readings").glob("*/parts"))


def test_what_an_archive_holds_is_kept_like_all_originals(
    submission: Path, office: Office, bench: Bench
) -> None:
    made = office.submit(submission)
    verify_kept(made, bench)
    documents = {each["path"]: each["sha256"] for each in json.loads(office.report(made))["documents"]}
    assert office.originals.has(documents["附件.zip!/会议记录.txt"])


def test_the_same_files_are_not_read_again(submission: Path, office: Office, bench: Bench) -> None:
    first, second = office.submit(submission), office.submit(submission)
    verify_kept(first, bench)
    before = units(office)
    assert verify_kept(second, bench) is Outcome.FINISHED
    assert units(office) == before
    assert without_id(office.report(first))["facts"] == without_id(office.report(second))["facts"]


def test_an_application_may_come_as_data(
    submission: Path, office: Office, bench: Bench, tmp_path: Path
) -> None:
    folder = shutil.copytree(submission, tmp_path / "files")
    application = json.loads((folder / "submission.json").read_text("utf-8"))
    (folder / "submission.json").unlink()
    made = office.submit(folder, application=application)
    assert verify_kept(made, bench) is Outcome.FINISHED
    assert without_id(office.report(made)) == direct(submission, office, made, tmp_path)


def test_an_application_as_data_and_as_a_file_is_one_too_many(
    submission: Path, office: Office, bench: Bench
) -> None:
    application = json.loads((submission / "submission.json").read_text("utf-8"))
    made = office.submit(submission, application=application)
    assert verify_kept(made, bench) is Outcome.UNUSABLE
    assert "材料里又有一份：submission.json" in str(office.record(made).reason)


def test_a_single_zip_is_the_submission_that_it_holds(
    submission: Path, office: Office, bench: Bench, tmp_path: Path
) -> None:
    folder = tmp_path / "zipped"
    folder.mkdir()
    with zipfile.ZipFile(folder / "材料.zip", "w") as packed:
        for path in sorted(submission.rglob("*")):
            packed.write(path, path.relative_to(submission).as_posix())
    made = office.submit(folder)
    assert verify_kept(made, bench) is Outcome.FINISHED
    assert without_id(office.report(made)) == direct(submission, office, made, tmp_path)


def test_a_name_that_lies_is_told_whoever_read_the_content_first(
    submission: Path, office: Office, bench: Bench, tmp_path: Path
) -> None:
    verify_kept(office.submit(submission), bench)
    folder = shutil.copytree(submission, tmp_path / "files")
    (folder / "组织建设" / "证书副本.pdf").rename(folder / "组织建设" / "证书副本.jpg")
    made = office.submit(folder)
    verify_kept(made, bench)
    assert without_id(office.report(made)) == direct(folder, office, made, tmp_path)
    problems = {each["path"]: each["problems"] for each in json.loads(office.report(made))["documents"]}
    assert [each["code"] for each in problems["组织建设/证书副本.jpg"]] == ["mislabelled"]
    assert problems["组织建设/评估等级证书.pdf"] == []


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "没有申报表"), (b"{", "不是完整的 JSON"), (b"{}", "处不对")],
    ids=["missing", "broken", "invalid"],
)
def test_an_application_that_can_not_be_used_is_told_in_chinese(
    submission: Path, office: Office, bench: Bench, tmp_path: Path, content: bytes | None, told: str
) -> None:
    folder = shutil.copytree(submission, tmp_path / "files")
    (folder / "submission.json").unlink()
    if content is not None:
        (folder / "submission.json").write_bytes(content)
    made = office.submit(folder)
    assert verify_kept(made, bench) is Outcome.UNUSABLE
    record = office.record(made)
    assert record.state is State.UNUSABLE
    assert told in str(record.reason)
    assert str(tmp_path) not in str(record.reason)


def test_a_submission_is_verified_once_however_often_it_is_handed_out(
    submission: Path, office: Office, pool: ReaderPool
) -> None:
    made = office.submit(submission)
    outcomes: list[Outcome] = []
    with office.bench(pool, "one") as one, office.bench(pool, "two") as two:
        threads = [
            threading.Thread(
                target=lambda bench=bench: outcomes.append(verify_kept(made, bench)), daemon=True
            )
            for bench in (one, two, one, two)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(outcomes) == [Outcome.FINISHED, Outcome.IDLE, Outcome.IDLE, Outcome.IDLE]
    assert len(office.records.reports(OFFICER, made)) == 1


def test_a_worker_that_slept_through_its_lease_is_kept_out(
    submission: Path, tmp_path: Path, pool: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office.open(tmp_path / "data", lease_seconds=0.5)
    made = office.submit(submission)
    asleep, woken = threading.Event(), threading.Event()

    def sleepy(report: Report, out: Path, **given: Any) -> Path:
        asleep.set()
        assert woken.wait(60)
        return publishers.plain(report, out, **given)

    outcomes: list[Outcome] = []
    with office.bench(pool, "zombie", sleepy) as zombie, office.bench(pool, "other") as other:
        # A process that sleeps doesn't tell of itself either.
        monkeypatch.setattr(office.records, "beat", lambda _: None)
        late = threading.Thread(target=lambda: outcomes.append(verify_kept(made, zombie)), daemon=True)
        late.start()
        assert asleep.wait(60)
        deadline = time.monotonic() + 60
        while verify_kept(made, other) is Outcome.IDLE:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        woken.set()
        late.join()
    assert outcomes == [Outcome.LOST]
    reports = office.records.reports(OFFICER, made)
    assert [each.fence for each in reports] == [2]
    assert office.record(made).state is State.IN_REVIEW


def test_a_withdrawn_submission_is_left_alone(submission: Path, office: Office, bench: Bench) -> None:
    made = office.submit(submission)
    office.records.withdraw(OFFICER, made, office.record(made).version)
    assert verify_kept(made, bench) is Outcome.IDLE


def test_a_worker_that_stops_gives_its_submission_back(
    submission: Path, office: Office, pool: ReaderPool
) -> None:
    made = office.submit(submission)
    with office.bench(pool) as bench:
        bench.stop.set()
        assert verify_kept(made, bench) is Outcome.GIVEN_BACK
    record = office.record(made)
    assert (record.state, record.reason) == (State.RECEIVED, "核验进程正在停止，已重新排队。")
    with office.bench(pool) as again:
        assert verify_kept(made, again) is Outcome.FINISHED


def test_trouble_with_the_store_puts_the_submission_off(
    submission: Path, office: Office, bench: Bench
) -> None:
    made = office.submit(submission)
    originals = office.settings.data / "originals"
    originals.rename(originals.with_name("away"))
    assert verify_kept(made, bench) is Outcome.GIVEN_BACK
    assert office.record(made).state is State.RECEIVED
    assert verify_kept(made, bench) is Outcome.IDLE, "not before its delay"
    originals.with_name("away").rename(originals)


def test_a_standard_that_can_not_be_used_is_no_fault_of_the_submission_s(
    submission: Path, pool: ReaderPool, tmp_path: Path
) -> None:
    rubric = tmp_path / "rubric.yaml"
    rubric.write_text("no standard")
    office = Office.open(tmp_path / "data", rubric=rubric)
    made = office.submit(submission)
    with office.bench(pool) as bench:
        assert verify_kept(made, bench) is Outcome.GIVEN_BACK
    assert office.record(made).state is State.RECEIVED


def test_a_program_that_fails_is_not_tried_for_ever(
    submission: Path, office: Office, pool: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FIRST_DELAY", 0.0)

    def broken(report: Report, out: Path, **given: Any) -> Path:
        raise ZeroDivisionError(f"a fault of the program's over {report.submission.id}, {out}, {given}")

    made = office.submit(submission)
    with office.bench(pool, publish=broken) as bench:
        outcomes = [verify_kept(made, bench) for _ in range(4)]
    assert outcomes == [Outcome.GIVEN_BACK, Outcome.GIVEN_BACK, Outcome.FAILED, Outcome.IDLE]
    record = office.record(made)
    assert record.state is State.UNUSABLE
    assert "联系管理员" in str(record.reason)


def test_progress_is_told_while_pages_are_read(
    submission: Path, office: Office, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(office.records, "progress", lambda _, done, total: told.append((done, total)))
    made = office.submit(submission)
    verify_kept(made, bench)
    pages = sum(each["pages"] for each in json.loads(office.report(made))["documents"])
    assert told[-1][0] == told[-1][1]
    assert all(done <= total for done, total in told)
    assert told[-1][1] <= pages, "a content that is there twice is read once"


def test_the_day_of_submitting_is_the_office_s(submission: Path, office: Office, bench: Bench) -> None:
    made = office.submit(submission)
    verify_kept(made, bench)
    content = json.loads(office.report(made))["submission"]
    submitted = office.record(made).submitted_at
    assert submitted is not None
    assert date.fromisoformat(content["as_of"]) == submitted.astimezone(CHINA).date()
    assert content["as_of"] != submissions.AS_OF


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_workers_killed_at_any_moment_lose_nothing(submission: Path, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    office = Office.open(tmp_path / "data")
    made = [office.submit(submission) for _ in range(2)]
    for name in ("killed-1", "killed-2"):
        made.append(office.submit(submission))
        with working(office, name) as process:
            late = time.monotonic() + 60
            while not has_taken(office, name):
                assert process.poll() is None
                assert time.monotonic() < late
                time.sleep(0.01)
            time.sleep(rng.uniform(0, 2))
            assert process.poll() is None
    with working(office, "last") as process:
        late = time.monotonic() + 120
        while any(office.record(each).state is not State.IN_REVIEW for each in made):
            assert process.poll() is None
            assert time.monotonic() < late
            time.sleep(0.05)
    assert [len(office.records.reports(OFFICER, each)) for each in made] == [1] * len(made)
    facts = [without_id(office.report(each))["facts"] for each in made]
    assert facts[0] != []
    assert all(each == facts[0] for each in facts)
    assert not verify_trail(office.records, office.blobs).faults


def has_taken(office: Office, worker: str) -> bool:
    """Whether a worker took a submission."""
    with office.records.database.read() as transaction:
        return bool(transaction.session.scalar(select(exists().where(RunRow.worker == worker))))


@contextlib.contextmanager
def working(office: Office, name: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker's process, killed in the end."""
    command = [sys.executable, "-m", "tests.flows.working", str(office.settings.data), name]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()
