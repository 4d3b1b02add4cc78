"""What a worker works with: the records and the stores, its reading processes, and the desk that gives them pages."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from extractors.readers import READER_VERSION, ReaderPool
from flows.copies import Copies
from flows.desk import Desk
from flows.options import StepSettings
from flows.publisher import Publisher
from flows.unit_reading import UnitReader
from flows.workspace import workspace
from vault.parts import PartStore
from vault.readings import ReadingStore

if TYPE_CHECKING:
    from vault.blobs import Blobs
    from vault.originals import Originals
    from vault.records import Records
    from vault.report_files import ReportFileStore

COPIES = "copies"
"""Where workers have their copies of originals, within the data folder."""


class KeptSettings(StepSettings, Protocol):
    """What verifying kept submissions needs to know of the settings."""

    @property
    def rubric(self) -> Path | None:
        """The standard to apply; None: the one that is shipped."""
        ...

    @property
    def lease_seconds(self) -> float:
        """A worker that hasn't told of itself for so long has lost its submissions and pages."""
        ...


class Vault(Protocol):
    """Where everything is kept that lasts."""

    @property
    def records(self) -> Records:
        """Where submissions stand."""
        ...

    @property
    def blobs(self) -> Blobs:
        """Readings, and parts of them."""
        ...

    @property
    def originals(self) -> Originals:
        """Applicants' files."""
        ...

    @property
    def reports(self) -> ReportFileStore:
        """The files of reports."""
        ...


@dataclass(frozen=True)
class Bench:
    """A worker's tools."""

    name: str
    """The worker's, by which the records know who holds what: no two that live have the same."""
    vault: Vault
    settings: KeptSettings
    desk: Desk
    copies: Copies
    drawing: ReaderPool
    """Opens forms and draws pages for reports: not the processes that read, for whom others wait too."""
    publish: Publisher[object]
    stop: threading.Event
    """Set when this worker has to stop: its runs then give their submissions back."""


@contextmanager
def open_bench(
    name: str, vault: Vault, settings: KeptSettings, *, pool: ReaderPool, publish: Publisher[object]
) -> Generator[Bench]:
    """A bench whose desk reads with the processes of the pool, which is closed after it.

    On leaving, what the desk hasn't read yet is given back at once.
    """
    with ReaderPool(1) as drawing, workspace(settings.data / COPIES) as folder:
        copies = Copies(folder, vault.originals)
        reader = UnitReader(
            READER_VERSION,
            pool,
            copies,
            ReadingStore(vault.blobs, READER_VERSION),
            PartStore(vault.blobs, READER_VERSION),
        )
        with Desk(
            vault.records,
            reader,
            worker=name,
            processes=pool.workers,
            lease_seconds=settings.lease_seconds,
        ) as desk:
            yield Bench(name, vault, settings, desk, copies, drawing, publish, threading.Event())
