"""Scanned pages of the made documents, read by us and by RapidOCR as it comes, in one run.

    python -m benchmarks.pages [--pages N]

Ours reads through the reading processes (two of one thread each), RapidOCR in one process with its own threads; both
have read a page before the clock starts, and they take turns, batch by batch. Then the same extractors look for facts
in the lines of both. Only upright pages: RapidOCR does not turn pages that lie on their side. `benchmarks.ocr`
compares the two engines alone, without readers and facts.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.fact_scores import Tally, page_errors, score_facts, tally
from benchmarks.letters import Errors
from benchmarks.made import MadeDocument, made
from benchmarks.ocr import rapid
from benchmarks.progress import tell
from benchmarks.reading import PROCESSES
from dossier.geometry import Point, Quad
from dossier.page import Line, Page, Reading
from dossier.submission import Organization
from extractors.readers import ReaderPool, digest

CONDITIONS = ("scan", "photo", "poor", "screenshot")
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif")
PAGES = 48
BATCH = 8
NAMES = ("ours", "RapidOCR")


@dataclass
class Standing:
    """What one of the two has needed and got right so far."""

    seconds: float
    pages: int
    readings: list[tuple[MadeDocument, Reading]]

    @property
    def pace(self) -> float:
        """Seconds a page."""
        return self.seconds / max(1, self.pages)


def chosen(documents: Iterable[MadeDocument], pages: int) -> list[MadeDocument]:
    """Upright pictures, the conditions in turn, until there are enough pages."""
    able = [each for each in documents if each.path.suffix in PICTURES and not each.truth["turned"]]
    by_condition = [[each for each in able if each.condition == condition] for condition in CONDITIONS]
    found, count = [], 0
    for each in (one for row in zip_longest(*by_condition) for one in row if one is not None):
        if count >= pages:
            break
        found.append(each)
        count += len(each.truth["lines"])
    return found


def pictures(path: Path | str) -> Iterator[NDArray[np.uint8]]:
    """The pages of an image file as BGR pixels, after EXIF."""
    from PIL import Image, ImageOps, ImageSequence

    with Image.open(path) as file:
        for page in ImageSequence.Iterator(file):
            upright = ImageOps.exif_transpose(page).convert("RGB")
            yield np.ascontiguousarray(np.asarray(upright)[:, :, ::-1])


def read_by_rapid(path: Path) -> Reading:
    """A reading of RapidOCR's lines."""
    pages = [_page(number, picture) for number, picture in enumerate(pictures(path), 1)]
    return Reading(sha256=digest(path), reader="rapidocr", media_type="image/*", pages=tuple(pages))


def _page(number: int, picture: NDArray[np.uint8]) -> Page:
    height, width = picture.shape[:2]
    result: Any = rapid()(picture)
    lines = []
    if result.boxes is not None:
        for corners, text, confidence in zip(result.boxes, result.txts, result.scores, strict=True):
            quad = Quad(*(Point(float(x) / width, float(y) / height) for x, y in corners))
            lines.append(Line(text=text, quad=quad, confidence=min(1.0, float(confidence)), origin="ocr"))
    return Page(number=number, width=width, height=height, origin="ocr", lines=tuple(lines))


def compare(documents: Sequence[MadeDocument]) -> dict[str, Standing]:
    """Has both read all documents, batch by batch in turn."""
    standings = {name: Standing(0.0, 0, []) for name in NAMES}
    context = get_context("spawn")
    with ReaderPool(PROCESSES) as ours, ProcessPoolExecutor(1, mp_context=context) as theirs:

        def read_ours(paths: Sequence[Path]) -> list[Reading]:
            return [reading for _, reading in ours.read_files([(str(path), path) for path in paths])]

        def read_theirs(paths: Sequence[Path]) -> list[Reading]:
            return list(theirs.map(read_by_rapid, paths))

        readers = dict(zip(NAMES, (read_ours, read_theirs), strict=True))
        for read in readers.values():
            read([documents[0].path] * PROCESSES)
        for start in range(0, len(documents), BATCH):
            batch = documents[start : start + BATCH]
            for name, read in readers.items():
                begin = time.perf_counter()
                readings = read([each.path for each in batch])
                standing = standings[name]
                standing.seconds += time.perf_counter() - begin
                standing.pages += sum(len(each.pages) for each in readings)
                standing.readings += zip(batch, readings, strict=True)
            tell(f"read {min(start + BATCH, len(documents))} of {len(documents)} files by both")
    return standings


def errors_of(readings: Iterable[tuple[MadeDocument, Reading]]) -> Errors:
    """Character errors."""
    return sum((page_errors(document.truth, reading) for document, reading in readings), Errors())


def facts_of(readings: Iterable[tuple[MadeDocument, Reading]]) -> Tally:
    """Facts that our extractors find in the readings, counted."""
    from extractors.facts import extract

    results = []
    for document, reading in readings:
        read = extract(reading, document.path.name, Organization(name=document.truth["organization"]))
        results += [fact.result for fact in score_facts(document.truth, read)]
    return tally(results)


def report(standings: dict[str, Standing]) -> str:
    """Prints the figures of both; the line for `make bench`."""
    print(
        "| engine | pages | s a page | CER | "
        + " | ".join(f"CER {each}" for each in CONDITIONS)
        + " | facts F1 |"
    )
    print("|---|" + "---:|" * (4 + len(CONDITIONS)))
    rates: dict[str, float] = {}
    scores: dict[str, float] = {}
    for name, standing in standings.items():
        rates[name] = errors_of(standing.readings).rate
        scores[name] = facts_of(standing.readings).f1
        parts = [
            errors_of([each for each in standing.readings if each[0].condition == condition]).rate
            for condition in CONDITIONS
        ]
        told = " | ".join(f"{rate:.2%}" for rate in (rates[name], *parts))
        print(f"| {name} | {standing.pages} | {standing.pace:.2f} | {told} | {scores[name]:.1%} |")
    ours, theirs = (standings[name].pace for name in NAMES)
    return (
        f"→ scanned pages: {theirs / ours:.2f} times as fast as RapidOCR ({ours:.2f} against {theirs:.2f} s a page), "
        f"CER {rates[NAMES[0]]:.2%} against {rates[NAMES[1]]:.2%}, facts F1 {scores[NAMES[0]]:.1%} against {scores[NAMES[1]]:.1%}"
    )


def main() -> None:
    """Compares and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=PAGES)
    options = parser.parse_args()
    documents = chosen(made(tell, submissions=0).documents, options.pages)
    if not documents:
        sys.exit("no pictures among the documents")
    print(report(compare(documents)))


if __name__ == "__main__":
    main()
