"""The reading desk: contents are read in units of some pages, by whichever worker is free, each content once.

    with Desk(records, reader, worker="host-1", processes=2, lease_seconds=60) as desk:
        readings = desk.read(hashes, priority="interactive", tell=show, check=stop_if_lost)

The first unit of a content is its inspection with its first pages: most proofs end there. For longer ones, whoever
read the first unit adds units for the rest. Units lie in the records and are taken in batches, so that a page of text
costs a fraction of a transaction; what was read lies in the store. A worker that vanishes leaves its units to others.

A page on which reading processes die or hang is given up by the pool after two tries; a unit that can't be read for
another reason, or whose workers vanish, is set aside by the records. In both cases the pages are there, empty, with
the problem named, and the rest goes on.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

import structlog

from dossier.page import Reading
from dossier.record import Priority
from dossier.work import Unit, UnitKey, UnitState
from flows import messages
from flows.unit_reading import AbandonedError, UnitRead, UnitReader
from vault.blobs import BlobAlteredError, BlobMissingError, StoreError
from vault.records.errors import RecordsError

if TYPE_CHECKING:
    from vault.records import Records

_LOG = logging.getLogger(__name__)

POLL_SECONDS = 0.5
"""How often an idle desk looks for units that others added, and a waiting run for what others have read."""
PAUSE_SECONDS = 5.0
"""How long the desk rests when the records or the store can't be reached."""
AHEAD_SECONDS = 2.0
"""So much work for each process is taken at once: little, so that what is more urgent gets its turn soon."""
MOST_HELD = 16
"""Units at most for each process."""

Tell = Callable[[int, int], None]
"""Called with the pages done and the pages known."""


class Ended(NamedTuple):
    """A unit that a thread is through with. `problem`: why it can't be read; neither: it goes back to be taken again."""

    key: UnitKey
    priority: Priority
    read: UnitRead | None = None
    problem: str | None = None


class Desk:
    """Reads units of all submissions while it is open. `read` may be called from several threads."""

    def __init__(
        self, records: Records, reader: UnitReader, *, worker: str, processes: int, lease_seconds: float
    ) -> None:
        """A worker that hasn't told of itself for `lease_seconds` has lost its units."""
        self._records = records
        self._reader = reader
        self._worker = worker
        self._processes = processes
        self._lease_seconds = lease_seconds
        self._changed = threading.Condition()
        self._held: dict[UnitKey, Unit] = {}
        self._ended: list[Ended] = []
        self._turns = 0
        """Counts what the records were told, for those who wait."""
        self._unit_seconds = 1.0
        """What a unit took of a process lately."""
        self._dry_until = 0.0
        self._beaten = time.monotonic()
        self._wanted = 0
        """Counts what this process has had added to the units."""
        self._stopping = False
        self._threads = ThreadPoolExecutor(processes * MOST_HELD, thread_name_prefix="unit")
        self._loop = threading.Thread(target=self._run, name="desk", daemon=True)

    def __enter__(self) -> Self:
        self._loop.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Takes no more units, and gives back what isn't read yet, for others to read."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._loop.join()
        self._reader.abandoned.set()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def read(
        self,
        contents: Iterable[str],
        *,
        priority: Priority,
        tell: Tell,
        check: Callable[[], None],
        again: bool = False,
    ) -> dict[str, Reading]:
        """The reading of each content by its hash, waited for.

        `check` is called now and then; what it raises ends the waiting. With `again`, contents that were read with
        failures before are read anew. Raises StoreError and RecordsError.
        """
        missing = set(contents)
        found: dict[str, Reading] = {}
        for sha256 in missing:
            kept = self._reader.kept(sha256)
            if kept is not None:
                found[sha256] = kept
        missing -= set(found)
        if again:
            self._forget([sha256 for sha256, units in self._units(missing).items() if _over(units)])
        while missing:
            check()
            turns, began = self._turns, time.monotonic()
            units = self._units(missing)
            for sha256, of_content in units.items():
                reading = self._reader.whole(sha256, of_content) if _over(of_content) else None
                if reading is not None:
                    found[sha256] = reading
            missing -= set(found)
            unread = [unit for sha256 in missing for unit in units.get(sha256, ())]
            _tell(tell, found.values(), unread)
            gone = [sha256 for sha256 in missing if sha256 in units and _over(units[sha256])]
            self._forget(gone)
            self._want(
                [sha256 for sha256 in missing if sha256 not in units or sha256 in gone], priority, unread
            )
            if missing:
                self._await(turns, time.monotonic() - began)
        return found

    def _units(self, contents: Collection[str]) -> dict[str, list[Unit]]:
        """The units that there are of each content."""
        units: dict[str, list[Unit]] = {}
        for unit in self._records.units_of(tuple(contents), self._reader.version):
            units.setdefault(unit.key.sha256, []).append(unit)
        return units

    def _want(self, contents: Collection[str], priority: Priority, known: Iterable[Unit]) -> None:
        """Has contents read that nobody asked for yet, and those sooner that somebody asked for with less urgency."""
        wanted = [self._reader.first_unit(sha256) for sha256 in contents]
        if priority == "interactive":
            wanted += [
                unit.key for unit in known if unit.state is UnitState.OPEN and unit.priority != priority
            ]
        if wanted:
            self._records.want(wanted, priority)
            with self._changed:
                self._wanted += 1
                self._dry_until = 0.0
                self._changed.notify_all()

    def _forget(self, contents: Collection[str]) -> None:
        """Forgets what is known of contents that were read to their end, and yet of which there is no reading."""
        for sha256 in contents:
            self._reader.forget(sha256)
        if contents:
            self._records.forget_units(tuple(contents), self._reader.version)

    def _await(self, turns: int, looked: float) -> None:
        """Waits until this desk has read something, or others may have; at the least as long as looking took."""
        time.sleep(min(looked, POLL_SECONDS))
        with self._changed:
            self._changed.wait_for(lambda: self._turns != turns, POLL_SECONDS)

    # The desk's own thread: the only one that takes units and tells the records of their ends.

    def _run(self) -> None:
        while not self._stopping:
            try:
                self._tell_ends()
                self._beat()
                self._take()
            except Exception:  # noqa: BLE001 - without this thread, all who wait for pages would wait for ever
                _LOG.exception("a turn of the desk failed; it tries again in %s s", PAUSE_SECONDS)
                self._wait(PAUSE_SECONDS, lambda: self._stopping)
            else:
                self._wait(POLL_SECONDS, lambda: self._stopping or bool(self._ended) or self._room() > 0)
        try:
            self._tell_ends()
            self._records.release_units(self._worker, tuple(self._held))
        except RecordsError:
            _LOG.exception("units could not be given back; their leases will end")

    def _wait(self, seconds: float, until: Callable[[], bool]) -> None:
        with self._changed:
            self._changed.wait_for(until, seconds)

    def _room(self) -> int:
        """How many units to take now: none while there is enough at hand, or nothing was there a moment ago."""
        if time.monotonic() < self._dry_until:
            return 0
        wanted = round(self._processes * AHEAD_SECONDS / max(self._unit_seconds, 0.001))
        most = max(self._processes + 1, min(self._processes * MOST_HELD, wanted))
        return most - len(self._held) if len(self._held) <= max(self._processes, most // 2) else 0

    def _take(self) -> None:
        room = self._room()
        if not room:
            return
        wanted = self._wanted
        units = self._records.take_units(self._worker, room, self._lease_seconds)
        with self._changed:
            if len(units) < room and wanted == self._wanted:
                self._dry_until = time.monotonic() + POLL_SECONDS
            self._held.update({unit.key: unit for unit in units})
        for unit in units:
            self._threads.submit(self._work, unit)

    def _beat(self) -> None:
        if self._held and time.monotonic() - self._beaten > self._lease_seconds / 4:
            self._records.beat_units(self._worker, tuple(self._held), self._lease_seconds)
            self._beaten = time.monotonic()

    def _tell_ends(self) -> None:
        """Tells the records of all units that ended meanwhile. What can't be told now is told later."""
        ended = list(self._ended)
        if not ended:
            return
        for priority in ("interactive", "batch"):
            further = [
                key for each in ended if each.read and each.priority == priority for key in each.read.further
            ]
            if further:
                self._records.want(further, priority)
        done = [each.key for each in ended if each.read is not None]
        self._records.units_done(done)
        for each in ended:
            if each.problem is not None:
                self._records.unit_failed(each.key, self._worker, each.problem)
        back = [each.key for each in ended if each.read is None and each.problem is None]
        self._records.release_units(self._worker, back)
        with self._changed:
            del self._ended[: len(ended)]
            for each in ended:
                self._held.pop(each.key, None)  # it may have been taken twice, where the lease had ended
                if each.read is not None and each.read.seconds:
                    self._unit_seconds += 0.2 * (each.read.seconds - self._unit_seconds)
            # Further units may be there now; after trouble with the store, a rest is due.
            self._dry_until = time.monotonic() + PAUSE_SECONDS if back else 0.0
            self._turns += 1
            self._changed.notify_all()

    def _work(self, unit: Unit) -> None:
        """Reads a unit, on a thread of its own."""
        key, problem, read = unit.key, None, None
        try:
            with structlog.contextvars.bound_contextvars(content=key.sha256):
                read = self._reader.read(key)
        except (BlobMissingError, BlobAlteredError) as error:
            _LOG.error("%s can't be read: %s", key, error.cause)
            problem = error.what
        except (StoreError, OSError):
            _LOG.exception("the store can't be reached for %s", key)
        except AbandonedError:
            _LOG.info("%s was left unread: this worker stops", key)
        except Exception:  # noqa: BLE001 - whatever it was, the other units go on
            _LOG.exception("reading %s failed", key)
            problem = messages.UNIT_FAILED
        with self._changed:
            self._ended.append(Ended(key, unit.priority, read, problem))
            self._changed.notify_all()


def _over(units: Collection[Unit]) -> bool:
    return all(unit.state in {UnitState.DONE, UnitState.ASIDE} for unit in units)


def _tell(tell: Tell, found: Iterable[Reading], unread: Iterable[Unit]) -> None:
    done = total = sum(len(reading.pages) for reading in found)
    for unit in unread:
        opened = unit.key.first > 1 or _over([unit])
        pages = unit.key.last - unit.key.first + 1 if opened else 1
        total += pages
        done += pages if _over([unit]) else 0
    tell(done, total)
