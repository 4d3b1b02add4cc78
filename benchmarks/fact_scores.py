"""Scores what was read from a document against its truth: kind, facts, places, letters."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from benchmarks import letters
from benchmarks.letters import Errors, Placed
from benchmarks.made import MadeDocument, Truth
from benchmarks.values import same
from dossier.document import ReadDocument, Segment
from dossier.fact import Fact
from dossier.geometry import Box
from dossier.kinds import Kind
from dossier.page import Reading
from rubric.evidence import FACTS

BEYOND = {"seal_name", "charity", "organizer_level", "levels", "sample", "term_years", "topics"}
"""Facts that the contract's table doesn't name: they are not scored. (Nor is what ends in `_certain`.)"""

LEAST_OVERLAP = 0.1
"""Intersection over union from which a box is the right one; or its centre lies in the true box."""

Result = Literal["right", "wrong", "extra", "missed"]


@dataclass(frozen=True)
class ScoredFact:
    """One fact of the truth, or one that was found: `wrong` is another value than the true one."""

    kind: str
    name: str
    result: Result
    true: Any
    found: Any
    confidence: float | None = None
    placed: bool | None = None
    """Whether its box is the right one; None where there is none to compare."""


@dataclass
class Tally:
    """Facts right, found beyond the truth, and missed. A wrong value counts as one of each."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, result: Result) -> None:
        """Counts one more."""
        self.right += result == "right"
        self.extra += result in ("extra", "wrong")
        self.missed += result in ("missed", "wrong")

    @property
    def precision(self) -> float:
        """Share of what was found that is true; 1 where nothing was found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of what is true that was found; 1 where there is nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 1 where nothing is and nothing was found."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else 1.0


def tally(results: Iterable[Result]) -> Tally:
    """The tally of some results."""
    counted = Tally()
    for result in results:
        counted.add(result)
    return counted


@dataclass(frozen=True)
class ScoredDocument:
    """A document's scores."""

    made: MadeDocument
    kind: str
    """The kind that was found; the true one is the truth's."""
    kind_confidence: float
    facts: tuple[ScoredFact, ...]
    errors: Errors
    pages: int
    segments: tuple[bool, ...]
    """For each true segment, whether one of the same pages and kind was found."""

    @property
    def kind_right(self) -> bool:
        """Whether the kind is the true one."""
        return self.kind == self.made.truth["kind"]

    @property
    def tally(self) -> Tally:
        """Its facts, counted."""
        return tally(fact.result for fact in self.facts)


def score(made: MadeDocument, read: ReadDocument) -> ScoredDocument:
    """All scores of one document."""
    return ScoredDocument(
        made=made,
        kind=read.document.kind.value,
        kind_confidence=read.document.kind_confidence,
        facts=tuple(score_facts(made.truth, read)),
        errors=page_errors(made.truth, read.reading),
        pages=len(read.reading.pages),
        segments=tuple(_segments(made.truth, read.document.segments)),
    )


def _segments(truth: Truth, found: Sequence[Segment]) -> Iterable[bool]:
    cut = {(segment.kind.value, segment.pages) for segment in found}
    return ((told["kind"], tuple(told["pages"])) in cut for told in truth["segments"])


def counted(fact: Fact) -> bool:
    """Whether the contract's table names the fact for its kind."""
    if fact.name in BEYOND or fact.name.endswith("_certain"):
        return False
    if fact.name == "mentions_organization" and fact.kind is not Kind.MEDIA_CLIPPING:
        return False
    return fact.name in FACTS.get(fact.kind, frozenset())


def score_facts(truth: Truth, read: ReadDocument) -> Iterable[ScoredFact]:
    """Pairs found facts with true ones, segment by segment and name by name."""
    home = {
        number: _true_segment(truth, segment.pages) for number, segment in enumerate(read.document.segments)
    }
    found: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in filter(counted, read.facts):
        found[home[fact.segment], fact.name].append(fact)
    told: dict[tuple[int, str], list[Truth]] = defaultdict(list)
    for each in truth["facts"]:
        told[each["segment"], each["name"]].append(each)
    for key in sorted({*found, *told}):
        kind = truth["segments"][key[0]]["kind"]
        yield from _pair(kind, key[1], told[key], found[key])


def _true_segment(truth: Truth, pages: tuple[int, int]) -> int:
    """The true segment with which a run of pages shares most."""

    def shared(told: Truth) -> int:
        return min(pages[1], told["pages"][1]) - max(pages[0], told["pages"][0])

    return max(range(len(truth["segments"])), key=lambda number: (shared(truth["segments"][number]), -number))


def _pair(kind: str, name: str, told: Sequence[Truth], found: Sequence[Fact]) -> Iterable[ScoredFact]:
    rest, unmet = list(found), []
    for each in told:
        hit = next((fact for fact in rest if same(fact.value, each["value"])), None)
        if hit is None:
            unmet.append(each)
            continue
        rest.remove(hit)
        yield ScoredFact(
            kind, name, "right", each["value"], hit.value, hit.confidence, well_placed(hit, each)
        )
    for each in unmet:
        if rest:
            fact = rest.pop(0)
            yield ScoredFact(kind, name, "wrong", each["value"], fact.value, fact.confidence)
        else:
            yield ScoredFact(kind, name, "missed", each["value"], None)
    for fact in rest:
        yield ScoredFact(kind, name, "extra", None, fact.value, fact.confidence)


def well_placed(fact: Fact, told: Truth) -> bool | None:
    """Whether a piece of the evidence lies where the truth says, or at another place that says the same."""
    true = [(told["page"], box) for box in (told.get("boxes") or [])]
    if told.get("box"):
        true.append((told["page"], told["box"]))
    true += [(other["page"], other["box"]) for other in told.get("other_places", ())]
    found = [(each.page, each.box) for each in fact.evidence if each.box is not None]
    if not true or not found:
        return None
    return any(page == at and overlaps(box, Box(*place)) for page, box in found for at, place in true)


def overlaps(found: Box, true: Box) -> bool:
    """Whether a box that was found points at the true one."""
    inner = letters.intersection(found, true)
    union = letters.area(found) + letters.area(true) - inner
    return letters.within(found.centre, true) or (union > 0 and inner / union > LEAST_OVERLAP)


def page_errors(truth: Truth, reading: Reading) -> Errors:
    """Character errors over all pages; where the truth has no places, of the whole text."""
    lines = [[_placed(line) for line in page] for page in truth["lines"]]
    if any(line.box is None for page in lines for line in page):
        read = [Placed(line.text, None) for page in reading.pages for line in page.lines]
        return letters.errors([line for page in lines for line in page], read)
    total = Errors()
    for number, true in enumerate(lines):
        page = reading.pages[number] if number < len(reading.pages) else None
        read = [Placed(line.text, line.box) for line in page.lines] if page else []
        seals = [Box(*seal["box"]) for seal in truth["seals"][number]] if truth["seals"] else []
        total += letters.errors(true, read, seals)
    return total


def _placed(line: Truth) -> Placed:
    return Placed(line["text"], Box(*line["box"]) if line["box"] else None)
