"""An audit as it is shown: pictures' figures, names instead of codes, and what belongs together side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from audit.model import Audit, CriterionRow, Dimension, Entry, Group, Measure, Stance
from dossier.finding import Verdict
from dossier.state import State
from review.audits import audit_messages as messages

BIN = 5
"""Points to a bar of the distribution."""
SHADES = 9
"""Steps of a cell's shade, 0 for nothing."""
VERDICTS = (
    Verdict.SUPPORTED,
    Verdict.CONTRADICTED,
    Verdict.MISSING,
    Verdict.UNREADABLE,
    Verdict.UNCERTAIN,
    Verdict.NOT_APPLICABLE,
)
FLOW = (
    State.RECEIVED,
    State.READING,
    State.VERIFIED,
    State.UNUSABLE,
    State.IN_REVIEW,
    State.SUPPLEMENT,
    State.DECIDED,
    State.RECOMMENDED,
    State.RETURNED,
)


class Bar(NamedTuple):
    """Submissions whose points lie from `first` up to the next bar: as claimed, and as proven."""

    first: int
    claimed: int
    proven: int


class City(NamedTuple):
    """Where a city stands. Points are means of its verified submissions."""

    name: str
    submissions: int
    recommended: int
    claimed: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the heat map. `shade`: 0 to SHADES."""

    count: int
    share: float
    shade: int


@dataclass(frozen=True)
class AuditView:
    """What the templates ask."""

    audit: Audit

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """By submission."""
        return {each.submission: each for each in self.audit.entries}

    @cached_property
    def verified(self) -> list[Entry]:
        """Those with a report, most proven points first."""
        found = (each for each in self.audit.entries if each.verified)
        return sorted(found, key=lambda each: (-each.low, -each.high, each.submission))

    @cached_property
    def bars(self) -> list[Bar]:
        """The distribution of points, from 0 to 100 and beyond in its last bar."""
        last = 100 // BIN
        claimed, proven = (
            Counter(min(last, int(points // BIN)) for points in found)
            for found in ([each.claimed for each in self.verified], [each.low for each in self.verified])
        )
        return [Bar(at * BIN, claimed[at], proven[at]) for at in range(last + 1)]

    @cached_property
    def highest(self) -> int:
        """Submissions of the highest bar, 1 at least."""
        return max(1, *(max(bar.claimed, bar.proven) for bar in self.bars))

    @cached_property
    def cities(self) -> list[City]:
        """Cities and other recommenders, by name; those of nobody last."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.audit.entries:
            found[entry.city or entry.recommender or messages.NOBODY].append(entry)
        return [
            _city(name, found[name])
            for name in sorted(found, key=lambda name: (name == messages.NOBODY, name))
        ]

    @cached_property
    def flow(self) -> list[tuple[State, int]]:
        """How many stand in each state that there is, in the order of the states."""
        return [
            (state, self.audit.counts.states[state]) for state in FLOW if state in self.audit.counts.states
        ]

    @cached_property
    def heat(self) -> list[tuple[CriterionRow, list[Cell]]]:
        """For each criterion how often each verdict was given."""
        return [(row, [_cell(row, verdict) for verdict in VERDICTS]) for row in self.audit.criteria]

    @cached_property
    def unusual(self) -> list[Group]:
        """Groups that stand out, the surest first."""
        chosen = (each for each in self.audit.groups if each.stance in {Stance.ABOVE, Stance.BELOW})
        return sorted(chosen, key=lambda group: (group.p, group.measure, group.key))

    def groups(self, measure: Measure, dimension: Dimension) -> list[Group]:
        """One table of groups."""
        return [each for each in self.audit.groups if (each.measure, each.dimension) == (measure, dimension)]

    def tables(self) -> Iterable[tuple[str, str, list[Group]]]:
        """All tables of groups that have something in them: key, title, groups."""
        for (measure, dimension), title in messages.TABLES.items():
            found = self.groups(measure, dimension)
            if found:
                yield f"{measure}-{dimension}", title, found

    def who(self, submission: str) -> str:
        """The organization's name."""
        entry = self.entries.get(submission)
        return entry.organization if entry is not None else submission


def _city(name: str, entries: Sequence[Entry]) -> City:
    verified = [each for each in entries if each.verified]
    count = max(1, len(verified))
    return City(
        name=name,
        submissions=len(entries),
        recommended=sum(each.state is State.RECOMMENDED for each in entries),
        claimed=sum(each.claimed for each in verified) / count,
        low=sum(each.low for each in verified) / count,
        high=sum(each.high for each in verified) / count,
    )


def _cell(row: CriterionRow, verdict: Verdict) -> Cell:
    count, of = row.verdicts.get(verdict, 0), sum(row.verdicts.values())
    share = count / of if of else 0.0
    return Cell(count, share, min(SHADES, round(share * SHADES + 0.49)) if count else 0)
