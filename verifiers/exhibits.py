"""Documents as the checks see them: one exhibit for each segment, its facts numbered over the whole submission."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.document import ReadDocument, Segment
from dossier.fact import Evidence, Fact
from dossier.kinds import Kind
from dossier.page import Line, Page
from dossier.void_marks import void_mark
from verifiers.thresholds import FACT_SURE, KIND_SURE
from verifiers.values import Value


@dataclass(frozen=True, slots=True)
class Held:
    """A fact with its position in the report's list."""

    position: int
    fact: Fact

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its places, each naming the document."""
        return tuple(
            place if place.document else place.model_copy(update={"document": self.fact.document})
            for place in self.fact.evidence
        )


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One document of one kind: a whole file, or a segment of a bound volume. Equal only to itself."""

    path: str
    segment: int
    kind: Kind
    kind_confidence: float
    facts: tuple[Held, ...]
    pages: tuple[Page, ...]
    unreadable: bool

    @property
    def kind_sure(self) -> bool:
        """Whether its kind can be relied on."""
        return self.kind_confidence >= KIND_SURE

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Held, ...]]:
        """Its facts by name, each in order of the pages."""
        names = dict.fromkeys(held.fact.name for held in self.facts)
        return {name: tuple(held for held in self.facts if held.fact.name == name) for name in names}

    @cached_property
    def lines(self) -> tuple[tuple[Page, Line], ...]:
        """Its lines with their pages."""
        return tuple((page, line) for page in self.pages for line in page.lines)

    @cached_property
    def text(self) -> str:
        """Its text, a line each."""
        return "\n".join(line.text for _, line in self.lines)

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The text of each of its pages without white space, where it has several: one may be another paper, left uncut."""
        pages = self.pages if len(self.pages) > 1 else ()
        return tuple("".join("".join(line.text.split()) for line in page.lines) for page in pages)

    @cached_property
    def void_mark(self) -> str | None:
        """The word that marks it as a specimen or as cancelled."""
        line = void_mark(self.pages)
        return line.text if line else None

    def value(self, *names: str) -> Value:
        """What it says under the first of these names that it has; absent where it has none."""
        for name in names:
            found = self.by_name.get(name)
            if found:
                return _value(found, sure=self.kind_sure)
        return Value.absent()

    def each(self, name: str) -> list[Value]:
        """Each fact of that name by itself, for documents that hold several."""
        return [_value((held,), sure=self.kind_sure) for held in self.by_name.get(name, ())]

    def flagged_uncertain(self, name: str) -> bool:
        """Whether a companion fact calls the value a guess."""
        return any(held.fact.value is False for held in self.by_name.get(f"{name}_certain", ()))

    def place(self, page: Page, line: Line) -> Evidence:
        """A line of its text as evidence."""
        box = line.box if page.rendered else None
        locator = line.locator if line.locator or box else f"第{page.number}页"
        return Evidence(document=self.path, page=page.number, box=box, text=line.text, locator=locator)

    def any_place(self) -> tuple[Evidence, ...]:
        """Where to look at it at all: its first fact, else its first line."""
        if self.facts:
            return self.facts[0].evidence[:1]
        return tuple(self.place(page, line) for page, line in self.lines[:1])


def _value(held: Sequence[Held], *, sure: bool) -> Value:
    best = max(held, key=lambda each: each.fact.confidence)
    agreeing = all(each.fact.value == best.fact.value for each in held)
    decided = sure and agreeing and best.fact.confidence >= FACT_SURE
    return Value(
        best.fact.value, best.fact.raw, decided, tuple(held) if not agreeing else (best,), not agreeing
    )


def exhibits_of(documents: Iterable[ReadDocument]) -> tuple[Exhibit, ...]:
    """All exhibits, in order. Facts count through all documents, as they stand in the report."""
    found: list[Exhibit] = []
    position = 0
    for read in documents:
        held = tuple(Held(position + offset, fact) for offset, fact in enumerate(read.facts))
        position += len(held)
        found += _split(read, held)
    return tuple(found)


def _split(read: ReadDocument, held: tuple[Held, ...]) -> list[Exhibit]:
    document, reading = read.document, read.reading
    unreadable = is_unreadable(read)
    whole = Segment(
        kind=document.kind, pages=(1, max(1, document.pages)), kind_confidence=document.kind_confidence
    )
    segments = document.segments or (whole,)
    return [
        Exhibit(
            path=document.path,
            segment=index,
            kind=segment.kind,
            kind_confidence=segment.kind_confidence,
            facts=tuple(each for each in held if each.fact.segment == index),
            pages=tuple(
                page for page in reading.pages if segment.pages[0] <= page.number <= segment.pages[1]
            ),
            unreadable=unreadable,
        )
        for index, segment in enumerate(segments)
    ]


def is_unreadable(read: ReadDocument) -> bool:
    """Whether the file gave nothing because something stood in the way of reading it."""
    problems = (*read.document.problems, *read.reading.problems)
    if any(problem.fatal and problem.page is None for problem in problems):
        return True
    words = any(page.lines for page in read.reading.pages)
    return not words and not read.facts and any(problem.fatal for problem in problems)
