"""The same page handed in twice under different names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rapidfuzz import fuzz

from dossier.document import ReadDocument
from dossier.entries import letters, other_entries
from dossier.fact import Evidence
from dossier.finding import Code, Discrepancy, Severity
from dossier.geometry import Box
from dossier.page import Page
from verifiers import messages
from verifiers.thresholds import (
    COMPARABLE_TEXT,
    SAME_PAGE_DIGITS,
    SAME_PAGE_DISTANCE,
    SAME_PAGE_TEXT,
    SAME_PICTURE_DISTANCE,
)

_WHOLE = Box(0.0, 0.0, 1.0, 1.0)
_SPACE = re.compile(r"\s+")
_DATE = re.compile(r"20\d\d[年./-]?\d{0,2}|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]*")


@dataclass(frozen=True)
class Leaf:
    """A page of a file, with what it is compared by."""

    path: str
    sha256: str
    page: Page

    @cached_property
    def text(self) -> str:
        """All that it says, without white space."""
        return _SPACE.sub("", "".join(line.text for line in self.page.lines))

    @cached_property
    def dates(self) -> list[str]:
        """Its dates as printed: pages of one form differ in them."""
        return sorted(_DATE.findall(self.text))

    @cached_property
    def digits(self) -> str:
        """Its digits alone."""
        return re.sub(r"\D", "", self.text)

    @cached_property
    def bits(self) -> int | None:
        """Its perceptual hash; None where it has no pixels."""
        try:
            return int(self.page.fingerprint, 16) if self.page.fingerprint else None
        except ValueError:
            return None

    def evidence(self) -> Evidence:
        """The whole page."""
        box = _WHOLE if self.page.rendered else None
        return Evidence(
            document=self.path,
            page=self.page.number,
            box=box,
            text=self.text[:40],
            locator=None if box else messages.page(self.page.number),
        )


def check(documents: Sequence[ReadDocument]) -> Iterator[Discrepancy]:
    """One discrepancy for each pair of files that share a page."""
    told: set[frozenset[str]] = set()
    leaves = [
        Leaf(read.document.path, read.document.sha256, page)
        for read in documents
        for page in read.reading.pages
    ]
    for one, other in combinations(leaves, 2):
        pair = frozenset({one.path, other.path})
        if len(pair) == 1 or pair in told or not same_page(one, other):
            continue
        told.add(pair)
        yield Discrepancy(
            code=Code.EVIDENCE_REUSED,
            severity=Severity.MINOR,
            criterion=None,
            document=other.path,
            message=messages.same_page(one.path, one.page.number, other.path, other.page.number),
            evidence=(one.evidence(), other.evidence()),
        )


def same_page(one: Leaf, other: Leaf) -> bool:
    """Whether two pages are one: by their files, else by print and text together."""
    if one.sha256 == other.sha256:
        return one.page.number == other.page.number
    shortest = min(len(one.text), len(other.text))
    if one.bits is None or other.bits is None:
        return shortest >= COMPARABLE_TEXT and one.text == other.text
    distance = (one.bits ^ other.bits).bit_count()
    if shortest < COMPARABLE_TEXT:
        return one.bits > 0 and distance <= SAME_PICTURE_DISTANCE and one.digits == other.digits
    if distance > SAME_PAGE_DISTANCE or one.dates != other.dates:
        return False
    if not _alike(one.digits, other.digits, SAME_PAGE_DIGITS) or not _alike(
        one.text, other.text, SAME_PAGE_TEXT
    ):
        return False
    return not other_entries(letters(one.text), letters(other.text))


def _alike(one: str, other: str, least: float) -> bool:
    return fuzz.ratio(one, other, score_cutoff=100 * least) > 0 or one == other
