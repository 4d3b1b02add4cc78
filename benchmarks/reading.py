"""Reads made documents as the program reads them, keeps the readings, and remembers how long they took.

The readings lie in `build/bench/readings`, by content and reader version, so that a second run reads nothing again;
the times of the run that did read them are kept beside them. Files of one condition are read together, because a page
that is scanned costs fifty times one that has text.
"""

import hashlib
import json
import shutil
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.made import BUILD, ROOT, MadeDocument, Tell
from dossier.page import Reading
from extractors.readers import READER_VERSION, ReaderPool, digest
from flows.steps import lasting
from vault.blobs_folder import FolderBlobs
from vault.readings import ReadingStore

BATCH = 24
PROCESSES = 2
READINGS = BUILD / "readings"
Readings = dict[Path, Reading]


@dataclass(frozen=True)
class Spent:
    """Pages read and the seconds that went by."""

    pages: int
    seconds: float


class Times:
    """Seconds and pages by condition, kept in a file."""

    def __init__(self, place: Path) -> None:
        self._place = place
        told = json.loads(place.read_text()) if place.exists() else {}
        self.spent = {condition: Spent(**each) for condition, each in told.items()}

    def add(self, condition: str, pages: int, seconds: float) -> None:
        """Adds a batch."""
        before = self.spent.get(condition, Spent(0, 0.0))
        self.spent[condition] = Spent(before.pages + pages, before.seconds + seconds)
        told = {name: {"pages": each.pages, "seconds": each.seconds} for name, each in self.spent.items()}
        self._place.parent.mkdir(parents=True, exist_ok=True)
        self._place.write_text(json.dumps(told, indent=1) + "\n")


def store() -> ReadingStore:
    """The kept readings of this reader version."""
    return ReadingStore(FolderBlobs(BUILD), READER_VERSION)


def times() -> Times:
    """The times that go with them."""
    return Times(BUILD / f"times-{READER_VERSION}.json")


def forget() -> None:
    """Throws the readings of this reader version away, their times, and the states of the code that made them."""
    shutil.rmtree(READINGS / READER_VERSION, ignore_errors=True)
    (BUILD / f"times-{READER_VERSION}.json").unlink(missing_ok=True)
    _states().unlink(missing_ok=True)


def stale() -> bool:
    """Whether some of the readings were made by another state of the readers' code than today's."""
    return any(state != readers_state() for state in _known_states())


@cache
def readers_state() -> str:
    """Twelve digits that change with the code of the readers and of the OCR."""
    digest = hashlib.sha256()
    for room in ("readers", "ocr"):
        for module in sorted((ROOT / "extractors" / room).rglob("*.*")):
            if module.suffix in (".py", ".txt"):
                digest.update(module.read_bytes())
    return digest.hexdigest()[:12]


def _states() -> Path:
    return BUILD / f"states-{READER_VERSION}.txt"


def _known_states() -> list[str]:
    return _states().read_text().split() if _states().exists() else []


def _remember_state() -> None:
    if readers_state() not in _known_states():
        _states().parent.mkdir(parents=True, exist_ok=True)
        with _states().open("a") as file:
            file.write(f"{readers_state()}\n")


def read_all(documents: Sequence[MadeDocument], tell: Tell) -> tuple[dict[Path, Reading], int]:
    """Each document's reading by its path; and how many files had to be read now."""
    kept = store()
    found, missing = dict[Path, Reading](), defaultdict[str, list[Path]](list)
    for document in documents:
        reading = kept.get(digest(document.path))
        if reading is None:
            missing[document.condition].append(document.path)
        else:
            found[document.path] = reading
    total = sum(map(len, missing.values()))
    if total:
        found.update(_read(missing, total, tell))
    return found, total


def _read(missing: dict[str, list[Path]], total: int, tell: Tell) -> dict[Path, Reading]:
    kept, clock, start = store(), times(), time.perf_counter()
    found = dict[Path, Reading]()
    _remember_state()
    with ReaderPool(PROCESSES) as pool:
        _warm(pool, missing)
        for condition, paths in sorted(missing.items()):
            for batch in _batches(paths):
                begin = time.perf_counter()
                named = pool.read_files([(str(path), path) for path in batch])
                readings = [reading for _, reading in named]
                pages = sum(len(each.pages) for each in readings)
                clock.add(condition, pages, time.perf_counter() - begin)
                for reading in filter(lasting, readings):
                    kept.put(reading)
                found.update(zip(batch, readings, strict=True))
                seconds = time.perf_counter() - start
                tell(f"read {len(found)} of {total} files in {seconds:.0f} s ({condition})")
    return found


def _warm(pool: ReaderPool, missing: dict[str, list[Path]]) -> None:
    """Has every process load its engine before the clock starts."""
    images = [path for paths in missing.values() for path in paths if path.suffix in (".jpg", ".png")]
    list(pool.read_files([(str(path), path) for path in images[:1] * PROCESSES]))


def _batches(paths: Sequence[Path]) -> Iterable[Sequence[Path]]:
    return (paths[start : start + BATCH] for start in range(0, len(paths), BATCH))
