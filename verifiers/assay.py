"""What single pieces of proof say for a criterion, and what they come to together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dossier.fact import Evidence
from verifiers import messages
from verifiers.exhibits import Exhibit, Held
from verifiers.values import Value


@dataclass(frozen=True, slots=True)
class Assay:
    """One result: the name of an outcome of the operator, the points [low, high] that it carries, and its proof."""

    outcome: str
    low: float = 0.0
    high: float = 0.0
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the explanation names."""
    held: tuple[Held, ...] = ()
    places: tuple[Evidence, ...] = ()
    document: str | None = None
    cause: str | None = None
    """What makes two discrepancies of one code the same, where that isn't criterion and document."""
    note: str = ""
    """A sentence more, such as that a date without a day decided it."""
    stays: bool = False
    """Whether it is told although the claim stands."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every place that it rests on, once."""
        found = [place for held in self.held for place in held.evidence]
        return tuple(dict.fromkeys([*found, *self.places]))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What all proof comes to: points [low, high] before the claim caps them, and the assays, weightiest first."""

    low: float
    high: float
    assays: tuple[Assay, ...]
    additive: bool = False
    """Whether the assays' points add up, rather than the best one counting."""


def assay(
    outcome: str,
    exhibit: Exhibit | None,
    points: tuple[float, float] = (0.0, 0.0),
    rests_on: Iterable[Value | Held] = (),
    values: Mapping[str, str | None] | None = None,
    note: str = "",
) -> Assay:
    """An assay of one exhibit. Values that are None are left out; where nothing is held, the exhibit is shown.

    An exhibit that is marked as a specimen or as cancelled proves nothing: what it would carry stays open, points or not.
    """
    carries = points[0] > 0 or outcome == "supported"
    if carries and exhibit is not None and exhibit.void_mark is not None:
        outcome, points = "unsure", (0.0, points[1])
        values = {**(values or {}), "what": messages.void_mark(exhibit.void_mark)}
    held: dict[int, Held] = {}
    for each in rests_on:
        for one in each.held if isinstance(each, Value) else (each,):
            held[one.position] = one
    return Assay(
        outcome=outcome,
        low=points[0],
        high=points[1],
        values={name: value for name, value in (values or {}).items() if value is not None},
        held=tuple(held.values()),
        places=() if held or exhibit is None else exhibit.any_place(),
        document=exhibit.path if exhibit else None,
        note=note,
    )


def best_of(assays: Iterable[Assay]) -> Judgement:
    """The best one counts; lesser ones are left out once a better one is proven."""
    kept = tuple(assays)
    low = max((one.low for one in kept), default=0.0)
    high = max((one.high for one in kept), default=0.0)
    ranked = sorted(kept, key=lambda one: (-one.low, -one.high))
    return Judgement(low, max(low, high), tuple(one for one in ranked if not 0 < one.high < low))


def sum_of(assays: Iterable[Assay], full: float) -> Judgement:
    """The points of the parts add up, to `full` at most."""
    kept = tuple(assays)
    low = sum(one.low for one in kept)
    return Judgement(low, min(max(low, sum(one.high for one in kept)), full), kept, additive=True)
