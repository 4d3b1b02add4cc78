"""Where the parts of the service are put together: settings → records, stores, and what sets work going."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flows import metrics
from flows.counted import CountedBlobs
from flows.kept_pages import KeptPages
from flows.rehearsal import Rehearsals
from hezheng.settings import Settings
from review.api.partials import Partials
from vault.blobs import Blobs
from vault.originals import Originals
from vault.records import Records, open_records
from vault.report_files import ReportFileStore
from vault.stores import open_blobs

UPLOADS = "uploads"
"""Folder of uploads that aren't whole yet, within the data folder."""


@dataclass(frozen=True)
class Service:
    """The parts, as every process of the service works with them. To be closed at the end."""

    settings: Settings
    records: Records
    blobs: Blobs
    originals: Originals
    reports: ReportFileStore
    pages: KeptPages
    rehearsals: Rehearsals
    partials: Partials
    trigger: Callable[[str], None]
    """Sets a submission's verification going. Never fails: what it misses, the reconciler finds."""

    @classmethod
    def open(cls, settings: Settings, *, trigger: Callable[[str], None] | None = None) -> Service:
        """Opens the records, migrated to this version, and the store. Raises RecordsError and StoreError."""
        blobs = CountedBlobs(open_blobs(settings))
        records = open_records(settings)
        records.database.watch(lambda kind: metrics.DATABASE_ERRORS.labels(kind).inc())
        metrics.watch_queue(records.queue_figures)
        originals = Originals(blobs, settings.keep_until)
        return cls(
            settings=settings,
            records=records,
            blobs=blobs,
            originals=originals,
            reports=ReportFileStore(blobs),
            pages=KeptPages(blobs, originals, settings.data),
            rehearsals=Rehearsals(records, blobs, originals, settings),
            partials=Partials(Path(settings.data) / UPLOADS),
            trigger=trigger or _trigger(records, settings),
        )

    def close(self) -> None:
        """Lets go of the database, and ends the processes that draw pages and open forms."""
        self.rehearsals.close()
        self.pages.close()
        self.records.close()


def _trigger(records: Records, settings: Settings) -> Callable[[str], None]:
    from flows.trigger import Trigger

    return Trigger(records, settings)
