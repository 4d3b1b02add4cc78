"""The documents and submissions that the benchmarks read: made by seed, kept between runs.

They lie in `build/bench/<seed>-<version of the corpus>/`, so that a change of the corpus makes new ones. The seeds are
texts that no test uses. A fifth of the loose documents comes from the layouts that are kept for measuring only.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "bench"
SEED = "measured-2026"
DOCUMENTS = 84
"""Loose documents of each set."""
SUBMISSIONS = 20
SETS = ("usual", "varied", "assorted", "further", "held_out")
MIXED = ("usual", "varied", "assorted", "further")
"""The sets that submissions mix. The layouts of `held_out` are measured in loose documents only."""

FULL_KINDS = (
    "registration_certificate",
    "business_licence",
    "grade_certificate",
    "annual_report",
    "credit_record",
    "penalty_decision",
    "award",
    "media_clipping",
    "satisfaction_survey",
    "application_form",
)
"""The kinds that are done in full: they are made twice as often as the others."""

Truth = dict[str, Any]
Tell = Callable[[str], None]


@dataclass(frozen=True)
class MadeDocument:
    """A document on disk with its truth. `group` is its set, or `submission`."""

    path: Path
    truth: Truth
    group: str

    @property
    def condition(self) -> str:
        """How the document came to be a file: digital, scan, photo, poor and so on."""
        return str(self.truth["condition"])


@dataclass(frozen=True)
class MadeSubmission:
    """A submission's folder with what must be found in it."""

    folder: Path
    truth: Truth

    @property
    def documents(self) -> Iterator[MadeDocument]:
        """Its evidence, but for files that are broken on purpose."""
        for told in self.truth["documents"]:
            if not told.get("broken"):
                yield MadeDocument(self.folder / told["file"], told, "submission")


@dataclass(frozen=True)
class Made:
    """All that is read."""

    documents: tuple[MadeDocument, ...]
    submissions: tuple[MadeSubmission, ...]


@cache
def corpus_version() -> str:
    """Twelve digits that change with the corpus' code."""
    digest = hashlib.sha256()
    for module in sorted((ROOT / "tests" / "corpus").rglob("*.py")):
        if not module.name.startswith("test_"):
            digest.update(module.read_bytes())
    return digest.hexdigest()[:12]


def made(tell: Tell, *, seed: str = SEED, documents: int = DOCUMENTS, submissions: int = SUBMISSIONS) -> Made:
    """Makes what isn't there yet, in two processes, and gives all of it."""
    folder = BUILD / f"{seed}-{corpus_version()}"
    jobs = [("document", group, number) for group in SETS for number in range(documents)]
    jobs += [("submission", "", number) for number in range(submissions)]
    missing = [job for job in jobs if not _truth_of(folder, *job).exists()]
    if missing:
        _make(folder, seed, missing, tell)
    truths = [(job, _truth_of(folder, *job)) for job in jobs]
    return Made(
        tuple(_document(truth, job[1]) for job, truth in truths if job[0] == "document"),
        tuple(_submission(truth) for job, truth in truths if job[0] == "submission"),
    )


def made_submission(number: int, seed: str = SEED) -> MadeSubmission:
    """One of the submissions."""
    place = _truth_of(BUILD / f"{seed}-{corpus_version()}", "submission", "", number)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        _make_submission(place, seed, number)
    return _submission(place)


def _make(folder: Path, seed: str, jobs: list[tuple[str, str, int]], tell: Tell) -> None:
    start = time.perf_counter()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        running = [pool.submit(_make_one, folder, seed, *job) for job in jobs]
        for done, finished in enumerate(as_completed(running), 1):
            finished.result()
            if done % 20 == 0 or done == len(jobs):
                tell(f"made {done} of {len(jobs)} in {time.perf_counter() - start:.0f} s")


def _make_one(folder: Path, seed: str, what: str, group: str, number: int) -> None:
    place = _truth_of(folder, what, group, number)
    place.parent.mkdir(parents=True, exist_ok=True)
    if what == "submission":
        _make_submission(place, seed, number)
    else:
        _make_document(place, seed, group, number)


def _make_document(place: Path, seed: str, group: str, number: int) -> None:
    from tests.corpus.documents import make_document
    from tests.corpus.volumes import make_volume

    cycle = tuple(kinds_in_turn(group))
    kind = cycle[number % len(cycle)]
    name = f"{number:04d}-{kind}"
    if kind == "volume":
        one = make_volume(f"{seed}-{number}", name, collection=group)
    else:
        one = make_document(f"{seed}-{number}", kind, name=name, collection=group)
    one.write(place.parent, truth=False)
    _write(place, one.truth)


def _make_submission(place: Path, seed: str, number: int) -> None:
    from tests.corpus.submissions import make_submission

    honesty = "honest" if number % 2 == 0 else "dishonest"
    one = make_submission(f"{seed}-{number}", honesty, collections=MIXED)
    one.write(place.parent / f"{number:04d}")
    _write(place, one.truth)


def kinds_in_turn(group: str) -> Iterable[str]:
    """The order in which kinds are made: all, then those done in full once more, then bound volumes."""
    from tests.corpus.documents import kinds

    yield from kinds(group)
    yield from FULL_KINDS
    if group != "usual":
        yield from ("volume", "volume")


def _write(place: Path, truth: Truth) -> None:
    unfinished = place.with_name(place.name + ".new")
    unfinished.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(place)


def _truth_of(folder: Path, what: str, group: str, number: int) -> Path:
    return (
        folder
        / (group or "submissions")
        / f"{number:04d}.{'truth' if what == 'document' else 'expected'}.json"
    )


def _document(truth: Path, group: str) -> MadeDocument:
    told: Truth = json.loads(truth.read_text(encoding="utf-8"))
    return MadeDocument(truth.parent / told["file"], told, group)


def _submission(truth: Path) -> MadeSubmission:
    told: Truth = json.loads(truth.read_text(encoding="utf-8"))
    return MadeSubmission(truth.parent / truth.name.partition(".")[0], told)
