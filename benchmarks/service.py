"""The service beside what it rests on: its overhead, what a second worker gives, a full round, and the first page.

    python -m benchmarks.service [overhead] [workers] [round] [first_page] [--servers] [--submissions N] [--documents N]

- overhead: a submission from handing in to lying before the reviewers, against the plain walk of the same steps by
  `hezheng verify`'s code with one reading process, on text-layer documents and on scans. Aim: at most 10 % of the time.
- workers: batches of scans with two workers, against the same with one; each has a core of its own, on which its one
  single-threaded reading process runs too, while the servers run on any. Aim: at least 1.8 times as fast.
- round: 200 submissions of 20 text-layer documents through the API, with the memory of each program over time. Aim: flat.
- first_page: seconds from submitting until a page is read, with everything warm. Aim: below 2.

All are real processes on this machine: SQLite and a folder, with `--servers` PostgreSQL and an S3 store.
"""

import argparse
import itertools
import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.memory import scanned_submission
from benchmarks.progress import tell
from benchmarks.service_office import OFFICER, Office, standing
from benchmarks.watched import proportional_mb, with_descendants
from dossier.state import State
from flows import steps
from flows.options import StepOptions
from flows.progress import silent
from hezheng.publishing import publish
from tests.survive.material import Material, make_material

TEMPLATES = 4
SAMPLE_SECONDS = 5.0
WARMING = 4
"""Submissions after which every worker has its engine loaded."""


def texts(documents: int, count: int) -> Iterator[Material]:
    """Submissions of text-layer documents, whose PDFs are all contents of their own."""
    made = [make_material(f"benchmark-{number}", documents) for number in range(min(count, TEMPLATES))]
    for number in range(count):
        yield made[number % len(made)].numbered(number)


def scans(files: int, count: int) -> Iterator[Material]:
    """Submissions of so many of the scanned files each."""
    folder = scanned_submission()
    application = json.loads((folder / "submission.json").read_text("utf-8"))
    for claim in application["claims"]:
        claim.pop("files", None)
    paths = sorted(path for path in folder.rglob("*") if path.suffix in {".jpg", ".pdf", ".png"})
    for number, group in enumerate(_groups(paths, files)):
        if number == count:
            return
        yield Material(
            f"scans-{number}",
            {str(path.relative_to(folder)): path.read_bytes() for path in group},
            application,
        )


def _groups(paths: list[Path], size: int) -> Iterator[list[Path]]:
    for start in range(0, len(paths), size):
        yield paths[start : start + size]


def lay_out(material: Material, folder: Path) -> Path:
    """The submission's folder, written there."""
    for path, content in material.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    told = json.dumps(dict(material.application), ensure_ascii=False)
    (folder / "submission.json").write_text(told, "utf-8")
    return folder


def walk(material: Material, place: Path) -> float:
    """Seconds of the plain walk over it, with nothing read before."""
    folder = lay_out(material, place / "files")
    began = time.perf_counter()
    steps.verify_submission(
        folder,
        as_of=None,
        rubric_path=None,
        out=place / "report",
        settings=StepOptions(data=place / "data", workers=1),
        progress=silent,
        publish=publish,
    )
    return time.perf_counter() - began


def verified(office: Office, material: Material) -> float:
    """Seconds from the first request until it lies before the reviewers."""
    began, before = time.perf_counter(), office.states().get("in_review", 0)
    office.hand_in([material])
    office.wait_until_verified(before + 1)
    return time.perf_counter() - began


def measure_overhead(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """What flow, queue, records and store add to the plain walk."""
    kinds = {
        "text-layer documents": list(texts(options.documents, options.rounds + 1)),
        "scans": list(scans(options.scans, min(options.rounds, 2) + 1)),
    }
    with standing(folder, 1, servers=options.servers) as office:
        for name, materials in kinds.items():
            walk(materials[0], folder / f"{name}-warm")
            verified(office, materials[0])
            taken = [
                (walk(each, folder / f"{name}-{number}"), verified(office, each))
                for number, each in enumerate(materials[1:])
            ]
            plain, served = (statistics.median(each) for each in zip(*taken, strict=True))
            print(f"{name}, {len(materials[0].files)} files: plain walk {plain:.2f} s, office {served:.2f} s")
            yield (
                f"→ overhead on {name}: {(served - plain) / served:.1%} of a submission's time (aim: at most 10 %)"
            )


def measure_workers(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """What a second worker gives."""
    taken: dict[int, float] = {}
    for workers in (1, 2):
        materials = list(scans(options.scans, WARMING + 2 * options.rounds))
        with standing(folder / str(workers), workers, servers=options.servers) as office:
            office.bind_workers()
            office.hand_in(materials[:WARMING], batch=True)
            office.wait_until_verified(WARMING)
            began = time.perf_counter()
            office.hand_in(materials[WARMING:], batch=True)
            office.wait_until_verified(len(materials))
            taken[workers] = time.perf_counter() - began
        print(
            f"{len(materials) - WARMING} submissions of {options.scans} scans, {workers} workers: {taken[workers]:.1f} s"
        )
    yield f"→ workers: two are {taken[1] / taken[2]:.2f} times as fast as one (aim: at least 1.8)"


def measure_round(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """A round of submissions with the memory of each program."""
    count = options.submissions
    samples: list[tuple[int, dict[str, float]]] = []
    with standing(folder, 2, servers=options.servers) as office:
        began = time.perf_counter()
        materials = texts(options.documents, count)
        handed_in, done = 0, 0
        while done < count:
            for material in itertools.islice(materials, max(1, count // 40)):
                office.hand_in([material], batch=True)
                handed_in += 1
            done = office.states().get("in_review", 0)
            samples.append((done, {name: _memory(each.pid) for name, each in office.programs.items()}))
            tell(f"{handed_in} handed in, {done} verified, {_told(samples[-1][1])}")
            if handed_in == count:
                time.sleep(min(SAMPLE_SECONDS, 0.05 * count))
        seconds = time.perf_counter() - began
    print(
        f"{count} submissions of up to {options.documents} documents: {seconds:.0f} s, {seconds / count:.2f} s each"
    )
    print("MB when a tenth, a half, all were verified:")
    for name in samples[0][1]:
        shown = [_when(samples, name, round(count * share)) for share in (0.1, 0.5, 1.0)]
        print(f"  {name:10}" + "".join(f"{each:8.0f}" for each in shown))
    first, last = (sum(_at(samples, round(count * share)).values()) for share in (0.5, 1.0))
    yield f"→ round: {count / seconds * 3600:.0f} submissions an hour; memory at its end {last / first:.2f} times that at its half (aim: flat)"


def measure_first_page(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """How long it takes until a page is read."""
    taken: list[float] = []
    with standing(folder, 1, servers=options.servers) as office:
        for number, material in enumerate(texts(options.documents, 2 * options.rounds + 1)):
            applicant = office.applicant()
            submission = applicant.fill(material, batch=False)
            began = time.perf_counter()
            applicant.submit(submission)
            office.wait(lambda submission=submission: _begun(office, submission))
            if number:
                taken.append(time.perf_counter() - began)
            office.wait_until_verified(number + 1)
            applicant.close()
    told = f"{statistics.median(taken):.2f} s in the middle, {max(taken):.2f} s at worst"
    yield f"→ first page: {told} after submitting (aim: below 2)"


def _begun(office: Office, submission: str) -> bool:
    record = office.records.get(OFFICER, submission)
    return record.state is State.IN_REVIEW or (record.progress is not None and record.progress.done > 0)


def _memory(process: int) -> float:
    return sum(map(proportional_mb, with_descendants(process)))


def _at(samples: list[tuple[int, dict[str, float]]], done: int) -> dict[str, float]:
    return next((memory for verified, memory in samples if verified >= done), samples[-1][1])


def _when(samples: list[tuple[int, dict[str, float]]], name: str, done: int) -> float:
    return _at(samples, done)[name]


def _told(memory: dict[str, float]) -> str:
    return ", ".join(f"{name} {mb:.0f} MB" for name, mb in memory.items())


MEASURES = {
    "overhead": measure_overhead,
    "workers": measure_workers,
    "round": measure_round,
    "first_page": measure_first_page,
}


def main() -> None:
    """Measures what is named, or all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--servers", action="store_true", help="PostgreSQL and an S3 store")
    parser.add_argument("--submissions", type=int, default=200, help="of the round")
    parser.add_argument("--documents", type=int, default=20, help="of a submission, at most")
    parser.add_argument("--scans", type=int, default=2, help="files of a submission of scans")
    parser.add_argument("--rounds", type=int, default=5, help="how often each thing is measured")
    options = parser.parse_args()
    print(machine())
    lines: list[str] = []
    with tempfile.TemporaryDirectory(prefix="hezheng-service-", ignore_cleanup_errors=True) as folder:
        for name in options.names or MEASURES:
            tell(name)
            lines += MEASURES[name](Path(folder) / name, options)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
