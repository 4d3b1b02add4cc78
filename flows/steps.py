"""The steps of a verification, as plain functions: intake → read → facts → verify → score → report.

`verify_submission` walks them directly; the Prefect flow walks the same ones.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from dossier.document import Document, ReadDocument
from dossier.fact import Fact
from dossier.page import Reading
from dossier.report import Report, RubricReference
from dossier.submission import Organization, Submission, SubmissionSummary
from flows.messages import STAGE_CHECKING, STAGE_INTAKE, STAGE_READING, STAGE_REPORTING
from flows.progress import Progress

if TYPE_CHECKING:
    from PIL.Image import Image

    from extractors.readers import ReaderPool
    from rubric import Rubric
    from verifiers import Verification

CHINA = ZoneInfo("Asia/Shanghai")
PAGE_DPI = 110
ARCHIVE = "application/zip"

NamedFile = tuple[str, Path]


class StepSettings(Protocol):
    """What the steps need to know of the settings."""

    @property
    def data(self) -> Path:
        """Folder of what is kept between runs."""
        ...

    @property
    def workers(self) -> int:
        """Reading processes; 0 for one a core."""
        ...

    @property
    def member_limit(self) -> int:
        """How many files a submission may hold."""
        ...

    @property
    def unpacked_limit_mb(self) -> int:
        """How much an archive may unpack to, in MiB."""
        ...

    @property
    def notice(self) -> Path | None:
        """The office's own copy of the notice, whose words are then quoted beside each clause."""
        ...


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
    )
    unpacked, refused = unpack_inner(files, workspace / "archives")
    return Intake(submission, tuple(unpacked), tuple(refused))


def unpack_inner(files: Sequence[NamedFile], workspace: Path) -> tuple[list[NamedFile], list[tuple[str, Reading]]]:
    """The files with archives replaced by their members, `archive.zip!/inner.pdf`; and what was refused, with why."""
    from extractors.readers import READER_VERSION, digest
    from extractors.readers.archive import unpack

    found: list[NamedFile] = []
    refused: list[tuple[str, Reading]] = []
    for number, (name, path) in enumerate(files):
        if not _is_zip(path):
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


def _is_zip(path: Path) -> bool:
    from extractors.readers import sniff
    from extractors.readers.errors import ReaderError

    try:
        return sniff.media_type(path) == ARCHIVE
    except ReaderError:
        return False


@contextmanager
def reader_pool(settings: StepSettings) -> Iterator[ReaderPool]:
    """The reading processes, started when the first page needs them."""
    from extractors.readers import ReaderPool

    with ReaderPool(settings.workers or None) as pool:
        yield pool


def read_files(
    files: Sequence[NamedFile], settings: StepSettings, pool: ReaderPool, progress: Progress
) -> dict[str, Reading]:
    """Each file's reading by its name; a content that was read before, by this version, is not read again."""
    from extractors.readers import READER_VERSION, digest
    from vault.readings import ReadingStore

    store = ReadingStore(settings.data / "readings", READER_VERSION)
    hashes = {name: digest(path) for name, path in files}
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
    for _, reading in pool.read_files(list(missing.values()), lambda done, total, _: progress(STAGE_READING, done, total)):
        known[reading.sha256] = reading
        if _lasting(reading):
            store.put(reading)
    return {name: known[hashes[name]] for name, _ in files}


def _lasting(reading: Reading) -> bool:
    """Whether reading the same bytes again would give the same: a process that died or ran out of time may do better."""
    from dossier.page import ProblemCode

    return all(problem.code is not ProblemCode.READER_FAILED for problem in reading.problems)


def extract_facts(readings: Mapping[str, Reading], organization: Organization | None) -> list[ReadDocument]:
    """Kind and facts of each document, in order of their names."""
    from extractors.facts import extract

    return [extract(reading, name, organization) for name, reading in sorted(readings.items())]


def check(submission: Submission, documents: Sequence[ReadDocument], rubric: Rubric, as_of: date) -> Verification:
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
    documents: Sequence[ReadDocument],
    verification: Verification,
    rubric: Rubric,
    as_of: date,
) -> Report:
    """The report. The same inputs give the same bytes."""
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
        documents=tuple(read.document for read in documents),
        facts=tuple(fact for read in documents for fact in read.facts),
        findings=verification.findings,
        discrepancies=verification.discrepancies,
        score=score(rubric, submission, verification.findings),
        extractor=f"{READER_VERSION}+{EXTRACTOR_VERSION}",
    )


class SubmissionPages:
    """The submission's pages as pictures, drawn by the reading processes."""

    def __init__(self, files: Sequence[NamedFile], readings: Mapping[str, Reading], pool: ReaderPool) -> None:
        self._paths = dict(files)
        self._readings = readings
        self._pool = pool

    def image(self, document_path: str, page: int) -> Image | None:
        """The upright page, or None where it can't be drawn."""
        from extractors.readers.errors import ReaderError

        reading = self._readings.get(document_path)
        path = self._paths.get(document_path)
        if reading is None or path is None or not 1 <= page <= len(reading.pages):
            return None
        try:
            return self._pool.render_page(path, reading, page, PAGE_DPI)
        except ReaderError:
            return None


def write(report: Report, out: Path, pages: SubmissionPages, rubric: Rubric, notice: Path | None) -> None:
    """The four files of the report."""
    from review.reports import titles_of, write_reports

    titles = titles_of(rubric, report.submission.as_of, clause_texts=clause_texts(rubric, notice))
    write_reports(report, out, pages=pages, titles=titles)


def clause_texts(rubric: Rubric, notice: Path | None) -> dict[str, str]:
    """The notice's own sentence on each criterion, from the office's copy; none without a copy."""
    if notice is None:
        return {}
    from rubric.notice_text import quote, read_notice

    words = read_notice(notice)
    quoted = {criterion.id: quote(words, criterion) for criterion in rubric.criteria}
    return {criterion: sentence for criterion, sentence in quoted.items() if sentence is not None}


def verify_submission(
    path: Path,
    *,
    as_of: date | None,
    rubric_path: Path | None,
    out: Path,
    settings: StepSettings,
    progress: Progress,
) -> Report:
    """Walks all steps for one submission and leaves its report in `out`.

    Raises a subclass of HezhengError where the submission or the rubric can't be used.
    """
    rubric = load_rubric(rubric_path)
    with tempfile.TemporaryDirectory(prefix="hezheng-") as temporary, reader_pool(settings) as pool:
        progress(STAGE_INTAKE, 0, 0)
        taken = intake(path, rubric, Path(temporary), settings)
        day = as_of or reference_date(taken.submission)
        readings = read_files(taken.files, settings, pool, progress) | dict(taken.refused)
        progress(STAGE_CHECKING, 0, 0)
        documents = extract_facts(readings, taken.submission.organization)
        verification = check(taken.submission, documents, rubric, day)
        report = assemble(taken.submission, documents, verification, rubric, day)
        progress(STAGE_REPORTING, 0, 0)
        write(report, out, SubmissionPages(taken.files, readings, pool), rubric, settings.notice)
    return report


def read(
    files: Sequence[NamedFile], *, organization: str | None, settings: StepSettings, progress: Progress
) -> tuple[list[Document], list[Fact]]:
    """Documents and facts of loose files; nothing is verified."""
    applicant = Organization(name=organization) if organization else None
    with tempfile.TemporaryDirectory(prefix="hezheng-") as temporary, reader_pool(settings) as pool:
        unpacked, refused = unpack_inner(files, Path(temporary))
        readings = read_files(unpacked, settings, pool, progress) | dict(refused)
        documents = extract_facts(readings, applicant)
    return [each.document for each in documents], [fact for each in documents for fact in each.facts]
