"""How a unit of the reading desk is read, and how a content's units become its reading.

What a unit gave is kept as a part, before the records are told that it is done; the whole reading is kept like any
other, and its parts go. A content of few pages is one unit, and its reading is kept at once.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dossier.model import Noun
from dossier.page import Problem, ProblemCode, Reading
from dossier.work import Unit, UnitKey
from extractors.readers import Inspection, PageAnswer, PageReading, ReaderPool, assemble, unread_page
from flows import metrics
from flows.copies import Copies
from flows.steps import lasting

if TYPE_CHECKING:
    from vault.parts import PartStore
    from vault.readings import ReadingStore

FIRST_PAGES = 4
"""Pages that are read with the inspection: longer than most proofs."""
TEXT_PAGES = 12
SCANNED_PAGES = 3
"""Pages of a further unit: some seconds of work, so that urgent units needn't wait long for a free process."""
KNOWN = 256
"""So many contents' types are remembered."""
UNKNOWN = "application/octet-stream"


class AbandonedError(Exception):
    """The reading processes were ended while a unit was being read: it was not the pages' fault."""


class Part(Noun):
    """What a unit gave. The first one of a content holds what the file is."""

    inspection: Inspection | None = None
    pages: tuple[PageReading, ...]


class UnitRead(NamedTuple):
    """A unit that was read: seconds of a reading process that it took, and the units that it was found to need."""

    seconds: float
    further: tuple[UnitKey, ...] = ()


class UnitReader:
    """Reads units with the reading processes of this worker. Safe to use from several threads."""

    def __init__(
        self, version: str, pool: ReaderPool, copies: Copies, readings: ReadingStore, parts: PartStore
    ) -> None:
        self.version = version
        self.abandoned = threading.Event()
        """Set before the reading processes are ended, so that their end isn't taken for the pages' fault."""
        self._pool = pool
        self._copies = copies
        self._readings = readings
        self._parts = parts
        self._lock = threading.Lock()
        self._types: OrderedDict[str, str] = OrderedDict()

    def first_unit(self, sha256: str) -> UnitKey:
        """The unit that any content begins with."""
        return UnitKey(sha256=sha256, reader=self.version, first=1, last=FIRST_PAGES)

    def kept(self, sha256: str) -> Reading | None:
        """The whole reading, where it is kept."""
        return self._readings.get(sha256)

    def read(self, key: UnitKey) -> UnitRead:
        """Reads a unit and keeps what it gave; one that was kept before isn't read again.

        Raises StoreError, OSError and AbandonedError.
        """
        if key.first > 1:
            return self._read_further(key)
        part = self._part(key)
        if part is None and self._readings.get(key.sha256) is not None:
            return UnitRead(0.0)
        seconds = 0.0
        if part is None:
            part, seconds = self._read_first(key)
        inspection = _inspection(part)
        self._remember(key.sha256, inspection.media_type)
        if inspection.page_count > FIRST_PAGES:
            return UnitRead(seconds, tuple(self._further(key.sha256, part)))
        return UnitRead(seconds)

    def whole(self, sha256: str, units: Collection[Unit]) -> Reading | None:
        """The reading of a content whose units are over; None where what they gave is gone from the store."""
        kept = self._readings.get(sha256)
        if kept is not None:
            return kept
        pages: list[PageReading] = []
        inspection: Inspection | None = None
        for unit in sorted(units, key=lambda each: each.key.first):
            part = self._part(unit.key)
            if part is not None:
                inspection = inspection or part.inspection
                pages.extend(part.pages)
            elif unit.problem is None:
                return None
            elif unit.key.first == 1:
                problem = Problem(code=ProblemCode.READER_FAILED, message=unit.problem)
                return Reading(
                    sha256=sha256, reader=self.version, media_type=UNKNOWN, pages=(), problems=(problem,)
                )
            else:
                numbers = range(unit.key.first, unit.key.last + 1)
                pages.extend(unread_page(number, unit.problem) for number in numbers)
        if inspection is None:
            return None
        reading = assemble(inspection, pages)
        if lasting(reading):
            self._readings.put(reading)
            self._parts.clear(sha256)
        return reading

    def forget(self, sha256: str) -> None:
        """Removes the parts of a content, so that it is read anew."""
        self._parts.clear(sha256)

    def _read_first(self, key: UnitKey) -> tuple[Part, float]:
        with self._copies.held(key.sha256) as path:
            inspection = self._pool.inspect(path)
            if inspection.sha256 != key.sha256:
                raise OSError(f"the copy of {key.sha256} was altered")
            last = min(FIRST_PAGES, inspection.page_count)
            answers = self._pool.read_pages(path, inspection.media_type, 1, last)
        self._count(answers, inspection.problems)
        part = Part(inspection=inspection, pages=tuple(each.reading for each in answers))
        if inspection.page_count <= FIRST_PAGES:
            reading = assemble(inspection, list(part.pages))
            if lasting(reading):
                self._readings.put(reading)
                return part, _seconds(answers)
        self._keep(key, part)
        return part, _seconds(answers)

    def _read_further(self, key: UnitKey) -> UnitRead:
        if self._part(key) is not None or self._readings.get(key.sha256) is not None:
            return UnitRead(0.0)
        media_type = self._media_type(key.sha256)
        with self._copies.held(key.sha256) as path:
            answers = self._pool.read_pages(path, media_type, key.first, key.last)
        self._count(answers)
        self._keep(key, Part(pages=tuple(each.reading for each in answers)))
        return UnitRead(_seconds(answers))

    def _count(self, answers: Collection[PageAnswer], problems: Collection[Problem] = ()) -> None:
        failed = any(each.code is ProblemCode.READER_FAILED for each in problems)
        if self.abandoned.is_set() and (failed or any(each.failed for each in answers)):
            raise AbandonedError
        for answer in answers:
            if answer.failed is None:
                metrics.count_page(answer.reading.page.origin, answer.seconds)
            else:
                metrics.READING_FAILURES.labels(answer.failed).inc()
                metrics.PAGES_SET_ASIDE.inc()

    def _further(self, sha256: str, first: Part) -> Iterator[UnitKey]:
        """The units of the pages after the first ones. The same whoever asks: it hangs on the first part alone."""
        scanned = any(page.page.origin != "text" for page in first.pages)
        size = SCANNED_PAGES if scanned else TEXT_PAGES
        count = _inspection(first).page_count
        for begin in range(FIRST_PAGES + 1, count + 1, size):
            yield UnitKey(sha256=sha256, reader=self.version, first=begin, last=min(begin + size - 1, count))

    def _media_type(self, sha256: str) -> str:
        with self._lock:
            known = self._types.get(sha256)
        if known is not None:
            return known
        part = self._part(self.first_unit(sha256))
        if part is None:
            raise OSError(f"the first part of {sha256} is gone from the store")
        return self._remember(sha256, _inspection(part).media_type)

    def _remember(self, sha256: str, media_type: str) -> str:
        with self._lock:
            self._types[sha256] = media_type
            if len(self._types) > KNOWN:
                self._types.popitem(last=False)
        return media_type

    def _part(self, key: UnitKey) -> Part | None:
        content = self._parts.get(key.sha256, _name(key))
        return None if content is None else Part.model_validate_json(content)

    def _keep(self, key: UnitKey, part: Part) -> None:
        self._parts.put(key.sha256, _name(key), part.model_dump_json().encode())


def _name(key: UnitKey) -> str:
    return f"{key.first:04d}-{key.last:04d}"


def _inspection(part: Part) -> Inspection:
    if part.inspection is None:
        raise ValueError("not the first part of a content")
    return part.inspection


def _seconds(answers: Collection[PageAnswer]) -> float:
    return sum(each.seconds for each in answers)
