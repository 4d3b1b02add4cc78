"""The steps of a verification, as plain functions: intake → read → facts → verify → score → report.

`verify_submission` walks them directly; the Prefect flow walks the same ones.
"""

from __future__ import annotations

import atexit
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.dates import CHINA
from dossier.document import Document, ReadDocument
from dossier.fact import Fact
from dossier.page import Reading
from dossier.report import Report, RubricReference
from dossier.submission import Organization, Submission, SubmissionSummary
from flows.messages import STAGE_CHECKING, STAGE_INTAKE, STAGE_READING, STAGE_REPORTING
from flows.options import StepSettings
from flows.progress import Progress
from flows.publisher import Published, Publisher
from flows.workspace import workspace

if TYPE_CHECKING:
    from PIL.Image import Image

    from extractors.corrections import Corrections
    from extractors.readers import ReaderPool
    from rubric import Rubric
    from vault.readings import ReadingStore
    from verifiers import Verification

PAGE_DPI = 110
ARCHIVE = "application/zip"
CORRECTIONS = "corrections"
"""The office's corrections, within the data folder, unless the settings name another one."""
WORK = "work"
"""Where archives are unpacked, within the data folder."""

NamedFile = tuple[str, Path]


@dataclass(frozen=True)
class Intake:
    """A submission that was taken in, with its files unpacked."""

    submission: Submission
    files: tuple[NamedFile, ...]
    refused: tuple[tuple[str, Reading], ...]
    """Files that never came to a reader, such as members of an archive that is a bomb."""


def load_rubric(path: Path | None) -> Rubric:
    """The standard to apply; None for the one that is shipped. Raises RubricError."""
    from rubric import load

    return load(path)


def intake(path: Path, rubric: Rubric, workspace: Path, settings: StepSettings) -> Intake:
    """The application and its files, archives within unpacked into the workspace. Raises IntakeError."""
    from flows.intake import load_submission

    submission, files = load_submission(
        path,
        rubric.in_force(date.max),
        workspace=workspace / "submission",
        member_limit=settings.member_limit,
        byte_limit=settings.unpacked_limit_mb << 20,
        pool=reader_pool(settings.workers),
    )
    unpacked, refused = unpack_inner(files, workspace / "archives")
    return Intake(submission, tuple(unpacked), tuple(refused))


def unpack_inner(
    files: Sequence[NamedFile], workspace: Path
) -> tuple[list[NamedFile], list[tuple[str, Reading]]]:
    """The files with archives replaced by their members, `archive.zip!/inner.pdf`; and what was refused, with why."""
    from extractors.readers import READER_VERSION, digest
    from extractors.readers.archive import unpack

    found: list[NamedFile] = []
    refused: list[tuple[str, Reading]] = []
    for number, (name, path) in enumerate(files):
        if not is_archive(path):
            found.append((name, path))
            continue
        unpacked = unpack(path, name, workspace / str(number))
        found.extend((member.name, member.path) for member in unpacked.files)
        refused.extend(
            (
                member,
                Reading(
                    sha256=hashlib.sha256(f"{digest(path)}{member}".encode()).hexdigest(),
                    reader=READER_VERSION,
                    media_type=ARCHIVE,
                    pages=(),
                    problems=(problem,),
                ),
            )
            for member, problem in unpacked.problems
        )
    return found, refused


def is_archive(path: Path) -> bool:
    """Whether the file is a zip, and no office document that only looks like one from outside."""
    from extractors.readers import sniff
    from extractors.readers.errors import ReaderError

    try:
        return sniff.media_type(path) == ARCHIVE
    except ReaderError:
        return False


@lru_cache(maxsize=1)
def reader_pool(workers: int) -> ReaderPool:
    """The reading processes of this process, shared by all its runs; 0: one a core.

    They start when the first page needs them and end when they have been idle for a while, or with this process.
    """
    from extractors.readers import ReaderPool

    pool = ReaderPool(workers or None)
    atexit.register(pool.close)
    return pool


def reading_store(folder: Path) -> ReadingStore:
    """Readings of this version of the readers, under a folder of data."""
    from extractors.readers import READER_VERSION
    from vault.blobs_folder import FolderBlobs
    from vault.readings import ReadingStore

    return ReadingStore(FolderBlobs(folder), READER_VERSION)


def content_hashes(files: Iterable[NamedFile]) -> dict[str, str]:
    """Each file's SHA-256 by its name."""
    from extractors.readers import digest

    return {name: digest(path) for name, path in files}


def read_files(
    files: Sequence[NamedFile], store: ReadingStore, pool: ReaderPool, progress: Progress
) -> dict[str, Reading]:
    """Each file's reading by its name; a content that was read before, by this version, is not read again."""
    from extractors.readers import under_name

    hashes = content_hashes(files)
    known: dict[str, Reading] = {}
    for sha256 in set(hashes.values()):
        kept = store.get(sha256)
        if kept is not None:
            known[sha256] = kept
    missing: dict[str, NamedFile] = {}
    for name, path in files:
        if hashes[name] not in known:
            missing.setdefault(hashes[name], (name, path))
    progress(STAGE_READING, 0, 0)
    pages = pool.read_files(
        list(missing.values()), lambda done, total, _: progress(STAGE_READING, done, total)
    )
    for _, reading in pages:
        known[reading.sha256] = reading
        if lasting(reading):
            store.put(reading)
    return {name: under_name(known[hashes[name]], name) for name, _ in files}


def lasting(reading: Reading) -> bool:
    """Whether reading the same bytes again would give the same: a process that died or ran out of time may do better."""
    from dossier.page import ProblemCode

    return all(problem.code is not ProblemCode.READER_FAILED for problem in reading.problems)


def read_corrections(settings: StepSettings) -> Corrections:
    """The office's corrections as they stand now. Never fails: what can't be used is told in `refused`."""
    from extractors import corrections

    if settings.corrections is not None:
        return corrections.read(settings.corrections, demanded=True)
    return corrections.read(settings.data / CORRECTIONS)


def extract_facts(
    readings: Mapping[str, Reading],
    organization: Organization | None,
    corrections: Corrections | None = None,
    as_of: date | None = None,
) -> list[ReadDocument]:
    """Kind and facts of each document, in order of their names, as corrected. `as_of`: today where none is given."""
    from extractors.corrections import NONE, apply
    from extractors.facts import extract

    day = as_of or datetime.now(CHINA).date()
    return [
        apply(extract(reading, name, organization), corrections or NONE, organization, day)
        for name, reading in sorted(readings.items())
    ]


def facts_of(documents: Iterable[ReadDocument]) -> list[Fact]:
    """All facts, in the documents' order: findings refer to their places in it."""
    return [fact for each in documents for fact in each.facts]


def check(
    submission: Submission, documents: Sequence[ReadDocument], rubric: Rubric, as_of: date
) -> Verification:
    """Findings and discrepancies."""
    from verifiers import verify

    return verify(submission, documents, rubric, as_of)


def reference_date(submission: Submission) -> date:
    """The day on which the submission came in, in China; today where it doesn't say."""
    if submission.submitted_at is None:
        return datetime.now(CHINA).date()
    moment = submission.submitted_at
    return moment.astimezone(CHINA).date() if moment.tzinfo else moment.date()


def assemble(
    submission: Submission,
    documents: Sequence[Document],
    facts: Sequence[Fact],
    verification: Verification,
    rubric: Rubric,
    as_of: date,
    corrections: Corrections | None = None,
) -> Report:
    """The report. The same inputs give the same bytes."""
    from extractors.corrections import NONE
    from extractors.facts import EXTRACTOR_VERSION
    from extractors.readers import READER_VERSION
    from rubric.scorer import score

    return Report(
        submission=SubmissionSummary(
            id=submission.id,
            round=submission.round,
            organization=submission.organization,
            recommender=submission.recommender,
            submitted_at=submission.submitted_at,
            as_of=as_of,
        ),
        rubric=RubricReference(
            id=rubric.id, version=rubric.version, sha256=rubric.sha256, provisional=rubric.provisional
        ),
        documents=tuple(documents),
        facts=tuple(facts),
        findings=verification.findings,
        discrepancies=verification.discrepancies,
        score=score(rubric, submission, verification.findings),
        extractor=f"{READER_VERSION}+{EXTRACTOR_VERSION}{(corrections or NONE).version}",
    )


class SubmissionPages:
    """The submission's pages as pictures, drawn by the reading processes."""

    def __init__(
        self, files: Sequence[NamedFile], find: Callable[[str], Reading | None], pool: ReaderPool
    ) -> None:
        self._paths = dict(files)
        self._find = find
        self._pool = pool

    def image(self, document_path: str, page: int) -> Image | None:
        """The upright page, or None where it can't be drawn."""
        from extractors.readers.errors import ReaderError

        path = self._paths.get(document_path)
        reading = self._find(document_path)
        if reading is None or path is None or not 1 <= page <= len(reading.pages):
            return None
        try:
            return self._pool.render_page(path, reading, page, PAGE_DPI)
        except ReaderError:
            return None


def verify_submission(
    path: Path,
    *,
    as_of: date | None,
    rubric_path: Path | None,
    out: Path,
    settings: StepSettings,
    progress: Progress,
    publish: Publisher[Published],
) -> tuple[Report, Published]:
    """Walks all steps for one submission and has the report published in `out`; the report, and what that gave.

    Raises a subclass of HezhengError where the submission or the rubric can't be used.
    """
    rubric = load_rubric(rubric_path)
    corrections = read_corrections(settings)
    pool = reader_pool(settings.workers)
    with workspace(settings.data / WORK) as folder:
        progress(STAGE_INTAKE, 0, 0)
        taken = intake(path, rubric, folder, settings)
        day = as_of or reference_date(taken.submission)
        readings = read_files(taken.files, reading_store(settings.data), pool, progress) | dict(taken.refused)
        progress(STAGE_CHECKING, 0, 0)
        documents = extract_facts(readings, taken.submission.organization, corrections, day)
        verification = check(taken.submission, documents, rubric, day)
        report = assemble(
            taken.submission,
            [each.document for each in documents],
            facts_of(documents),
            verification,
            rubric,
            day,
            corrections,
        )
        progress(STAGE_REPORTING, 0, 0)
        pages = SubmissionPages(taken.files, readings.get, pool)
        published = publish(report, out, pages=pages, rubric=rubric, notice=settings.notice)
    return report, published


def read(
    files: Sequence[NamedFile], *, organization: str | None, settings: StepSettings, progress: Progress
) -> tuple[list[Document], list[Fact]]:
    """Documents and facts of loose files; nothing is verified."""
    applicant = Organization(name=organization) if organization else None
    with workspace(settings.data / WORK) as folder:
        unpacked, refused = unpack_inner(files, folder)
        pool = reader_pool(settings.workers)
        readings = read_files(unpacked, reading_store(settings.data), pool, progress) | dict(refused)
        documents = extract_facts(readings, applicant, read_corrections(settings))
    return [each.document for each in documents], facts_of(documents)
