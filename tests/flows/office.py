"""An office of the tests' own: records in SQLite, a store in a folder, and benches for workers."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from dossier.principal import SCOPES, Principal, Role
from dossier.record import SubmissionRecord
from extractors.readers import ReaderPool, digest
from flows.bench import Bench, open_bench
from flows.listing import list_folder
from flows.publisher import Publisher
from tests.flows import publishers
from vault.blobs import Blobs
from vault.blobs_folder import FolderBlobs
from vault.originals import Originals
from vault.records import Records, open_records
from vault.report_files import ReportFileStore

OFFICER = Principal(id="officer", name="经办人", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])


class Settings(BaseModel):
    """What of the settings the records, the store, the steps and the worker ask for."""

    model_config = ConfigDict(frozen=True)

    data: Path
    workers: int = 2
    member_limit: int = 5000
    unpacked_limit_mb: int = 4096
    notice: Path | None = None
    corrections: Path | None = None
    rubric: Path | None = None
    lease_seconds: float = 60
    reconcile_seconds: float = 10
    prefect_api_url: str | None = None
    work_pool: str = "hezheng"

    database: str | None = None

    @property
    def records_url(self) -> str:
        """SQLite in the data folder, unless a database is named."""
        return self.database or f"sqlite:///{self.data / 'hezheng.db'}"


@dataclass(frozen=True)
class Office:
    """Records and stores, as a worker wants them."""

    settings: Settings
    records: Records
    blobs: Blobs
    originals: Originals
    reports: ReportFileStore

    @classmethod
    def open(cls, data: Path, store: Blobs | None = None, **settings: Any) -> Office:  # noqa: ANN401 - passed on
        """The office whose data lie in that folder, unless another store is given."""
        data.mkdir(parents=True, exist_ok=True)
        told = Settings(data=data, **settings)
        blobs = store or FolderBlobs(data)
        return cls(told, open_records(told), blobs, Originals(blobs), ReportFileStore(blobs))

    def bench(
        self, pool: ReaderPool, name: str = "worker", publish: Publisher[object] = publishers.plain
    ) -> AbstractContextManager[Bench]:
        """A worker's bench."""
        return open_bench(name, self, self.settings, pool=pool, publish=publish)

    def submit(self, folder: Path, *, batch: bool = False, application: dict[str, Any] | None = None) -> str:
        """Hands the files of a folder in; the submission's id."""
        record = self.records.create(OFFICER, round="2026", application=application, batch=batch)
        for name, path in list_folder(folder, 5000):
            sha256 = digest(path)
            self.originals.put(path, sha256=sha256, size=path.stat().st_size)
            self.records.add_document(OFFICER, record.id, name, sha256=sha256, size=path.stat().st_size)
        return self.records.submit(OFFICER, record.id, record.version).id

    def record(self, submission: str) -> SubmissionRecord:
        """Where it stands."""
        return self.records.get(OFFICER, submission)

    def report(self, submission: str) -> bytes:
        """The bytes of the newest report.json."""
        newest = self.records.reports(OFFICER, submission)[0]
        with self.reports.open(newest.files["json"]) as stream:
            return stream.read()
