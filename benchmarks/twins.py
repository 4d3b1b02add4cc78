"""How many of the pages that two applicants share are found among 100,000, what else is, in what time and memory.

    python -m benchmarks.twins [PAGES...]

Each page is made of letters: a fifth are forms of 200 templates, filled in; the rest say something of their own. One page in
200 is handed in by a second applicant too, read anew: up to one of a hundred characters is misread, and its picture
differs in up to eight bits. As many are near-misses: one page with other entries in thirty characters.

`met`: pairs that their prints brought together; `recall`, `wrong`: of those that letters then told to be one page. Making
the prints isn't timed: each is made once, when its page is read.
"""

import argparse
import math
import random
import resource
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import polars as pl

from audit.alike import alike, prints_of
from audit.one_page import compare
from benchmarks.machine import machine
from dossier.geometry import Box, Quad
from dossier.page import Line, Page

PAGES = (12_500, 25_000, 50_000, 100_000)
BODIES = 500
TEMPLATES = 200
FORMS = 0.2
PLANTED = 200
"""One page of so many is shared, and one has a near-miss."""
MISREAD = 0.01
"""Of the characters, at most. Scans and photos of corpus pages, and what people do to them, had up to 0.005, and digits none."""
FLIPS = 8
REPEATS = 3
"""The fastest counts."""
_PLACE = Quad.from_box(Box(0.1, 0.1, 0.9, 0.9))
LETTERS = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 2000))


class Made(NamedTuple):
    """A round, and the pairs of rows of it that are one page, and that are not but nearly."""

    leaves: list["_Leaf"]
    prints: pl.DataFrame
    shared: frozenset[tuple[int, int]]
    near: frozenset[tuple[int, int]]


class _Leaf(NamedTuple):
    body: str
    text: str
    bits: int


def make(pages: int, seed: int = 1) -> Made:
    """A round of so many pages."""
    chance = random.Random(seed)
    templates = [_text(chance, 300) for _ in range(TEMPLATES)]
    leaves: list[_Leaf] = []
    shared: set[tuple[int, int]] = set()
    near: set[tuple[int, int]] = set()
    while len(leaves) < pages:
        body = chance.randrange(BODIES)
        form = chance.choice(templates) if chance.random() < FORMS else None
        said = form + _text(chance, 100) if form else _text(chance, chance.randint(60, 500))
        said += f"{chance.randint(2021, 2026)}年{chance.randint(1, 12)}月{chance.randrange(10**6):06}号"
        leaf = _Leaf(str(body), said, chance.getrandbits(64))
        at = len(leaves)
        leaves.append(leaf)
        if chance.randrange(PLANTED) == 0:
            leaves.append(_read_again(leaf, _other(chance, body), chance))
            shared.add((at, at + 1))
        elif chance.randrange(PLANTED) == 0:
            start = len(said) // 2
            filled = said[:start] + _text(chance, 30) + said[start + 30 :]
            leaves.append(_Leaf(_other(chance, body), filled, _flipped(leaf.bits, chance)))
            near.add((at, at + 1))
    rows = list(_rows(leaves))
    frame = pl.DataFrame(
        rows,
        schema={"body": pl.String, "bits": pl.Int64, "sketch": pl.Binary, "marks": pl.Binary},
        orient="row",
    )
    return Made(leaves, frame, frozenset(shared), frozenset(near))


def _rows(leaves: Sequence[_Leaf]) -> Iterator[tuple[str, int, bytes | None, bytes | None]]:
    for leaf in leaves:
        (made,) = prints_of("0" * 64, [_page(leaf)])
        yield leaf.body, (leaf.bits ^ (1 << 63)) - (1 << 63), made.sketch, made.marks


def _page(leaf: _Leaf) -> Page:
    line = Line(text=leaf.text, quad=_PLACE, confidence=1, origin="ocr")
    return Page(number=1, width=595, height=842, origin="ocr", lines=(line,), fingerprint=f"{leaf.bits:016x}")


def _text(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(LETTERS, k=length))


def _other(chance: random.Random, body: int) -> str:
    return str((body + chance.randrange(1, BODIES)) % BODIES)


def _flipped(bits: int, chance: random.Random) -> int:
    for at in chance.sample(range(64), chance.randint(0, FLIPS)):
        bits ^= 1 << at
    return bits


def _read_again(leaf: _Leaf, body: str, chance: random.Random) -> _Leaf:
    share = chance.uniform(0, MISREAD)
    said = "".join(
        each if each.isdigit() or chance.random() >= share else chance.choice(LETTERS) for each in leaf.text
    )
    return _Leaf(body, said, _flipped(leaf.bits, chance))


def main(counts: Sequence[int]) -> None:
    """Prints a line for each number of pages, with the growth from each to the next."""
    print(machine())
    print(f"{'pages':>8}{'seconds':>9}{'growth':>8}{'met':>7}{'near':>6}{'recall':>9}{'wrong':>7}{'MB':>7}")
    before = None
    for count in counts:
        made = make(count)
        seconds, met, told = math.inf, list[tuple[int, int]](), frozenset[tuple[int, int]]()
        for _ in range(REPEATS):
            begun = time.perf_counter()
            met = alike(made.prints)
            told = frozenset(pair for pair in met if _one_page(made.leaves, *pair))
            seconds = min(seconds, time.perf_counter() - begun)
        recall = len(told & made.shared) / len(made.shared)
        growth = f"{seconds / before:.1f}×" if before else ""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count:>8,}{seconds:>9.2f}{growth:>8}{len(met):>7}{len(made.near & set(met)):>6}"
            f"{recall:>9.2%}{len(told - made.shared):>7}{peak:>7.0f}",
            flush=True,
        )
        before = seconds


def _one_page(leaves: Sequence[_Leaf], one: int, other: int) -> bool:
    left, right = leaves[one], leaves[other]
    return compare(_page(left), _page(right), (left.body, right.body)) is not None


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.twins",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("pages", nargs="*", type=int, help="default: " + ", ".join(map(str, PAGES)))
    main(parser.parse_args().pages or PAGES)
