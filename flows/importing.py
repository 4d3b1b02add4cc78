"""Takes an export of the portal into a round: each folder or archive becomes a submission that waits for workers.

    importer = Importer(office, principal, export, "2026", settings=settings)
    for line in importer.run(importer.entries(), tell): …

Each goes the way of a submission that is handed in over the API: a draft, its documents, then it is submitted, with batch
priority. What it holds is known by its content, so that the same export may be taken as often as one likes, by whomever,
and a run that was killed goes on where it stopped.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol

from dossier.dates import CHINA
from dossier.errors import HezhengError
from dossier.model import Noun
from dossier.principal import Principal
from dossier.record import SubmissionRecord
from dossier.state import State
from dossier.submission import Submission
from extractors.readers import digest
from extractors.readers.limits import MAX_FILE_BYTES
from flows import in_force, messages, steps
from flows.errors import IntakeError
from flows.intake import APPLICATION_JSON, FORM_STEM, OTHER_ARCHIVES, load_submission
from flows.listing import NamedFile, list_folder
from flows.progress import Progress
from flows.workspace import workspace
from vault.exports import Entry, EntryUnfitError, Export, ExportError
from vault.records.errors import EntryChangedError, PathUnusableError
from vault.records.identifiers import clean_path

if TYPE_CHECKING:
    from flows.bench import KeptSettings
    from vault.originals import Originals
    from vault.records import Records

ARCHIVE = ".zip"
WAITING = (State.RECEIVED, State.READING, State.VERIFIED)
"""States from which workers bring a submission further."""
LOOK_SECONDS = 2.0


class Outcome(StrEnum):
    """What became of an entry."""

    TAKEN = "taken"
    THERE = "there"
    """It was taken before."""
    REFUSED = "refused"
    PASSED_OVER = "passed_over"
    """It is no submission, such as the portal's own list."""


class Line(Noun):
    """A line of the manifest."""

    entry: str
    outcome: Outcome
    submission: str | None = None
    state: State | None = None
    organization: str | None = None
    recommender: str | None = None
    content: str | None = None
    """What names and contents of all its files come to."""
    documents: int = 0
    size: int = 0
    """Bytes of the documents."""
    reason: str | None = None


class OtherRoundError(HezhengError):
    """The application is for another round."""


class FileTooLargeError(HezhengError):
    """A file is larger than any that is read."""


REFUSALS = (
    IntakeError,
    OtherRoundError,
    FileTooLargeError,
    EntryUnfitError,
    EntryChangedError,
    PathUnusableError,
)
"""What is the entry's own fault. Anything else ends the import, which may be run again."""


class Office(Protocol):
    """Where submissions are handed in."""

    @property
    def records(self) -> Records:
        """Where they stand."""
        ...

    @property
    def originals(self) -> Originals:
        """Their files."""
        ...


class Importer:
    """Takes the entries of one export."""

    def __init__(
        self,
        office: Office,
        principal: Principal,
        export: Export,
        round: str,  # noqa: A002 - the field's own name
        *,
        settings: KeptSettings,
    ) -> None:
        self._office = office
        self._principal = principal
        self._export = export
        self._round = round
        self._settings = settings
        today = datetime.now(CHINA).date()
        self._criteria = in_force.standard_on(office.records, settings.rubric, today).in_force(date.max)

    def entries(self) -> list[Entry]:
        """What lies in the export. Raises ExportError where it holds nothing, or is a submission itself; StoreUnreachableError."""
        found = self._export.entries()
        if any(_is_application(entry) for entry in found):
            raise ExportError(messages.IMPORT_ONE, advice=messages.IMPORT_ONE_ADVICE)
        if not found:
            raise ExportError(messages.IMPORT_EMPTY, advice=messages.IMPORT_ONE_ADVICE)
        return found

    def run(self, entries: Sequence[Entry], tell: Progress) -> Iterator[Line]:
        """Takes one after the other, and gives its line. Raises RecordsError, StoreError, OSError."""
        for done, entry in enumerate(entries):
            tell(messages.STAGE_IMPORTING, done, len(entries))
            yield self._line(entry)
        tell(messages.STAGE_IMPORTING, len(entries), len(entries))

    def _line(self, entry: Entry) -> Line:
        if not entry.folder and PurePosixPath(entry.name).suffix.lower() not in {ARCHIVE, *OTHER_ARCHIVES}:
            return Line(entry=entry.name, outcome=Outcome.PASSED_OVER, reason=messages.IMPORT_PASSED_OVER)
        limit = self._settings.unpacked_limit_mb << 20
        with workspace(self._settings.data / steps.WORK) as folder:
            path: Path | None = None
            try:
                path = self._export.fetch(entry, folder / "fetched", limit)
                return self._take(entry, path, folder / "unpacked", limit)
            except REFUSALS as error:
                # Where it lies on this host is nobody's business who reads the manifest.
                reason = "\n".join(error.lines).replace(str(path), entry.name)
                return Line(entry=entry.name, outcome=Outcome.REFUSED, reason=reason)

    def _take(self, entry: Entry, path: Path, unpacked: Path, limit: int) -> Line:
        application, _ = load_submission(
            path,
            self._criteria,
            workspace=unpacked,
            member_limit=self._settings.member_limit,
            byte_limit=limit,
            pool=steps.reader_pool(self._settings.workers),
        )
        if application.round != self._round:
            raise OtherRoundError(
                messages.IMPORT_ROUND.format(written=application.round, round=self._round),
                advice=messages.IMPORT_ROUND_ADVICE,
            )
        files = list_folder(path, self._settings.member_limit) if entry.folder else [(entry.name, path)]
        for name, file in files:
            _check_file(name, file)
        record = self._office.records.draft_of(
            self._principal,
            entry.name,
            application.id,
            round=self._round,
            organization=application.organization,
            recommender=application.recommender,
        )
        outcome = Outcome.THERE
        if record.state is State.DRAFT:
            outcome, record = Outcome.TAKEN, self._hand_in(record, files)
        return _told(entry, outcome, record, application, files)

    def _hand_in(self, record: SubmissionRecord, files: list[NamedFile]) -> SubmissionRecord:
        for name, file in files:
            sha256, size = digest(file), file.stat().st_size
            self._office.originals.put(file, sha256=sha256, size=size)
            self._office.records.add_document(self._principal, record.id, name, sha256=sha256, size=size)
        return self._office.records.submit(self._principal, record.id, record.version)


def wait_until_verified(records: Records, principal: Principal, round: str, tell: Progress) -> None:  # noqa: A002
    """Waits until no submission of the round waits for workers any more."""
    first = 0
    while True:
        counts = records.count(principal, round=round)
        waiting = sum(counts.get(state, 0) for state in WAITING)
        first = max(first, waiting)
        tell(messages.STAGE_VERIFYING, first - waiting, first)
        if not waiting:
            return
        time.sleep(LOOK_SECONDS)


def told_now(records: Records, principal: Principal, line: Line) -> Line:
    """The line with where its submission stands by now, and why where it can't be used."""
    if line.submission is None:
        return line
    record = records.get(principal, line.submission)
    reason = record.reason if record.state is State.UNUSABLE else line.reason
    return line.model_copy(update={"state": record.state, "reason": reason})


def _is_application(entry: Entry) -> bool:
    name = PurePosixPath(entry.name)
    return not entry.folder and (name.name.lower() == APPLICATION_JSON or name.stem == FORM_STEM)


def _check_file(name: str, file: Path) -> None:
    """PathUnusableError, FileTooLargeError: told before anything of the submission is kept."""
    clean_path(name)
    if file.stat().st_size > MAX_FILE_BYTES:
        raise FileTooLargeError(
            messages.IMPORT_TOO_LARGE.format(name=name, limit=MAX_FILE_BYTES >> 20),
            advice=messages.IMPORT_TOO_LARGE_ADVICE,
        )


def _told(
    entry: Entry, outcome: Outcome, record: SubmissionRecord, application: Submission, files: list[NamedFile]
) -> Line:
    return Line(
        entry=entry.name,
        outcome=outcome,
        submission=record.id,
        state=record.state,
        organization=application.organization.name,
        recommender=application.recommender,
        content=application.id,
        documents=len(files),
        size=sum(file.stat().st_size for _, file in files),
        reason=messages.IMPORT_THERE if outcome is Outcome.THERE else None,
    )
