"""Reads the same made pages with our OCR and with RapidOCR as it comes, and prints errors, time and memory.

    python -m benchmarks.ocr [--rounds N] [--all] [--faults]

Ours runs as the readers run it: one process a core, one thread each. RapidOCR runs as it comes: one process, its
own threads on all cores. Both take turns, round by round, in children that have loaded their engine and read a page
before the clock starts; the best round of each counts, because another load on the machine only ever slows. Peak
memory is that of the largest child, resident. Pages that don't stand upright are read by `--all`, ours alone.
"""

import argparse
import multiprocessing
import os
import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.ocr_pages import UPRIGHT, MadePage, made_pages
from benchmarks.ocr_truth import Placed, Score, score
from extractors.ocr.quiet import hush

if TYPE_CHECKING:
    from rapidocr import RapidOCR

Read = tuple[str, Score, float, float, int]
"""Page, score, seconds, processor seconds, peak resident megabytes of the child so far."""


@dataclass(frozen=True)
class Engine:
    """An engine: its name, how many processes it runs in, and what reads a page."""

    name: str
    processes: int
    read: Callable[[MadePage], Read]


def measured(made: MadePage, read: Callable[[MadePage], Sequence[Placed]]) -> Read:
    """Reads one page by the clock."""
    wall, busy = time.perf_counter(), time.process_time()
    readings = read(made)
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    return made.name, score(made, readings), wall, busy, peak_memory()


def peak_memory() -> int:
    """Most resident megabytes of this process so far. (`ru_maxrss` would count what the parent held.)"""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) // 1024 if found else 0


def read_ours(made: MadePage) -> Read:
    """One page by our OCR."""
    from extractors.ocr import read_image

    def read(page: MadePage) -> list[Placed]:
        return [Placed(line.text, np.array(line.quad)) for line in read_image(page.image).lines]

    return measured(made, read)


def read_rapid(made: MadePage) -> Read:
    """One page by RapidOCR with its defaults."""
    engine = rapid()

    def read(page: MadePage) -> list[Placed]:
        result: Any = engine(page.image[:, :, ::-1].copy())
        if result.boxes is None:
            return []
        size = np.array([page.image.shape[1], page.image.shape[0]], float)
        return [Placed(text, box / size) for text, box in zip(result.txts, result.boxes, strict=True)]

    return measured(made, read)


@cache
def rapid() -> "RapidOCR":
    """RapidOCR as it comes."""
    hush()
    from rapidocr import RapidOCR

    return RapidOCR()


def run(engine: Engine, pool: ProcessPoolExecutor, pages: Sequence[MadePage]) -> tuple[float, list[Read]]:
    """Seconds a page over all pages, and what was read."""
    start = time.perf_counter()
    reads = list(pool.map(engine.read, pages))
    return (time.perf_counter() - start) / len(pages), reads


def main() -> None:
    """Runs the comparison."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--all", action="store_true", help="also the pages that are turned, by ours alone")
    parser.add_argument("--faults", action="store_true", help="print the lines that went wrong")
    options = parser.parse_args()
    cores = os.cpu_count() or 1
    engines = [
        Engine(f"ours, {cores} x 1 thread", cores, read_ours),
        Engine("RapidOCR as it comes", 1, read_rapid),
    ]
    pages = {name: make() for name, make in made_pages().items()}
    upright = [pages[name] for name in sorted(UPRIGHT, key=lambda name: "dense" not in name)]
    context = multiprocessing.get_context("spawn")
    pools = [ProcessPoolExecutor(engine.processes, mp_context=context) for engine in engines]
    for engine, pool in zip(engines, pools, strict=True):
        list(pool.map(engine.read, [pages["certificate"]] * 2 * engine.processes))
    best: dict[str, tuple[float, list[Read]]] = {}
    for _ in range(options.rounds):
        for engine, pool in zip(engines, pools, strict=True):
            seconds, reads = run(engine, pool, upright)
            if engine.name not in best or seconds < best[engine.name][0]:
                best[engine.name] = (seconds, reads)
    tell(best, faults=options.faults)
    ours, theirs = (best[engine.name] for engine in engines)
    print(f"\nours is {theirs[0] / ours[0]:.2f} times as fast a page")
    if options.all:
        turned = [made for name, made in pages.items() if name not in UPRIGHT]
        tell({"ours, turned pages": run(engines[0], pools[0], turned)}, faults=options.faults)
    for pool in pools:
        pool.shutdown()


def tell(results: dict[str, tuple[float, list[Read]]], *, faults: bool) -> None:
    """Prints the figures of each engine, page by page and together."""
    for name, (seconds, reads) in results.items():
        total = sum((read[1] for read in reads), Score(0, 0))
        busy = sum(read[3] for read in reads) / len(reads)
        peak = max(read[4] for read in reads)
        print(
            f"\n{name}: CER {total.cer:.3%} ({total.wrong} of {total.letters} letters), {seconds:.2f} s a page"
        )
        print(f"    {busy:.2f} processor seconds a page, peak {peak} MB a process")
        for page_name, result, wall, _, _ in reads:
            print(f"    {page_name:22} {result.wrong:4} of {result.letters:5}  {wall:6.2f} s")
            if faults:
                for true, read in result.faults:
                    print(f"        {true!r} read as {read!r}")


if __name__ == "__main__":
    main()
