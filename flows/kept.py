"""Verifies a submission that the records keep: fetched, walked through the steps, its report kept, under a lease.

`hezheng verify` walks the same steps over a folder. Whatever happens to the worker, the submission isn't lost: units
that were read and whole readings stay, the lease ends, another run begins, and this one's writes are refused.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import structlog

from dossier.dates import CHINA
from dossier.document import ReadDocument
from dossier.errors import HezhengError
from dossier.page import Reading
from dossier.report import Report
from dossier.work import Run
from extractors.readers import under_name
from flows import in_force, messages, metrics, steps
from flows.alike_pages import keep_prints
from flows.bench import Bench
from flows.errors import IntakeError
from flows.kept_intake import KeptIntake, answered, take_in
from flows.lease import Lease, StoppedError
from flows.revisions import revise
from flows.workspace import workspace
from vault.records.errors import FencedError, RecordsError

if TYPE_CHECKING:
    from rubric import Rubric
    from vault.records import Records

_LOG = logging.getLogger(__name__)

T = TypeVar("T")

MOST_ATTEMPTS = 3
"""A submission over which the program itself failed so often isn't tried again."""
FIRST_DELAY = 5.0
LONGEST_DELAY = 300.0
"""Seconds until a submission is tried again that could not be verified: doubled each time, up to this."""
TOLD_SECONDS = 0.5
"""The records are told of progress at most this often."""


class Outcome(StrEnum):
    """How a run ended."""

    IDLE = "idle"
    """There was nothing to do: another worker has the submission, or it doesn't wait any more."""
    FINISHED = "finished"
    UNUSABLE = "unusable"
    GIVEN_BACK = "given_back"
    LOST = "lost"
    FAILED = "failed"
    """The program failed, for the last time."""


class Walk(Protocol):
    """How a step is walked: called, or called as a task that Prefect keeps a record of."""

    def __call__(self, name: str, step: Callable[[], T]) -> T:
        """What the step gives; what it raises is raised."""
        ...


def directly(name: str, step: Callable[[], T]) -> T:
    """Calls the step, and times it."""
    with metrics.step(name):
        return step()


def verify_kept(submission: str, bench: Bench, walk: Walk = directly) -> Outcome:
    """Verifies the submission, if it waits, and tells how that ended. Raises RecordsError where it can't be taken."""
    run = bench.vault.records.take(submission, bench.name, bench.settings.lease_seconds)
    if run is None:
        return Outcome.IDLE
    if run.attempts > 1:
        metrics.RETRIES.inc()
    with structlog.contextvars.bound_contextvars(submission=submission, run=run.fence):
        outcome = _verify(run, bench, walk)
        metrics.RUNS.labels(outcome.value).inc()
        _LOG.info("run %d of %s by %s: %s", run.fence, submission, bench.name, outcome.value)
    return outcome


def _verify(run: Run, bench: Bench, walk: Walk) -> Outcome:
    """Walks the steps; whatever goes wrong, the records are told of it, unless this run lost its submission."""
    records = bench.vault.records
    try:
        with Lease(records, run, bench.stop) as lease:
            try:
                _walk(run, bench, lease, walk)
            except IntakeError as error:
                records.fail(run, "\n".join(error.lines), error.cause or type(error).__name__)
                return Outcome.UNUSABLE
            except StoppedError:
                records.give_back(run, messages.GIVEN_BACK_STOPPED)
                return Outcome.GIVEN_BACK
            except FencedError:
                raise
            except (HezhengError, OSError) as error:
                # Something of the office's: the store, the records, a disk, the standard. It is no fault of the files'.
                _LOG.exception("%s can't be verified now", run.submission)
                told = error.what if isinstance(error, HezhengError) else messages.GIVEN_BACK_TROUBLE
                records.give_back(run, told, delay_seconds=_delay(run))
                return Outcome.GIVEN_BACK
            except Exception as error:  # noqa: BLE001 - whatever it was, the records must hear of it
                _LOG.exception("verifying %s failed", run.submission)
                if run.attempts < MOST_ATTEMPTS:
                    records.give_back(run, messages.GIVEN_BACK_FAILED, delay_seconds=_delay(run))
                    return Outcome.GIVEN_BACK
                records.fail(run, messages.PROGRAM_FAILED, f"{type(error).__name__}: {error}")
                return Outcome.FAILED
    except FencedError:
        metrics.LEASES_LOST.inc()
        return Outcome.LOST
    except RecordsError:
        # Nothing can be told to them now: the lease ends, and the submission is put back.
        _LOG.exception("the records can't be told how run %d of %s ended", run.fence, run.submission)
        return Outcome.LOST
    return Outcome.FINISHED


def _walk(run: Run, bench: Bench, lease: Lease, walk: Walk) -> None:
    records = bench.vault.records
    moment = records.submission_of(run).submitted_at
    day = (moment or datetime.now(CHINA)).astimezone(CHINA).date()
    rubric = in_force.standard_on(records, bench.settings.rubric, day)
    with workspace(bench.settings.data / steps.WORK) as folder:

        def stage(name: str, step: Callable[[], T]) -> T:
            lease.check()
            return walk(name, step)

        taken = stage("intake", lambda: _take_in(run, bench, rubric, folder))
        readings = stage("read", lambda: _read(run, bench, lease, taken))
        report = stage("check", lambda: _check(bench, lease, taken, readings, rubric))
        files = stage("publish", lambda: _publish(report, bench, taken, readings, rubric, folder / "report"))
        stage("print", lambda: keep_prints(bench.vault.records, readings.values()))
        stage("finish", lambda: bench.vault.records.finish(run, report, files, taken.submission))
    metrics.count_report(report)


def _take_in(run: Run, bench: Bench, rubric: Rubric, folder: Path) -> KeptIntake:
    records = bench.vault.records
    record, documents = records.submission_of(run), records.documents_of(run.submission)
    taken = take_in(
        record,
        documents,
        rubric,
        folder,
        copies=bench.copies,
        settings=bench.settings,
        pool=bench.drawing,
    )
    return answered(taken, record, documents, records.asked_criteria(run.submission))


def _read(run: Run, bench: Bench, lease: Lease, taken: KeptIntake) -> dict[str, Reading]:
    """Each file's reading by its name."""
    found = bench.desk.read(
        taken.contents.values(),
        priority=run.priority,
        tell=_teller(run, bench.vault.records),
        check=lease.check,
        again=run.attempts == 1,
    )
    named = {name: under_name(found[sha256], name) for name, sha256 in taken.contents.items()}
    return named | dict(taken.refused)


def _teller(run: Run, records: Records) -> Callable[[int, int], None]:
    """Tells the records of progress, when there is some and not too often."""
    told, when = (-1, -1), 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told, when
        now = time.monotonic()
        if (done, total) != told and (now - when >= TOLD_SECONDS or done == total):
            records.progress(run.submission, done, total)
            told, when = (done, total), now

    return tell


def _check(
    bench: Bench, lease: Lease, taken: KeptIntake, readings: Mapping[str, Reading], rubric: Rubric
) -> Report:
    submission = taken.submission
    day = steps.reference_date(submission)
    corrections = in_force.corrections_now(bench.vault.records, bench.settings)
    documents: list[ReadDocument] = []
    for name in sorted(readings):
        lease.check()
        documents += steps.extract_facts({name: readings[name]}, submission.organization, corrections, day)
    documents = revise(documents, bench.vault.records.revised_facts(submission.id))
    verification = steps.check(submission, documents, rubric, day)
    return steps.assemble(
        submission,
        [each.document for each in documents],
        steps.facts_of(documents),
        verification,
        rubric,
        day,
        corrections,
    )


def _publish(
    report: Report,
    bench: Bench,
    taken: KeptIntake,
    readings: Mapping[str, Reading],
    rubric: Rubric,
    out: Path,
) -> dict[str, str]:
    """Has the report's files made and kept; their hashes by format."""
    pages = steps.SubmissionPages(taken.files, readings.get, bench.drawing)
    bench.publish(report, out, pages=pages, rubric=rubric, notice=bench.settings.notice)
    return {
        path.suffix.removeprefix("."): bench.vault.reports.put(path.read_bytes())
        for path in sorted(out.iterdir())
    }


def _delay(run: Run) -> float:
    return min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** (run.attempts - 1))
