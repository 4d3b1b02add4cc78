"""Self-checks of drafts: the steps of a verification, walked over a draft before it is handed in.

    rehearsals.read_ahead(contents)              # as files arrive
    rehearsals.look(record, documents)           # how far it is: asked for again until it is over

Workers' desks read the pages, as of any submission; the other steps are walked here, on two threads. Nothing of it
enters the records but units of pages: no run, no report, no move. A rehearsal lives in this process's memory, and
belongs to exactly the application, the files, the standard and the corrections that it was made of.

An applicant must not learn from it how alterations are found: signals are taken off the readings before anything is
checked, so that no verdict rests on them, and discrepancies that tell of traces are left out.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dossier.dates import CHINA
from dossier.finding import TRACES
from dossier.page import Problem, Reading
from dossier.record import KeptDocument, SubmissionRecord
from dossier.report import Report
from dossier.submission import Submission
from dossier.work import Unit, UnitState
from flows import in_force, steps
from flows.copies import Copies
from flows.errors import ApplicationMissingError, EmptySubmissionError, IntakeError
from flows.kept_intake import take_in
from flows.options import StepSettings
from flows.unit_reading import UnitReader
from flows.workspace import workspace

if TYPE_CHECKING:
    from extractors.corrections import Corrections
    from extractors.readers import ReaderPool
    from rubric import Rubric
    from vault.blobs import Blobs
    from vault.originals import Originals
    from vault.records import Records

FOLDER = "rehearsed"
"""Where drafts are unpacked, and copies of their files lie, within the data folder."""
COPIES_BYTES = 1 << 30
AT_ONCE = 2
KEPT = 64
"""So many rehearsals are remembered."""
KNOWN = 4096
"""Of so many contents it is remembered how they were read."""


class RehearsalSettings(StepSettings, Protocol):
    """What rehearsing needs to know of the settings."""

    @property
    def rubric(self) -> Path | None:
        """The standard to apply; None: the one that is shipped."""
        ...


class Stage(StrEnum):
    """How far a rehearsal is."""

    READING = "reading"
    CHECKING = "checking"
    DONE = "done"
    NO_APPLICATION = "no_application"
    """Nothing says yet what is applied for."""
    UNUSABLE = "unusable"
    """The application can't be used."""


@dataclass(frozen=True)
class Rehearsal:
    """How far it is: pages read of those known, then the report, or why there is none."""

    stage: Stage
    done: int = 0
    total: int = 0
    report: Report | None = None
    """What the verification would say now, as far as an applicant may know."""
    lines: tuple[str, ...] = ()
    """Why the application can't be used."""

    @property
    def over(self) -> bool:
        """Whether looking again gives the same, as long as nothing changes."""
        return self.stage not in {Stage.READING, Stage.CHECKING}


class ReadAhead(NamedTuple):
    """How a content was read."""

    pages: int
    problems: tuple[Problem, ...]


class _Taken(NamedTuple):
    submission: Submission
    contents: Mapping[str, str]
    refused: Mapping[str, Reading]


@dataclass
class _Job:
    key: str
    rubric: Rubric
    corrections: Corrections
    taken: Future[_Taken]
    checked: Future[Report] | None = None


class _Tools(NamedTuple):
    folder: Path
    copies: Copies
    pool: ReaderPool
    reader: UnitReader


class Rehearsals:
    """Safe to use from several threads. Nothing is started before the first use; to be closed at the end."""

    def __init__(
        self, records: Records, blobs: Blobs, originals: Originals, settings: RehearsalSettings
    ) -> None:
        self._records = records
        self._blobs = blobs
        self._originals = originals
        self._settings = settings
        self._stack = ExitStack()
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="rehearsal")
        self._lock = threading.Lock()
        self._tools: _Tools | None = None
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._known: OrderedDict[str, ReadAhead] = OrderedDict()

    def close(self) -> None:
        """Begins nothing more, waits for what is under way, and removes the copies."""
        self._threads.shutdown(cancel_futures=True)
        self._stack.close()

    def read_ahead(self, contents: Iterable[str]) -> None:
        """Has contents read that nobody waits for yet, after all that somebody waits for. RecordsError."""
        reader = self._ready().reader
        self._records.want([reader.first_unit(sha256) for sha256 in contents], "batch")

    def read_so_far(self, contents: Iterable[str]) -> dict[str, ReadAhead]:
        """How those contents were read that are read to their end; has those read that nobody asked for yet.

        RecordsError, StoreError.
        """
        return self._so_far(set(contents))[0]

    def look(self, record: SubmissionRecord, documents: Sequence[KeptDocument]) -> Rehearsal:
        """How far the self-check of a draft with these files is; begun by the first look.

        Raises RubricError, RecordsError, StoreError and OSError, after which the next look begins anew.
        """
        job = self._begun(record, documents)
        try:
            return self._look(job)
        except IntakeError as error:
            missing = isinstance(error, ApplicationMissingError | EmptySubmissionError)
            return Rehearsal(Stage.NO_APPLICATION if missing else Stage.UNUSABLE, lines=error.lines)
        except BaseException:
            with self._lock:
                self._jobs.pop(job.key, None)
            raise

    def last(self, record: SubmissionRecord, documents: Sequence[KeptDocument]) -> Report | None:
        """What the self-check gave, where it was made of just this draft and these files, and is over."""
        key, _, _ = self._key(record, documents)
        with self._lock:
            job = self._jobs.get(key)
        checked = job.checked if job is not None else None
        if checked is None or not checked.done() or checked.exception() is not None:
            return None
        return checked.result()

    def _look(self, job: _Job) -> Rehearsal:
        if not job.taken.done():
            return Rehearsal(Stage.READING)
        contents = set(job.taken.result().contents.values())
        if job.checked is None:
            read, unread = self._so_far(contents)
            if len(read) < len(contents):
                return self._progress(read, unread)
            with self._lock:
                job.checked = job.checked or self._threads.submit(self._check, job)
        if not job.checked.done():
            return Rehearsal(Stage.CHECKING)
        return Rehearsal(Stage.DONE, report=job.checked.result())

    def _so_far(self, asked: set[str]) -> tuple[dict[str, ReadAhead], dict[str, list[Unit]]]:
        """How those were read that are read to their end, and the units of the others."""
        found = {sha256: known for sha256 in asked if (known := self._known.get(sha256)) is not None}
        unread = self._units(asked - set(found))
        if unasked := asked - set(found) - set(unread):
            self.read_ahead(unasked)
        for sha256, units in list(unread.items()):
            reading = self._reading(sha256, units) if _over(units) else None
            if reading is not None:
                found[sha256] = self._remember(reading)
                del unread[sha256]
        return found, unread

    def _progress(self, read: Mapping[str, ReadAhead], unread: Mapping[str, Sequence[Unit]]) -> Rehearsal:
        """Has the rest read, now that somebody waits for it."""
        gone = [sha256 for sha256, units in unread.items() if _over(units)]
        reader = self._ready().reader
        for sha256 in gone:  # read once, and what was read is gone from the store
            reader.forget(sha256)
        if gone:
            self._records.forget_units(gone, reader.version)
        waiting = [unit for units in unread.values() for unit in units if not _over(units)]
        wanted = [reader.first_unit(sha256) for sha256 in gone]
        wanted += [unit.key for unit in waiting if unit.state is UnitState.OPEN and unit.priority == "batch"]
        if wanted:
            self._records.want(wanted, "interactive")
        done = total = sum(each.pages for each in read.values())
        for unit in waiting:
            pages = unit.key.last - unit.key.first + 1 if unit.key.first > 1 or _over([unit]) else 1
            total += pages
            done += pages if _over([unit]) else 0
        return Rehearsal(Stage.READING, done, total)

    def _begun(self, record: SubmissionRecord, documents: Sequence[KeptDocument]) -> _Job:
        key, rubric, corrections = self._key(record, documents)
        with self._lock:
            job = self._jobs.get(key)
            if job is None:
                taken = self._threads.submit(self._take_in, record, tuple(documents), rubric)
                job = self._jobs[key] = _Job(key, rubric, corrections, taken)
            self._jobs.move_to_end(key)
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
        return job

    def _key(
        self, record: SubmissionRecord, documents: Sequence[KeptDocument]
    ) -> tuple[str, Rubric, Corrections]:
        """All that a rehearsal is made of, as one hash; and what it is checked by."""
        day = datetime.now(CHINA).date()
        rubric = in_force.standard_on(self._records, self._settings.rubric, day)
        corrections = in_force.corrections_now(self._records, self._settings)
        asked = [record.model_dump_json(include={"id", "round", "application"})]
        asked += [f"{each.path}\0{each.sha256}" for each in documents]
        asked += [rubric.sha256, corrections.version, day.isoformat()]
        return hashlib.sha256("\n".join(asked).encode()).hexdigest(), rubric, corrections

    def _take_in(
        self, record: SubmissionRecord, documents: tuple[KeptDocument, ...], rubric: Rubric
    ) -> _Taken:
        tools = self._ready()
        with workspace(tools.folder / "drafts") as folder:
            taken = take_in(
                record,
                documents,
                rubric,
                folder,
                copies=tools.copies,
                settings=self._settings,
                pool=tools.pool,
            )
        return _Taken(taken.submission, taken.contents, taken.refused)

    def _check(self, job: _Job) -> Report:
        from extractors.readers import under_name

        submission, contents, refused = job.taken.result()
        units = self._units(set(contents.values()))
        named = dict(refused)
        for name, sha256 in contents.items():
            reading = self._reading(sha256, units.get(sha256, []))
            if reading is None:
                raise OSError(f"the reading of {sha256} is gone from the store")
            named[name] = under_name(reading, name)
        quiet = {name: reading.model_copy(update={"signals": ()}) for name, reading in named.items()}
        day = steps.reference_date(submission)
        read = steps.extract_facts(quiet, submission.organization, job.corrections, day)
        report = steps.assemble(
            submission,
            [each.document for each in read],
            steps.facts_of(read),
            steps.check(submission, read, job.rubric, day),
            job.rubric,
            day,
            job.corrections,
        )
        told = tuple(each for each in report.discrepancies if each.code not in TRACES)
        return report.model_copy(update={"discrepancies": told})

    def _units(self, contents: set[str]) -> dict[str, list[Unit]]:
        units: dict[str, list[Unit]] = {}
        for unit in self._records.units_of(tuple(contents), self._ready().reader.version):
            units.setdefault(unit.key.sha256, []).append(unit)
        return units

    def _reading(self, sha256: str, units: Sequence[Unit]) -> Reading | None:
        return self._ready().reader.whole(sha256, units)

    def _remember(self, reading: Reading) -> ReadAhead:
        told = ReadAhead(len(reading.pages), reading.problems)
        if not steps.lasting(reading):
            return told
        with self._lock:
            self._known[reading.sha256] = told
            while len(self._known) > KNOWN:
                self._known.popitem(last=False)
        return told

    def _ready(self) -> _Tools:
        """A folder, copies and a process that opens forms, from the first use on."""
        from extractors.readers import READER_VERSION, ReaderPool
        from vault.parts import PartStore
        from vault.readings import ReadingStore

        with self._lock:
            if self._tools is None:
                folder = self._stack.enter_context(workspace(self._settings.data / FOLDER))
                pool = self._stack.enter_context(ReaderPool(1))
                copies = Copies(folder / "copies", self._originals, COPIES_BYTES)
                (folder / "copies").mkdir()
                readings = ReadingStore(self._blobs, READER_VERSION)
                parts = PartStore(self._blobs, READER_VERSION)
                reader = UnitReader(READER_VERSION, pool, copies, readings, parts)
                self._tools = _Tools(folder, copies, pool, reader)
            return self._tools


def _over(units: Iterable[Unit]) -> bool:
    return all(unit.state in {UnitState.DONE, UnitState.ASIDE} for unit in units)
