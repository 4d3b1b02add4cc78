"""A backup: what the records say, and every content that they speak of, in a folder that is added to each time.

    <folder>/store/…             contents under their keys, as a folder face of the store: what was there stays
    <folder>/<moment>/           one backup: the database's dump, and `backup.json`, which says what it holds

The database comes first, the contents after it. A content is put before a record names it and is never replaced, so
whatever the dump names is in the store by then: later contents do no harm, and each older dump still fits.
"""

import json
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from pydantic import Field, ValidationError

from dossier.errors import HezhengError
from dossier.model import Noun
from vault import checking, copying, messages, originals, report_files
from vault.blobs import Blobs, file_hash, hash_key
from vault.blobs_folder import FolderBlobs
from vault.checking import FaultCode
from vault.copying import Outcome
from vault.records import dumping, naming, open_records
from vault.records.heads import PREFIX as HEADS
from vault.records.trail import office_day
from vault.records.verifying import verify_trail
from vault.stores import StoreSettings, open_blobs

STORE = "store"
MANIFEST = "backup.json"
FAULTS = {FaultCode.MISSING: messages.BLOB_MISSING, FaultCode.ALTERED: messages.BLOB_ALTERED}

Tell = Callable[[int, int], None]
"""Called with the contents looked at so far, and how many of them were copied."""


class BackupUnusableError(HezhengError):
    """There is no backup here, or a part of it is missing or altered."""


class BackupSettings(StoreSettings, Protocol):
    """What has to be known of the settings."""

    @property
    def records_url(self) -> str:
        """Address of the records."""
        ...


class Manifest(Noun):
    """What a backup holds."""

    made_at: datetime
    program: str
    """Version of the program that made it."""
    dump: str
    """File name of the database's dump."""
    dump_sha256: str
    contents: int = Field(ge=0)
    """Contents that the store held, all of them copied."""
    originals: int = Field(ge=0)
    """Originals that the records name, all of them there."""
    faults: tuple[str, ...] = ()
    """Keys that could not be copied, since they were missing or altered in the store."""


def back_up(settings: BackupSettings, folder: Path, *, program: str, tell: Tell) -> tuple[Path, Manifest]:
    """Makes a backup while the service runs; its folder, and what it holds. `faults` have to be looked into.

    It bears its name only once it is whole; one that fails leaves only contents, which the next one needn't copy.
    Raises the errors of `dumping.dump`, StoreError and OSError.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    place = folder / now.strftime("%Y%m%dT%H%M%SZ")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-", ignore_cleanup_errors=True) as name:
        new = Path(name)
        manifest = _write(settings, new, folder / STORE, now, program=program, tell=tell)
        new.rename(place)
    return place, manifest


def _write(
    settings: BackupSettings, new: Path, store: Path, now: datetime, *, program: str, tell: Tell
) -> Manifest:
    dump = dumping.dump(settings.records_url, new)
    named = dumping.named_originals(settings.records_url)
    target = FolderBlobs(store)
    faults: list[str] = []
    contents = _copy(open_blobs(settings), target, now, faults, tell)
    faults += sorted(key for sha256 in named if target.size(key := hash_key(originals.KIND, sha256)) is None)
    manifest = Manifest(
        made_at=now,
        program=program,
        dump=dump.name,
        dump_sha256=file_hash(dump),
        contents=contents,
        originals=len(named),
        faults=tuple(dict.fromkeys(faults)),
    )
    text = json.dumps(manifest.model_dump(mode="json"), ensure_ascii=False, indent=2)
    (new / MANIFEST).write_text(f"{text}\n", encoding="utf-8")
    return manifest


def restore(settings: BackupSettings, folder: Path, *, moment: str | None, tell: Tell) -> Manifest:
    """Puts a backup, the newest or that of a moment, into an empty database and a store; what it held.

    The service must not run. Contents come first, so that the records never name what isn't there yet. Raises
    BackupUnusableError, the errors of `dumping.load`, StoreError and OSError.
    """
    place = _chosen(folder, moment)
    manifest = read_manifest(place)
    dump = place / manifest.dump
    if not dump.is_file() or file_hash(dump) != manifest.dump_sha256:
        raise BackupUnusableError(
            messages.BACKUP_ALTERED.format(path=dump), advice=messages.BACKUP_OTHER_ADVICE
        )
    dumping.check_empty(settings.records_url)
    faults: list[str] = []
    _copy(FolderBlobs(folder / STORE), open_blobs(settings), manifest.made_at, faults, tell)
    if faults:
        raise BackupUnusableError(
            messages.BACKUP_FAULTS.format(count=len(faults), key=faults[0]),
            advice=messages.BACKUP_OTHER_ADVICE,
        )
    dumping.load(settings.records_url, dump)
    return manifest


def faults_of(settings: BackupSettings) -> list[str]:
    """What is wrong with the trail, and with originals and reports that the records name, in Chinese; nothing: all is sound.

    Opens the records, which migrates them to this program's version. Raises RecordsError and StoreError.
    """
    store = open_blobs(settings)
    with closing(open_records(settings)) as records:
        found = [fault.message for fault in verify_trail(records, store).faults]
        kinds = {
            originals.KIND: naming.handed_in(records.database),
            report_files.KIND: naming.report_files(records.database),
        }
    for kind, named in kinds.items():
        found += (
            FAULTS[fault.code].format(key=hash_key(kind, fault.sha256))
            for fault in checking.check(store, kind, {each.sha256 for each in named})
            if fault.code in FAULTS
        )
    return found


def moments(folder: Path) -> list[str]:
    """The backups of a folder that are whole, oldest first."""
    return sorted(each.parent.name for each in folder.glob(f"[0-9]*/{MANIFEST}"))


def read_manifest(place: Path) -> Manifest:
    """What a backup says of itself. Raises BackupUnusableError."""
    try:
        return Manifest.model_validate_json((place / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise BackupUnusableError(
            messages.BACKUP_NONE.format(path=place), advice=messages.BACKUP_NONE_ADVICE, cause=str(error)
        ) from error


def _chosen(folder: Path, moment: str | None) -> Path:
    found = moments(folder)
    if not found or (moment is not None and moment not in found):
        raise BackupUnusableError(
            messages.BACKUP_NONE.format(path=folder / (moment or "")), advice=messages.BACKUP_NONE_ADVICE
        )
    return folder / (moment or found[-1])


def _copy(source: Blobs, target: Blobs, moment: datetime, faults: list[str], tell: Tell) -> int:
    """Copies what the target lacks; how many contents there were. Keys that can't be copied become `faults`.

    Heads of the trail for days that weren't over by then speak of rows that the dump doesn't have: not those.
    """
    today = f"{HEADS}{office_day(moment).isoformat()}"
    looked, copied = 0, 0
    for each in copying.copy(
        source, target, wanted=lambda key: not key.startswith(HEADS) or key < today, thorough=False
    ):
        looked += 1
        copied += each.outcome is Outcome.COPIED
        if each.outcome in {Outcome.ALTERED, Outcome.TAKEN}:
            faults.append(each.key)
        tell(looked, copied)
    return looked
