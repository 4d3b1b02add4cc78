"""Reading and extracting by this tree beside an earlier revision of it: processor time for the same pages, in one run.

    python -m benchmarks.earlier REVISION [--pages N]

Both are programs of their own (`hezheng read --json`), which take turns, batch by batch, with one thread; the earlier
one lies below `build/` and runs with today's packages. Processor time is counted, not the clock, so that
another program on the machine matters little. Starting and loading the models counts for both.
"""

import argparse
import io
import os
import resource
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.made import BUILD, ROOT, MadeDocument, made
from benchmarks.pages import chosen
from benchmarks.progress import tell

PAGES = 48
BATCH = 12


def tree_of(revision: str) -> Path:
    """The files of the revision, laid out where they aren't there yet. CalledProcessError: git knows no such revision."""
    found = subprocess.run(
        ["git", "rev-parse", "--short", f"{revision}^{{commit}}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    place = BUILD / f"tree-{found.stdout.strip()}"
    if not place.exists():
        packed = subprocess.run(
            ["git", "archive", revision], cwd=ROOT, stdout=subprocess.PIPE, check=True
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as files:
            files.extractall(place, filter="data")
    return place


def read_by(tree: Path, documents: Sequence[MadeDocument]) -> float:
    """Seconds of processor time that the tree's program takes to read the documents. CalledProcessError: it failed."""
    command = [sys.executable, "-m", "hezheng", "read", "--json", *(str(each.path) for each in documents)]
    before = _children_seconds()
    subprocess.run(
        command,
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return _children_seconds() - before


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(trees: dict[str, Path], documents: Sequence[MadeDocument]) -> dict[str, float]:
    """Seconds of processor time by tree, which take turns."""
    seconds = dict.fromkeys(trees, 0.0)
    for start in range(0, len(documents), BATCH):
        batch = documents[start : start + BATCH]
        for name, tree in trees.items():
            seconds[name] += read_by(tree, batch)
        tell(f"read {min(start + BATCH, len(documents))} of {len(documents)} files by both")
    return seconds


def main() -> None:
    """Compares pictures, then pages with text, and prints the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("revision")
    parser.add_argument("--pages", type=int, default=PAGES)
    options = parser.parse_args()
    trees = {"now": ROOT, options.revision: tree_of(options.revision)}
    documents = made(tell, submissions=0).documents
    digital = [each for each in documents if each.condition == "digital"][: options.pages]
    for name, some in (("pictures", chosen(documents, options.pages)), ("files with text", digital)):
        pages = sum(len(each.truth["lines"]) for each in some)
        now, then = compare(trees, some).values()
        print(
            f"→ {name}: {now / then:.2f} times the processor time of {options.revision} "
            f"({now / pages:.2f} against {then / pages:.2f} s a page, {pages} pages)"
        )


if __name__ == "__main__":
    main()
