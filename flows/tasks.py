"""The steps as Prefect tasks: one for a document, so that a task's own cost (milliseconds) doesn't count.

What goes into and out of a task is small: paths, hashes, and text of some kilobytes. Readings go by their hash:
those that will last lie in the data folder's store, those that may do better next time in the run's own.
Large things that stay in this process are handed over in `quote`, so that Prefect doesn't walk through them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from prefect import Task, get_run_logger, task
from prefect.client.schemas.objects import State

from dossier.document import Document, ReadDocument
from dossier.errors import HezhengError
from dossier.fact import Fact
from dossier.model import Noun
from dossier.page import Reading
from dossier.report import Report
from dossier.submission import Organization, Submission
from extractors.corrections import Corrections
from extractors.readers import under_name
from flows import kept_results, messages, steps
from flows.options import StepOptions
from flows.progress import silent
from flows.publisher import find_publisher
from flows.steps import Intake, NamedFile
from rubric import Rubric
from verifiers import Verification


class ReadingFailedError(HezhengError):
    """The reading processes died or ran out of time on a document; its other pages are there."""


def transient(task: Task[..., Any], run: object, state: State[Any]) -> bool:
    """Whether trying again may help: a disk or a share that hiccuped, never a submission that is at fault."""
    _ = task, run
    error = state.result(raise_on_failure=False)
    return isinstance(error, OSError) or isinstance(getattr(error, "__cause__", None), OSError)


OPTIONS: dict[str, Any] = {
    "persist_result": False,
    "retries": 2,
    "retry_delay_seconds": [1, 5],
    "retry_condition_fn": transient,
}
"""A process that dies on a page is none of these cases: the pool has tried that page twice by itself."""


class Readings:
    """The readings of a run, by hash: kept ones and those of this run only."""

    def __init__(self, data: Path, folder: Path) -> None:
        self.lasting = steps.reading_store(data)
        self.passing = steps.reading_store(folder)

    def get(self, sha256: str) -> Reading | None:
        """The reading of a content, or None."""
        return self.lasting.get(sha256) or self.passing.get(sha256)

    def demand(self, sha256: str, name: str) -> Reading:
        """The reading of a content that was read, as of a file of that name.

        LookupError where somebody has removed it since.
        """
        reading = self.get(sha256)
        if reading is None:
            raise LookupError(f"the reading of {sha256} is gone from the data folder")
        return under_name(reading, name)


class DocumentFacts(Noun):
    """What was found in a document, without its pages: what is kept of it as a result."""

    document: Document
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Workplace:
    """Where a run works: its own folder, gone afterwards, and the settings, with the data folder that stays."""

    folder: Path
    options: StepOptions

    @property
    def readings(self) -> Readings:
        """The stores of readings that the run uses."""
        return Readings(self.options.data, self.folder)

    @property
    def results(self) -> Path:
        """Where results of tasks are kept."""
        return self.options.data / kept_results.FOLDER


@task(name="take in", task_run_name="take in {path.name}", **OPTIONS)
def take_in(path: Path, rubric: Rubric, place: Workplace) -> Intake:
    """The application and its files, archives unpacked into the run's folder."""
    taken = steps.intake(path, rubric, place.folder, place.options)
    get_run_logger().info(
        "submission %s: %d files, %d claims, read from %s",
        taken.submission.id, len(taken.files), len(taken.submission.claims), taken.submission.application,
    )  # fmt: skip
    return taken


@task(name="read document", task_run_name="read {name}", **OPTIONS)
def read_document(sha256: str, name: str, path: Path, place: Workplace) -> str:
    """Reads a document into the stores, if it isn't there; gives its hash. Pages are read by the shared pool."""
    readings = place.readings
    pool = steps.reader_pool(place.options.workers)
    reading = steps.read_files([(name, path)], readings.lasting, pool, silent)[name]
    log = get_run_logger()
    for problem in reading.problems:
        log.warning("%s: %s: %s", name, problem.code.value, problem.message)
    if not steps.lasting(reading):
        readings.passing.put(reading)
        raise ReadingFailedError(
            messages.READING_FAILED.format(name=name), cause=f"the readers failed on {sha256}"
        )
    return sha256


@task(name="extract facts", task_run_name="facts of {name}", **OPTIONS)
def extract_facts(
    sha256: str,
    name: str,
    organization: Organization,
    corrections: Corrections,
    as_of: date,
    place: Workplace,
) -> str:
    """Kind and facts of a document as corrected, as JSON of DocumentFacts."""
    reading = place.readings.demand(sha256, name)
    read = steps.extract_facts({name: reading}, organization, corrections, as_of)[0]
    return DocumentFacts(document=read.document, facts=read.facts).model_dump_json()


@task(name="verify claims", **OPTIONS)
def verify_claims(
    submission: Submission,
    facts: Sequence[str],
    rubric: Rubric,
    as_of: date,
    place: Workplace,
) -> str:
    """Findings and discrepancies, as JSON of a Verification."""
    readings = place.readings
    read: list[ReadDocument] = []
    for each in facts:
        told = DocumentFacts.model_validate_json(each)
        reading = readings.demand(told.document.sha256, told.document.path)
        read.append(ReadDocument(document=told.document, reading=reading, facts=told.facts))
    return steps.check(submission, read, rubric, as_of).model_dump_json()


@task(name="score", persist_result=False)
def score(
    submission: Submission,
    facts: Sequence[str],
    verification: str,
    rubric: Rubric,
    as_of: date,
    corrections: Corrections,
) -> Report:
    """The score, and the report that holds all of it."""
    told = [DocumentFacts.model_validate_json(each) for each in facts]
    documents = [each.document for each in told]
    found = [fact for each in told for fact in each.facts]
    checked = Verification.model_validate_json(verification)
    return steps.assemble(submission, documents, found, checked, rubric, as_of, corrections)


@task(name="publish report", **OPTIONS)
def publish_report(
    report: Report,
    out: Path,
    publisher: str,
    contents: Mapping[str, str],
    files: Sequence[NamedFile],
    rubric: Rubric,
    place: Workplace,
) -> None:
    """Has the report's files written into `out` by the publisher of that import path."""
    readings = place.readings

    def find(document: str) -> Reading | None:
        return readings.get(contents[document]) if document in contents else None

    pages = steps.SubmissionPages(files, find, steps.reader_pool(place.options.workers))
    find_publisher(publisher)(report, out, pages=pages, rubric=rubric, notice=place.options.notice)
