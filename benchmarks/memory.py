"""What a whole `hezheng verify` needs: memory for 40 scanned pages, seconds where nothing changed.

    python -m benchmarks.memory [--rounds N]

Memory is the proportional set size of the program and all its processes together, sampled five times a second; the
peer is RapidOCR reading three of the pages in a process of its own, watched in the same way. The second run is of a
submission of 20 documents and more that was verified before; the peer is the run that read it. Aims: less than 2 GB,
less than 3 s, less than half a second for `--help`.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.made import BUILD, SEED, corpus_version, made_submission
from benchmarks.progress import tell
from benchmarks.watched import Run, watched

PAGES = 40
SCAN_DPI = 200
PEER_PAGES = 3

READ_BY_PEER = """
import sys
from benchmarks.pages import pictures
from benchmarks.ocr import rapid
for path in sys.argv[1:]:
    for picture in pictures(path):
        rapid()(picture)
"""


def scanned_submission() -> Path:
    """A submission of 40 pages or more, all of them pictures; made once."""
    folder = BUILD / f"{SEED}-{corpus_version()}" / "scans"
    if not folder.exists():
        unfinished = folder.with_name("scans.new")
        _make_scans(unfinished)
        unfinished.rename(folder)
    return folder


def _make_scans(folder: Path) -> None:
    from tests.corpus.submissions import Style, make_submission

    number = 0
    while True:
        one = make_submission(f"{SEED}-scans-{number}", style=Style(conditions={"scan": 1}))
        digital = {each["file"] for each in one.truth["documents"] if each["condition"] == "digital"}
        if sum(len(each["lines"]) for each in one.truth["documents"]) >= PAGES:
            break
        number += 1
    for name in digital:
        one.files[name] = _pictured(one.files[name])
    one.write(folder)


def _pictured(document: bytes) -> bytes:
    """A PDF whose pages are pictures of the document's."""
    import io

    from PIL import Image

    from tests.corpus import pdf

    pages = [Image.fromarray(page) for page in pdf.render(document, SCAN_DPI)]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=SCAN_DPI, quality=80)
    return out.getvalue()


def verify(submission: Path, folder: Path) -> Run:
    """`hezheng verify`, as a person runs it, with its data and reports in a folder."""
    command = [sys.executable, "-m", "hezheng", "verify", str(submission), "--out", str(folder / "report")]
    return watched(command, {**os.environ, "HEZHENG_DATA": str(folder / "data")}, allowed=(0, 1))


def measure_memory() -> str:
    """Peak memory over a submission of scans, beside RapidOCR's; the line that says so."""
    submission = scanned_submission()
    with tempfile.TemporaryDirectory() as folder:
        tell(f"verifying {PAGES} scanned pages and more")
        ours = verify(submission, Path(folder))
    scans = [str(each) for each in sorted(submission.rglob("*.jpg"))[:PEER_PAGES]]
    theirs = watched([sys.executable, "-c", READ_BY_PEER, *scans], dict(os.environ))
    print(f"scanned submission: peak {ours.peak_mb:.0f} MB in {ours.processes} processes, {ours.wall:.0f} s")
    print(f"RapidOCR, {len(scans)} of its pages: peak {theirs.peak_mb:.0f} MB")
    share = ours.peak_mb / theirs.peak_mb
    return (
        f"→ memory: {ours.peak_mb / 1024:.2f} GB at its peak (aim: below 2), {share:.2f} of RapidOCR's alone"
    )


def measure_second_run(rounds: int) -> str:
    """Time of a run in which nothing changed, beside the first run."""
    submission = made_submission(0)
    documents = len(submission.truth["documents"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tell(f"verifying {documents} documents, {rounds + 1} times")
        first = verify(submission.folder, folder)
        again = [verify(submission.folder, folder) for _ in range(rounds)]
    best = min(again, key=lambda run: run.wall)
    print(f"{documents} documents, first run: {first.wall:.1f} s")
    print(f"unchanged second run: {_spread([run.wall for run in again])} wall, {best.cpu:.2f} s of processor")
    return (
        f"→ second run of {documents} documents: {best.wall:.2f} s wall, {best.cpu:.2f} s of processor "
        f"(aim: below 3), {first.wall / best.wall:.1f} times as fast as the first"
    )


def measure_help(rounds: int) -> str:
    """Time of `hezheng --help`, beside that of importing typer alone."""
    commands = {
        "hezheng --help": [sys.executable, "-m", "hezheng", "--help"],
        "import typer": [sys.executable, "-c", "import typer"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(watched(command, dict(os.environ)).wall)
    for name, seconds in taken.items():
        print(f"{name}: {_spread(seconds)}")
    ours, theirs = (min(seconds) for seconds in taken.values())
    return f"→ --help: {ours:.2f} s (aim: below 0.5), {ours / theirs:.1f} times that of importing typer"


def _spread(seconds: Sequence[float]) -> str:
    return f"{min(seconds):.2f} s at best, {statistics.median(seconds):.2f} s in the middle"


def main() -> None:
    """Measures all three."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    lines = [
        measure_help(options.rounds),
        measure_second_run(options.rounds),
        measure_memory(),
    ]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
