"""The Prefect flow that walks the steps for one submission: intake → read → facts → verify → score → report.

It gives the bytes that `steps.verify_submission` gives. Over that it leaves a record on the server, tries again what
may only have hiccuped, and goes on where a run that was killed had stopped.

    from flows.verify_submission import verify_submission

    verify_submission(path, out, options=StepOptions.of(settings))
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, cast
from uuid import UUID

from prefect import flow, get_run_logger, tags
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    update_progress_artifact,
)
from prefect.futures import PrefectFuture
from prefect.runtime import flow_run
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from dossier.report import Report
from flows import kept_results, messages, steps, tasks
from flows.artifacts import summary_table
from flows.options import StepOptions
from flows.publisher import DEFAULT_PUBLISHER, find_publisher
from flows.steps import Intake, NamedFile
from flows.tasks import Workplace
from flows.workspace import workspace

CONCURRENT = max(8, 2 * len(os.sched_getaffinity(0)))
"""Documents under way at once: enough to keep every reading process at work."""


class Outcome(TypedDict):
    """What a run gives: where the report lies, and how it stands."""

    submission: str
    out: str
    eligible: str
    supported: list[float]
    clean: bool
    """Whether nothing weighs more than `info`."""


def _run_name() -> str:
    return f"verify {Path(flow_run.parameters['path']).name}"


@flow(
    name="verify-submission",
    flow_run_name=_run_name,
    task_runner=cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=CONCURRENT)),
    persist_result=False,
)
def verify_submission(
    path: Path,
    out: Path,
    *,
    as_of: date | None = None,
    rubric: Path | None = None,
    publisher: str = DEFAULT_PUBLISHER,
    options: StepOptions = StepOptions(),  # noqa: B008 - frozen
) -> Outcome:
    """Verifies a submission and has its report published in `out`.

    `publisher` is the import path of what writes the report's files (flows.publisher). Paths are those of the
    machine that runs the flow. Fails with a subclass of HezhengError where submission or rubric can't be used.
    """
    find_publisher(publisher)
    options = StepOptions.of(options)
    standard = steps.load_rubric(rubric)
    corrections = steps.read_corrections(options)
    for refusal in corrections.refused:
        get_run_logger().warning("correction refused: %s", refusal.text)
    with workspace(options.data / steps.WORK) as folder:
        place = Workplace(folder, options)
        taken = tasks.take_in(path, _unseen(standard), place)
        submission = taken.submission
        as_of = as_of or steps.reference_date(submission)
        with tags(f"round:{submission.round}", f"submission:{submission.id}"):
            contents, failed = _read(taken, place)
            facts: list[str] = []
            for name, sha256 in sorted(contents.items()):
                key = kept_results.facts_key(sha256, name, submission.organization, corrections, as_of)
                extract = tasks.extract_facts
                if sha256 not in failed:
                    extract = kept_results.keeping(extract, place.results, key)
                facts.append(
                    extract(sha256, name, submission.organization, _unseen(corrections), as_of, place)
                )
            key = kept_results.verification_key(submission, contents, facts, standard, as_of)
            verify = tasks.verify_claims
            if not failed:
                verify = kept_results.keeping(verify, place.results, key)
            verification = verify(_unseen(submission), _unseen(facts), _unseen(standard), as_of, place)
            report = tasks.score(
                _unseen(submission), _unseen(facts), _unseen(verification), _unseen(standard), as_of,
                _unseen(corrections),
            )  # fmt: skip
            tasks.publish_report(
                _unseen(report), out.absolute(), publisher, _unseen(contents), _unseen(taken.files),
                _unseen(standard), place,
            )  # fmt: skip
    _leave_artifacts(report, out.absolute())
    return Outcome(
        submission=submission.id,
        out=str(out.absolute()),
        eligible=report.score.eligible,
        supported=list(report.score.supported),
        clean=report.clean,
    )


def _unseen(value: Any) -> Any:  # noqa: ANN401 - the task is handed the value itself
    """The value for a task, without Prefect walking through it."""
    return quote(value)


def _read(taken: Intake, place: Workplace) -> tuple[dict[str, str], set[str]]:
    """Reads each content once. The documents' hashes by their names, and those whose reading may do better next time."""
    readings = place.readings
    contents = steps.content_hashes(taken.files)
    firsts: dict[str, NamedFile] = {}
    for name, path in taken.files:
        firsts.setdefault(contents[name], (name, path))
    unread = {sha256 for sha256 in firsts if readings.lasting.get(sha256) is None}
    futures: dict[str, PrefectFuture[str]] = {}
    for sha256, (name, path) in firsts.items():
        read = kept_results.keeping(tasks.read_document, place.results, kept_results.reading_key(sha256))
        # The mark that a content was read is worth nothing where the reading itself is gone.
        read = read.with_options(refresh_cache=sha256 in unread)
        futures[sha256] = read.submit(sha256, name, path, place)
    tell = _progress_artifact(len(unread))
    failed: set[str] = set()
    errors: list[BaseException] = []
    for sha256, future in futures.items():
        error = future.result(raise_on_failure=False)
        if isinstance(error, tasks.ReadingFailedError):
            failed.add(sha256)
        elif isinstance(error, BaseException):
            errors.append(error)
        if sha256 in unread:
            tell()
    if errors:
        raise errors[0]
    for name, reading in taken.refused:
        readings.passing.put(reading)
        contents[name] = reading.sha256
    return contents, failed


def _progress_artifact(total: int) -> Callable[[], None]:
    """A bar on Prefect's page; the function moves it on by one document. None is made where nothing is to be read."""
    if not total:
        return lambda: None
    bar = cast("UUID", create_progress_artifact(0.0, description=messages.ARTIFACT_READING))
    done = itertools.count(1)
    return lambda: cast("None", update_progress_artifact(bar, 100.0 * next(done) / total))


def _leave_artifacts(report: Report, out: Path) -> None:
    key = f"submission-{report.submission.id}"
    create_markdown_artifact(summary_table(report), key=key, description=report.submission.organization.name)
    create_link_artifact(
        out.as_uri(), link_text=str(out), key=f"{key}-report", description=messages.ARTIFACT_REPORT
    )
